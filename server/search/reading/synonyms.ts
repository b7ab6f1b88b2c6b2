import { fold } from "#server/engines/index/fold.ts";

/**
 * Words for people in captions and questions. Somebody who does not want one of them wants none of the others either.
 * Surfers and players are left out, because their stems also match waves and dogs that play.
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

/** Returns the names that captions use for a thing, including its own. */
export function synonymsOf(thing: string): string[] {
  return whole.has(fold(thing).trim()) ? people : [thing];
}
