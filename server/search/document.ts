import type { FilterFields, PhotoDocument } from "../engines/index/port.ts";
import { kindOf } from "../formats.ts";
import { englishMonths, partOfDay, seasonOf } from "../languages/parts-of-time.ts";
import { withoutColours } from "../library/facts.ts";
import type { TakenPrecision } from "../library/photo.ts";
import { effectiveFacts, type KnownPhoto, localMs, motionOf } from "../library/photo-rows.ts";
import { monochromeToken, saysMonochrome } from "./concepts/monochrome.ts";
import { saidTokens } from "./concepts/said.ts";
import { documentTokens } from "./words.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Makes the document of a photo for the index: all words that it can be found by, and its filter fields. */
export function documentOf(known: KnownPhoto): PhotoDocument {
  return {
    photoId: known.photo.id,
    owner: known.photo.owner,
    tokens: photoTokens(known),
    sortAt: Number(known.photo.sort_at),
    fields: fieldsOf(known),
  };
}

/**
 * Returns the tokens of a photo. Captions, titles and descriptions are sentences, which may deny or suppose something;
 * all other texts only name things.
 */
export function photoTokens(known: KnownPhoto): string {
  return [
    saidTokens(sentencesIn(known)),
    documentTokens(namesIn(known)),
    isMonochrome(known) ? monochromeToken : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** A black and white picture is said to be one, or has no colours. */
function isMonochrome(known: KnownPhoto): boolean {
  return effectiveFacts(known).colours.includes(withoutColours) || saysMonochrome(sentencesIn(known));
}

/** Joins the sentences about the photo: its caption, its title and its description. */
export function sentencesIn(known: KnownPhoto): string {
  const { caption, title, description } = effectiveFacts(known);
  return [caption?.text, title, description].filter(Boolean).join("\n");
}

/** Joins the names and facts of a photo that somebody might type. */
function namesIn(known: KnownPhoto): string {
  const { photo, facts } = known;
  const now = effectiveFacts(known);
  const { shape } = shapeOf(facts?.width ?? null, facts?.height ?? null);
  return [
    ...now.keywords,
    ...now.people,
    // A photo with named people is also a photo of people.
    now.people.length > 0 ? "people Menschen" : null,
    ...placeWords(now),
    ...now.otherPlaces,
    // Seasons and parts of the day are filters only, because somebody who asks for "falls" does not mean autumn.
    dateWords(now.takenLocal, now.takenPrecision),
    now.camera,
    facts?.lens,
    ...now.colours.filter((colour) => colour !== withoutColours),
    lightWord(facts?.brightness ?? null),
    shape,
    facts?.screenshot ? "screenshot" : null,
    now.favourite ? "favourite favorite" : null,
    motionOf(known) && "live photo",
    ...known.companions.flatMap(({ role, file_name }) => (role === "raw" ? ["raw", file_name] : [])),
    photo.file_name,
    photo.type.replace("image/", ""),
  ]
    .filter((part) => part !== null && part !== undefined && part !== "")
    .join("\n");
}

/**
 * Writes the text that the model embeds: the caption, and the facts that give a photo its meaning; null
 * without a caption.
 */
export function textToEmbed(known: KnownPhoto): string | null {
  const now = effectiveFacts(known);
  if (!now.caption) return null;
  const sentence = (lead: string, parts: (string | null | undefined)[]) => {
    const there = parts.filter(Boolean);
    return there.length > 0 ? `${lead}${there.join(", ")}.` : null;
  };
  return [
    now.caption.text,
    sentence("", [now.title]),
    sentence("", [now.description]),
    sentence("People: ", now.people),
    sentence("About: ", now.keywords),
    sentence("Place: ", [...placeWords(now), ...now.otherPlaces]),
    sentence("Time: ", timeWords(now)),
  ]
    .filter(Boolean)
    .join(" ");
}

function placeWords(now: { city: string | null; region: string | null; country: string | null }) {
  return [now.city, now.region, now.country];
}

/**
 * Returns words such as "14 July 2024", "Sunday", "summer" and "evening", by the photo's local clock. The
 * season depends on the hemisphere.
 */
function timeWords({
  takenLocal,
  takenPrecision,
  latitude,
}: Pick<ReturnType<typeof effectiveFacts>, "takenLocal" | "takenPrecision" | "latitude">): string[] {
  if (!takenLocal) return [];
  const taken = new Date(localMs(takenLocal));
  const season = seasonOf(taken.getUTCMonth(), isSouthern(latitude));
  return [
    dateWords(takenLocal, takenPrecision) ?? "",
    takenPrecision === "year" ? "" : season === "autumn" ? "autumn fall" : season,
    takenPrecision === "moment" ? partOfDay(taken.getUTCHours()) : "",
  ];
}

/** Returns "14 July 2024 Sunday", or less if less is known. */
function dateWords(takenLocal: string | null, precision: TakenPrecision): string | null {
  if (!takenLocal) return null;
  const taken = new Date(localMs(takenLocal));
  const year = String(taken.getUTCFullYear());
  if (precision === "year") return year;
  const month = `${englishMonths[taken.getUTCMonth()]} ${year}`;
  return precision === "month" ? month : `${taken.getUTCDate()} ${month} ${weekdays[taken.getUTCDay()]}`;
}

/** A photo without a place counts as northern. */
const isSouthern = (latitude: number | null) => (latitude ?? 0) < 0;

function lightWord(brightness: number | null): string | null {
  if (brightness === null) return null;
  return brightness < 0.25 ? "dark" : brightness > 0.7 ? "bright" : null;
}

function shapeOf(width: number | null, height: number | null): { shape: FilterFields["orientation"] } {
  if (!width || !height) return { shape: null };
  const ratio = width / height;
  if (ratio >= 2 || ratio <= 0.5) return { shape: "panorama" };
  if (ratio > 0.95 && ratio < 1.05) return { shape: "square" };
  return { shape: ratio > 1 ? "landscape" : "portrait" };
}

function fieldsOf(known: KnownPhoto): FilterFields {
  const { photo, facts } = known;
  const now = effectiveFacts(known);
  const taken = now.takenLocal === null ? null : localMs(now.takenLocal);
  const clock = taken === null ? null : new Date(taken);
  const precision = now.takenPrecision;
  const month = precision === "year" ? null : clock;
  const day = precision === "month" ? null : month;
  const width = facts?.width ?? null;
  const height = facts?.height ?? null;
  return {
    taken,
    takenSpan: precision === "year" ? 366 : precision === "month" ? 31 : 0,
    year: clock?.getUTCFullYear() ?? null,
    month: month ? month.getUTCMonth() + 1 : null,
    day: day?.getUTCDate() ?? null,
    weekday: day ? day.getUTCDay() || 7 : null,
    hour: precision === "moment" ? (clock?.getUTCHours() ?? null) : null,
    latitude: now.latitude,
    longitude: now.longitude,
    city: now.city,
    region: now.region,
    country: now.country,
    countryCode: now.countryCode,
    make: facts?.make ?? null,
    model: facts?.model ?? null,
    lens: facts?.lens ?? null,
    focalLength: facts?.focal_length ?? null,
    aperture: facts?.aperture ?? null,
    exposure: facts?.exposure ?? null,
    iso: facts?.iso ?? null,
    flash: facts?.flash === null || facts?.flash === undefined ? null : facts.flash === 1,
    kind: kindOf(photo.type),
    duration:
      facts?.duration_ms === null || facts?.duration_ms === undefined ? null : facts.duration_ms / 1000,
    type: photo.type,
    extension: photo.extension,
    fileName: photo.file_name,
    width,
    height,
    megapixels: width && height ? (width * height) / 1e6 : null,
    orientation: shapeOf(width, height).shape,
    season: month && seasonOf(month.getUTCMonth(), isSouthern(now.latitude)),
    screenshot: facts?.screenshot === 1,
    motion: motionOf(known) !== null,
    rating: now.rating,
    favourite: now.favourite,
    keywords: now.keywords,
    people: now.people,
    places: [...new Set([...placeWords(now), ...now.otherPlaces, ...now.keywords])].filter(
      (place) => place !== null,
    ),
    described: now.caption !== null,
  };
}
