import type { Where } from "../types.ts";
import { camera, city, country, within } from "../where.ts";

/** By somebody who knew the photos, and nothing of how a question is read. */
export const sony = camera("ILCE-7M3");
export const fuji = camera("X-T5");
export const goPro = camera("HERO11 Black");
export const samsung = camera("SM-S918B");
export const panasonic = camera("DMC-TZ7");
export const olympus = camera("OM-1");
export const phone = camera("SM-S918B", "iPhone 15 Pro", "iPhone 13", "Pixel 7");
export const spain = country("Spain");
export const uk = country("United Kingdom");
export const iceland = country("Iceland");
export const hamburg = city("Hamburg");
export const sanFrancisco = city("San Francisco");
export const europe = country(
  "Spain",
  "United Kingdom",
  "Iceland",
  "Germany",
  "Austria",
  "Portugal",
  "France",
);
export const nearBarcelona = within(50, 41.3888, 2.159);
export const unrated: Where = ({ rating }) => rating === null;
export const large: Where = ({ width, height }) => width * height > 20e6;
export const aloneIs =
  (name: string): Where =>
  ({ people }) =>
    people.length === 1 && people[0] === name;

export const places = ["city", "region", "country", "places", "place"];
export const gear = ["make", "model", "camera", "lens"];
