import { expect, test } from "vitest";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** Questions that a table answers. */
test.each([
  ["how many photos per camera make", "table make? search"],
  ["how many photos of dogs per year", '"dogs"; table year? search'],
  ["how many pictures by month", "table month? search"],
  ["how many photos did I take per day in 2023", "taken 2023-01-01–2023-12-31; table day? search"],
  ["wie viele Fotos pro Kamera", "table camera? search"],
  ["wie viele Fotos pro Jahr in Berlin", "city = Berlin; table year? search"],
  ["wie viele Fotos von Hunden je Monat", '"Hunden"; table month? search'],
  ["wie viele Bilder gibt es für jede Person", "table person? search"],
  ["wie viele Fotos aufgeschlüsselt nach Land", "table country? search"],
  ["list the lenses", "table lens? search"],
  ["list all cameras", "table camera? search"],
  ["cuántas fotos por año", "table year? search"],
  ["cuántas fotos de perros por mes", '"perros"; table month? search'],
  ["lista de cámaras", "table camera? search"],
  ["combien de photos par appareil", "table camera? search"],
  ["liste des objectifs", "table lens? search"],
  ["photos de Lisbonne par année", "city = Lisbon; table year? search"],
  ["my photos from Lisbon by year", "city = Lisbon; table year? search"],
])("%s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  ["how many per year?", "table year? shown"],
  ["how many of these by month", "table month? shown; on all"],
  ["wie viele davon pro Jahr?", "table year? shown; on all"],
])("of what is shown: %s", (question, reading) => {
  expect(show(readQuestion(question, shown))).toBe(reading);
});

test.each([
  ["photos of Lisbon by day", "city = Lisbon; hour 6–20"],
  ["two kids per bike", '"two kids per bike"'],
])("this is no table: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

/** Photos of a question's subject are looked for; no number, date or place answers it. */
test.each([
  ["What did we eat at the hotel in Lisbon?", '"eat at the hotel"; city = Lisbon; lost “”'],
  ["Which receipt has the highest total?", '"receipt"; lost “”'],
  ["which ferry did we take to Berlin", '"ferry"; city = Berlin; lost “”'],
  ["What details are in my latest boarding pass?", '"my latest boarding pass"; lost “”'],
  ["Welche Quittung hat den höchsten Betrag?", '"Quittung"; lost “”'],
  ["the photo Ben sent me", "lost “Ben sent me”"],
  ["how many photos do I have from the holidays?", "lost “holidays”"],
  ["a timeline of my Lisbon trip", "city = Lisbon; oldest"],
  ["Where and when did I last see a cow?", '"a cow"; last? search'],
  ["show me the best photo from each park", '"park"; best; lost “each”'],
])("an open question: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  ["Hey Glimpse, could you maybe show me the dogs?", '"the dogs"'],
  ["I was wondering whether you could dig out photos from Berlin", "city = Berlin"],
  ["no way, do I really have photos from Berlin?", "city = Berlin"],
  ["Jarvis, find the lighthouse if it's not too much trouble", '"the lighthouse"'],
  ["Sag mal, könntest du mir eventuell Fotos aus Berlin zeigen, wenn du Zeit hast?", "city = Berlin"],
  ["Great! Show me photos of Anna. In Lisbon.", "people has Anna; city = Lisbon"],
  [
    "I went to the cinema in 2019. What date was that?",
    '"I went to the cinema"; taken 2019-01-01–2019-12-31; when? search',
  ],
])("what leads up to a request says nothing: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  ["find the photos from Berlin and put them in an album called Harbour", "city = Berlin", "album"],
  ["Photos of Ben. Could you also print them?", "people has Ben", "print"],
  ["please send the newest three to Anna", "chat beyond", "share"],
  ["lösche alle Fotos aus Berlin", "chat beyond", "delete"],
])("it says by name what cannot be had: %s", (question, reading, refused) => {
  const read = readQuestion(question, context);
  expect([show(read), read.refused]).toEqual([reading, refused]);
});
