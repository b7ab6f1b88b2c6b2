/** English nouns whose plural follows no rule. */
const irregular: Record<string, string> = {
  men: "man",
  women: "woman",
  children: "child",
  people: "person",
  mice: "mouse",
  geese: "goose",
  feet: "foot",
  teeth: "tooth",
  oxen: "ox",
  dice: "die",
  knives: "knife",
  wives: "wife",
  lives: "life",
  leaves: "leaf",
  loaves: "loaf",
  wolves: "wolf",
  calves: "calf",
  halves: "half",
  shelves: "shelf",
  elves: "elf",
  thieves: "thief",
  scarves: "scarf",
  hooves: "hoof",
  cacti: "cactus",
  fungi: "fungus",
};

const rules: [ending: RegExp, singular: string][] = [
  [/(?<=[a-z])men$/, "man"],
  [/(?<=[a-z]{2})ies$/, "y"],
  [/(?<=ch|sh|ss|x|z)es$/, ""],
  [/(?<=[^s]o)es$/, ""],
  [/(?<=[^su])s$/, ""],
];

/**
 * Returns the words that an English noun may be the plural of, itself first: "buses" is "buses", "bus" or "buse"; the
 * lexicon knows which.
 */
export function singularsOf(word: string): string[] {
  const found = [word];
  const known = irregular[word];
  if (known !== undefined) return [word, known];
  for (const [ending, singular] of rules) if (ending.test(word)) found.push(word.replace(ending, singular));
  if (/ses$/.test(word)) found.push(word.slice(0, -2));
  return found;
}

const verbRules: [ending: RegExp, base: string][] = [
  [/(?<=[a-z]{2})ing$/, ""],
  [/(?<=[a-z]{2})ing$/, "e"],
  [/([bdgklmnprt])\1ing$/, "$1"],
  [/(?<=[a-z]{2})ied$/, "y"],
  [/(?<=[a-z]{2})ed$/, ""],
  [/(?<=[a-z]{2})ed$/, "e"],
  [/([bdgklmnprt])\1ed$/, "$1"],
];

/**
 * Returns the verbs that an English word may be the participle of, the likeliest first: "riding" is "rid" or "ride";
 * the lexicon knows which.
 */
export function basesOf(word: string): string[] {
  return verbRules.flatMap(([ending, base]) => (ending.test(word) ? [word.replace(ending, base)] : []));
}

/** Returns the words that an English word may be the comparative or superlative of: "older" is "old". */
export function gradesOf(word: string): string[] {
  const bare = word.match(/^([a-z]{2,})(?:er|est)$/)?.[1];
  if (bare === undefined) return [];
  return [bare, `${bare}e`, bare.replace(/i$/, "y"), bare.replace(/([bdgmnt])\1$/, "$1")];
}

/** The endings that inflection adds to the words of a language, longest first. */
const endings: Record<string, string[]> = {
  de: ["en", "er", "es", "em", "e", "n", "s"],
  es: ["es", "s"],
  fr: ["s", "x", "e"],
  it: [],
  pt: ["es", "s"],
  nl: ["en", "s", "e"],
};

/** The endings that change with gender and number: "cansada", "fatiguées". */
const inflections: Record<string, RegExp> = {
  de: /(?:e[mnrs]?|[ns])$/,
  es: /(?:[aeo]|s)$/,
  fr: /[esx]$/,
  it: /[aeio]$/,
  pt: /(?:[aeo]|s)$/,
  nl: /(?:en|[es])$/,
};

/**
 * Returns what may remain of a word of another language without its inflection, the word itself first: "wäldern",
 * "wälder", "wäld".
 */
export function baresOf(word: string, language: string): string[] {
  const shorter = word.replace(inflections[language] ?? "", "");
  return shorter === word || shorter.length < 3 ? [word] : [word, ...baresOf(shorter, language)];
}

/** Returns the words that a word of another language may be a form of, itself first: "rote" is "rot". */
export function uninflected(word: string, language: string): string[] {
  const bare = (endings[language] ?? []).flatMap((ending) =>
    word.endsWith(ending) && word.length - ending.length >= 3 ? [word.slice(0, -ending.length)] : [],
  );
  return [word, ...bare];
}
