import { sql } from "kysely";
import type { EditsRow } from "./schema.ts";

type PlaceColumn = "latitude" | "longitude" | "city" | "region" | "country";

/**
 * Writes in SQL a column of the place that holds for a photo: one that a person has set replaces the file's as a whole, as
 * `isPlaceEdited` says. The statement calls its tables `facts` and `edits`.
 */
export const placeThatHolds = <Column extends PlaceColumn>(column: Column) =>
  sql<EditsRow[Column]>`case
    when edits.latitude is not null or edits.country is not null or edits.city is not null
    then edits.${sql.ref(column)} else facts.${sql.ref(column)} end`;
