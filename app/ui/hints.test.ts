import { expect, test } from "vitest";
import { hintsOf } from "./hints.tsx";

const from = (headers: Record<string, string>) => hintsOf(new Headers(headers));

test("the time zone and grid width of an earlier visit are used", () => {
  const cookie = "theme=dark; glimpse-hints=Europe%2FBerlin~1120";
  expect(from({ Cookie: cookie })).toMatchObject({ timeZone: "Europe/Berlin", gridWidth: 1120 });
});

test("on a first visit a phone gets a phone's width", () => {
  expect(from({})).toMatchObject({ timeZone: "UTC", gridWidth: 936 });
  expect(from({ "Sec-CH-UA-Mobile": "?1" })).toMatchObject({ gridWidth: 375 });
});

test.each([
  "",
  "~",
  "Nowhere~-5",
  "%E0%A4~NaN",
  "Europe%2FBerlin%22%3E~99999999",
])("a nonsensical cookie is ignored: %s", (value) => {
  expect(from({ Cookie: `glimpse-hints=${value}` })).toMatchObject({ timeZone: "UTC", gridWidth: 936 });
});
