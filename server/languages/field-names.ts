/** The fields that `field:value` may narrow, as in other programs. */
export type FieldName =
  | "camera"
  | "make"
  | "lens"
  | "city"
  | "region"
  | "country"
  | "place"
  | "person"
  | "keyword"
  | "date"
  | "before"
  | "after"
  | "year"
  | "iso"
  | "aperture"
  | "focalLength"
  | "rating"
  | "megapixels"
  | "type"
  | "fileName"
  | "orientation"
  | "is";

/** The names of fields that other programs use; they are understood in every language. */
const usual: Record<FieldName, string> = {
  camera: "camera model device",
  make: "make brand maker",
  lens: "lens",
  city: "city town",
  region: "region state",
  country: "country",
  place: "place location in",
  person: "person people who with face",
  keyword: "tag tags keyword keywords label",
  date: "date taken on month day",
  before: "before until",
  after: "after since",
  year: "year",
  iso: "iso",
  aperture: "aperture f fnumber",
  focalLength: "focal focallength mm",
  rating: "rating stars",
  megapixels: "megapixels mp",
  type: "type format ext extension filetype",
  fileName: "name file filename",
  orientation: "orientation",
  is: "is has",
};

/** Fields by each of their usual names. */
export const usualFields: ReadonlyMap<string, FieldName> = new Map(
  (Object.entries(usual) as [FieldName, string][]).flatMap(([field, names]) =>
    names.split(" ").map((name): [string, FieldName] => [name, field]),
  ),
);
