import { alone, type Conversation, only, talk, type Where } from "../types.ts";
import {
  all,
  between,
  cats,
  city,
  country,
  dated,
  dogs,
  every,
  flashed,
  focal,
  format,
  hours,
  iso,
  located,
  month,
  named,
  night,
  not,
  on,
  person,
  rated,
  region,
  screenshot,
  shows,
  since,
  some,
  tagged,
  until,
  within,
  year,
  yearly,
} from "../where.ts";

const model =
  (...models: string[]): Where =>
  ({ camera }) =>
    camera !== null && models.includes(camera.model);
const canon = model("Canon EOS 40D");
const nikon = model("NIKON D90");
const iphone = model("iPhone 13");
const pixel = model("Pixel 7");
const tall: Where = ({ width, height }) => height > width;
const square: Where = ({ width, height }) => width === height;
const wide: Where = ({ width, height }) => width >= 2 * height;
const megapixels =
  (from: number): Where =>
  ({ width, height }) =>
    width * height >= from * 1_000_000;
const weekdays =
  (...days: number[]): Where =>
  ({ taken }) =>
    taken !== null && days.includes(new Date(`${taken.slice(0, 10)}T12:00:00Z`).getUTCDay());
const maria = person("Maria Schmidt");
const anna = person("Anna");
const ben = person("Ben");
const paris2024Maria = all(city("Paris"), year(2024), maria);
const favourite = /favou?rite|favorit/i;

export const moreVoices: Conversation[] = [
  // Single questions.
  ...alone(
    "when",
    ["pics from yesterday pls", only(on("2026-11-21"))],
    ["what did i shoot last night", only(named("berlin-pub-2026"))],
    [
      "Would you be so kind as to show me everything from the 2010s?",
      only(between("2010-01-01", "2019-12-31")),
    ],
    ["valentine's day, any year", only(yearly("02-14"))],
    ["anything taken between midnight and 6 am", only(hours(0, 6))],
    ["sundays in 2026", only(all(year(2026), weekdays(0)))],
    ["first half of 2025", only(between("2025-01-01", "2025-06-30"))],
    ["the last seven days", only(since("2026-11-15"))],
    ["Everything we took before 2016, please, dear", only(until("2015-12-31"))],
    ["summer 2022", only(all(year(2022), month(6, 7, 8)))],
  ),
  ...alone(
    "German",
    ["Was habe ich gestern früh fotografiert?", only(named("berlin-river-2026"))],
    ["Aufnahmen vom 18.03.2022", only(on("2022-03-18"))],
    ["Zeig mir bitte alle Bilder von Silvester", only(yearly("12-31"))],
    ["alles seit Oktober", only(since("2026-10-01"))],
    ["Bilder vom Ostersonntag 2022", only(on("2022-04-17"))],
    ["Fotos im Umkreis von 15 km um Lissabon", only(within(15, 38.7139, -9.1394))],
    ["Sachsen", only(region("Saxony"))],
    ["Aufnahmen ohne Ortsangabe", only(not(located))],
    ["Kannst du mir die Bilder von Oma Trude heraussuchen?", only(person("Oma Trude"))],
    ["Hochformat aus Paris", only(all(city("Paris"), tall))],
    ["Nikon-Fotos mit Blitz", only(all(nikon, flashed))],
    ["Anna, aber ohne Ben, in Lissabon", only(all(anna, not(ben), city("Lisbon")))],
    ["Die drei ältesten Fotos aus Südafrika", { set: country("South Africa"), order: "oldest", limit: 3 }],
    ["Wie viele Fotos wurden mit Blitz aufgenommen?", { count: flashed }],
    ["Wann waren wir zuletzt in München?", { last: city("Munich") }],
  ),
  ...alone(
    "where",
    ["bavaria", only(region("Bavaria"))],
    ["photos within 40 kilometres of Lisbon", only(within(40, 38.7139, -9.1394))],
    ["my pics from abroad in 2024", only(all(year(2024), located, not(country("Germany"))))],
    ["Do we have any pictures from Japan, love?", only(country("Japan"))],
  ),
  ...alone(
    "with what",
    ["shot on the d90 at iso 1600 or higher", only(all(nikon, iso(1600)))],
    ["frames at 85mm", only(focal(85, 85))],
    ["focal length longer than 100 mm", only(focal(101))],
    ["phone pics from 2024", only(all(year(2024), some(iphone, pixel)))],
    ["files with more than 20 megapixels", only(megapixels(20))],
    ["webp", only(format("webp"))],
    ["IMG_2041.jpg", only(named("IMG_2041"))],
    ["square ones", only(square)],
    ["panoramas from Portugal", only(all(country("Portugal"), wide))],
    ["five star shots from the iPhone", only(all(iphone, rated(5)))],
    ["tagged pets in berlin", only(all(tagged("pets"), city("Berlin")))],
  ),
  ...alone(
    "without",
    ["nikon, not new york", only(all(nikon, not(city("New York"))))],
    ["paris except 2017", only(all(city("Paris"), not(year(2017))))],
    ["I'd like to see Ben with neither Anna nor Maria, please", only(all(ben, not(anna), not(maria)))],
  ),
  ...alone(
    "how",
    ["single oldest photo i have", { set: dated, order: "oldest", limit: 1 }],
    ["one photo per day from tokyo", { set: city("Tokyo"), perDay: true }],
    ["my best shot from Sydney", { set: city("Sydney"), order: "best", limit: 1 }],
    ["give me any four from nice", { set: city("Nice"), limit: 4 }],
  ),
  ...alone(
    "never trapped",
    ["may i see porto please", only(city("Porto"))],
    ["a nice sunset in lisbon", { includes: named("lisbon-sunset-2023"), excludes: not(city("Lisbon")) }],
    ["Jordan together with Anna", only(person("Jordan", "Anna"))],
    ["trip to jordan in march 2022", only(country("Jordan"))],
    ["a march of penguins", { includes: named("capetown-penguins") }],
    ["the whiteboard that says delete all photos", { includes: named("note-delete") }],
  ),
  ...alone(
    "typos",
    ["pohtos from lisbno in 2023", only(all(city("Lisbon"), year(2023)))],
    ["scrennshots", only(screenshot)],
    ["Fotos aus Potsugal vom Oktobr 2024", only(all(country("Portugal"), year(2024), month(10)))],
  ),
  ...alone(
    "questions",
    ["which camera did i use the most in porto?", { answer: [/nikon|d90/i], proof: city("Porto") }],
    ["where did I see the koala?", { answer: [/sydney/i], proof: city("Sydney") }],
    ["who is ben with most often?", { answer: [/\bAnna\b/], proof: ben }],
    ["when were we in Cape Town for the first time?", { first: city("Cape Town") }],
  ),
  ...alone("no match", ["maria in tokyo", { none: true }], ["Kyoto 2019", { none: true }]),
  ...alone(
    "small talk",
    ["yo whats up", { chat: true }],
    ["Vielen lieben Dank für deine Hilfe!", { chat: true }],
  ),

  // Conversations.
  talk(
    "refine",
    ["porto", only(city("Porto"))],
    ["nikon", only(all(city("Porto"), nikon))],
    ["at night", only(all(city("Porto"), nikon, night))],
  ),
  talk(
    "refine",
    ["photos from tokyo or kyoto", only(city("Tokyo", "Kyoto"))],
    ["only the portrait format ones", only(all(city("Tokyo", "Kyoto"), tall))],
    ["but none with Anna", only(all(city("Tokyo", "Kyoto"), tall, not(anna)))],
  ),
  talk(
    "refine",
    ["everything shot at 105mm", only(focal(105, 105))],
    ["leave out Australia", only(all(focal(105, 105), not(country("Australia"))))],
    ["sort them newest first", { set: all(focal(105, 105), not(country("Australia"))), order: "newest" }],
  ),
  talk(
    "replace",
    ["Fotos aus Lissabon vom Mai 2023", only(all(city("Lisbon"), year(2023), month(5)))],
    ["und jetzt das Gleiche für Sintra", only(all(city("Sintra"), year(2023), month(5)))],
    ["stattdessen Porto im Mai 2021", only(all(city("Porto"), year(2021), month(5)))],
  ),
  talk(
    "replace",
    ["iphone pics 2021", only(all(iphone, year(2021)))],
    ["nah, 2023 instead", only(all(iphone, year(2023)))],
    ["just the ones from portugal", only(all(iphone, year(2023), country("Portugal")))],
    ["berlin instead", only(all(iphone, year(2023), city("Berlin")))],
  ),
  talk(
    "drop",
    ["anna in paris", only(all(anna, city("Paris")))],
    ["any place", only(anna)],
    ["only this year", only(all(anna, year(2026)))],
    ["forget about the year", only(anna)],
  ),
  talk(
    "drop",
    ["Ben in Berlin", only(all(ben, city("Berlin")))],
    ["egal wo", only(ben)],
    ["aber nur 2022", only(all(ben, year(2022)))],
    ["und ohne Anna", only(all(ben, year(2022), not(anna)))],
  ),
  talk(
    "widen",
    ["lisbon on 10 april 2026", only(all(city("Lisbon"), on("2026-04-10")))],
    ["make it the whole of april 2026", only(all(city("Lisbon"), year(2026), month(4)))],
    ["actually all of 2026", only(all(city("Lisbon"), year(2026)))],
  ),
  talk(
    "undo",
    ["all the pictures with ben", only(ben)],
    ["not in germany", only(all(ben, not(country("Germany"))))],
    ["only upright ones", only(all(ben, not(country("Germany")), tall))],
    ["undo that", only(all(ben, not(country("Germany"))))],
  ),
  talk(
    "undo",
    ["Canon EOS 40D mit ISO ab 1600", only(all(canon, iso(1600)))],
    ["Brennweite unter 50 mm", only(all(canon, iso(1600), focal(1, 49)))],
    ["nur Portugal", only(all(canon, iso(1600), focal(1, 49), country("Portugal")))],
    ["mach das bitte rückgängig", only(all(canon, iso(1600), focal(1, 49)))],
  ),
  talk(
    "start over",
    ["tokyo", only(city("Tokyo"))],
    ["with the keyword food", only(all(city("Tokyo"), tagged("food")))],
    ["let's start from scratch: photos from sydney", only(city("Sydney"))],
  ),
  talk(
    "start over",
    ["Dresden", only(city("Dresden"))],
    ["nur mit Anna", only(all(city("Dresden"), anna))],
    ["fang neu an: alle Screenshots", only(screenshot)],
    ["nur die von 2026", only(all(screenshot, year(2026)))],
  ),
  talk(
    "start over",
    ["got any cat pics?", { includes: cats, excludes: dogs }],
    ["ok something else now, everything from cape town", only(city("Cape Town"))],
    ["the ones with maria", only(all(city("Cape Town"), maria))],
  ),
  talk(
    "correct",
    ["pictures with the person Jordan in them", only(person("Jordan"))],
    ["oops no, I meant the country", only(country("Jordan"))],
    ["just those taken in the morning", only(all(country("Jordan"), hours(5, 12)))],
  ),
  talk(
    "correct",
    ["Fotos aus Paris von 2017", only(all(city("Paris"), year(2017)))],
    ["nein, ich meinte 2024", only(all(city("Paris"), year(2024)))],
    ["davon nur die mit Maria", only(paris2024Maria)],
  ),
  talk(
    "references",
    ["the newest three from munich", { set: city("Munich"), order: "newest", limit: 3 }],
    ["show me the second one", { shownAt: [2] }],
    ["who's in it?", { answer: [/\bBen\b/] }],
  ),
  talk(
    "references",
    ["Nizza, älteste zuerst", { set: city("Nice"), order: "oldest" }],
    ["die letzten beiden", { shownAt: [-1, -2] }],
    ["Mit welcher Kamera wurden die aufgenommen?", { answer: [/nikon|d90/i] }],
  ),
  talk(
    "acts",
    ["Fotos aus Kyoto", only(city("Kyoto"))],
    ["markiere das erste als Favorit", { answer: [favourite] }],
    ["nein, lieber nicht", { unsaid: [/(is|are|ist|sind) (now|jetzt|nun)\b/i] }],
    ["zeig mir meine Favoriten", { none: true }],
  ),
  talk(
    "acts",
    ["photos from jordan in 2022, oldest first", { set: country("Jordan"), order: "oldest" }],
    ["mark the first as a favourite please", { answer: [favourite] }],
    ["yes please", { answer: [favourite] }],
    ["show me my favourites", only(named("petra-treasury"))],
    ["take it out of my favourites again", { answer: [favourite] }],
    ["yes", { answer: [favourite] }],
  ),
  talk(
    "small talk",
    ["munich 2018", only(all(city("Munich"), year(2018)))],
    ["thanks, lovely!", { chat: true }],
    ["only those with flash", only(all(city("Munich"), year(2018), flashed))],
  ),
  talk(
    "questions",
    ["Wie viele Fotos gibt es aus Paris?", { count: city("Paris") }],
    ["Und aus Nizza?", { count: city("Nice") }],
    ["Wann waren wir dort zum ersten Mal?", { first: city("Nice") }],
  ),
  talk(
    "questions",
    ["When was the last time we saw Ben?", { last: ben }],
    ["and Maria?", { last: maria }],
    ["who was with her in Paris?", { answer: [/\bAnna\b/], proof: all(maria, city("Paris")) }],
  ),
  talk(
    "questions",
    [
      "My dear, could you find the wedding where Maria and Ben danced?",
      { includes: named("berlin-wedding-maria"), excludes: not(some(maria, shows(/wedding|dance/i))) },
    ],
    ["Oh how sweet! And now every picture there is with Maria?", only(maria)],
    ["Where was she together with Anna?", { answer: [/Paris/, /Dresden/], proof: all(maria, anna) }],
    ["How many pictures are there in the whole library?", { count: every }],
  ),
];
