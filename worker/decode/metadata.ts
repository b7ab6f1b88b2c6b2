import type { PhotoFacts } from "#server/library/facts.ts";
import { takenFrom } from "./dates.ts";
import type { TagName, Tags } from "./tags.ts";

const longestText = 2000;
const longestList = 100;

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
const screenshotProgram = /screenshot|screencapture|spectacle|flameshot|ksnip|greenshot|sharex|snipping/i;

/** Turns tags into facts. `size` is that of the upright picture; without it the size comes from the tags. */
export function factsFrom(
  tags: Tags,
  size: { width: number; height: number } | null,
  now?: Date,
): PhotoFacts {
  const taken = takenFrom(tags, now);
  const position = positionFrom(tags);
  const make = text(tags, "EXIF:Make", "XMP:Make");
  const model = modelWithoutMake(text(tags, "EXIF:Model", "XMP:Model"), make);
  const upright = size ?? uprightSize(tags);
  return {
    width: upright?.width ?? null,
    height: upright?.height ?? null,
    takenLocal: taken?.takenLocal ?? null,
    takenOffset: taken?.takenOffset ?? null,
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    city: text(tags, "XMP:City", "IPTC:City"),
    region: text(tags, "XMP:State", "IPTC:Province-State"),
    country: text(tags, "XMP:Country", "IPTC:Country-PrimaryLocationName"),
    countryCode: countryCode(text(tags, "XMP:CountryCode", "IPTC:Country-PrimaryLocationCode")),
    make,
    model,
    lens: lensFrom(tags),
    focalLength: positive(tags, "EXIF:FocalLength", "XMP:FocalLength"),
    aperture: positive(tags, "EXIF:FNumber", "XMP:FNumber"),
    exposure: positive(tags, "EXIF:ExposureTime", "XMP:ExposureTime"),
    iso: positive(tags, "EXIF:ISO", "XMP:ISO"),
    flash: flashFrom(tags),
    rating: ratingFrom(tags),
    title: text(
      tags,
      "XMP:Title",
      "IPTC:ObjectName",
      "EXIF:XPTitle",
      "XMP:Headline",
      "IPTC:Headline",
      "PNG:Title",
    ),
    description: descriptionFrom(tags, [make, model, text(tags, "EXIF:Model")]),
    keywords: keywordsFrom(tags),
    people: peopleFrom(tags),
    screenshot: make === null && isScreenshot(tags),
  };
}

function clean(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return "";
  return String(value)
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .trim()
    .slice(0, longestText)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}

function items(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/**
 * Returns the first of the tags that is not empty. exiftool's JSON makes numbers of texts that look like
 * numbers.
 */
function text(tags: Tags, ...names: TagName[]): string | null {
  for (const name of names) {
    const found = clean(items(tags[name])[0]);
    if (found) return found;
  }
  return null;
}

function number(tags: Tags, ...names: TagName[]): number | null {
  for (const name of names) {
    const found = clean(items(tags[name])[0]);
    if (found && Number.isFinite(Number(found))) return Number(found);
  }
  return null;
}

function positive(tags: Tags, ...names: TagName[]): number | null {
  const found = number(tags, ...names);
  return found !== null && found > 0 ? found : null;
}

/** Returns the texts trimmed and in their order, without empty and repeated ones. */
function list(values: unknown[]): string[] {
  const seen = new Map<string, string>();
  for (const value of values) {
    const word = clean(value);
    const key = word.normalize("NFC").toLowerCase();
    if (word && !seen.has(key)) seen.set(key, word);
  }
  return [...seen.values()].slice(0, longestList);
}

function uprightSize(tags: Tags): { width: number; height: number } | null {
  const [width, height] = clean(tags["Composite:ImageSize"]).split(/[ x]/).map(Number);
  if (!width || !height) return null;
  return (number(tags, "EXIF:Orientation") ?? 1) > 4 ? { width: height, height: width } : { width, height };
}

function positionFrom(tags: Tags): { latitude: number; longitude: number } | null {
  const latitude = number(tags, "Composite:GPSLatitude", "XMP:GPSLatitude");
  const longitude = number(tags, "Composite:GPSLongitude", "XMP:GPSLongitude");
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
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
  const lens = text(tags, "EXIF:LensModel", "XMP:LensModel", "Composite:LensID", "XMP:Lens");
  return lens && /[a-z]{3}|\d ?mm/i.test(lens) && !/^(unknown|n\/a|none|manual lens)/i.test(lens)
    ? lens
    : null;
}

function countryCode(code: string | null): string | null {
  return code && /^[a-z]{2,3}$/i.test(code) ? code.toUpperCase() : null;
}

function flashFrom(tags: Tags): boolean | null {
  const flash = number(tags, "EXIF:Flash");
  if (flash !== null) return flash % 2 === 1;
  const fired = field(tags["XMP:Flash"], "Fired");
  return fired === undefined ? null : /^(true|1)$/i.test(clean(fired));
}

function ratingFrom(tags: Tags): number | null {
  const rating = number(tags, "XMP:Rating", "EXIF:Rating");
  return rating !== null && rating >= 0 && rating <= 5 ? Math.round(rating) : null;
}

function descriptionFrom(tags: Tags, camera: (string | null)[]): string | null {
  const names: TagName[] = [
    "XMP:Description",
    "IPTC:Caption-Abstract",
    "EXIF:ImageDescription",
    "EXIF:XPComment",
    "PNG:Description",
  ];
  const found = names.map((name) => text(tags, name)).find((words) => words && !notADescription.test(words));
  return found && !camera.includes(found) ? found : null;
}

/** Collects keywords, and takes only the last word of a path such as "Places|Spain|Málaga". */
function keywordsFrom(tags: Tags): string[] {
  return list([
    ...items(tags["XMP:Subject"]),
    ...items(tags["IPTC:Keywords"]),
    ...items(tags["XMP:HierarchicalSubject"]).map((path) => clean(path).split("|").at(-1)),
    ...items(tags["XMP:TagsList"]).map((path) => clean(path).split("/").at(-1)),
    ...clean(tags["EXIF:XPKeywords"]).split(";"),
  ]);
}

/** Collects names from face regions (Metadata Working Group, Microsoft) and from the people shown (IPTC). */
function peopleFrom(tags: Tags): string[] {
  const regions = items(field(tags["XMP:RegionInfo"], "RegionList"))
    .filter((region) => /^(face)?$/i.test(clean(field(region, "Type"))))
    .map((region) => field(region, "Name"));
  const microsoft = items(field(tags["XMP:RegionInfoMP"], "Regions")).map((region) =>
    field(region, "PersonDisplayName"),
  );
  return list([...regions, ...microsoft, ...items(tags["XMP:PersonInImage"])]);
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function isScreenshot(tags: Tags): boolean {
  const comment = text(tags, "EXIF:UserComment", "XMP:UserComment") ?? "";
  const program = text(tags, "PNG:Software", "EXIF:Software", "XMP:CreatorTool") ?? "";
  return (
    /^screen ?shot$/i.test(comment) ||
    /screencapture$/i.test(clean(tags["XMP:DigitalSourceType"])) ||
    screenshotProgram.test(program)
  );
}
