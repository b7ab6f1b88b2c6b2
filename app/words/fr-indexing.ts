import { count, photos, plural } from "./fr-counts.ts";
import type { Words } from "./words.ts";

/** The strings of indexing in French. */
export const frenchIndexingWords: Words["indexing"] = {
  preparing: (n) => `Préparation, encore ${count(n)}`,
  describing: (n) => `Description, encore ${count(n)}`,
  embedding: (n) => `Vectorisation, encore ${count(n)}`,
  waiting: (n) => `En attente d’Ollama, encore ${count(n)}`,
  resting: (n) => `La description se repose, encore ${count(n)}`,
  failed: (n) => plural(n, "échec", "échecs"),
  title: (searchable, total) => `${count(searchable)} sur ${photos(total)} sont trouvables`,
  close: "Fermer",
  going: (n, stage) =>
    `${{ preparing: "À préparer", describing: "À décrire", embedding: "À vectoriser" }[stage]} : encore ${count(n)}.`,
  allDone: "Il ne reste rien à faire.",
  rested: "Rien n’est en cours.",
  states: {
    searchable: "Trouvables",
    factsOnly: "Données seules",
    preparing: "Préparation",
    describing: "Description",
    embedding: "Vectorisation",
    failed: "Échecs",
  },
  withoutPixels: (facts, parts) =>
    [
      facts > 0 &&
        `${photos(facts)} ne ${facts < 2 ? "peut être affichée ni décrite, et se trouve" : "peuvent être affichées ni décrites, et se trouvent"} par date, lieu et nom.`,
      parts > 0 &&
        `${photos(parts)} ${parts < 2 ? "est endommagée et affichée" : "sont endommagées et affichées"} en partie.`,
    ]
      .filter(Boolean)
      .join(" "),
  waitingSidecars: (n) => `${plural(n, "fichier XMP attend sa photo", "fichiers XMP attendent leur photo")}.`,
  waits: "en attente",
  rate: (n) => `${count(n)} par minute`,
  waitingFor: (address) => `En attente d’Ollama à ${address.replace(/^https?:\/\//, "")}.`,
  goesOn:
    "La description reprend d’elle-même quand il répond ; d’ici là, ces photos se trouvent par date, lieu et nom.",
  check: "Vérifier maintenant",
  retryAll: (n) => (n === 1 ? "Réessayer" : `Réessayer les ${count(n)}`),
  retry: "Réessayer",
  retryOne: (name) => `Réessayer ${name}`,
  remove: "Retirer",
  removeOne: (name) => `Retirer ${name} de la photothèque`,
  removed: (name) => `${name} est retiré.`,
  undo: "Annuler",
  while: (stage) => `pendant ${stage}`,
  moreFailed: (n) => `Afficher ${count(n)} de plus`,
};
