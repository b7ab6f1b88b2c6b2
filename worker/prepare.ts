import { factsVersion, tellsAnything, writeFacts } from "#server/library/facts.ts";
import type { Outcome } from "#server/library/jobs.ts";
import { renditionKey } from "#server/library/renditions.ts";
import { isPrepared } from "#server/library/stages.ts";
import {
  type Decoded,
  DecodeError,
  type DecodeHow,
  type DecodeRequest,
  type Decoder,
} from "./decode/protocol.ts";
import { knownFacts } from "./known-facts.ts";
import type { RunStage } from "./stages.ts";

/**
 * Opens the file once for facts, thumbnail and preview. This is fast, so that a photo is on screen and found
 * long before models look at it.
 */
export const prepare: RunStage = async ({ photo, facts: earlier }, tools, job, signal) => {
  const isAgain = earlier !== null && isPrepared(photo);
  // What came in a moment ago is only looked for; what has lain here for long may have changed.
  await tools.originals.ensure(photo, !isAgain);
  await using file = await tools.objects.localFile(`originals/${photo.sha256}`);
  const request = { path: file.path, type: photo.type, maxMegapixels: tools.maxMegapixels };
  const { isSuspect } = job;
  const onOpen = () => tools.marks.set(job.id);
  const { facts, renditions, flaw } = await decodeOrRead(tools.decoder, request, {
    ...{ signal, isSuspect, onOpen },
  });
  if (renditions) {
    await tools.objects.put(renditionKey(photo.sha256, "preview"), renditions.preview);
    await tools.objects.put(renditionKey(photo.sha256, "thumbnail"), renditions.thumbnail);
  }
  // A rendition was missing. All that follows from the photo is there, and stays.
  if (isAgain && earlier.facts_version >= factsVersion) return { event: { type: "prepared" } };
  const derived = {
    flaw: flaw ?? null,
    thumbhash: renditions?.thumbhash ?? null,
    colours: renditions?.colours ?? [],
    brightness: renditions?.brightness ?? null,
  };
  const known = knownFacts(facts, photo, tools.gazetteer);
  const write: Outcome["write"] = (rows) => writeFacts(rows, job.owner, photo.id, known, derived);
  // Facts were read anew. A photo that had no picture before may have one now.
  if (isAgain && (!renditions || earlier.thumbhash !== null))
    return { event: { type: "prepared" }, next: ["index"], write };
  return {
    status: "prepared",
    event: { type: "prepared" },
    next: renditions ? ["index", "describe"] : ["index"],
    write,
  };
};

/** A picture that breaks or holds up what opens it still tells its facts. */
async function decodeOrRead(decoder: Decoder, request: DecodeRequest, how: DecodeHow): Promise<Decoded> {
  try {
    return await decoder.decode(request, how);
  } catch (error) {
    if (!(error instanceof DecodeError) || !["timeout", "memory"].includes(error.kind)) throw error;
    const known = await decoder.decode({ ...request, factsOnly: error.message }, how).catch(() => null);
    if (!known || !tellsAnything(known.facts)) throw error;
    return known;
  }
}
