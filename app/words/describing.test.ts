import { expect, test } from "vitest";
import type { DescribingStatus } from "#server/library/describing.ts";
import { germanDescribingWords } from "./de-describing.ts";
import { describingWords } from "./en-describing.ts";

const now = Date.parse("2026-11-30T17:02:00Z");
const status: DescribingStatus = {
  ...{ paused: false, hours: null, state: "on", changesAt: null },
  ...{ waiting: 1_204, servers: [], perMinute: null, doneAt: null },
};
const one = { address: "http://nas:11434", atOnce: 2, perMinute: 12 };
const at = (iso: string) => ({ doneAt: new Date(iso).toISOString() });

test.each([
  [{}, "1,204 photos wait to be described."],
  [{ waiting: 0 }, ""],
  [{ state: "paused" }, "Paused. 1,204 photos wait to be described."],
  [{ state: "paused", waiting: 1 }, "Paused. 1 photo waits to be described."],
  [{ state: "waits", changesAt: "2026-11-30T21:00:00.000Z", waiting: 0 }, "Waits until 22:00."],
  [
    { servers: [one], perMinute: 12, ...at("2026-11-30T17:38:30Z") },
    "Describing 12 photos a minute, two at once. Done at about 18:40.",
  ],
  [
    { servers: [one, { ...one, atOnce: 1 }], perMinute: 1.2, ...at("2026-12-01T05:00:00Z") },
    "Describing a photo a minute, three at once. Done tomorrow at about 06:00.",
  ],
  [
    { servers: [{ ...one, atOnce: 1 }], perMinute: 0.25, ...at("2026-12-03T20:00:00Z") },
    "Describing a photo in about 4 minutes, one at a time. Done in about 3 days.",
  ],
  [{ servers: [one], perMinute: 12 }, "Describing 12 photos a minute, two at once."],
] as [Partial<DescribingStatus>, string][])("%o: %s", (change, words) =>
  expect(describingWords.says({ ...status, ...change }, now, "Europe/Berlin")).toBe(words));

test("a server that has not been measured says only how much it is asked", () => {
  expect(describingWords.server(one)).toBe("nas:11434: 12 photos a minute, two at once");
  expect(describingWords.server({ ...one, atOnce: 1, perMinute: null })).toBe("nas:11434: one at a time");
});

test.each([
  [{ waiting: 0 }, ""],
  [{ state: "paused", waiting: 1 }, "Angehalten. 1 Foto wartet darauf, beschrieben zu werden."],
  [{ state: "waits", changesAt: "2026-11-30T21:00:00.000Z", waiting: 0 }, "Wartet bis 22:00 Uhr."],
  [
    { servers: [one], perMinute: 12, ...at("2026-12-01T05:00:00Z") },
    "Beschreibt 12 Fotos in der Minute, zwei zugleich. Fertig morgen gegen 06:00 Uhr.",
  ],
  [
    { servers: [{ ...one, atOnce: 1 }], perMinute: 0.25, ...at("2026-12-03T20:00:00Z") },
    "Beschreibt ein Foto in etwa 4 Minuten, eins nach dem anderen. Fertig in etwa 3 Tagen.",
  ],
] as [Partial<DescribingStatus>, string][])("in German %o: %s", (change, words) =>
  expect(germanDescribingWords.says({ ...status, ...change }, now, "Europe/Berlin")).toBe(words));
