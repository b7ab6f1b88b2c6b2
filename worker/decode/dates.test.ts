import { expect, test } from "vitest";
import { takenFrom } from "./dates.ts";

const now = new Date("2026-06-01T00:00:00Z");
const local = (tags: Parameters<typeof takenFrom>[0]) => takenFrom(tags, now)?.takenLocal ?? null;
const offset = (tags: Parameters<typeof takenFrom>[0]) => takenFrom(tags, now)?.takenOffset ?? null;

test("takes the camera's clock as it is, with its fraction, whatever this machine's time zone", () => {
  expect(
    takenFrom({ "EXIF:DateTimeOriginal": "2019:03:31 02:30:00", "EXIF:SubSecTimeOriginal": "017" }, now),
  ).toEqual({ takenLocal: "2019-03-31T02:30:00.017", takenOffset: null });
});

test("a fraction that exiftool writes as a number is read too", () => {
  expect(local({ "EXIF:DateTimeOriginal": "2019:03:31 02:30:00", "EXIF:SubSecTimeOriginal": 17 })).toBe(
    "2019-03-31T02:30:00.170",
  );
});

test("the original date comes before the date of scanning, and both before the date of an XMP packet", () => {
  const tags = {
    "EXIF:DateTimeOriginal": "2001:01:01 10:00:00",
    "EXIF:CreateDate": "2002:01:01 10:00:00",
    "XMP:CreateDate": "2003:01:01 10:00:00",
  };
  expect(local(tags)).toMatch(/^2001/);
  expect(local({ ...tags, "EXIF:DateTimeOriginal": "0000:00:00 00:00:00" })).toMatch(/^2002/);
  expect(local({ "XMP:CreateDate": "2003:01:01 10:00" })).toBe("2003-01-01T10:00:00.000");
  expect(local({ "IPTC:DateCreated": "1987:05:04" })).toBe("1987-05-04T00:00:00.000");
  expect(local({ "PNG:CreationTime": "2007:02:13 06:34:38" })).toBe("2007-02-13T06:34:38.000");
});

test.each([
  "0000:00:00 00:00:00",
  "    :  :     :  :  ",
  "2019:02:30 10:00:00",
  "2019:13:01 10:00:00",
  "2019:12:01 24:00:00",
  "2019:12:01 10:61:00",
  "1825:12:31 10:00:00",
  "2028:01:01 10:00:00",
  "1970:01:01 00:00:00",
  "1904:01:01 00:00:00",
  "2019",
  "2019:05",
  "yesterday",
  "",
  null,
  20190501,
  ["2019:05:01 10:00:00"],
  { toString: () => "2019:05:01 10:00:00" },
])("%j is not a date", (value) => {
  expect(takenFrom({ "EXIF:DateTimeOriginal": value }, now)).toBeNull();
});

test("an offset comes from the file", () => {
  const date = { "EXIF:DateTimeOriginal": "2024:01:12 21:38:53" };
  expect(offset({ ...date, "EXIF:OffsetTimeOriginal": "-08:00" })).toBe(-480);
  expect(offset({ ...date, "EXIF:OffsetTimeOriginal": "+05:45" })).toBe(345);
  expect(offset({ ...date, "EXIF:OffsetTimeOriginal": "+25:00" })).toBeNull();
  expect(offset({ ...date, "XMP:DateCreated": "2024:01:12 21:38:53.2+09:00" })).toBe(540);
  expect(offset({ ...date, "XMP:DateCreated": "2024:01:13 21:38:53+09:00" })).toBeNull();
});

test("an offset is borrowed from another tag, but not a bare Z, which programs write without knowing", () => {
  const date = { "EXIF:DateTimeOriginal": "2024:01:12 21:38:53" };
  expect(offset({ ...date, "XMP:CreateDate": "2024:01:12 21:38:53Z" })).toBeNull();
  expect(offset({ "XMP:CreateDate": "2024:01:12 21:38:53Z" })).toBe(0);
});

test("an offset can come from GPS, which is in UTC", () => {
  const date = { "EXIF:DateTimeOriginal": "2015:04:10 20:12:23" };
  expect(offset({ ...date, "Composite:GPSDateTime": "2015:04:10 18:12:22.06Z" })).toBe(120);
  expect(offset({ ...date, "Composite:GPSDateTime": "2015:04:10 18:09:40Z" })).toBe(120);
  expect(offset({ ...date, "XMP:GPSDateTime": "2015:04:10 20:12:24Z" })).toBe(0);
  expect(offset({ ...date, "Composite:GPSDateTime": "2015:04:10 18:05:00Z" })).toBeNull();
  expect(offset({ ...date, "Composite:GPSDateTime": "2015:04:11 18:12:22Z" })).toBeNull();
});

test("GPS alone gives no local time", () => {
  expect(takenFrom({ "Composite:GPSDateTime": "2015:04:10 18:12:22Z" }, now)).toBeNull();
});
