import type { LanguageCode } from "../../languages/codes.ts";
import { languageOf } from "../../languages/languages.ts";
import { type Token, tokensOf } from "../../languages/tokens.ts";
import type { SearchPlan } from "../types.ts";
import { stem } from "../words.ts";

type Seen = Pick<SearchPlan, "text" | "either" | "also" | "language">;

/** Removes things from the text of a plan; null if the plan asks for none of them. */
export function withoutThings<Plan extends Seen>(plan: Plan, things: string[]): Plan | null {
  const left = things.reduce(withoutThing, plan);
  return left === plan ? null : left;
}

function withoutThing<Plan extends Seen>(plan: Plan, thing: string): Plan {
  const { language } = plan;
  const gone = stemsOf(thing, language);
  if (gone.length === 0) return plan;
  const isGone = (each: string) => stemsOf(each, language).join(" ") === gone.join(" ");
  const choice = plan.either.filter((each) => !isGone(each));
  const others = plan.also.filter((each) => !isGone(each));
  const hadChoice = choice.length < plan.either.length;
  const said = hadChoice
    ? choice.join(` ${languageOf(language).label.or} `)
    : isGone(plan.text)
      ? ""
      : cut(plan.text, gone, language);
  if (said === plan.text && others.length === plan.also.length) return plan;
  const [text = "", ...also] = said === "" ? others : [said, ...others];
  const isChoice = said !== "" && choice.length > 1 && (hadChoice || said === plan.text);
  return { ...plan, text, also, either: isChoice ? choice : [] };
}

/** Cuts a thing and the words that connect it out of a longer text: "dogs in the garden" without the garden. */
function cut(text: string, gone: string[], code: LanguageCode): string {
  const tokens = tokensOf(text, []);
  const at = tokens.findIndex((_, from) =>
    gone.every((part, ahead) => stem(tokens[from + ahead]?.word ?? "") === part),
  );
  if (at < 0) return text;
  let from = at;
  let to = at + gone.length;
  while (from > 0 && isBinding(tokens[from - 1], code)) from--;
  while (from === 0 && isBinding(tokens[to], code)) to++;
  const before = text.slice(0, tokens[from]?.from ?? 0);
  return `${before} ${text.slice(tokens[to]?.from ?? text.length)}`.replace(/\s+/g, " ").trim();
}

/** Returns the stems of the words that name a thing: "the rain" and "in the rain" are the same. */
function stemsOf(text: string, code: LanguageCode): string[] {
  return tokensOf(text, []).flatMap((token) => (isBinding(token, code) ? [] : [stem(token.word)]));
}

function isBinding(token: Token | undefined, code: LanguageCode): boolean {
  if (!token) return false;
  const { functionWords, definite, indefinite } = languageOf(code);
  return token.isMark || [functionWords, definite, indefinite].some((each) => each.has(token.word));
}
