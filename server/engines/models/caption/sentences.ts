import {
  absence,
  address,
  apology,
  denial,
  firstPerson,
  lead,
  negation,
  orderToDescribe,
  turnToPicture,
} from "./phrases.ts";
import { capitalised } from "./unwrap.ts";

/**
 * A sentence of an answer refuses, talks to the reader, repeats the prompt, says what is absent, or describes
 * the picture. Only the last kind belongs in a caption.
 */
type Kind = "refusing" | "talking" | "repeating" | "absent" | "describing";

export interface DescribingPart {
  text: string;
  /** Why there is no description. */
  flaw: "refusal" | "echo" | null;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Keeps the sentences that describe the picture. `prompts` are the prompts that an answer may repeat. */
export function describingOnly(answer: string, prompts: readonly string[]): DescribingPart {
  const known = new Set(prompts.flatMap((prompt) => triples(wordsOf(prompt))));
  const sentences = [...segmenter.segment(answer.replace(turnToPicture, ".\u2029"))].map(
    ({ segment }) => segment,
  );
  const kinds = sentences.map((sentence) => kindOf(sentence.trim(), known));
  const of = (kind: Kind) => sentences.filter((_, at) => kinds[at] === kind);
  const describing = of("describing");
  const [first = "", ...more] = describing;
  // After a refusal a description has to say that it is one; else it goes on refusing in other words.
  const isRefused = kinds.includes("refusing") && !lead.test(first.trim());
  if (isRefused) return { text: "", flaw: "refusal" };
  if (describing.length > 0) return { text: [withoutLead(first), ...more].join("").trim(), flaw: null };
  if (kinds.includes("repeating")) return { text: "", flaw: "echo" };
  if (kinds.includes("talking")) return { text: "", flaw: "refusal" };
  return { text: of("absent").join("").trim(), flaw: null };
}

function kindOf(sentence: string, known: ReadonlySet<string>): Kind {
  if (repeats(sentence, known) || orderToDescribe.test(sentence)) return "repeating";
  const own = withoutTextInPicture(withoutLead(sentence));
  const speaksOfItself = firstPerson.some((pattern) => pattern.test(own));
  if (apology.test(own) || denial.test(own) || (speaksOfItself && negation.test(own))) return "refusing";
  if (speaksOfItself || address.test(own) || /[?？]\s*$/u.test(own)) return "talking";
  return absence.some((pattern) => pattern.test(own)) ? "absent" : "describing";
}

const quotes =
  /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』|(?<!\p{L})['‘][^'’]*['’](?!\p{L})/gu;
const writing =
  /(?<!\p{L})(?:says?|saying|reads|reading|lettering|inscription|slogan|words?|Aufschrift|dice|写着|書かれ)(?!\p{L}).*$/isu;

/** Writing in the picture may say anything: "I can't even", "Where are you?" */
const withoutTextInPicture = (sentence: string) => sentence.replace(quotes, " ").replace(writing, " ");

function withoutLead(sentence: string): string {
  let bare = sentence.trimStart();
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare.replace(lead, "");
  }
  return bare === sentence.trimStart() ? sentence : capitalised(bare);
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const triples = (words: string[]) =>
  words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);

/** Returns true if most of the sentence's triples of words stand in a prompt. */
function repeats(sentence: string, known: ReadonlySet<string>): boolean {
  const own = triples(wordsOf(sentence));
  return own.length > 0 && own.filter((triple) => known.has(triple)).length > own.length * 0.6;
}
