import { alone, type Conversation, talk } from "../types.ts";
import { all, beach, city, country, dogs, not, peopled, perhapsPeopled, shows, some } from "../where.ts";

const empty = all(not(peopled), not(perhapsPeopled));

/** What a photo must not show, where only its description can tell. */
export const absent: Conversation[] = [
  ...alone(
    "without",
    ["beach without people", { includes: all(beach, empty), excludes: some(peopled, not(beach)) }],
    [
      "Lisbon without people",
      { includes: all(city("Lisbon"), empty), excludes: some(peopled, not(city("Lisbon"))) },
    ],
    [
      "photos from Paris with nobody in them",
      { includes: all(city("Paris"), empty), excludes: not(city("Paris")) },
    ],
    ["Nice without boats", { includes: all(city("Nice"), not(shows(/boat/i))), excludes: shows(/boat/i) }],
    ["a beach but no dog", { includes: all(beach, not(dogs)), excludes: dogs }],
    [
      "Portugal without trams or bridges",
      {
        includes: all(country("Portugal"), not(shows(/tram|bridge/i))),
        excludes: some(shows(/tram|bridge/i), not(country("Portugal"))),
      },
    ],
    ["snow with no people", { includes: all(shows(/\bsnow\b/i), empty), excludes: peopled }],
  ),
  talk(
    "without",
    ["Tokyo", { set: city("Tokyo") }],
    ["without people", { includes: all(city("Tokyo"), empty), excludes: some(peopled, not(city("Tokyo"))) }],
  ),
];
