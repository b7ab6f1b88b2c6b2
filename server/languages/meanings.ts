/** The meanings that words of a language may have. The grammar works on these, and not on words. */

/**
 * The subject of a filter, so that "drop the date" can drop it. `year` and `hour` are parts of `when`; `lens`, `iso`
 * and `flash` are parts of `camera`; `text` is what the photo shows, and `limit` is the number of photos.
 */
export type Subject =
  | "text"
  | "limit"
  | "when"
  | "year"
  | "hour"
  | "where"
  | "camera"
  | "lens"
  | "iso"
  | "flash"
  | "people"
  | "type"
  | "rating"
  | "keyword";

export const asks = [
  ...(["count", "first", "last", "when", "years", "months", "days", "where", "countries", "cities"] as const),
  ...(["camera", "lens", "who", "about", "table"] as const),
] as const;
/** `about` asks for the facts of one photo, `table` how many photos there are by a grouping. */
export type Ask = (typeof asks)[number];
/** The facts that other photos may share with a shown one. */
export type Same = "day" | "month" | "year" | "place" | "trip";
export type Act = "favourite" | "unfavourite";
/** Putting photos into the album of this name. */
export interface AlbumAct {
  album: string;
}
export type SmallTalk = "greeting" | "thanks" | "farewell" | "help" | "assent" | "refusal" | "beyond";

export type Holiday =
  | "christmasEve"
  | "christmas"
  | "christmasDay"
  | "boxingDay"
  | "newYearsEve"
  | "newYear"
  | "epiphany"
  | "valentines"
  | "stPatricks"
  | "carnival"
  | "goodFriday"
  | "easter"
  | "easterSunday"
  | "easterMonday"
  | "whitSunday"
  | "whitMonday"
  | "mayDay"
  | "ascension"
  | "pentecost"
  | "mothersDay"
  | "fathersDay"
  | "independenceDay"
  | "germanUnity"
  | "halloween"
  | "allSaints"
  | "thanksgiving"
  | "nicholas"
  | "advent";

/** A part of a time: shares from 0 to 1, or a number of days from its beginning (negative: to its end). */
export type Portion = { from: number; to: number } | { days: number };

/** A wish that cannot be fulfilled by talking. */
export type Deed = "delete" | "share" | "print" | "download" | "album" | "make" | "edit" | "move";

export const groupings = [
  ...(["year", "month", "day", "weekday", "hour", "country", "city", "person"] as const),
  ...(["make", "camera", "lens", "keyword", "type"] as const),
] as const;
/** The groups by which a table counts photos. */
export type Grouping = (typeof groupings)[number];
/** A kind of device that takes photos. */
export type GearKind = "phone" | "drone" | "action" | "scanner";
