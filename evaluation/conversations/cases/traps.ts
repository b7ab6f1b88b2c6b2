import { alone, type Conversation } from "../types.ts";
import { all, beach, cats, city, dogs, month, named, not, person, season, shows } from "../where.ts";

const place = ["city", "region", "country", "places"];
const time = ["taken", "month", "season", "weekday", "hour", "year"];
const gear = ["make", "model", "lens", "focalLength", "flash", "iso"];

/** Words that are filters elsewhere, and everyday words here. */
export const traps: Conversation[] = alone(
  "never trapped",
  ["a nice beach", { includes: all(beach, not(city("Nice"))), unfiltered: place }],
  ["Nice weather", { unfiltered: place }],
  ["may I see the dogs?", { set: dogs, unfiltered: time }],
  ["a march through the snow", { includes: shows(/\bsnow\b/i), unfiltered: time }],
  ["fall leaves", { includes: named("berlin-leaves-2026"), unfiltered: time }],
  ["spring rolls", { unfiltered: time }],
  ["apple pie", { unfiltered: gear }],
  ["a canon on a castle wall", { unfiltered: gear }],
  ["flash flood", { unfiltered: gear }],
  ["Paris Hilton", { unfiltered: place }],
  ["a turkey dinner", { includes: named("berlin-dinner-2019"), unfiltered: place }],
  ["Nice, oldest first", { set: city("Nice"), order: "oldest" }],
  ["Christmas tree", { includes: named("berlin-tree-2019") }],
  ["birthday cake", { includes: named("berlin-birthday-2018"), unfiltered: time }],
  ["the first snow", { includes: shows(/\bsnow\b/i) }],
  ["opera house", { includes: shows(/opera house/i) }],
  ["a concert at night with a band", { includes: named("berlin-concert-2024") }],
  ["cat in a box", { includes: named("berlin-cat-box") }],
  ["Big Ben", { unfiltered: ["people"] }],
  ["night sky with lanterns", { includes: named("berlin-lantern-2023"), unfiltered: time }],
  ["a 5 star hotel", { unfiltered: ["rating"] }],
  ["a landscape with mountains", { includes: named("download-wallpaper"), unfiltered: ["orientation"] }],
  ["a portrait of Anna", { excludes: not(person("Anna")), unfiltered: ["orientation"] }],
  ["Sunday roast", { includes: named("berlin-dinner-2019"), unfiltered: time }],
  ["ten candles", { includes: shows(/candle/i) }],
  ["Anna's birthday", { includes: named("berlin-birthday-2018"), excludes: not(person("Anna")) }],
  ["sunrise", { set: named("download-wallpaper"), unfiltered: time }],
  ["iron bridge", { includes: named("porto-bridge") }],
  ["leaves in fall", { set: all(shows(/leaves/i), season("autumn")) }],
  ["snow in march", { none: true }],
  ["a map of Lisbon", { unfiltered: time }],
  ["dogs and cats", { includes: all(dogs, not(cats)), excludes: not(shows(/\b(dog|cat)s?\b/i)) }],
  ["cats or dogs", { set: shows(/\b(dog|cat)s?\b/i) }],
  ["elephants or penguins", { set: shows(/elephant|penguin/i) }],
  ["candles in march", { set: all(shows(/candle/i), month(3)) }],
);
