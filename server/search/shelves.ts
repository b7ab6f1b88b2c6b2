import type { Conversations } from "../library/conversations.ts";
import { shapeRatios } from "../library/shape.ts";
import type { ShelfPhoto } from "../library/shelf-photo.ts";
import type { ShelfPage, ShelfRows, ShelfSection } from "../library/shelf-rows.ts";
import type { TripRows } from "../library/trip-rows.ts";
import type { Albums } from "./albums.ts";
import { type Remembered, searched } from "./remembered.ts";
import type { Search } from "./search.ts";

/** Photos in an order that one grid shows: the library by date, the bin, all photos of an answer, an album, or a trip. */
export type Shelf =
  | { kind: "library" }
  | { kind: "bin" }
  | { kind: "turn"; turn: string }
  | { kind: "album"; album: string }
  | { kind: "trip"; trip: string };

export interface ShelfBuckets {
  sections: ShelfSection[];
  /** The ratios (width by height) of the signs in `shapes`: the first is that of "#", and so on. */
  ratios: readonly number[];
}

export interface Shelves {
  /** The sections of a shelf with the shapes of all its photos. Throws AppError NOT_FOUND. */
  buckets(owner: string, shelf: Shelf): Promise<ShelfBuckets>;
  /** A page of the photos of one section, in order. Throws AppError NOT_FOUND. */
  page(owner: string, shelf: Shelf, page: ShelfPage): Promise<ShelfPhoto[]>;
  /** The places with most photos of a month. */
  places(owner: string, month: string): Promise<string[]>;
}

interface ShelvesNeeds {
  rows: ShelfRows;
  conversations: Pick<Conversations, "turn">;
  search: Pick<Search, "loadWhole">;
  albums: Pick<Albums, "photosOf">;
  trips: Pick<TripRows, "get">;
  remembered: Remembered;
}

/** The keys of the single section of an answer, and of an album. */
const answer = "answer";
const album = "album";
const mostPlaces = 3;

const photosIn = (sections: ShelfSection[]) => sections.reduce((sum, { shapes }) => sum + shapes.length, 0);

export function createShelves(needs: ShelvesNeeds): Shelves {
  const { rows, conversations, search, albums, trips, remembered } = needs;
  /** The photos of an answer that are still there, each with its near-duplicates after it. */
  async function photosOfTurn(owner: string, id: string): Promise<string[]> {
    const { result_set_id } = await conversations.turn(owner, id);
    if (result_set_id === null) return [];
    const look = async () => {
      const { hits } = await search.loadWhole(owner, result_set_id);
      return hits.flatMap(({ photoId, more }) => [photoId, ...more]);
    };
    return remembered.get(owner, { ...searched, key: `answer ${result_set_id}` }, look);
  }

  async function sectionsOf(owner: string, shelf: Shelf): Promise<ShelfSection[]> {
    if (shelf.kind === "library")
      return remembered.get(owner, { key: "library", photosIn }, () => rows.months(owner));
    if (shelf.kind === "bin") return rows.bin(owner);
    if (shelf.kind === "trip") return rows.months(owner, await trips.get(owner, shelf.trip));
    const [key, ids] =
      shelf.kind === "album"
        ? [album, await albums.photosOf(owner, shelf.album)]
        : [answer, await photosOfTurn(owner, shelf.turn)];
    const shapes = await rows.shapes(owner, ids);
    return shapes === "" ? [] : [{ key, days: [0, shapes.length], shapes }];
  }

  return {
    buckets: async (owner, shelf) => ({ sections: await sectionsOf(owner, shelf), ratios: shapeRatios }),

    async page(owner, shelf, page) {
      if (shelf.kind === "trip") return rows.monthPage(owner, page, await trips.get(owner, shelf.trip));
      if (shelf.kind === "library") return rows.monthPage(owner, page);
      if (shelf.kind === "bin") return rows.binPage(owner, page);
      if (page.section !== (shelf.kind === "album" ? album : answer)) return [];
      const ids =
        shelf.kind === "album"
          ? await albums.photosOf(owner, shelf.album)
          : await photosOfTurn(owner, shelf.turn);
      return rows.photos(owner, ids.slice(page.from, page.from + page.limit));
    },

    places: (owner, month) => rows.placesOf(owner, month, mostPlaces),
  };
}
