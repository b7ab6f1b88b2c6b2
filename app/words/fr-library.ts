import type { libraryWords } from "./en-library.ts";
import { count, photos, plural } from "./fr-counts.ts";
import type { Said } from "./language.ts";

const bytes = (n: number) =>
  n >= 1e9
    ? `${(n / 1e9).toLocaleString("fr-FR", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} Go`
    : `${count(Math.max(1, Math.round(n / 1e6)))} Mo`;
const stars = (n: number) => plural(n, "étoile", "étoiles");

/** The strings of the library, the bin, and what is done with many photos, in French. */
export const frenchLibraryWords: Said<typeof libraryWords> = {
  grid: "Photos par date",
  undated: "Sans date",
  undatedDay: "Date inconnue",
  whole: photos,
  empty: "Pas encore de photos",
  emptyBody:
    "Déposez des photos n’importe où dans cette fenêtre, ou ajoutez-les à une question. Elles apparaissent ici par date.",
  add: "Poser une question ou ajouter des photos",
  problem: "Les photos n’ont pas pu être chargées.",
  pageProblem: "Certaines photos n’ont pas pu être chargées.",
  retry: "Réessayer",
  loading: "Chargement",
  notLoaded: "Photo, pas encore chargée",

  scrubber: "Date",

  select: (name) => `Sélectionner ${name}`,
  selectDay: (day) => `Tout sélectionner : ${day}`,
  tileKeys: "Entrée ouvre, x sélectionne, f marque comme favori, 0 à 5 donnent des étoiles",
  stars,
  favourite: "Favori",

  selection: "Photos sélectionnées",
  selected: "sélectionnées",
  most: (n) => `Au plus ${photos(n)} à la fois.`,
  clear: "Annuler la sélection",
  ask: "Demander à leur sujet",
  asked: (n) => (n === 1 ? "1 photo de la photothèque" : `${photos(n)} de la photothèque`),
  markFavourite: "Ajouter aux favoris",
  unmarkFavourite: "Retirer des favoris",
  rate: "Donner des étoiles",
  noStars: "Sans étoiles",
  edit: "Modifier date, lieu, personnes, mots-clés",
  download: (n) => (n === 1 ? "Télécharger l’original" : "Télécharger les originaux dans un fichier zip"),
  remove: "Mettre à la corbeille",

  edited: (n) => `${plural(n, "photo modifiée", "photos modifiées")}.`,
  favoured: (n) => `${plural(n, "photo ajoutée", "photos ajoutées")} aux favoris.`,
  unfavoured: (n) => `${plural(n, "photo retirée", "photos retirées")} des favoris.`,
  rated: (n, given) =>
    given === 0 ? `${photos(n)} maintenant sans étoiles.` : `${photos(n)} : ${stars(given)}.`,
  removed: (n) => `${plural(n, "photo mise", "photos mises")} à la corbeille.`,
  restored: (n) => `${photos(n)} de retour dans la photothèque.`,
  downloading: (n, size, leftOut) =>
    `Téléchargement de ${photos(n)}, ${bytes(size)}.${leftOut > 0 ? ` Sans ${photos(leftOut)} : ${leftOut === 1 ? "l’original manque ou est endommagé" : "les originaux manquent ou sont endommagés"}.` : ""}`,
  undo: "Annuler",
  dismiss: "Fermer",

  editMany: {
    title: (n) => `Modifier ${photos(n)}`,
    body: "Ce que vous laissez vide reste comme il est. Les fichiers ne sont jamais modifiés.",
    shift: "Décaler la date de",
    amount: "Combien",
    unit: "Unité",
    direction: "Sens",
    units: { minutes: "minutes", hours: "heures", days: "jours" },
    later: "plus tard",
    earlier: "plus tôt",
    place: "Lieu",
    placeHint: "Un nom, comme « Porto, Portugal », ou « 41.15, -8.61 »",
    people: "Ajouter des personnes",
    keywords: "Ajouter des mots-clés",
    listHint: "Séparés par des virgules",
    save: "Enregistrer",
    cancel: "Annuler",
    nothing: "Rien n’est encore modifié.",
  },

  binned: {
    grid: "Photos dans la corbeille",
    intro:
      "Les photos supprimées restent ici 30 jours, puis sont effacées définitivement. Rien de ce qui est ici n’est trouvé ni compté.",
    empty: "La corbeille est vide",
    emptyBody: "Ce que vous supprimez de la photothèque reste ici 30 jours.",
    left: (days) =>
      days > 1 ? `encore ${count(days)} jours` : days === 1 ? "encore 1 jour" : "bientôt effacée",
    restore: "Restaurer",
    restoreAll: "Tout restaurer",
    discard: "Effacer définitivement",
    emptyBin: "Vider la corbeille",
    emptyTitle: (n) => `Effacer ${photos(n)} définitivement ?`,
    emptyWarning:
      "Les originaux sont effacés de cette machine et ne peuvent pas être récupérés. Les copies de la base de données les oublient en sept jours ; vos propres sauvegardes gardent ce qu’elles ont.",
    yes: "Effacer définitivement",
    discarded: (n) => `${plural(n, "photo effacée", "photos effacées")} définitivement.`,
  },

  answer: {
    title: "Toutes les photos",
    back: "Revenir à la conversation",
    grid: "Photos de cette réponse",
    empty: "Cette réponse n’affiche plus de photos.",
  },
};
