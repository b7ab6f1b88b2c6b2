import type { Photo } from "#client/index.ts";
import { type FixturePhoto, fileNameOf } from "./photo.ts";

/** Where a photo's facts as Glimpse read them are not what was meant: a line for each. */
export function misread(meant: FixturePhoto, read: Photo): string[] {
  const { taken, offset, place, placeWords, camera, rating, keywords, people, title, width, height } = meant;
  const expected = {
    fileName: fileNameOf(meant),
    takenAt: taken && `${taken}:00${offset ?? ""}`,
    city: placeWords ? (place?.city ?? null) : (read.place?.city ?? null),
    country: placeWords ? (place?.country ?? null) : (read.place?.country ?? null),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    camera: camera && cameraNames[camera.model],
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

const cameraNames: Record<string, string> = {
  "Canon EOS 40D": "Canon EOS 40D",
  "NIKON D90": "NIKON D90",
  "iPhone 13": "iPhone 13",
  "iPhone 15 Pro": "iPhone 15 Pro",
  "ILCE-7M3": "SONY ILCE-7M3",
  "X-T5": "FUJIFILM X-T5",
  "OM-1": "OM-1",
  "DMC-TZ7": "Panasonic DMC-TZ7",
  "SM-S918B": "samsung SM-S918B",
  "HERO11 Black": "GoPro HERO11 Black",
  "Pixel 7": "Google Pixel 7",
  "X-T3": "FUJIFILM X-T3",
  "HERO9 Black": "GoPro HERO9 Black",
  "NIKON D5300": "NIKON D5300",
  "DMC-FZ18": "Panasonic DMC-FZ18",
  "Pixel 8": "Google Pixel 8",
  "PENTAX K10D": "PENTAX K10D",
  "DMC-LX100": "Panasonic DMC-LX100",
  "X-T4": "FUJIFILM X-T4",
  "Pixel 8 Pro": "Google Pixel 8 Pro",
  "iPhone 13 mini": "iPhone 13 mini",
  "NIKON D7000": "NIKON D7000",
  "E-M10MarkII": "OLYMPUS E-M10MarkII",
  X100F: "FUJIFILM X100F",
  "SM-G991B": "samsung SM-G991B",
  "DMC-FX33": "Panasonic DMC-FX33",
};

function rounded(degrees: number | null | undefined): number | null {
  return degrees === null || degrees === undefined ? null : Math.round(degrees * 1e4) / 1e4;
}
