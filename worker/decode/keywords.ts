import { clean, field, items } from "./values.ts";

/** darktable notes what it did with a file below this root. */
const notes = /^darktable$/i;
const deepest = 20;

/**
 * Reads keywords and paths of keywords such as `Places|Spain|Málaga`: somebody who looks for Spain looks for
 * Málaga too, so every level is a keyword.
 */
export function keywordsIn(value: unknown): string[] {
  return items(value)
    .flatMap((each) => pathsIn(clean(each)))
    .flatMap((path) => levels(path.split("|")));
}

/** Some programs write all paths into one entry: `Places|Spain,Places|Italy`. */
function pathsIn(text: string): string[] {
  const parts = text.split(/,(?! )/);
  return parts.length > 1 && parts.every((part) => part.includes("|")) ? parts : [text];
}

export function keywordsBetweenSlashes(value: unknown): string[] {
  return items(value).flatMap((path) => levels(clean(path).split("/")));
}

export function keywordsBetweenSemicolons(value: unknown): string[] {
  return items(value).flatMap((text) => clean(text).split(/[;,]/));
}

function levels(path: string[]): string[] {
  return notes.test(path[0]?.trim() ?? "") ? [] : path;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads `<Categories><Category Assigned="0">Trip<Category Assigned="1">Canyoning</Category>…`. A category that
 * is not assigned counts if one below it is.
 */
export function keywordsInXml(value: unknown): string[] {
  const path: string[] = [];
  const found: string[] = [];
  for (const [, tag = "", text = ""] of clean(items(value)[0]).matchAll(/<([^>]*)>([^<]*)/g)) {
    if (tag.startsWith("/")) path.pop();
    else path.push(text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ""));
    if (/Assigned="1"/i.test(tag)) found.push(...path);
  }
  return found;
}

/** Reads `{ Hierarchy: [{ Keyword, Children: [{ Keyword, … }] }] }`. */
export function keywordsInHierarchy(value: unknown): string[] {
  const below = (nodes: unknown, depth: number): string[] =>
    depth > deepest
      ? []
      : items(nodes).flatMap((node) => [
          clean(field(node, "Keyword")),
          ...below(field(node, "Children"), depth + 1),
        ]);
  return below(field(value, "Hierarchy"), 0);
}
