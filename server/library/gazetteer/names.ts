import { fold } from "#server/engines/index/fold.ts";
import { exonyms } from "./exonyms.ts";

/**
 * Returns a name as names are compared: folded, with one space for whatever lies between letters and digits,
 * and "U.S.A." without dots.
 */
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

/**
 * Returns the keys of a town or region in English, German and its own language; that of the given name comes
 * first.
 */
export function townKeys(name: string): string[] {
  const key = nameKey(name);
  return [key, ...(groups.get(key) ?? []).filter((other) => other !== key)];
}

/**
 * Undoes umlauts that were typed as two letters: "muenchen" → "munchen". Returns null if the key has none.
 */
export function withoutDigraphs(key: string): string | null {
  const short = key.replace(/([aou])e/g, "$1");
  return short === key ? null : short;
}
