/** How the value of a tag is read; `metadata.ts` has a reader for each. */
type HowRead =
  /** The first text; of several languages the default, English, German or any. */
  | "text"
  /** A text that a person wrote; what cameras write in its place does not count. */
  | "description"
  /** exiftool is asked for a number, and not for words. */
  | "number"
  /** In percent; Windows writes 1, 25, 50, 75 and 99 for one to five stars. */
  | "percent"
  | "date"
  /** A date by a clock in UTC, as QuickTime has it, unless an offset stands behind it. */
  | "utc date"
  | "seconds"
  /** Each entry is a keyword, or a path of keywords such as `Places|Spain|Málaga`. */
  | "keywords"
  /** A path whose levels stand between slashes: `Trees/Oak`. */
  | "slashes"
  | "semicolons"
  /** XML, as ACDSee writes it. */
  | "categories"
  /** A structure of the Metadata Working Group. */
  | "hierarchy"
  | "names"
  /** Structures with a `PersonName`. */
  | "people"
  /** The entries of a path below `People`, as digiKam writes it. */
  | "people's tags"
  /** Regions with rectangles and names: of the Metadata Working Group, Microsoft and IPTC. */
  | "mwg regions"
  | "microsoft regions"
  | "iptc regions"
  /** Structures with a city, a country and so on. */
  | "locations"
  /** Read by code of its own, together with other tags. */
  | "part";

interface FactSource {
  fact: string;
  tag: `${"EXIF" | "XMP" | "IPTC" | "PNG" | "Composite" | "MakerNotes" | "QuickTime" | "Matroska"}:${string}`;
  as: HowRead;
}

/**
 * Says which tags each fact comes from, the most trusted first. A list takes all of its tags, any other fact
 * the first that tells it. exiftool is asked for these tags and no others.
 */
export const factTable = [
  { fact: "taken", tag: "QuickTime:CreationDate", as: "date" },
  { fact: "taken", tag: "EXIF:DateTimeOriginal", as: "date" },
  { fact: "taken", tag: "XMP:DateTimeOriginal", as: "date" },
  { fact: "taken", tag: "XMP:DateCreated", as: "date" },
  { fact: "taken", tag: "Composite:DateTimeCreated", as: "date" },
  { fact: "taken", tag: "IPTC:DateCreated", as: "date" },
  { fact: "taken", tag: "EXIF:CreateDate", as: "date" },
  { fact: "taken", tag: "XMP:CreateDate", as: "date" },
  { fact: "taken", tag: "PNG:CreationTime", as: "date" },
  { fact: "taken", tag: "QuickTime:DateTimeOriginal", as: "date" },
  { fact: "taken", tag: "QuickTime:ContentCreateDate", as: "date" },
  { fact: "taken", tag: "Matroska:DateTimeOriginal", as: "utc date" },
  { fact: "taken", tag: "QuickTime:CreateDate", as: "utc date" },
  { fact: "taken", tag: "QuickTime:MediaCreateDate", as: "utc date" },
  { fact: "changed", tag: "EXIF:ModifyDate", as: "date" },
  { fact: "changed", tag: "XMP:ModifyDate", as: "date" },
  { fact: "changed", tag: "PNG:ModifyDate", as: "date" },
  { fact: "clock", tag: "EXIF:SubSecTimeOriginal", as: "part" },
  { fact: "clock", tag: "EXIF:OffsetTimeOriginal", as: "part" },
  { fact: "clock", tag: "EXIF:SubSecTimeDigitized", as: "part" },
  { fact: "clock", tag: "EXIF:OffsetTimeDigitized", as: "part" },
  { fact: "clock", tag: "Composite:GPSDateTime", as: "part" },
  { fact: "clock", tag: "XMP:GPSDateTime", as: "part" },

  { fact: "latitude", tag: "Composite:GPSLatitude", as: "number" },
  { fact: "latitude", tag: "XMP:GPSLatitude", as: "number" },
  { fact: "longitude", tag: "Composite:GPSLongitude", as: "number" },
  { fact: "longitude", tag: "XMP:GPSLongitude", as: "number" },
  { fact: "hemisphere", tag: "XMP:GPSLatitudeRef", as: "part" },
  { fact: "hemisphere", tag: "XMP:GPSLongitudeRef", as: "part" },
  { fact: "hemisphere", tag: "EXIF:GPSLatitude", as: "part" },
  { fact: "sublocation", tag: "XMP:Location", as: "text" },
  { fact: "sublocation", tag: "IPTC:Sub-location", as: "text" },
  { fact: "city", tag: "XMP:City", as: "text" },
  { fact: "city", tag: "IPTC:City", as: "text" },
  { fact: "region", tag: "XMP:State", as: "text" },
  { fact: "region", tag: "IPTC:Province-State", as: "text" },
  { fact: "country", tag: "XMP:Country", as: "text" },
  { fact: "country", tag: "IPTC:Country-PrimaryLocationName", as: "text" },
  { fact: "countryCode", tag: "XMP:CountryCode", as: "text" },
  { fact: "countryCode", tag: "IPTC:Country-PrimaryLocationCode", as: "text" },
  { fact: "created", tag: "XMP:LocationCreated", as: "locations" },
  { fact: "shown", tag: "XMP:LocationShown", as: "locations" },

  { fact: "make", tag: "EXIF:Make", as: "text" },
  { fact: "make", tag: "XMP:Make", as: "text" },
  { fact: "make", tag: "QuickTime:Make", as: "text" },
  { fact: "make", tag: "QuickTime:AndroidMake", as: "text" },
  { fact: "model", tag: "EXIF:Model", as: "text" },
  { fact: "model", tag: "XMP:Model", as: "text" },
  { fact: "model", tag: "QuickTime:Model", as: "text" },
  { fact: "model", tag: "QuickTime:AndroidModel", as: "text" },
  { fact: "lens", tag: "EXIF:LensModel", as: "text" },
  { fact: "lens", tag: "XMP:LensModel", as: "text" },
  { fact: "lens", tag: "Composite:LensID", as: "text" },
  { fact: "lens", tag: "XMP:Lens", as: "text" },
  { fact: "focalLength", tag: "EXIF:FocalLength", as: "number" },
  { fact: "focalLength", tag: "XMP:FocalLength", as: "number" },
  { fact: "aperture", tag: "EXIF:FNumber", as: "number" },
  { fact: "aperture", tag: "XMP:FNumber", as: "number" },
  { fact: "exposure", tag: "EXIF:ExposureTime", as: "number" },
  { fact: "exposure", tag: "XMP:ExposureTime", as: "number" },
  { fact: "iso", tag: "EXIF:ISO", as: "number" },
  { fact: "iso", tag: "XMP:ISO", as: "number" },
  { fact: "flash", tag: "EXIF:Flash", as: "number" },
  { fact: "flashFired", tag: "XMP:Flash", as: "part" },
  { fact: "size", tag: "Composite:ImageSize", as: "number" },
  { fact: "rotation", tag: "Composite:Rotation", as: "number" },
  { fact: "duration", tag: "QuickTime:Duration", as: "seconds" },
  { fact: "duration", tag: "Matroska:Duration", as: "seconds" },
  { fact: "orientation", tag: "EXIF:Orientation", as: "number" },

  { fact: "rating", tag: "XMP:Rating", as: "number" },
  { fact: "rating", tag: "EXIF:Rating", as: "number" },
  { fact: "rating", tag: "XMP:RatingPercent", as: "percent" },
  { fact: "rating", tag: "EXIF:RatingPercent", as: "percent" },
  { fact: "title", tag: "XMP:Title", as: "text" },
  { fact: "title", tag: "IPTC:ObjectName", as: "text" },
  { fact: "title", tag: "EXIF:XPTitle", as: "text" },
  { fact: "title", tag: "XMP:Headline", as: "text" },
  { fact: "title", tag: "IPTC:Headline", as: "text" },
  { fact: "title", tag: "PNG:Title", as: "text" },
  { fact: "title", tag: "XMP:Caption", as: "text" },
  { fact: "title", tag: "QuickTime:Title", as: "text" },
  { fact: "title", tag: "Matroska:Title", as: "text" },
  { fact: "description", tag: "XMP:Description", as: "description" },
  { fact: "description", tag: "IPTC:Caption-Abstract", as: "description" },
  { fact: "description", tag: "EXIF:ImageDescription", as: "description" },
  { fact: "description", tag: "XMP:ImageDescription", as: "description" },
  { fact: "description", tag: "EXIF:XPComment", as: "description" },
  { fact: "description", tag: "PNG:Description", as: "description" },
  { fact: "description", tag: "XMP:Notes", as: "description" },
  { fact: "description", tag: "XMP:UserComment", as: "description" },
  { fact: "description", tag: "EXIF:UserComment", as: "description" },
  { fact: "description", tag: "EXIF:XPSubject", as: "description" },
  { fact: "description", tag: "QuickTime:Description", as: "description" },
  { fact: "keywords", tag: "XMP:Subject", as: "keywords" },
  { fact: "keywords", tag: "IPTC:Keywords", as: "keywords" },
  { fact: "keywords", tag: "XMP:HierarchicalSubject", as: "keywords" },
  { fact: "keywords", tag: "XMP:WeightedFlatSubject", as: "keywords" },
  { fact: "keywords", tag: "XMP:TagsList", as: "slashes" },
  { fact: "keywords", tag: "XMP:LastKeywordXMP", as: "slashes" },
  { fact: "keywords", tag: "XMP:LastKeywordIPTC", as: "slashes" },
  { fact: "keywords", tag: "XMP:CatalogSets", as: "keywords" },
  { fact: "keywords", tag: "XMP:Categories", as: "categories" },
  { fact: "keywords", tag: "XMP:Keywords", as: "semicolons" },
  { fact: "keywords", tag: "XMP:KeywordInfo", as: "hierarchy" },
  { fact: "keywords", tag: "XMP:SupplementalCategories", as: "keywords" },
  { fact: "keywords", tag: "IPTC:SupplementalCategories", as: "keywords" },
  { fact: "keywords", tag: "EXIF:XPKeywords", as: "semicolons" },
  { fact: "keywords", tag: "QuickTime:Keywords", as: "keywords" },
  { fact: "people", tag: "XMP:RegionInfo", as: "mwg regions" },
  { fact: "people", tag: "XMP:RegionInfoMP", as: "microsoft regions" },
  { fact: "people", tag: "XMP:ImageRegion", as: "iptc regions" },
  { fact: "people", tag: "XMP:PersonInImage", as: "names" },
  { fact: "people", tag: "XMP:PersonInImageWDetails", as: "people" },
  { fact: "people", tag: "XMP:People", as: "names" },
  { fact: "people", tag: "XMP:TagsList", as: "people's tags" },

  { fact: "contentId", tag: "MakerNotes:ContentIdentifier", as: "text" },
  { fact: "contentId", tag: "QuickTime:ContentIdentifier", as: "text" },
  { fact: "film", tag: "XMP:ContainerDirectory", as: "part" },
  { fact: "film", tag: "XMP:MicroVideoOffset", as: "part" },

  { fact: "program", tag: "PNG:Software", as: "text" },
  { fact: "program", tag: "EXIF:Software", as: "text" },
  { fact: "program", tag: "XMP:CreatorTool", as: "text" },
  { fact: "origin", tag: "XMP:DigitalSourceType", as: "text" },
  { fact: "comment", tag: "EXIF:UserComment", as: "text" },
  { fact: "comment", tag: "XMP:UserComment", as: "text" },
  /** Says that the text of IPTC is marked with its encoding. */
  { fact: "encoding", tag: "IPTC:CodedCharacterSet", as: "text" },
] as const satisfies readonly FactSource[];

export type TableRow = (typeof factTable)[number];
export type TableFact = TableRow["fact"];
export type TagName = TableRow["tag"];

/** The rows of a fact, in their order. */
export function tableRowsOf(fact: TableFact): TableRow[] {
  return factTable.filter((row) => row.fact === fact);
}
