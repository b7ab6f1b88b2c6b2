import { expect, test } from "vitest";
import { hintsOf } from "./first-hints.ts";

const from = (headers: Record<string, string>) => hintsOf(new Headers(headers));

const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

test("the time zone and the widths of an earlier visit are used", () => {
  const cookie = "theme=dark; glimpse-hints=Europe%2FBerlin~1120~1440";
  expect(from({ Cookie: cookie })).toMatchObject({
    ...{ timeZone: "Europe/Berlin", gridWidth: 1120, window: 1440 },
  });
});

test("on a first visit a phone gets a phone's width, also where the connection is not secure", () => {
  expect(from({})).toMatchObject({ timeZone: "UTC", gridWidth: 936, window: 1280 });
  expect(from({ "Sec-CH-UA-Mobile": "?1" })).toMatchObject({ gridWidth: 375, window: 375 });
  expect(from({ "User-Agent": iphone })).toMatchObject({ gridWidth: 375, window: 375 });
});

test.each([
  "",
  "~",
  "Nowhere~-5~10",
  "%E0%A4~NaN~NaN",
  "Europe%2FBerlin%22%3E~99999999~1",
  "Nowhere~900",
])("a nonsensical cookie is ignored: %s", (value) => {
  expect(from({ Cookie: `glimpse-hints=${value}` })).toMatchObject({ timeZone: "UTC", gridWidth: 936 });
});
