import { fold } from "#server/engines/index/fold.ts";
import { exonyms } from "./exonyms.ts";

/** A name as it is compared: folded, one space for whatever lies between letters and digits, "U.S.A." without dots. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/(?<=(?:^|[^\p{L}])\p{L})\.(?=\p{L}(?:\.|$))/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

const groups = new Map<string, string[]>();
for (const line of exonyms.trim().split("\n")) {
  const keys = [...new Set(line.split(",").map(nameKey))];
  for (const key of keys) groups.set(key, keys);
}

/** The keys that a town or region of this name goes by in English, in German and at home; its own first. */
export function townKeys(name: string): string[] {
  const key = nameKey(name);
  return [key, ...(groups.get(key) ?? []).filter((other) => other !== key)];
}

/** What is meant where umlauts are typed as two letters: "muenchen" → "munchen". null: the key has none. */
export function withoutDigraphs(key: string): string | null {
  const short = key.replace(/([aou])e/g, "$1");
  return short === key ? null : short;
}
