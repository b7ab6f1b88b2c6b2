import type { ChangedField } from "#server/library/photo.ts";
import type { editWords } from "./en-edit.ts";
import type { Said } from "./language.ts";

const fields: Record<ChangedField, string> = {
  title: "título",
  description: "descripción",
  caption: "pie de foto",
  takenAt: "fecha",
  place: "lugar",
  people: "personas",
  keywords: "etiquetas",
  rating: "estrellas",
  favourite: "favorita",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The strings of editing a photo in Spanish. */
export const spanishEditWords: Said<typeof editWords> = {
  fields,
  edit: (field) => `Editar ${fields[field]}`,
  add: {
    title: "Añadir un título",
    description: "Añadir una descripción",
    caption: "Añadir un pie de foto",
    takenAt: "Añadir una fecha",
    place: "Añadir un lugar",
    people: "Añadir personas",
    keywords: "Añadir etiquetas",
  },
  label: (field) => capital(fields[field]),
  hints: {
    title: "Intro guarda, Esc lo deja",
    description: "Intro guarda, Mayús e Intro empiezan una línea, Esc lo deja",
    caption: "Intro guarda, Mayús e Intro empiezan una línea, Esc lo deja",
    takenAt: "Un año, un mes (1987-06), un día o una hora (1987-06-30 14:05)",
    place: "Un nombre, como «Porto, Portugal», o «41.15, -8.61»",
    people: "Nombres separados por comas",
    keywords: "Palabras separadas por comas",
  },
  revert: (field) =>
    field === "caption"
      ? "Volver a lo que dice el modelo"
      : `Volver a lo que dice el archivo: ${fields[field]}`,
  captionByPerson: "Pie de foto tuyo",
  description: "Descripción",
  favourite: "Favorita",
  star: (stars) => (stars === 1 ? "1 estrella" : `${stars} estrellas`),
  saved: (field) => (field ? `Guardado: ${fields[field]}.` : "Guardado."),
  reverted: (field) =>
    field === "caption"
      ? "Vuelve el pie de foto del modelo."
      : `Vuelve lo que dice el archivo: ${fields[field]}.`,
  favoured: (isFavourite) => (isFavourite ? "Marcada como favorita." : "Ya no es favorita."),
  undo: "Deshacer",
  undone: "Deshecho.",
  notUndone: "Se ha cambiado desde entonces, y se queda así.",
  edited: (changed) =>
    changed && changed.length > 0
      ? `Editado: ${changed.map((field) => fields[field]).join(", ")}`
      : "Editado",
};
