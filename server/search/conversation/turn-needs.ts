import type { Database } from "../../engines/database/port.ts";
import type { PhotoIndex } from "../../engines/index/port.ts";
import type { Models } from "../../engines/models/port.ts";
import type { JobQueue } from "../../engines/queue/port.ts";
import type { Conversations } from "../../library/conversations.ts";
import type { Edits } from "../../library/edits.ts";
import type { Embeddings } from "../../library/embeddings.ts";
import type { Events } from "../../library/events.ts";
import type { Jobs } from "../../library/jobs.ts";
import type { Photos } from "../../library/photos.ts";
import type { Relatives } from "../../library/relatives.ts";
import type { Schema } from "../../library/schema.ts";
import type { SecondReader } from "../../library/second-reader.ts";
import type { SecondReadings } from "../../library/second-readings.ts";
import type { AlbumsOfTurns } from "../albums.ts";
import type { Search } from "../search.ts";
import type { QuestionVectors } from "../vectors.ts";
import type { Standing } from "./shown.ts";
import type { Message } from "./understand.ts";

/** The services that running a turn takes. */
export interface TurnNeeds {
  database: Database<Schema>;
  conversations: Conversations;
  events: Events;
  jobs: Jobs;
  photos: Photos;
  edits: Edits;
  embeddings: Embeddings;
  vectors: QuestionVectors;
  search: Search;
  models: Models;
  albums: Pick<AlbumsOfTurns, "putInto">;
  queue: JobQueue;
  index: PhotoIndex;
  secondReader: Pick<SecondReader, "rule" | "patience">;
  secondReadings: SecondReadings;
  relatives: Pick<Relatives, "left">;
}

/** The sentence of a turn, and the standing of the conversation before it. */
export interface Heard {
  sentence: Message;
  standing: Standing;
}
