import { type Conversation, talk } from "../types.ts";
import {
  all,
  camera,
  cats,
  city,
  country,
  dogs,
  evening,
  every,
  night,
  not,
  peopled,
  person,
  rated,
  shape,
  some,
  tagged,
  until,
  year,
  yearly,
} from "../where.ts";

const berlin = city("Berlin");
const paris = city("Paris");
const christmas = yearly("12-24", "12-26");
const both = city("Lisbon", "Porto");

/** As `cold`, in chains. */
export const coldTalks: Conversation[] = [
  talk(
    "undo",
    ["berlin", { set: berlin }],
    ["only with anna", { set: all(berlin, person("Anna")) }],
    ["just the ones from 2026", { set: all(berlin, person("Anna"), year(2026)) }],
    ["undo", { set: all(berlin, person("Anna")) }],
    ["undo", { set: berlin }],
  ),
  talk(
    "widen",
    ["hey, show me lisbon", { set: city("Lisbon") }],
    ["only at night", { set: all(city("Lisbon"), night) }],
    ["make that the evening", { set: all(city("Lisbon"), evening) }],
    ["also porto", { set: all(both, evening) }],
    ["how many are there?", { count: all(both, evening) }],
    ["forget the time of day", { set: both }],
  ),
  talk(
    "start over",
    ["photos of ben", { set: person("Ben") }],
    ["how many of those have anna in them?", { count: person("Ben", "Anna") }],
    ["only the ones with anna", { set: person("Ben", "Anna") }],
    ["just the ones in portugal", { set: all(person("Ben", "Anna"), country("Portugal")) }],
    ["scrap that, start over", { set: every }],
    ["maria", { set: person("Maria Schmidt") }],
  ),
  talk(
    "references",
    ["pics from japan", { set: country("Japan") }],
    ["no people", { set: all(country("Japan"), not(peopled)) }],
    ["oldest first", { set: all(country("Japan"), not(peopled)), order: "oldest" }],
    ["the second one", { shownAt: [2] }],
    ["and where was that?", { answer: [/Tokyo/] }],
    ["when was it taken?", { answer: [/29 March 2025|March 29, 2025/] }],
  ),
  talk(
    "replace",
    ["paris 2024", { set: all(paris, year(2024)) }],
    ["2017 instead", { set: all(paris, year(2017)) }],
    ["and 2024 too", { set: all(paris, year(2017, 2024)) }],
    ["only rated 4 or better", { set: all(paris, rated(4)) }],
    ["drop the rating", { set: paris }],
  ),
  talk(
    "widen",
    ["dogs", { set: dogs }],
    ["not in berlin", { set: all(dogs, not(berlin)) }],
    ["or cats", { set: all(some(dogs, cats), not(berlin)) }],
    ["no, undo that", { set: all(dogs, not(berlin)) }],
    ["how many are left?", { count: all(dogs, not(berlin)) }],
    ["show me the newest one", { set: all(dogs, not(berlin)), order: "newest", limit: 1 }],
  ),
  talk(
    "refine",
    ["nikon shots", { set: camera("NIKON D90") }],
    ["the ones from france", { set: all(camera("NIKON D90"), country("France")) }],
    ["portrait format only", { set: all(city("Nice"), shape("portrait")) }],
    [
      "landscape instead",
      {
        includes: all(city("Nice"), shape("landscape")),
        excludes: some(not(city("Nice")), shape("portrait")),
      },
    ],
  ),
  talk(
    "widen",
    ["christmas", { set: christmas }],
    ["only 2019", { set: all(christmas, year(2019)) }],
    ["and 2022", { set: all(christmas, year(2019, 2022)) }],
    ["who's in them?", { answer: [/Anna/, /Ben/] }],
  ),
  talk(
    "references",
    ["cape town", { set: city("Cape Town") }],
    ["what camera was that?", { answer: [/Canon/] }],
    ["newest first", { set: city("Cape Town"), order: "newest" }],
    ["number 2 please", { shownAt: [2] }],
  ),
  talk(
    "correct",
    ["anna in berlin", { set: all(berlin, person("Anna")) }],
    ["i meant ben", { set: all(berlin, person("Ben")) }],
    ["the ones before 2020", { set: all(berlin, person("Ben"), until("2019-12-31")) }],
    ["any year", { set: all(berlin, person("Ben")) }],
    ["only with the pixel", { set: all(berlin, person("Ben"), camera("Pixel 7")) }],
  ),
  talk(
    "refine",
    ["5 star photos", { set: rated(5) }],
    ["exclude germany", { set: all(rated(5), not(country("Germany"))) }],
    ["undo", { set: rated(5) }],
  ),
  talk(
    "refine",
    ["food", { includes: tagged("food") }],
    ["only 2026", { includes: all(tagged("food"), year(2026)), excludes: not(year(2026)) }],
    [
      "not lisbon",
      { includes: all(tagged("food"), year(2026), berlin), excludes: some(not(year(2026)), city("Lisbon")) },
    ],
  ),
  talk(
    "correct",
    ["pics from munich", { set: city("Munich") }],
    ["sorry, dresden", { set: city("Dresden") }],
    ["oops, i meant munich in 2018", { set: all(city("Munich"), year(2018)) }],
  ),
];
