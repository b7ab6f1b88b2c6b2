import { expect, test } from "vitest";
import { countryCodeOf, countryName } from "./countries.ts";
import { exonyms } from "./exonyms.ts";
import { createGazetteer } from "./gazetteer.ts";
import { nameKey } from "./names.ts";

const gazetteer = createGazetteer();

/** Writes a place as "Lisbon, Lisbon, Portugal PT", with a dash for what is not known. */
function placeAt(latitude: number, longitude: number): string | null {
  const place = gazetteer.placeOf(latitude, longitude);
  return place && `${place.city ?? "-"}, ${place.region ?? "-"}, ${place.country} ${place.countryCode}`;
}

test.each([
  ["the Brandenburg Gate", 52.5163, 13.3777, "Berlin, Berlin, Germany DE"],
  ["Cologne's cathedral", 50.9413, 6.9583, "Köln, North Rhine-Westphalia, Germany DE"],
  ["the Eiffel tower", 48.8584, 2.2945, "Paris, Île-de-France, France FR"],
  ["the Colosseum", 41.8902, 12.4922, "Rome, Lazio, Italy IT"],
  ["Sydney's opera", -33.8568, 151.2153, "Sydney, New South Wales, Australia AU"],
  ["the Golden Gate", 37.8199, -122.4783, "San Francisco, California, United States US"],
  ["Waikiki", 21.276, -157.827, "Honolulu, Hawaii, United States US"],
  ["Longyearbyen", 78.2232, 15.6267, "Longyearbyen, Svalbard, Svalbard and Jan Mayen SJ"],
])("a landmark is placed in its town: %s", (_, latitude, longitude, place) => {
  expect(placeAt(latitude, longitude)).toBe(place);
});

test.each([
  ["Spandau's citadel, nearer to Falkensee's middle than to Berlin's", 52.541, 13.2125, "Berlin"],
  ["Sanssouci, near a large neighbour", 52.4042, 13.0385, "Potsdam"],
  ["Greenwich, a quarter of a metropolis", 51.4769, -0.0005, "London"],
  ["Times Square", 40.758, -73.9855, "New York City"],
  ["Hoboken, across the river and in another state", 40.744, -74.0324, "Hoboken"],
  ["Üsküdar, on the other side of the Bosphorus", 41.0226, 29.0156, "Istanbul"],
])("a part belongs to its town, a neighbour does not: %s", (_, latitude, longitude, city) => {
  expect(gazetteer.placeOf(latitude, longitude)?.city).toBe(city);
});

test.each([
  ["Konstanz", 47.6603, 9.1758, "Konstanz", "DE"],
  ["Kreuzlingen, a kilometre away", 47.645, 9.178, "Kreuzlingen", "CH"],
  ["Weil am Rhein, next to Basel", 47.5936, 7.6206, "Weil am Rhein", "DE"],
  ["Kehl, across the Rhine from Strasbourg", 48.573, 7.815, "Kehl", "DE"],
  ["Windsor, across the river from Detroit", 42.3149, -83.0364, "Windsor", "CA"],
  ["Saint Peter's", 41.9022, 12.4539, "Vatican City", "VA"],
])("a town across the border is not taken for this one: %s", (_, latitude, longitude, city, countryCode) => {
  expect(gazetteer.placeOf(latitude, longitude)).toMatchObject({ city, countryCode });
});

test.each([
  ["Hong Kong", 22.2819, 114.1589, "HK"],
  ["Puerto Rico", 18.4655, -66.1057, "PR"],
  ["Kosovo", 42.6629, 21.1655, "XK"],
  ["Ceuta", 35.889, -5.316, "ES"],
  ["northern Cyprus, which the borders leave out", 35.34, 33.32, "CY"],
])("the country code is the one of ISO: %s", (_, latitude, longitude, countryCode) => {
  expect(gazetteer.placeOf(latitude, longitude)).toMatchObject({ city: expect.any(String), countryCode });
});

test.each([
  ["the Sahara", 25, 3, "-, -, Algeria DZ"],
  ["Greenland's ice", 72, -40, "-, -, Greenland GL"],
  ["Iceland's highlands", 63.99, -19.06, "-, -, Iceland IS"],
  ["an island without a town", 39.14, 2.94, "-, Balearic Islands, Spain ES"],
])("far from any town there is no city: %s", (_, latitude, longitude, place) => {
  expect(placeAt(latitude, longitude)).toBe(place);
});

test.each([
  ["in the Atlantic", 45, -30],
  ["100 km off Lisbon", 38.7, -10.6],
  ["in the Mediterranean", 39, 5],
  ["in the North Sea", 55, 3],
  ["where a camera without a fix says it is", 0, 0],
  ["at the pole", 90, 0],
  ["beyond the pole", 91, 0],
  ["not a number", Number.NaN, 10],
])("a point at sea has no place: %s", (_, latitude, longitude) => {
  expect(gazetteer.placeOf(latitude, longitude)).toBeNull();
});

test("every point around the date line and the poles gets an answer", () => {
  for (const latitude of [-90, -89.9, -16.5, 66, 89.9, 90]) {
    for (const longitude of [-180, -179.99, 179.99, 180]) {
      expect(() => gazetteer.placeOf(latitude, longitude)).not.toThrow();
    }
  }
  expect(gazetteer.placeOf(-16.43, 179.37)).toMatchObject({ city: "Labasa", countryCode: "FJ" });
});

test.each([
  ["Lisbon", "Lisbon", "city", "PT"],
  ["Lissabon", "Lisbon", "city", "PT"],
  ["lisboa", "Lisbon", "city", "PT"],
  ["München", "Munich", "city", "DE"],
  ["Muenchen", "Munich", "city", "DE"],
  ["Munich", "Munich", "city", "DE"],
  ["Wien", "Vienna", "city", "AT"],
  ["Vienna", "Vienna", "city", "AT"],
  ["Cologne", "Köln", "city", "DE"],
  ["Paris", "Paris", "city", "FR"],
  ["New York", "New York City", "city", "US"],
  ["Bayern", "Bavaria", "region", "DE"],
  ["Kalifornien", "California", "region", "US"],
  ["Deutschland", "Germany", "country", "DE"],
  ["Holland", "Netherlands", "country", "NL"],
  ["UK", "United Kingdom", "country", "GB"],
  ["oesterreich", "Austria", "country", "AT"],
  ["Nueva York", "New York City", "city", "US"],
  ["le Cap", "Cape Town", "city", "ZA"],
  ["Ginebra", "Genève", "city", "CH"],
  ["Vienne", "Vienna", "city", "AT"],
  ["Cerdeña", "Sardinia", "region", "IT"],
  ["Nouvelle-Écosse", "Nova Scotia", "region", "CA"],
  ["EE. UU.", "United States", "country", "US"],
])("%s is located as %s", (name, found, kind, countryCode) => {
  expect(gazetteer.locate(name)[0]).toMatchObject({ name: found, kind, countryCode });
});

test("every place with a name is found, the most populous first", () => {
  const parises = gazetteer.locate("Paris");
  expect(parises.length).toBeGreaterThan(5);
  expect(parises.map(({ population }) => population)).toEqual(
    parises.map(({ population }) => population).toSorted((one, other) => other - one),
  );
  expect(gazetteer.locate("Georgia").map(({ kind, country }) => `${kind} ${country}`)).toEqual(
    expect.arrayContaining(["country Georgia", "region United States"]),
  );
});

test("a country on both sides of the date line has its middle among its islands", () => {
  const [fiji] = gazetteer.locate("Fiji");
  expect(fiji?.latitude).toBeCloseTo(-17.7, 0);
  expect(Math.abs(fiji?.longitude ?? 0)).toBeGreaterThan(177);
});

test("a name that is no place is not located", () => {
  for (const name of ["", " ", "xyzzy", "the beach at sunset", "\u0000", "🙂", "%"]) {
    expect(gazetteer.locate(name)).toEqual([]);
  }
});

test("each line of exonyms has several names of a place in the gazetteer", () => {
  const lines = exonyms.trim().split("\n");
  const lost = lines.filter((line) => gazetteer.locate(line.split(",")[0] ?? "").length === 0);
  expect(lost).toEqual([]);
  expect(lines.filter((line) => new Set(line.split(",").map(nameKey)).size < 2)).toEqual([]);
});

test("each exonym means its own place, and stands on one line only", () => {
  const lines = exonyms
    .trim()
    .split("\n")
    .map((line) => [...new Set(line.split(",").map(nameKey))]);
  const names = lines.flat();
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const others = lines.flatMap((keys) =>
    keys.filter((name) => !keys.includes(nameKey(gazetteer.locate(name)[0]?.name ?? ""))),
  );
  expect(others).toEqual([]);
});

test("countries are known by code and by name", () => {
  expect(countryName("DE")).toBe("Germany");
  expect(countryName("DD")).toBeNull();
  expect(countryName("EU")).toBeNull();
  expect(countryName("../")).toBeNull();
  expect(
    ["USA", "U.S.A.", "Czech Republic", "Tschechien", "Türkei", "Elfenbeinküste"].map(countryCodeOf),
  ).toEqual(["US", "US", "CZ", "CZ", "TR", "CI"]);
  expect(countryCodeOf("Atlantis")).toBeNull();
});

test("the largest towns of a part of the map come first, also across the date line", () => {
  const iberia = gazetteer.townsIn({ west: -10, south: 36, east: 0, north: 44 }, 3);
  expect(iberia.map(({ name }) => name)).toEqual(["Madrid", "Valencia", "Sevilla"]);
  const fiji = gazetteer.townsIn({ west: 176, south: -20, east: -178, north: -15 }, 1);
  expect(fiji.map(({ name }) => name)).toEqual(["Suva"]);
});
