import type { Why } from "#server/search/types.ts";
import { count, files, photos, plural } from "./counts.ts";
import { monthOf, spanEnd } from "./dates.ts";
import { indexingWords } from "./en-indexing.ts";
import { turnWords } from "./en-turn.ts";

/** All strings of the screens in English. */
export const words = {
  brand: "Glimpse",
  count,
  photos,

  shell: {
    navigation: "Glimpse",
    skip: "Skip to the page",
    newQuestion: "New question",
    searchAll: "Search everything",
    openMenu: "Open menu",
    closeMenu: "Close menu",
    noHistory: "What you ask stays here.",
    untitled: "New question",
    settings: "Settings",
    back: "Back",
    library: "Library",
    photos: "Photos",
    bin: "Bin",
    albums: "Albums",
    map: "Map",
  },

  conversation: {
    more: (title: string) => `Options for ${title}`,
    rename: "Rename",
    name: "Name of this conversation",
    remove: "Delete",
    removeTitle: "Delete this conversation?",
    removeBody: (title: string) => `“${title}” and its answers go. Your photos stay.`,
    pin: "Pin",
    unpin: "Unpin",
    pinned: "Pinned",
    export: "Export as Markdown",
    search: "Search questions",
    foundNone: "No conversation has these words.",
    found: (n: number) => `${plural(n, "conversation", "conversations")} found`,
    latest: "Jump to latest",
    turns: "Questions and answers",
  },

  home: {
    title: "What would you like to see?",
    span: (n: number, oldest: string | null, newest: string | null, now: number, timeZone: string) => {
      if (!oldest || !newest) return `${photos(n)}.`;
      const from = monthOf(oldest);
      const to = spanEnd(newest, now, timeZone);
      return from === to ? `${photos(n)}, from ${from}.` : `${photos(n)}, from ${from} to ${to}.`;
    },
    none: "No photos yet.",
    emptyTitle: "Drop your first photos here",
    emptyBody: "Or add them with the plus. They stay on this machine, and you can ask for them at once.",
    examples: "For example",
    /** Questions that are made of a photo's own facts. */
    asks: {
      atNight: (place: string) => `${place} at night`,
      inMonth: (place: string, month: string) => `${place} in ${month}`,
      from: (place: string) => `Photos from ${place}`,
      person: (name: string, year: string) => `${name} in ${year}`,
      bestOf: (month: string) => `The best of ${month}`,
      camera: (name: string) => `Taken with the ${name}`,
    },
    emptyExamplesTitle: "Then ask in your own words",
    emptyExamples: ["A dog on a beach", "Snow in January 2019", "The receipt from the hardware shop"],
  },

  models: {
    without: "Running without models: photos are found by date, place, camera and name.",
    install: "Install Ollama",
    installWhy: "to search by what is in them.",
    missing: (model: string) => `Ollama has no model ${model} yet.`,
    needsCopy: (model: string) => `This Ollama can use ${model} for search only as a prepared copy.`,
    whatToDo: "What to do",
  },

  composer: {
    label: "Ask about your photos",
    placeholder: "Ask about your photos, or drop some here",
    placeholderShort: "Ask about your photos",
    refine: "Ask something else",
    attach: "Add photos",
    send: "Send",
    stop: "Stop",
    form: "Question",
    waiting: (n: number) => `Sends when ${plural(n, "upload is", "uploads are")} done.`,
    keepWaiting: "Don’t send",
    nothing: "Type a question or add a photo",
    running: "The answer is still running. What you send now is asked after it.",
    queued: "Sends when the answer is there.",
    length: (length: number, most: number) => `${count(length)} of ${count(most)} characters.`,
    suggestions: "Names in your library",
    suggested: (n: number) => `${plural(n, "name", "names")}. Down and Tab take one.`,
    kinds: {
      city: "Place",
      region: "Place",
      country: "Place",
      place: "Place",
      person: "Person",
      keyword: "Keyword",
      camera: "Camera",
      lens: "Lens",
      make: "Maker",
    },
    speak: "Speak",
    stopSpeaking: "Stop listening",
    listening: "Listening. Your browser turns the words into text, and may ask its maker’s server to do it.",
    notHeard: "Nothing was understood.",
    notAllowed: "This browser does not let Glimpse listen.",
    tooLong: (over: number) => `Shorten it by ${count(over)} to send it.`,
  },

  uploads: {
    title: files,
    counts: (n: { uploading: number; stored: number; duplicate: number; failed: number }) =>
      [
        n.stored > 0 && `${count(n.stored)} uploaded`,
        n.duplicate > 0 && `${count(n.duplicate)} already here`,
        n.uploading > 0 && `${count(n.uploading)} to go`,
        n.failed > 0 && `${count(n.failed)} failed`,
      ]
        .filter((part) => part !== false)
        .join(", "),
    list: "Photos of this message",
    show: "Show files",
    hide: "Hide files",
    retryAll: (n: number) => `Retry ${count(n)} failed`,
    clear: "Clear",
    askWith: (n: number) => (n === 1 ? "Ask with this photo" : "Ask with these photos"),
    askWithMost: (most: number) => `A question can use at most ${most} photos`,
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} is removed.`,
    undo: "Undo",
    added: (stored: number, duplicate: number) =>
      [stored > 0 && `${count(stored)} added`, duplicate > 0 && `${count(duplicate)} already here`]
        .filter((part) => part !== false)
        .join(", "),
    showThem: (n: number) => (n === 1 ? "Show it" : "Show them"),
    askWithThem: (n: number) => (n === 1 ? "Ask with it" : "Ask with them"),
    dismiss: "Dismiss",
    retry: "Retry",
    retryOne: (name: string) => `Retry ${name}`,
    progress: (name: string) => `Upload of ${name}`,
    percent: (part: number) => `${Math.round(part * 100)} %`,
    waiting: "Waiting",
    hashing: "Checking",
    lost: "Waiting for the connection. It goes on by itself.",
    duplicate: "Already in your library",
    waitsForPhoto: "Kept, waits for its photo",
    partOfPhoto: {
      motion: "The film of its photo",
      raw: "The raw file of its photo",
      sidecar: "Read with its photo",
    },
    repaired: "Its damaged original is repaired",
    received: "In the library, preparing",
    prepared: "In the library, describing",
    rests: "Found by date, place and name",
    described: "In the library, nearly searchable",
    indexed: "Searchable",
    connectionLost: (part: number) => `Connection lost at ${Math.round(part * 100)} %.`,
    tooLarge: (limit: number) => `Larger than ${count(Math.floor(limit / 1_000_000))} MB, the limit here`,
    notAPhoto: (kind: "pdf" | "audio" | "text" | "other") =>
      ({
        pdf: "A PDF is not a photo",
        audio: "A sound recording is not a photo",
        text: "A text is not a photo",
        other: "This is not a photo",
      })[kind],
  },

  drop: {
    title: (n: number) => (n > 0 ? `Drop to add ${plural(n, "photo", "photos")}` : "Drop to add photos"),
    body: "Into the library and into your message. What is already here is skipped.",
  },

  turn: turnWords,

  tile: {
    preparing: "Being prepared",
    noPreview: (format: string) => `${format} has no preview yet`,
    noPicture: "Could not be developed",
    noReader: "A video without a picture",
    video: (length: string | null) => (length === null ? "Video" : `Video, ${length}`),
    failed: "Could not be prepared",
    animated: "Animated",
    motion: { file: "Live", inside: "Motion" },
    raw: "RAW",
    more: "nearly the same",
    damage: { missing: "Original missing", damaged: "Original damaged" },
    inPart: "Damaged",
    notShown: "Cannot be shown",
    matches: (matched: string[]) => matched.map((word) => `“${word}”`).join(", "),
  },

  photo: {
    damage: {
      missing: "The original of this photo is missing. Upload the same file again to repair it.",
      damaged: "The original of this photo is damaged. Upload the same file again to repair it.",
    },
    pictureNote: {
      small:
        "This file holds only a small preview, and its raw data could not be developed; the preview is what is shown and described.",
      none: "This file holds no preview, and its raw data could not be developed, so there is nothing to show or to describe.",
      "no-reader":
        "The program that opens videos is not installed here, so this one has no picture. The settings say what to do.",
    },
    animated: "animated",
    film: "The moment in motion",
    play: "Play the moment",
    filmFails: "This browser cannot play this film. You can download it.",
    files: "Files",
    roles: { photo: "photo", motion: "film", raw: "raw file", sidecar: "sidecar" },
    downloadFile: (name: string) => `Download ${name}`,
    position: (n: number, of: number) => `${count(n)} of ${count(of)}`,
    label: "Photo",
    video: "Video",
    videoNamed: (name: string) => `Video: ${name}`,
    notPlayed: "This browser cannot play this video. Download it to watch it.",
    close: "Close",
    previous: "Previous photo",
    next: "Next photo",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    details: "Details",
    download: "Download original",
    remove: "Delete photo",
    removeTitle: "Delete this photo?",
    removeBody:
      "It leaves the library and every answer, and stays in the bin for 30 days; the same file, added again, brings it back.",
    removeYes: "Delete",
    hint: "← → to browse, Space for a slide show, i for details, e to edit, f for favourite, 1–5 for stars, Esc to go back",
    noDate: "No date in the file",
    guessedBriefly: { name: "from the file name", change: "last changed" },
    flaw: (isShown: boolean) =>
      isShown ? "Only a part of this picture could be read." : "This picture cannot be shown.",
    captionBy: (model: string) => `Caption by ${model}`,
    describeAgain: "Describe again",
    describeWaits: "Waiting to be described. What is here serves until then.",
    rawAnswer: "What the model answered",
    why: "Why this photo",
    whyWord: (word: string) => `“${word}”`,
    whyWordIn: "in its words",
    whyConcept: ({ by, said }: Why["concepts"][number]) =>
      by === null
        ? "not seen here"
        : { word: "in its words", kind: `as “${said}”`, near: "close to it", supposed: "perhaps" }[by],
    whyFilter: "filter",
    whySimilar: "Close to your question",
    facts: "Photo",
    keywords: "Keywords",
    people: "People",
    size: (width: number, height: number) => `${width} × ${height}`,
    stars: (n: number) => `${n} of 5 stars`,
    similar: "More like this",
    backFromLike: "Back to the photo before",
    history: "History",
    gone: "This photo is not in the library.",
    failedWhile: (stage: string) => `Failed while ${stage}.`,
    titleInFile: "Title",
    camera: "Camera",
    file: "File",
    rating: "Rating",
  },

  events: {
    received: "Received",
    prepared: "Prepared",
    described: (model: string | null) => (model ? `Described by ${model}` : "Described"),
    embedded: (model: string | null) => (model ? `Embedded by ${model}` : "Embedded"),
    indexed: "Searchable",
    failed: (stage: string) => `Failed while ${stage}`,
    attemptFailed: (stage: string) => `An attempt failed while ${stage}`,
    retried: "Retried",
    removed: "Removed",
    restored: "Brought back",
    damaged: "Its original was found damaged or missing",
    repaired: "Its original was put back",
    joined: "Joined by a file that belongs to it",
    attempt: (n: number) => ["", "", ", second attempt", ", third attempt"][n] ?? `, attempt ${n}`,
  },

  stages: { prepare: "preparing", describe: "describing", embed: "embedding", index: "storing" },

  indexing: indexingWords,

  dialog: { cancel: "Cancel" },

  load: {
    offline: "This could not be loaded: no connection to Glimpse.",
    unknown: "This could not be loaded.",
    updated: "Glimpse was updated.",
    unsent: (n: number) =>
      `Reloading loses ${plural(n, "photo that is", "photos that are")} not uploaded yet.`,
    reload: "Reload",
    retry: "Retry",
    giveUp: "Go on without it",
  },

  offline: {
    short: "No connection to Glimpse.",
    kept: "No connection to Glimpse. Your words and photos are kept.",
    retry: "Retry",
  },

  errors: {
    unexpected: "Something went wrong.",
    title: "This page could not be shown",
    notFound: "There is nothing at this address",
    notFoundBody: "The conversation may have been deleted, or the address is not complete.",
    offlineTitle: "No connection to Glimpse",
    offlineBody: "Is it still running? What you wrote is kept.",
    again: "Try again",
    home: "Ask a new question",
  },
};
