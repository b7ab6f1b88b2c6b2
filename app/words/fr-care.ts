import type { careWords } from "./en-care.ts";
import { count, photos, plural } from "./fr-counts.ts";
import type { Said } from "./language.ts";

const units = [
  { bytes: 1e12, name: "To", digits: 2 },
  { bytes: 1e9, name: "Go", digits: 1 },
  { bytes: 1e6, name: "Mo", digits: 0 },
];

function size(bytes: number): string {
  const unit = units.find((each) => bytes >= each.bytes);
  if (!unit) return `${count(Math.ceil(bytes / 1e3))} ko`;
  const digits = { minimumFractionDigits: unit.digits, maximumFractionDigits: unit.digits };
  return `${(bytes / unit.bytes).toLocaleString("fr-FR", digits)} ${unit.name}`;
}

const goodAt: [name: RegExp, sentence: string][] = [
  [/^llava/, "Décrit des scènes en phrases simples ; lit peu de texte."],
  [/^qwen[\d.]*-?vl/, "Décrit en détail et lit bien le texte, aussi en plusieurs langues."],
  [/^gemma3/, "Décrit bien et converse dans beaucoup de langues."],
  [/^llama3.2-vision/, "Décrit à fond ; gros, et lent sans carte graphique."],
  [/^minicpm-v/, "Décrit en détail pour sa taille, et lit le texte."],
  [/^moondream/, "Très petit et rapide ; des légendes courtes où manquent des détails."],
  [/^(nomic-embed-text|all-minilm)/, "Petit et rapide ; fait pour trouver, en anglais."],
  [/^mxbai-embed/, "Fait pour trouver, en anglais ; plus gros et plus exact."],
  [
    /^(bge-m3|qwen3-embedding|embeddinggemma|snowflake-arctic-embed2)/,
    "Fait pour trouver, dans beaucoup de langues.",
  ],
  [
    /^(mistral|llama|qwen|gemma|phi)/,
    "Un modèle de langue : converse bien ; trouve moins par le sens qu’un modèle fait pour cela.",
  ],
];

/** The strings of the settings about appearance, storage, the check of originals and the choice of models, in French. */
export const frenchCareWords: Said<typeof careWords> = {
  appearance: {
    title: "Apparence",
    intro: "L’aspect des écrans dans ce navigateur.",
    choices: { system: "Comme le système", light: "Clair", dark: "Sombre" },
  },
  storage: {
    title: "Stockage",
    intro: "La place que prend la photothèque. Ce qui est dans la corbeille compte aussi.",
    originals: "Originaux",
    files: (n, bytes) => `${size(bytes)} en ${plural(n, "fichier", "fichiers")}`,
    renditions: "Images pour l’écran",
    index: "Index de recherche",
    database: "Base de données et ses copies",
    size,
    counting: "Comptage",
    years: "Par année",
    year: (n, bytes) => `${size(bytes)}, ${photos(n)}`,
    undated: "Date inconnue",
    counted: (moment) => `Compté sur le disque : ${moment}.`,
  },
  choice: {
    title: "Quels modèles le font",
    labels: { describe: "Décrit les photos", embed: "Les trouve par leur sens", converse: "Converse" },
    standard: (model) => `${model} (comme configuré)`,
    sized: (model, bytes) => `${model}, ${size(bytes)}`,
    fixed: "Une variable d’environnement indique ce modèle, il ne peut donc pas être changé ici.",
    askTitle: (model) => `Utiliser ${model} désormais ?`,
    costs: {
      describe: (n) =>
        n === 0
          ? "Il décrit les nouvelles photos."
          : `Il décrit les nouvelles photos. ${photos(n)} ${n < 2 ? "garde sa légende" : "gardent leurs légendes"} jusqu’à ce que vous les fassiez décrire de nouveau plus bas.`,
      embed: (n) =>
        `${photos(n)} ${n < 2 ? "est vectorisée" : "sont vectorisées"} de nouveau, en arrière-plan. Jusque-là, la recherche utilise les anciens vecteurs.`,
      converse: () => "Cela change aussitôt, et ne coûte rien.",
    },
    yes: "L’utiliser",
    good: (model) => goodAt.find(([name]) => name.test(model))?.[1] ?? null,
  },
  check: {
    now: "Vérifier maintenant",
    begins: "La vérification commence dans quelques secondes, et lit discrètement en arrière-plan.",
    result: (n) => `${plural(n, "photo examinée", "photos examinées")}.`,
    mended: (n) =>
      n === 0 ? "" : `${photos(n)} sans image pour l’écran ; elle est faite quand on la demande.`,
  },
  licences: {
    title: "Licences",
    body: (n) =>
      `Glimpse est sous licence MIT. Il contient ${plural(n, "composant", "composants")} d’autres auteurs, sous ces licences.`,
    close: "Fermer",
  },
};
