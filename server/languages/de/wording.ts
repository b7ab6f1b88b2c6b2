import { dateFormat } from "../date-format.ts";
import type { Wording } from "../wording.ts";

const number = new Intl.NumberFormat("de-DE");
const photos = (n: number) => `${number.format(n)} ${n === 1 ? "Foto" : "Fotos"}`;
const videos = (n: number) => `${number.format(n)} ${n === 1 ? "Video" : "Videos"}`;
const listed = (counts: [string, number][]) =>
  counts.map(([name, n]) => `${name} (${number.format(n)})`).join("; ");
const format = dateFormat("de-DE");

export const wording: Wording = {
  photos,
  videos,
  found: (count, labels) => `${[count, ...labels].join(", ")}.`,
  foundFrom: (n, month, best) =>
    `${photos(n)}, ${n === 1 ? "" : best ? "das beste " : "das neueste "}von ${month}.`,
  none: "Kein Foto passt.",
  nothingShows: (things, labels, described) =>
    `${[described === null ? "Nichts hier" : `Von den bisher beschriebenen ${number.format(described)} Fotos`, ...labels].join(", ")}${labels.length > 0 ? "," : ""} zeigt ${described === null ? "" : "keines "}${things.join(" oder ")}.`,
  notTogether: (counts, labels, described) => {
    const among =
      described === null ? "Kein Foto" : `Von den bisher beschriebenen ${number.format(described)} Fotos`;
    const things = counts.map(([thing]) => thing).join(" und ");
    const each = counts.map(
      ([thing, n], at) => `${number.format(n)} ${at > 0 ? "" : n === 1 ? "zeigt " : "zeigen "}${thing}`,
    );
    return `${[among, ...labels].join(", ")}${labels.length > 0 ? "," : ""} zeigt ${described === null ? "" : "keines "}${things} zusammen. ${each.join(", ")}.`;
  },
  undescribed:
    "Die Fotos sind noch nicht beschrieben: gesucht wird nur nach Daten, Orten, Namen und Kameras. In den Einstellungen steht, welches Modell fehlt.",
  unused: (words) => `(Nicht verwenden konnte ich: ${words.map((word) => `„${word}“`).join(", ")}.)`,
  notUnderstood: (words) =>
    `${words.map((word) => `„${word}“`).join(", ")} habe ich nicht verstanden. Fragen Sie danach, was Fotos zeigen, oder wann, wo und womit sie aufgenommen wurden.`,
  lost: (words) => `„${words}“ habe ich nicht verstanden. Ohne das:`,
  meant: (names) => `Gemeint ist wohl ${names.join(" und ")}:`,
  whoIs: (relation) => `(Ich weiß noch nicht, wer „${relation}“ ist.)`,
  noField: (field, fields) => `Ein Feld „${field}“ gibt es nicht. Es gibt: ${fields.join(", ")}.`,
  noValue: (field, value, meant) =>
    `Kein Foto hat bei „${field}“ den Wert „${value}“.${meant.length > 0 ? ` Meinst du ${meant.join(" oder ")}?` : ""}`,
  removedSince: (n) => `${photos(n)} davon ${n === 1 ? "wurde" : "wurden"} seitdem entfernt.`,
  noneAlike: "Kein Foto ist ihm ähnlich.",
  notDescribed: "Noch hat kein Modell dieses Foto beschrieben, darum lässt es sich mit nichts vergleichen.",
  guessed: { name: "nach dem Dateinamen", change: "nach der letzten Änderung der Datei" },
  guessedAmong: (n) =>
    `${number.format(n)} davon nach ${n === 1 ? "einem vermuteten Datum" : "vermuteten Daten"}`,
  day: format.day,
  month: format.month,
  group: format.group,
  end: (which, day, place) =>
    `Das ${which === "first" ? "erste" : "letzte"}: ${day}${place ? `, in ${place}` : ""}.`,
  span: (first, last) => (first === last ? `${first}.` : `Von ${first} bis ${last}.`),
  counts: (counts, of, more) =>
    of === 1
      ? `${counts.map(([name]) => name).join(", ")}.`
      : `${listed(counts)}${more > 0 ? `; ${number.format(more)} weitere` : ""}.`,
  countries: (n) => `${number.format(n)} ${n === 1 ? "Land" : "Länder"}`,
  cities: (n) => `${number.format(n)} ${n === 1 ? "Stadt" : "Städte"}`,
  days: (n) => `${number.format(n)} ${n === 1 ? "Tag" : "Tage"}`,
  months: (n) => `${number.format(n)} ${n === 1 ? "Monat" : "Monate"}`,
  most: ([first, ...others], of) => {
    if (!first) return "";
    if (of === 1) return `${first[0]}.`;
    const rest = others.length > 0 ? ` Dann ${listed(others)}.` : "";
    return `${first[0]}: ${number.format(first[1])} von ${photos(of)}.${rest}`;
  },
  at: (coordinates) => `Bei ${coordinates}; kein Foto nennt den Ort.`,
  about: (known) => known.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" "),
  unknown: {
    table: "Keines dieser Fotos sagt das.",
    about: "Die Datei sagt nichts über sich.",
    first: "Keines dieser Fotos hat ein Datum.",
    last: "Keines dieser Fotos hat ein Datum.",
    when: "Die Datei hat kein Datum.",
    where: "Kein Foto sagt hier, wo es entstand.",
    years: "Kein Foto hat hier ein Datum.",
    months: "Kein Foto hat hier ein Datum.",
    days: "Kein Foto hat hier ein Datum.",
    countries: "Kein Foto sagt hier, wo es entstand.",
    cities: "Kein Foto sagt hier, wo es entstand.",
    lens: "Kein Foto nennt hier sein Objektiv.",
    camera: "Kein Foto nennt hier seine Kamera.",
    who: "Auf diesen Fotos ist niemand benannt.",
  },
  chat: {
    greeting: "Hallo. Frag nach Fotos: was sie zeigen, wann, wo und womit sie entstanden sind.",
    thanks: "Gern.",
    farewell: "Bis bald.",
    help: "Frag in eigenen Worten: „der Hund am Strand letzten Sommer, nicht die unscharfen“. Und dann weiter: „nur bei Sonnenuntergang“, „stattdessen 2022“, „mehr wie das dritte“, „wie viele sind es?“, „rückgängig“.",
    assent: "Gut.",
    refusal: "In Ordnung.",
    beyond:
      "Im Gespräch wird nichts gelöscht, geteilt oder verändert: Fotos werden gefunden und als Favoriten markiert.",
  },
  refused: {
    delete:
      "Durch Reden wird nichts gelöscht: Finden Sie die Fotos hier, und legen Sie sie dann in der Bibliothek in den Papierkorb.",
    share:
      "Durch Reden wird nichts verschickt oder geteilt: Finden Sie die Fotos hier, und laden Sie sie dann aus der Bibliothek herunter.",
    print:
      "Durch Reden wird nichts gedruckt: Finden Sie die Fotos hier, und laden Sie sie dann aus der Bibliothek herunter.",
    download:
      "Durch Reden wird nichts heruntergeladen: Wählen Sie Fotos in der Bibliothek aus, und laden Sie sie dort herunter.",
    album: "Durch Reden entstehen keine Alben: Es findet Fotos und markiert Favoriten.",
    make: "Durch Reden wird nichts aus Fotos gemacht, keine Collage und kein Film: Es findet Fotos und markiert Favoriten.",
    edit: "Durch Reden wird kein Bild verändert: Es findet Fotos und markiert Favoriten.",
    move: "Durch Reden wird nichts verschoben: Es findet Fotos und markiert Favoriten.",
  },
  cannotAnswer:
    "Das kann ich aus dem, was ich über Ihre Fotos weiß, nicht beantworten. Zu sehen ist es vielleicht hier:",
  whichOne: "Welches? Sag zum Beispiel „das dritte“.",
  nothingShown: "Es werden noch keine Fotos gezeigt, über die wir sprechen könnten.",
  nothingToUndo: "Es gibt nichts zurückzunehmen.",
  nothingToDrop: "Nichts dergleichen schränkt diese Suche ein.",
  nothingToCorrect: "In deinen Fotos haben diese Wörter keine andere Bedeutung.",
  noTime: "Diese Suche hat keine einzelne Zeit, von der aus gezählt werden könnte.",
  askAlbum: (n, album) => `${n === 1 ? "Dieses Foto" : `Diese ${photos(n)}`} in das Album „${album}“ legen?`,
  putInAlbum: (n, album) =>
    n === 0 ? `Alle davon sind schon im Album „${album}“.` : `${photos(n)} in das Album „${album}“ gelegt.`,
  askFavourite: (n) =>
    `${n === 1 ? "Dieses Foto" : `Diese ${photos(n)}`} als ${n === 1 ? "Favorit" : "Favoriten"} markieren?`,
  askUnfavourite: (n) => `${n === 1 ? "Dieses Foto" : `Diese ${photos(n)}`} aus den Favoriten nehmen?`,
  favoured: (n) => `${photos(n)} als ${n === 1 ? "Favorit" : "Favoriten"} markiert.`,
  unfavoured: (n) => `${photos(n)} aus den Favoriten genommen.`,
  offers: {
    only: {
      city: (name) => `Nur aus ${name}`,
      person: (name) => `Nur mit ${name}`,
      keyword: (name) => `Nur mit Schlagwort ${name}`,
      camera: (name) => `Nur mit der ${name}`,
      year: (year) => `Nur von ${year}`,
    },
    row: {
      ...{ year: (name) => `Nur von ${name}`, month: (name) => `Nur vom ${name}` },
      ...{ day: (name) => `Nur vom ${name}`, weekday: (name) => `Nur ${name.toLowerCase()}s` },
      hour: (name) => `Nur um ${name}`,
      ...{ country: (name) => `Nur aus ${name}`, city: (name) => `Nur aus ${name}` },
      ...{ person: (name) => `Nur mit ${name}`, keyword: (name) => `Nur mit Schlagwort ${name}` },
      ...{ make: (name) => `Nur mit der ${name}`, camera: (name) => `Nur mit der ${name}` },
      ...{ lens: (name) => `Nur mit dem ${name}`, type: (name) => `Nur ${name}` },
    },
    chip: { place: (name) => `in ${name}`, person: (name) => `mit ${name}`, camera: (name) => name },
    more: (n) => `Und ${number.format(n)} weitere.`,
    photo: "Foto",
    readAs: (text) => `Gelesen als: „${text}“.`,
  },
};
