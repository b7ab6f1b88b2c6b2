import type { PhotoFacts } from "#server/library/facts.ts";
import { takenFrom } from "./dates.ts";
import { type TableFact, tableRowsOf } from "./fact-table.ts";
import { placesFrom, positionFrom } from "./file-places.ts";
import {
  keywordsBetweenSemicolons,
  keywordsBetweenSlashes,
  keywordsIn,
  keywordsInHierarchy,
  keywordsInXml,
} from "./keywords.ts";
import {
  belowPeople,
  inIptcRegions,
  inMicrosoftRegions,
  inMwgRegions,
  type Seen,
  uprightFace,
  withDetails,
  withNames,
} from "./people.ts";
import { type TagName, type Tags, tagValue } from "./tags.ts";
import { isUnmarked, readUnmarked } from "./unmarked.ts";
import { clean, field, items, list, numberIn } from "./values.ts";

/** Texts that cameras and programs write where a person's description belongs. */
const notADescription = new RegExp(
  `^(${[
    "((olympus|minolta|konica minolta|samsung|casio|vivitar|polaroid) )?digital (still )?camera",
    "sony dsc|samsung( csc)?|<?(digimax|kenox).*",
    "dcim.*|exif_jpeg_picture|exif jpeg|jpeg|default|untitled|image|picture|photo|binary comment|ascii",
    "created with (the )?gimp|created by imlib|charset=.*",
    "(btf|btfhdr|btfmdn|btr|cof|dav|edf|fbt|fbthdr|frem|fshbty|hdr|kav|mde|nor|oznor|oznorwo|ptfbty|ptr|qrf|rbt|rhdr|rpt|sdr|vhdr|ytf)(_\\w+)?",
  ].join("|")})$`,
  "i",
);
/** Notes of programs in a user comment: settings, structures and codes. */
const notAComment = /^(screen ?shot|hdr|[^\p{L}]*|\w+ ?=.*|[{[<].*|[\w+/=-]{24,})$/isu;
const screenshotProgram = /screenshot|screencapture|spectacle|flameshot|ksnip|greenshot|sharex|snipping/i;

/** Turns tags into facts. `size` is that of the upright picture; without it the size comes from the tags. */
export function factsFrom(
  tags: Tags,
  size: { width: number; height: number } | null,
  now?: Date,
): PhotoFacts {
  const taken = takenFrom(tags, now);
  const position = positionFrom(tags);
  const make = text(tags, "make");
  const model = modelWithoutMake(text(tags, "model"), make);
  const upright = size ?? uprightSize(tags);
  const { place, others } = placesFrom(tags, {
    sublocation: text(tags, "sublocation"),
    city: text(tags, "city"),
    region: text(tags, "region"),
    country: text(tags, "country"),
    countryCode: text(tags, "countryCode"),
  });
  const people = peopleFrom(tags);
  return {
    width: upright?.width ?? null,
    height: upright?.height ?? null,
    durationMs: durationFrom(tags),
    takenLocal: taken?.takenLocal ?? null,
    takenOffset: taken?.takenOffset ?? null,
    takenPrecision: taken?.takenPrecision ?? null,
    takenFrom: taken?.takenFrom ?? null,
    ...(taken?.takenInUtc && { takenInUtc: true }),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    city: place.city,
    region: place.region,
    country: place.country,
    countryCode: place.countryCode,
    otherPlaces: others,
    make,
    model,
    lens: lensFrom(tags),
    focalLength: positive(tags, "focalLength"),
    aperture: positive(tags, "aperture"),
    exposure: positive(tags, "exposure"),
    iso: positive(tags, "iso"),
    flash: flashFrom(tags),
    rating: ratingFrom(tags),
    title: text(tags, "title"),
    description: descriptionFrom(tags, [make, model, ...valuesOf(tags, "model").map(clean)]),
    keywords: keywordsFrom(tags),
    people: list(people.map(({ name }) => name)),
    faces: people.flatMap(({ face }) => (face ? uprightFace(face, orientationIn(tags)) : [])),
    screenshot: make === null && isScreenshot(tags),
    contentId: text(tags, "contentId"),
    // It is found in the bytes.
    film: null,
  };
}

/** Returns what the tags of a fact hold, the most trusted first. */
function valuesOf(tags: Tags, fact: TableFact): unknown[] {
  return tableRowsOf(fact).map(({ tag }) => read(tags, tag));
}

function read(tags: Tags, tag: TagName): unknown {
  const value = tagValue(tags, tag);
  return isUnmarked(tags, tag) ? readUnmarked(value) : value;
}

/** Returns the first of a fact's tags that is not empty. */
function text(tags: Tags, fact: TableFact): string | null {
  for (const value of valuesOf(tags, fact)) {
    const found = clean(items(value)[0]);
    if (found) return found;
  }
  return null;
}

function number(tags: Tags, fact: TableFact): number | null {
  return (
    valuesOf(tags, fact)
      .map(numberIn)
      .find((found) => found !== null) ?? null
  );
}

function positive(tags: Tags, fact: TableFact): number | null {
  const found = number(tags, fact);
  return found !== null && found > 0 ? found : null;
}

/** The orientation by EXIF, from 1 (upright) to 8. A video, and a container that turns by itself, says it otherwise. */
const orientationIn = (tags: Tags): number => number(tags, "orientation") ?? 1;

function uprightSize(tags: Tags): { width: number; height: number } | null {
  const [width, height] = clean(tags["Composite:ImageSize"]).split(/[ x]/).map(Number);
  if (!width || !height) return null;
  const isOnSide = orientationIn(tags) > 4 || (number(tags, "rotation") ?? 0) % 180 === 90;
  return isOnSide ? { width: height, height: width } : { width, height };
}

/** A file that claims a longer video is damaged. */
export const longestVideoSeconds = 31 * 24 * 3600;

function durationFrom(tags: Tags): number | null {
  const seconds = positive(tags, "duration");
  return seconds === null || seconds > longestVideoSeconds ? null : Math.round(seconds * 1000);
}

/**
 * Removes the make from a model: with the make "Canon", "Canon EOS 40D" becomes "EOS 40D"; with "NIKON
 * CORPORATION", "NIKON D70" becomes "D70".
 */
function modelWithoutMake(model: string | null, make: string | null): string | null {
  const [first, ...rest] = model?.split(/\s+/) ?? [];
  const words = make?.toLowerCase().split(/\s+/) ?? [];
  return first && rest.length > 0 && words.includes(first.toLowerCase()) ? rest.join(" ") : model;
}

function lensFrom(tags: Tags): string | null {
  const lens = text(tags, "lens");
  return lens && /[a-z]{3}|\d ?mm/i.test(lens) && !/^(unknown|n\/a|none|manual lens)/i.test(lens)
    ? lens
    : null;
}

function flashFrom(tags: Tags): boolean | null {
  const flash = number(tags, "flash");
  if (flash !== null) return flash % 2 === 1;
  const fired = field(tags["XMP:Flash"], "Fired");
  return fired === undefined ? null : /^(true|1)$/i.test(clean(fired));
}

function ratingFrom(tags: Tags): number | null {
  const stars = tableRowsOf("rating").flatMap(({ tag, as }) => {
    const found = numberIn(tags[tag]);
    if (found === null) return [];
    // Programs that count in percent write 1 for one star, and 99 for five.
    return as === "percent" ? (found > 0 && found <= 100 ? 1 + found / 25 : found) : found;
  });
  const rating = stars[0] ?? null;
  return rating !== null && rating >= 0 && rating < 5.5 ? Math.min(5, Math.round(rating)) : null;
}

function descriptionFrom(tags: Tags, camera: (string | null)[]): string | null {
  for (const { tag } of tableRowsOf("description")) {
    const words = clean(items(read(tags, tag))[0]);
    const isNote = tag.endsWith(":UserComment") && notAComment.test(words);
    if (words && !isNote && !notADescription.test(words) && !camera.includes(words)) return words;
  }
  return null;
}

function keywordsFrom(tags: Tags): string[] {
  return list(
    tableRowsOf("keywords").flatMap(({ tag, as }) => {
      const value = read(tags, tag);
      if (as === "slashes") return keywordsBetweenSlashes(value);
      if (as === "semicolons") return keywordsBetweenSemicolons(value);
      if (as === "categories") return keywordsInXml(value);
      return as === "hierarchy" ? keywordsInHierarchy(value) : keywordsIn(value);
    }),
  );
}

function peopleFrom(tags: Tags): Seen[] {
  return tableRowsOf("people").flatMap(({ tag, as }) => {
    const value = read(tags, tag);
    if (as === "mwg regions") return inMwgRegions(value);
    if (as === "microsoft regions") return inMicrosoftRegions(value);
    if (as === "iptc regions") return inIptcRegions(value);
    if (as === "people") return withDetails(value);
    return as === "people's tags" ? belowPeople(value) : withNames(value);
  });
}

function isScreenshot(tags: Tags): boolean {
  return (
    /^screen ?shot$/i.test(text(tags, "comment") ?? "") ||
    /screencapture$/i.test(text(tags, "origin") ?? "") ||
    screenshotProgram.test(text(tags, "program") ?? "")
  );
}
