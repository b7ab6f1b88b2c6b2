import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ExifTool } from "exiftool-vendored";
import sharp from "sharp";
import { expect, test } from "vitest";
import { runCommand } from "./fixtures/cli.ts";
import { sha256 } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { quickTime, wordsInXmp, xmpOf } from "./fixtures/shots.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const small = { width: 96, height: 64 };

async function dated(seed: number, date: string): Promise<Buffer> {
  const exif = { IFD0: { Make: "Canon" }, IFD2: { DateTimeOriginal: date } };
  return sharp(await drawPhoto(seed, small))
    .withExif(exif)
    .jpeg()
    .toBuffer();
}

/** Lists the files below a folder by their paths. */
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

test("every photo is exported under its name by year and month, with a sidecar that exiftool reads", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const settings = { GLIMPSE_DATA: dataFolder };
  const target = folder.at("export");
  await using glimpse = await startGlimpse({ dataFolder });
  const send = async (bytes: Uint8Array, name: string) =>
    (await sendPhoto(glimpse.url, bytes, { name })).photo?.id ?? "";
  const first = await dated(1, "2023:05:17 12:30:00");
  const id = await send(first, "beach.jpg");
  await send(await dated(2, "2023:05:20 09:00:00"), "Beach.jpg");
  await send(await drawPhoto(3, small), "../nowhere.jpg");
  const removed = await send(await drawPhoto(4, small), "removed.jpg");
  await until("all are prepared", async () => {
    const { items } = await glimpse.api.photos.list.query();
    return items.length === 4 && items.every(({ status }) => status !== "received");
  });
  await glimpse.api.photos.remove.mutate({ ids: [removed] });
  {
    using database = new DatabaseSync(join(dataFolder, "glimpse.sqlite"), { timeout: 5_000 });
    database
      .prepare(
        `insert into photo_edits (photo_id, owner, favourite, title, caption, rating, keywords, people, city, country, latitude, longitude, updated_at)
         select id, owner, 1, 'Noon', 'A <red> & "blue" kite.', 4, '["kite","Strand & Meer"]', '["Anna","Ben"]', 'Lisbon', 'Portugal', 38.7225, -9.1393, 1 from photos where id = ?`,
      )
      .run(id);
  }
  const made = await runCommand(settings, "export", target);
  expect(made).toMatchObject({
    code: 0,
    output: expect.stringContaining("holds 3 photos by year and month"),
  });
  const files = ["2023/05/Beach (2).jpg", "2023/05/beach.jpg", "undated/_nowhere.jpg"];
  expect(filesBelow(target)).toEqual(files.flatMap((file) => [file, `${file}.xmp`]).sort());
  expect(sha256(readFileSync(join(target, "2023/05/beach.jpg")))).toBe(sha256(first));
  expect(statSync(join(target, "2023/05/beach.jpg")).mtime.toISOString()).toBe("2023-05-17T12:30:00.000Z");

  await using exiftool = new ExifTool({ maxProcs: 1 });
  const tags = await exiftool.readRaw(join(target, "2023/05/beach.jpg.xmp"), { readArgs: ["-fast", "-n"] });
  expect(tags).toMatchObject({
    Title: "Noon",
    Description: 'A <red> & "blue" kite.',
    Subject: ["kite", "Strand & Meer"],
    PersonInImage: ["Anna", "Ben"],
    Rating: 4,
    Label: "Favourite",
    City: "Lisbon",
    Country: "Portugal",
    DateTimeOriginal: "2023:05:17 12:30:00",
  });
  expect(Number(tags.GPSLatitude)).toBeCloseTo(38.7225, 5);
  expect(Number(tags.GPSLongitude)).toBeCloseTo(-9.1393, 5);

  // It goes on where it was, leaves what is there, and takes nobody's place.
  const inode = statSync(join(target, "2023/05/beach.jpg")).ino;
  rmSync(join(target, "2023/05/Beach (2).jpg"));
  rmSync(join(target, "undated/_nowhere.jpg"));
  writeFileSync(join(target, "undated/_nowhere.jpg"), "a letter");
  expect((await runCommand(settings, "export", target)).code).toBe(0);
  expect(statSync(join(target, "2023/05/beach.jpg")).ino).toBe(inode);
  expect(readFileSync(join(target, "undated/_nowhere.jpg"), "utf8")).toBe("a letter");
  expect(filesBelow(target)).toContain("undated/_nowhere (2).jpg");
  expect(filesBelow(target)).toContain("2023/05/Beach (2).jpg");

  expect(await runCommand(settings, "export", dataFolder)).toMatchObject({ code: 2 });
});

test("files that belong to a photo are exported beside it, under its name, and come back joined", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const target = folder.at("export");
  const film = quickTime();
  const xmp = Buffer.from(xmpOf("", wordsInXmp({ title: "Kite" })));
  {
    await using glimpse = await startGlimpse({ dataFolder });
    await sendPhoto(glimpse.url, await dated(1, "2023:05:17 12:30:00"), { name: "beach.jpg" });
    // A second photo of the name has its film beside it, too.
    await sendPhoto(glimpse.url, await dated(5, "2023:05:18 12:30:00"), { name: "other.jpg" });
    await sendPhoto(glimpse.url, film, { name: "beach.mov" });
    await sendPhoto(glimpse.url, xmp, { name: "beach.xmp" });
    await sendPhoto(glimpse.url, Buffer.from(xmpOf("", wordsInXmp({ title: "Alone" }))), {
      name: "alone.xmp",
    });
    await until("all are joined", async () => {
      const { items } = await glimpse.api.photos.list.query();
      return items.some(({ companions, title }) => companions.length === 2 && title === "Kite");
    });
  }
  const made = await runCommand({ GLIMPSE_DATA: dataFolder }, "export", target);
  expect(made).toMatchObject({
    code: 0,
    output: expect.stringContaining("holds 2 photos by year and month"),
  });
  const beside = ["beach.jpg", "beach.jpg.xmp", "beach.mov", "beach.xmp", "other.jpg", "other.jpg.xmp"];
  const files = [...beside.map((name) => `2023/05/${name}`), "undated/alone.xmp"];
  expect(filesBelow(target)).toEqual(files);
  expect(readFileSync(join(target, "2023/05/beach.mov")).equals(film)).toBe(true);
  expect(readFileSync(join(target, "2023/05/beach.xmp")).equals(xmp)).toBe(true);
  expect((await runCommand({ GLIMPSE_DATA: dataFolder }, "export", target)).code).toBe(0);
  expect(filesBelow(target)).toEqual(files);

  const backup = folder.at("backup");
  expect((await runCommand({ GLIMPSE_DATA: dataFolder }, "backup", backup)).code).toBe(0);
  const restored = folder.at("restored");
  expect((await runCommand({ GLIMPSE_DATA: restored }, "restore", backup)).code).toBe(0);
  rmSync(join(dataFolder), { recursive: true });
  await using glimpse = await startGlimpse({ dataFolder: restored });
  const { items } = await glimpse.api.photos.list.query();
  const photo = items.find(({ fileName }) => fileName === "beach.jpg");
  const response = await fetch(`${glimpse.url}/photos/${photo?.id}/motion`);
  expect(Buffer.from(await response.arrayBuffer()).equals(film)).toBe(true);
});
