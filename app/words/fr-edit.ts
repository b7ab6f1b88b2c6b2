import type { ChangedField } from "#server/library/photo.ts";
import type { editWords } from "./en-edit.ts";
import type { Said } from "./language.ts";

const fields: Record<ChangedField, string> = {
  title: "titre",
  description: "description",
  caption: "légende",
  takenAt: "date",
  place: "lieu",
  people: "personnes",
  keywords: "mots-clés",
  rating: "étoiles",
  favourite: "favori",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The strings of editing a photo in French. */
export const frenchEditWords: Said<typeof editWords> = {
  fields,
  edit: (field) => `Modifier : ${fields[field]}`,
  add: {
    title: "Ajouter un titre",
    description: "Ajouter une description",
    caption: "Ajouter une légende",
    takenAt: "Ajouter une date",
    place: "Ajouter un lieu",
    people: "Ajouter des personnes",
    keywords: "Ajouter des mots-clés",
  },
  label: (field) => capital(fields[field]),
  hints: {
    title: "Entrée enregistre, Échap quitte",
    description: "Entrée enregistre, Maj et Entrée commencent une ligne, Échap quitte",
    caption: "Entrée enregistre, Maj et Entrée commencent une ligne, Échap quitte",
    takenAt: "Une année, un mois (1987-06), un jour ou une heure (1987-06-30 14:05)",
    place: "Un nom, comme « Porto, Portugal », ou « 41.15, -8.61 »",
    people: "Des noms séparés par des virgules",
    keywords: "Des mots séparés par des virgules",
  },
  revert: (field) =>
    field === "caption"
      ? "Revenir à ce que dit le modèle"
      : `Revenir à ce que dit le fichier : ${fields[field]}`,
  captionByPerson: "Légende de vous",
  description: "Description",
  favourite: "Favori",
  star: (stars) => (stars === 1 ? "1 étoile" : `${stars} étoiles`),
  saved: (field) => (field ? `Enregistré : ${fields[field]}.` : "Enregistré."),
  reverted: (field) =>
    field === "caption"
      ? "La légende du modèle est revenue."
      : `Ce que dit le fichier est revenu : ${fields[field]}.`,
  favoured: (isFavourite) => (isFavourite ? "Ajoutée aux favoris." : "N’est plus dans les favoris."),
  undo: "Annuler",
  undone: "Annulé.",
  notUndone: "Cela a été modifié depuis, et reste ainsi.",
  edited: (changed) =>
    changed && changed.length > 0
      ? `Modifié : ${changed.map((field) => fields[field]).join(", ")}`
      : "Modifié",
};
