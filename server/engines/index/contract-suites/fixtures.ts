import type { FilterFields, IndexQuery, PhotoDocument, PhotoIndex, Scored } from "../port.ts";

/** Opens a fresh, empty store. */
export type OpenIndex = () => Promise<{ index: PhotoIndex } & AsyncDisposable>;

export const ada = "01900000-0000-7000-8000-00000000000a";
export const bob = "01900000-0000-7000-8000-00000000000b";

export function photoId(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

export const noFields: FilterFields = {
  taken: null,
  takenSpan: 0,
  year: null,
  month: null,
  day: null,
  weekday: null,
  hour: null,
  latitude: null,
  longitude: null,
  city: null,
  region: null,
  country: null,
  countryCode: null,
  make: null,
  model: null,
  lens: null,
  focalLength: null,
  aperture: null,
  exposure: null,
  iso: null,
  flash: null,
  kind: "photo",
  duration: null,
  type: "image/jpeg",
  extension: "jpg",
  fileName: "photo.jpg",
  width: null,
  height: null,
  megapixels: null,
  orientation: null,
  season: null,
  screenshot: false,
  motion: false,
  rating: null,
  favourite: false,
  keywords: [],
  people: [],
  places: [],
  described: false,
};

type Overrides = Partial<Omit<PhotoDocument, "photoId" | "fields">> & { fields?: Partial<FilterFields> };

export function documentOf(number: number, { fields, ...rest }: Overrides = {}): PhotoDocument {
  return {
    photoId: photoId(number),
    owner: ada,
    tokens: "",
    sortAt: number,
    ...rest,
    fields: { ...noFields, ...fields },
  };
}

export function idsOf(hits: Scored[]): string[] {
  return hits.map((hit) => hit.photoId);
}

/** Returns numbers from 0 up to 1, the same in every run (Lehmer's generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function unitVector(dimension: number, random: () => number, around?: Float32Array): Float32Array {
  const vector = new Float32Array(dimension);
  for (let at = 0; at < dimension; at++) vector[at] = (around?.[at] ?? 0) * 2 + random() - 0.5;
  const length = Math.sqrt(cosineOf(vector, vector));
  for (let at = 0; at < dimension; at++) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}

export function cosineOf(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Searches with one vector. */
export async function nearest(
  index: PhotoIndex,
  { vector, ...query }: IndexQuery & { space: string; vector: Float32Array },
): Promise<Scored[]> {
  const [hits = []] = await index.searchVectors({ ...query, vectors: [vector] });
  return hits;
}
