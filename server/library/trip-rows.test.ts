import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { addKnownPhoto } from "#tests/fixtures/known-photo.ts";
import type { Database } from "../engines/database/port.ts";
import { recordPhotoEvent } from "./events.ts";
import { localOwner } from "./ids.ts";
import { createPhotos, type Photos } from "./photos.ts";
import type { Schema } from "./schema.ts";
import { createTripRows, type TripRows } from "./trip-rows.ts";

const berlin = { latitude: 52.52, longitude: 13.4, city: "Berlin", country: "Germany" };
const lisbon = { latitude: 38.72, longitude: -9.14, city: "Lisbon", country: "Portugal" };

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;
  let trips: TripRows;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
    trips = createTripRows(database);
  });

  async function taken(at: string, place: Partial<typeof berlin> = {}): Promise<string> {
    const precision = at.length > 7 ? ("moment" as const) : ("month" as const);
    const takenLocal = at.length > 7 ? `${at}T12:00:00` : `${at}-01T00:00:00`;
    const id = await addKnownPhoto(database, { takenLocal, takenPrecision: precision, ...place });
    await database.rows
      .transaction()
      .execute((transaction) => recordPhotoEvent(transaction, localOwner, id, "prepared"));
    return id;
  }
  async function atHome(): Promise<void> {
    for (let week = 0; week < 8; week++)
      await taken(new Date(Date.UTC(2024, 3, 1 + week * 7)).toISOString().slice(0, 10), berlin);
  }

  test("a trip has its days, its place, and all photos of these days", async () => {
    await atHome();
    const first = await taken("2024-05-02", lisbon);
    await taken("2024-05-03", lisbon);
    await taken("2024-05-04", lisbon);
    // Neither has coordinates, and the second is of a month only.
    await taken("2024-05-03");
    await taken("2024-05");
    expect(await trips.renew(localOwner)).toBe(true);
    const [trip, ...others] = await trips.counted(localOwner, 10);
    expect(others).toEqual([]);
    expect(trip).toMatchObject({
      from: "2024-05-02",
      to: "2024-05-04",
      place: "Lisbon",
      photos: 4,
      cover: first,
    });
    expect(trip?.places).toEqual(["Lisbon", "Portugal"]);
  });

  test("they are found anew only after a change, and one that is still there keeps its id", async () => {
    await atHome();
    for (const day of ["2024-05-02", "2024-05-03", "2024-05-04"]) await taken(day, lisbon);
    await trips.renew(localOwner);
    expect(await trips.renew(localOwner)).toBe(false);
    const [before] = await trips.list(localOwner);
    const last = await taken("2024-05-05", lisbon);
    expect(await trips.renew(localOwner)).toBe(true);
    expect(await trips.list(localOwner)).toEqual([{ ...before, to: "2024-05-05" }]);
    // A photo in the bin belongs to no trip.
    await photos.remove(localOwner, [last]);
    await trips.renew(localOwner);
    expect(await trips.list(localOwner)).toEqual([before]);
    await expect(trips.get("00000000-0000-7000-8000-00000000000f", before?.id ?? "")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a library without places has no trips", async () => {
    for (const day of ["2024-05-02", "2024-05-03", "2024-05-04"]) await taken(day);
    expect(await trips.renew(localOwner)).toBe(true);
    expect(await trips.list(localOwner)).toEqual([]);
  });
});
