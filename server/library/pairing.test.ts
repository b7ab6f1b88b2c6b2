import { expect, test } from "vitest";
import { stemOf } from "./file-name.ts";
import { type PairedFile, pairsAmong } from "./pairing.ts";

const types: Record<string, string> = {
  jpg: "image/jpeg",
  heic: "image/heic",
  png: "image/png",
  mov: "video/quicktime",
  mp4: "video/mp4",
  cr2: "image/x-canon-cr2",
  dng: "image/x-adobe-dng",
  xmp: "application/rdf+xml",
};
const minute = 60_000;

function file(fileName: string, known: Partial<PairedFile> = {}): PairedFile {
  const extension = fileName.split(".").at(-1)?.toLowerCase() ?? "";
  return {
    id: fileName,
    type: types[extension] ?? "",
    fileName,
    stem: stemOf(fileName),
    arrivedAt: 0,
    role: extension === "xmp" ? "sidecar" : null,
    partOf: null,
    takenLocal: null,
    takenPrecision: null,
    takenFrom: null,
    make: null,
    model: null,
    contentId: null,
    ...known,
  };
}

const at = (time: string) =>
  ({ takenLocal: `2024-07-14T${time}.000`, takenPrecision: "moment", takenFrom: "file" }) as const;
const canon = { make: "Canon", model: "EOS 40D" };

/** Pairs the files in both orders, as "file > photo (role)". */
function pairs(...files: PairedFile[]): string[] {
  const written = (among: PairedFile[]) =>
    pairsAmong(among)
      .map(({ file, of, role }) => `${file} > ${of} (${role})`)
      .sort();
  const found = written(files);
  expect(written(files.toReversed())).toEqual(found);
  return found;
}

test("a Live Photo is known by its identifier, whatever the files are called and whenever they came", () => {
  const id = { contentId: "570F" };
  expect(pairs(file("a.heic", id), file("b.mov", { ...id, arrivedAt: 900 * minute }))).toEqual([
    "b.mov > a.heic (motion)",
  ]);
});

test("a film and a picture of one name that came together are one, if nothing says otherwise", () => {
  const still = file("IMG_1.HEIC");
  expect(pairs(still, file("img_1.mov"))).toEqual(["img_1.mov > IMG_1.HEIC (motion)"]);
  expect(pairs(still, file("IMG_1.mp4", { arrivedAt: 9 * minute }))).toHaveLength(1);
  expect(pairs(still, file("IMG_1.mov", { arrivedAt: 11 * minute }))).toEqual([]);
  expect(pairs(still, file("IMG_2.mov"))).toEqual([]);
  expect(pairs(file("IMG_1.png"), file("IMG_1.mov"))).toEqual([]);
  expect(pairs(file("IMG_1.jpg", { contentId: "A" }), file("IMG_1.mov", { contentId: "B" }))).toEqual([]);
  expect(
    pairs(
      file("IMG_1.jpg", at("10:00:00")),
      file("IMG_1.mov", { ...at("10:00:00"), takenLocal: "2021-01-01T00:00:00.000" }),
    ),
  ).toEqual([]);
});

test("a photo has one film", () => {
  expect(pairs(file("IMG_1.jpg"), file("IMG_1.mov"), file("IMG_1.mp4"))).toEqual([
    "IMG_1.mov > IMG_1.jpg (motion)",
  ]);
  const taken = file("IMG_1.mov", { role: "motion", partOf: "IMG_1.jpg" });
  expect(pairs(file("IMG_1.jpg"), taken, file("IMG_1.mp4"))).toEqual([]);
});

test("a raw file and a JPEG of one name, camera and time are one", () => {
  const raw = file("IMG_1.CR2", { ...canon, ...at("10:00:00") });
  expect(pairs(raw, file("IMG_1.JPG", { ...canon, ...at("10:00:02"), arrivedAt: 9e9 }))).toEqual([
    "IMG_1.CR2 > IMG_1.JPG (raw)",
  ]);
  expect(pairs(raw, file("IMG_1.JPG", { ...canon, ...at("10:00:03") }))).toEqual([]);
  expect(pairs(raw, file("IMG_1.JPG", { ...at("10:00:00"), make: "Nikon", model: "D70" }))).toEqual([]);
  expect(pairs(raw, file("IMG_2.JPG", { ...canon, ...at("10:00:00") }))).toEqual([]);
  // Nothing tells when this photo was taken, so it cannot be paired.
  expect(pairs(raw, file("IMG_1.JPG", canon))).toEqual([]);
  expect(pairs(raw, file("IMG_1.JPG", { ...canon, ...at("10:00:00"), takenFrom: "name" }))).toEqual([]);
});

test("a sidecar lies beside the file that it names, and is a part of the whole", () => {
  const raw = file("IMG_1.CR2", { ...canon, ...at("10:00:00") });
  const jpeg = file("IMG_1.JPG", { ...canon, ...at("10:00:00") });
  expect(pairs(raw, file("IMG_1.cr2.xmp"))).toEqual(["IMG_1.cr2.xmp > IMG_1.CR2 (sidecar)"]);
  expect(pairs(raw, file("IMG_1.xmp"))).toEqual(["IMG_1.xmp > IMG_1.CR2 (sidecar)"]);
  expect(pairs(jpeg, file("IMG_1.CR2.xmp"))).toEqual([]);
  expect(pairs(raw, jpeg, file("IMG_1.CR2.xmp"))).toEqual([
    "IMG_1.CR2 > IMG_1.JPG (raw)",
    "IMG_1.CR2.xmp > IMG_1.JPG (sidecar)",
  ]);
  const folded = file("IMG_1.CR2", { role: "raw", partOf: "IMG_1.JPG" });
  expect(pairs(folded, jpeg, file("IMG_1.CR2.xmp"))).toEqual(["IMG_1.CR2.xmp > IMG_1.JPG (sidecar)"]);
});

test("among several photos of its name, a sidecar belongs to the one that it came with, or it waits", () => {
  const older = file("IMG_1.jpg", { id: "older", arrivedAt: -900 * minute, ...at("10:00:00") });
  const newer = file("IMG_1.jpg", { id: "newer", arrivedAt: minute, ...at("18:00:00") });
  expect(pairs(older, newer, file("IMG_1.xmp"))).toEqual(["IMG_1.xmp > newer (sidecar)"]);
  const late = { arrivedAt: 900 * minute };
  expect(pairs(older, newer, file("IMG_1.xmp", late))).toEqual([]);
  expect(pairs(older, newer, file("IMG_1.xmp", { ...late, ...at("10:00:01") }))).toEqual([
    "IMG_1.xmp > older (sidecar)",
  ]);
  expect(pairs(older, file("IMG_1.xmp", late))).toEqual(["IMG_1.xmp > older (sidecar)"]);
  const otherYear = { ...late, ...at("10:00:00"), takenLocal: "2019-07-14T10:00:00.000" };
  expect(pairs(older, file("IMG_1.xmp", otherYear))).toEqual([]);
});
