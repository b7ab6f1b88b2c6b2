import type { albumWords } from "./en-albums.ts";
import { count, photos, plural } from "./fr-counts.ts";
import type { Said } from "./language.ts";

/** The strings of albums, trips and people in French. */
export const frenchAlbumWords: Said<typeof albumWords> = {
  title: "Albums",
  count: (n) => plural(n, "album", "albums"),
  photos: (n) => photos(n),
  living: "Vivant",
  livingHint: "Les nouvelles photos qui répondent à la question s’y ajoutent",
  empty: "Pas encore d’albums",
  emptyBody:
    "Sélectionnez des photos dans la photothèque et ajoutez-les à un album, ou enregistrez une réponse comme album.",
  toLibrary: "Aller aux photos",
  emptyAlbum: "Cet album est vide",
  emptyAlbumBody: "Sélectionnez des photos dans la photothèque et choisissez « Ajouter à un album ».",
  grid: (name) => `Photos de ${name}`,
  back: "Tous les albums",
  options: "Options de cet album",

  make: "Nouvel album",
  name: "Nom",
  save: "Enregistrer",
  cancel: "Annuler",
  rename: "Renommer",
  remove: "Supprimer l’album",
  removeTitle: (name) => `Supprimer « ${name} » ?`,
  removeBody: "L’album disparaît. Ses photos restent dans la photothèque.",
  removeYes: "Supprimer l’album",
  byDate: "Ranger par date",
  byHand: "Ranger à la main",
  handHint: "Faites glisser les photos, ou déplacez-les avec Alt et les flèches.",

  add: "Ajouter à un album",
  addTitle: (n) => `Ajouter ${photos(n)} à un album`,
  addBody: "Choisissez un album, ou créez-en un.",
  choose: "Albums",
  madeOf: (name, n) => `Album « ${name} » avec ${photos(n)}.`,
  added: (name, n) =>
    n === 0
      ? `Elles sont déjà toutes dans « ${name} ».`
      : `${plural(n, "photo ajoutée", "photos ajoutées")} à « ${name} ».`,
  takeOut: "Retirer de l’album",
  taken: (name, n) => `${plural(n, "photo retirée", "photos retirées")} de « ${name} ».`,
  cover: "Choisir comme couverture",
  covered: (name) => `La couverture de « ${name} » a changé.`,
  earlier: "Avancer",
  later: "Reculer",
  moved: (n) => `${plural(n, "photo déplacée", "photos déplacées")}.`,

  saveAnswer: "Enregistrer comme album",
  saveTitle: "Enregistrer cette réponse comme album",
  kinds: "Contenu de l’album",
  fixed: "Ces photos",
  fixedHint: (n) => (n === 1 ? "Celle qui a été trouvée." : `Les ${count(n)} qui ont été trouvées.`),
  livingKind: "La question",
  saved: (name) => `Enregistré comme « ${name} ».`,
  show: "L’afficher",

  trips: "Voyages",
  people: "Personnes",
  askPerson: (name) => `Photos de ${name}`,
  tripGrid: "Photos de ce voyage",
  noTrip: "Ce voyage n’a plus de photos",
};
