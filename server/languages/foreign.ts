/**
 * Facts about other languages by which a rewritten question is checked (docs/decisions/0029): how they deny, their
 * small numbers, and, from Unicode's CLDR, their months, weekdays, days such as "yesterday", and names of countries. No
 * question is read by them.
 */
import { fold } from "#server/engines/index/fold.ts";

/** The languages whose dates and countries are known. */
const locales = [
  "en",
  "de",
  "es",
  "fr",
  "it",
  "pt",
  "nl",
  "sv",
  "da",
  "nb",
  "pl",
  "cs",
  "ru",
  "uk",
  "tr",
  "ja",
  "zh",
  "hi",
  "el",
];

/** Words that deny, folded. "no" is "in the" in Portuguese, which costs no more than a rewriting. */
const denials = new Set(
  `no not none never without sin ningun ninguna nunca nadie tampoco excepto salvo menos
  sans pas jamais aucun aucune personne sauf ni non senza nessun nessuna nessuno mai tranne eccetto
  sem nao nenhum nenhuma ninguem exceto niet geen zonder nooit niemand behalve utan inte ingen inga aldrig
  uden ikke uten bez nie nikt oprocz ne neni zadny не нет без никто ні немає yok degil haric
  नहीं बिना χωρις δεν οχι`.split(/\s+/),
);
/** Scripts without spaces deny within their words. */
const denialsWithin = /[不没沒無无非]|ない|なし|以外|除/u;

/**
 * Small words of Spanish, French, Italian, Portuguese and Dutch that no language of ours has and no name begins with.
 */
const smallWords = new Set(
  `el la los las del al un una unos unas con sin y en que mi mis su sus por para esta este estas donde cuando
  le les une du et dans avec sans pour sur mon ma mes ou est nos notre au aux moi il di della dei delle che per
  gli lo nel nella mio mia um uma os com em na nos nas meu minha onde quando het een mijn onze zonder naar
  voor en de`.split(/\s+/),
);
const otherScript = /[\p{L}--[\p{Script=Latin}\p{Script=Common}]]/v;

/** Says whether a text is in none of our languages, as far as its small words or its script tell. */
export function isOtherLanguage(words: string[], isOurs: (word: string) => boolean): boolean {
  if (words.some((word) => otherScript.test(word))) return true;
  const small = words.filter((word) => smallWords.has(word) && !isOurs(word)).length;
  return small > 0 && small >= words.filter(isOurs).length;
}

/** The scripts in which a denial would be seen. */
const readable =
  /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Devanagari}]*$/u;

const smallNumbers: Record<string, number> = Object.fromEntries(
  [
    [2, "dos deux due dois duas twee tva to dwa два"],
    [3, "tres trois tre drie trzy три"],
    [4, "cuatro quatre quattro quatro vier fyra fire cztery четыре"],
    [5, "cinco cinq cinque vijf fem piec пять"],
    [6, "seis six sei zes sex seks szesc шесть"],
    [7, "siete sept sette sete zeven sju syv siedem семь"],
    [8, "ocho huit otto oito acht atta otte osiem восемь"],
    [9, "nueve neuf nove negen nio ni dziewiec девять"],
    [10, "diez dix dieci dez tien tio ti dziesiec десять"],
  ].flatMap(([number, words]) =>
    String(words)
      .split(" ")
      .map((word) => [word, Number(number)]),
  ),
);

export const isReadableScript = (text: string): boolean => readable.test(text);

export const isForeignDenial = (text: string, words: string[]): boolean =>
  denialsWithin.test(text) || words.some((word) => denials.has(word));

export const foreignNumber = (word: string): number | null => smallNumbers[word] ?? null;

/** The signs of times that a text contains: "month 5", "weekday 1", "day -1" (yesterday). */
export function timesNamed(text: string): Set<string> {
  const said = ` ${fold(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")} `;
  signs ??= signsOfTimes();
  const found = new Set<string>();
  for (const [words, names] of signs) {
    // Scripts without spaces have no word's end.
    const isThere = isSpaced(words) ? said.includes(` ${words} `) : said.includes(words);
    if (isThere) for (const name of names) found.add(name);
  }
  return found;
}

/** The codes of a country by its name in any of these languages; more than one only by chance. */
export function countryNamed(word: string): string | null {
  countries ??= countriesByName();
  return countries.get(fold(word)) ?? null;
}

let signs: Map<string, Set<string>> | undefined;
let countries: Map<string, string> | undefined;

const isSpaced = (words: string) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words);

function signsOfTimes(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (words: string, sign: string) => {
    const key = fold(words)
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
      .trim();
    if (key.length < 2 || /\d/.test(key)) return;
    found.set(key, (found.get(key) ?? new Set()).add(sign));
  };
  for (const locale of locales) {
    for (const form of ["long", "short"] as const) {
      for (let month = 0; month < 12; month++) {
        const day = new Date(Date.UTC(2024, month, 15));
        const parts = new Intl.DateTimeFormat(locale, { month: form, day: "numeric", timeZone: "UTC" });
        add(
          new Intl.DateTimeFormat(locale, { month: form, timeZone: "UTC" }).format(day),
          `month ${month + 1}`,
        );
        // "15 мая" is not "май".
        const inflected = parts.formatToParts(day).find(({ type }) => type === "month");
        add(inflected?.value ?? "", `month ${month + 1}`);
      }
      for (let weekday = 0; weekday < 7; weekday++) {
        const day = new Date(Date.UTC(2024, 0, 7 + weekday));
        add(
          new Intl.DateTimeFormat(locale, { weekday: form, timeZone: "UTC" }).format(day),
          `weekday ${weekday}`,
        );
      }
    }
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
    for (const unit of ["day", "week", "month", "year"] as const)
      for (const by of [-2, -1, 0]) add(relative.format(by, unit), `${unit} ${by}`);
  }
  return found;
}

function countriesByName(): Map<string, string> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const found = new Map<string, string>();
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = names.of(code);
      if (name && !found.has(fold(name))) found.set(fold(name), code);
    }
  }
  return found;
}
