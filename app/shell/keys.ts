import { jumpWords } from "#app/words/jump-words.ts";

type Does = keyof typeof jumpWords.keys.does;

/** A key as it is shown: a sign, or the name of a key with a name. */
type KeyName = string | { named: keyof typeof jumpWords.keys.names };

interface KeyLine {
  does: Does;
  /** Each of these does it; the keys of one are pressed together. */
  keys: KeyName[][];
}

const named = (name: keyof typeof jumpWords.keys.names): KeyName => ({ named: name });

/** All keys, by where they work. What is listed here is what a person is told. */
export const keyTable: { group: keyof typeof jumpWords.keys.groups; lines: KeyLine[] }[] = [
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
      { does: "open", keys: [[named("enter")]] },
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
      { does: "stars", keys: [["1–5"]] },
      { does: "zoom", keys: [["+"], ["−"]] },
      { does: "close", keys: [[named("escape")]] },
    ],
  },
];

/** Names a key in the language of the screens; on a Mac Ctrl is ⌘. */
export function keyWords(key: KeyName, isMac: boolean): string {
  if (typeof key === "string") return key;
  return isMac && key.named === "ctrl" ? "⌘" : jumpWords.keys.names[key.named];
}

export const isMac = (): boolean => typeof navigator !== "undefined" && /Mac|iP/.test(navigator.userAgent);
