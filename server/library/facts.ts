/** The facts of a file, as far as it tells them: derived, read again at every rebuild, never edited. */
export interface PhotoFacts {
  /** Of the upright picture. */
  width: number | null;
  height: number | null;
  /** Camera's local time `YYYY-MM-DDTHH:mm:ss.sss`, no offset; null where the file bears none. */
  takenLocal: string | null;
  /** Minutes east of UTC; null where neither the file nor its GPS tells. */
  takenOffset: number | null;
  latitude: number | null;
  longitude: number | null;
  city: string | null;
  region: string | null;
  country: string | null;
  countryCode: string | null;
  make: string | null;
  model: string | null;
  lens: string | null;
  /** mm, as engraved on the lens. */
  focalLength: number | null;
  aperture: number | null;
  /** Seconds. */
  exposure: number | null;
  iso: number | null;
  flash: boolean | null;
  rating: number | null;
  title: string | null;
  /** What a person wrote into the file as its description. */
  description: string | null;
  keywords: string[];
  people: string[];
  screenshot: boolean;
}
