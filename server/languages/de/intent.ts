import type { IntentWords } from "../intent-words.ts";
import { marker, phrases, sequences, words } from "../phrases.ts";

/** Beginnings of praise for the shown photos that asks nothing: "Das ist schön". */
const pleased = ["das ist", "das war", "das sind", "die sind", "wie"]
  .flatMap((subject) => ["", "so ", "sehr ", "echt ", "wirklich ", "ja "].map((how) => `${subject} ${how}`))
  .flatMap((subject) =>
    words("schön toll super perfekt wunderbar klasse gut prima süß lustig großartig richtig genial nett")
      .values()
      .map((praise) => `${subject}${praise}`)
      .toArray(),
  )
  .join("|");

export const intent: IntentWords = {
  greetingsAhead:
    marker(`hallo|hi|hey|guten morgen|guten tag|guten abend|servus|moin|danke|ok|okay|super|gut|schön|prima|toll
    ups|hoppla|oh|äh|ähm|ach|bitte|ja|so|also|jetzt|dann|hm|hmm|perfekt|klasse`),
  chat: phrases({
    "hallo|hi|hey|guten morgen|guten tag|guten abend|servus|moin|grüß gott|hallo glimpse|na|wie geht's|wie geht es dir":
      "greeting",
    [sequences(
      "|super|trotzdem|alles klar|na gut|gut|ok|okay",
      "danke|dankeschön|vielen dank|tausend dank|herzlichen dank|merci",
      "|schön|sehr|dir|euch|ihnen|trotzdem",
    )]: "thanks",
    [pleased]: "thanks",
    "tschüss|tschüs|auf wiedersehen|bis bald|gute nacht|ciao|bis später": "farewell",
    "hilfe|hilf mir|was kannst du|was kannst du alles|was kann ich fragen|wer bist du|was bist du": "help",
    "wie funktioniert das|was kann ich hier machen|wonach kann ich suchen|was kann ich tun|wie geht das":
      "help",
    "nein|nee|nö|nein danke|nein , danke|lieber nicht|nein lieber nicht|abbrechen|vergiss es|lass es|lass mal|doch nicht|schon gut|jetzt nicht|nicht jetzt|bitte nicht":
      "refusal",
    "ja bitte|ja , bitte|ja gerne|ja , gerne|ja gern|gerne|gern|mach das|mach es|ja mach das|ja , mach das|ok mach das|klar|na klar|natürlich|sicher|genau|ok mach|jawohl|mach mal|bitte mach das|tu es|tu das":
      "assent",
    "ja klar|ja natürlich|einverstanden|in ordnung|passt|stimmt|jap|jep|ja mach|ja , mach|ja sicher|ja genau|ok ja|ok gerne|bestätigt":
      "assent",
    "ok|okay|alles klar|na gut|super|gut|schön|prima|toll|ja|perfekt|klasse|wow|sehr schön|sehr gut|wunderbar|cool":
      "assent",
  }),
  asks: phrases({
    "wie viele|wieviele|wie oft|anzahl|anzahl der|zähle die|zähl die|zähle|wie viel|wieviel": {
      ask: "count",
    },
    "welches land|wie viele länder|in wie vielen ländern|wie viele verschiedene länder|in wie vielen verschiedenen ländern|welche länder|in welchen ländern|in welchem land|aus welchem land|aus welchen ländern":
      { ask: "countries" },
    "welches objektiv|mit welchem objektiv|welche objektive|mit welchen objektiven": { ask: "lens" },
    "wie viele tage|an wie vielen tagen|an wie vielen verschiedenen tagen|an welchen tagen|welche tage": {
      ask: "days",
    },
    "in welchem monat|welcher monat|wie viele monate|in wie vielen monaten|in welchen monaten|in welchem monat habe ich die meisten|in welchem monat habe ich am meisten|welche monate":
      { ask: "months" },
    "in welchem jahr|welches jahr|in welchen jahren": { ask: "years" },
    "wie viele städte|wie viele orte|in wie vielen städten|an wie vielen orten|wie viele verschiedene städte|in wie vielen verschiedenen städten|welche städte|in welchen städten|aus welchen städten":
      { ask: "cities" },
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
    "wo war|wo waren|wo ist|wo sind|wo wurde|wo wurden|wo habe|wo haben|in welcher stadt|wo hab": {
      ask: "where",
    },
    "welche stadt|welcher ort|an welchem ort": { ask: "where" },
    "wann war|wann waren|wann ist|wann sind|wann wurde|wann wurden|wann habe|wann haben|an welchem tag": {
      ask: "when",
    },
    "wann hab|an welchem datum|welches datum|was ist das datum|von welchem tag": {
      ask: "when",
    },
    "von wann ist|von wann sind|von wann|aus welchem jahr|wann genau war|wann bin|wann entstand|welches datum hat|wann machte":
      { ask: "when" },
    "wie groß ist die anzahl|was ist die anzahl|die anzahl|wie viele mal": { ask: "count" },
    "an welchen orten|welche orte|wo bin|wo sah|wo gab|wo entstand|wo entstanden|aus welcher stadt|wo genau war":
      { ask: "where" },
    "welche person|welche person ist|wie viele verschiedene personen|wie viele verschiedene leute|wen fotografiere ich|wen fotografieren wir|wen fotografiere|wen habe|wen haben|wen hab|wen sieht man|mit wem|wer alles|wer taucht|wer kommt|wer ist alles|wer war alles|wer war denn|welche personen|welche leute|wer sieht|wer steht":
      { ask: "who" },
    "was ist meine meistbenutzte kamera|meine meistgenutzte kamera|mit welchen kameras|welche kameras|mit was für einer kamera":
      { ask: "camera" },
    "welche kamera|mit welcher kamera|welches handy|mit welchem handy": {
      ask: "camera",
    },
    "wer ist|wer sind|wer war|wer waren": { ask: "who" },
    "wie viele leute sind|wie viele personen sind|wie viele menschen sind": { ask: "who" },
    "was ist auf|was sieht man auf|was zeigt|was ist|beschreibe|beschreib|erzähl mir von|erzähl mir mehr über|mehr über|was weißt du über|details zu|infos zu":
      { ask: "about" },
    "welche iso|welcher iso|welche brennweite|mit welcher brennweite|mit welchen einstellungen|welche einstellungen|mit welcher iso|was war die iso":
      { ask: "about" },
  }),
  unanswered:
    marker(`an welchem wochentag|an welchen wochentagen|welcher wochentag|welche wochentage|zu welcher tageszeit|zu welcher uhrzeit|um wie viel uhr|um wieviel uhr
    wie viel prozent|wieviel prozent|wie viele prozent|was ist der durchschnitt|wie viele tage zwischen|wie viele tage liegen zwischen|wie viele wochen|wie viele jahre
    wie viele stunden|wie viele minuten|wie viele megabyte|wie viele gigabyte|wie viele leute|wie viele personen|wie viele menschen|wie viele gäste|wie viele kinder|wie viele reisen|wie viele urlaube|wie viele alben|wie viele besuche|wie viele mehr
    wie groß|wie lange|wie lang|wie weit|wie hoch|wie alt|wie schnell|wie viel hat|wie viel kostete|wie viel speicher|wie viel platz|in welcher reihenfolge|wer hat|warum|wieso|weshalb`),
  unanswerable:
    marker(`pro|je kamera|je jahr|je monat|je woche|je tag|je person|je land|je stadt|je ort|für jede|für jeden|für jedes|von jeder|von jedem|aufgeschlüsselt|gruppiert
    nach jahr|nach jahren|nach monat|nach monaten|nach land|nach ländern|nach stadt|nach städten|nach ort|nach orten|nach person|nach personen|nach kamera|nach kameras|nach wochentag
    im durchschnitt|durchschnittlich|im schnitt|prozent|anteil|im vergleich|verglichen|mehr als|weniger als|als von|als mit
    am wenigsten|wenigsten|am seltensten|seltensten|gewöhnlich|normalerweise|üblicherweise|kostete|gekostet
    auf unserer letzten reise|unserer letzten reise|auf meiner letzten reise|meiner letzten reise|letzten reise|letzte reise|in unserem letzten urlaub|unserem letzten urlaub
    im letzten urlaub|letzten urlaub|auf unserer hochzeitsreise|unserer hochzeitsreise|in den flitterwochen|flitterwochen`),
  bareAsks: phrases({
    wo: "where",
    wann: "when",
    "wer|wer ist das": "who",
    "welche kamera": "camera",
    "wann zuletzt|das letzte mal|wann das letzte mal|zum letzten mal": "last",
    "wann zuerst|das erste mal|wann das erste mal|zum ersten mal": "first",
    "wie viele|wieviele": "count",
  }),
  politeAhead:
    marker(`und|jetzt|und jetzt|dann|und dann|kannst du|könntest du|kannst du bitte|könntest du bitte|bitte|ok|okay|ups|hoppla
    und bitte|jetzt bitte|also|so|nun|und nun|können wir|aber`),
  ends: phrases({
    "zuerst|zum ersten mal|das erste mal|erstmals|erstmalig|am frühesten": "first",
    "zuletzt|zum letzten mal|das letzte mal|letztmals|das letzte mal hier": "last",
  }),
  that: marker("das|das alles|das alle|die alle"),
  rather: marker("sondern|lieber|ich meinte|ich meine"),
  notBut: marker("nicht|nicht in|nicht aus|nein nicht|nicht die|nicht im|nicht der"),
  askFiller:
    marker(`nochmal|noch mal|noch einmal|benutze|benutze ich|nutze|verwende|fotografiere|fotografiere ich|habe ich|haben wir|hab ich|ich|wir|gibt es|gibt's|sind es|ist es|ist|sind|war|waren|wurde|wurden|haben|habe
    gemacht|aufgenommen|fotografiert|am meisten|am häufigsten|meistens|insgesamt|es|benutzt|verwendet|genutzt|mal|entstanden
    bleiben übrig|bleiben noch übrig|bleiben|übrig|noch übrig|noch|verbleiben|dabei|mit dabei|alles|gefeiert|abgebildet|zu sehen sind|zu sehen ist|meisten|am öftesten|oft|genau|besucht|gesehen|getroffen|hab
    waren wir|war ich|bin ich|zu sehen|hast du|hast|du|da|denn|eigentlich|geschossen|gewesen|schon|drauf|man|dort|hier|uns|davon gibt es`),
  inAll: marker(
    "war ich schon|waren wir schon|habe ich|haben wir|hab ich|insgesamt|gibt es insgesamt|überhaupt",
  ),
  only: marker(`lass nur|lass nur die|lasse nur|lasse nur die|lass bitte nur|schränk das auf|schränke das auf|schränk es auf|schränke es auf|grenz das auf|grenze das auf|begrenze das auf|begrenze es auf|nur|nur die|nur noch|nur noch die|bloß|lediglich|aber nur|und nur|jetzt nur|zeig nur|zeige nur|zeig mir nur
    zeige mir nur|davon nur|davon|von denen|von diesen|nur diejenigen|welche davon sind|welche davon|behalte|filtere|filter
    beschränke das auf|beschränke es auf|schränke das ein auf|schränk das ein auf|schränke ein auf|grenze das ein auf|begrenze auf|filtere nach|filter nach
    und davon|und davon nur|und von denen|und von diesen|jetzt davon|behalte nur|behalte die|beschränke sie auf|engere das ein auf|beschränke auf|nur fotos|nur bilder|die|diejenigen|nur das|nur den|nur der`),
  onlyAfter: marker("nur|davon|von denen|von diesen"),
  no: marker(
    "ach ne , doch|ach ne ,|ach ne|ne , doch|ne ,|nee , doch|nein , doch|ach nein , doch|nein warte ,|nein warte|nein , warte ,|nein , warte|warte ,|warte mal ,|halt ,|nein halt ,|moment ,|nein moment ,|nein sorry ,|ach nein ,|ach nee ,|quatsch ,|nein ,|nein|nee ,|nein :|nein -|nein .|doch lieber|nö ,|nein ich meine|nein , ich meine|nein , ich meinte|nein ich meinte",
  ),
  replace:
    marker(`zeig stattdessen|zeig mir stattdessen|zeige stattdessen|zeige mir stattdessen|zeig lieber|zeig mir lieber|in ganz|ganz|irgendwo in|überall in|das gleiche für|dasselbe für|das selbe für|das gleiche mit|dasselbe mit|das gleiche in|das gleiche nochmal für|mach das gleiche für
    mach dasselbe für|das gleiche bitte für|dasselbe bitte für|die gleiche suche für|dieselbe suche für|wiederhole das für|das gleiche aus
    ich meine|ich meinte|lieber|stattdessen|und was ist mit|was ist mit|das gleiche aber|dasselbe aber|dasselbe|das gleiche|wie wäre es mit|wie wär's mit|eher|doch
    ändere auf|ändere zu|wechsle zu|mach daraus|statt dessen`),
  insteadOf: marker("anstatt|anstelle von|an stelle von|statt"),
  swap: marker("ersetze|ersetz|tausche|tausch|ändere|änder|wechsle|wechsel"),
  swapFor: marker("durch|gegen|in|zu|auf|mit"),
  instead: marker("stattdessen|statt dessen|lieber|dafür|anstelle"),
  widen: marker(
    "auch|oder|plus|zusätzlich|und auch|auch noch|oder auch|füge hinzu|dazu|dazu noch|außerdem|ebenso|einschließlich",
  ),
  too: marker("mit dazu|hinzu|mit rein|auch|ebenfalls|dazu|noch dazu|auch noch"),
  addStarts: marker("nimm|füge|tu|pack|nehme|gib|bring"),
  andAhead: marker("und|aber|dann|jetzt|nun|und jetzt|und nun"),
  same: phrases({
    "vom selben tag|am selben tag|vom gleichen tag|am gleichen tag|von demselben tag|selber tag|gleicher tag|von dem tag|an dem tag":
      "day",
    "aus demselben monat|im selben monat|aus dem gleichen monat|im gleichen monat|vom selben monat": "month",
    "aus demselben jahr|im selben jahr|aus dem gleichen jahr|im gleichen jahr|vom selben jahr": "year",
    "vom selben ort|am selben ort|vom gleichen ort|am gleichen ort|aus derselben stadt|in derselben stadt|aus der gleichen stadt|von dort|selber ort|gleicher ort":
      "place",
    "von derselben reise|von der gleichen reise|von dieser reise|von der reise|auf dieser reise|auf der reise|aus demselben urlaub|aus dem gleichen urlaub|aus diesem urlaub|aus dem urlaub|im selben urlaub|in diesem urlaub":
      "trip",
  }),
  more: marker(
    "sonst noch etwas|noch etwas|noch was|sonst noch was|mehr|weitere|andere|noch mehr|was noch|was haben wir noch gemacht|was war noch|die anderen|die übrigen|alle|alles",
  ),
  as: marker("wie|wie bei"),
  anyOfThem: marker(
    "gibt's welche|gibt's da welche|gibt es welche|gibt es da welche|gibt es davon welche|gibt es eins|gibt es eines|welche|sind welche|sind da welche",
  ),
  drop: marker(
    `vergiss|ignoriere|entferne|lösche|lass|streiche|ohne|weg mit|entfern|verwirf|streich|setze|egal|unabhängig von`,
  ),
  dropEnds: marker(
    "muss nicht sein|muss nicht dabei sein|müssen nicht dabei sein|müssen nicht sein|muss nicht drauf sein|ist nicht nötig|sind nicht nötig|raus|weg|heraus|rausnehmen|egal|ist egal|ist mir egal|spielt keine rolle|ist unwichtig|vergessen|weglassen|entfernen|ignorieren|streichen|löschen|rausnehmen",
  ),
  outStarts: marker("nimm|lass|wirf|blende|schmeiß|lasse|nehme|sortiere|filtere|filter"),
  outEnds: marker("raus|weg|heraus|aus|fort|hinaus"),
  outVerbs: marker(
    "weg|raus|wieder rausnehmen|wieder raus|wieder weg|wieder weglassen|wieder rauswerfen|weglassen|rausnehmen|ausblenden|rauswerfen|rausfiltern|herausfiltern|aussortieren|auslassen|nicht zeigen|nicht anzeigen|können weg|kann weg|sollen weg|müssen weg",
  ),
  notOnly: marker("nicht nur|alle , nicht nur|nicht bloß|nicht unbedingt"),
  any: marker(
    "zu jeder|aus jedem|aus jeder|in jeder|in jedem|an jedem|mit jeder|mit jedem|von jedem|von jeder|ganz egal welche|ganz egal welcher|egal in welchem|egal in welcher|egal mit welcher|egal mit welchem|egal aus welchem|unabhängig vom|unabhängig von der|egal zu welcher|egal wie die|egal welchen|egal welcher|egal welche|egal welches|jeder|jede|jedes|alle|beliebiger|beliebige|beliebiges|irgendein|irgendeine|jeden",
  ),
  anything: phrases({
    "zeig alle|zeig mir alle|zeige alle|zeig sie alle|alle zeigen|alle anzeigen|ohne begrenzung|ohne limit|keine begrenzung":
      "limit",
    "überall|egal wo|ist egal wo|wo ist egal|spielt keine rolle wo|irgendwo|von überall|weltweit": "where",
    "jederzeit|egal wann|ist egal wann|wann ist egal|irgendwann|aller zeiten|aus allen jahren": "when",
    "egal wer|egal mit wem|wer ist egal|mit allen|jeder|alle leute": "people",
  }),
  filterNoun: marker("filter|bedingung|einschränkung|weg|raus|fallen|zurück|egal|hinaus"),
  everyFilter: marker("filter|alle filter|die filter|alles|alle bedingungen"),
  subjects: phrases({
    "stadt|ort|orte|land|region|gegend|wo|städte|länder|ortsfilter|ortschaft": "where",
    "datum|monat|tag|zeit|wann|jahreszeit|woche|zeitraum|datumsfilter": "when",
    "jahr|jahre|jahrzehnt": "year",
    "uhrzeit|tageszeit": "hour",
    "kamera|handy|kameras|kamerafilter|gerät": "camera",
    "objektiv|objektive|brennweite|brennweiten": "lens",
    "iso|iso-wert": "iso",
    blitz: "flash",
    "person|personen|leute|name|namen|wer|gesichter|personenfilter": "people",
    "typ|format|dateityp|dateiname|größe|ausrichtung|auflösung": "type",
    "bewertung|sterne|favoriten": "rating",
    "schlagwort|stichwort|tags|schlagwörter|stichwörter": "keyword",
  }),
  undo: marker(
    [
      sequences(
        "|mach|mache|mach's|bitte mach",
        "|das|es|das alles|dies|den letzten schritt|letzten schritt|die letzte änderung|letzte änderung|letzten filter|letzte einschränkung",
        "|wieder|bitte|bitte wieder",
        "rückgängig",
        "|machen",
      ),
      sequences("nimm|nehm", "das|es|den letzten filter", "|wieder|bitte|bitte wieder", "zurück|weg"),
      sequences("letzten filter|letzte einschränkung", "entfernen|löschen|weg"),
      sequences(
        "|geh|gehe|ups|nochmal|noch mal|wieder|bitte",
        "|bitte|nochmal|wieder",
        "|einen|einen schritt|schritt",
        "zurück",
      ),
      sequences(
        "|zurück zum|zurück zur|zurück zu den",
        "vorherigen|vorherige suche|vorherigen suche|vorheriges ergebnis",
      ),
      sequences("|so", "wie vorher|wie zuvor|wie eben"),
    ].join("|"),
  ),
  steps: marker("schritte|mal|suchen"),
  twice: phrases({ zweimal: 2, dreimal: 3 }),
  startOver: marker(
    "filter löschen|alle filter löschen|alle filter entfernen|filter entfernen|alle filter zurücksetzen|filter zurücksetzen|alle filter aufheben|filter aufheben|alle filter weg|neue frage|neues thema|andere frage|etwas ganz anderes|alles nochmal von vorn|alles nochmal von vorne|nochmal von vorn|alles von vorn|alles von vorne|fang neu an|fange neu an|fang von vorn an|fang nochmal an|beginne neu|neu beginnen|beginn von vorn|von vorn|von vorne|neu anfangen|neue suche|alles zurücksetzen|zurücksetzen|neustart|fang von vorne an|alles löschen|etwas anderes|nochmal von vorne|vergiss alles",
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
  actTails: phrases({
    "als favorit markieren|als favoriten markieren|zu den favoriten hinzufügen|zu meinen favoriten hinzufügen|als favorit speichern|favorisieren":
      "favourite",
    "aus den favoriten entfernen|aus den favoriten nehmen|aus meinen favoriten entfernen|aus den favoriten löschen":
      "unfavourite",
  }),
  beyond: marker(
    "lösche|lösch|archiviere|teile|teil|drucke|druck|sende|schicke|schick|verschicke|verschick|versende|verschiebe|kopiere|drehe|dreh|speichere|bearbeite",
  ),
  copies: marker("duplikate|dubletten|doppelte|doppelten|kopien"),
  makes: marker(
    "mach|mache|erstelle|erstell|tu|leg|lege|pack|packe|steck|stecke|füge|ordne|bau|baue|sammle|sammel|verschiebe|gestalte",
  ),
  works: marker("album|alben|fotoalbum|collage|collagen|diashow|fotobuch|kalender|video|film|ordner|poster"),
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
