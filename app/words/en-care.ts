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

/** The strengths of models, by the beginning of their names; the first match counts. */
const goodAt: [name: RegExp, sentence: string][] = [
  [/^llava/, "Describes scenes in plain sentences; reads little text."],
  [/^qwen[\d.]*-?vl/, "Describes in detail and reads text well, also in several languages."],
  [/^gemma3/, "Describes well and converses in many languages."],
  [/^llama3.2-vision/, "Describes thoroughly; large and slow without a graphics card."],
  [/^minicpm-v/, "Describes in detail for its size, and reads text."],
  [/^moondream/, "Very small and fast; short captions that miss details."],
  [/^(nomic-embed-text|all-minilm)/, "Small and fast; made for finding, in English."],
  [/^mxbai-embed/, "Made for finding, in English; larger and more exact."],
  [
    /^(bge-m3|qwen3-embedding|embeddinggemma|snowflake-arctic-embed2)/,
    "Made for finding, in many languages.",
  ],
  [
    /^(mistral|llama|qwen|gemma|phi)/,
    "A language model: converses well; finds less by meaning than one made for it.",
  ],
];

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
  choice: {
    title: "Which models do it",
    labels: { describe: "Describes photos", embed: "Finds them by meaning", converse: "Converses" },
    standard: (model: string) => `${model} (as set up)`,
    sized: (model: string, bytes: number) => `${model}, ${size(bytes)}`,
    fixed: "An environment variable names this model, so it cannot be changed here.",
    askTitle: (model: string) => `Use ${model} from now on?`,
    costs: {
      describe: (n: number) =>
        n === 0
          ? "New photos are described by it."
          : `New photos are described by it. ${photos(n)} keep the captions that they have, until you have them described again below.`,
      embed: (n: number) =>
        `${photos(n)} ${n === 1 ? "is" : "are"} embedded anew, in the background. Until then the old vectors are searched.`,
      converse: () => "It changes at once, and costs nothing.",
    },
    yes: "Use it",
    good: (model: string): string | null => goodAt.find(([name]) => name.test(model))?.[1] ?? null,
  },
  check: {
    now: "Check now",
    begins: "The check begins within seconds, and reads quietly in the background.",
    result: (n: number) => `${photos(n)} looked at.`,
    mended: (n: number) =>
      n === 0 ? "" : `${photos(n)} lacked a picture for the screen; it is made when it is asked for.`,
  },
  licences: {
    title: "Licences",
    body: (n: number) =>
      `Glimpse is under the MIT licence. It comes with ${plural(n, "part", "parts")} of others, under these licences.`,
    close: "Close",
  },
};
