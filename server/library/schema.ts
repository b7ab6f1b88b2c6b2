import type { Generated } from "kysely";
import type { JobItem, PhotoStatus, Stage } from "./photo.ts";

/** Times are milliseconds since 1970 UTC, booleans 0 or 1, lists and objects JSON text. Every row has its owner. */

export interface PhotosTable {
  id: string;
  owner: string;
  sha256: string;
  file_name: string;
  type: string;
  extension: string;
  bytes: number;
  /** The file's own time, as the uploader told it: never a date taken. */
  modified_at: number | null;
  status: PhotoStatus;
  failure_stage: Stage | null;
  failure_reason: string | null;
  /** What "newest" goes by: local time taken as if it were UTC, else created_at. */
  sort_at: number;
  created_at: number;
  deleted_at: number | null;
}

/** When and where; told by the file, or by a person. */
interface TimeAndPlace {
  taken_local: string | null;
  taken_offset: number | null;
  latitude: number | null;
  longitude: number | null;
  city: string | null;
  region: string | null;
  country: string | null;
  country_code: string | null;
}

/** Derived from the file; written anew by every prepare. */
export interface PhotoFactsTable extends TimeAndPlace {
  photo_id: string;
  owner: string;
  width: number | null;
  height: number | null;
  make: string | null;
  model: string | null;
  lens: string | null;
  focal_length: number | null;
  aperture: number | null;
  exposure: number | null;
  iso: number | null;
  flash: number | null;
  rating: number | null;
  title: string | null;
  description: string | null;
  keywords: string;
  people: string;
  screenshot: number;
  thumbhash: string | null;
  colours: string;
  brightness: number | null;
  prepared_at: number;
}

/** What a person changed; wins over facts and captions, and no rebuild touches it. */
export interface PhotoEditsTable extends TimeAndPlace {
  photo_id: string;
  owner: string;
  favourite: number;
  title: string | null;
  caption: string | null;
  rating: number | null;
  keywords: string | null;
  people: string | null;
  updated_at: number;
}

export interface CaptionsTable {
  photo_id: string;
  owner: string;
  text: string;
  model: string;
  /** All that the model answered, where the caption is not the whole of it. */
  raw: string | null;
  created_at: number;
}

export interface SpacesTable {
  id: string;
  model: string;
  template: number;
  dimension: number;
  /** 1: by a model that was trained for retrieval; 0: by a plain language model. */
  trained: number;
  created_at: number;
}

/** A set of one space's vectors in the index, searched as one. */
export interface CollectionsTable {
  /** `<space>#<number>`: the set's name in the index, never used again. */
  id: string;
  space: string;
  /** One serves; another is filled beside it, takes its place when it is complete, and retires it. */
  state: "filling" | "serving" | "retired";
  /** fp32, little-endian; subtracted from each vector before it is compared. null: nothing is. */
  mean: Uint8Array | null;
  /** Photos up to this id are in it. */
  filled_to: string;
  filled: number;
  lease_by: string | null;
  lease_until: number | null;
  created_at: number;
  served_at: number | null;
  /** The mean of its hubs; null before they were measured. */
  hub_mean: number | null;
  /** How many vectors there were when its hubs were measured. */
  hubs_of: number;
  /** What words weigh beside its vectors (`search/rank`), where that was measured. */
  words_weight: number | null;
  /** JSON: how it was measured, and how well. */
  calibration: string | null;
  /** How many vectors there were then. */
  calibrated_of: number;
}

/** `library/hubs`. */
export interface HubsTable {
  collection: string;
  photo_id: string;
  hub: number;
}

export interface EmbeddingsTable {
  photo_id: string;
  space: string;
  owner: string;
  /** fp16, little-endian. */
  vector: Uint8Array;
  created_at: number;
}

export interface JobsTable {
  id: string;
  owner: string;
  photo_id: string;
  stage: Stage;
  state: JobItem["state"];
  /** Higher goes first. */
  priority: number;
  /** Attempts begun; counted before the work. */
  attempts: number;
  /** How often the job was taken over from a worker that died or hung while it had it. */
  takeovers: number;
  due_at: number;
  lease_by: string | null;
  lease_until: number | null;
  reason: string | null;
  created_at: number;
  /** When a broker was last told of it; null where the queue needs none. */
  published_at: number | null;
}

/** The one durable, ordered log across processes: photos and turns. */
export interface EventRow {
  id: number;
  owner: string;
  kind: "photo" | "turn";
  subject: string;
  type: string;
  data: string;
  created_at: number;
}

export interface EventsTable extends Omit<EventRow, "id"> {
  id: Generated<number>;
}

export interface ConversationsTable {
  id: string;
  owner: string;
  title: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export interface TurnsTable {
  id: string;
  owner: string;
  conversation_id: string;
  text: string;
  photo_ids: string;
  now: string | null;
  time_zone: string | null;
  state: "running" | "done" | "stopped" | "failed";
  plan: string | null;
  result_set_id: string | null;
  words: string;
  error_code: string | null;
  error_message: string | null;
  created_at: number;
  /** The web process that runs it, while it runs. */
  lease_by: string | null;
  lease_until: number | null;
}

/** A ranking as it was when it was asked for: paging, "the third" and "show all" refer to it. */
export interface ResultSetsTable {
  id: string;
  owner: string;
  plan: string;
  total: number;
  /** `search/result-set` packs and unpacks it. */
  hits: Uint8Array;
  /** null while a turn refers to it. */
  expires_at: number | null;
  created_at: number;
}

export interface Schema {
  photos: PhotosTable;
  photo_facts: PhotoFactsTable;
  photo_edits: PhotoEditsTable;
  captions: CaptionsTable;
  spaces: SpacesTable;
  collections: CollectionsTable;
  hubs: HubsTable;
  embeddings: EmbeddingsTable;
  jobs: JobsTable;
  events: EventsTable;
  conversations: ConversationsTable;
  turns: TurnsTable;
  result_sets: ResultSetsTable;
}

export type PhotoRow = PhotosTable;
export type FactsRow = PhotoFactsTable;
export type EditsRow = PhotoEditsTable;
export type CaptionRow = CaptionsTable;
export type JobRow = JobsTable;
export type TurnRow = TurnsTable;
