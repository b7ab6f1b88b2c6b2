interface Counted {
  /** What stands first: "12 photos". */
  count: string;
  rest: string;
}

/** A sentence that begins with a count; null for one that does not. */
export function countedIn(sentence: string): Counted | null {
  const none = /^((?:No photo|Kein Foto)\b[^.]*\.)(.*)$/su.exec(sentence);
  if (none) return { count: none[1] ?? "", rest: none[2] ?? "" };
  // "3 May 2019" counts nothing.
  const some = /^(\d[\d.,]* \p{L}+)(?![\p{L}:]| \d)(.*)$/su.exec(sentence);
  return some && { count: some[1] ?? "", rest: some[2] ?? "" };
}
