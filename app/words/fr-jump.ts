import type { jumpWords } from "./en-jump.ts";
import { plural } from "./fr-counts.ts";
import type { Said } from "./language.ts";

/** The strings of the search of everything and of the list of keys in French. */
export const frenchJumpWords: Said<typeof jumpWords> = {
  jump: {
    title: "Tout rechercher",
    field: "Conversations, photos, lieux, personnes, actions",
    results: "Résultats",
    none: "Rien ne porte ce nom. Entrée le demande.",
    ask: (text) => `Demander « ${text} »`,
    groups: {
      actions: "Actions",
      conversations: "Conversations",
      names: "Lieux, personnes, appareils, albums et voyages",
      photos: "Photos",
    },
    hint: "Haut et bas pour choisir, Entrée pour ouvrir, Échap pour quitter",
    album: "Album",
    trip: "Voyage",
    count: (n) => plural(n, "résultat", "résultats"),
  },

  keys: {
    title: "Touches",
    close: "Fermer",
    open: "Touches",
    groups: { everywhere: "Partout", writing: "En écrivant", photos: "Dans les photos", photo: "Une photo" },
    names: {
      ctrl: "Ctrl",
      shift: "Maj",
      enter: "Entrée",
      escape: "Échap",
      space: "Espace",
      tab: "Tab",
      or: "ou",
    },
    does: {
      jump: "Tout rechercher",
      keys: "Afficher ces touches",
      send: "Envoyer",
      line: "Commencer une ligne",
      stop: "Arrêter la réponse",
      edit: "Modifier la dernière question, si le champ est vide",
      take: "Prendre un nom proposé",
      move: "Parcourir les photos",
      open: "Ouvrir une photo",
      browse: "Photo précédente ou suivante",
      details: "Détails",
      slides: "Diaporama, et sa fin",
      faces: "Montrer qui est où",
      change: "Modifier",
      favourite: "Favori",
      stars: "Étoiles",
      zoom: "Zoom",
      close: "Fermer",
    },
  },
};
