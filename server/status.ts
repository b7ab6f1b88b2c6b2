import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Database } from "./engines/database/port.ts";
import type { ModelsStatus } from "./engines/models/port.ts";
import { AppError } from "./errors.ts";
import { filmReaderAdvice, filmReaderPackage, hasFilmReader } from "./film-reader.ts";
import type { MediaKind } from "./formats.ts";
import type { Collections } from "./library/collections.ts";
import type { Describing, DescribingStatus } from "./library/describing.ts";
import type { Photos, Span } from "./library/photos.ts";
import type { Schema } from "./library/schema.ts";
import type { SecondReader, SecondReaderRule } from "./library/second-reader.ts";
import type { FileChecks, FoundByCheck } from "./library/verifications.ts";
import { weighingFor } from "./search/rank.ts";

export interface EngineStatus {
  name: "database" | "objects" | "queue" | "index";
  ready: boolean;
  /** "embedded" or the name of the server; if it is not ready, why it does not answer. */
  detail: string;
}

/** The model whose vectors are searched, and the progress of new vectors that will replace them. */
export interface VectorsStatus {
  serving: string | null;
  /** Counts of photos. */
  filling: { model: string; done: number; total: number } | null;
  /**
   * The weight of words beside the vectors (`search/rank`). `measured`: it was measured on this library with
   * a chat model's questions.
   */
  words: { weight: number; measured: boolean } | null;
}

/** The result of the last check of all files, and how safe the database is. */
export interface SafetyStatus {
  /** ISO 8601: when every original was last read and compared with its hash; null if never. */
  checkedAt: string | null;
  /** How many photos the last check that ended looked at, and how many files lacked a rendition. */
  found: FoundByCheck | null;
  /** Counts of files, also of those in the bin and of the parts of photos, while a check goes on. */
  checking: { done: number; total: number } | null;
  /** How many photos have a damaged or missing original, as far as is known now. */
  damaged: number;
  /** ISO 8601: when the last copy of the database was kept; null if there is none, or a server has it. */
  copiedAt: string | null;
}

export interface SystemStatus {
  version: string;
  models: ModelsStatus;
  describing: DescribingStatus;
  /** It works only while `models.converse` is ready, too. */
  secondReader: SecondReaderRule;
  engines: EngineStatus[];
  vectors: VectorsStatus;
  safety: SafetyStatus;
  /**
   * Says what this machine lacks for reading photos, and what cannot be read without it; null if it lacks
   * nothing.
   */
  decoder: string | null;
  /** The most bytes of a photo. */
  maxUploadBytes: number;
  maxVideoBytes: number;
  /** MIME types that are accepted. */
  accepted: string[];
  photos: Span;
}

export type Checkable = Record<EngineStatus["name"], { kind: string; check(): Promise<void> }>;

/** Asks each engine whether it answers. Never throws. */
export async function checkEngines(engines: Checkable): Promise<EngineStatus[]> {
  const names = Object.keys(engines) as EngineStatus["name"][];
  return Promise.all(
    names.map(async (name) => {
      try {
        await engines[name].check();
        return { name, ready: true, detail: engines[name].kind };
      } catch (error) {
        return { name, ready: false, detail: error instanceof AppError ? error.message : String(error) };
      }
    }),
  );
}

interface Needs {
  version: string;
  engines: Checkable;
  models: { status(): Promise<ModelsStatus> };
  photos: Pick<Photos, "span">;
  collections: Pick<Collections, "serving" | "filling" | "coming">;
  describing: Pick<Describing, "status">;
  secondReader: Pick<SecondReader, "rule">;
  checks: Pick<FileChecks, "last" | "running" | "damaged" | "countPhotos">;
  database: Pick<Database<Schema>, "copies">;
  /** The PATH in which programs are looked for. */
  path: string;
  /** The most bytes of a file of each kind. */
  maxBytes: Record<MediaKind, number>;
  accepted: string[];
}

export function createStatus(needs: Needs): (owner: string) => Promise<SystemStatus> {
  return async (owner) => ({
    version: needs.version,
    models: await needs.models.status(),
    describing: await needs.describing.status(owner),
    secondReader: await needs.secondReader.rule(owner),
    engines: await checkEngines(needs.engines),
    decoder: lacks(await isOnPath("perl", needs.path), hasFilmReader()),
    maxUploadBytes: needs.maxBytes.photo,
    maxVideoBytes: needs.maxBytes.video,
    accepted: needs.accepted,
    photos: await needs.photos.span(owner),
    vectors: await vectorsOf(needs.collections, owner, needs.photos),
    safety: await safetyOf(needs),
  });
}

const noPerl =
  "perl is missing: dates and places are read from plain EXIF only, keywords, people and what RAW files say not at all. Install perl.";
const noFilmReader = `${filmReaderPackage} is missing: videos are kept, found by their facts and played, but have no picture and no description. ${filmReaderAdvice}`;

function lacks(perl: boolean, filmReader: boolean): string | null {
  return [perl ? [] : noPerl, filmReader ? [] : noFilmReader].flat().join(" ") || null;
}

async function safetyOf({ checks, database }: Pick<Needs, "checks" | "database">): Promise<SafetyStatus> {
  const [running, last] = await Promise.all([checks.running(), checks.last()]);
  const [copy] = await database.copies();
  const time = (ms: number | null | undefined) => (ms ? new Date(ms).toISOString() : null);
  return {
    checkedAt: time(last?.endedAt),
    found: last?.found ?? null,
    checking: running && { done: running.seen, total: Math.max(running.seen, await checks.countPhotos()) },
    damaged: (await checks.damaged(0)).count,
    copiedAt: time(copy?.madeAt),
  };
}

async function vectorsOf(
  collections: Needs["collections"],
  owner: string,
  photos: Needs["photos"],
): Promise<VectorsStatus> {
  const [serving, filling, coming] = await Promise.all([
    collections.serving(),
    collections.filling(),
    collections.coming(),
  ]);
  const words = serving && {
    weight: weighingFor(serving.space.trained, "words", serving.wordsWeight).words,
    measured: serving.wordsWeight !== null,
  };
  const begun = filling
    ? { model: filling.space.model, done: filling.filled, total: (await photos.span(owner)).total }
    : serving && coming && { model: coming.model, done: coming.embedded, total: coming.described };
  return {
    serving: serving?.space.model ?? null,
    filling: begun && { ...begun, total: Math.max(begun.done, begun.total) },
    words,
  };
}

async function isOnPath(program: string, path: string): Promise<boolean> {
  const looks = path.split(delimiter).map((folder) => access(join(folder, program), constants.X_OK));
  return (await Promise.allSettled(looks)).some((look) => look.status === "fulfilled");
}
