/** The languages that Glimpse speaks, with the names that they give themselves. */
export const languageNames = { en: "English", de: "Deutsch", es: "Español", fr: "Français" } as const;
export type Language = keyof typeof languageNames;

export const isLanguage = (code: string | null | undefined): code is Language =>
  code != null && Object.hasOwn(languageNames, code);

/** How numbers and dates are written in each language. */
export const locales: Record<Language, string> = { en: "en-GB", de: "de-DE", es: "es-ES", fr: "fr-FR" };

let current: () => Language = () => "en";

/** Returns the language of the screens. */
export const language = (): Language => current();

/** Says which language the screens speak. On the server that differs from one request to the next. */
export function speakBy(spoken: () => Language): void {
  current = spoken;
}

/**
 * Returns strings that follow the language of the screens, also where a group of them was taken out before a page was
 * drawn. English stands in for a language that is not loaded.
 */
export function spokenIn<Words extends object>(
  each: { en: Words } & Partial<Record<Language, Words>>,
): Words {
  return following(each.en, () => each[language()] ?? each.en);
}

const added: Partial<Record<Language, object>> = {};

/** Adds the groups of strings of another language (`groups.ts`), which the page loads before it is drawn. */
export function addGroups(language: Language, groups: object): void {
  added[language] = groups;
}

/** Returns the strings of a group (`groups.ts`) as `spokenIn` does, for languages that are loaded only when they are spoken. */
export function spokenAs<Words extends object>(group: string, english: Words): Words {
  return following(english, () => {
    const groups = added[language()];
    return groups ? (Reflect.get(groups, group) ?? english) : english;
  });
}

function following<Words extends object>(first: Words, now: () => object): Words {
  const groups = new Map<PropertyKey, object>();
  return new Proxy(first, {
    get(_, key) {
      const value: unknown = Reflect.get(now(), key);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      const group = groups.get(key) ?? following(value, () => Reflect.get(now(), key));
      groups.set(key, group);
      return group;
    },
  });
}

/** The type of strings like these, in any language. */
export type Said<Words> = Words extends string
  ? string
  : Words extends (...args: infer Given) => infer Returned
    ? (...args: Given) => Said<Returned>
    : Words extends readonly (infer Item)[]
      ? Said<Item>[]
      : { [Key in keyof Words]: Said<Words[Key]> };
