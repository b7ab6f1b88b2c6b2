import { count, photos, plural } from "./es-counts.ts";
import type { Words } from "./words.ts";

/** The strings of indexing in Spanish. */
export const spanishIndexingWords: Words["indexing"] = {
  preparing: (n) => `Preparando, faltan ${count(n)}`,
  describing: (n) => `Describiendo, faltan ${count(n)}`,
  embedding: (n) => `Vectorizando, faltan ${count(n)}`,
  waiting: (n) => `Esperando a Ollama, faltan ${count(n)}`,
  resting: (n) => `La descripción descansa, faltan ${count(n)}`,
  failed: (n) => `${count(n)} con error`,
  title: (searchable, total) => `${count(searchable)} de ${photos(total)} se pueden buscar`,
  close: "Cerrar",
  going: (n, stage) =>
    `${{ preparing: "Por preparar", describing: "Por describir", embedding: "Por vectorizar" }[stage]}: ${count(n)} más.`,
  allDone: "No queda nada por hacer.",
  rested: "Ahora no se trabaja en nada.",
  states: {
    searchable: "Buscables",
    factsOnly: "Solo datos",
    preparing: "Preparando",
    describing: "Describiendo",
    embedding: "Vectorizando",
    failed: "Con error",
  },
  withoutPixels: (facts, parts) =>
    [
      facts > 0 &&
        `${photos(facts)} no se ${facts === 1 ? "puede" : "pueden"} mostrar ni describir, y se ${facts === 1 ? "encuentra" : "encuentran"} por fecha, lugar y nombre.`,
      parts > 0 &&
        `${photos(parts)} ${parts === 1 ? "está dañada y se muestra" : "están dañadas y se muestran"} en parte.`,
    ]
      .filter(Boolean)
      .join(" "),
  waitingSidecars: (n) => `${plural(n, "archivo XMP espera a su foto", "archivos XMP esperan a su foto")}.`,
  waits: "en espera",
  rate: (n) => `${count(n)} por minuto`,
  waitingFor: (address) => `Esperando a Ollama en ${address.replace(/^https?:\/\//, "")}.`,
  goesOn:
    "La descripción sigue por sí sola cuando responda; hasta entonces estas fotos se encuentran por fecha, lugar y nombre.",
  check: "Comprobar ahora",
  retryAll: (n) => (n === 1 ? "Reintentar" : `Reintentar las ${count(n)}`),
  retry: "Reintentar",
  retryOne: (name) => `Reintentar ${name}`,
  remove: "Quitar",
  removeOne: (name) => `Quitar ${name} de la biblioteca`,
  removed: (name) => `${name} se ha quitado.`,
  undo: "Deshacer",
  while: (stage) => `al ${stage}`,
  moreFailed: (n) => `Mostrar ${count(n)} más`,
};
