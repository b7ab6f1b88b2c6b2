import type { Generated, Kysely } from "kysely";
import type { AlbumPhotosTable, AlbumsTable, TripsReadTable, TripsTable } from "./albums-and-trips-schema.ts";
import type {
  ChosenModelsTable,
  DescribersTable,
  DescribingTable,
  ModelDigestsTable,
  SecondReadersTable,
} from "./models-schema.ts";
import type {
  CompanionRole,
  JobItem,
  PhotoDamage,
  PhotoStatus,
  PictureNote,
  Stage,
  TakenPrecision,
  TakenSource,
} from "./photo.ts";
import type {
  ApiTokensTable,
  ClockTable,
  LibraryTable,
  PasswordsTable,
  SessionsTable,
  UnfinishedUploadsTable,
  VerificationsTable,
} from "./upkeep-schema.ts";

/** Times are milliseconds since 1970 UTC, booleans 0 or 1, lists and objects JSON text. Every row has its owner. */

/** A plain row, without types of Kysely: it reaches the packages of other programs. */
export interface PhotoRow {
  id: string;
  owner: string;
  sha256: string;
  file_name: string;
  type: string;
  extension: string;
  bytes: number;
  /** The file's own time, as the uploader told it; it never counts as the time taken. */
  modified_at: number | null;
  status: PhotoStatus;
  failure_stage: Stage | null;
  failure_reason: string | null;
  /** The time that "newest" sorts by: the local time taken as if it were UTC, or else created_at. */
  sort_at: number;
  /** The day it was taken, as far as it is known (`library/shape`); 0 if nothing is. */
  taken_day: number;
  /** Width by height as one sign (`library/shape`). */
  shape: string;
  created_at: number;
  /** When it was removed; 0 if nobody can bring it back from the bin any more. */
  deleted_at: number | null;
  /** The damage of the original's file when it was last looked at; null if there was none. */
  damage: PhotoDamage | null;
  /** The role of the file; null for a photo. */
  role: CompanionRole | null;
  /** The photo that it belongs to; null for a photo, and for a sidecar that waits for its photo. */
  companion_of: string | null;
  /** `stemOf` its name. */
  stem: string | null;
}

/** The columns that the database fills in are optional in inserts. */
type PhotosTable = Omit<PhotoRow, "taken_day" | "shape"> & {
  taken_day: Generated<number>;
  shape: Generated<string>;
};

/** Time and place, told by the file or by a person. */
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

/** Facts derived from the file; every preparation writes them anew. */
export interface PhotoFactsTable extends TimeAndPlace {
  photo_id: string;
  owner: string;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
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
  /** How exactly `taken_local` is known; null for rows of before that was asked, whose date is a moment. */
  taken_precision: TakenPrecision | null;
  taken_from: TakenSource | null;
  other_places: string;
  faces: string;
  /** The damage of the picture in words; null if there is none. */
  flaw: string | null;
  /** `factsVersion` when they were read. */
  facts_version: number;
  screenshot: number;
  thumbhash: string | null;
  colours: string;
  brightness: number | null;
  /** The version of its format that opened the file (`formats.ts`). */
  version: number;
  animated: number;
  picture_note: PictureNote | null;
  /** The identifier that Apple gives to all files of one Live Photo. */
  content_id: string | null;
  /** Where the film of a motion photo lies in its file, and its MIME type. */
  film_offset: number | null;
  film_bytes: number | null;
  film_type: string | null;
  /** The hashes of the sidecars whose facts are among these, as JSON; null: none. */
  sidecars: string | null;
  prepared_at: number;
}

/**
 * A person's edits. They win over facts and captions, and no rebuild touches them. Null: not changed. An empty
 * text says that there is none, also for the time taken; a place with an empty country is no place.
 */
export interface PhotoEditsTable extends TimeAndPlace {
  photo_id: string;
  owner: string;
  favourite: number;
  title: string | null;
  description: string | null;
  caption: string | null;
  rating: number | null;
  keywords: string | null;
  people: string | null;
  /** How exactly a person knows `taken_local`; null where that is a moment. */
  taken_precision: TakenPrecision | null;
  updated_at: number;
}

/** Edits that can be taken back (`library/edits`). */
export interface EditsMadeTable {
  /** The caller may have chosen it, so that an edit that is sent twice is made once. */
  id: string;
  owner: string;
  /** How many of the photos that it named were in the library. */
  photos: number;
  /** JSON of `ColumnsChanged` for each photo that it changed. */
  changed: string;
  created_at: number;
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
  /** 1 for a model that was trained for retrieval, 0 for a plain language model. */
  trained: number;
  created_at: number;
}

/** The vectors of one space in the index, searched as one set. */
export interface CollectionsTable {
  /** `<space>#<number>`: the name in the index, never used again. */
  id: string;
  space: string;
  /** One collection serves. Another is filled beside it, and replaces and retires it when complete. */
  state: "filling" | "serving" | "retired";
  /** fp32, little-endian. Subtracted from each vector before it is compared; null if nothing is. */
  mean: Uint8Array | null;
  /** fp32, little-endian. What is left is divided by these; null for collections from before they were measured. */
  deviations: Uint8Array | null;
  /** The collection holds the vectors of all photos up to this id. */
  filled_to: string;
  filled: number;
  lease_by: string | null;
  lease_until: number | null;
  created_at: number;
  served_at: number | null;
  /** The mean of its hub values; null until they were measured. */
  hub_mean: number | null;
  /** How many vectors there were when its hub values were measured. */
  hubs_of: number;
  /** The weight of words beside its vectors (`search/rank`); null until it was measured. */
  words_weight: number | null;
  /** JSON: how the weight was measured, and how well it does. */
  calibration: string | null;
  /** How many vectors there were when the weight was measured. */
  calibrated_of: number;
}

/** The hub values of photos (`library/hubs`). */
export interface HubsTable {
  collection: string;
  photo_id: string;
  hub: number;
}

/** Vectors that stand for all of a space (`library/embeddings`). */
export interface SamplesTable {
  owner: string;
  space: string;
  /** How many vectors there were when it was drawn. */
  documents: number;
  /** Vectors as in `embeddings`, one after the other. */
  vectors: Uint8Array;
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
  /** Higher goes first (`stages.ts` names the steps). */
  priority: number;
  /**
   * Among equals of the lane of describing the newest goes first: when the photo was taken, or when it was last
   * looked at, in milliseconds.
   */
  newness: Generated<number>;
  /** Attempts begun; counted before the work. */
  attempts: number;
  /** How often the job was taken over from a worker that died or hung while it had it. */
  takeovers: number;
  due_at: number;
  lease_by: string | null;
  lease_until: number | null;
  reason: string | null;
  created_at: number;
  /** Time at which a broker was last told of the job; null if it was not, or if the queue needs no broker. */
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
  /** Null unless it is pinned. */
  pinned_at: number | null;
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
  /** The turn whose question has taken the place of this one and those after it. */
  replaced_by: string | null;
  /** The id of the first photo of its answer, with the place and the local time where they are known. */
  cover: string | null;
  cover_place: string | null;
  cover_taken: string | null;
  /** 1 as soon as its first answer is complete, though a second reader may still be at work. */
  stands: number;
  /** The second reading of the question (`turn-readings.ts`); null if there is none. */
  second: string | null;
}

/** A result set: paging, "the third" and "show all" refer to it. */
export interface ResultSetsTable {
  id: string;
  owner: string;
  plan: string;
  total: number;
  /** `library/result-sets` packs and unpacks it. */
  hits: Uint8Array;
  /** JSON of `WordsFound`. */
  found: string | null;
  /** null while a turn refers to it. */
  expires_at: number | null;
  created_at: number;
}

/** Relations about which an owner does not want to be asked again. */
export interface RelationsLeftTable {
  owner: string;
  relation: string;
  left_at: number;
}

/** The relation of a person or pet of the library to its owner. */
export interface RelativesTable {
  owner: string;
  name: string;
  relation: string | null;
  /** JSON list. */
  nicknames: string;
  /** "2019-05-14" */
  birthday: string | null;
  changed_at: number;
}

export interface Schema {
  library: LibraryTable;
  verifications: VerificationsTable;
  photos: PhotosTable;
  photo_facts: PhotoFactsTable;
  photo_edits: PhotoEditsTable;
  edits_made: EditsMadeTable;
  captions: CaptionsTable;
  spaces: SpacesTable;
  collections: CollectionsTable;
  hubs: HubsTable;
  embeddings: EmbeddingsTable;
  samples: SamplesTable;
  jobs: JobsTable;
  describing: DescribingTable;
  describers: DescribersTable;
  model_digests: ModelDigestsTable;
  chosen_models: ChosenModelsTable;
  second_readers: SecondReadersTable;
  events: EventsTable;
  conversations: ConversationsTable;
  turns: TurnsTable;
  result_sets: ResultSetsTable;
  clock: ClockTable;
  passwords: PasswordsTable;
  sessions: SessionsTable;
  api_tokens: ApiTokensTable;
  unfinished_uploads: UnfinishedUploadsTable;
  albums: AlbumsTable;
  album_photos: AlbumPhotosTable;
  trips: TripsTable;
  trips_read: TripsReadTable;
  relatives: RelativesTable;
  relations_left: RelationsLeftTable;
}

/** The database, or a transaction of it. */
export type Rows = Kysely<Schema>;

export type FactsRow = PhotoFactsTable;
export type EditsRow = PhotoEditsTable;
export type CaptionRow = CaptionsTable;
/** A job without the column that only orders jobs. */
export type JobRow = Omit<JobsTable, "newness">;
export type TurnRow = TurnsTable;
