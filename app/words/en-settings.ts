import type { Use } from "#app/settings/model-rows.ts";
import type { Remedy } from "#server/engines/models/port.ts";
import type { EngineStatus } from "#server/status.ts";
import { files } from "./counts.ts";
import { words } from "./en.ts";

const units = [
  { bytes: 1e9, name: "GB", digits: 1 },
  { bytes: 1e6, name: "MB", digits: 0 },
  { bytes: 1e3, name: "kB", digits: 0 },
];

/** Returns both amounts in the unit of the total: "2.9 of 4.7 GB". */
function amount(completed: number, total: number): string {
  const { bytes, name, digits } = units.find((unit) => total >= unit.bytes) ?? {
    bytes: 1,
    name: "B",
    digits: 0,
  };
  return `${(completed / bytes).toFixed(digits)} of ${(total / bytes).toFixed(digits)} ${name}`;
}

const gerunds: Record<Remedy["action"], string> = { pull: "Fetching", prepare: "Preparing" };

/** All strings of the settings in English. They have their own file, because only that page loads them. */
export const settingsWords = {
  retry: "Retry",
  offline: "No connection to Glimpse. What is shown may have changed.",
  version: (version: string) => `Glimpse ${version}`,

  language: {
    title: "Language",
    intro:
      "The language of the screens in this browser. An answer always follows the language of its question.",
    label: "Language",
    browser: "Like the browser",
  },

  secondReader: {
    title: "Questions in other words",
    intro:
      "Where words of a question are not understood, the chat model may say it in plain words. The answer to those is shown as “Read as”, with a way back.",
    label: "Read such questions a second time",
    fixed: "Off, because GLIMPSE_SECOND_READER is off.",
    waits: "No chat model is ready, so nothing is read a second time.",
  },

  captions: {
    title: "Describe again",
    described: (model: string, n: number) => `${model} has described ${words.photos(n)}.`,
    refused: "Photos whose caption looks like a refusal, and those that could not be described.",
    again: "Describe again",
    againWith: (model: string) => `Describe again: photos of ${model}`,
    againRefused: "Describe again: captions that look like a refusal",
    askTitle: (n: number) => `Describe ${words.photos(n)} again?`,
    askBody: "The model of the settings does it, photo by photo. Until then the present captions stay.",
    queued: (n: number) =>
      n === 0 ? "No photo has to be described again." : `Waiting to be described again: ${words.photos(n)}.`,
  },

  models: {
    title: "Models",
    intro: "They run on your own Ollama. Photos and questions go there and nowhere else.",
    answers: (version: string, host: string) => `Ollama ${version} answers at ${host}`,
    looksAgain: "Glimpse checks again by itself every few seconds.",
    elsewhere: ", or set OLLAMA_HOST if it runs elsewhere.",
    get: "Get Ollama",
    howOn: "Set GLIMPSE_MODELS to auto and start Glimpse again.",
    check: "Check again",
    uses: {
      describe: "Describes photos",
      embed: "Finds them by meaning",
      converse: "Converses",
    } satisfies Record<Use, string>,
    list: "What models do",
    servers: "Model servers",
    ready: "Ready",
    waits: "Waits for Ollama",
    isOff: "Off",
    notFetched: "Not on this Ollama yet.",
    asAbove: "The same model as above: it is fetched once.",
    copyHere: (version: string) =>
      `Ollama ${version} can use it for search only as a prepared copy. Glimpse can make the copy; it needs as much disk space as the model.`,
    copyElsewhere: (version: string) =>
      `Ollama ${version} can use it for search only as a prepared copy, and Glimpse cannot read the model’s file from here. On the machine that has the file, run this in Glimpse’s folder:`,
    actions: { pull: "Fetch", prepare: "Prepare" } satisfies Record<Remedy["action"], string>,
    act: (action: Remedy["action"], model: string) =>
      `${{ pull: "Fetch", prepare: "Prepare" }[action]} ${model}`,
    again: "Try again",
    againWith: (model: string) => `Try again with ${model}`,
    cancel: "Cancel",
    cancelOne: (action: Remedy["action"], model: string) =>
      `Cancel ${gerunds[action].toLowerCase()} ${model}`,
    stopped: { pull: "Stopped. What has been fetched is kept.", prepare: "Stopped." },
    progress: (action: Remedy["action"], model: string) => `${gerunds[action]} ${model}`,
    percent: (part: number) => `${Math.floor(part * 100)} %`,
    ends: {
      done: (action: Remedy["action"], model: string) =>
        `${model} is ${action === "pull" ? "fetched" : "prepared"}.`,
      failed: (action: Remedy["action"], model: string, reason: string) =>
        `${gerunds[action]} ${model} failed. ${reason}`,
      stopped: (action: Remedy["action"], model: string) => `${gerunds[action]} ${model} is stopped.`,
    },
  },

  steps: {
    start: "Starting",
    size: "Looking up its size",
    pull: (completed: number, total: number) => `Fetching, ${amount(completed, total)}`,
    check: "Checking what was fetched",
    look: "Checking whether it needs a copy",
    hash: "Step 1 of 3, reading it",
    upload: "Step 2 of 3, giving the copy to Ollama",
    create: "Step 3 of 3, making the copy",
    try: "Step 3 of 3, trying the copy",
    ready: "Nearly ready",
    with: (step: string, completed: number, total: number) => `${step}, ${amount(completed, total)}`,
  },

  command: { copy: "Copy", copyOne: "Copy the command", copied: "Copied" },

  access: {
    title: "Access",
    intro: "Who may see the photos.",
    open: "There is no password. Only this machine reaches Glimpse, so whoever uses it sees the photos.",
    locked: (browsers: number) =>
      `A password guards the photos. ${browsers === 1 ? "One browser is" : `${words.count(browsers)} browsers are`} logged in.`,
    signOut: "Log out",
    signOutEverywhere: "Log out everywhere",
  },

  engines: {
    title: "Engines",
    intro: "Where photos are kept, and what finds them.",
    names: {
      database: "Database",
      objects: "Originals",
      queue: "Queue",
      index: "Search index",
    } satisfies Record<EngineStatus["name"], string>,
    embedded: {
      database: "SQLite, in the data folder",
      objects: "Files in the data folder",
      queue: "Built in",
      index: "Built in, in the data folder",
    } satisfies Record<EngineStatus["name"], string>,
    vectors: "Search by meaning",
    searched: (model: string) => `It uses the vectors of ${model}.`,
    takesOver: (model: string) => `The vectors of ${model} take over when they are complete.`,
    filling: (model: string) => `Vectors of ${model} are being made`,
    filled: (done: number, total: number) => `${words.count(done)} of ${words.photos(total)}`,
    untilThen: "Until they are complete, Glimpse searches the old vectors.",
    reading: "Reading photos",
    works: "Answers",
    fails: "Does not answer",
    lacks: "Something is missing",
  },

  safety: {
    title: "Safety",
    intro: "Every original is read once a month and compared with what was stored.",
    whole: "All originals are whole, as far as is known.",
    damaged: (n: number) =>
      `The originals of ${words.photos(n)} are damaged or missing. Upload the same files again to repair them.`,
    checked: (moment: string) => `All were last read: ${moment}.`,
    neverChecked: "They were not all read yet.",
    checkingLabel: "Reading originals",
    checking: (done: number, total: number) => `Reading originals: ${words.count(done)} of ${files(total)}`,
    copied: (moment: string) => `The database was last copied: ${moment}.`,
  },
};
