import type { Grouping } from "../../languages/meanings.ts";
import type { SearchPlan } from "../types.ts";

/** What can be asked next about an answer, and how a chip is called that was chosen and not read. */
export interface OfferWords {
  /** Sentences that Glimpse itself understands as "fewer of these". */
  only: {
    city(name: string): string;
    person(name: string): string;
    keyword(name: string): string;
    camera(name: string): string;
    year(year: string): string;
  };
  /** The same for a row of a table. `value` is what rows have, `name` how it is called. */
  row: Record<Grouping, (name: string, value: string) => string>;
  chip: {
    place(name: string): string;
    person(name: string): string;
    camera(name: string): string;
  };
  /** Above the photos of an answer that is exported. */
  more(n: number): string;
  photo: string;
  /** Where a model has said the question in other words. */
  readAs(text: string): string;
}

const offers: Record<SearchPlan["language"], OfferWords> = {
  en: {
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
    more: (n) => `And ${new Intl.NumberFormat("en-GB").format(n)} more.`,
    photo: "Photo",
    readAs: (text) => `Read as: “${text}”.`,
  },
  de: {
    only: {
      city: (name) => `Nur aus ${name}`,
      person: (name) => `Nur mit ${name}`,
      keyword: (name) => `Nur mit Schlagwort ${name}`,
      camera: (name) => `Nur mit der ${name}`,
      year: (year) => `Nur von ${year}`,
    },
    row: {
      ...{ year: (name) => `Nur von ${name}`, month: (name) => `Nur vom ${name}` },
      ...{ day: (name) => `Nur vom ${name}`, weekday: (name) => `Nur ${name.toLowerCase()}s` },
      hour: (name) => `Nur um ${name}`,
      ...{ country: (name) => `Nur aus ${name}`, city: (name) => `Nur aus ${name}` },
      ...{ person: (name) => `Nur mit ${name}`, keyword: (name) => `Nur mit Schlagwort ${name}` },
      ...{ make: (name) => `Nur mit der ${name}`, camera: (name) => `Nur mit der ${name}` },
      ...{ lens: (name) => `Nur mit dem ${name}`, type: (name) => `Nur ${name}` },
    },
    chip: { place: (name) => `in ${name}`, person: (name) => `mit ${name}`, camera: (name) => name },
    more: (n) => `Und ${new Intl.NumberFormat("de-DE").format(n)} weitere.`,
    photo: "Foto",
    readAs: (text) => `Gelesen als: „${text}“.`,
  },
};

export const offerWordsOf = (language: SearchPlan["language"]): OfferWords => offers[language];
