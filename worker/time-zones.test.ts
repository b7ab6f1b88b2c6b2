import { expect, test } from "vitest";
import { zonePlaces } from "./time-zone-places.ts";
import { offsetAt } from "./time-zones.ts";

const july = Date.UTC(2023, 6, 1, 16, 22);
const january = Date.UTC(2023, 0, 1, 16, 22);

test.each([
  ["Berlin", "DE", 52.5, 13.4, july, 120],
  ["Berlin in winter", "DE", 52.5, 13.4, january, 60],
  ["Delhi", "IN", 28.6, 77.2, july, 330],
  ["Boston", "US", 42.4, -71.1, july, -240],
  ["San Francisco", "US", 37.8, -122.4, january, -480],
  ["Sydney", "AU", -33.9, 151.2, january, 660],
  ["Lisbon", "PT", 38.7, -9.1, july, 60],
  ["the Azores", "PT", 37.8, -25.5, july, 0],
  ["Madrid", "ES", 40.4, -3.7, july, 120],
  ["Tenerife", "ES", 28.3, -16.5, july, 60],
  ["the east of Russia, beyond 180°", "RU", 66, -172, july, 720],
  ["nowhere", "XX", 0, 0, july, null],
  ["no code", "DEU", 52.5, 13.4, july, null],
])("%s", (_, countryCode, latitude, longitude, utc, expected) => {
  expect(offsetAt({ countryCode, latitude, longitude }, utc)).toBe(expected);
});

test("every zone of the table is one that Node knows, and lies on earth", () => {
  for (const { zone, latitude, longitude } of [...zonePlaces.values()].flat()) {
    expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
    expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
    expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
  }
  expect(zonePlaces.get("US")?.length).toBeGreaterThan(20);
});
