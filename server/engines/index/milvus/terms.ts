import { createHash } from "node:crypto";
import { AppError } from "#server/errors.ts";

const longest = 1_000;

/** No quotes, backslashes, control or invisible characters, nor what Unicode does not know. */
const plain = /^(?!#)[^"'\\\p{C}\p{Zl}\p{Zp}]*$/u;

/** Bytes that a `term` takes at most: a server counts bytes, Milvus Lite characters. */
export const termBytes = 3 * longest;

/**
 * Text as it is stored and asked for: itself where it can stand between quotes as it is, else its hash. Filters only ask
 * whether texts are the same, so nothing is lost, and no text that anybody typed is ever part of an expression's syntax.
 */
export function term(text: string): string {
  if (text.length <= longest && plain.test(text)) return text;
  return `#${createHash("sha256").update(text).digest("hex")}`;
}

/** Words with these are spelled in hexadecimal, which no tokenizer takes apart or changes. */
const spelled = "zz";
const whole = new RegExp(`^(?!${spelled})[a-z0-9]+$`);
const nothing = spelled;

/** A token as the server's tokenizer leaves it whole; the same token for the same word, another for another. */
export function word(token: string): string {
  return whole.test(token) ? token : spelled + Buffer.from(token).toString("hex");
}

/** VARCHAR's own limit. */
export const textBytes = 65_535;

/** A document's text, of `word`s; what is beyond the server's limit is left out. Never empty: BM25 wants a word. */
export function tokenText(tokens: string): string {
  const words = tokens.split(" ").filter(Boolean).map(word).join(" ");
  if (words.length <= textBytes) return words || nothing;
  const cut = words.slice(0, textBytes + 1);
  return cut.slice(0, Math.max(0, cut.lastIndexOf(" "))) || nothing;
}

/** In quotes, for an expression. Throws where that would not be one literal: a bug. */
export function quoted(literal: string): string {
  if (!/^#?[^"'\\\p{C}\p{Zl}\p{Zp}]*$/u.test(literal)) throw new Error("not a literal");
  return `"${literal}"`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids that can stand in an expression. Throws AppError BAD_REQUEST for what is no UUID. */
export function checkedIds(photoIds: string[]): string[] {
  if (!photoIds.every((id) => uuid.test(id))) throw new AppError("BAD_REQUEST", "A photo's id is no UUID");
  return photoIds;
}

/** `id in [...]`, of checked ids. */
export function amongIds(photoIds: string[]): string {
  return `id in [${checkedIds(photoIds).map(quoted).join(", ")}]`;
}
