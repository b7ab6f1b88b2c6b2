import { formatOf } from "#server/formats.ts";
import { type PhotoFacts, writeFacts } from "#server/library/facts.ts";
import { renditionKey } from "#server/library/renditions.ts";
import { isPrepared } from "#server/library/stages.ts";
import type { RunStage, StageTools } from "./stages.ts";

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
  const { facts, renditions, animated, pictureNote } = await tools.decoder.decode(request, {
    signal,
    isSuspect,
    onOpen,
  });
  if (renditions) {
    await tools.objects.put(renditionKey(photo.sha256, "preview"), renditions.preview);
    await tools.objects.put(renditionKey(photo.sha256, "thumbnail"), renditions.thumbnail);
  }
  const version = formatOf(photo.type)?.version ?? 0;
  // A rendition was missing. All that follows from the photo is there, and stays.
  if (isAgain && earlier.version >= version) return { event: { type: "prepared" } };
  const derived = {
    thumbhash: renditions?.thumbhash ?? null,
    colours: renditions?.colours ?? [],
    brightness: renditions?.brightness ?? null,
    ...{ animated, pictureNote, version },
  };
  // An older version saw no picture, so nothing has described it.
  const isNew = !isAgain || (renditions !== null && earlier.thumbhash === null);
  return {
    status: isNew ? "prepared" : undefined,
    event: { type: "prepared" },
    next: isNew && renditions ? ["index", "describe"] : ["index"],
    write: (rows) => writeFacts(rows, job.owner, photo.id, withPlace(facts, tools.gazetteer), derived),
  };
};

/**
 * Takes the place from the gazetteer if a file has coordinates but no words for them. The file's own words
 * win.
 */
function withPlace(facts: PhotoFacts, gazetteer: StageTools["gazetteer"]): PhotoFacts {
  const { latitude, longitude, city, region, country } = facts;
  if (latitude === null || longitude === null || city || region || country) return facts;
  return { ...facts, ...gazetteer.placeOf(latitude, longitude) };
}
