import { createHash } from "node:crypto";
import { AppError } from "#server/errors.ts";

const longest = 1_000;

/**
 * Excludes quotes, backslashes, control and invisible characters, and characters that Unicode does not know.
 */
const plain = /^(?!#)[^"'\\\p{C}\p{Zl}\p{Zp}]*$/u;

/** The most bytes that a `term` takes. A server counts bytes, Milvus Lite counts characters. */
export const termBytes = 3 * longest;

/**
 * Returns text as we store it and ask for it: the text itself if it can safely stand between quotes, or else
 * its hash. Filters only ask whether two texts are equal, so nothing is lost, and no text that anybody typed
 * ever becomes part of the syntax.
 */
export function term(text: string): string {
  if (text.length <= longest && plain.test(text)) return text;
  return `#${createHash("sha256").update(text).digest("hex")}`;
}

/** Words with this prefix are spelled in hexadecimal, which no tokenizer splits or changes. */
const spelled = "zz";
const whole = new RegExp(`^(?!${spelled})[a-z0-9]+$`);
const nothing = spelled;

/**
 * Returns a token in a form that the server's tokenizer leaves whole. Different words have different forms.
 */
export function word(token: string): string {
  return whole.test(token) ? token : spelled + Buffer.from(token).toString("hex");
}

/** The limit of VARCHAR. */
export const textBytes = 65_535;

/**
 * Returns the text of a document as `word`s, cut at the server's limit. It is never empty, because BM25 needs
 * a word.
 */
export function tokenText(tokens: string): string {
  const words = tokens.split(" ").filter(Boolean).map(word).join(" ");
  if (words.length <= textBytes) return words || nothing;
  const cut = words.slice(0, textBytes + 1);
  return cut.slice(0, Math.max(0, cut.lastIndexOf(" "))) || nothing;
}

/** Puts a text in quotes for an expression. Throws if that would not be one literal, which would be a bug. */
export function quoted(literal: string): string {
  if (!/^#?[^"'\\\p{C}\p{Zl}\p{Zp}]*$/u.test(literal)) throw new Error("not a literal");
  return `"${literal}"`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Returns the ids if they can stand in an expression. Throws AppError BAD_REQUEST if one is not a UUID. */
export function checkedIds(photoIds: string[]): string[] {
  if (!photoIds.every((id) => uuid.test(id))) throw new AppError("BAD_REQUEST", "A photo's id is no UUID");
  return photoIds;
}

/** Writes `id in [...]` with checked ids. */
export function amongIds(photoIds: string[]): string {
  return `id in [${checkedIds(photoIds).map(quoted).join(", ")}]`;
}
