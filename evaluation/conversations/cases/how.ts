import { alone, type Conversation, talk } from "../types.ts";
import { all, beach, city, country, dogs, not, person, rated, shows, year } from "../where.ts";

export const how: Conversation[] = [
  ...alone(
    "how",
    ["photos from Lisbon, newest first", { set: city("Lisbon"), order: "newest" }],
    ["Berlin in chronological order", { set: city("Berlin"), order: "oldest" }],
    ["oldest first: Nice", { set: city("Nice"), order: "oldest" }],
    ["the newest photo of Anna", { set: person("Anna"), order: "newest", limit: 1 }],
    ["the oldest picture from Berlin", { set: city("Berlin"), order: "oldest", limit: 1 }],
    ["the last five photos from Berlin", { set: city("Berlin"), order: "newest", limit: 5 }],
    ["the first three pictures of Ben", { set: person("Ben"), order: "oldest", limit: 3 }],
    ["my latest 3 photos from Portugal", { set: country("Portugal"), order: "newest", limit: 3 }],
    ["the three best photos from Lisbon", { set: city("Lisbon"), order: "best", limit: 3 }],
    ["top 2 pictures of Anna", { set: person("Anna"), order: "best", limit: 2 }],
    [
      "the best photos from Lisbon",
      { includes: all(city("Lisbon"), rated(4)), excludes: not(city("Lisbon")), order: "best" },
    ],
    ["three photos from Porto", { set: city("Porto"), limit: 3 }],
    ["show me five pictures from Berlin", { set: city("Berlin"), limit: 5 }],
    ["at most ten photos from 2022", { set: year(2022), limit: 10 }],
    ["one photo per day from Lisbon", { set: city("Lisbon"), perDay: true }],
    ["one per day in Paris in July 2024", { set: all(city("Paris"), year(2024)), perDay: true }],
    ["one picture a day from Tokyo, oldest first", { set: city("Tokyo"), perDay: true, order: "oldest" }],
    ["dogs, newest first", { set: dogs, order: "newest" }],
    ["beach photos sorted by date", { set: beach, order: "newest" }],
    ["the latest cat picture", { set: shows(/\bcats?\b/i), order: "newest", limit: 1 }],
    ["photos of Maria sorted by rating", { set: person("Maria Schmidt"), order: "best" }],
  ),
  talk(
    "how",
    ["photos from Nice", { set: city("Nice") }],
    ["oldest first", { set: city("Nice"), order: "oldest" }],
    ["just two of them", { set: city("Nice"), limit: 2 }],
  ),
  talk(
    "how",
    ["Berlin in 2023", { set: all(city("Berlin"), year(2023)) }],
    ["newest first please", { set: all(city("Berlin"), year(2023)), order: "newest" }],
    ["the best one", { set: all(city("Berlin"), year(2023)), order: "best", limit: 1 }],
  ),
];
