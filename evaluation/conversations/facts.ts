import { type FixturePhoto, fileNameOf } from "./photo.ts";

/**
 * The fields of a fixture photo that a filter may ask for. They are worked out from the fixture's own data, without any of
 * Glimpse's code, so that the two can disagree.
 */
export interface FixtureFields {
  [field: string]: string | number | boolean | string[] | null;
  taken: number | null;
  year: number | null;
  month: number | null;
  day: number | null;
  weekday: number | null;
  hour: number | null;
  season: string | null;
  orientation: string;
}

const types = { jpg: "image/jpeg", png: "image/png", webp: "image/webp" };

/** "2023-05-01"; null for a photo without a date. */
export const dateOf = ({ taken }: FixturePhoto): string | null => taken?.slice(0, 10) ?? null;

/** The name that people use for the camera: "Canon EOS 40D". */
export const cameraNameOf = ({ camera }: FixturePhoto): string | null => camera?.model ?? null;

export function fieldsOf(photo: FixturePhoto): FixtureFields {
  const { place, camera, width, height, format } = photo;
  return {
    ...timesOf(photo),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    city: place?.city ?? null,
    region: place?.region ?? null,
    country: place?.country ?? null,
    countryCode: place?.code ?? null,
    places: place ? [place.city, place.region, place.country].filter((name) => name !== null) : [],
    make: camera?.make ?? null,
    model: camera?.model ?? null,
    lens: camera?.lens ?? null,
    focalLength: photo.focalLength,
    iso: photo.iso,
    flash: photo.flash,
    type: types[format],
    extension: format,
    fileName: fileNameOf(photo),
    width,
    height,
    megapixels: (width * height) / 1e6,
    orientation: shapeOf(width, height),
    screenshot: photo.screenshot,
    rating: photo.rating,
    keywords: photo.keywords,
    people: photo.people,
  };
}

function timesOf({ taken, place }: FixturePhoto) {
  if (taken === null)
    return { taken: null, year: null, month: null, day: null, weekday: null, hour: null, season: null };
  const [year = 0, month = 0, day = 0, hour = 0] = taken.split(/[-T:]/).map(Number);
  const at = Date.parse(`${taken}:00Z`);
  const halfYear = (place?.latitude ?? 0) < 0 ? 6 : 0;
  const quarter = Math.floor(((month + halfYear) % 12) / 3);
  const season = ["winter", "spring", "summer", "autumn"][quarter] ?? "winter";
  return { taken: at, year, month, day, weekday: new Date(at).getUTCDay() || 7, hour, season };
}

function shapeOf(width: number, height: number): string {
  if (width >= 2 * height || height >= 2 * width) return "panorama";
  if (Math.abs(width / height - 1) < 0.05) return "square";
  return width > height ? "landscape" : "portrait";
}

/** The distance along a great circle, by the haversine formula. */
export function distanceKm([lat1, lon1]: [number, number], [lat2, lon2]: [number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const across = Math.sin(radians(lat2 - lat1) / 2) ** 2;
  const along = Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lon2 - lon1) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(across + along));
}
