import sharp from "sharp";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { fields } from "#tests/fixtures/pictures.ts";
import { readExif } from "./exif.ts";
import { factsFrom } from "./metadata.ts";

/** Returns the EXIF block of a JPEG that libvips wrote. */
async function block(): Promise<Uint8Array> {
  await using folder = await temporaryFolder();
  await fields(8, 8)
    .jpeg()
    .withExif({
      IFD0: { Make: "Canon", Model: "Canon EOS 40D" },
      IFD2: {
        DateTimeOriginal: "2008:05:30 15:56:01",
        OffsetTimeOriginal: "+02:00",
        SubSecTimeOriginal: "25",
      },
      IFD3: {
        GPSLatitudeRef: "S",
        GPSLatitude: "33/1 30/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "151/1 15/1 0/1",
      },
    })
    .toFile(folder.at("camera.jpg"));
  const { exif } = await sharp(folder.at("camera.jpg")).metadata();
  if (!exif) throw new Error("no EXIF was written");
  return exif;
}

/** Builds a big-endian block with the same directory by hand. */
function bigEndian(): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("MM\0*"));
  view.setUint32(4, 8);
  view.setUint16(8, 2);
  entry(view, 10, 271, 2, 6, 38);
  entry(view, 22, 274, 3, 1, 6 << 16);
  bytes.set(new TextEncoder().encode("NIKON\0"), 38);
  return bytes;
}

function entry(view: DataView, at: number, tag: number, type: number, count: number, value: number): void {
  view.setUint16(at, tag);
  view.setUint16(at + 2, type);
  view.setUint32(at + 4, count);
  view.setUint32(at + 8, value);
}

test("reads date, camera and position of a JPEG without perl", async () => {
  expect(factsFrom(readExif(await block()), null)).toMatchObject({
    takenLocal: "2008-05-30T15:56:01.250",
    takenOffset: 120,
    make: "Canon",
    model: "EOS 40D",
    latitude: -33.5,
    longitude: 151.25,
  });
});

test("reads both byte orders", () => {
  expect(readExif(bigEndian())).toMatchObject({ "EXIF:Make": "NIKON", "EXIF:Orientation": [6] });
});

test("a block that is cut or damaged anywhere is read without an error and ends", async () => {
  const whole = await block();
  for (let length = 0; length < whole.length; length += 1) readExif(whole.subarray(0, length));
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 8;
  };
  for (let run = 0; run < 5000; run += 1) {
    const spoilt = Uint8Array.from(whole);
    for (let change = 0; change < 6; change += 1) spoilt[random() % spoilt.length] = random();
    readExif(spoilt);
  }
});

test("an entry that claims to be huge, or to lie outside, is left out", () => {
  const bytes = bigEndian();
  const view = new DataView(bytes.buffer);
  entry(view, 10, 271, 2, 0xffffffff, 38);
  expect(readExif(bytes)).not.toHaveProperty("EXIF:Make");
  entry(view, 10, 271, 2, 6, 0xfffffffa);
  expect(readExif(bytes)).not.toHaveProperty("EXIF:Make");
});
