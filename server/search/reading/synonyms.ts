import { fold } from "#server/engines/index/fold.ts";

/**
 * What captions call people, and what askers do: whoever wants none of one wants none of the others. No surfers and no
 * players, whose stems are those of waves and of dogs that play.
 */
const people =
  `people person persons human humans man men woman women child children boy boys girl girls kid kids baby
  guy lady crowd someone anyone anybody couple toddler teenager tourist tourists pedestrian pedestrians
  passenger passengers audience spectators bride groom friends musician musicians cyclist cyclists policeman student
  students soldier soldiers
  menschen mensch leute person personen mann männer frau frauen kind kinder junge mädchen baby jemand niemand
  ehepaar touristen tourist freunde`
    .split(/\s+/)
    .map(fold);
const whole = new Set([
  "people",
  "persons",
  "humans",
  "anyone",
  "anybody",
  "person",
  "faces",
  "menschen",
  "leute",
  "personen",
]);

/** Names that captions give to a thing, the thing's own among them. */
export function synonymsOf(thing: string): string[] {
  return whole.has(fold(thing).trim()) ? people : [thing];
}
