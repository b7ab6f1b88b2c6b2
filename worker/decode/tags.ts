import { factTable, type TagName } from "./fact-table.ts";

export type { TagName } from "./fact-table.ts";

/** The tags of one file. Their values can be anything, because they come from the file. */
export type Tags = { readonly [Name in TagName]?: unknown };

/** Facts whose texts a file may give in several languages; exiftool then writes `Title-de`. */
const inLanguages = new Set(["title", "description"]);

/** The tags that exiftool is asked for: with `#` numbers, and otherwise dates and texts as it writes them. */
export const askedTags: string[] = [
  ...new Set(
    factTable.flatMap(({ fact, tag, as }) => {
      if (
        as === "number" ||
        as === "seconds" ||
        as === "percent" ||
        as === "locations" ||
        tag === "XMP:Flash"
      )
        return [`${tag}#`];
      return inLanguages.has(fact) && tag.startsWith("XMP:") ? [tag, `${tag}-*`] : [tag];
    }),
  ),
];

/**
 * Returns a tag's value. Where the file has no default language, it is that in English, German, or else the
 * first.
 */
export function tagValue(tags: Tags, tag: TagName): unknown {
  const value = tags[tag];
  if (value !== undefined || !tag.startsWith("XMP:")) return value;
  const translated = Object.entries(tags).filter(([name]) => name.startsWith(`${tag}-`));
  const inLanguage = (language: string) =>
    translated.find(([name]) => name.slice(tag.length + 1).startsWith(language));
  return (inLanguage("en") ?? inLanguage("de") ?? translated[0])?.[1];
}
