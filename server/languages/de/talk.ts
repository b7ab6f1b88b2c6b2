import { marker, phrases, sequences, words } from "../phrases.ts";
import type { TalkWords } from "../talk-words.ts";

export const talking: TalkWords = {
  modals: marker(
    "kann|kannst|könnte|könntest|könnten|würdest|würden|würde|magst|darf|dürfte|willst|möchtest",
  ),
  askers: marker("du|wir|ich|sie|man|ihr"),
  softeners: marker(
    "vielleicht|bitte|mal|eventuell|möglicherweise|kurz|schnell|eben|doch|einfach|auch|wirklich|eigentlich|überhaupt|freundlicherweise|so nett sein und|gerne|gern|mal eben|zufällig",
  ),
  wonders: marker(
    "ich wollte fragen|ich wollte mal fragen|ich frage mich|ich hab mich gefragt|ich habe mich gefragt|meinst du|glaubst du|wäre es möglich|ist es möglich|gäbe es|es wäre schön|es wäre toll|es wäre super|gibt es eine möglichkeit|ich hätte eine frage|weißt du",
  ),
  wonderLinks: marker(", ob|ob|, wenn|wenn|, dass|dass|zu"),
  interjections: marker("omg|oh mein gott|mein gott|wow|boah|krass|lol|haha|hahaha|hihi|hach|juhu|oje"),
  tellers: marker("ich|wir|mein|meine|meiner|unser|unsere|unserer"),
  subjects: marker("es|das|er|sie|ihr|da"),
  thoughts: words(""),
  feelings: marker("bin"),
  hesitations: marker(
    "echt jetzt|nicht wahr|weißt du|weißt du was|lass mich überlegen|lass mal sehen|mal sehen|hm|hmm|äh|ähm|tja|na ja|naja|also|ach|oh|übrigens|eine frage|noch eine frage|noch was|mal ehrlich|entschuldigung|entschuldige|mein gott|mensch|sag mal|hör mal|pass auf|du",
  ),
  calls: marker("hey|hi|hallo|ok|okay|liebes|liebe|lieber|moin|servus"),
  vocatives: marker("glimpse|jarvis|alexa|siri|google|computer|assistent|leute"),
  showing: marker(
    "sag mir|weißt du|ich möchte wissen|ich will wissen|zeig|zeige|zeig mir|zeige mir|finde|find|such|suche|such mir|gib mir|hol|hole|hol mir|öffne|mach auf|zeigen|finden|suchen",
  ),
  ifs: marker("wenn|sofern|sobald"),
  ifWords: words(
    "du es das geht ginge möglich ist wäre keine umstände macht nicht zu viel mühe zeit hast kannst möchtest magst ok okay recht welche gibt gerade kurz dir nichts ausmacht",
  ),
  questionWords: marker(
    "was|wer|wen|wem|wessen|wo|wann|welche|welcher|welches|welchen|welchem|warum|wie|wohin|woher|womit",
  ),
  auxiliaries: words(
    "hat haben habe hast hatte hatten ist war waren sind bin wird wurde wurden kann konnte macht machen machte tat",
  ),
  takings: words("gemacht aufgenommen fotografiert geschossen geknipst"),
  kinds: marker("art von|sorte|art|sorte von|marke|rasse"),
  contents: words(
    "details angaben informationen text nummer name adresse preis summe betrag datum code wort wörter",
  ),
  progress: words("entwickelt verändert gewachsen verbessert"),
  eachOf: marker(
    "aus jedem|aus jeder|von jedem|von jeder|für jedes|für jeden|für jede|in jedem|in jeder|pro|je|eins pro|eines pro|jedes|jeden",
  ),
  deeds: phrases({
    "lösche|lösch|löschen|duplikate|dubletten|doppelte|doppelten|kopien": "delete",
    "teile|teil|teilen|sende|schicke|schick|schicken|verschicke|verschick|versende|senden|poste|hochladen|maile":
      "share",
    "drucke|druck|drucken|ausdrucken": "print",
    "speichere|speichern|kopiere|herunterladen|runterladen|exportiere|exportieren": "download",
    "album|alben|fotoalbum|ordner|fotobuch": "album",
    "collage|collagen|diashow|kalender|video|film|poster": "make",
    "drehe|dreh|bearbeite|bearbeiten|zuschneiden|umbenennen|benenne": "edit",
    "verschiebe|verschieben|archiviere|archivieren": "move",
  }),
  groupings: phrases({
    "jahr|jahre|jahren": "year",
    "monat|monate|monaten": "month",
    "tag|tage|tagen": "day",
    "wochentag|wochentage|wochentagen": "weekday",
    "stunde|stunden|uhrzeit|tageszeit": "hour",
    "land|länder|ländern": "country",
    "stadt|städte|städten|ort|orte|orten": "city",
    "person|personen|leute|leuten|mensch|menschen|namen": "person",
    "marke|marken|kameramarke|kameramarken|hersteller|herstellern|kamerahersteller": "make",
    "kamera|kameras|gerät|geräte|geräten|modell|modelle|modellen|kameramodell|kameramodelle": "camera",
    "objektiv|objektive|objektiven": "lens",
    "stichwort|stichwörter|stichwörtern|schlagwort|schlagwörter|schlagwörtern": "keyword",
    "dateityp|dateitypen|format|formate|formaten|typ|typen": "type",
  }),
  by: marker(
    "pro|je|nach|für jeden|für jede|für jedes|in jedem|in jeder|an jedem|von jedem|von jeder|mit jeder|mit jedem|aufgeschlüsselt nach|gruppiert nach|sortiert nach|aufgeteilt nach|aufgeteilt auf",
  ),
  lists: marker(
    "liste|liste alle|liste die|eine liste der|eine liste aller|eine liste von|nenne alle|nenne die|nenn mir alle|liste mir alle",
  ),
  fine: marker(
    "ok|okay|in ordnung|ist ok|sind ok|ist okay|sind okay|ist in ordnung|sind in ordnung|ist gut|sind gut|geht|gehen|darf dabei sein|dürfen dabei sein|darf drauf sein|dürfen drauf sein|darf wieder rein|dürfen wieder rein|ist erlaubt|sind erlaubt",
  ),
  afterAll: marker("doch|wieder|zurück|auch|jetzt|dann|schon|für mich|doch wieder"),
  again: marker("doch wieder|wieder|nochmal|noch mal|wieder rein|zurück"),
  both: marker(
    "beide|beides|in beiden|alle beide|beide tage|beide jahre|beide orte|beide städte|beide länder|beide personen",
  ),
  nay: marker("nein|nee|ne|nö"),
  back: marker("sie|ihn|beide|beides|es|die|diese|das|die anderen|den rest|alles|alle"),
  bring: marker("bring|hol|nimm|zeig|zeig mir|tu|lass|gib mir"),
  sorry: marker(
    [
      sequences(
        "|ach|oh|oje",
        "entschuldigung|entschuldige|sorry|pardon|verzeihung|quatsch|vielmehr|besser gesagt",
      ),
      sequences("ich", "meine|meinte|meinte eigentlich|wollte sagen|wollte eigentlich"),
      sequences("meinte|meine|wollte", "ich|ich eigentlich"),
      sequences("ich|", "hab mich|habe mich", "vertan|vertippt|verschrieben|geirrt|versprochen"),
    ].join("|"),
  ),
  mine: marker("meine|unsere|meiner|unserer"),
  sent: marker(
    "mir geschickt hat|mir geschickt|mir gesendet hat|mir gesendet|uns geschickt hat|mir gegeben hat",
  ),
  trips: words("urlaub urlaube reise reisen ferien flitterwochen ausflug ausflüge"),
};
