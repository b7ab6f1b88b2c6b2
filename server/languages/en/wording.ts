import { dateFormat } from "../date-format.ts";
import type { Wording } from "../wording.ts";

const number = new Intl.NumberFormat("en-GB");
const photos = (n: number) => `${number.format(n)} ${n === 1 ? "photo" : "photos"}`;
const videos = (n: number) => `${number.format(n)} ${n === 1 ? "video" : "videos"}`;
const listed = (counts: [string, number][]) =>
  counts.map(([name, n]) => `${name} (${number.format(n)})`).join("; ");
const format = dateFormat("en-GB");

export const wording: Wording = {
  photos,
  videos,
  found: (count, labels) => `${[count, ...labels].join(", ")}.`,
  foundFrom: (n, month, best) =>
    `${photos(n)}, ${n === 1 ? "" : best ? "the best " : "the newest "}from ${month}.`,
  none: "No photo matches.",
  nothingShows: (things, labels, described) =>
    `${[described === null ? "Nothing here" : `Of the ${photos(described)} described so far none`, ...labels].join(", ")}${labels.length > 0 ? "," : ""} shows ${things.join(" or ")}.`,
  notTogether: (counts, labels, described) => {
    const among = described === null ? "No photo" : `Of the ${photos(described)} described so far none`;
    const things = counts.map(([thing]) => thing).join(" and ");
    const each = counts.map(
      ([thing, n], at) => `${number.format(n)} ${at > 0 ? "" : n === 1 ? "shows " : "show "}${thing}`,
    );
    return `${[among, ...labels].join(", ")}${labels.length > 0 ? "," : ""} shows ${things} together. ${each.join(", ")}.`;
  },
  undescribed:
    "Photos are not described yet: only dates, places, names and cameras are searched. Settings shows which model is missing.",
  unused: (words) => `(I could not use: ${words.map((word) => `“${word}”`).join(", ")}.)`,
  notUnderstood: (words) =>
    `I did not understand ${words.map((word) => `“${word}”`).join(", ")}. Ask for what photos show, or when, where and with what they were taken.`,
  lost: (words) => `I did not understand “${words}”. Without it:`,
  meant: (names) => `${names.join(" and ")}, I think you meant:`,
  whoIs: (relation) => `(I do not know yet who “${relation}” is.)`,
  noField: (field, fields) => `There is no field “${field}”. There are: ${fields.join(", ")}.`,
  noValue: (field, value, meant) =>
    `No photo has “${field}” of “${value}”.${meant.length > 0 ? ` Did you mean ${meant.join(" or ")}?` : ""}`,
  removedSince: (n) => `${photos(n)} of these ${n === 1 ? "has" : "have"} been removed since.`,
  noneAlike: "No photo is like it.",
  notDescribed: "No model has described this photo yet, so nothing can be compared with it.",
  guessed: { name: "from the file’s name", change: "from when the file was last changed" },
  guessedAmong: (n) => `${number.format(n)} by ${n === 1 ? "a guessed date" : "guessed dates"}`,
  day: format.day,
  month: format.month,
  group: format.group,
  end: (which, day, place) => `The ${which}: ${day}${place ? `, in ${place}` : ""}.`,
  span: (first, last) => (first === last ? `${first}.` : `From ${first} to ${last}.`),
  counts: (counts, of, more) =>
    of === 1
      ? `${counts.map(([name]) => name).join(", ")}.`
      : `${listed(counts)}${more > 0 ? `; ${number.format(more)} more` : ""}.`,
  countries: (n) => `${number.format(n)} ${n === 1 ? "country" : "countries"}`,
  cities: (n) => `${number.format(n)} ${n === 1 ? "city" : "cities"}`,
  days: (n) => `${number.format(n)} ${n === 1 ? "day" : "days"}`,
  months: (n) => `${number.format(n)} ${n === 1 ? "month" : "months"}`,
  most: ([first, ...others], of) => {
    if (!first) return "";
    if (of === 1) return `${first[0]}.`;
    const rest = others.length > 0 ? ` Then ${listed(others)}.` : "";
    return `${first[0]}: ${number.format(first[1])} of ${photos(of)}.${rest}`;
  },
  at: (coordinates) => `At ${coordinates}; no photo names the place.`,
  about: (known) => known.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" "),
  unknown: {
    table: "None of these photos says so.",
    about: "The file says nothing about itself.",
    first: "None of these photos has a date.",
    last: "None of these photos has a date.",
    when: "The file has no date.",
    where: "No photo here says where it was taken.",
    years: "No photo here has a date.",
    months: "No photo here has a date.",
    days: "No photo here has a date.",
    countries: "No photo here says where it was taken.",
    cities: "No photo here says where it was taken.",
    lens: "No photo here names its lens.",
    camera: "No photo here names its camera.",
    who: "Nobody is named in these photos.",
  },
  chat: {
    greeting: "Hello. Ask for photos by what they show, or when, where and with what they were taken.",
    thanks: "You’re welcome.",
    farewell: "See you.",
    help: "Ask for photos in your own words: “the dog on the beach last summer, not the blurry ones”. Then go on: “only at sunset”, “in 2022 instead”, “more like the third”, “how many are there?”, “undo”.",
    assent: "Good.",
    refusal: "All right.",
    beyond: "Nothing is deleted, shared or changed by talking: it finds photos and marks favourites.",
  },
  refused: {
    delete:
      "Nothing is deleted by talking: find the photos here, then select them in the library and move them to the bin.",
    share: "Nothing is sent or shared by talking: find the photos here, then download them from the library.",
    print: "Nothing is printed by talking: find the photos here, then download them from the library.",
    download: "Nothing is downloaded by talking: select photos in the library, and download them there.",
    album: "No albums are made by talking: it finds photos and marks favourites.",
    make: "Nothing is made of photos by talking, no collage and no film: it finds photos and marks favourites.",
    edit: "No picture is changed by talking: it finds photos and marks favourites.",
    move: "Nothing is moved by talking: it finds photos and marks favourites.",
  },
  cannotAnswer: "I cannot answer that from what I know of your photos. These may show it:",
  whichOne: "Which one? Say “the third”, for example.",
  nothingShown: "No photos are shown yet, so there are none to talk about.",
  nothingToUndo: "There is nothing to take back.",
  nothingToDrop: "Nothing of that kind narrows this search.",
  nothingToCorrect: "In your photos these words have no other meaning.",
  noTime: "This search has no single time to count from.",
  askAlbum: (n, album) => `Put ${n === 1 ? "this photo" : `these ${photos(n)}`} in the album “${album}”?`,
  putInAlbum: (n, album) =>
    n === 0
      ? `All of them are in the album “${album}” already.`
      : `${photos(n)} put in the album “${album}”.`,
  askFavourite: (n) => `Mark ${n === 1 ? "this photo as a favourite" : `these ${photos(n)} as favourites`}?`,
  askUnfavourite: (n) => `Take ${n === 1 ? "this photo" : `these ${photos(n)}`} out of your favourites?`,
  favoured: (n) => `${photos(n)} marked as ${n === 1 ? "a favourite" : "favourites"}.`,
  unfavoured: (n) => `${photos(n)} taken out of your favourites.`,
  offers: {
    only: {
      city: (name) => `Only in ${name}`,
      person: (name) => `Only with ${name}`,
      keyword: (name) => `Only tagged ${name}`,
      camera: (name) => `Only with the ${name}`,
      year: (year) => `Only from ${year}`,
    },
    row: {
      ...{ year: (name) => `Only from ${name}`, month: (name) => `Only from ${name}` },
      ...{ day: (name) => `Only from ${name}`, weekday: (name) => `Only on ${name}s` },
      hour: (name) => `Only at ${name}`,
      ...{ country: (name) => `Only in ${name}`, city: (name) => `Only in ${name}` },
      ...{ person: (name) => `Only with ${name}`, keyword: (name) => `Only tagged ${name}` },
      ...{ make: (name) => `Only taken with a ${name}`, camera: (name) => `Only with the ${name}` },
      ...{ lens: (name) => `Only with the ${name}`, type: (name) => `Only ${name}` },
    },
    chip: { place: (name) => `in ${name}`, person: (name) => `with ${name}`, camera: (name) => name },
    more: (n) => `And ${number.format(n)} more.`,
    photo: "Photo",
    readAs: (text) => `Read as: “${text}”.`,
  },
};
