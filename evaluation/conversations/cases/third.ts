import { alone, type Conversation, only, talk, type Where } from "../types.ts";
import {
  all,
  beach,
  between,
  camera,
  city,
  country,
  evening,
  flashed,
  focal,
  format,
  iso,
  located,
  morning,
  named,
  night,
  not,
  on,
  peopled,
  person,
  rated,
  region,
  screenshot,
  season,
  shape,
  shows,
  since,
  some,
  until,
  weekday,
  within,
  year,
  yearly,
} from "../where.ts";

const southAfrica: Where = country("South Africa");
const vietnam: Where = country("Vietnam");
const canada: Where = country("Canada");
const germany: Where = country("Germany");
const poland: Where = country("Poland");
const peru: Where = country("Peru");
const morocco: Where = country("Morocco");
const norway: Where = country("Norway");
const italy: Where = country("Italy");
const newZealand: Where = country("New Zealand");
const scotland: Where = city("Edinburgh");
const leipzig: Where = city("Leipzig");
const dresden: Where = city("Dresden");
const lumix: Where = camera("DMC-FX33");
const nikon: Where = camera("NIKON D7000");
const olympus: Where = camera("E-M10MarkII");
const fuji: Where = camera("X100F");
const pixel: Where = camera("Pixel 8 Pro");
const castle: Where = shows(/\bcastles?\b/i);
const soup: Where = shows(/\bsoups?\b/i);
const lake: Where = shows(/\blakes?\b/i);
const pumpkin: Where = shows(/\bpumpkins?\b/i);
const fireworks: Where = shows(/\bfireworks\b/i);
const train: Where = shows(/\btrains?\b/i);
const thisMonth: Where = between("2026-11-01", "2026-11-22");

export const third: Conversation[] = [
  ...alone(
    "when",
    ["photos from yesterday", only(on("2026-11-21"))],
    ["show me last weekend", only(between("2026-11-14", "2026-11-15"))],
    ["Could you show me the pictures from last summer, please?", only(between("2026-06-01", "2026-08-31"))],
    ["what did we photograph since October 2026?", only(since("2026-10-01"))],
    ["between 2013 and 2015", only(year(2013, 2014, 2015))],
    ["Christmas in Cape Town", only(all(city("Cape Town"), yearly("12-24", "12-26")))],
    ["New Year's Eve 2012", { includes: named("DSC_0270"), excludes: until("2012-12-30") }],
    ["Easter 2017", { includes: on("2017-04-16"), excludes: some(until("2017-04-12"), since("2017-04-18")) }],
    ["Halloween pictures from 2018", only(on("2018-10-31"))],
    ["on this day in earlier years", only(all(yearly("11-22"), until("2025-12-31")))],
    ["photos of the last 30 days", only(between("2026-10-23", "2026-11-22"))],
    ["Edinburgh on the weekend", only(all(scotland, weekday(6, 7)))],
    ["summer photos from Cape Town", only(all(city("Cape Town"), season("summer")))],
  ),
  ...alone(
    "where",
    ["Krakow", only(city("Kraków"))],
    ["pictures taken in Saxony in 2026", only(all(region("Saxony"), year(2026)))],
    ["within 80 km of Cape Town", only(within(80, -33.9249, 18.4241))],
    ["I'd like to see the photos we took abroad in 2026", only(all(located, not(germany), year(2026)))],
    ["photos without a location", only(not(located))],
    ["Montreal or Toronto", only(city("Montréal", "Toronto"))],
    ["Machu Picchu", { includes: named("PXL_20240809_120544"), excludes: some(germany, italy, norway) }],
  ),
  ...alone(
    "with what",
    ["Show me the shots we took with the Nikon in Norway", only(all(nikon, norway))],
    ["pictures from my Fuji", only(fuji)],
    ["photos with flash", only(flashed)],
    ["ISO 3200 and above", only(iso(3200))],
    ["taken at 105 mm", only(focal(105, 105))],
    ["can you find the screenshots from this year", only(all(screenshot, year(2026)))],
    ["photos with five stars from Leipzig", only(all(leipzig, rated(5)))],
    ["rated 4 or better in Norway", only(all(norway, rated(4)))],
    ["png files", only(format("png"))],
  ),
  ...alone(
    "who",
    ["Aylin and Tomasz together", only(person("Aylin", "Tomasz"))],
    ["Florence", only(person("Florence"))],
    ["Ingrid Solberg", only(person("Ingrid Solberg"))],
    ["Zoe in 2018", only(all(person("Zoë"), year(2018)))],
    ["Emil or Ingrid", only(some(person("Emil"), person("Ingrid Solberg")))],
  ),
  ...alone(
    "without",
    ["beach without people", only(all(beach, not(peopled)))],
    ["photos with Tomasz but without Aylin", only(all(person("Tomasz"), not(person("Aylin"))))],
    ["soup, but no screenshots", only(all(soup, not(screenshot)))],
    ["South Africa except Stellenbosch", only(all(southAfrica, not(city("Stellenbosch"))))],
  ),
  ...alone(
    "how",
    ["the three oldest photos of Zoë", { set: person("Zoë"), order: "oldest", limit: 3 }],
    ["one photo per day from Peru", { set: peru, perDay: true }],
    ["the two best photos from Peru", { set: all(peru, rated(5)), limit: 2 }],
    ["the last four pictures we took with the Pixel", { set: pixel, order: "newest", limit: 4 }],
  ),
  ...alone(
    "never trapped",
    ["no parking sign", { includes: named("20240315_091800"), atMost: 20 }],
    ["roast turkey", { includes: named("20241225_133000"), atMost: 20 }],
    ["blue china plates", { includes: named("DSCF4350"), atMost: 20 }],
    ["apple pie", { includes: named("PXL_20261017_120000"), atMost: 10 }],
    ["Michael Jordan poster", { includes: named("20230624_140011"), atMost: 10 }],
    ["marching band", { includes: named("DSC_2207"), atMost: 10 }],
    ["red roses", { includes: named("IMG_4410"), atMost: 20 }],
    ["Christmas market", { includes: named("PXL_20251206_161200"), atMost: 20 }],
    ["that mannequin in a summer dress", { includes: named("PA210133"), atMost: 20 }],
  ),
  talk(
    "refine",
    ["photos from South Africa", only(southAfrica)],
    ["only Cape Town", only(all(southAfrica, city("Cape Town")))],
    ["just the ones without people", only(all(city("Cape Town"), not(peopled)))],
    ["how many are there?", { count: all(city("Cape Town"), not(peopled)) }],
  ),
  talk(
    "refine",
    ["Vietnam", only(vietnam)],
    ["only in the morning", only(all(vietnam, morning))],
    ["oldest first please", { set: all(vietnam, morning), order: "oldest" }],
    [
      "when was the first one taken?",
      {
        answer: [
          /26(th)? (of )?Feb(ruary)?,? 2022|Feb(ruary)? 26(th)?,? 2022|2022-02-26|26\. ?Feb(ruar)? 2022|26[./]0?2[./](20)?22|0?2\/26\/(20)?22/i,
        ],
      },
    ],
  ),
  talk(
    "refine",
    ["castle photos", only(castle)],
    ["only the ones from Edinburgh", only(all(castle, scotland))],
    ["those with 5 stars", only(all(castle, scotland, rated(5)))],
  ),
  talk(
    "replace",
    ["photos of Zoë in 2018", only(all(person("Zoë"), year(2018)))],
    ["in 2019 instead", only(all(person("Zoë"), year(2019)))],
    ["and what about 2011?", only(all(person("Zoë"), year(2011)))],
  ),
  talk(
    "replace",
    ["food in Kraków", { includes: named("P4180070"), excludes: not(poland) }],
    ["Montréal instead", { includes: named("PA200109"), excludes: not(city("Montréal")) }],
  ),
  talk(
    "widen",
    ["Dresden this month", only(all(dresden, thisMonth))],
    ["also Leipzig", only(all(some(dresden, leipzig), thisMonth))],
    ["only the ones with flash", only(all(some(dresden, leipzig), thisMonth, flashed))],
  ),
  talk(
    "widen",
    ["pictures of Emil", only(person("Emil"))],
    ["and those of Ingrid too", only(some(person("Emil"), person("Ingrid Solberg")))],
  ),
  talk(
    "drop",
    ["panoramas from Norway", only(all(norway, shape("panorama")))],
    ["any place", only(shape("panorama"))],
    ["only those from this year", only(all(shape("panorama"), year(2026)))],
  ),
  talk(
    "drop",
    ["Olympus photos from Canada with flash", only(all(olympus, canada, flashed))],
    ["forget the flash", only(all(olympus, canada))],
    ["drop the camera too", only(canada)],
  ),
  talk(
    "undo",
    ["photos of Aylin", only(person("Aylin"))],
    ["only in Peru", only(all(person("Aylin"), peru))],
    ["undo that", only(person("Aylin"))],
    ["only at Christmas", only(all(person("Aylin"), yearly("12-24", "12-26")))],
  ),
  talk(
    "undo",
    ["fireworks", only(fireworks)],
    ["just the ones from South Africa", only(all(fireworks, southAfrica))],
    ["go back", only(fireworks)],
  ),
  talk(
    "start over",
    ["photos from Marrakesh", only(morocco)],
    ["only at night", only(all(morocco, night))],
    ["start over", {}],
    ["panoramas", only(shape("panorama"))],
  ),
  talk(
    "start over",
    ["Tomasz in New Zealand", only(all(person("Tomasz"), newZealand))],
    ["forget all that, show me pumpkins", only(pumpkin)],
  ),
  talk(
    "start over",
    ["photos from Bergen", only(norway)],
    ["show me pictures of Rose in Edinburgh", only(all(person("Rose"), scotland))],
  ),
  talk(
    "correct",
    ["show me Emil in Bergen", only(all(person("Emil"), norway))],
    ["no, I meant Ingrid", only(all(person("Ingrid Solberg"), norway))],
  ),
  talk(
    "correct",
    ["Cape Town in 2012", only(all(city("Cape Town"), year(2012)))],
    ["sorry, I meant 2013", only(all(city("Cape Town"), year(2013)))],
  ),
  talk("references", ["photos from Bologna", only(italy)], ["only the last two", { shownAt: [-2, -1] }]),
  talk(
    "references",
    ["Bergen, oldest first", { set: norway, order: "oldest" }],
    ["who is in the second one?", { answer: [/Emil/] }],
  ),
  talk(
    "references",
    ["photos from Da Nang, oldest first", { set: city("Da Nang"), order: "oldest" }],
    ["which camera was the first taken with?", { answer: [/X100F/i] }],
  ),
  ...alone(
    "questions",
    ["how many photos do we have from South Africa?", { count: southAfrica }],
    ["when were we last in Edinburgh?", { last: scotland }],
    ["what is the first photo of Florence?", { first: person("Florence") }],
    ["where was the picture with the llama taken?", { answer: [/Cusco|Peru/i] }],
    ["which camera did we use most in Vietnam?", { answer: [/X100F/i] }],
    ["who is Aylin most often in photos with?", { answer: [/Tomasz/] }],
    ["how many pictures have Zoë in them?", { count: person("Zoë") }],
  ),
  talk(
    "questions",
    ["lake", only(lake)],
    ["how many of them are from New Zealand?", { count: all(lake, newZealand) }],
  ),
  talk(
    "acts",
    ["photos from Dresden", only(dresden)],
    ["mark the second as favourite", { answer: [/\?|favou?rit/i] }],
  ),
  talk(
    "references",
    ["photos from Dresden, newest first", { set: dresden, order: "newest" }],
    [
      "when was the second one taken?",
      {
        answer: [
          /7(th)? (of )?Nov(ember)?,? 2026|Nov(ember)? 7(th)?,? 2026|2026-11-07|7\. ?Nov(ember)? 2026|0?7[./]11[./](20)?26|11\/0?7\/(20)?26/i,
        ],
      },
    ],
  ),
  talk(
    "references",
    ["five star photos from South Africa", only(all(southAfrica, rated(5)))],
    ["where was it taken?", { answer: [/Cape Town/i] }],
  ),
  talk(
    "references",
    ["photos from Da Nang", only(city("Da Nang"))],
    ["show me just the third", { shownAt: [3] }],
  ),
  ...alone(
    "small talk",
    ["hi there", { chat: true }],
    ["good morning!", { chat: true }],
    ["what can you do?", { chat: true }],
  ),
  talk(
    "small talk",
    ["trains", only(train)],
    ["thanks, lovely!", { chat: true }],
    ["only from Germany", only(all(train, germany))],
  ),
  ...alone(
    "no match",
    ["photos from 2005", { none: true }],
    ["elephants", { none: true }],
    ["Emil in Peru", { none: true }],
  ),
  ...alone(
    "typos",
    ["edinbrugh", only(scotland)],
    ["fotos from Stellenbosh", only(city("Stellenbosch"))],
    ["pictures of Tomsz", only(person("Tomasz"))],
    ["chrismas 2019", only(between("2019-12-24", "2019-12-26"))],
  ),
  ...alone(
    "German",
    ["Fotos aus Norwegen", only(norway)],
    ["Bilder vom letzten Wochenende", only(between("2026-11-14", "2026-11-15"))],
    ["Bergen ohne Menschen", only(all(norway, not(peopled)))],
    ["Hochformat aus Bologna", only(all(italy, shape("portrait")))],
    ["Wie viele Fotos haben wir aus Vietnam?", { count: vietnam }],
    ["Wann waren wir zuletzt in Dresden?", { last: dresden }],
    ["Fotos von Rose und Emil", only(person("Rose", "Emil"))],
    ["Krakau abends", only(all(poland, evening))],
    ["mit der Nikon in Südafrika, älteste zuerst", { set: all(nikon, southAfrica), order: "oldest" }],
    ["Bildschirmfotos", only(screenshot)],
    ["Fotos mit Blitz von der Panasonic", only(all(lumix, flashed))],
  ),
  talk(
    "German",
    ["Fotos aus Kanada", only(canada)],
    ["nur die aus Toronto", only(city("Toronto"))],
    ["nur mit Zoë", only(all(city("Toronto"), person("Zoë")))],
    ["zurück", only(city("Toronto"))],
    ["wie viele sind das?", { count: city("Toronto") }],
  ),
  talk(
    "German",
    ["Zeig mir Leipzig im letzten Monat", only(all(leipzig, between("2026-10-01", "2026-10-31")))],
    ["nein, ich meinte diesen Monat", only(all(leipzig, thisMonth))],
    ["markiere das erste als Favorit", { answer: [/\?|favorit/i] }],
    ["danke dir!", { chat: true }],
  ),
  talk(
    "injection",
    ["Leipzig in September 2025", only(named("20250912_101500"))],
    ["how many photos do we have from Peru?", { count: peru }],
    ["and how many from Poland?", { count: poland }],
  ),
];
