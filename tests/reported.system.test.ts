import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { hasRealPhotos, realPhotos } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

const folder = join(realPhotos, "reported");

/** Each file of a public bug report, and a question that has to find it. */
const questions: [file: string, ...questions: string[]][] = [
  ["x_truncated_10pc.jpg", "tram", "2018", "photos from Lisbon"],
  ["g01_xmp_ref_separate.jpg", "photos from Canada"],
  ["k04_iptc_utf8_unmarked.jpg", "dänemark", "Fähre", "Überfahrt"],
  ["k03_numeric.jpg", "keyword 1.10", "keyword 2E5"],
  ["d01_slashes.jpg", "30 June 2007"],
  ["d04_year_only_xmp.jpg", "1987"],
  ["d05_year_month_xmp.jpg", "1987", "July 1987"],
  ["d06_exif_1993_0000.jpg", "1993"],
  ["d12_iptc_1987_00.jpg", "1987"],
  ["d07_epoch_local.jpg", "March 2021"],
  ["IMG-20220528-WA0004.jpg", "28 May 2022"],
  ["d11_modifydate_only.jpg", "July 2014"],
  ["g08_country_only.jpg", "photos in Berlin", "photos from Germany"],
  ["g09_sublocation.jpg", "Coney Island", "photos from Coney Island", "photos from New York"],
  ["g12_location_shown.jpg", "photos from Lisboa", "photos from Portugal"],
  ["k01_hier_only.jpg", "Deutschland", "Berlin", "Kladow"],
  ["k02_hier_commas.jpg", "Deutschland", "Berlin", "Kladow", "Uferpromenade"],
  ["k06_acdsee_categories.jpg", "Trip", "Canyoning"],
  ["p01_mediapro_people.jpg", "with Olga Brandt", "with Jonas"],
  ["p03_personwdetails.jpg", "with Mateo Ruiz"],
  ["t02_description.jpg", "swans"],
  ["t01_usercomment.jpg", "windmill"],
  ["t03_title_de_only.jpg", "Leuchtturm"],
  ["r01_ratingpercent.jpg", "4 stars"],
  ["Screenshot_20230405-101112_Chrome.jpg", "screenshots"],
];

describe.skipIf(!hasRealPhotos)("files after public bug reports of other photo programs", () => {
  let glimpse: RunningGlimpse;
  const names = new Map<string, string>();

  beforeAll(async () => {
    glimpse = await startGlimpse();
    for (const name of readdirSync(folder).filter((each) => /\.(jpg|avif)$/.test(each)))
      names.set((await glimpse.upload(join(folder, name))).photo.id, name);
    await until("all are in the index", async () => {
      const { total } = await glimpse.api.search.run.query({ text: "photos", limit: 1 });
      return total === names.size;
    });
    // The names of a library that grows are read again only every few seconds.
    await until("the last names are known", async () => {
      const { hits } = await glimpse.api.search.run.query({ text: "photos from Lisbon" });
      return hits.some(({ photo }) => photo.fileName === "x_truncated_10pc.jpg");
    });
  });
  afterAll(() => glimpse?.[Symbol.asyncDispose]());

  test.each(
    questions.flatMap(([file, ...texts]) => texts.map((text) => [file, text] as const)),
  )("%s is found by “%s”", async (file, text) => {
    const { hits } = await glimpse.api.search.run.query({ text, limit: 200 });
    expect(hits.flatMap((hit) => [hit.photo.id, ...hit.more]).map((id) => names.get(id))).toContain(file);
  });

  test("a month finds no photo of which only the year is known", async () => {
    const { hits } = await glimpse.api.search.run.query({ text: "July 1987", limit: 200 });
    expect(hits.map(({ photo }) => names.get(photo.id))).toEqual(["d05_year_month_xmp.jpg"]);
  });

  test("dates say where they come from", async () => {
    const { items } = await glimpse.api.photos.list.query({ limit: 100 });
    const taken = (name: string) => {
      const photo = items.find(({ fileName }) => fileName === name);
      return [photo?.takenAt, photo?.takenFrom];
    };
    expect(taken("d04_year_only_xmp.jpg")).toEqual(["1987", "file"]);
    expect(taken("IMG-20220528-WA0004.jpg")).toEqual(["2022-05-28", "name"]);
    expect(taken("d11_modifydate_only.jpg")).toEqual(["2014-07-26T11:05:00", "change"]);
  });
});
