import { readFile } from "node:fs/promises";
import { ExifTool } from "exiftool-vendored";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import type { PhotoFacts } from "#server/library/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { createTagReader } from "./exiftool.ts";
import { factTable, type TagName } from "./fact-table.ts";
import { factsFrom } from "./metadata.ts";

const reader = createTagReader();
const writer = new ExifTool({ maxProcs: 1, checkPerl: false, useMWG: false });
afterAll(() => Promise.all([reader.close(), writer.end()]));

type Row = [TagName, string[], Partial<PhotoFacts>];

const date = (tag: TagName, ...writes: string[]): Row => [
  tag,
  writes.length > 0 ? writes : [`-${tag}=2007:06:30 18:45:17`],
  { takenLocal: "2007-06-30T18:45:17.000", takenFrom: "file", takenPrecision: "moment" },
];
const text = (tag: TagName, fact: keyof PhotoFacts, write = `-${tag}`): Row => [
  tag,
  [`${write}=Málaga`],
  { [fact]: "Málaga" },
];
const keyword = (tag: TagName, write: string, ...keywords: string[]): Row => [tag, [write], { keywords }];
const face = { left: 0.25, top: 0.2, width: 0.1, height: 0.2 };
const at = { latitude: -43.5, longitude: -79.25 };
const changed = (tag: TagName): Row => [
  tag,
  [`-${tag}=2007:06:30 18:45:17`],
  { takenLocal: "2007-06-30T18:45:17.000", takenFrom: "change" },
];

/** The values that exiftool writes into a drawn picture for each row of the table, and the facts that come of them. */
const rows: Row[] = [
  date("EXIF:DateTimeOriginal"),
  date("XMP:DateTimeOriginal", "-XMP-exif:DateTimeOriginal=2007:06:30 18:45:17"),
  date("XMP:DateCreated", "-XMP-photoshop:DateCreated=2007:06:30 18:45:17"),
  date("Composite:DateTimeCreated", "-IPTC:DateCreated=2007:06:30", "-IPTC:TimeCreated=18:45:17"),
  [
    "IPTC:DateCreated",
    ["-IPTC:DateCreated=2007:06:30"],
    { takenLocal: "2007-06-30T00:00:00.000", takenPrecision: "day" },
  ],
  date("EXIF:CreateDate"),
  date("XMP:CreateDate", "-XMP-xmp:CreateDate=2007:06:30 18:45:17"),
  date("PNG:CreationTime", "-PNG:CreationTime=2007:06:30 18:45:17"),
  changed("EXIF:ModifyDate"),
  ["XMP:ModifyDate", ["-XMP-xmp:ModifyDate=2007:06:30 18:45:17"], { takenFrom: "change" }],
  changed("PNG:ModifyDate"),
  [
    "Composite:GPSLatitude",
    ["-GPSLatitude=-43.5", "-GPSLatitudeRef=S", "-GPSLongitude=79.25", "-GPSLongitudeRef=W"],
    at,
  ],
  [
    "Composite:GPSLongitude",
    ["-GPSLatitude=-43.5", "-GPSLatitudeRef=S", "-GPSLongitude=79.25", "-GPSLongitudeRef=W"],
    at,
  ],
  ["XMP:GPSLatitude", ["-XMP-exif:GPSLatitude=-43.5", "-XMP-exif:GPSLongitude=-79.25"], at],
  ["XMP:GPSLongitude", ["-XMP-exif:GPSLatitude=-43.5", "-XMP-exif:GPSLongitude=-79.25"], at],
  ["XMP:Location", ["-XMP-iptcCore:Location=Coney Island"], { otherPlaces: ["Coney Island"] }],
  ["IPTC:Sub-location", ["-IPTC:Sub-location=Coney Island"], { otherPlaces: ["Coney Island"] }],
  text("XMP:City", "city"),
  text("IPTC:City", "city"),
  text("XMP:State", "region"),
  text("IPTC:Province-State", "region"),
  text("XMP:Country", "country", "-XMP-photoshop:Country"),
  text("IPTC:Country-PrimaryLocationName", "country"),
  ["XMP:CountryCode", ["-XMP-iptcCore:CountryCode=ES", "-XMP:City=Málaga"], { countryCode: "ES" }],
  [
    "IPTC:Country-PrimaryLocationCode",
    ["-IPTC:Country-PrimaryLocationCode=ESP", "-XMP:City=Málaga"],
    { countryCode: "ESP" },
  ],
  [
    "XMP:LocationCreated",
    ["-XMP-iptcExt:LocationCreated={City=Lisboa,CountryName=Portugal,GPSLatitude=38.7,GPSLongitude=-9.1}"],
    { city: "Lisboa", country: "Portugal", latitude: 38.7, longitude: -9.1 },
  ],
  [
    "XMP:LocationShown",
    ["-XMP:City=Lisboa", "-XMP-iptcExt:LocationShown=[{Sublocation=Belém,City=Lisboa},{City=Almada}]"],
    { city: "Lisboa", otherPlaces: ["Belém", "Almada"] },
  ],
  text("EXIF:Make", "make"),
  text("XMP:Make", "make", "-XMP-tiff:Make"),
  text("EXIF:Model", "model"),
  text("XMP:Model", "model", "-XMP-tiff:Model"),
  text("EXIF:LensModel", "lens"),
  text("XMP:LensModel", "lens", "-XMP-exifEX:LensModel"),
  text("XMP:Lens", "lens", "-XMP-aux:Lens"),
  ["EXIF:FocalLength", ["-EXIF:FocalLength=35"], { focalLength: 35 }],
  ["XMP:FocalLength", ["-XMP:FocalLength=35"], { focalLength: 35 }],
  ["EXIF:FNumber", ["-EXIF:FNumber=1.8"], { aperture: 1.8 }],
  ["XMP:FNumber", ["-XMP:FNumber=1.8"], { aperture: 1.8 }],
  ["EXIF:ExposureTime", ["-EXIF:ExposureTime=1/250"], { exposure: 0.004 }],
  ["XMP:ExposureTime", ["-XMP:ExposureTime=1/250"], { exposure: 0.004 }],
  ["EXIF:ISO", ["-EXIF:ISO=1600"], { iso: 1600 }],
  ["XMP:ISO", ["-XMP:ISO=1600"], { iso: 1600 }],
  ["EXIF:Flash", ["-EXIF:Flash#=1"], { flash: true }],
  ["XMP:Flash", ["-XMP:FlashFired=True"], { flash: true }],
  ["XMP:Rating", ["-XMP-xmp:Rating=4"], { rating: 4 }],
  ["EXIF:Rating", ["-EXIF:Rating=4"], { rating: 4 }],
  ["XMP:RatingPercent", ["-XMP-microsoft:RatingPercent=99"], { rating: 5 }],
  ["EXIF:RatingPercent", ["-EXIF:RatingPercent=1"], { rating: 1 }],
  text("XMP:Title", "title", "-XMP-dc:Title-es"),
  text("IPTC:ObjectName", "title"),
  text("EXIF:XPTitle", "title"),
  text("XMP:Headline", "title"),
  text("IPTC:Headline", "title"),
  text("PNG:Title", "title"),
  text("XMP:Caption", "title", "-XMP-acdsee:Caption"),
  text("XMP:Description", "description", "-XMP-dc:Description-de"),
  text("IPTC:Caption-Abstract", "description"),
  text("EXIF:ImageDescription", "description"),
  text("XMP:ImageDescription", "description", "-XMP-tiff:ImageDescription"),
  text("EXIF:XPComment", "description"),
  text("PNG:Description", "description"),
  text("XMP:Notes", "description", "-XMP-acdsee:Notes"),
  text("XMP:UserComment", "description", "-XMP-exif:UserComment"),
  text("EXIF:UserComment", "description"),
  text("EXIF:XPSubject", "description"),
  keyword("XMP:Subject", "-XMP-dc:Subject=1.10", "1.10"),
  keyword("IPTC:Keywords", "-IPTC:Keywords=Fähre", "Fähre"),
  keyword(
    "XMP:HierarchicalSubject",
    "-XMP-lr:HierarchicalSubject=Places|Spain|Málaga",
    "Places",
    "Spain",
    "Málaga",
  ),
  keyword("XMP:WeightedFlatSubject", "-XMP-lr:WeightedFlatSubject=Oak", "Oak"),
  keyword("XMP:TagsList", "-XMP-digiKam:TagsList=Trees/Oak", "Trees", "Oak"),
  keyword("XMP:LastKeywordXMP", "-XMP-microsoft:LastKeywordXMP=Trees/Oak", "Trees", "Oak"),
  keyword("XMP:LastKeywordIPTC", "-XMP-microsoft:LastKeywordIPTC=Oak", "Oak"),
  keyword("XMP:CatalogSets", "-XMP-mediapro:CatalogSets=Trips|Canyoning", "Trips", "Canyoning"),
  keyword(
    "XMP:Categories",
    '-XMP-acdsee:Categories=<Categories><Category Assigned="0">Trip<Category Assigned="1">Rock &amp; ice</Category></Category><Category Assigned="0">Other</Category></Categories>',
    "Trip",
    "Rock & ice",
  ),
  keyword("XMP:Keywords", "-XMP-acdsee:Keywords=Oak", "Oak"),
  keyword(
    "XMP:KeywordInfo",
    "-XMP-mwg-kw:KeywordInfo={Hierarchy=[{Keyword=Trees,Children=[{Keyword=Oak}]}]}",
    "Trees",
    "Oak",
  ),
  keyword("XMP:SupplementalCategories", "-XMP-photoshop:SupplementalCategories=Oak", "Oak"),
  keyword("IPTC:SupplementalCategories", "-IPTC:SupplementalCategories=Oak", "Oak"),
  keyword("EXIF:XPKeywords", "-EXIF:XPKeywords=Ice;Yard", "Ice", "Yard"),
  [
    "XMP:RegionInfo",
    [
      "-XMP-mwg-rs:RegionInfo={AppliedToDimensions={W=40,H=30,Unit=pixel},RegionList=[{Area={X=0.3,Y=0.3,W=0.1,H=0.2,Unit=normalized},Name=Ann Lee,Type=Face}]}",
    ],
    { people: ["Ann Lee"], faces: [{ name: "Ann Lee", ...face }] },
  ],
  [
    "XMP:RegionInfoMP",
    ["-XMP-MP:RegionInfoMP={Regions=[{PersonDisplayName=Ann Lee,Rectangle=0.25|, 0.2|, 0.1|, 0.2}]}"],
    { people: ["Ann Lee"], faces: [{ name: "Ann Lee", ...face }] },
  ],
  [
    "XMP:ImageRegion",
    [
      "-XMP-iptcExt:ImageRegion=[{Name=Ann Lee,RCtype=[{Identifier=[http://cv.iptc.org/newscodes/imageregiontype/human]}],RegionBoundary={RbShape=rectangle,RbUnit=relative,RbX=0.25,RbY=0.2,RbW=0.1,RbH=0.2}},{Name=Rex,RCtype=[{Identifier=[http://cv.iptc.org/newscodes/imageregiontype/animal]}]}]",
    ],
    { people: ["Ann Lee"], faces: [{ name: "Ann Lee", ...face }] },
  ],
  ["XMP:PersonInImage", ["-XMP-iptcExt:PersonInImage=Ann Lee"], { people: ["Ann Lee"] }],
  [
    "XMP:PersonInImageWDetails",
    ["-XMP-iptcExt:PersonInImageWDetails=[{PersonName=Ann Lee}]"],
    { people: ["Ann Lee"] },
  ],
  ["XMP:People", ["-XMP-mediapro:People=Ann Lee"], { people: ["Ann Lee"] }],
  ["XMP:TagsList", ["-XMP-digiKam:TagsList=People/Family/Ann Lee"], { people: ["Ann Lee"] }],
  ["PNG:Software", ["-PNG:Software=gnome-screenshot"], { screenshot: true }],
  ["EXIF:Software", ["-EXIF:Software=Greenshot"], { screenshot: true }],
  ["XMP:CreatorTool", ["-XMP:CreatorTool=Flameshot"], { screenshot: true }],
  [
    "XMP:DigitalSourceType",
    ["-XMP:DigitalSourceType=http://cv.iptc.org/newscodes/digitalsourcetype/screenCapture"],
    { screenshot: true },
  ],
  ["EXIF:UserComment", ["-EXIF:UserComment=Screenshot"], { screenshot: true, description: null }],
  ["XMP:UserComment", ["-XMP:UserComment=Screenshot"], { screenshot: true, description: null }],
];

test("every row of the table is tried, but those that only exiftool computes or that have their own tests", () => {
  const tried = new Set<string>(rows.map(([tag]) => tag));
  const others = factTable
    // Tags of videos are tried in video-facts.system.test.ts.
    .filter(({ tag }) => !/^(QuickTime|Matroska):|:Rotation$/.test(tag))
    .filter(({ as, tag }) => (as !== "part" || tag === "XMP:Flash") && !tried.has(tag))
    .map(({ tag }) => tag);
  expect(others).toEqual([
    "Composite:LensID",
    "Composite:ImageSize",
    "EXIF:Orientation",
    "MakerNotes:ContentIdentifier",
    "IPTC:CodedCharacterSet",
  ]);
});

test.each(rows)("%s", async (tag, writes, expected) => {
  await using folder = await temporaryFolder();
  const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: "teal" } });
  const isPng = tag.startsWith("PNG:");
  const path = folder.at(isPng ? "drawn.png" : "drawn.jpg");
  await (isPng ? drawn.png() : drawn.jpeg()).toFile(path);
  await writer.write(path, {}, [
    "-overwrite_original",
    "-codedcharacterset=utf8",
    "-charset",
    "EXIF=UTF8",
    ...writes,
  ]);
  expect(factsFrom(await reader.read(path, isPng ? "image/png" : "image/jpeg"), null)).toMatchObject(
    expected,
  );
});

test("unmarked text is read as UTF-8 if it is valid, or else as Latin-1", async () => {
  await using folder = await temporaryFolder();
  const read = async (charset: string) => {
    const path = folder.at(`${charset}.jpg`);
    await sharp({ create: { width: 40, height: 30, channels: 3, background: "teal" } })
      .jpeg()
      .toFile(path);
    const how = ["-overwrite_original", "-charset", `IPTC=${charset}`, "-charset", `EXIF=${charset}`];
    await writer.write(path, {}, [
      ...how,
      "-IPTC:Keywords=Fähre",
      "-IPTC:City=Köln",
      "-EXIF:ImageDescription=Málaga ‘hoy’",
    ]);
    expect((await readFile(path)).includes(Buffer.from("Köln", charset === "UTF8" ? "utf8" : "latin1"))).toBe(
      true,
    );
    return factsFrom(await reader.read(path, "image/jpeg"), null);
  };
  const expected = { keywords: ["Fähre"], city: "Köln", description: "Málaga ‘hoy’" };
  expect(await read("UTF8")).toMatchObject(expected);
  expect(await read("Latin")).toMatchObject(expected);
});

test("a position in XMP with references of its own, as EXIF has them", async () => {
  await using folder = await temporaryFolder();
  const path = folder.at("drawn.xmp");
  const attributes =
    'exif:GPSLatitude="33,51.5" exif:GPSLatitudeRef="S" exif:GPSLongitude="70,30" exif:GPSLongitudeRef="W"';
  await folder.write(
    "drawn.xmp",
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" ${attributes}/></rdf:RDF></x:xmpmeta>`,
  );
  const { latitude, longitude } = factsFrom(await reader.read(path, "application/rdf+xml"), null);
  expect(latitude).toBeCloseTo(-33.8583, 3);
  expect(longitude).toBeCloseTo(-70.5, 3);
});
