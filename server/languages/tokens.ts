import { fold } from "#server/engines/index/fold.ts";

export interface Token {
  /** The token as it was written. */
  text: string;
  /** The folded word. Empty for a literal token, so that no table matches it. */
  word: string;
  /** The position in the text. */
  from: number;
  to: number;
  isMark: boolean;
  literal: boolean;
}

const chunks =
  /(?<![\p{L}\p{N}])['’]\d\d(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}_]+(?:[.'’/:@+-][\p{L}\p{M}\p{N}_]+)*|[^\s]/gu;
const isWord = /^[\p{L}\p{M}\p{N}_]/u;
const quoted = /"[^"]*"|“[^”“]*”|„[^“”„]*[“”]|«[^»«]*»/g;
/** Dates and file names, which keep their hyphens. */
const hyphenated =
  /^\d{4}-\d\d?(?:-\d\d?)?$|^\d\d?-(?:\d\d?-)?(?:19|20)\d\d$|^[a-z]+[-_]\d|\.\w{2,4}$|_|^(?=.*\d)(?:[^-]+-){3}/i;

/** "summer '19" */
const shortYear = /^['’]\d\d$/;
const longYear = (digits: string) => `${Number(digits) < 50 ? 20 : 19}${digits}`;

/** "Lisbon/Porto" */
const alternatives = /^\p{L}{2,}(?:\/\p{L}{2,})+$/u;

/** Collapses white space and cuts the text to 2,000 characters. */
export function tidyText(text: string): string {
  const spaced = text.slice(0, 10_000).toWellFormed().replace(openingMarks, " ").replace(/\s+/gu, " ").trim();
  return spaced
    .replace(shortWithout, "without")
    .replace(shortWith, (short) => (short.includes("/") ? "with " : "with"))
    .slice(0, 2_000)
    .toWellFormed();
}

/** The marks that Spanish puts before a question or an exclamation too. */
const openingMarks = /[¿¡]/gu;

/** "w/" before a word, and "w" between words. */
const shortWith = /(?<=^|[\s,(])w\/ ?(?=\p{L})|(?<=[a-z] )w(?= [A-Za-z])/giu;

/** "w/o": a slash would part it. */
const shortWithout = /(?<=^|[\s,(])w\/o(?=[\s.])/gi;

/** Splits a tidy text into words and marks. Quoted words and the phrases of `literal` become literal tokens. */
export function tokensOf(text: string, literal: string[]): Token[] {
  const tokens = Array.from(text.matchAll(chunks), (match) => parts(match[0], match.index)).flat();
  for (const { index, 0: span } of text.matchAll(quoted)) {
    for (const token of tokens) if (token.from > index && token.to < index + span.length) makeLiteral(token);
  }
  for (const phrase of literal) makePhraseLiteral(tokens, tokensOf(tidyText(phrase), []));
  return tokens;
}

/** Splits a chunk at its hyphens, or at the slashes between its words. */
function parts(chunk: string, from: number): Token[] {
  if (alternatives.test(chunk))
    return Array.from(chunk.matchAll(/[^/]+|\//g), (match) => tokenOf(match[0], from + match.index));
  if (!chunk.includes("-") || hyphenated.test(chunk)) return [tokenOf(chunk, from)];
  return Array.from(chunk.matchAll(/[^-]+|-/g), (match) => tokenOf(match[0], from + match.index));
}

function tokenOf(text: string, from: number): Token {
  const isMark = !isWord.test(text) && !shortYear.test(text);
  if (shortYear.test(text))
    return { text, word: longYear(text.slice(1)), from, to: from + text.length, isMark, literal: false };
  const word = fold(text).replaceAll("’", "'");
  return { text, word, from, to: from + text.length, isMark, literal: false };
}

/** Parts "l'été" into "l'" and "été"; `isName` keeps names such as "L'Aquila" whole. */
export function withoutElisions(
  tokens: Token[],
  elided: RegExp | null,
  isName: (word: string) => boolean,
): Token[] {
  if (elided === null) return tokens;
  return tokens.flatMap((token) => {
    const cut = token.literal ? undefined : elided.exec(token.text)?.[0].length;
    if (cut === undefined || isName(token.word)) return [token];
    const middle = token.from + cut + 1;
    return [
      { ...tokenOf(token.text.slice(0, cut), token.from), text: token.text.slice(0, cut + 1), to: middle },
      ...withoutElisions([tokenOf(token.text.slice(cut + 1), middle)], elided, isName),
    ];
  });
}

function makePhraseLiteral(tokens: Token[], phrase: Token[]) {
  if (phrase.length === 0) return;
  const folded = tokens.map((token) => fold(token.text).replaceAll("’", "'"));
  for (
    let at = folded.indexOf(phrase[0]?.word ?? "");
    at !== -1;
    at = folded.indexOf(phrase[0]?.word ?? "", at + 1)
  ) {
    if (!phrase.every((token, ahead) => folded[at + ahead] === token.word)) continue;
    for (const token of tokens.slice(at, at + phrase.length)) makeLiteral(token);
  }
}

function makeLiteral(token: Token) {
  token.literal = true;
  token.word = "";
}

/** Faces, hands and hearts: they say how somebody feels, and not what a photo shows. Faces of cats and monkeys stay. */
const mood = new RegExp(
  `^(?:${[
    "[\\u{1F600}-\\u{1F637}\\u{1F641}-\\u{1F647}\\u{1F64B}-\\u{1F64F}]",
    "[\\u{1F910}-\\u{1F92F}\\u{1F970}-\\u{1F976}\\u{1F97A}\\u{1FAE0}-\\u{1FAE8}]",
    "[\\u{1F44A}-\\u{1F44F}\\u{1F493}-\\u{1F49F}\\u{1F5A4}\\u{1F90D}\\u{1F90E}\\u{1F9E1}\\u{2764}]",
    // The tones of skin, and the mark that a sign is an emoji.
    "[\\u{1F3FB}-\\u{1F3FF}]",
    "\\u{FE0F}",
  ].join("|")})$`,
  "u",
);

/**
 * Leaves out what is only a pause in speech ("um") or a mood ("😂"), unless nothing else is said, and a little word said
 * twice.
 */
export function withoutFillers(
  tokens: Token[],
  { traits, functionWords }: { traits: { fillers: Set<string> }; functionWords: Set<string> },
): Token[] {
  const left = tokens.filter(
    ({ text, word, isMark, literal }, at) =>
      literal ||
      !(
        mood.test(text) ||
        (!isMark && traits.fillers.has(word)) ||
        (!isMark && functionWords.has(word) && tokens[at - 1]?.word === word)
      ),
  );
  return left.some(({ isMark }) => !isMark) ? left : tokens;
}
