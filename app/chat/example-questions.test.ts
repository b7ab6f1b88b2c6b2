import { expect, test } from "vitest";
import type { Photo } from "#server/library/photo.ts";
import { examplesFrom } from "./example-questions.ts";

let made = 0;
const photoWith = (facts: Partial<Photo>): Photo =>
  ({
    id: `p${++made}`,
    thumbhash: "hash",
    people: [],
    keywords: [],
    caption: null,
    place: null,
    takenAt: null,
    camera: null,
    ...facts,
  }) as Photo;
const caption = (text: string) => ({ caption: { text, model: "llava", raw: null } });
const texts = (photos: Photo[]) => examplesFrom(photos).map((example) => example.text);

test("each example is a fact about the photo that it is shown with", () => {
  const dog = photoWith(caption("A person on skis with a dog, in deep snow. The sun is low."));
  const lisbon = photoWith({
    place: { city: "Lisbon", region: null, country: "Portugal", latitude: null, longitude: null },
  });
  const may = photoWith({ takenAt: "2023-05-04T10:00:00" });
  const camera = photoWith({ camera: "Fujifilm X-T4" });
  expect(examplesFrom([camera, may, lisbon, dog])).toEqual([
    { text: "A person on skis with a dog", photo: dog },
    { text: "Lisbon", photo: lisbon },
    { text: "May 2023", photo: may },
    { text: "Fujifilm X-T4", photo: camera },
  ]);
});

test("a caption is not cut in the middle of a thought", () => {
  expect(texts([photoWith(caption("Two brown horses standing on top of the green hill"))])).toEqual([
    "Two brown horses standing on top",
  ]);
});

test("there are at most four examples, and none repeats a text or a photo", () => {
  const same = Array.from({ length: 10 }, () => photoWith({ camera: "Canon", takenAt: "2023-05-04" }));
  expect(texts(same)).toEqual(["May 2023", "Canon"]);
  const many = Array.from({ length: 10 }, (_, index) => photoWith(caption(`A cat number ${index} sleeps`)));
  expect(texts(many)).toHaveLength(4);
});

test("a photo without a picture makes no example, and an empty library has none", () => {
  expect(texts([photoWith({ thumbhash: null, camera: "Canon" })])).toEqual([]);
  expect(texts([])).toEqual([]);
});
