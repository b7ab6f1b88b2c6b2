import type { settingsWords } from "./en-settings.ts";
import { count, files, photos } from "./fr-counts.ts";
import type { Said } from "./language.ts";

const units = [
  { bytes: 1e9, name: "Go", digits: 1 },
  { bytes: 1e6, name: "Mo", digits: 0 },
  { bytes: 1e3, name: "ko", digits: 0 },
];

/** Returns both amounts in the unit of the total: "2,9 sur 4,7 Go". */
function amount(completed: number, total: number): string {
  const unit = units.find(({ bytes }) => total >= bytes) ?? { bytes: 1, name: "o", digits: 0 };
  const digits = { minimumFractionDigits: unit.digits, maximumFractionDigits: unit.digits };
  const number = (n: number) => (n / unit.bytes).toLocaleString("fr-FR", digits);
  return `${number(completed)} sur ${number(total)} ${unit.name}`;
}

const done = { pull: "Téléchargement", prepare: "Préparation" };

/** All strings of the settings in French. */
export const frenchSettingsWords: Said<typeof settingsWords> = {
  retry: "Réessayer",
  offline: "Pas de connexion à Glimpse. Ce qui est affiché a pu changer.",
  version: (version) => `Glimpse ${version}`,

  language: {
    title: "Langue",
    intro: "La langue des écrans dans ce navigateur. Une réponse suit toujours la langue de sa question.",
    label: "Langue",
    browser: "Comme le navigateur",
  },

  secondReader: {
    title: "Questions en d’autres mots",
    intro:
      "Quand des mots d’une question ne sont pas compris, le modèle de conversation peut la dire simplement. La réponse est alors affichée comme « Lu comme », avec un retour possible.",
    label: "Lire ces questions une seconde fois",
    fixed: "Désactivé, parce que GLIMPSE_SECOND_READER est sur off.",
    waits: "Aucun modèle de conversation n’est prêt, donc rien n’est lu une seconde fois.",
  },

  captions: {
    title: "Décrire de nouveau",
    described: (model, n) => `${model} a décrit ${photos(n)}.`,
    refused: "Les photos dont la légende ressemble à un refus, et celles qui n’ont pas pu être décrites.",
    again: "Décrire de nouveau",
    againWith: (model) => `Décrire de nouveau : photos de ${model}`,
    againRefused: "Décrire de nouveau : les légendes qui ressemblent à un refus",
    askTitle: (n) => `Décrire ${photos(n)} de nouveau ?`,
    askBody: "Le modèle des réglages s’en charge, photo par photo. Les légendes actuelles servent d’ici là.",
    queued: (n) =>
      n === 0 ? "Aucune photo n’est à décrire de nouveau." : `À décrire de nouveau : ${photos(n)}.`,
  },

  models: {
    title: "Modèles",
    intro:
      "Ils tournent sur votre propre Ollama. Les photos et les questions vont là et nulle part ailleurs.",
    answers: (version, host) => `Ollama ${version} répond à ${host}`,
    looksAgain: "Glimpse vérifie de lui-même toutes les quelques secondes.",
    elsewhere: ", ou définissez OLLAMA_HOST s’il tourne ailleurs.",
    get: "Obtenir Ollama",
    howOn: "Mettez GLIMPSE_MODELS sur auto et relancez Glimpse.",
    check: "Vérifier de nouveau",
    uses: { describe: "Décrit les photos", embed: "Les trouve par le sens", converse: "Converse" },
    list: "Ce que font les modèles",
    servers: "Serveurs de modèles",
    ready: "Prêt",
    waits: "Attend Ollama",
    isOff: "Désactivé",
    notFetched: "Pas encore sur cet Ollama.",
    asAbove: "Le même modèle que ci-dessus : il est téléchargé une fois.",
    copyHere: (version) =>
      `Ollama ${version} ne peut l’utiliser pour la recherche que comme copie préparée. Glimpse peut faire la copie ; elle prend autant d’espace disque que le modèle.`,
    copyElsewhere: (version) =>
      `Ollama ${version} ne peut l’utiliser pour la recherche que comme copie préparée, et Glimpse ne peut pas lire d’ici le fichier du modèle. Sur la machine qui a le fichier, lancez ceci dans le dossier de Glimpse :`,
    actions: { pull: "Télécharger", prepare: "Préparer" },
    act: (action, model) => `${{ pull: "Télécharger", prepare: "Préparer" }[action]} ${model}`,
    again: "Réessayer",
    againWith: (model) => `Réessayer avec ${model}`,
    cancel: "Annuler",
    cancelOne: (action, model) => `Annuler : ${done[action].toLowerCase()} de ${model}`,
    stopped: { pull: "Arrêté. Ce qui a été téléchargé est gardé.", prepare: "Arrêté." },
    progress: (action, model) => `${done[action]} de ${model}`,
    percent: (part) => `${Math.floor(part * 100)} %`,
    ends: {
      done: (action, model) => `${model} est ${action === "pull" ? "téléchargé" : "préparé"}.`,
      failed: (action, model, reason) => `${done[action]} de ${model} : échec. ${reason}`,
      stopped: (action, model) => `${done[action]} de ${model} : arrêt.`,
    },
  },

  steps: {
    start: "Démarrage",
    size: "Recherche de sa taille",
    pull: (completed, total) => `Téléchargement, ${amount(completed, total)}`,
    check: "Vérification de ce qui a été téléchargé",
    look: "Vérification du besoin d’une copie",
    hash: "Étape 1 sur 3, lecture",
    upload: "Étape 2 sur 3, remise de la copie à Ollama",
    create: "Étape 3 sur 3, création de la copie",
    try: "Étape 3 sur 3, essai de la copie",
    ready: "Presque prêt",
    with: (step, completed, total) => `${step}, ${amount(completed, total)}`,
  },

  command: { copy: "Copier", copyOne: "Copier la commande", copied: "Copié" },

  access: {
    title: "Accès",
    intro: "Qui peut voir les photos.",
    open: "Il n’y a pas de mot de passe. Seule cette machine atteint Glimpse, donc qui l’utilise voit les photos.",
    locked: (browsers) =>
      `Un mot de passe garde les photos. ${browsers === 1 ? "Un navigateur est connecté" : `${count(browsers)} navigateurs sont connectés`}.`,
    signOut: "Se déconnecter",
    signOutEverywhere: "Se déconnecter partout",
  },

  engines: {
    title: "Moteurs",
    intro: "Où sont gardées les photos, et ce qui les trouve.",
    names: {
      database: "Base de données",
      objects: "Originaux",
      queue: "File d’attente",
      index: "Index de recherche",
    },
    embedded: {
      database: "SQLite, dans le dossier de données",
      objects: "Fichiers dans le dossier de données",
      queue: "Intégrée",
      index: "Intégré, dans le dossier de données",
    },
    vectors: "Recherche par le sens",
    searched: (model) => `Elle utilise les vecteurs de ${model}.`,
    takesOver: (model) => `Les vecteurs de ${model} prennent le relais une fois complets.`,
    filling: (model) => `Les vecteurs de ${model} sont en cours de création`,
    filled: (done, total) => `${count(done)} sur ${photos(total)}`,
    untilThen: "Tant qu’ils ne sont pas complets, Glimpse cherche dans les anciens vecteurs.",
    reading: "Lecture des photos",
    works: "Répond",
    fails: "Ne répond pas",
    lacks: "Il manque quelque chose",
  },

  safety: {
    title: "Sûreté",
    intro: "Chaque original est lu une fois par mois et comparé à ce qui a été enregistré.",
    whole: "Tous les originaux sont intacts, pour autant qu’on sache.",
    damaged: (n) =>
      `Les originaux de ${photos(n)} sont endommagés ou manquants. Envoyez de nouveau les mêmes fichiers pour les réparer.`,
    checked: (moment) => `Dernière lecture de tous : ${moment}.`,
    neverChecked: "Ils n’ont pas encore tous été lus.",
    checkingLabel: "Lecture des originaux",
    checking: (done, total) => `Lecture des originaux : ${count(done)} sur ${files(total)}`,
    copied: (moment) => `Dernière copie de la base de données : ${moment}.`,
  },
};
