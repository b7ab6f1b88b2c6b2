import { hasFilmReader } from "#server/film-reader.ts";
import { formatOf, kindOf } from "#server/formats.ts";
import { type Derived, factsVersion, type PhotoFacts, writeFacts } from "#server/library/facts.ts";
import type { Outcome } from "#server/library/jobs.ts";
import { renditionKey } from "#server/library/renditions.ts";
import type { FactsRow } from "#server/library/schema.ts";
import { isPrepared } from "#server/library/stages.ts";
import type { Renditions } from "./decode/protocol.ts";
import { decodeOrRead } from "./decode-or-read.ts";
import { knownFacts } from "./known-facts.ts";
import { withSidecars } from "./sidecar-facts.ts";
import type { RunStage } from "./stages.ts";

const noPicture = "This is a film, which is played and not looked at.";

/**
 * Opens the file once for facts, thumbnail and preview. This is fast, so that a photo is on screen and found
 * long before models look at it.
 */
export const prepare: RunStage = async (before, tools, job, signal) => {
  const { photo, facts: earlier } = before;
  const isAgain = earlier !== null && isPrepared(photo);
  // A new original only has to be there; one that has been here for long may have changed and is read.
  await tools.originals.ensure(photo, !isAgain);
  await using file = await tools.objects.localFile(`originals/${photo.sha256}`);
  const { path } = file;
  // A sidecar has no picture, and the picture of a film is not needed.
  const factsOnly = formatOf(photo.type) ? undefined : noPicture;
  const request = { path, type: photo.type, maxMegapixels: tools.maxMegapixels, factsOnly };
  const { isSuspect } = job;
  const onOpen = () => tools.marks.set(job.id);
  const how = { signal, isSuspect, onOpen };
  const opened = await decodeOrRead(tools.decoder, request, how, job.attempt);
  const { renditions, animated, pictureNote, flaw } = opened;
  const { facts, read } = await withSidecars(opened.facts, before, tools, { signal });
  if (renditions) {
    await tools.objects.put(renditionKey(photo.sha256, "preview"), renditions.preview);
    await tools.objects.put(renditionKey(photo.sha256, "thumbnail"), renditions.thumbnail);
    if (renditions.sheet) await tools.objects.put(renditionKey(photo.sha256, "sheet"), renditions.sheet);
  }
  // A video is opened anew once what opens it has been installed.
  const isReadable = kindOf(photo.type) === "photo" || hasFilmReader();
  const version = isReadable ? (formatOf(photo.type)?.version ?? 0) : 0;
  // The photo was prepared again for a missing rendition only, so its later stages stay done.
  const isReadAnew = read.length > 0 ? earlier?.sidecars !== JSON.stringify(read) : earlier?.sidecars != null;
  if (isAgain && !isReadAnew && earlier.version >= version && earlier.facts_version >= factsVersion)
    return { event: { type: "prepared" } };
  const derived = {
    ...derivedFrom(renditions, flaw ?? null, earlier),
    animated,
    pictureNote,
    version,
    sidecars: read,
  };
  const known = knownFacts(facts, photo, tools.gazetteer);
  const write: Outcome["write"] = (rows) => writeFacts(rows, job.owner, photo.id, known, derived);
  const isCaptioned = Boolean(before.caption ?? before.edits?.caption);
  // Its facts were read again. (A photo that had no picture before and has one now goes on as a new one.)
  if (isAgain && (!renditions || earlier.thumbhash !== null))
    return {
      event: { type: "prepared" },
      next: isCaptioned && !tellsTheSame(earlier, known) ? ["index", "embed"] : ["index"],
      write,
    };
  return {
    status: "prepared",
    event: { type: "prepared" },
    next: renditions && photo.role === null ? ["index", "describe"] : ["index"],
    write,
  };
};

/**
 * Returns the facts that come from the pixels. If they could not be opened this time, those of an earlier time stay.
 */
function derivedFrom(renditions: Renditions | null, flaw: string | null, earlier: FactsRow | null): Derived {
  if (renditions) {
    const { thumbhash, colours, brightness } = renditions;
    return { flaw, thumbhash, colours, brightness };
  }
  if (!earlier?.thumbhash) return { flaw, thumbhash: null, colours: [], brightness: null };
  const { thumbhash, colours, brightness } = earlier;
  return { flaw: earlier.flaw, thumbhash, colours: JSON.parse(colours) as string[], brightness };
}

/** Says whether the facts that are embedded with a caption have stayed the same. */
function tellsTheSame(earlier: FactsRow, facts: PhotoFacts): boolean {
  const lists = { keywords: facts.keywords, people: facts.people, other_places: facts.otherPlaces };
  const precision = earlier.taken_precision ?? (earlier.taken_local && "moment");
  return (
    Object.entries(lists).every(([name, list]) => Reflect.get(earlier, name) === JSON.stringify(list)) &&
    (["title", "description", "city", "region", "country"] as const).every(
      (name) => earlier[name] === facts[name],
    ) &&
    earlier.taken_local === facts.takenLocal &&
    precision === facts.takenPrecision
  );
}
