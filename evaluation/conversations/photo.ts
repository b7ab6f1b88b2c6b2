/** The place where a photo was taken, in the words that a program writes into the file. */
export interface FixturePlace {
  city: string;
  region: string | null;
  country: string;
  code: string;
  latitude: number;
  longitude: number;
}

export interface FixtureCamera {
  make: string;
  /** The name in the file. */
  model: string;
  lens: string | null;
  /** The name that Glimpse shows: "FUJIFILM X-T5". */
  shownAs: string;
}

/** A photo of a fixture library. Expectations of answers use these facts and nothing that Glimpse read. */
export interface FixturePhoto {
  /** Its file's name without the extension. */
  name: string;
  format: "jpg" | "png" | "webp";
  width: number;
  height: number;
  /** `YYYY-MM-DDTHH:mm`, the camera's local time. */
  taken: string | null;
  offset: string | null;
  place: FixturePlace | null;
  /** True if the file names its place; false if it has coordinates only. */
  placeWords: boolean;
  camera: FixtureCamera | null;
  focalLength: number | null;
  iso: number | null;
  flash: boolean | null;
  rating: number | null;
  keywords: string[];
  people: string[];
  title: string | null;
  description: string;
  screenshot: boolean;
}

export const fileNameOf = ({ name, format }: FixturePhoto): string => `${name}.${format}`;
