import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Conversation, conversationSchema } from "./cases.ts";
import { librarySchema, photosOf } from "./library.ts";
import type { FixturePhoto } from "./photo.ts";

const folder = resolve(import.meta.dirname, "../households");

/**
 * Nothing was ever mended for a `held-out` case. Something was mended for a `seen` one, so its score says
 * less.
 */
export const splits = ["held-out", "seen"] as const;
export type Split = (typeof splits)[number];

export interface Household {
  name: string;
  photos: FixturePhoto[];
  conversations: Record<Split, Conversation[]>;
}

const sourcesSchema = z.record(
  z.string(),
  z.strictObject({
    date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
    about: z.string(),
    /** The percentage of exact answers at the first run, before anything was mended; null when nobody kept it. */
    firstExact: z.number().nullable(),
  }),
);

/** Tells where cases came from, and how many of them were exact at first. */
export const sources = read(resolve(folder, "../sources.json"), sourcesSchema);

/** Throws with the file and the line when a case or a library does not have the right form. */
export function readHouseholds(): Household[] {
  return readdirSync(folder).toSorted().map(readHousehold);
}

export function readHousehold(name: string): Household {
  const [heldOut, seen] = splits.map((split) => readCases(join(folder, name, split)));
  const conversations = { "held-out": heldOut ?? [], seen: seen ?? [] };
  const all = Object.values(conversations).flat();
  const ids = new Set<string>();
  for (const { id, source } of all) {
    if (ids.has(id)) throw new Error(`${name} has two conversations with the id ${id}`);
    if (!sources[source]) throw new Error(`${id} of ${name} is from “${source}”, which sources.json lacks`);
    ids.add(id);
  }
  return { name, photos: readPhotos(name), conversations };
}

function readPhotos(name: string): FixturePhoto[] {
  const library = read(join(folder, name, "library.json"), librarySchema);
  return [...(library.with ? readPhotos(library.with) : []), ...photosOf(library)];
}

/** Topics come in the order of their names. Only `acts` comes last, because it changes which photos are favourites. */
function readCases(path: string): Conversation[] {
  if (!existsSync(path)) return [];
  const files = readdirSync(path).filter((file) => file.endsWith(".jsonl"));
  const isLast = (file: string) => Number(file === "acts.jsonl");
  return files
    .toSorted((a, b) => isLast(a) - isLast(b) || a.localeCompare(b, "en"))
    .flatMap((file) =>
      readFileSync(join(path, file), "utf8")
        .trimEnd()
        .split("\n")
        .map((line, at) => parse(line, conversationSchema, `${join(path, file)}, line ${at + 1}`)),
    );
}

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  return parse(readFileSync(file, "utf8"), schema, file);
}

function parse<Schema extends z.ZodType>(text: string, schema: Schema, at: string): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${at}: ${error instanceof z.ZodError ? z.prettifyError(error) : error}`);
  }
}
