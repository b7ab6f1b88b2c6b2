/**
 * Returns the minutes east of UTC that clocks in a country showed at a moment (ms); null where its parts differ, or
 * nothing is known of it. `countryCode` is of two letters.
 */
export function offsetIn(countryCode: string | null, moment: number): number | null {
  if (countryCode === null || !/^[A-Z]{2}$/.test(countryCode)) return null;
  const locale: Intl.Locale & { getTimeZones?(): string[] | undefined } = new Intl.Locale(
    `und-${countryCode}`,
  );
  const offsets = new Set((locale.getTimeZones?.() ?? []).map((zone) => offsetOfZone(zone, moment)));
  const [offset] = offsets;
  return offsets.size === 1 && offset !== undefined ? offset : null;
}

function offsetOfZone(timeZone: string, moment: number): number {
  const form = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = form.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
