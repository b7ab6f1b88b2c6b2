/** Where photos of the fixture library were taken; the words as a program writes them into a file. */
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
}

/** A photo of the fixture library, as it was meant: what is expected of an answer is said in these terms alone. */
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

export type Defaults = Partial<Omit<FixturePhoto, "name" | "taken" | "description">>;

type Shape = "landscape" | "portrait" | "square" | "panorama";
const shapes: Record<Shape, { width: number; height: number }> = {
  landscape: { width: 480, height: 320 },
  portrait: { width: 320, height: 480 },
  square: { width: 400, height: 400 },
  panorama: { width: 900, height: 300 },
};
export type Row = [
  name: string,
  taken: string | null,
  description: string,
  more?: Defaults & { shape?: Shape },
];

/** Photos that have most things in common: of one journey, with one camera. */
export function journey(common: Defaults, rows: Row[]): FixturePhoto[] {
  return rows.map(([name, taken, description, special = {}]) => {
    const { shape, ...more }: Defaults & { shape?: Shape } = special;
    return {
      name,
      format: "jpg",
      ...shapes[shape ?? "landscape"],
      taken,
      offset: "+01:00",
      place: null,
      placeWords: true,
      camera: null,
      focalLength: null,
      iso: null,
      flash: null,
      rating: null,
      keywords: [],
      people: [],
      title: null,
      description,
      screenshot: false,
      ...common,
      ...more,
    };
  });
}

export const fileNameOf = ({ name, format }: FixturePhoto): string => `${name}.${format}`;
