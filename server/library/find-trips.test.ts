import { expect, test } from "vitest";
import { findTrips, type PlacedDay } from "./find-trips.ts";

const places = {
  Berlin: { latitude: 52.52, longitude: 13.4, region: "Berlin", country: "Germany" },
  Potsdam: { latitude: 52.4, longitude: 13.06, region: "Brandenburg", country: "Germany" },
  Munich: { latitude: 48.14, longitude: 11.58, region: "Bavaria", country: "Germany" },
  Lisbon: { latitude: 38.72, longitude: -9.14, region: "Lisboa", country: "Portugal" },
  Porto: { latitude: 41.15, longitude: -8.61, region: "Porto", country: "Portugal" },
  Seville: { latitude: 37.39, longitude: -5.99, region: "Andalusia", country: "Spain" },
  Auckland: { latitude: -36.85, longitude: 174.76, region: "Auckland", country: "New Zealand" },
} as const;
type City = keyof typeof places;

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const at = (date: string, city: City, photos = 5): PlacedDay => ({
  ...{ day: dayOf(date), city, photos },
  ...places[city],
});
/** One day at home each week. */
function living(city: City, from: string, to: string): PlacedDay[] {
  const days: PlacedDay[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day += 7) days.push(at(dateOf(day), city));
  return days;
}
const found = (days: PlacedDay[]) =>
  findTrips(days).map(({ first, last, place }) => `${place} ${dateOf(first)} ${dateOf(last)}`);

const year = living("Berlin", "2023-01-02", "2023-12-31");

test("days away from home are a trip, with gaps of at most two days", () => {
  const away = ["2023-05-03", "2023-05-04", "2023-05-07"].map((day) => at(day, "Lisbon", 60));
  expect(found([...year, ...away])).toEqual(["Lisbon 2023-05-03 2023-05-07"]);
  expect(found([...year, ...away, at("2023-05-11", "Lisbon")])).toEqual([
    "Lisbon 2023-05-03 2023-05-07",
    "Lisbon 2023-05-11 2023-05-11",
  ]);
});

test("a day at home ends a trip, and places near home are none", () => {
  const days = [at("2023-05-03", "Lisbon"), at("2023-05-04", "Berlin", 9), at("2023-05-05", "Lisbon")];
  expect(found([...year, ...days, at("2023-06-03", "Potsdam", 80)])).toEqual([
    "Lisbon 2023-05-03 2023-05-03",
    "Lisbon 2023-05-05 2023-05-05",
  ]);
});

test("weekends away are trips of their own, however many there are", () => {
  const weekends = ["2023-03-04", "2023-06-10", "2023-09-16"].flatMap((day) => [
    at(day, "Munich"),
    at(dateOf(dayOf(day) + 1), "Munich"),
  ]);
  expect(found([...year, ...weekends])).toHaveLength(3);
});

test("a photo or two from far away are no trip", () => {
  expect(found([...year, at("2023-05-03", "Lisbon", 1), at("2023-05-04", "Lisbon", 1)])).toEqual([]);
});

test("somebody who moves has a new home, and visits to the old one become trips", () => {
  const moved = [
    ...living("Berlin", "2021-01-04", "2022-06-30"),
    ...living("Munich", "2022-07-01", "2023-12-31"),
  ];
  expect(found(moved)).toEqual([]);
  expect(found([...moved, at("2023-08-05", "Berlin"), at("2023-08-06", "Berlin")])).toEqual([
    "Berlin 2023-08-05 2023-08-06",
  ]);
  expect(found([...moved, at("2021-08-07", "Munich")])).toEqual(["Munich 2021-08-07 2021-08-07"]);
});

test("a long holiday with most of the photos is no home", () => {
  const holiday = Array.from({ length: 21 }, (_, n) => at(dateOf(dayOf("2023-07-01") + n), "Lisbon", 500));
  expect(found([...year, ...holiday])).toEqual(["Lisbon 2023-07-01 2023-07-21"]);
});

test("without places there are no trips, nor where no place stands out", () => {
  expect(findTrips([])).toEqual([]);
  expect(found([at("2023-05-03", "Lisbon"), at("2019-08-03", "Munich")])).toEqual([]);
});

test("a journey through several towns is called after the country, and knows them all", () => {
  const days = [at("2023-05-03", "Lisbon"), at("2023-05-04", "Porto"), at("2023-05-06", "Seville", 4)];
  const [trip] = findTrips([...year, ...days]);
  expect(trip).toMatchObject({ place: "Portugal" });
  expect(trip?.places).toEqual(expect.arrayContaining(["Lisbon", "Porto", "Seville", "Spain"]));
});

test("days are those of the place: across the date line the same day may come twice", () => {
  const flight = [at("2023-02-10", "Auckland"), at("2023-02-11", "Auckland"), at("2023-02-11", "Berlin", 2)];
  expect(found([...year, ...flight])).toEqual(["Auckland 2023-02-10 2023-02-11"]);
});

test("a second home is a home", () => {
  const both = [...year, ...living("Munich", "2023-01-05", "2023-12-31")];
  expect(found(both)).toEqual([]);
});
