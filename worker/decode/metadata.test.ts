import { expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { factsFrom } from "./metadata.ts";
import type { Tags } from "./tags.ts";

const facts = (tags: Tags) => factsFrom(tags, { width: 40, height: 30 });

test("a file without metadata has only a size", () => {
  expect(facts({})).toEqual({ ...noFacts, width: 40, height: 30 });
});

test("when pixels are not decoded, the tags turn the size upright", () => {
  const size = (tags: Tags) => factsFrom(tags, null);
  expect(size({ "Composite:ImageSize": "6000 4000", "EXIF:Orientation": 8 })).toMatchObject({
    width: 4000,
    height: 6000,
  });
  expect(size({ "Composite:ImageSize": "6000 4000", "EXIF:Orientation": 3 })).toMatchObject({ width: 6000 });
  expect(size({ "Composite:ImageSize": "nonsense" })).toMatchObject({ width: null, height: null });
});

test.each<[number | string, number | string, boolean]>([
  [41.22, -96.07, true],
  [0, 9.5, true],
  [0, 0, false],
  [91, 10, false],
  [10, -181, false],
  ["", "", false],
  ["nan", 4, false],
])("position %s %s: %s", (latitude, longitude, valid) => {
  const found = facts({ "Composite:GPSLatitude": latitude, "Composite:GPSLongitude": longitude });
  expect([found.latitude, found.longitude]).toEqual(valid ? [latitude, longitude] : [null, null]);
});

test.each([
  ["Canon", "Canon EOS 40D", "EOS 40D"],
  ["NIKON CORPORATION", "NIKON D70", "D70"],
  ["EASTMAN KODAK COMPANY", "KODAK CX7530", "CX7530"],
  ["Apple", "iPhone 7", "iPhone 7"],
  ["SONY", "SONY", "SONY"],
])("the make %s is removed from the model %s", (make, model, said) => {
  expect(facts({ "EXIF:Make": ` ${make}\0`, "EXIF:Model": model })).toMatchObject({ make, model: said });
});

test("lens, exposure and flash are read", () => {
  expect(
    facts({
      "EXIF:FocalLength": 3.99,
      "EXIF:FNumber": 1.8,
      "EXIF:ExposureTime": 0.0025,
      "XMP:ISO": [200],
      "EXIF:Flash": 25,
      "Composite:LensID": "Canon EF 24-105mm f/4L IS II USM",
    }),
  ).toMatchObject({
    focalLength: 3.99,
    aperture: 1.8,
    exposure: 0.0025,
    iso: 200,
    flash: true,
    lens: "Canon EF 24-105mm f/4L IS II USM",
  });
  expect(facts({ "EXIF:Flash": 24 }).flash).toBe(false);
  expect(facts({ "XMP:Flash": { Fired: true } }).flash).toBe(true);
  expect(facts({ "Composite:LensID": "Unknown 7-22mm" }).lens).toBeNull();
  expect(facts({ "Composite:LensID": 65_535 }).lens).toBeNull();
  expect(facts({ "EXIF:FNumber": 0, "EXIF:ISO": "inf" })).toMatchObject({ aperture: null, iso: null });
});

test.each([
  [0, 0],
  [5, 5],
  ["3", 3],
  [-1, null],
  [99, null],
  ["", null],
])("a rating of %j is %j", (rating, expected) => {
  expect(facts({ "XMP:Rating": rating }).rating).toBe(expected);
});

test.each([
  "OLYMPUS DIGITAL CAMERA",
  "KONICA MINOLTA DIGITAL CAMERA",
  "SONY DSC",
  "Default",
  "DCIM\\100MEDIA\\DJI_0001.JPG",
  "cof",
  "sdr_HDRB",
  "Created with GIMP",
  "D70",
])("%s is no description", (words) => {
  expect(facts({ "EXIF:ImageDescription": words, "EXIF:Model": "D70" }).description).toBeNull();
});

test.each([
  "Coffee",
  "Normandy",
  "Hydra harbour",
  "Default settings of life",
  "Image of my mother",
])("%s is a description", (words) => {
  expect(facts({ "XMP:Description": words }).description).toBe(words);
});

test("a camera's default does not hide a description that a person wrote in another tag", () => {
  const tags = { "XMP:Description": "SONY DSC", "IPTC:Caption-Abstract": "Grandmother's garden" };
  expect(facts(tags).description).toBe("Grandmother's garden");
});

test("texts are trimmed, without control characters, and cut", () => {
  expect(facts({ "XMP:Title": " a\0b\u0007c\r\nd " }).title).toBe("a b c\nd");
  expect(facts({ "XMP:Title": "x".repeat(5000) }).title).toHaveLength(2000);
  expect(facts({ "XMP:Title": `${"x".repeat(1999)}😀` }).title).toBe("x".repeat(1999));
  expect(facts({ "XMP:Title": 1984 }).title).toBe("1984");
  expect(facts({ "XMP:Title": { a: 1 }, "IPTC:ObjectName": "second" }).title).toBe("second");
});

test("keywords of all kinds become one flat list without repetition", () => {
  const { keywords } = facts({
    "XMP:Subject": ["Frost", "Yard"],
    "IPTC:Keywords": "frost",
    "XMP:HierarchicalSubject": ["Places|Spain|Málaga", "People|Marie Curie"],
    "XMP:TagsList": "Trees/Oak",
    "EXIF:XPKeywords": "Ice; ;Yard",
  });
  expect(keywords).toEqual([
    ...["Frost", "Yard", "Places", "Spain", "Málaga", "People", "Marie Curie", "Trees", "Oak", "Ice"],
  ]);
  expect(facts({ "XMP:Subject": Array.from({ length: 5000 }, (_, n) => n) }).keywords).toHaveLength(100);
});

test("people come from both kinds of face regions, and from the people shown", () => {
  const { people } = facts({
    "XMP:RegionInfo": {
      RegionList: [
        { Name: "Marie Curie", Type: "Face" },
        { Name: "Focus point", Type: "Focus" },
        { Type: "Face" },
        "broken",
        null,
      ],
    },
    "XMP:RegionInfoMP": { Regions: { PersonDisplayName: "Pierre Curie" } },
    "XMP:PersonInImage": ["Irène Curie", "marie curie"],
  });
  expect(people).toEqual(["Marie Curie", "Pierre Curie", "Irène Curie"]);
});

test.each([
  [["Location|Deutschland|Berlin|Kladow"], ["Location", "Deutschland", "Berlin", "Kladow"]],
  ["A|B,A|B|C", ["A", "B", "C"]],
  ["Berlin, Mitte|Park", ["Berlin, Mitte", "Park"]],
  [["darktable|exported", "Oak"], ["Oak"]],
])("keywords of %j", (value, keywords) => {
  expect(facts({ "XMP:HierarchicalSubject": value }).keywords).toEqual(keywords);
});

test.each([
  "Screenshot",
  "Steps=20",
  '{"a":1}',
  "a5cb01550dbb9a6bf732f87e413f6e231cc4581e6a5be800fb0871dce0760cd5",
  "  0 1",
])("the comment %j describes nothing", (comment) => {
  expect(facts({ "EXIF:UserComment": comment }).description).toBeNull();
});

test("among several languages the default wins, then English, then German", () => {
  const title = { "XMP:Title-fr": "Phare", "XMP:Title-de": "Leuchtturm" };
  expect(facts(title as Tags).title).toBe("Leuchtturm");
  expect(facts({ ...title, "XMP:Title-en-US": "Lighthouse" } as Tags).title).toBe("Lighthouse");
  expect(facts({ ...title, "XMP:Title": "Phare au soir" } as Tags).title).toBe("Phare au soir");
});

test.each([
  [79.07, "W", -79.07],
  [-79.07, "W", -79.07],
  [79.07, "E", 79.07],
  [79.07, "west", -79.07],
])("longitude %s of XMP with the reference %s", (longitude, reference, expected) => {
  const tags = { "XMP:GPSLatitude": 43, "XMP:GPSLongitude": longitude, "XMP:GPSLongitudeRef": reference };
  expect(facts(tags).longitude).toBe(expected);
});

test("if EXIF has a position, the references of XMP do not turn it", () => {
  const position = {
    "Composite:GPSLatitude": 43,
    "Composite:GPSLongitude": 79,
    "EXIF:GPSLatitude": "43 0 0",
  };
  expect(facts({ ...position, "XMP:GPSLongitudeRef": "W" })).toMatchObject({ longitude: 79 });
});

test("the place is the first with a town, and all others are kept by their names", () => {
  const created = { City: "Versailles", CountryName: "France" };
  const shown = [{ LocationName: "Eiffel Tower", City: "Paris", CountryName: "France" }];
  const both = { "XMP:LocationCreated": [created], "XMP:LocationShown": shown };
  expect(facts({ "XMP:Country": "France", ...both })).toMatchObject({
    city: "Versailles",
    country: "France",
    otherPlaces: ["Paris", "Eiffel Tower"],
  });
});

test("place names come from XMP before IPTC", () => {
  expect(
    facts({
      "XMP:City": "Thompson Springs",
      "IPTC:City": "elsewhere",
      "IPTC:Province-State": "Utah",
      "XMP:Country": "United States",
      "IPTC:Country-PrimaryLocationCode": "usa",
    }),
  ).toMatchObject({ city: "Thompson Springs", region: "Utah", country: "United States", countryCode: "USA" });
  expect(facts({ "XMP:CountryCode": "12" }).countryCode).toBeNull();
});

test("a screenshot is recognised and has no camera", () => {
  expect(facts({ "XMP:UserComment": "Screenshot" }).screenshot).toBe(true);
  expect(facts({ "PNG:Software": "gnome-screenshot" }).screenshot).toBe(true);
  expect(
    facts({ "XMP:DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/screenCapture" }),
  ).toMatchObject({ screenshot: true });
  expect(facts({ "EXIF:UserComment": "Screenshot", "EXIF:Make": "Canon" }).screenshot).toBe(false);
  expect(facts({ "EXIF:UserComment": "my screenshot of the week" }).screenshot).toBe(false);
});
