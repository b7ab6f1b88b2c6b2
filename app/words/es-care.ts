import type { careWords } from "./en-care.ts";
import { count, photos, plural } from "./es-counts.ts";
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
  return `${(bytes / unit.bytes).toLocaleString("es-ES", digits)} ${unit.name}`;
}

const goodAt: [name: RegExp, sentence: string][] = [
  [/^llava/, "Describe escenas con frases sencillas; lee poco texto."],
  [/^qwen[\d.]*-?vl/, "Describe con detalle y lee bien el texto, también en varios idiomas."],
  [/^gemma3/, "Describe bien y conversa en muchos idiomas."],
  [/^llama3.2-vision/, "Describe a fondo; grande, y lento sin tarjeta gráfica."],
  [/^minicpm-v/, "Describe con detalle para su tamaño, y lee texto."],
  [/^moondream/, "Muy pequeño y rápido; descripciones cortas a las que les faltan detalles."],
  [/^(nomic-embed-text|all-minilm)/, "Pequeño y rápido; hecho para encontrar, en inglés."],
  [/^mxbai-embed/, "Hecho para encontrar, en inglés; más grande y más exacto."],
  [
    /^(bge-m3|qwen3-embedding|embeddinggemma|snowflake-arctic-embed2)/,
    "Hecho para encontrar, en muchos idiomas.",
  ],
  [
    /^(mistral|llama|qwen|gemma|phi)/,
    "Un modelo de lenguaje: conversa bien; encuentra menos por el significado que uno hecho para ello.",
  ],
];

/** The strings of the settings about appearance, storage, the check of originals and the choice of models, in Spanish. */
export const spanishCareWords: Said<typeof careWords> = {
  appearance: {
    title: "Apariencia",
    intro: "Cómo se ven las pantallas en este navegador.",
    choices: { system: "Como el sistema", light: "Clara", dark: "Oscura" },
  },
  storage: {
    title: "Almacenamiento",
    intro: "Cuánto espacio ocupa la biblioteca. Lo que está en la papelera también cuenta.",
    originals: "Originales",
    files: (n, bytes) => `${size(bytes)} en ${plural(n, "archivo", "archivos")}`,
    renditions: "Imágenes para la pantalla",
    index: "Índice de búsqueda",
    database: "Base de datos y sus copias",
    size,
    counting: "Contando",
    years: "Por años",
    year: (n, bytes) => `${size(bytes)}, ${photos(n)}`,
    undated: "Sin fecha conocida",
    counted: (moment) => `Contado en el disco: ${moment}.`,
  },
  choice: {
    title: "Qué modelos lo hacen",
    labels: {
      describe: "Describe las fotos",
      embed: "Las encuentra por su significado",
      converse: "Conversa",
    },
    standard: (model) => `${model} (como está configurado)`,
    sized: (model, bytes) => `${model}, ${size(bytes)}`,
    fixed: "Una variable de entorno indica este modelo, así que no se puede cambiar aquí.",
    askTitle: (model) => `¿Usar ${model} desde ahora?`,
    costs: {
      describe: (n) =>
        n === 0
          ? "Él describe las fotos nuevas."
          : `Él describe las fotos nuevas. ${photos(n)} ${n === 1 ? "conserva su descripción" : "conservan sus descripciones"} hasta que pidas abajo que se describan otra vez.`,
      embed: (n) =>
        `${photos(n)} se ${n === 1 ? "vectoriza" : "vectorizan"} de nuevo, en segundo plano. Hasta entonces se busca en los vectores anteriores.`,
      converse: () => "Cambia al momento, y no cuesta nada.",
    },
    yes: "Usarlo",
    good: (model) => goodAt.find(([name]) => name.test(model))?.[1] ?? null,
  },
  check: {
    now: "Comprobar ahora",
    begins: "La comprobación empieza en unos segundos, y lee sin molestar en segundo plano.",
    result: (n) => (n === 1 ? "1 foto revisada." : `${photos(n)} revisadas.`),
    mended: (n) => (n === 0 ? "" : `${photos(n)} sin imagen para la pantalla; se hace cuando se pide.`),
  },
  licences: {
    title: "Licencias",
    body: (n) =>
      `Glimpse está bajo la licencia MIT. Incluye ${plural(n, "componente", "componentes")} de otros, bajo estas licencias.`,
    close: "Cerrar",
  },
};
