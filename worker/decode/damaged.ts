import { tellsAnything } from "#server/library/facts.ts";
import { failureFrom } from "./failure.ts";
import { decodeFile, type ReadTags } from "./file.ts";
import { filmIn } from "./film-inside.ts";
import type { ChildTools } from "./format.ts";
import { mend, withEnd } from "./mend.ts";
import { factsFrom } from "./metadata.ts";
import type { Decoded, DecodeRequest } from "./protocol.ts";

/**
 * Opens a file as `decodeFile` does. If its pixels cannot be read, or only in part, it still returns the facts, and
 * `flaw` says what is wrong. Throws DecodeError if there is neither a picture nor a fact, and if the failure may come
 * from other files that are open at the same time.
 */
export async function decodeOrMend(
  request: DecodeRequest,
  alone: boolean,
  readTags: ReadTags,
  tools: ChildTools,
): Promise<Decoded | "large"> {
  if (request.factsOnly) return factsOf(request, readTags, null, request.factsOnly);
  try {
    return await decodeFile(request, alone, readTags, tools);
  } catch (thrown) {
    const failure = failureFrom(thrown);
    const { path, type, maxMegapixels } = request;
    if (failure.kind === "missing" || (!failure.isCertain && !alone)) throw failure;
    if (failure.kind === "damaged") {
      await using whole = await withEnd(path, type, maxMegapixels);
      const decoded =
        whole &&
        (await decodeFile({ ...request, path: whole.path }, alone, readTags, tools).catch(() => null));
      if (decoded) return decoded;
      await using part = await mend(path, type, maxMegapixels);
      const shown =
        part && (await decodeFile({ ...request, path: part.path, type: part.type }, true, noTags, tools));
      if (part && shown && shown !== "large") {
        const { facts, notes } = await factsOf(request, readTags, part.size, failure.message);
        return { ...shown, facts, notes, flaw: failure.message };
      }
    }
    const known = await factsOf(request, readTags, null, failure.message);
    if (!tellsAnything(known.facts)) throw failure;
    return known;
  }
}

const noTags: ReadTags = async () => ({ tags: {}, notes: [] });

async function factsOf(
  { path, type }: DecodeRequest,
  readTags: ReadTags,
  size: { width: number; height: number } | null,
  flaw: string,
): Promise<Decoded> {
  const { tags, notes } = await readTags(path, type, undefined);
  const facts = { ...factsFrom(tags, size), film: await filmIn(path, type, tags) };
  return { facts, renditions: null, animated: false, pictureNote: null, notes, flaw };
}
