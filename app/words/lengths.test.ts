import { expect, test } from "vitest";
import { speakBy } from "./language.ts";
import { clockLength, spokenLength } from "./lengths.ts";

test.each([
  [0, "0:00", "0 seconds"],
  [300, "0:01", "1 second"],
  [42_400, "0:42", "42 seconds"],
  [59_600, "1:00", "1 minute"],
  [65_000, "1:05", "1 minute 5 seconds"],
  [3_723_000, "1:02:03", "1 hour 2 minutes 3 seconds"],
])("%d ms", (ms, clock, spoken) => {
  expect(clockLength(ms)).toBe(clock);
  expect(spokenLength(ms)).toBe(spoken);
});

test("in German too", () => {
  speakBy(() => "de");
  try {
    expect(spokenLength(3_723_000)).toBe("1 Stunde 2 Minuten 3 Sekunden");
  } finally {
    speakBy(() => "en");
  }
});
