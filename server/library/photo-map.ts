import { type ExpressionBuilder, sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import { radian } from "./earth.ts";
import type { Gazetteer, Town } from "./gazetteer/gazetteer.ts";
import { newestPage, placeAfter } from "./pages.ts";
import { placeThatHolds } from "./place-columns.ts";
import type { Schema } from "./schema.ts";

/** A part of the map in degrees. `east` lies below `west` where it crosses the date line. */
export interface MapPart {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The photos in one cell of a grid that lies over the map. */
export interface MapCell {
  /** The middle of the places of its photos, in degrees. */
  latitude: number;
  longitude: number;
  photos: number;
  /** The photo that arrived last, which stands for all of them. */
  photoId: string;
  /** True if all of them were taken at one point, so that coming nearer does not part them. */
  isOnePoint: boolean;
  /** The town around its middle, or the country where a cell is larger than towns; null at sea. */
  place: string | null;
}

export interface MapOfPhotos {
  /** The cells of the part that was asked for, those with most photos first. */
  cells: MapCell[];
  /** How many photos the part holds. */
  photos: number;
  /** The towns that a map of this part names, the most populous first. */
  towns: Town[];
  /** The smallest part that holds all photos with coordinates; null if there are none. */
  all: MapPart | null;
}

export interface PhotoMap {
  /**
   * Sorts the photos with coordinates into the cells of a grid. `step` is the width of a cell in degrees of
   * longitude; cells are about as high as they are wide in the middle of the part, as a map in Mercator's
   * projection shows them. One pass over the rows.
   */
  cells(owner: string, part: MapPart, step: number): Promise<MapOfPhotos>;
  /** Lists the ids of the photos in a part, the newest first. `cursor` is the `next` of the page before. */
  within(
    owner: string,
    part: MapPart,
    page: { cursor?: string; limit: number },
  ): Promise<{ ids: string[]; next: string | null }>;
}

/** The most cells in one answer. */
const mostCells = 400;
const mostTowns = 60;
/** Places that differ by less are one point: some ten metres, in degrees. */
const onePoint = 1e-4;

/** Cells that are wider than this, in degrees, are named by their country. */
const townStep = 1;

export function createPhotoMap(
  { rows }: Database<Schema>,
  gazetteer: Pick<Gazetteer, "placeOf" | "townsIn">,
): PhotoMap {
  const pointsOf = (owner: string) =>
    rows
      .selectFrom("photos")
      .innerJoin("photo_facts as facts", "facts.photo_id", "photos.id")
      .leftJoin("photo_edits as edits", "edits.photo_id", "photos.id")
      .select([
        "photos.id",
        "photos.sort_at",
        placeThatHolds("latitude").as("latitude"),
        placeThatHolds("longitude").as("longitude"),
      ])
      .where("photos.owner", "=", owner)
      .where("photos.deleted_at", "is", null)
      .where("photos.role", "is", null)
      .as("points");

  function nameOf(latitude: number, longitude: number, step: number): string | null {
    const place = gazetteer.placeOf(latitude, longitude);
    return (step <= townStep ? place?.city : null) ?? place?.country ?? null;
  }

  return {
    async cells(owner, part, step) {
      const middle = Math.min(80, Math.abs((part.south + part.north) / 2));
      const height = step * Math.cos(middle * radian);
      const inPart = isIn(part);
      // Points beyond the part are one more group, so that one pass tells how far all of them reach.
      const squares = rows
        .selectFrom(pointsOf(owner))
        .select(["id", "latitude", "longitude"])
        .select((builder) => {
          const within = inPart(builder);
          return [
            sql<number | null>`case when ${within}
              then floor((longitude + 180) / cast(${step} as double precision)) end`.as("x"),
            sql<number | null>`case when ${within}
              then floor((latitude + 90) / cast(${height} as double precision)) end`.as("y"),
          ];
        })
        .where("latitude", "is not", null)
        .where("longitude", "is not", null)
        .as("squares");
      const found = await rows
        .selectFrom(squares)
        .select(({ fn }) => [
          "x",
          fn.avg<number>("latitude").as("latitude"),
          fn.avg<number>("longitude").as("longitude"),
          fn.countAll<number>().as("photos"),
          fn.max("id").as("photoId"),
          sql<number>`max(latitude) - min(latitude) + max(longitude) - min(longitude)`.as("spread"),
          // These go over all groups, also those beyond the limit.
          sql<number>`sum(case when x is null then 0 else count(*) end) over ()`.as("total"),
          sql<number>`min(min(longitude)) over ()`.as("west"),
          sql<number>`min(min(latitude)) over ()`.as("south"),
          sql<number>`max(max(longitude)) over ()`.as("east"),
          sql<number>`max(max(latitude)) over ()`.as("north"),
        ])
        .groupBy(["x", "y"])
        .orderBy(sql`case when x is null then 1 else 0 end`)
        .orderBy("photos", "desc")
        .orderBy("photoId")
        .limit(mostCells)
        .execute();
      const [first] = found;
      return {
        all: first ? { west: first.west, south: first.south, east: first.east, north: first.north } : null,
        towns: gazetteer.townsIn(part, mostTowns),
        photos: Number(first?.total ?? 0),
        cells: found.flatMap(({ x, latitude, longitude, photos, photoId, spread }) =>
          x === null
            ? []
            : {
                ...{ latitude, longitude, photoId },
                photos: Number(photos),
                isOnePoint: Number(spread) < onePoint,
                place: nameOf(latitude, longitude, step),
              },
        ),
      };
    },

    async within(owner, part, { cursor, limit }) {
      let query = rows.selectFrom(pointsOf(owner)).select(["id", "sort_at"]).where(isIn(part));
      if (cursor) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple("sort_at", "id"), "<", tuple(...placeAfter(cursor))),
        );
      }
      const found = await query
        .orderBy("sort_at", "desc")
        .orderBy("id", "desc")
        .limit(limit + 1)
        .execute();
      return newestPage(found, limit);
    },
  };
}

interface Point {
  latitude: number;
  longitude: number;
}

/** The condition that a point lies in a part of the map. */
const isIn =
  ({ west, south, east, north }: MapPart) =>
  ({ eb, or, and }: ExpressionBuilder<{ points: Point }, "points">) => {
    const sides = [eb("longitude", ">=", west), eb("longitude", "<=", east)];
    const heights = [eb("latitude", ">=", south), eb("latitude", "<=", north)];
    return and([...heights, west <= east ? and(sides) : or(sides)]);
  };
