import { type Conversation, only, talk } from "../types.ts";
import { all, between, city, located, named, not, on, person, region, within, year } from "../where.ts";

const anna = person("Anna");
const ben = person("Ben");
const lisbon = city("Lisbon");

/** What is said leans on the time, the person or the question before it. */
export const carried: Conversation[] = [
  talk(
    "replace",
    ["Easter 2022", only(between("2022-04-15", "2022-04-18"))],
    ["and the year after?", only(between("2023-04-07", "2023-04-10"))],
    ["the year before that", only(between("2022-04-15", "2022-04-18"))],
  ),
  talk(
    "replace",
    ["Lisbon in 2023", only(all(lisbon, year(2023)))],
    ["and the year before?", only(all(lisbon, year(2022)))],
    ["three years later", only(all(lisbon, year(2025)))],
  ),
  talk(
    "replace",
    ["6 August 2022", only(on("2022-08-06"))],
    ["and the next day?", only(on("2022-08-07"))],
    ["und der Tag danach", only(on("2022-08-08"))],
  ),
  talk(
    "replace",
    ["May 2021", only(between("2021-05-01", "2021-05-31"))],
    ["the month after that", only(between("2021-06-01", "2021-06-30"))],
    ["in 2024 instead", only(between("2024-06-01", "2024-06-30"))],
  ),
  talk(
    "refine",
    ["photos of Anna in Berlin", only(all(anna, city("Berlin")))],
    ["with Ben", only(all(anna, ben, city("Berlin")))],
  ),
  talk(
    "refine",
    ["photos of Ben", only(ben)],
    ["not in Germany", only(all(ben, ({ place }) => place?.country !== "Germany"))],
    ["ok without him then", only(all(not(ben), ({ place }) => place?.country !== "Germany"))],
  ),
  talk(
    "drop",
    ["photos of Anna in Nice", only(all(anna, city("Nice")))],
    ["not just Anna", only(city("Nice"))],
  ),
  talk(
    "questions",
    ["When was I last in Lisbon?", { last: lisbon }],
    ["and in Porto?", { last: city("Porto") }],
    ["what about Paris?", { last: city("Paris") }],
  ),
  talk("questions", ["how many photos of Anna are there?", { count: anna }], ["and Ben?", { count: ben }]),
  talk(
    "questions",
    ["Wie viele Fotos habe ich aus München?", { count: city("Munich") }],
    ["und aus Dresden?", { count: city("Dresden") }],
  ),
  talk(
    "questions",
    ["photos from Nice, oldest first", { set: city("Nice"), order: "oldest" }],
    [
      "what does the first one show?",
      { answer: [/Parasols on a pebble beach/, /NIKON D90, .*ISO 100/, /6 August 2022/] },
    ],
  ),
  talk(
    "replace",
    ["photos from Lisbon in 2022", only(all(lisbon, year(2022)))],
    ["swap Lisbon for Porto", only(all(city("Porto"), year(2022)))],
    ["change 2022 to 2024", only(all(city("Porto"), year(2024)))],
    ["undo twice", only(all(lisbon, year(2022)))],
  ),
  talk(
    "widen",
    ["within 5 km of Lisbon", only(within(5, 38.7139, -9.1394))],
    ["make it 40 km", only(within(40, 38.7139, -9.1394))],
  ),
  talk(
    "how",
    ["Lisbon, oldest first", { set: lisbon, order: "oldest" }],
    ["the other way round", { set: lisbon, order: "newest" }],
  ),
  talk(
    "how",
    ["the 3 newest photos of Anna", { set: anna, order: "newest", limit: 3 }],
    ["5 more", { set: anna, order: "newest", limit: 8 }],
  ),
  talk(
    "where",
    ["near Osaka", { includes: named("none"), atMost: 0 }],
    ["60 km", only(within(60, 34.6937, 135.5022))],
  ),
  talk(
    "small talk",
    ["photos from Bavaria", only(region("Bavaria"))],
    ["thanks, that was lovely", { chat: true }],
  ),
  talk("where", ["more than 1000 km from Berlin", only(all(located, not(within(1000, 52.52, 13.405))))]),
  talk("where", ["not geotagged", only(not(located))]),
];
