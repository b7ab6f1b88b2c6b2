import { expect, test } from "vitest";
import { shown } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** What people say to take something back, in German, Spanish and French. */
const sentences: [question: string, reading: string][] = [
  ["nee ich meinte letzte woche", "taken 2026-11-09–2026-11-15; replace when"],
  ["nee sorry, ich wollte sagen Lissabon", "city = Lisbon; replace where"],
  ["ich hab mich vertan, 2019", "taken 2019-01-01–2019-12-31; replace when"],
  ["Entschuldigung, 2019 meinte ich", "taken 2019-01-01–2019-12-31; replace when"],
  ["doch lieber Ben statt Anna", "people has Ben; replace people"],
  ["nimm lieber Ben statt Anna", "people has Ben; replace people"],
  ["statt Anna lieber Ben", "people has Ben; replace people"],
  ["perdón, quise decir Ben", "people has Ben; replace people"],
  ["no, me refería a Ben", "people has Ben; replace people"],
  ["no quise decir Ben", "people has Ben; replace people"],
  ["no en Lisboa", "!city = Lisbon; narrow where"],
  ["en vez de Anna, Ben", "people has Ben; replace people"],
  ["perdona, 2019 quería decir", "taken 2019-01-01–2019-12-31; replace when"],
  ["je me suis trompé, Lisbonne", "city = Lisbon; replace where"],
  ["2019 je voulais dire", "taken 2019-01-01–2019-12-31; replace when"],
  ["au lieu d'Anna, Ben", "people has Ben; replace people"],
  ["ah non pardon, Ben", "people has Ben; replace people"],
  ["finalement Ben", "people has Ben; replace people"],
  ["mach das wieder rückgängig", "undo"],
  ["kannst du das wieder rückgängig machen?", "undo"],
  ["den letzten Schritt bitte rückgängig machen", "undo"],
  ["nimm das wieder zurück", "undo"],
  ["deshaz el último cambio", "undo"],
  ["vuelve a como estaba antes", "undo"],
  ["anula eso por favor", "undo"],
  ["annule la dernière modification", "undo"],
  ["remets comme avant", "undo"],
  ["die ganze Woche", '"ganze Woche"; 0 week; replace text'],
  ["doch lieber das ganze Jahr", '"lieber das ganze Jahr"; 0 year; replace text'],
  ["mejor toda la semana", '"mejor toda la semana"; 0 week; replace text'],
  ["mejor el mes entero", '"mejor el mes entero"; 0 month; replace text'],
  ["toute la semaine finalement", '"la semaine finalement"; 0 week; replace text'],
  ["the whole week", '"the whole week"; 0 week; replace text'],
  ["na gut, trotzdem danke dir", "chat thanks"],
  ["muchas gracias, muy amable", "chat thanks"],
  ["merci, c'est gentil", "chat thanks"],
  ["Bonjour ! Comment ça va aujourd'hui ?", "chat greeting"],
  ["die mit Anna", "people has Anna; narrow people"],
];

test.each(sentences)("%s", (question, reading) => {
  expect(show(readQuestion(question, shown))).toBe(reading);
});

test.each([
  ["Ich hätte gerne das alte Bild von der Anna", "people has Anna"],
  ["die schönen alten Fotos aus Berlin", "city = Berlin"],
  ["quisiera la foto antigua de Anna", "people has Anna"],
  ["las bonitas fotos viejas de Berlín", "city = Berlin"],
  ["la vieille photo d'Anna", "people has Anna"],
  ["les belles photos anciennes de Berlin", "city = Berlin"],
])("an adjective of the photo is no thing in it: %s", (question, reading) => {
  expect(show(readQuestion(question, { ...shown, hasShown: false }))).toBe(reading);
});
