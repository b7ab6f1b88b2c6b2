import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { quickTime, samsungMotionPhoto } from "#tests/fixtures/shots.ts";
import { filmIn } from "./film-inside.ts";
import type { Tags } from "./tags.ts";

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(500, 7), Buffer.from([0xff, 0xd9])]);
const film = quickTime();

async function found(bytes: Uint8Array, tags: Tags = {}, type = "image/jpeg") {
  await using folder = await temporaryFolder();
  return filmIn(await folder.write("photo", bytes), type, tags);
}

const place = { offset: jpeg.length, bytes: film.length, type: "video/quicktime" };
const items = (length: number, semantic = "MotionPhoto") => ({
  "XMP:ContainerDirectory": [
    { Item: { Semantic: "Primary", Mime: "image/jpeg", Length: "0" } },
    { Item: { Semantic: semantic, Mime: "video/mp4", Length: String(length) } },
  ],
});

test.each([
  ["a list of items", Buffer.concat([jpeg, film]), items(film.length)],
  [
    "a number that counts from the end",
    Buffer.concat([jpeg, film]),
    { "XMP:MicroVideoOffset": String(film.length) },
  ],
  ["Samsung's trailer", samsungMotionPhoto(jpeg, film), {}],
])("%s says where the film is", async (_, bytes, tags) => {
  const expected =
    bytes.length === jpeg.length + film.length ? place : { ...place, offset: jpeg.length + 24 };
  expect(await found(bytes, tags)).toEqual(expected);
});

test("a film in a box of its own, in a HEIC", async () => {
  const box = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8);
    head.write(type, 4);
    return Buffer.concat([head, content]);
  };
  const heic = Buffer.concat([box("ftyp", Buffer.from("heic\0\0\0\0")), box("meta", jpeg)]);
  expect(await found(Buffer.concat([heic, box("mpvd", film)]), {}, "image/heic")).toEqual({
    ...place,
    offset: heic.length + 8,
  });
  expect(await found(heic, {}, "image/heic")).toBeNull();
});

test.each([
  ["the film was cut off", jpeg, items(film.length)],
  ["something else lies there", Buffer.concat([jpeg, Buffer.alloc(film.length)]), items(film.length)],
  ["the number is longer than the file", Buffer.concat([jpeg, film]), { "XMP:MicroVideoOffset": "99999999" }],
  ["the number is none", Buffer.concat([jpeg, film]), { "XMP:MicroVideoOffset": "-5" }],
  ["the items are no items", Buffer.concat([jpeg, film]), { "XMP:ContainerDirectory": ["x", null, 3] }],
  ["another thing lies behind the picture", Buffer.concat([jpeg, film]), items(film.length, "GainMap")],
  [
    "a trailer ends before it begins",
    Buffer.concat([jpeg, Buffer.from("\xff\xff\xff\x7fSEFT", "latin1")]),
    {},
  ],
  ["an empty file", Buffer.alloc(0), {}],
])("no film where %s", async (_, bytes, tags) => {
  expect(await found(bytes, tags)).toBeNull();
});
