import type { IntentWords } from "../language.ts";
import { marker, phrases } from "../phrases.ts";

export const intent: IntentWords = {
  greetingsAhead:
    marker(`hallo|hi|hey|guten morgen|guten tag|guten abend|servus|moin|danke|ok|okay|super|gut|schön|prima|toll
    bitte|ja|so|also|jetzt|dann|hm|hmm|perfekt|klasse`),
  chat: phrases({
    "hallo|hi|hey|guten morgen|guten tag|guten abend|servus|moin|grüß gott|hallo glimpse|na|wie geht's|wie geht es dir":
      "greeting",
    "danke|danke schön|dankeschön|vielen dank|tausend dank|danke sehr|danke dir|merci|super danke": "thanks",
    "tschüss|tschüs|auf wiedersehen|bis bald|gute nacht|ciao|bis später": "farewell",
    "hilfe|hilf mir|was kannst du|was kannst du alles|was kann ich fragen|wer bist du|was bist du": "help",
    "wie funktioniert das|was kann ich hier machen|wonach kann ich suchen|was kann ich tun|wie geht das":
      "help",
    "ok|okay|super|gut|schön|prima|toll|ja|perfekt|klasse|wow|sehr schön|sehr gut|wunderbar|cool": "assent",
  }),
  asks: phrases({
    "wie viele|wieviele|wie oft|anzahl|anzahl der|zähle die|zähl die|zähle|wie viel|wieviel": {
      ask: "count",
    },
    "wann war ich zum ersten mal|wann war ich das erste mal|wann waren wir zum ersten mal|seit wann": {
      ask: "first",
    },
    "wann war das erste mal|wann zum ersten mal|wann waren wir das erste mal": { ask: "first" },
    "wann war ich zum letzten mal|wann war ich das letzte mal|wann waren wir zuletzt|wann war ich zuletzt": {
      ask: "last",
    },
    "wann war das letzte mal|wann zuletzt|wann waren wir das letzte mal|wann waren wir zum letzten mal": {
      ask: "last",
    },
    "wo war|wo waren|wo ist|wo sind|wo wurde|wo wurden|wo habe|wo haben|in welcher stadt|in welchem land|wo hab":
      {
        ask: "where",
      },
    "welche stadt|welches land|welcher ort|an welchem ort": { ask: "where" },
    "wann war|wann waren|wann ist|wann sind|wann wurde|wann wurden|wann habe|wann haben|an welchem tag": {
      ask: "when",
    },
    "in welchem jahr|welches jahr|wann hab": { ask: "when" },
    "welche kamera|mit welcher kamera|welches objektiv|mit welchem objektiv|welches handy|mit welchem handy":
      {
        ask: "camera",
      },
    "wer ist|wer sind|wer war|wer waren": { ask: "who" },
  }),
  bareAsks: phrases({ wo: "where", wann: "when", "wer|wer ist das": "who", "welche kamera": "camera" }),
  askFiller:
    marker(`habe ich|haben wir|hab ich|ich|wir|gibt es|gibt's|sind es|ist es|ist|sind|war|waren|wurde|wurden|haben|habe
    gemacht|aufgenommen|fotografiert|am meisten|am häufigsten|meistens|insgesamt|es|benutzt|verwendet|genutzt|mal|entstanden
    zu sehen|hast du|hast|du|da|denn|eigentlich|geschossen|gewesen|schon|drauf|man|dort|hier|uns|davon gibt es`),
  inAll: marker("habe ich|haben wir|hab ich|insgesamt|gibt es insgesamt|überhaupt"),
  only: marker(`nur|nur die|nur noch|nur noch die|bloß|lediglich|aber nur|und nur|jetzt nur|zeig nur|zeige nur|zeig mir nur
    zeige mir nur|davon nur|davon|von denen|von diesen|nur diejenigen|welche davon sind|welche davon|behalte|filtere|filter
    beschränke auf|nur fotos|nur bilder|die|diejenigen|nur das|nur den|nur der`),
  onlyAfter: marker("nur|davon|von denen|von diesen"),
  no: marker(
    "nein ,|nein|nee ,|nein :|nein -|nein .|doch lieber|nö ,|nein ich meine|nein , ich meine|nein , ich meinte|nein ich meinte",
  ),
  replace:
    marker(`ich meine|ich meinte|lieber|stattdessen|und was ist mit|was ist mit|das gleiche aber|dasselbe aber|dasselbe|das gleiche|wie wäre es mit|wie wär's mit|eher|doch
    ändere auf|ändere zu|wechsle zu|mach daraus|statt dessen`),
  instead: marker("stattdessen|statt dessen|lieber|dafür|anstelle"),
  widen: marker(
    "auch|oder|plus|zusätzlich|und auch|auch noch|oder auch|füge hinzu|dazu|dazu noch|außerdem|ebenso|einschließlich",
  ),
  too: marker("auch|ebenfalls|dazu|noch dazu|auch noch"),
  andAhead: marker("und|aber|dann"),
  drop: marker(`vergiss|ignoriere|entferne|lösche|lass|streiche|ohne|weg mit|nimm|entfern|verwirf|streich|setze|egal|unabhängig
    von`),
  any: marker(
    "egal welcher|egal welche|egal welches|jeder|jede|jedes|alle|beliebiger|beliebige|beliebiges|irgendein|irgendeine|jeden",
  ),
  anything: phrases({
    "überall|egal wo|irgendwo|von überall|weltweit": "where",
    "jederzeit|egal wann|irgendwann|aller zeiten|aus allen jahren": "when",
    "egal wer|mit allen|jeder|alle leute": "people",
  }),
  filterNoun: marker("filter|bedingung|einschränkung|weg|raus|fallen|zurück|egal|hinaus"),
  everyFilter: marker("filter|alle filter|die filter|alles|alle bedingungen"),
  subjects: phrases({
    "stadt|ort|orte|land|region|gegend|wo|städte|länder|ortsfilter|ortschaft": "where",
    "datum|jahr|monat|tag|zeit|wann|jahreszeit|woche|zeitraum|uhrzeit|tageszeit|datumsfilter|jahre": "when",
    "kamera|objektiv|handy|iso|blitz|brennweite|kameras|kamerafilter|gerät": "camera",
    "person|personen|leute|name|namen|wer|gesichter|personenfilter": "people",
    "typ|format|dateityp|dateiname|größe|ausrichtung|auflösung": "type",
    "bewertung|sterne|favoriten": "rating",
    "schlagwort|stichwort|tags|schlagwörter|stichwörter": "keyword",
  }),
  undo: marker(
    "rückgängig|zurück|mach das rückgängig|einen schritt zurück|geh zurück|wie vorher|mach rückgängig",
  ),
  startOver: marker(
    "von vorn|von vorne|neu anfangen|neue suche|alles zurücksetzen|zurücksetzen|neustart|fang von vorne an|alles löschen|etwas anderes|nochmal von vorne|vergiss alles",
  ),
  correct:
    marker(`nein ich meine|nein ich meinte|nein , ich meinte|nein , ich meine|ich meinte|ich meine|das meinte ich nicht
    falsch|das ist falsch|nicht das|nein , nicht`),
  like: marker(`mehr wie|ähnlich wie|so wie|mehr fotos wie|mehr bilder wie|fotos wie|bilder wie|ähnliche wie|so etwas wie|sowas wie
    wie|mehr von|mehr so wie|weitere wie|ähnliche fotos wie|ähnliche bilder wie`),
  similar: marker("ähnliche|ähnliche fotos|ähnliche bilder|mehr davon|mehr solche|mehr solcher fotos"),
  acts: phrases({
    "favorisiere|merke": "favourite",
    entfavorisiere: "unfavourite",
  }),
  actEnds: phrases({
    "als favorit|als favoriten|zu den favoriten|zu meinen favoriten|zu favoriten|als lieblingsfoto|zu den favoriten hinzu":
      "favourite",
    "zu meinen favoriten hinzu|zu favoriten hinzu": "favourite",
    "aus den favoriten|aus meinen favoriten|von den favoriten|aus favoriten": "unfavourite",
  }),
  actStarts: marker("markiere|markier|füge|nimm|entferne|setze|mach|mache|merke|speichere|lösche"),
  this: marker(
    "dieses|dieses hier|das|das hier|dieses foto|dieses bild|diese aufnahme|diesem|diesem hier|es|diesem foto|diesem bild|dies",
  ),
  them: marker(
    "diese|die|alle|alle davon|sie|die hier|diese hier|diese fotos|diese bilder|beide|denen|diesen|davon|ihnen|all diese",
  ),
  ones: marker("foto|fotos|bild|bilder|treffer|ergebnis|ergebnisse|aufnahme|aufnahmen"),
  thoseThat: marker("die|diejenigen|das foto|die fotos|die bilder|das bild|denen|die da|jene"),
  number: marker("nummer|nr|nr .|#|foto|bild|fotos|bilder|nummern|no|foto nummer|bild nummer"),
};
