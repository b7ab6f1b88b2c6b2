import { type ZonePlace, zonePlaces } from "./time-zone-places.ts";

declare global {
  namespace Intl {
    interface Locale {
      /** The standard and Node 24 have it, TypeScript does not yet. */
      getTimeZones(): string[] | undefined;
    }
  }
}

const minute = 60_000;

interface Place {
  countryCode: string;
  latitude: number;
  longitude: number;
}

/**
 * Returns how many minutes east of UTC the clocks of a place are at a moment; null if nobody knows. In a country of
 * several time zones it is the zone whose principal place is nearest, which may be another one near its border.
 */
export function offsetAt(place: Place, utc: number): number | null {
  const zone = nearestZone(place) ?? zoneOfCountry(place.countryCode);
  return zone === null ? null : offsetOf(zone, utc);
}

function nearestZone({ countryCode, latitude, longitude }: Place): string | null {
  const shrunk = Math.cos((latitude * Math.PI) / 180);
  const apart = (one: number) =>
    Math.min(Math.abs(one - longitude), 360 - Math.abs(one - longitude)) * shrunk;
  const distance = (zone: ZonePlace) => Math.hypot(zone.latitude - latitude, apart(zone.longitude));
  const [nearest] = (zonePlaces.get(countryCode) ?? []).toSorted((a, b) => distance(a) - distance(b));
  return nearest?.zone ?? null;
}

/** All zones of other countries have the same clocks. */
function zoneOfCountry(countryCode: string): string | null {
  if (!/^[A-Z]{2}$/.test(countryCode)) return null;
  return new Intl.Locale(`und-${countryCode}`).getTimeZones()?.[0] ?? null;
}

function offsetOf(zone: string, utc: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" },
  }).formatToParts(utc);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return Math.round((local - Math.floor(utc / minute) * minute) / minute);
}
