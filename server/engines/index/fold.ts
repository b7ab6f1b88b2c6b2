/**
 * Marks that are only an accent to whoever types them: those that Unicode shares among scripts, and Hebrew points. The
 * vowel signs of Indic scripts are letters in all but name, and the Japanese voicing marks tell か from が. The soft
 * hyphen is a place to break a line.
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
 * The form in which text is compared, everywhere: compatibility forms resolved (NFKC), lower case, accents off, the
 * letters that have none to take off spelled out (ß, ø, ł). A lone surrogate becomes U+FFFD. Linear in the length.
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
