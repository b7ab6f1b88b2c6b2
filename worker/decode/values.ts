const longestText = 2000;
const longestList = 100;

/** Returns a value as a text without control characters; "" if it is none. */
export function clean(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return "";
  return String(value)
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .trim()
    .slice(0, longestText)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}

/** exiftool writes a list of one as its only element. */
export function items(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Returns a field of a structure; undefined if there is none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** Returns a text in whatever language a structure gives it. */
export function fieldInAnyLanguage(value: unknown, name: string): unknown {
  const plain = field(value, name);
  if (plain !== undefined || typeof value !== "object" || value === null) return plain;
  return Object.entries(value).find(([key]) => key.startsWith(`${name}-`))?.[1];
}

export function numberIn(value: unknown): number | null {
  const found = clean(items(value)[0]);
  return found && Number.isFinite(Number(found)) ? Number(found) : null;
}

/** Returns the texts trimmed and in their order, without empty and repeated ones. */
export function list(values: unknown[]): string[] {
  const seen = new Map<string, string>();
  for (const value of values) {
    const word = clean(value);
    const key = word.normalize("NFC").toLowerCase();
    if (word && !seen.has(key)) seen.set(key, word);
  }
  return [...seen.values()].slice(0, longestList);
}
