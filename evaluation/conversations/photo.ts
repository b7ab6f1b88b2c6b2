/** Where a photo of a fixture library was taken; the words as a program writes them into a file. */
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
  /** As the file has it. */
  model: string;
  lens: string | null;
  /** As Glimpse tells it: "FUJIFILM X-T5". */
  shownAs: string;
}

/** A photo of a fixture library, as it was meant: what is expected of an answer is said in these terms alone. */
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
  /** Whether the file has the names of its place, or coordinates only. */
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
