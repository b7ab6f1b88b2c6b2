import { formatOf } from "#server/formats.ts";
import { unsupported } from "./failure.ts";
import { filmIn } from "./film-inside.ts";
import type { ChildTools, Format } from "./format.ts";
import { factsFrom } from "./metadata.ts";
import { render } from "./picture.ts";
import type { Decoded, DecodeRequest } from "./protocol.ts";
import type { Tags } from "./tags.ts";

/** Pictures that weigh more than this are opened one at a time. */
const large = 30e6;

/** Reads the tags of a file; `exif` is its raw EXIF block if its header has one. Never throws. */
export type ReadTags = (
  path: string,
  type: string,
  exif: Uint8Array | undefined,
) => Promise<{ tags: Tags; notes: string[] }>;

/**
 * Reads the facts of one file, and makes renditions of its picture. Returns "large", without doing so, if the
 * picture must be opened alone while other files are open. Throws DecodeError.
 */
export async function decodeFile(
  { path, type, maxMegapixels, previewOnly = false }: DecodeRequest,
  alone: boolean,
  readTags: ReadTags,
  tools: ChildTools,
): Promise<Decoded | "large"> {
  const { format } = await load(type);
  const file = await format.open(path, maxMegapixels, { ...tools, type, mayDevelop: !previewOnly });
  if (!alone && file.weight > large) return "large";
  const [renditions, { tags, notes }] = await Promise.all([render(file), readTags(path, type, file.exif)]);
  const film = await filmIn(path, type, tags);
  const { isAnimated: animated, pictureNote } = file;
  const facts = factsFrom(tags, file.size);
  const durationMs = file.durationMs ?? facts.durationMs;
  const flaw = file.flaw ?? undefined;
  return { facts: { ...facts, durationMs, film }, renditions, animated, pictureNote, flaw, notes };
}

/** Loads what opens files of this type, when the first one comes: some of it is large. */
async function load(type: string): Promise<{ format: Format }> {
  const opener = formatOf(type)?.opener;
  if (!opener) throw unsupported(type);
  return await import(`./formats/${opener}.ts`);
}
