/**
 * Matches the marks that people see as mere accents: marks that Unicode shares among scripts, and Hebrew
 * points. The vowel signs of Indic scripts stay, because they are letters in all but name, and so do the
 * Japanese voicing marks, which tell か from が. The soft hyphen goes too, because it only marks where a line
 * may break.
 */
const accents = /[[[\p{M}&&[\p{Script=Inherited}\p{Script=Hebrew}]]--[\u3099\u309a]]\u00ad]/gv;

const spelled: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ς: "σ",
};
const letters = new RegExp(`[${Object.keys(spelled).join("")}]`, "g");

/**
 * Returns the form in which text is compared everywhere: compatibility forms are resolved (NFKC), letters are
 * lower case and without accents, and special letters are spelled out (ß, ø, ł). A lone surrogate becomes
 * U+FFFD. The time is linear in the length.
 */
export function fold(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .toWellFormed()
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(accents, "")
    .normalize("NFC")
    .replace(letters, (letter) => spelled[letter] ?? letter);
}
