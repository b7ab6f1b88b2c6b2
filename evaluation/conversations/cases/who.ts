import { alone, type Conversation, only } from "../types.ts";
import { all, beach, city, country, night, not, person, shape, shows, some, year } from "../where.ts";

const anna = person("Anna");
const ben = person("Ben");
const maria = person("Maria Schmidt");
const jordan = person("Jordan");

export const who: Conversation[] = alone(
  "who",
  ["pictures of Anna", only(anna)],
  ["with Ben", only(ben)],
  ["Maria Schmidt", only(maria)],
  ["photos of Maria", only(maria)],
  ["Maria in Paris", only(all(maria, city("Paris")))],
  ["Anna and Ben together", { includes: person("Anna", "Ben"), excludes: not(person("Anna", "Ben")) }],
  ["pictures with both Anna and Maria", only(person("Anna", "Maria Schmidt"))],
  ["Anna or Maria in 2024", only(all(some(anna, maria), year(2024)))],
  ["with Jordan", only(jordan)],
  ["photos of Jordan in Berlin", only(all(jordan, city("Berlin")))],
  ["Ben in Jordan", only(all(ben, country("Jordan")))],
  ["Anna at night", only(all(anna, night))],
  ["ben on a boat", only(all(ben, shows(/boat/i)))],
  ["Anna's photos from 2021", only(all(anna, year(2021)))],
  ["vertical photos of Maria", only(all(maria, shape("portrait")))],
  ["Oma Trude", only(person("Oma Trude"))],
  ["Maria at the beach", only(all(maria, beach))],
  ["Ben without Anna", only(all(ben, not(anna)))],
);

export const without: Conversation[] = alone(
  "without",
  ["photos from Nice without Anna", only(all(city("Nice"), not(anna)))],
  [
    "everything except screenshots from 2024",
    only(
      all(
        year(2024),
        not(({ screenshot }) => screenshot),
      ),
    ),
  ],
  [
    "Berlin, but not in winter",
    {
      ...only(
        all(
          city("Berlin"),
          not(({ taken }) => isWinter(taken)),
        ),
      ),
    },
  ],
  ["Tokyo but not at night", only(all(city("Tokyo"), not(night)))],
  ["beach photos that aren't from Portugal", only(all(beach, not(country("Portugal"))))],
  ["pictures of Ben not taken in Berlin", only(all(ben, not(city("Berlin"))))],
  ["neither Lisbon nor Porto, in Portugal", only(all(country("Portugal"), not(city("Lisbon", "Porto"))))],
  ["Maria without Anna or Ben", only(all(maria, not(anna), not(ben)))],
  ["Paris except 2017", only(all(city("Paris"), not(year(2017))))],
  ["cats, not in Berlin", only(all(shows(/\bcats?\b/i), not(city("Berlin"))))],
  ["2016 without New York", only(all(year(2016), not(city("New York"))))],
  [
    "Lisbon without flash",
    only(
      all(
        city("Lisbon"),
        not(({ flash }) => flash === true),
      ),
    ),
  ],
  ["photos from Sydney that are not vertical", only(all(city("Sydney"), not(shape("portrait"))))],
  ["Portugal minus Sintra", only(all(country("Portugal"), not(city("Sintra"))))],
);

function isWinter(taken: string | null): boolean {
  return ["12", "01", "02"].includes(taken?.slice(5, 7) ?? "");
}
