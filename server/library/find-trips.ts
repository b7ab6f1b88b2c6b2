import { distance } from "./earth.ts";

/** The photos of one local day around one point. Trips are made of these. */
export interface PlacedDay {
  /** Days since 1970 of the local day on which they were taken, wherever that was. */
  day: number;
  latitude: number;
  longitude: number;
  photos: number;
  city: string | null;
  region: string | null;
  country: string | null;
}

export interface FoundTrip {
  /** Days since 1970, both included. */
  first: number;
  last: number;
  /** The place in its name: the town with half of its photos, else the region, else the country with most. */
  place: string | null;
  /** The names of its places, those with most photos first. */
  places: string[];
}

/**
 * A day counts as away from this many kilometres from home on. Surveys of travel count journeys of 50 miles and more as
 * long ones (the National Household Travel Survey of the United States, 2001).
 */
const awayKm = 80;
/** The most days in a row without photos from away within one trip. */
const gap = 2;
/** The fewest photos of a trip: a single photo from far away more often has a wrong position, or is somebody else's. */
const fewestPhotos = 3;
/** Home is found from the photos of this many days before and after. */
const around = 183;
/** The fewest weeks that make a place somebody's home within that time; else all of the library decides. */
const fewestWeeks = 3;
/** A place is a home too if photos were taken there in more than this share of the weeks of the first one. */
const share = 0.5;
/** Homes are looked for on a grid of this width, in degrees; a home is a cell with its neighbours. */
const cell = 0.2;
const mostPlaces = 20;

interface Point {
  latitude: number;
  longitude: number;
}

/**
 * Finds the journeys in a library: days away from home, with gaps of at most two days. Home is where photos were taken
 * in most weeks (a week of holidays has many photos and is one week) of the year around; there may be several. A day is
 * away if more than half of its photos with a place are far from each home, and a day at home ends a trip.
 */
export function findTrips(days: PlacedDay[]): FoundTrip[] {
  const byDay = [...Map.groupBy(days, ({ day }) => day)].sort(([one], [other]) => one - other);
  const everywhere = homesOf(days, 1);
  const byMonth = new Map<number, Point[]>();
  /** The homes around a day; those around the middle of its month stand for all of the month. */
  function homesAround(day: number): Point[] {
    const month = Math.floor(day / 30);
    let homes = byMonth.get(month);
    if (!homes) {
      const middle = month * 30 + 15;
      const near = days.filter((each) => Math.abs(each.day - middle) <= around);
      homes = homesOf(near, fewestWeeks);
      if (homes.length === 0) homes = everywhere;
      byMonth.set(month, homes);
    }
    return homes;
  }

  const trips: PlacedDay[][] = [];
  let open: PlacedDay[] | null = null;
  for (const [day, placed] of byDay) {
    const homes = homesAround(day);
    const away = placed.filter((each) => homes.every((home) => kmBetween(home, each) >= awayKm));
    if (photosOf(away) * 2 <= photosOf(placed)) {
      open = null;
      continue;
    }
    if (open && day - (open.at(-1)?.day ?? 0) <= gap + 1) open.push(...away);
    else {
      open = away;
      trips.push(open);
    }
  }
  return trips.filter((trip) => photosOf(trip) >= fewestPhotos).map(toTrip);
}

const photosOf = (days: PlacedDay[]) => days.reduce((sum, { photos }) => sum + photos, 0);
const kmBetween = (one: Point, other: Point) =>
  distance(one.latitude, one.longitude, other.latitude, other.longitude);

/** Returns the places in which photos were taken in most weeks; none if that is in fewer than `fewest` weeks. */
function homesOf(days: PlacedDay[], fewest: number): Point[] {
  const cells = new Map<string, { weeks: Set<number>; days: PlacedDay[] }>();
  const keyOf = (row: number, column: number) => `${row} ${column}`;
  for (const each of days) {
    const key = keyOf(Math.floor(each.latitude / cell), Math.floor(each.longitude / cell));
    const found = cells.get(key) ?? { weeks: new Set(), days: [] };
    found.weeks.add(Math.floor(each.day / 7));
    found.days.push(each);
    cells.set(key, found);
  }
  const places = [...cells].map(([key, { days: own }]) => {
    const [row = 0, column = 0] = key.split(" ").map(Number);
    const weeks = new Set<number>();
    for (const up of [-1, 0, 1])
      for (const along of [-1, 0, 1])
        for (const week of cells.get(keyOf(row + up, column + along))?.weeks ?? []) weeks.add(week);
    return { weeks: weeks.size, photos: photosOf(own), middle: middleOf(own) };
  });
  places.sort((a, b) => b.weeks - a.weeks || b.photos - a.photos);
  const most = places[0]?.weeks ?? 0;
  if (most < fewest) return [];
  const homes: Point[] = [];
  for (const { weeks, middle } of places) {
    if (weeks <= most * share) break;
    if (homes.every((home) => kmBetween(home, middle) >= awayKm)) homes.push(middle);
  }
  return homes;
}

function middleOf(days: PlacedDay[]): Point {
  const photos = photosOf(days);
  const sum = (axis: keyof Point) => days.reduce((total, each) => total + each[axis] * each.photos, 0);
  return { latitude: sum("latitude") / photos, longitude: sum("longitude") / photos };
}

function toTrip(days: PlacedDay[]): FoundTrip {
  const all = photosOf(days);
  const counted = (name: "city" | "region" | "country") => {
    const counts = new Map<string, number>();
    for (const each of days) {
      const value = each[name];
      if (value) counts.set(value, (counts.get(value) ?? 0) + each.photos);
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  };
  const [cities, regions, countries] = [counted("city"), counted("region"), counted("country")];
  const half = [...cities.slice(0, 1), ...regions.slice(0, 1)].find(([, photos]) => photos * 2 >= all);
  const names = [...cities, ...regions, ...countries].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return {
    first: days[0]?.day ?? 0,
    last: days.at(-1)?.day ?? 0,
    place: (half ?? countries[0] ?? regions[0] ?? cities[0])?.[0] ?? null,
    places: [...new Set(names)].slice(0, mostPlaces),
  };
}
