import type { Access } from "../access.ts";
import type { MediaKind } from "../formats.ts";
import type { Ingest } from "../ingest/ingest.ts";
import type { NamedConversations } from "../library/conversations.ts";
import type { Describing } from "../library/describing.ts";
import type { Events } from "../library/events.ts";
import type { History } from "../library/history.ts";
import type { JobBoard } from "../library/job-board.ts";
import type { PhotoMap } from "../library/photo-map.ts";
import type { Photos } from "../library/photos.ts";
import type { Relatives } from "../library/relatives.ts";
import type { SecondReader } from "../library/second-reader.ts";
import type { Shots } from "../library/shots.ts";
import type { StoredBytes } from "../library/stored-bytes.ts";
import type { TripRows } from "../library/trip-rows.ts";
import type { FileChecks } from "../library/verifications.ts";
import type { Visit } from "../limits.ts";
import type { Captions } from "../maintenance/describe-again.ts";
import type { ModelChoice } from "../maintenance/model-choice.ts";
import type { ModelTasks } from "../maintenance/model-tasks.ts";
import type { RoomTaken } from "../maintenance/room-taken.ts";
import type { Albums } from "../search/albums.ts";
import type { Converse } from "../search/conversation/converse.ts";
import type { Introductions } from "../search/conversation/introductions.ts";
import type { Offers } from "../search/conversation/offers.ts";
import type { Editing } from "../search/editing.ts";
import type { People } from "../search/people.ts";
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
  shots: Shots;
  editing: Editing;
  people: People;
  shelves: Shelves;
  albums: Omit<Albums, "photosOf">;
  trips: Pick<TripRows, "counted" | "get">;
  captions: Captions;
  /** `lookAt` is that of `Jobs`, whose other types would bring the database's package into clients. */
  jobs: JobBoard & { lookAt(owner: string, photoIds: string[]): Promise<void> };
  describing: Pick<Describing, "set" | "status">;
  secondReader: SecondReader;
  events: Events;
  conversations: NamedConversations;
  history: History;
  offers: Offers;
  ingest: Pick<Ingest, "receive" | "stored">;
  relatives: Relatives;
  introductions: Introductions;
  search: Pick<Search, "explain" | "forgetNames" | "plan" | "run" | "similar" | "vocabulary">;
  converse: Pick<
    Converse,
    | "adjust"
    | "begin"
    | "beginAmong"
    | "bringBack"
    | "conversation"
    | "explain"
    | "follow"
    | "plan"
    | "readAs"
    | "stop"
  >;
  access: Pick<Access, "signOut" | "signOutEverywhere" | "state">;
  checks: Pick<FileChecks, "begin">;
  storage(owner: string): Promise<{ originals: StoredBytes; disk: RoomTaken | null }>;
  modelChoice: Pick<ModelChoice, "choices" | "choose">;
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
