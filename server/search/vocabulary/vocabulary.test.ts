import { beforeEach, expect, test } from "vitest";
import type { Database } from "#server/engines/database/port.ts";
import { recordPhotoEvent } from "#server/library/events.ts";
import { type PhotoFacts, writeFacts } from "#server/library/facts.ts";
import { localOwner, newId } from "#server/library/ids.ts";
import { createPhotos, type Photos } from "#server/library/photos.ts";
import type { EditsRow, Schema } from "#server/library/schema.ts";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { createVocabulary } from "./vocabulary.ts";

const lisbon = {
  city: "Lisbon",
  region: "Lisbon",
  country: "Portugal",
  countryCode: "PT",
  latitude: 38.7,
  longitude: -9.1,
};
const noEdits = {
  taken_local: null,
  taken_offset: null,
  latitude: null,
  longitude: null,
  city: null,
  region: null,
  country: null,
  country_code: null,
  favourite: 0,
  title: null,
  caption: null,
  rating: null,
  keywords: null,
  people: null,
  updated_at: 1,
};

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;
  let seed = 0;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
  });

  const add = async (facts: Partial<PhotoFacts>, owner = localOwner): Promise<string> => {
    const { photo } = await photos.receive(owner, {
      sha256: String(seed++).padStart(64, "0"),
      fileName: "a.jpg",
      type: "image/jpeg",
      extension: "jpg",
      bytes: 1,
      modifiedAt: null,
    });
    const derived = { thumbhash: null, colours: [], brightness: null };
    await writeFacts(database.rows, owner, photo.id, { ...noFacts, ...facts }, derived);
    return photo.id;
  };

  const edit = (photoId: string, edits: Partial<EditsRow>) =>
    database.rows
      .insertInto("photo_edits")
      .values({ photo_id: photoId, owner: localOwner, ...noEdits, ...edits })
      .execute();

  test("names come from the owner's own photos that are not removed", async () => {
    await add({ ...lisbon, takenLocal: "2019-05-01T10:00:00.000" });
    await add({ ...lisbon, latitude: 38.8, takenLocal: "2024-12-31T23:59:59.000" });
    await add({ make: "Canon", model: "Canon EOS 40D", lens: "EF50mm f/1.4", keywords: ["surf", "surf"] });
    await add({ city: "Rome", people: ["Anna Schmidt"] }, newId());
    await photos.remove(localOwner, [await add({ city: "Paris" })]);

    const { find, years } = await createVocabulary(database).load(localOwner);
    expect(find("Lisbon")).toEqual([
      { kind: "city", value: "Lisbon", photos: 2, latitude: expect.closeTo(38.75), longitude: -9.1 },
      { kind: "region", value: "Lisbon", photos: 2, latitude: expect.closeTo(38.75), longitude: -9.1 },
    ]);
    expect(find("portugal")).toEqual([{ kind: "country", value: "Portugal", photos: 2 }]);
    expect(find("EOS 40D")).toEqual([{ kind: "camera", value: "Canon EOS 40D", photos: 1 }]);
    expect(find("Canon")).toEqual([{ kind: "make", value: "Canon", photos: 1 }]);
    expect(find("50mm")).toEqual([{ kind: "lens", value: "EF50mm f/1.4", photos: 1 }]);
    expect(find("surf")).toEqual([{ kind: "keyword", value: "surf", photos: 1 }]);
    expect([...find("Rome"), ...find("Anna"), ...find("Paris")]).toEqual([]);
    expect(years).toEqual([2019, 2024]);
  });

  test("a person's edits replace the names of a photo", async () => {
    const id = await add({
      ...lisbon,
      takenLocal: "2019-05-01T10:00:00.000",
      keywords: ["old"],
      people: ["Ben"],
    });
    await edit(id, { city: "Sintra", keywords: '["new"]', taken_local: "2021-01-01T00:00:00.000" });
    const { find, years } = await createVocabulary(database).load(localOwner);
    expect(find("Sintra")).toEqual([{ kind: "city", value: "Sintra", photos: 1 }]);
    expect(find("Ben")).toHaveLength(1);
    expect(find("new")).toHaveLength(1);
    // A place is edited as a whole.
    expect([...find("Lisbon"), ...find("Portugal"), ...find("old")]).toEqual([]);
    expect(years).toEqual([2021, 2021]);
  });

  test("home is the country of most photos, whatever they call it", async () => {
    const { load } = createVocabulary(database, 0);
    for (let count = 0; count < 4; count++) await add({ country: "Portugal", countryCode: "PT" });
    expect((await load(localOwner)).home).toBeNull();
    for (let count = 0; count < 3; count++) await add({ country: "Deutschland", countryCode: "DE" });
    for (let count = 0; count < 2; count++) await add({ country: "Germany", countryCode: "DE" });
    expect((await createVocabulary(database).load(localOwner)).home).toBe("Deutschland");
  });

  test("an empty library has no names", async () => {
    const { find, near, home, years } = await createVocabulary(database).load(localOwner);
    expect({ found: [...find("Lisbon"), ...near("Lisbom")], home, years }).toEqual({
      found: [],
      home: null,
      years: null,
    });
  });

  test("the vocabulary is read again once photos came, went or were edited, and not before", async () => {
    const { load } = createVocabulary(database, 0);
    const cities = async () => {
      const { find } = await load(localOwner);
      return ["Lisbon", "Porto", "Sintra"].filter((city) => find(city).length > 0);
    };
    const id = await add(lisbon);
    expect(await cities()).toEqual(["Lisbon"]);
    const before = await load(localOwner);
    await database.rows.transaction().execute(async (transaction) => {
      await recordPhotoEvent(transaction, localOwner, id, "described");
      await recordPhotoEvent(transaction, newId(), id, "prepared");
    });
    expect(await load(localOwner)).toBe(before);

    const second = await add({ city: "Porto" });
    expect(await cities()).toEqual(["Lisbon", "Porto"]);
    await photos.remove(localOwner, [second]);
    expect(await cities()).toEqual(["Lisbon"]);
    await edit(id, { city: "Sintra" });
    expect(await cities()).toEqual(["Sintra"]);
  });

  test("callers at the same time share one vocabulary, and it is not read again before `patience` has passed", async () => {
    await add(lisbon);
    const { load } = createVocabulary(database, 60_000);
    const [one, other] = await Promise.all([load(localOwner), load(localOwner)]);
    expect(other).toBe(one);
    await add({ city: "Porto" });
    expect(await load(localOwner)).toBe(one);
  });

  test("names that this process has changed are read again at once", async () => {
    const id = await add(lisbon);
    const { load, refresh } = createVocabulary(database, 60_000);
    await load(localOwner);
    const late = load(localOwner);
    await edit(id, { city: "Sintra" });
    refresh(localOwner);
    const { find } = await load(localOwner);
    expect([find("Sintra").length, find("Lisbon").length]).toEqual([1, 0]);
    await late;
    expect((await load(localOwner)).find("Sintra")).toHaveLength(1);
  });
});
