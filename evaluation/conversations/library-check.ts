import type { Photo } from "#client/index.ts";
import { type FixturePhoto, fileNameOf } from "./photo.ts";

/** Lists the facts that Glimpse did not read as the fixture means them, one line for each. */
export function misread(meant: FixturePhoto, read: Photo): string[] {
  const { taken, offset, place, placeWords, camera, rating, keywords, people, title, width, height } = meant;
  const expected = {
    fileName: fileNameOf(meant),
    takenAt: taken && `${taken}:00${offset ?? ""}`,
    city: placeWords ? (place?.city ?? null) : (read.place?.city ?? null),
    country: placeWords ? (place?.country ?? null) : (read.place?.country ?? null),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    camera: camera?.shownAs ?? null,
    lens: camera?.lens ?? null,
    rating,
    keywords: [...keywords].sort(),
    people: [...people].sort(),
    title,
    size: `${width}×${height}`,
  };
  const got = {
    ...read,
    takenAt: read.takenAt,
    city: read.place?.city ?? null,
    country: read.place?.country ?? null,
    latitude: rounded(read.place?.latitude),
    longitude: rounded(read.place?.longitude),
    keywords: [...read.keywords].sort(),
    people: [...read.people].sort(),
    size: `${read.width}×${read.height}`,
  };
  return Object.entries(expected).flatMap(([field, value]) => {
    const [was, is] = [JSON.stringify(value), JSON.stringify(Reflect.get(got, field))];
    return was === is ? [] : [`${meant.name}: ${field} is ${is}, was meant as ${was}`];
  });
}

function rounded(degrees: number | null | undefined): number | null {
  return degrees === null || degrees === undefined ? null : Math.round(degrees * 1e4) / 1e4;
}
