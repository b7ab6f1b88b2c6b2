import { jumpWords } from "#app/words/jump-words.ts";

type Does = keyof typeof jumpWords.keys.does;

/** A key as it is shown: a sign, or the name of a key with a name. */
type KeyName = string | { named: keyof typeof jumpWords.keys.names };

/** Pages on which photos can be chosen: conversations, and the shelves. */
type PhotoPage = "answers" | "shelf" | "album" | "bin";

const shelves: PhotoPage[] = ["shelf", "album"];
const anywhere: PhotoPage[] = ["answers", ...shelves, "bin"];

interface KeyLine {
  does: Does;
  /** Where it works; everywhere if it is left out. */
  on?: PhotoPage[];
  /** Each of these does it; the keys of one are pressed together. */
  keys: KeyName[][];
}

const named = (name: keyof typeof jumpWords.keys.names): KeyName => ({ named: name });

/** All keys, by where they work. What is listed here is what a person is told. */
const keyTable: { group: keyof typeof jumpWords.keys.groups; lines: KeyLine[] }[] = [
  {
    group: "everywhere",
    lines: [
      { does: "jump", keys: [[named("ctrl"), "K"]] },
      { does: "keys", keys: [["?"]] },
    ],
  },
  {
    group: "writing",
    lines: [
      { does: "send", keys: [[named("enter")]] },
      { does: "line", keys: [[named("shift"), named("enter")]] },
      { does: "take", keys: [[named("tab")]] },
      { does: "edit", keys: [["↑"]] },
      { does: "stop", keys: [[named("escape")]] },
    ],
  },
  {
    group: "photos",
    lines: [
      { does: "move", keys: [["←"], ["→"], ["↑"], ["↓"]] },
      { does: "ends", keys: [[named("home")], [named("end")]] },
      { does: "open", keys: [[named("enter")]] },
    ],
  },
  {
    group: "choosing",
    lines: [
      { does: "select", on: anywhere, keys: [["x"], [named("ctrl"), named("click")]] },
      {
        does: "range",
        on: anywhere,
        keys: [
          [named("shift"), "→"],
          [named("shift"), "x"],
          [named("shift"), named("click")],
        ],
      },
      { does: "all", on: [...shelves, "bin"], keys: [[named("ctrl"), "A"]] },
      { does: "favourite", on: ["answers", ...shelves], keys: [["f"]] },
      { does: "stars", on: ["answers", ...shelves], keys: [["0–5"]] },
      {
        does: "byHand",
        on: ["album"],
        keys: [
          [named("alt"), "←"],
          [named("alt"), "→"],
        ],
      },
      { does: "bin", on: ["answers", ...shelves], keys: [[named("delete")]] },
      { does: "giveUp", on: anywhere, keys: [[named("escape")]] },
    ],
  },
  {
    group: "photo",
    lines: [
      { does: "browse", keys: [["←"], ["→"]] },
      { does: "details", keys: [["i"]] },
      { does: "change", keys: [["e"]] },
      { does: "slides", keys: [[named("space")]] },
      { does: "faces", keys: [["p"]] },
      { does: "favourite", keys: [["f"]] },
      { does: "stars", keys: [["0–5"]] },
      { does: "zoom", keys: [["+"], ["−"]] },
      { does: "undo", keys: [[named("ctrl"), "Z"]] },
      { does: "close", keys: [[named("escape")]] },
    ],
  },
];

/** The keys that work on the page at this address. */
export function keysAt(pathname: string): typeof keyTable {
  const page = photoPageAt(pathname);
  return keyTable
    .map(({ group, lines }) => ({
      group,
      lines: lines.filter(({ on }) => !on || (page !== null && on.includes(page))),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function photoPageAt(pathname: string): PhotoPage | null {
  if (/^\/c\/[^/]+$/.test(pathname)) return "answers";
  if (pathname === "/bin") return "bin";
  if (/^\/albums\/[^/]+$/.test(pathname)) return "album";
  return /^\/(library|trips\/[^/]+|c\/[^/]+\/r\/[^/]+)$/.test(pathname) ? "shelf" : null;
}

/** Names a key in the language of the screens; on a Mac Ctrl is ⌘. */
export function keyWords(key: KeyName, isMac: boolean): string {
  if (typeof key === "string") return key;
  return isMac && key.named === "ctrl" ? "⌘" : jumpWords.keys.names[key.named];
}

export const isMac = (): boolean => typeof navigator !== "undefined" && /Mac|iP/.test(navigator.userAgent);
