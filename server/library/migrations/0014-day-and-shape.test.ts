import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { type PhotoFacts, writeFacts } from "../facts.ts";
import { localOwner } from "../ids.ts";
import { createPhotos } from "../photos.ts";
import { dayAndShape } from "./0014-day-and-shape.ts";

onEachDatabase((connect) => {
  test("rows of before get the day and the shape that new ones get", async () => {
    const database = await connect();
    const photos = createPhotos(database);
    const facts: Partial<PhotoFacts>[] = [
      {},
      { takenLocal: "2019-01-01T00:00:00.000", takenPrecision: "year" },
      { takenLocal: "2019-07-01T00:00:00.000", takenPrecision: "month" },
      { takenLocal: "2019-07-14T23:59:59.000", takenPrecision: "day" },
      { takenLocal: "1999-12-31T23:59:59.000", takenPrecision: "moment" },
    ];
    for (const [at, some] of Array.from(
      { length: 40 },
      (_, n) => [n, facts[n % facts.length] ?? {}] as const,
    )) {
      const arrival = { fileName: "a.jpg", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
      const sha256 = String(at).padStart(64, "0");
      const { photo } = await photos.receive(localOwner, { ...arrival, sha256 });
      const size = at === 0 ? {} : { width: 100 + at * 97, height: 1_000 };
      await writeFacts(
        database.rows,
        localOwner,
        photo.id,
        { ...noFacts, ...size, ...some },
        {
          ...{ thumbhash: null, colours: [], brightness: null },
        },
      );
    }
    const read = () =>
      database.rows.selectFrom("photos").select(["taken_day", "shape"]).orderBy("id").execute();
    const written = await read();
    await database.rows.schema.dropIndex("photos_by_day").execute();
    for (const column of ["taken_day", "shape"]) {
      await database.rows.schema.alterTable("photos").dropColumn(column).execute();
    }
    await dayAndShape.up(database.rows as unknown as Kysely<unknown>);
    expect(await read()).toEqual(written);
  });
});
