import type { IncomingHttpHeaders } from "node:http";
import type { Ingest } from "../ingest/ingest.ts";
import type { Conversations } from "../library/conversations.ts";
import type { Events } from "../library/events.ts";
import type { Jobs } from "../library/jobs.ts";
import type { Photos } from "../library/photos.ts";
import type { Converse } from "../search/converse.ts";
import type { Search } from "../search/search.ts";
import type { SystemStatus } from "../status.ts";

/** The services that procedures call, in small interfaces: this type reaches the packages of other programs. */
export interface ApiServices {
  photos: Photos;
  jobs: Jobs;
  events: Events;
  conversations: Conversations;
  ingest: Ingest;
  search: Search;
  converse: Converse;
  status(owner: string): Promise<SystemStatus>;
  maxUploadBytes: number;
}

export interface ApiContext {
  services: ApiServices;
  owner: string;
  /** Of the HTTP request; empty for calls from within (loaders). */
  headers: IncomingHttpHeaders;
}
