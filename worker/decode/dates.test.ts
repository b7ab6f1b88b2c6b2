import { expect, test } from "vitest";
import { takenFrom } from "./dates.ts";

const now = new Date("2026-06-01T00:00:00Z");
const local = (tags: Parameters<typeof takenFrom>[0]) => takenFrom(tags, now)?.takenLocal ?? null;
const offset = (tags: Parameters<typeof takenFrom>[0]) => takenFrom(tags, now)?.takenOffset ?? null;

test("takes the camera's clock as it is, with its fraction, whatever this machine's time zone", () => {
  expect(
    takenFrom({ "EXIF:DateTimeOriginal": "2019:03:31 02:30:00", "EXIF:SubSecTimeOriginal": "017" }, now),
  ).toEqual({
    takenLocal: "2019-03-31T02:30:00.017",
    takenOffset: null,
    takenPrecision: "moment",
    takenFrom: "file",
  });
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
  "1970:01:01 08:00:00",
  "1969:12:31 19:00:00",
  "1904:01:01 05:30:00",
  "1980:01:01 00:00:00",
  "2019:05:32",
  "31/31/2019",
  "20 Foo 2019",
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

test.each([
  "2007/06/30 18:45:17",
  "2007-06-30T18:45:17",
  "2007.06.30 18:45:17",
  "2007:6:30 18:45:17",
  "2007:06:30 6:45:17 PM",
  "20070630T184517",
  "20070630 18:45:17",
  "30/06/2007 18:45:17",
  "06/30/2007 18:45:17",
  "30.06.2007, 18:45:17",
  "Sat Jun 30 18:45:17 2007",
  "Sat, 30 Jun 2007 18:45:17 GMT",
  "30. Juni 2007 18:45:17",
  "June 30, 2007 6:45:17 pm",
])("%s is a moment", (value) => {
  expect(local({ "EXIF:DateTimeOriginal": value })).toBe("2007-06-30T18:45:17.000");
});

test.each([
  ["1987", "1987-01-01", "year"],
  ["1987:00:00 00:00:00", "1987-01-01", "year"],
  ["1987:  :     :  :  ", "1987-01-01", "year"],
  ["06/07/1987", "1987-01-01", "year"],
  ["1970", "1970-01-01", "year"],
  ["1987:07", "1987-07-01", "month"],
  ["1987-07-00", "1987-07-01", "month"],
  ["July 1987", "1987-07-01", "month"],
  ["1987:07:04", "1987-07-04", "day"],
  ["1987:07:04   :  :  ", "1987-07-04", "day"],
])("%j is known to the %s", (value, begins, takenPrecision) => {
  expect(takenFrom({ "EXIF:DateTimeOriginal": value }, now)).toEqual({
    ...{ takenLocal: `${begins}T00:00:00.000`, takenOffset: null, takenPrecision, takenFrom: "file" },
  });
});

test("a later tag that knows more of the same date wins, one with another date does not", () => {
  const year = { "EXIF:DateTimeOriginal": "1987:00:00 00:00:00" };
  expect(local({ ...year, "XMP:CreateDate": "1987:07:04 12:00:00" })).toBe("1987-07-04T12:00:00.000");
  expect(local({ ...year, "XMP:CreateDate": "2021:07:04 12:00:00" })).toBe("1987-01-01T00:00:00.000");
});

test("the date of the last change is a guess, for files that have no other", () => {
  const changed = { "EXIF:ModifyDate": "2014:07:26 11:05:00" };
  expect(takenFrom(changed, now)).toMatchObject({
    takenLocal: "2014-07-26T11:05:00.000",
    takenFrom: "change",
  });
  expect(takenFrom({ ...changed, "XMP:DateCreated": "1987" }, now)).toMatchObject({ takenFrom: "file" });
});
