import { partsOfWorld } from "#server/library/gazetteer/continents.ts";
import { nameKey, withoutDigraphs } from "#server/library/gazetteer/names.ts";
import { kindOfGear } from "../reading/kinds-of-gear.ts";
import type { LibraryNames, VocabularyEntry } from "../reading/types.ts";
import { firstWord, type Keys, keysOf, partsOfPerson } from "./keys.ts";
import type { Library } from "./library.ts";
import { createTypos, type NearKey } from "./typos.ts";

/** No name is longer than this; the limit bounds the cost of nonsense. */
const longest = 100;
const mostNear = 10;

const article = /^(?:the|der|die|das|den|dem) (?=.)/;

interface Found {
  entry: VocabularyEntry;
  short: boolean;
}

/** Indexes all names by their keys. */
export function createNames(library: Library): Omit<LibraryNames, "locate" | "isPlace"> {
  const byKey = index(library);
  let typos: ReturnType<typeof createTypos> | null = null;

  function withKey(key: string): VocabularyEntry[] {
    const found = byKey.get(key) ?? [];
    const whole = new Set(found.filter(({ short }) => !short).map(({ entry }) => entry.kind));
    return found.filter(({ entry, short }) => !short || !whole.has(entry.kind)).map(({ entry }) => entry);
  }

  return {
    people: library.entries
      .filter(({ kind }) => kind === "person")
      .sort((one, other) => other.photos - one.photos)
      .map(({ value }) => value),
    relatives: library.relatives ?? [],
    camerasOf: (kind) =>
      [...library.makes].flatMap(([model, makes]) =>
        [...makes].some((make) => kindOfGear(make, model) === kind) ? [model] : [],
      ),
    find(phrase) {
      const key = nameKey(phrase.slice(0, longest));
      for (const form of formsOf(key)) {
        const found = withKey(form);
        if (found.length > 0) return found.sort((one, other) => other.photos - one.photos);
      }
      // "Annas Fotos": a German genitive has no apostrophe. Only people, or every plural would be a name.
      return key.endsWith("s") ? withKey(key.slice(0, -1)).filter(({ kind }) => kind === "person") : [];
    },
    near(word) {
      const key = nameKey(word.slice(0, longest));
      typos ??= createTypos(byKey.keys());
      const nearest = new Map<VocabularyEntry, NearKey>();
      for (const near of typos.near(key)) {
        for (const entry of withKey(near.key))
          if (near.slips < (nearest.get(entry)?.slips ?? Number.POSITIVE_INFINITY)) nearest.set(entry, near);
      }
      return [...nearest]
        .sort(([one, { slips }], [other, near]) => slips - near.slips || other.photos - one.photos)
        .slice(0, mostNear)
        .map(([entry, near]) => ({ ...entry, spelled: near.key }));
    },
  };
}

/**
 * Lists the forms in which a phrase is looked up: as it stands, without its article, without a possessive,
 * and each of these with umlauts in place of their digraphs.
 */
function formsOf(key: string): string[] {
  const bare = key.replace(article, "");
  const forms = [key, bare, bare.replace(/ s$/, "")];
  return [...forms, ...forms.map((form) => withoutDigraphs(form) ?? form)];
}

const endsOf = ({ full, short }: Keys) => [...full, ...short];

/**
 * Returns the person whom a part of a name means. If there are two Annas, "Anna" means neither of them; but a first
 * name goes before a surname, so that "Martin" is Martin Hoe, and not Frank Martin.
 */
function calledIn(entries: VocabularyEntry[]): Map<string, string | null> {
  const called = new Map<string, string | null>();
  const people = entries.filter(({ kind }) => kind === "person").map(({ value }) => value);
  const firsts = new Set(people.map((value) => firstWord(nameKey(value))));
  for (const value of people) {
    for (const part of new Set(partsOfPerson(value))) {
      if (firsts.has(part) && firstWord(nameKey(value)) !== part) continue;
      called.set(part, called.has(part) ? null : value);
    }
  }
  return called;
}

function index(library: Library): Map<string, Found[]> {
  const byKey = new Map<string, Found[]>();
  const add = (key: string, found: Found) => {
    const others = byKey.get(key);
    if (others) others.push(found);
    else byKey.set(key, [found]);
  };
  const called = calledIn(library.entries);
  const nicknames = new Map((library.relatives ?? []).map((each) => [each.name, each.nicknames]));
  const endings = new Set(
    library.entries.flatMap((entry) => (entry.kind === "camera" ? endsOf(keysOf(entry, library)) : [])),
  );
  for (const entry of library.entries) {
    const { full, short, inner = [] } = keysOf(entry, library);
    const whole = new Set(full);
    for (const key of new Set([...full, ...short, ...inner.filter((part) => !endings.has(part))])) {
      if (key === "") continue;
      const isShort = !whole.has(key);
      if (isShort && entry.kind === "person" && called.get(key) !== entry.value) continue;
      add(key, { entry, short: isShort });
    }
    if (entry.kind === "person")
      for (const nickname of nicknames.get(entry.value) ?? [])
        add(nameKey(nickname), { entry, short: false });
    if (entry.kind !== "country") continue;
    for (const { key, name } of partsOfWorld(library.countryCodes.get(entry.value) ?? "")) {
      add(key, { entry: { ...entry, within: name }, short: false });
    }
  }
  return byKey;
}
