/** How common words are on the Zipf scale: 1 is once in 100 million words, 3 once in a million, 6 once in a thousand. */
export interface Commonness {
  of(word: string): number;
  /** How common the rarest part of a compound is; the parts are joined by `_`, `-` or an apostrophe. */
  ofRarestPart(word: string): number;
}

/** Lines of `word<TAB>zipf`; a word that is not there counts as 0. */
export function parseFrequencies(text: string): Commonness {
  const frequencies = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [word, zipf] = line.split("\t");
    if (word && zipf) frequencies.set(word, Number(zipf));
  }
  const of = (word: string) => frequencies.get(word) ?? 0;
  return { of, ofRarestPart: (word) => Math.min(...word.split(/[-_']/).filter(Boolean).map(of)) };
}

/** A word or a compound of up to three words in small letters; names and numbers are none. */
export function isPlainWord(word: string): boolean {
  return /^[a-z]+(?:[-_'][a-z]+){0,2}$/.test(word);
}

/** The spelling that the lexicon uses: parts are joined by `_` alone, apostrophes are left out. */
export function keyOfWord(word: string): string {
  return word.replaceAll("-", "_").replaceAll("'", "");
}
