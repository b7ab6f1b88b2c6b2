import type { turnWords } from "./en-turn.ts";
import { count, photos, plural } from "./fr-counts.ts";
import type { Said } from "./language.ts";

const quoted = (text: string): string => `« ${text} »`;

/** All strings of a question and its answer in French. */
export const frenchTurnWords: Said<typeof turnWords> = {
  photos,
  looking: (total) => (total > 0 ? `Recherche parmi ${photos(total)}` : "Recherche"),
  photosOnly: (n) => (n === 1 ? "Des photos comme celle-ci" : "Des photos comme celles-ci"),
  askedWith: "Demandé avec",
  waiting: (n) =>
    n === 1
      ? "Votre photo pourra être comparée dès qu’elle sera décrite."
      : `Vos ${count(n)} photos pourront être comparées dès qu’elles seront décrites.`,
  found: (n) => (n === 0 ? "Aucune photo trouvée" : plural(n, "photo trouvée", "photos trouvées")),
  some: (n) => (n === 0 ? "Aucune photo ne correspond." : `${photos(n)}.`),
  each: "Photos de chaque chose",
  table: (by) => `Photos par ${by.toLowerCase()}`,
  tablePhotos: "Photos",
  groupings: {
    ...{ year: "Année", month: "Mois", day: "Jour", weekday: "Jour de la semaine", hour: "Heure" },
    ...{ country: "Pays", city: "Lieu", person: "Personne", keyword: "Mot-clé", type: "Type de fichier" },
    ...{ make: "Marque d’appareil", camera: "Appareil", lens: "Objectif" },
  },
  showThing: (thing, n) => `${count(n)} ${n < 2 ? "montre" : "montrent"} ${thing}`,
  noneAll: "Aucune photo ne correspond à tout cela.",
  fewer: (filters) => `Sans ${filters === 1 ? "un filtre" : "deux filtres"}, il y en a :`,
  without: (labels) => `Sans ${labels.map(quoted).join(" et ")}`,
  emptyLibrary: "Il n’y a pas encore de photos. Déposez-en ici et demandez de nouveau.",

  filters: "Filtres",
  removeFilter: (label) => `Enlever le filtre ${label}`,
  restoreFilter: (label) => `Remettre le filtre ${label}`,
  filterOptions: (label) => `${label} : options de ce filtre`,
  takeOff: "Enlever",
  asWords: (said) => `Chercher plutôt ${quoted(said)}`,
  notThis: "Pas cela",
  thisAgain: "Cela quand même",
  not: (label) => `pas ${label}`,
  change: {
    day: "Une autre date",
    place: "Un autre lieu",
    person: "Une autre personne",
    camera: "Un autre appareil",
  },
  choose: {
    day: "Choisir une date",
    place: "Choisir un lieu",
    person: "Choisir une personne",
    camera: "Choisir un appareil",
  },
  searchChoices: "Chercher dans la liste",
  noChoices: "Ces photos n’ont rien d’autre.",
  countedAmong: (n, of) => `Compté parmi ${count(n)} sur ${photos(of)}.`,
  like: (n) => `comme la nº ${n}`,
  likePhoto: "comme cette photo",
  showLike: (n) => (n === null ? "Afficher cette photo" : `Afficher la photo ${n}`),
  among: (n) => `parmi ${photos(n)}`,
  except: (n) => `sans ${photos(n)}`,
  atMost: (n) => `${count(n)} au plus`,
  perDay: "une par jour",
  changed: (n, removed) =>
    `${n === 0 ? "Aucune photo" : photos(n)} sans ${removed.map(quoted).join(" et ")}.`,

  calendar: {
    previousMonth: "Mois précédent",
    nextMonth: "Mois suivant",
    previousYear: "Année précédente",
    nextYear: "Année suivante",
    wholeMonth: "Tout le mois",
    wholeYear: "Toute l’année",
    hint: "Choisissez un jour, puis un autre pour la période entre les deux.",
    photosOn: (day, n) => (n === 0 ? day : `${day}, ${photos(n)}`),
    show: "Afficher",
    range: (from, to) => `du ${from} au ${to}`,
  },

  edit: "Modifier la question",
  editing: "Modifier la question",
  editSend: "Redemander",
  editCancel: "Annuler",
  editHint: (later) =>
    later === 0
      ? "Entrée redemande, Échap quitte."
      : `Entrée redemande, Échap quitte. ${plural(later, "question suivante disparaît", "questions suivantes disparaissent")}.`,
  edited: (later) =>
    later === 0
      ? "La question a été modifiée."
      : `La question a été modifiée ; ${plural(later, "question suivante a disparu", "questions suivantes ont disparu")}.`,
  undoEdit: "Annuler",

  readAs: (text) => `Lu comme : ${quoted(text)}.`,
  asWritten: "Comme je l’ai écrit",
  alsoReadAs: (text) => `Lu aussi comme ${quoted(text)}.`,
  showReading: "Afficher",

  followUps: "Demandez ensuite",

  order: "Ordre",
  orderBy: (order) => `Ordre : ${order}`,
  best: "Meilleures",
  relevance: "Pertinence",
  date: "Date",
  results: (n, order) => `${photos(n)}, par ${order.toLowerCase()}`,
  resultsBest: (n) => `${photos(n)}, les meilleures d’abord`,
  showAlbum: "Afficher l’album",
  undoAlbum: "Annuler",
  undoneAlbum: "Annulé.",
  saveAlbum: "Enregistrer comme album",
  showAll: (n) => `Afficher les ${count(n)}`,
  showMore: "Afficher plus",
  loading: "Chargement",
  shown: (shown, total, tiles) =>
    `${count(shown)} sur ${count(total)}${tiles < shown ? `, en ${plural(tiles, "vignette", "vignettes")}` : ""}`,
  folded: (tiles, behind) =>
    `${plural(tiles, "vignette", "vignettes")} ; derrière, ${plural(behind, "autre presque identique", "autres presque identiques")}.`,

  showWeaker: "Afficher les résultats plus faibles",
  weaker: "Résultats plus faibles",
  lacking: (things) => `Il manque à chacune : ${things.map(quoted).join(" ou ")}.`,
  lackingEach: (counts) =>
    `Non visible : ${counts.map(([thing, n], at) => `${quoted(thing)} dans ${at === 0 ? plural(n, "vignette", "vignettes") : count(n)}`).join(", ")}.`,
  noWeaker: "Pas de résultats plus faibles.",

  yes: "Oui",
  no: "Non",
  undo: "Annuler",
  undoing: { en: "undo", de: "rückgängig", es: "deshacer", fr: "annuler" },
  changedBy: (gone, came) =>
    gone.length === 0
      ? `Limité à ${came.join(", ")}`
      : came.length === 0
        ? `Sans le filtre ${gone.join(", ")}`
        : `${came.join(", ")} au lieu de ${gone.join(", ")}`,
  assent: { en: "yes", de: "ja", es: "sí", fr: "oui" },

  stopped: "Arrêté.",
  soFar: (n) => `${photos(n)} jusqu’ici.`,
  askAgain: "Redemander",
  retry: "Réessayer",
};
