import { monthOf } from "#app/words/dates.ts";
import type { Photo } from "#server/library/photo.ts";

/** The input of the query for the photos that examples are made from. */
export const newestPhotos = { limit: 60 };

export interface Example {
  /** The question, as it would be typed. */
  text: string;
  photo: Photo;
}

const most = 4;

/** Makes questions that this library can answer: facts about its photos, of different kinds if possible. */
export function examplesFrom(photos: Photo[]): Example[] {
  const shown = photos.filter((photo) => photo.thumbhash !== null);
  const kinds = [
    (photo: Photo) => photo.caption && captionStart(photo.caption.text),
    (photo: Photo) => photo.place?.city ?? photo.place?.country ?? null,
    (photo: Photo) => photo.takenAt && monthOf(photo.takenAt),
    (photo: Photo) => photo.people[0] ?? photo.keywords[0] ?? null,
    (photo: Photo) => photo.camera,
  ];
  const examples: Example[] = [];
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

const mostWords = 7;
const loose = new Set(
  "a an the of in on at to with and or by for from near next is are that which its his her their".split(" "),
);

/** Returns a caption's beginning that can stand alone, such as "A person on skis with a dog". */
function captionStart(caption: string): string | null {
  const [sentence = ""] = caption.split(/[.;:!?\n]/);
  const kept = sentence.replaceAll(",", " ").trim().split(/\s+/).slice(0, mostWords);
  while (kept.length > 1 && loose.has((kept.at(-1) ?? "").toLowerCase())) kept.pop();
  return kept.length > 2 ? kept.join(" ") : null;
}
