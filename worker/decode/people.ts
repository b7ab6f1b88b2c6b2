import type { Face } from "#server/library/facts.ts";
import { clean, field, fieldInAnyLanguage, items, numberIn } from "./values.ts";

/** A person in a picture, and where, if the file says it. */
export interface Seen {
  name: string;
  face: Face | null;
}

/** The root below which digiKam keeps people, in the languages that we know. */
const peopleRoot = /^(people|personen|persons|menschen)$/i;
const someone = /^(face|)$/i;
const isOfPeople = /human|person|people|face|head/i;

function seen(name: unknown, left: unknown, top: unknown, width: unknown, height: unknown): Seen[] {
  const called = clean(name);
  if (!called) return [];
  const [x, y, w, h] = [left, top, width, height].map(numberIn);
  const isWithin = (value: number | null | undefined): value is number =>
    value !== null && value !== undefined && value >= 0 && value <= 1;
  if (!isWithin(x) || !isWithin(y) || !isWithin(w) || !isWithin(h)) return [{ name: called, face: null }];
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return [
    {
      name: called,
      face: { name: called, left: round(x), top: round(y), width: round(w), height: round(h) },
    },
  ];
}

/** The Metadata Working Group gives the middle of a face. */
export function inMwgRegions(value: unknown): Seen[] {
  return items(field(value, "RegionList"))
    .filter((region) => someone.test(clean(field(region, "Type"))))
    .flatMap((region) => {
      const area = field(region, "Area");
      const [x, y, w, h] = ["X", "Y", "W", "H"].map((name) => numberIn(field(area, name)));
      const corner = (middle: number | null | undefined, size: number | null | undefined) =>
        middle == null || size == null ? null : Math.max(0, middle - size / 2);
      return seen(field(region, "Name"), corner(x, w), corner(y, h), w, h);
    });
}

/** Microsoft gives "left, top, width, height". */
export function inMicrosoftRegions(value: unknown): Seen[] {
  return items(field(value, "Regions")).flatMap((region) => {
    const [x, y, w, h] = clean(field(region, "Rectangle")).split(",");
    return seen(field(region, "PersonDisplayName"), x, y, w, h);
  });
}

/** IPTC gives a corner, of rectangles only; a region may show anything. */
export function inIptcRegions(value: unknown): Seen[] {
  return items(value).flatMap((region) => {
    const types = items(field(region, "RCtype")).flatMap((type) => [
      ...items(field(type, "Identifier")),
      fieldInAnyLanguage(type, "Name"),
    ]);
    const people = items(field(region, "PersonInImage"));
    if (people.length === 0 && types.length > 0 && !types.some((type) => isOfPeople.test(clean(type))))
      return [];
    const boundary = field(region, "RegionBoundary");
    const isRelative = /^relative$/i.test(clean(field(boundary, "RbUnit")));
    const [x, y, w, h] = ["RbX", "RbY", "RbW", "RbH"].map((name) =>
      isRelative ? field(boundary, name) : undefined,
    );
    const names = people.length > 0 ? people : [fieldInAnyLanguage(region, "Name")];
    return names.flatMap((name) => seen(name, x, y, w, h));
  });
}

export function withNames(value: unknown): Seen[] {
  return items(value).flatMap((name) => seen(name, null, null, null, null));
}

export function withDetails(value: unknown): Seen[] {
  return items(value).flatMap((person) =>
    seen(fieldInAnyLanguage(person, "PersonName"), null, null, null, null),
  );
}

/** Takes the last level of `People/Family/Anna`. */
export function belowPeople(value: unknown): Seen[] {
  return items(value).flatMap((path) => {
    const [root = "", ...below] = clean(path).split("/");
    return peopleRoot.test(root) ? seen(below.at(-1), null, null, null, null) : [];
  });
}

/**
 * Programs note where a face is in the picture as it is stored; returns where it is once the picture is upright. `orientation`
 * is EXIF's orientation.
 */
export function uprightFace(face: Face, orientation: number): Face {
  const { name, left, top, width, height } = face;
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  const right = round(1 - left - width);
  const bottom = round(1 - top - height);
  const lying = { name, width: height, height: width };
  switch (orientation) {
    case 2:
      return { ...face, left: right };
    case 3:
      return { ...face, left: right, top: bottom };
    case 4:
      return { ...face, top: bottom };
    case 5:
      return { ...lying, left: top, top: left };
    case 6:
      return { ...lying, left: bottom, top: left };
    case 7:
      return { ...lying, left: bottom, top: right };
    case 8:
      return { ...lying, left: top, top: right };
    default:
      return face;
  }
}
