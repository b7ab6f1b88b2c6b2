import { count, photos, plural } from "./de-counts.ts";
import type { careWords } from "./en-care.ts";
import type { Said } from "./language.ts";

const units = [
  { bytes: 1e12, name: "TB", digits: 2 },
  { bytes: 1e9, name: "GB", digits: 1 },
  { bytes: 1e6, name: "MB", digits: 0 },
];

function size(bytes: number): string {
  const unit = units.find((each) => bytes >= each.bytes);
  if (!unit) return `${count(Math.ceil(bytes / 1e3))} kB`;
  const digits = { minimumFractionDigits: unit.digits, maximumFractionDigits: unit.digits };
  return `${(bytes / unit.bytes).toLocaleString("de-DE", digits)} ${unit.name}`;
}

const goodAt: [name: RegExp, sentence: string][] = [
  [/^llava/, "Beschreibt Szenen in einfachen Sätzen; liest wenig Text."],
  [/^qwen[\d.]*-?vl/, "Beschreibt genau und liest Text gut, auch in mehreren Sprachen."],
  [/^gemma3/, "Beschreibt gut und unterhält sich in vielen Sprachen."],
  [/^llama3.2-vision/, "Beschreibt gründlich; groß, und langsam ohne Grafikkarte."],
  [/^minicpm-v/, "Beschreibt für seine Größe genau und liest Text."],
  [/^moondream/, "Sehr klein und schnell; kurze Bildtexte, denen Einzelheiten fehlen."],
  [/^(nomic-embed-text|all-minilm)/, "Klein und schnell; zum Finden gemacht, auf Englisch."],
  [/^mxbai-embed/, "Zum Finden gemacht, auf Englisch; größer und genauer."],
  [
    /^(bge-m3|qwen3-embedding|embeddinggemma|snowflake-arctic-embed2)/,
    "Zum Finden gemacht, in vielen Sprachen.",
  ],
  [
    /^(mistral|llama|qwen|gemma|phi)/,
    "Ein Sprachmodell: unterhält sich gut; findet nach Bedeutung weniger als eines, das dafür gemacht ist.",
  ],
];

/** The strings of the settings about appearance, storage, the check of originals and the choice of models, in German. */
export const germanCareWords: Said<typeof careWords> = {
  appearance: {
    title: "Aussehen",
    intro: "Wie die Bildschirme in diesem Browser aussehen.",
    choices: { system: "Wie das System", light: "Hell", dark: "Dunkel" },
  },
  storage: {
    title: "Speicher",
    intro: "Wie viel Platz die Bibliothek braucht. Was im Papierkorb liegt, zählt mit.",
    originals: "Originale",
    files: (n, bytes) => `${size(bytes)} in ${plural(n, "Datei", "Dateien")}`,
    renditions: "Bilder für den Bildschirm",
    index: "Suchindex",
    database: "Datenbank und ihre Kopien",
    size,
    counting: "Wird gezählt",
    years: "Nach Jahren",
    year: (n, bytes) => `${size(bytes)}, ${photos(n)}`,
    undated: "Kein Datum bekannt",
    counted: (moment) => `Auf der Platte gezählt: ${moment}.`,
  },
  choice: {
    title: "Welche Modelle es tun",
    labels: { describe: "Beschreibt Fotos", embed: "Findet sie nach Bedeutung", converse: "Unterhält sich" },
    standard: (model) => `${model} (wie eingerichtet)`,
    sized: (model, bytes) => `${model}, ${size(bytes)}`,
    fixed: "Eine Umgebungsvariable nennt dieses Modell, darum lässt es sich hier nicht ändern.",
    askTitle: (model) => `Ab jetzt ${model} verwenden?`,
    costs: {
      describe: (n) =>
        n === 0
          ? "Neue Fotos beschreibt es."
          : `Neue Fotos beschreibt es. ${photos(n)} ${n === 1 ? "behält seinen Bildtext" : "behalten ihre Bildtexte"}, bis du sie unten neu beschreiben lässt.`,
      embed: (n) =>
        `${photos(n)} ${n === 1 ? "wird" : "werden"} im Hintergrund neu eingebettet. Bis dahin werden die alten Vektoren durchsucht.`,
      converse: () => "Es gilt sofort und kostet nichts.",
    },
    yes: "Verwenden",
    good: (model) => goodAt.find(([name]) => name.test(model))?.[1] ?? null,
  },
  check: {
    now: "Jetzt prüfen",
    begins: "Die Prüfung beginnt innerhalb von Sekunden und liest leise im Hintergrund.",
    result: (n) => `Angesehen: ${photos(n)}.`,
    mended: (n) =>
      n === 0 ? "" : `${photos(n)} ohne Bild für den Bildschirm; es entsteht, wenn es gebraucht wird.`,
  },
  licences: {
    title: "Lizenzen",
    body: (n) =>
      `Glimpse steht unter der MIT-Lizenz. Es bringt ${plural(n, "Teil", "Teile")} von anderen mit, unter diesen Lizenzen.`,
    close: "Schließen",
  },
};
