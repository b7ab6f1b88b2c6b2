/** Photos that belong together because a person says so. */
export interface AlbumsTable {
  id: string;
  owner: string;
  name: string;
  /** The name as it is compared: two albums of one name could not be told apart in a question. */
  name_key: string;
  /** JSON of the plan of a living album; null if its photos are those that were put into it. */
  plan: string | null;
  /** 1 if its photos stand as a person has ordered them, 0 if by date. */
  by_hand: number;
  /** The photo that was chosen as its cover; null means its first one. */
  cover: string | null;
  created_at: number;
  updated_at: number;
}

/** The photos that a person has put into an album, or taken out of a living one. */
export interface AlbumPhotosTable {
  album_id: string;
  photo_id: string;
  position: number;
  /** 1 if the plan of a living album finds the photo, and it does not belong there. */
  left_out: number;
}

/** Journeys that were found in the photos' days and places (`library/find-trips`). */
export interface TripsTable {
  id: string;
  owner: string;
  /** Its first and last day as numbers, 20240503. */
  first_day: number;
  last_day: number;
  place: string | null;
  /** JSON list of the names of its places. */
  places: string;
}

/** The state of the library when trips were last found. */
export interface TripsReadTable {
  owner: string;
  /** JSON of `NamesState`, with the version of the way in which trips are found. */
  state: string;
}
