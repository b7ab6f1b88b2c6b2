interface Counted {
  /** The beginning of the sentence, such as "12 photos". */
  count: string;
  rest: string;
}

/** Splits a sentence after the count that it begins with; null if it does not begin with a count. */
export function countedIn(sentence: string): Counted | null {
  const none = /^((?:No photo|Kein Foto)\b[^.]*\.)(.*)$/su.exec(sentence);
  if (none) return { count: none[1] ?? "", rest: none[2] ?? "" };
  // "3 May 2019" is a date and not a count.
  const some = /^(\d[\d.,]* \p{L}+)(?![\p{L}:]| \d)(.*)$/su.exec(sentence);
  return some && { count: some[1] ?? "", rest: some[2] ?? "" };
}
