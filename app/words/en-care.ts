import { count, photos, plural } from "./counts.ts";

const units = [
  { bytes: 1e12, name: "TB", digits: 2 },
  { bytes: 1e9, name: "GB", digits: 1 },
  { bytes: 1e6, name: "MB", digits: 0 },
];

/** Returns a size such as "4.1 GB". */
function size(bytes: number): string {
  const unit = units.find((each) => bytes >= each.bytes);
  return unit
    ? `${(bytes / unit.bytes).toFixed(unit.digits)} ${unit.name}`
    : `${count(Math.ceil(bytes / 1e3))} kB`;
}

/** The strings of the settings about appearance, storage, the check of originals and the choice of models. */
export const careWords = {
  appearance: {
    title: "Appearance",
    intro: "How the screens look in this browser.",
    choices: { system: "As the system", light: "Light", dark: "Dark" },
  },
  storage: {
    title: "Storage",
    intro: "How much room the library takes. What lies in the bin counts too.",
    originals: "Originals",
    files: (n: number, bytes: number) => `${size(bytes)} in ${plural(n, "file", "files")}`,
    renditions: "Pictures for the screen",
    index: "Search index",
    database: "Database and its copies",
    size,
    counting: "Counting",
    years: "By year",
    year: (n: number, bytes: number) => `${size(bytes)}, ${photos(n)}`,
    undated: "No date known",
    counted: (moment: string) => `Counted on the disk: ${moment}.`,
  },
  check: {
    now: "Check now",
    begins: "The check begins within seconds, and reads quietly in the background.",
    result: (n: number) => `${photos(n)} looked at.`,
    mended: (n: number) =>
      n === 0 ? "" : `${photos(n)} lacked a picture for the screen; it is made when it is asked for.`,
  },
};
