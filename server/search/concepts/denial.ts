import { prepositions } from "../words.ts";

/** Words by which a caption says that something is not there, and by which it only supposes something. */
export const denials = new Set(
  `no not without none nobody neither nor never isn't aren't wasn't weren't doesn't don't devoid lacks lacking absence
  kein keine keinen keinem keiner keines nicht ohne niemand weder noch`.split(/\s+/),
);

export const hedges = new Set(
  `perhaps possibly maybe presumably probably likely might may could suggest suggests suggesting hinting
  vielleicht möglicherweise vermutlich wahrscheinlich wohl könnte dürfte`.split(/\s+/),
);

/** What a denial or a supposition does not reach beyond: "no people on the beach" says that there is a beach. */
export const bounds: ReadonlySet<string> = new Set([
  ...prepositions,
  ...`but as is are was were be been being can has have had this that which who though although however only
  als aber ist sind war waren kann hat haben`.split(/\s+/),
]);

/** "The dog is not visible": what is said before the denial is denied. */
export const seen = new Set("visible present seen shown there sehen sichtbar".split(" "));
