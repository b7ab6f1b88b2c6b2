import { monthOf } from "#app/words/dates.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";

/** The input of the query for the photos that examples are made from. */
export const newestPhotos = { limit: 60 };

export interface Example {
  /** The question, as it would be typed. */
  text: string;
  photo: Photo;
}

const most = 4;

/**
 * Makes questions that this library can answer, of different kinds if possible; each finds at least the photo that it
 * is shown with. `kept` stay as they are while photos come in, and new ones follow them.
 */
export function examplesFrom(photos: Photo[], kept: Example[] = []): Example[] {
  // A photo's time and place are known at once; the things in it are found only once it is indexed.
  const shown = photos.filter((photo) => photo.thumbhash !== null && photo.status !== "received");
  // Places and people come first, because fewer photos have them and each photo stands for one question only.
  const { asks } = words.home;
  const kinds = [
    placeAndTime,
    ({ people: [name], takenAt }: Photo) => name && takenAt && asks.person(name, takenAt.slice(0, 4)),
    (photo: Photo) => photo.status === "indexed" && photo.caption && captionStart(photo.caption.text),
    (photo: Photo) => photo.takenAt && asks.bestOf(monthOf(photo.takenAt)),
    (photo: Photo) => photo.camera && asks.camera(photo.camera),
  ];
  const examples = kept.slice(0, most);
  // Take one example of each kind, then a second of each kind, until there are enough.
  for (let round = 0; round < most && examples.length < most; round++) {
    for (const textOf of kinds) {
      const fresh = shown.find((photo) => {
        const text = textOf(photo);
        return text && !examples.some((example) => example.text === text || example.photo.id === photo.id);
      });
      const text = fresh && textOf(fresh);
      if (text && examples.length < most) examples.push({ text, photo: fresh });
    }
  }
  return examples;
}

/** Returns what tempts to ask about a place: "Lisbon at night", or else "Lisbon in April 2022". */
function placeAndTime({ place, takenAt }: Photo): string | null {
  const { asks } = words.home;
  const name = place?.city ?? place?.country ?? null;
  if (!name || !takenAt) return name && asks.from(name);
  const hour = Number(/T(\d{2}):/.exec(takenAt)?.[1] ?? Number.NaN);
  if (hour >= 21 || hour < 5) return asks.atNight(name);
  return asks.inMonth(name, monthOf(takenAt));
}

const mostWords = 8;
/** A phrase can end before these words. */
const joins =
  /\s+(?=(?:with|while|near|next|in|on|at|by|behind|under|along|and|as|against|through|from|over)\b)/i;

/** Returns as much of a caption's beginning as can stand alone: "A person on skis", but not "A person on skis with a". */
function captionStart(caption: string): string | null {
  const [clause = ""] = caption.split(/[.,;:!?\n]/);
  const parts = clause.trim().split(joins);
  const lengths = parts.map((_, at) => parts.slice(0, at + 1).join(" "));
  const longest = lengths.findLast((text) => text.split(/\s+/).length <= mostWords);
  // "A computer desk topped" waits for what it is topped with.
  const phrase = longest === lengths.at(-1) ? longest : longest?.replace(/(?:\s+\S+(?:ed|lit|ly))+$/, "");
  return phrase && phrase.split(/\s+/).length > 2 ? phrase : null;
}
