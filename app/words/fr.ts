import { monthOf, spanEnd } from "./dates.ts";
import { count, files, photos, plural } from "./fr-counts.ts";
import { frenchIndexingWords } from "./fr-indexing.ts";
import { frenchTurnWords } from "./fr-turn.ts";
import type { Words } from "./words.ts";

/** All strings of the screens in French. */
export const frenchWords: Words = {
  brand: "Glimpse",
  count,
  photos,

  shell: {
    navigation: "Glimpse",
    skip: "Aller à la page",
    newQuestion: "Nouvelle question",
    searchAll: "Tout rechercher",
    openMenu: "Ouvrir le menu",
    closeMenu: "Fermer le menu",
    noHistory: "Vos questions restent ici.",
    untitled: "Nouvelle question",
    settings: "Réglages",
    back: "Retour",
    library: "Photothèque",
    photos: "Photos",
    bin: "Corbeille",
    albums: "Albums",
    map: "Carte",
  },

  conversation: {
    more: (title) => `Options de ${title}`,
    rename: "Renommer",
    name: "Nom de cette conversation",
    remove: "Supprimer",
    removeTitle: "Supprimer cette conversation ?",
    removeBody: (title) => `« ${title} » et ses réponses disparaissent. Vos photos restent.`,
    pin: "Épingler",
    unpin: "Détacher",
    pinned: "Épinglées",
    export: "Exporter en Markdown",
    search: "Chercher des questions",
    foundNone: "Aucune conversation ne contient ces mots.",
    found: (n) => plural(n, "conversation trouvée", "conversations trouvées"),
    latest: "Aller au plus récent",
    turns: "Questions et réponses",
  },

  home: {
    title: "Que voulez-vous voir ?",
    span: (n, oldest, newest, now, timeZone) => {
      if (!oldest || !newest) return `${photos(n)}.`;
      const from = monthOf(oldest);
      const to = spanEnd(newest, now, timeZone);
      return from === to ? `${photos(n)}, ${from}.` : `${photos(n)}, de ${from} à ${to}.`;
    },
    none: "Pas encore de photos.",
    emptyTitle: "Déposez ici vos premières photos",
    emptyBody:
      "Ou ajoutez-les avec le plus. Elles restent sur cette machine, et vous pouvez les demander aussitôt.",
    examples: "Par exemple",
    asks: {
      atNight: (place) => `${place} la nuit`,
      inMonth: (place, month) => `${place} en ${month}`,
      from: (place) => `Photos de ${place}`,
      person: (name, year) => `${name} en ${year}`,
      bestOf: (month) => `Le meilleur de ${month}`,
      camera: (name) => `Prises avec ${name}`,
    },
    emptyExamplesTitle: "Puis demandez avec vos mots",
    emptyExamples: ["Un chien sur la plage", "La neige en janvier 2019", "Le ticket de la quincaillerie"],
  },

  models: {
    without: "Fonctionne sans modèles : les photos se trouvent par date, lieu, appareil et nom.",
    install: "Installez Ollama",
    installWhy: "pour chercher ce qu’elles montrent.",
    missing: (model) => `Ollama n’a pas encore le modèle ${model}.`,
    needsCopy: (model) => `Cet Ollama ne peut utiliser ${model} pour la recherche que comme copie préparée.`,
    whatToDo: "Que faire",
  },

  composer: {
    label: "Demandez vos photos",
    placeholder: "Demandez vos photos, ou déposez-en ici",
    placeholderShort: "Demandez vos photos",
    refine: "Demandez autre chose",
    attach: "Ajouter des photos",
    send: "Envoyer",
    stop: "Arrêter",
    form: "Question",
    waiting: (n) =>
      n === 1 ? "S’envoie après 1 téléversement." : `S’envoie après ${count(n)} téléversements.`,
    keepWaiting: "Ne pas envoyer",
    nothing: "Écrivez une question ou ajoutez une photo",
    running: "La réponse n’est pas finie. Ce que vous envoyez maintenant sera demandé ensuite.",
    queued: "S’envoie quand la réponse est là.",
    length: (length, most) => `${count(length)} caractères sur ${count(most)}.`,
    suggestions: "Noms de votre photothèque",
    suggested: (n) => `${plural(n, "nom", "noms")}. Flèche bas et Tab en prennent un.`,
    kinds: {
      city: "Lieu",
      region: "Lieu",
      country: "Lieu",
      place: "Lieu",
      person: "Personne",
      keyword: "Mot-clé",
      camera: "Appareil",
      lens: "Objectif",
      make: "Fabricant",
    },
    speak: "Parler",
    stopSpeaking: "Ne plus écouter",
    listening:
      "À l’écoute. Votre navigateur transforme les mots en texte, et peut le demander au serveur de son éditeur.",
    notHeard: "Rien n’a été compris.",
    notAllowed: "Ce navigateur ne laisse pas Glimpse écouter.",
    tooLong: (over) => `Raccourcissez de ${count(over)} pour envoyer.`,
  },

  uploads: {
    title: files,
    counts: (n) =>
      [
        n.stored > 0 && plural(n.stored, "envoyé", "envoyés"),
        n.duplicate > 0 && `${count(n.duplicate)} déjà là`,
        n.uploading > 0 && `encore ${count(n.uploading)}`,
        n.failed > 0 && plural(n.failed, "échec", "échecs"),
      ]
        .filter((part) => part !== false)
        .join(", "),
    list: "Photos de ce message",
    show: "Afficher les fichiers",
    hide: "Masquer les fichiers",
    retryAll: (n) => `Réessayer ${plural(n, "échec", "échecs")}`,
    clear: "Vider",
    askWith: (n) => (n === 1 ? "Demander avec cette photo" : "Demander avec ces photos"),
    askWithMost: (most) => `Une question peut contenir au plus ${most} photos`,
    remove: (name) => `Retirer ${name}`,
    removed: (name) => `${name} est retiré.`,
    undo: "Annuler",
    added: (stored, duplicate) =>
      [stored > 0 && plural(stored, "ajoutée", "ajoutées"), duplicate > 0 && `${count(duplicate)} déjà là`]
        .filter((part) => part !== false)
        .join(", "),
    showThem: (n) => (n === 1 ? "L’afficher" : "Les afficher"),
    askWithThem: (n) => (n === 1 ? "Demander avec elle" : "Demander avec elles"),
    dismiss: "Fermer",
    retry: "Réessayer",
    retryOne: (name) => `Réessayer ${name}`,
    progress: (name) => `Envoi de ${name}`,
    percent: (part) => `${Math.round(part * 100)} %`,
    waiting: "En attente",
    hashing: "Vérification",
    lost: "En attente de la connexion. Cela reprend tout seul.",
    duplicate: "Déjà dans votre photothèque",
    waitsForPhoto: "Gardé, attend sa photo",
    partOfPhoto: {
      motion: "Le film de sa photo",
      raw: "Le fichier raw de sa photo",
      sidecar: "Lu avec sa photo",
    },
    repaired: "Son original endommagé est réparé",
    received: "Dans la photothèque, en préparation",
    prepared: "Dans la photothèque, en description",
    rests: "Se trouve par date, lieu et nom",
    described: "Dans la photothèque, bientôt trouvable",
    indexed: "Trouvable",
    connectionLost: (part) => `Connexion perdue à ${Math.round(part * 100)} %.`,
    tooLarge: (limit) => `Dépasse ${count(Math.floor(limit / 1_000_000))} Mo, la limite ici`,
    notAPhoto: (kind) =>
      ({
        pdf: "Un PDF n’est pas une photo",
        audio: "Un enregistrement sonore n’est pas une photo",
        text: "Un texte n’est pas une photo",
        other: "Ceci n’est pas une photo",
      })[kind],
  },

  drop: {
    title: (n) => (n > 0 ? `Déposez pour ajouter ${photos(n)}` : "Déposez pour ajouter des photos"),
    body: "Dans la photothèque et dans votre message. Ce qui est déjà là est ignoré.",
  },

  turn: frenchTurnWords,

  tile: {
    preparing: "En préparation",
    noPreview: (format) => `${format} n’a pas encore d’aperçu`,
    noPicture: "Impossible à développer",
    noReader: "Une vidéo sans image",
    video: (length) => (length === null ? "Vidéo" : `Vidéo, ${length}`),
    failed: "N’a pas pu être préparée",
    animated: "Animée",
    motion: { file: "Live", inside: "Motion" },
    raw: "RAW",
    more: "presque identiques",
    damage: { missing: "Original manquant", damaged: "Original endommagé" },
    inPart: "Endommagée",
    notShown: "Ne peut être affichée",
    matches: (matched) => matched.map((word) => `« ${word} »`).join(", "),
  },

  photo: {
    damage: {
      missing: "L’original de cette photo manque. Envoyez de nouveau le même fichier pour la réparer.",
      damaged: "L’original de cette photo est endommagé. Envoyez de nouveau le même fichier pour la réparer.",
    },
    pictureNote: {
      small:
        "Ce fichier ne contient qu’un petit aperçu, et ses données brutes n’ont pas pu être développées ; c’est l’aperçu qu’on affiche et décrit.",
      none: "Ce fichier ne contient pas d’aperçu, et ses données brutes n’ont pas pu être développées : il n’y a rien à afficher ni à décrire.",
      "no-reader":
        "Le programme qui ouvre les vidéos n’est pas installé ici, celle-ci n’a donc pas d’image. Les réglages disent que faire.",
    },
    animated: "animée",
    film: "L’instant en mouvement",
    play: "Lire l’instant",
    filmFails: "Ce navigateur ne peut pas lire ce film. Vous pouvez le télécharger.",
    files: "Fichiers",
    roles: { photo: "photo", motion: "film", raw: "fichier raw", sidecar: "fichier XMP" },
    downloadFile: (name) => `Télécharger ${name}`,
    position: (n, of) => `${count(n)} sur ${count(of)}`,
    label: "Photo",
    video: "Vidéo",
    videoNamed: (name) => `Vidéo : ${name}`,
    notPlayed: "Ce navigateur ne peut pas lire cette vidéo. Téléchargez-la pour la voir.",
    close: "Fermer",
    previous: "Photo précédente",
    next: "Photo suivante",
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    details: "Détails",
    download: "Télécharger l’original",
    remove: "Supprimer la photo",
    removeTitle: "Supprimer cette photo ?",
    removeBody:
      "Elle quitte la photothèque et toutes les réponses, et reste 30 jours dans la corbeille ; le même fichier, ajouté de nouveau, la ramène.",
    removeYes: "Supprimer",
    hint: "← → pour parcourir, Espace pour un diaporama, i pour les détails, e pour modifier, f pour favori, 1–5 pour les étoiles, Échap pour revenir",
    noDate: "Pas de date dans le fichier",
    guessedBriefly: { name: "d’après le nom du fichier", change: "dernière modification" },
    flaw: (isShown) =>
      isShown ? "Seule une partie de cette image a pu être lue." : "Cette image ne peut pas être affichée.",
    captionBy: (model) => `Légende de ${model}`,
    describeAgain: "Décrire de nouveau",
    describeWaits: "En attente de description. Ce qui est là sert jusque-là.",
    rawAnswer: "Ce que le modèle a répondu",
    why: "Pourquoi cette photo",
    whyWord: (word) => `« ${word} »`,
    whyWordIn: "dans ses mots",
    whyConcept: ({ by, said }) =>
      by === null
        ? "pas vu ici"
        : { word: "dans ses mots", kind: `comme « ${said} »`, near: "proche", supposed: "peut-être" }[by],
    whyFilter: "filtre",
    whySimilar: "Proche de votre question",
    facts: "Photo",
    keywords: "Mots-clés",
    people: "Personnes",
    size: (width, height) => `${width} × ${height}`,
    stars: (n) => `${n} étoiles sur 5`,
    similar: "D’autres comme celle-ci",
    backFromLike: "Revenir à la photo d’avant",
    history: "Historique",
    gone: "Cette photo n’est pas dans la photothèque.",
    failedWhile: (stage) => `Échec pendant ${stage}.`,
    titleInFile: "Titre",
    camera: "Appareil",
    file: "Fichier",
    rating: "Note",
  },

  events: {
    received: "Reçue",
    prepared: "Préparée",
    described: (model) => (model ? `Décrite par ${model}` : "Décrite"),
    embedded: (model) => (model ? `Vectorisée par ${model}` : "Vectorisée"),
    indexed: "Trouvable",
    failed: (stage) => `Échec pendant ${stage}`,
    attemptFailed: (stage) => `Une tentative a échoué pendant ${stage}`,
    retried: "Réessayée",
    removed: "Retirée",
    restored: "Ramenée",
    damaged: "Son original a été trouvé endommagé ou manquant",
    repaired: "Son original a été remis",
    joined: "Rejointe par un fichier qui lui appartient",
    attempt: (n) => ["", "", ", deuxième tentative", ", troisième tentative"][n] ?? `, tentative ${n}`,
  },

  stages: {
    prepare: "la préparation",
    describe: "la description",
    embed: "la vectorisation",
    index: "l’enregistrement",
  },

  indexing: frenchIndexingWords,

  dialog: { cancel: "Annuler" },

  load: {
    offline: "Impossible à charger : pas de connexion à Glimpse.",
    unknown: "Impossible à charger.",
    updated: "Glimpse a été mis à jour.",
    unsent: (n) =>
      n === 1
        ? "Recharger perd 1 photo pas encore envoyée."
        : `Recharger perd ${photos(n)} pas encore envoyées.`,
    reload: "Recharger",
    retry: "Réessayer",
    giveUp: "Continuer sans",
  },

  offline: {
    short: "Pas de connexion à Glimpse.",
    kept: "Pas de connexion à Glimpse. Vos mots et vos photos sont gardés.",
    retry: "Réessayer",
  },

  errors: {
    unexpected: "Quelque chose s’est mal passé.",
    title: "Cette page n’a pas pu être affichée",
    notFound: "Il n’y a rien à cette adresse",
    notFoundBody: "La conversation a peut-être été supprimée, ou l’adresse n’est pas complète.",
    offlineTitle: "Pas de connexion à Glimpse",
    offlineBody: "Fonctionne-t-il encore ? Ce que vous avez écrit est gardé.",
    again: "Réessayer",
    home: "Poser une nouvelle question",
  },
};
