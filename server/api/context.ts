import type { Access } from "../access.ts";
import type { MediaKind } from "../formats.ts";
import type { Ingest } from "../ingest/ingest.ts";
import type { Conversations } from "../library/conversations.ts";
import type { Describing } from "../library/describing.ts";
import type { Events } from "../library/events.ts";
import type { History } from "../library/history.ts";
import type { JobBoard } from "../library/job-board.ts";
import type { Jobs } from "../library/jobs.ts";
import type { PhotoMap } from "../library/photo-map.ts";
import type { Photos } from "../library/photos.ts";
import type { Relatives } from "../library/relatives.ts";
import type { Visit } from "../limits.ts";
import type { Captions } from "../maintenance/describe-again.ts";
import type { ModelTasks } from "../maintenance/model-tasks.ts";
import type { Converse } from "../search/conversation/converse.ts";
import type { Offers } from "../search/conversation/offers.ts";
import type { Editing } from "../search/editing.ts";
import type { Search } from "../search/search.ts";
import type { Shelves } from "../search/shelves.ts";
import type { SystemStatus } from "../status.ts";
import type { Caller } from "./caller.ts";

/**
 * The services that procedures call. Their interfaces are small, because this type reaches the packages of
 * other programs.
 */
export interface ApiServices {
  photos: Pick<Photos, "discard" | "get" | "known" | "list" | "remove" | "restore" | "timeline">;
  photoMap: PhotoMap;
  editing: Editing;
  shelves: Shelves;
  captions: Captions;
  jobs: JobBoard & Pick<Jobs, "lookAt">;
  describing: Pick<Describing, "set" | "status">;
  events: Events;
  conversations: Pick<Conversations, "create" | "rename" | "remove">;
  history: History;
  offers: Offers;
  ingest: Pick<Ingest, "receive" | "stored">;
  relatives: Relatives;
  search: Pick<Search, "explain" | "forgetNames" | "plan" | "run" | "similar" | "vocabulary">;
  converse: Pick<
    Converse,
    "adjust" | "begin" | "beginAmong" | "bringBack" | "conversation" | "explain" | "follow" | "plan" | "stop"
  >;
  access: Pick<Access, "signOut" | "signOutEverywhere" | "state">;
  modelTasks: Pick<ModelTasks, "start" | "stop" | "list">;
  status(owner: string): Promise<SystemStatus>;
  /** The most bytes of a file of each kind. */
  maxBytes: Record<MediaKind, number>;
}

export interface ApiContext {
  services: ApiServices;
  owner: string;
  caller: Caller;
  visit: Visit;
  /** The headers of the HTTP request; empty for calls from inside (loaders). */
  headers: Record<string, string | string[] | undefined>;
}
