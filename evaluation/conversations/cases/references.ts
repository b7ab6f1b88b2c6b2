import { type Conversation, talk } from "../types.ts";
import { all, beach, city, every, named, not, on, person, year } from "../where.ts";

const nice = { set: city("Nice"), order: "oldest" } as const;

export const references: Conversation[] = [
  talk("references", ["from Nice, oldest first", nice], ["the third", { shownAt: [3] }]),
  talk("references", ["from Nice, oldest first", nice], ["show me the last two", { shownAt: [-1, -2] }]),
  talk(
    "references",
    ["photos from Nice, oldest first", nice],
    ["only the first three", { shownAt: [1, 2, 3] }],
  ),
  talk(
    "references",
    ["photos from Nice, oldest first", nice],
    ["the ones at the beach", { set: all(city("Nice"), beach) }],
  ),
  talk("references", ["Porto", { set: city("Porto") }], ["just #2 and #4", { shownAt: [2, 4] }]),
  talk("references", ["Sydney", { set: city("Sydney") }], ["open the second one", { shownAt: [2] }]),
  talk(
    "references",
    ["Lisbon in 2026, oldest first", { set: all(city("Lisbon"), year(2026)), order: "oldest" }],
    ["when was the first taken?", { answer: [/10.*April.*2026|April.*10.*2026|2026-04-10/] }],
    ["and where was the last one taken?", { answer: [/Lisbon/] }],
  ),
  talk(
    "references",
    ["Tokyo, oldest first", { set: city("Tokyo"), order: "oldest" }],
    ["who is in the third?", { answer: [/Anna/] }],
  ),
  talk(
    "references",
    ["Munich, oldest first", { set: city("Munich"), order: "oldest" }],
    ["which camera was used for the last one?", { answer: [/Pixel 7/] }],
  ),
  talk(
    "references",
    ["Cape Town, oldest first", { set: city("Cape Town"), order: "oldest" }],
    ["when was the second taken?", { answer: [/12.*January.*2020|January.*12.*2020|2020-01-12/] }],
  ),
  talk(
    "references",
    ["Sydney, oldest first", { set: city("Sydney"), order: "oldest" }],
    ["without the second", { set: all(city("Sydney"), not(named("sydney-koala"))) }],
    ["and not the last one", { set: named("sydney-opera", "sydney-ferry-night") }],
    ["only at night", { set: named("sydney-ferry-night") }],
    ["undo", { set: named("sydney-opera", "sydney-ferry-night") }],
    ["delete them", { chat: true, answer: [/nothing is deleted/i] }],
  ),
  talk(
    "references",
    ["Ben rides a camel", { includes: named("petra-ben-camel") }],
    ["photos from the same day as the first", { set: on("2022-03-18") }],
    ["only in the evening", { set: named("petra-candles") }],
    ["more from that year", { set: year(2022) }],
    ["what else did we do that day?", { chat: true, answer: [/which one/i] }],
    ["newest first", { set: year(2022), order: "newest" }],
  ),
  // Without a model that embeds photos there may be nothing to compare with: no error, and a word about it.
  talk(
    "references",
    ["cats in Berlin", { proof: every }],
    ["more like the first", { none: true, answer: [/describe/i] }],
  ),
  talk(
    "references",
    ["Anna in Lisbon", { set: all(person("Anna"), city("Lisbon")) }],
    ["how many of these are from 2026?", { count: named("lisbon-anna-viewpoint", "lisbon-ben-anna-cafe") }],
  ),
];
