/**
 * The order in which rules get words that several of them want: the rule in the earlier line, and within a line the
 * longer claim. `npm run glimpse -- read --rules` prints it.
 */
export const precedence = [
  ["field"],
  ["no keywords"],
  [
    "album",
    "trip",
    "file name",
    "extension",
    "flash on or off",
    "no stars",
    "keyword",
    "no date",
    "not both",
    "outside a circle",
  ],
  ["circle", "located", "stars", "flash", "aperture", "exposure", "length of a video"],
  [
    ...([
      "place behind its lead",
      "person behind their lead",
      "nobody else",
      "abroad",
      "camera",
      "kind of camera",
    ] as const),
    ...(["ISO", "focal length", "angle", "long exposure", "file type", "orientation", "megapixels"] as const),
    ...(["screenshot", "motion", "videos", "favourite"] as const),
  ],
  ["time", "geotagged"],
  ["place", "person", "all trips"],
] as const;

export type RuleName = (typeof precedence)[number][number];

const ranks = new Map<RuleName, number>(
  precedence.flatMap((line, rank) => line.map((name): [RuleName, number] => [name, rank])),
);

/** Returns the line of a rule; a lower one goes first. */
export const rankOf = (name: RuleName): number => ranks.get(name) ?? precedence.length;
