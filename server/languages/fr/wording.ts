import { dateFormat } from "../date-format.ts";
import type { Wording } from "../wording.ts";

/** In French 0 and 1 are both singular. */
const number = new Intl.NumberFormat("fr-FR");
const photos = (n: number) => `${number.format(n)} ${n < 2 ? "photo" : "photos"}`;
const videos = (n: number) => `${number.format(n)} ${n < 2 ? "vidéo" : "vidéos"}`;
const listed = (counts: [string, number][]) =>
  counts.map(([name, n]) => `${name} (${number.format(n)})`).join(" ; ");
const format = dateFormat("fr-FR");

export const wording: Wording = {
  photos,
  videos,
  found: (count, labels) => `${[count, ...labels].join(", ")}.`,
  foundFrom: (n, month, best) =>
    `${photos(n)}, ${n === 1 ? "" : best ? "la meilleure : " : "la plus récente : "}${month}.`,
  none: "Aucune photo ne correspond.",
  nothingShows: (things, labels, described) =>
    `${[described === null ? "Rien ici" : `Sur les ${photos(described)} décrites jusqu’ici, aucune`, ...labels].join(", ")}${labels.length > 0 ? "," : ""} ne montre ${things.join(" ou ")}.`,
  notTogether: (counts, labels, described) => {
    const among =
      described === null ? "Aucune photo" : `Sur les ${photos(described)} décrites jusqu’ici, aucune`;
    const things = counts.map(([thing]) => thing).join(" et ");
    const each = counts.map(
      ([thing, n], at) => `${number.format(n)} ${at > 0 ? "" : n < 2 ? "montre " : "montrent "}${thing}`,
    );
    return `${[among, ...labels].join(", ")}${labels.length > 0 ? "," : ""} ne montre ${things} à la fois. ${each.join(", ")}.`;
  },
  undescribed:
    "Les photos ne sont pas encore décrites : on ne cherche que par dates, lieux, noms et appareils. Les réglages indiquent le modèle qui manque.",
  unused: (words) => `(Je n’ai pas pu utiliser : ${words.map((word) => `« ${word} »`).join(", ")}.)`,
  notUnderstood: (words) =>
    `Je n’ai pas compris ${words.map((word) => `« ${word} »`).join(", ")}. Demandez ce que montrent les photos, ou quand, où et avec quoi elles ont été prises.`,
  lost: (words) => `Je n’ai pas compris « ${words} ». Sans cela :`,
  meant: (names) => `Je pense que vous vouliez dire ${names.join(" et ")} :`,
  whoIs: (relation) => `(Je ne sais pas encore qui est « ${relation} ».)`,
  noField: (field, fields) => `Il n’y a pas de champ « ${field} ». Il y a : ${fields.join(", ")}.`,
  noValue: (field, value, meant) =>
    `Aucune photo n’a « ${value} » pour « ${field} ».${meant.length > 0 ? ` Vouliez-vous dire ${meant.join(" ou ")} ?` : ""}`,
  removedSince: (n) => `${photos(n)} parmi celles-ci ${n < 2 ? "a été retirée" : "ont été retirées"} depuis.`,
  noneAlike: "Aucune photo ne lui ressemble.",
  notDescribed: "Aucun modèle n’a encore décrit cette photo, elle ne peut donc être comparée à rien.",
  guessed: { name: "d’après le nom du fichier", change: "d’après la dernière modification du fichier" },
  guessedAmong: (n) => `${number.format(n)} d’après ${n < 2 ? "une date supposée" : "des dates supposées"}`,
  day: format.day,
  month: format.month,
  group: format.group,
  end: (which, day, place) =>
    `La ${which === "first" ? "première" : "dernière"} : ${day}${place ? `, à ${place}` : ""}.`,
  span: (first, last) => (first === last ? `${first}.` : `Du ${first} au ${last}.`),
  counts: (counts, of, more) =>
    of === 1
      ? `${counts.map(([name]) => name).join(", ")}.`
      : `${listed(counts)}${more > 0 ? ` ; ${number.format(more)} de plus` : ""}.`,
  countries: (n) => `${number.format(n)} pays`,
  cities: (n) => `${number.format(n)} ${n < 2 ? "ville" : "villes"}`,
  days: (n) => `${number.format(n)} ${n < 2 ? "jour" : "jours"}`,
  months: (n) => `${number.format(n)} mois`,
  most: ([first, ...others], of) => {
    if (!first) return "";
    if (of === 1) return `${first[0]}.`;
    const rest = others.length > 0 ? ` Puis ${listed(others)}.` : "";
    return `${first[0]} : ${number.format(first[1])} sur ${photos(of)}.${rest}`;
  },
  at: (coordinates) => `À ${coordinates} ; aucune photo ne nomme le lieu.`,
  about: (known) => known.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" "),
  unknown: {
    table: "Aucune de ces photos ne le dit.",
    about: "Le fichier ne dit rien de lui-même.",
    first: "Aucune de ces photos n’a de date.",
    last: "Aucune de ces photos n’a de date.",
    when: "Le fichier n’a pas de date.",
    where: "Aucune photo ici ne dit où elle a été prise.",
    years: "Aucune photo ici n’a de date.",
    months: "Aucune photo ici n’a de date.",
    days: "Aucune photo ici n’a de date.",
    countries: "Aucune photo ici ne dit où elle a été prise.",
    cities: "Aucune photo ici ne dit où elle a été prise.",
    lens: "Aucune photo ici ne nomme son objectif.",
    camera: "Aucune photo ici ne nomme son appareil.",
    who: "Personne n’est nommé sur ces photos.",
  },
  chat: {
    greeting:
      "Bonjour. Demandez des photos : ce qu’elles montrent, ou quand, où et avec quoi elles ont été prises.",
    thanks: "De rien.",
    farewell: "À bientôt.",
    help: "Demandez avec vos mots : « le chien à la plage l’été dernier, pas les floues ». Puis continuez : « seulement au coucher du soleil », « plutôt en 2022 », « plus comme la troisième », « combien y en a-t-il ? », « annuler ».",
    assent: "Bien.",
    refusal: "D’accord.",
    beyond:
      "En parlant, rien n’est effacé, partagé ni modifié : on trouve des photos et on marque des favoris.",
  },
  refused: {
    delete:
      "En parlant, rien n’est effacé : trouvez les photos ici, puis sélectionnez-les dans la photothèque et mettez-les à la corbeille.",
    share:
      "En parlant, rien n’est envoyé ni partagé : trouvez les photos ici, puis téléchargez-les depuis la photothèque.",
    print:
      "En parlant, rien n’est imprimé : trouvez les photos ici, puis téléchargez-les depuis la photothèque.",
    download:
      "En parlant, rien n’est téléchargé : sélectionnez des photos dans la photothèque, et téléchargez-les là.",
    album: "En parlant, on ne crée pas d’albums : on trouve des photos et on marque des favoris.",
    make: "En parlant, on ne fait rien des photos, ni collage ni film : on trouve des photos et on marque des favoris.",
    edit: "En parlant, aucune image n’est modifiée : on trouve des photos et on marque des favoris.",
    move: "En parlant, rien n’est déplacé : on trouve des photos et on marque des favoris.",
  },
  cannotAnswer:
    "Je ne peux pas répondre à cela d’après ce que je sais de vos photos. Celles-ci le montrent peut-être :",
  whichOne: "Laquelle ? Dites par exemple « la troisième ».",
  nothingShown: "Aucune photo n’est encore affichée dont on puisse parler.",
  nothingToUndo: "Il n’y a rien à annuler.",
  nothingToDrop: "Rien de tel ne limite cette recherche.",
  nothingToCorrect: "Dans vos photos, ces mots n’ont pas d’autre sens.",
  noTime: "Cette recherche n’a pas de date unique à partir de laquelle compter.",
  askAlbum: (n, album) =>
    `Mettre ${n === 1 ? "cette photo" : `ces ${photos(n)}`} dans l’album « ${album} » ?`,
  putInAlbum: (n, album) =>
    n === 0
      ? `Elles sont déjà toutes dans l’album « ${album} ».`
      : `${photos(n)} ${n < 2 ? "mise" : "mises"} dans l’album « ${album} ».`,
  askFavourite: (n) => `Ajouter ${n === 1 ? "cette photo" : `ces ${photos(n)}`} aux favoris ?`,
  askUnfavourite: (n) => `Retirer ${n === 1 ? "cette photo" : `ces ${photos(n)}`} des favoris ?`,
  favoured: (n) => `${photos(n)} ${n < 2 ? "ajoutée" : "ajoutées"} aux favoris.`,
  unfavoured: (n) => `${photos(n)} ${n < 2 ? "retirée" : "retirées"} des favoris.`,
  offers: {
    only: {
      city: (name) => `Seulement à ${name}`,
      person: (name) => `Seulement avec ${name}`,
      keyword: (name) => `Seulement avec le mot-clé ${name}`,
      camera: (name) => `Seulement prises avec ${name}`,
      year: (year) => `Seulement de ${year}`,
    },
    row: {
      ...{ year: (name) => `Seulement de ${name}`, month: (name) => `Seulement de ${name}` },
      ...{ day: (name) => `Seulement du ${name}`, weekday: (name) => `Seulement les ${name}s` },
      hour: (name) => `Seulement à ${name}`,
      ...{ country: (name) => `Seulement de ${name}`, city: (name) => `Seulement à ${name}` },
      ...{
        person: (name) => `Seulement avec ${name}`,
        keyword: (name) => `Seulement avec le mot-clé ${name}`,
      },
      ...{
        make: (name) => `Seulement prises avec ${name}`,
        camera: (name) => `Seulement prises avec ${name}`,
      },
      ...{ lens: (name) => `Seulement prises avec ${name}`, type: (name) => `Seulement ${name}` },
    },
    chip: { place: (name) => `à ${name}`, person: (name) => `avec ${name}`, camera: (name) => name },
    more: (n) => `Et ${number.format(n)} de plus.`,
    photo: "Photo",
    readAs: (text) => `Lu comme : « ${text} ».`,
  },
};
