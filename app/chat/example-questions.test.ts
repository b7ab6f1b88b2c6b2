import { expect, test } from "vitest";
import type { Photo } from "#server/library/photo.ts";
import { examplesFrom } from "./example-questions.ts";

let made = 0;
const photoWith = (facts: Partial<Photo>): Photo =>
  ({
    id: `p${++made}`,
    status: "indexed",
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

const lisbonPlace = {
  place: { city: "Lisbon", region: null, country: "Portugal", latitude: null, longitude: null },
};

test("each example is a whole phrase about the photo that it is shown with", () => {
  const dog = photoWith(caption("A person on skis with a dog, in deep snow. The sun is low."));
  const lisbon = photoWith({ ...lisbonPlace, takenAt: "2022-04-01T23:10:00" });
  const may = photoWith({ takenAt: "2023-05-04T10:00:00" });
  const camera = photoWith({ camera: "Fujifilm X-T4" });
  expect(examplesFrom([camera, may, lisbon, dog])).toEqual([
    { text: "Lisbon at night", photo: lisbon },
    { text: "A person on skis with a dog", photo: dog },
    { text: "The best of May 2023", photo: may },
    { text: "Taken with the Fujifilm X-T4", photo: camera },
  ]);
  expect(texts([photoWith({ ...lisbonPlace, takenAt: "2022-04-01T12:00:00" })])).toEqual([
    "Lisbon in April 2022",
  ]);
});

test("a caption is not cut in the middle of a thought", () => {
  const cut = [
    ["Two brown horses standing on top of the green hill", "Two brown horses standing"],
    ["A red bus stands on a rainy street.", "A red bus stands on a rainy street"],
    ["A computer desk topped with a large old laptop computer", "A computer desk"],
    ["A man in a hat sits near the window of a small cafe", "A man in a hat sits"],
  ];
  for (const [text = "", phrase] of cut) expect(texts([photoWith(caption(text))])).toEqual([phrase]);
});

test("the things in a photo are no example before a search finds them", () => {
  expect(texts([photoWith({ ...caption("A red bus stands in a street."), status: "described" })])).toEqual(
    [],
  );
});

test("examples stay while photos come in, and new ones follow them", () => {
  const may = photoWith({ takenAt: "2023-05-04T10:00:00" });
  const first = examplesFrom([may]);
  const later = examplesFrom([photoWith(caption("A cat sleeps on a sofa.")), may], first);
  expect(later.map(({ text }) => text)).toEqual(["The best of May 2023", "A cat sleeps on a sofa"]);
});

test("there are at most four examples, and none repeats a text or a photo", () => {
  const same = Array.from({ length: 10 }, () => photoWith({ camera: "Canon", takenAt: "2023-05-04" }));
  expect(texts(same)).toEqual(["The best of May 2023", "Taken with the Canon"]);
  const many = Array.from({ length: 10 }, (_, index) => photoWith(caption(`A cat number ${index} sleeps`)));
  expect(texts(many)).toHaveLength(4);
});

test("a photo without a picture makes no example, and an empty library has none", () => {
  expect(texts([photoWith({ thumbhash: null, camera: "Canon" })])).toEqual([]);
  expect(texts([])).toEqual([]);
});
