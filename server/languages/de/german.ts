import type { Language } from "../language.ts";
import { marker, phrases, sequences, words } from "../phrases.ts";
import { captionWords } from "./caption-words.ts";
import { commonWords } from "./everyday.ts";
import { intent } from "./intent.ts";
import { label } from "./label.ts";
import { gear, not, order, where } from "./photos.ts";
import { relations } from "./relations.ts";
import { talking } from "./talk.ts";
import { when } from "./when.ts";
import { wording } from "./wording.ts";

export const german: Language = {
  code: "de",
  traits: {
    capitalsMarkNames: false,
    spellsAsPhotos: false,
    hasUmlauts: true,
    asksOfPronouns: false,
    doing: null,
    linked: /[bgt]s$/,
    letters: null,
    elided: null,
    unparted: null,
    fillers: words("äh ähm öh öhm hm hmm"),
    stemmer: "german",
  },
  captionWords,
  wording,
  commonWords,
  functionWords:
    words(`ab aber alle allem allen aller alles als also am an ans auch auf aus außer bei beim bis bitte da dabei
    dann das dass dein dem den denen der deren des die dies diese diesem diesen dieser dieses doch dort du durch ein eine
    einem einen einer eines er es etwas für gegen gib habe haben hast hat hatte hier hinter ich ihr im in ins ist ja jede
    jeden jeder jedes kann kannst kein keine keinem keinen keiner könnte könntest man mein meine meinem meinen meiner mich
    mir mit möchte nach nein neben nicht noch nur ob oder ohne pro sah schon sein seine seit sich sie sind so statt
    stattdessen über um und uns unser unsere unter vom von vor war waren was welche welcher welches wenn wer wie will wir
    wo wurde wurden zeig zeige zu zum zur zwischen gemacht aufgenommen fotografiert geschossen während gerade mal weder
    noch sondern einfach gar danke anderen statt vielleicht zeigen sehen finde suche`),
  photoNouns:
    words(`foto fotos bild bilder aufnahme aufnahmen fotografie fotografien bildern photo photos schnappschuss
    schnappschüsse pics fotoaufnahmen`),
  likely: words("foto fotos"),
  titles: words("big sankt st könig königin papst prinz prinzessin kaiser kaiserin"),
  nameLinks: words(""),
  singularPhotos: words("foto bild aufnahme fotografie photo schnappschuss"),
  photoEndings: ["fotos", "foto", "bilder", "bildern", "bild", "aufnahmen", "aufnahme"],
  indefinite: marker("ein|eine|einen|einem|einer|eines|irgendein|irgendeine|etwas"),
  kin: words("mama papa mutti vati oma opa omi opi mutter vater tante onkel baby"),
  pronouns: words("er ihn ihm ihr sie"),
  selves: words("mir uns mich"),
  together: marker("zusammen|gemeinsam"),
  persons: words("person mann frau junge mädchen freund freundin"),
  adverbs: words("wirklich sehr so richtig besonders"),
  praise: words(
    "alte alten altes alter uralte süße süßen süßes lustige lustigen lustiges schöne schönen schönes schön tolle tollen tolles gute guten gutes hübsche hübschen",
  ),
  definite:
    marker(`der|die|das|den|dem|des|mein|meine|meinem|meinen|meiner|unser|unsere|unserem|unseren|unserer|dein|deine
    deinem|seinem|ihrem|seine|ihre|vom`),
  numbers: phrases({
    "eins|ein|eine": 1,
    "zwei|zwo|ein paar|paar|beiden": 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    fünfzehn: 15,
    zwanzig: 20,
    dreißig: 30,
    fünfzig: 50,
    hundert: 100,
    "einige|einigen|wenige|wenigen": 3,
  }),
  ordinals: phrases({
    "erste|ersten|erstes|erster|1 .": 1,
    "zweite|zweiten|zweites|zweiter|2 .": 2,
    "dritte|dritten|drittes|dritter|3 .": 3,
    "vierte|vierten|viertes|vierter|4 .": 4,
    "fünfte|fünften|fünftes|fünfter|5 .": 5,
    "sechste|sechsten|sechstes|sechster|6 .": 6,
    "siebte|siebten|siebtes|siebter|siebente|7 .": 7,
    "achte|achten|achtes|achter|8 .": 8,
    "neunte|neunten|neuntes|neunter|9 .": 9,
    "zehnte|zehnten|zehntes|zehnter|10 .": 10,
    "letzte|letzten|letztes|letzter": -1,
    "vorletzte|vorletzten|vorletztes": -2,
  }),
  and: marker("und|&|sowie"),
  or: marker("oder"),
  when,
  where,
  gear,
  not,
  order,
  intent,
  talk: talking,
  courtesy:
    marker(`${sequences("ich|wir", "hätte|hätt|hätten|würde|würden|möchte|möchten", "gern|gerne|bitte", "|mal", "|sehen")}|ich glaube|ich glaub|ich denke|vielleicht|wahrscheinlich|vermutlich|es war|das war|das muss|es muss|erinnerst du dich an|weißt du noch|könntest du vielleicht|hätten sie|hätten sie wohl|haben sie|haben sie wohl|hättest du|hättest du wohl|wohl|würden sie|würden sie mir|könnten sie mir|könnten sie|zeigen sie uns|suchen sie mir|hast du mal|bitte|zeig mir|zeige mir|zeig uns|zeig|zeige|zeigen sie mir|zeigst du mir|kannst du mir|kannst du
    könntest du mir|könntest du|kann ich|können wir|könnte ich|gib mir|gib uns|gib|finde|find|such mir|suche|such|ich suche
    suche nach|such nach|ich möchte|ich will|möchte ich|möchte|will ich|hast du|hast du noch
    haben wir|habe ich|hab ich|gibt es|gibt's|lass mich|lass uns|alle|alles|all|mal|noch|mir|uns|ok|okay
    ich brauche|nur|einfach|welche|welches|sehen|zeigen|finden|mehr|einmal|doch|dann|jetzt|so|auch|sag mir|also|ja|gut
    gerne|gern|meine|unsere|irgendwelche|was habe ich|was haben wir|was hab ich|ein paar|einige|die|das|,|:|!|.`),
  courtesyAfter: marker(
    "bisher|glaube ich|glaub ich|denke ich|gewesen sein|für ein album|für eine präsentation|ein|, mein lieber|bitte mein lieber|bitte , mein lieber|, meine liebe|bitte meine liebe|bitte , meine liebe|, liebes|bitte liebes|bitte , liebes|, schatz|bitte schatz|bitte , schatz|digga|oder so|heraussuchen|raussuchen|herausholen|anzeigen|geben|zusammenstellen|auflisten|heraussuchst|suchst|zeigst|findest|bitte|danke|sehen|zeigen|an|haben|finden|suchen|mal|bitte an|für mich",
  ),
  photoLinks:
    marker(`von|vom|mit|aus|aus dem|aus der|wo|auf denen|auf dem|auf der|in denen|die|das|zeigen|zeigt|in|im|am|auf
    bei|beim|vor|an|sind|ist|war|waren|wurden|wurde|gemacht|aufgenommen|gemacht wurden|aufgenommen wurden|zu sehen ist|zu sehen sind|zu sehen|die ich gemacht habe|die wir gemacht haben|ich gemacht habe|wir gemacht haben|habe|haben|entstanden
    die ich|die wir|die ich fotografiert habe|ich fotografiert habe|fotografiert habe|fotografiert haben|als ich|als wir
    geschossen|fotografiert|entstanden sind|gemacht habe|gemacht haben|drauf|darauf|der|dem|den`),
  filler:
    words(`vielleicht wahrscheinlich vermutlich glaube glaub denke muss müsste irgendwann gemacht mache machte machen geschossen aufgenommen fotografiert fotografierte entstanden gesehen sehe sieht sah geknipst
    gewesen bin bist sind war waren wäre dabei zuletzt zusammen gemeinsam beide beiden beides sowohl jeweils drauf darauf drin
    auftaucht auftauchen vorkommt vorkommen erscheint erscheinen zeigt abgebildet sichtbar unterwegs ort orte orten überall
    irgendwo gefeiert feierte feierten verbracht gereist gefahren besucht besuchte besuchten gab gibt gibt's hab hatten warst
    wurde wurden worden einfach überhaupt insgesamt alles etwas irgendwas was wer wen wem weg raus entweder aufwärts bitte danke mal nochmal
    ganze ganzen ganz jemals immer einmal damals dort hier welche jene solche jeweiligen davon darunter inklusive
    dazu ersten mal male jetzt sonst viel viele mehr weniger aber abgesehen bis geblieben gewohnt gelebt geschehen passiert
    los eigenen eigene namens genannt heißt stammen stammt kommen kommt liegt liegen gehört gehören zeug sachen sache ding
    dinge treffer ergebnis ergebnisse bibliothek sammlung archiv album moment momente benutzt verwendet genutzt benutze
    jemand stand stehen steht allein alleine`),
  albumsAndTrips: {
    albums: marker("album|alben|fotoalbum|fotoalben"),
    called: marker("namens|mit dem namen|genannt"),
    trips: marker("reise|reisen|urlaub|urlaube|ausflug|ausflüge|ferien|trip|trips"),
    puts: marker("lege|leg|tu|pack|packe|füge|füg|speichere|sichere|sammle|stecke|steck|nimm"),
    into: marker(
      "in ein|in ein neues|in das|ins|in mein|in unser|zu einem|zum|zu meinem|zu unserem|als|als neues|in dem|im|zu",
    ),
    putEnds: marker("hinzu|ab|zusammen|auf|ein"),
    lastTrip: marker(
      "letzte|letzter|letzten|letztem|letztes|neueste|neuester|neuesten|jüngste|jüngsten|unsere letzte|unser letzter|unserer letzten|unserem letzten|meine letzte|mein letzter|meiner letzten|meinem letzten",
    ),
    to: marker("nach|nach der|durch|in die|auf"),
  },
  journeys: {
    before:
      marker(`reise nach|reise in die|reise durch|reisen nach|reise an|urlaub in|urlaub auf|urlaub an|ferien in|ferien auf|ausflug nach
    ausflüge nach|trip nach|besuch in|besuche in|aufenthalt in|tage in|zeit in|wochenende in|fahrt nach|urlaub in der
    städtereise nach|kurztrip nach|die stadt|der stadt|stadt|flitterwochen in|urlaubs in|reise in|tour durch|flug nach|woche in`),
    after: marker("reise|urlaub|trip|ausflug|aufenthalt|besuch|ferien"),
  },
  relations,
  label,
};
