import type { FieldName } from "../field-names.ts";
import { fileTypes } from "../file-types.ts";
import type { GearWords, NotWords, OrderWords, WhereWords } from "../language.ts";
import { marker, phrases, words } from "../phrases.ts";

export const where: WhereWords = {
  leads:
    marker(`in|im|aus|in der|in den|aus der|aus den|aus dem|an|am|an der|am ort|nach|auf|bei|beim|durch|rund um|um|auf dem
    aufgenommen in|gemacht in|die in`),
  of: marker("von|vom"),
  vaguelyNear: marker("bei"),
  underway: marker(
    "weg nach|weg von|rückweg von|rückweg aus|heimweg von|heimweg aus|flug nach|flug von|zug nach|zug von|fahrt nach|rückfahrt von|fähre nach|ticket nach|tickets nach|fahrkarte nach",
  ),
  near: marker(
    "nahe|bei|in der nähe von|in der nähe vom|in der nähe des|unweit von|in der umgebung von|nahe bei|rund um",
  ),
  within:
    marker(`im umkreis von|in einem umkreis von|weniger als|höchstens|bis zu|maximal|innerhalb von|im radius von|unter
    umkreis`),
  ofDistance: marker("um|von|rund um|bei|nach|um den|vom|entfernt von|herum um"),
  lengths: phrases({
    "km|kilometer|kilometern": 1,
    "m|meter|metern": 0.001,
    "meilen|meile": 1.609344,
  }),
  abroad: marker("im ausland|ausland|in anderen ländern|in fremden ländern|aus dem ausland"),
  located: marker(
    "gps - daten|gps-daten|ortsdaten|ort|ortsangabe|standort|gps|koordinaten|gps daten|ortsdaten|einem ort|einen ort",
  ),
  geotagged: marker("verortet|verortete|geotaggt"),
  beyond: marker("mehr als|über|weiter als|mindestens"),
  bearing: marker("die|welche|haben|mit einer"),
  people: marker("mit|von|und mir mit|zeigen"),
};

export const gear: GearWords = {
  takenWith: marker(
    `mit|mit der|mit dem|mit einer|mit einem|aufgenommen mit|gemacht mit|fotografiert mit|von|vom|per|geschossen mit|mit meiner|mit meinem`,
  ),
  strongly: marker("aufgenommen mit|gemacht mit|fotografiert mit|geschossen mit"),
  camera: marker("kamera|kameras|objektiv|gehäuse"),
  aged: marker("alten|alte|altes|neuen|neue|neues|anderen|andere|ersten|zweiten|kleinen"),
  phone: marker("handy|smartphone|telefon|mobiltelefon|handys|iphones"),
  kinds: phrases({
    "drohne|drohnen|quadrocopter|luftbild": "drone",
    "actioncam|action-cam|action cam|action kamera|actionkamera|action-kamera": "action",
    "scanner|flachbettscanner|filmscanner|diascanner": "scanner",
  }),
  scans: marker(
    "scans|scan|gescannte|gescannten|eingescannte|eingescannten|eingescannt|gescannt|filmscans|diascans|dias|negative|negativscans|analoge|analogen",
  ),
  by: marker("per|via"),
  wide: marker("weitwinkel|weitwinkelobjektiv|ultraweitwinkel|superweitwinkel"),
  tele: marker("teleobjektiv|tele|telezoom"),
  flash: marker("blitz|blitzlicht"),
  flashFired: phrases({
    "blitz war an|blitz an|blitz ausgelöst|eingeschaltetem blitz|eingeschalteter blitz|blitz wurde ausgelöst|blitz benutzt": true,
    "blitz verwendet|blitz eingeschaltet|blitz war eingeschaltet": true,
    "blitz war aus|blitz aus|ausgeschaltetem blitz|blitz ausgeschaltet|abgeschaltetem blitz": false,
  }),
  focal: marker(
    "brennweite genau|brennweite von genau|brennweite|brennweite von|einer brennweite von|einer brennweite|brennweiten|brennweiten von",
  ),
  iso: marker("iso"),
  aperture: marker("blende|blendenzahl|blende von"),
  exposure: marker("belichtungszeit|belichtungszeit von|belichtung von|verschlusszeit|verschlusszeit von"),
  longExposure: marker(
    "langzeitbelichtung|langzeitbelichtungen|langzeitaufnahme|langzeitaufnahmen|lange belichtung|langer belichtung|lange belichtungen",
  ),
  seconds: marker("s|sek|sekunde|sekunden"),
  videos: phrases({
    "videos|videoclips|clips|filme|filmen|videoaufnahmen|filmaufnahmen|filmchen": "many",
    "video|videoclip|videoaufnahme": "one",
  }),
  lengths: phrases({
    "s|sek|sekunde|sekunden": 1,
    "min|minute|minuten": 60,
    "h|std|stunde|stunden": 3600,
  }),
  lengthLinks: marker("die|welche|mit einer länge von|von|mit"),
  longer: words("länger kürzer laenger kuerzer"),
  photosOnly: marker("nur fotos|nur bilder|bloß fotos|ausschließlich fotos|lediglich fotos"),
  noVideos: ["keine", "videos"],
  highIso: marker("hohe iso|hoher iso|hohem iso|hohe iso-werte"),
  lowIso: marker("niedrige iso|niedriger iso|niedrigem iso|geringe iso|geringer iso"),
  over: marker("über|mehr als|größer als|höher als|länger als|>"),
  under: marker("unter|weniger als|kleiner als|niedriger als|kürzer als|<"),
  atLeast: marker("mindestens|ab|wenigstens|minimum"),
  atMost: marker("höchstens|maximal|bis zu"),
  orMore: marker(
    "oder mehr|oder länger|und länger|oder besser|oder höher|oder darüber|und mehr|und besser|aufwärts|+",
  ),
  orLess: marker("oder weniger|oder schlechter|oder niedriger|und weniger|oder darunter"),
  megapixels: marker("megapixel|megapixeln|mp|mpx|mpix"),
  millimetres: marker("mm|millimeter|millimetern"),
  types: fileTypes,
  fileNouns: marker("datei|dateien|fotos|foto|bilder|bild|format|aufnahmen"),
  extension: marker("mit endung|mit der endung|endung|dateiendung|mit der dateiendung"),
  named: marker(
    "die datei namens|datei namens|die datei mit dem namen|datei mit dem namen|die datei|foto namens|das foto namens|das bild namens|bild namens|mit dem dateinamen|namens|mit namen|mit dem namen|dateiname|datei|genannt",
  ),
  fileNamed: marker(
    "die datei namens|datei namens|dateien namens|die datei mit dem namen|datei mit dem namen|mit dem dateinamen|dateiname|die datei",
  ),
  fields: phrases<FieldName>({
    "kamera|modell|gerät": "camera",
    "hersteller|marke": "make",
    objektiv: "lens",
    "stadt|ort": "city",
    "bundesland|gegend": "region",
    land: "country",
    "platz|stelle": "place",
    "mit|leute|personen": "person",
    "schlagwort|stichwort|schlagworte": "keyword",
    "datum|am": "date",
    "vor|bis": "before",
    "nach|seit|ab": "after",
    jahr: "year",
    blende: "aperture",
    brennweite: "focalLength",
    "bewertung|sterne": "rating",
    "typ|art|endung": "type",
    "datei|dateiname": "fileName",
    "ausrichtung|lage": "orientation",
    "ist|hat": "is",
  }),
  orientations: phrases({
    "hochformat|hochkant|senkrecht|vertikal|hochformatige|hochformatigen|senkrechte|senkrechten|vertikale|vertikalen|hochkanten|hochkante":
      "portrait",
    "querformat|waagerecht|horizontal|querformatige|querformatigen|waagerechte|waagerechten|waagrecht|horizontale|horizontalen":
      "landscape",
    "quadratisch|quadratische|quadratischen|quadratformat|quadratisches format": "square",
    "panorama|panoramen|panoramas|panoramaformat|panoramaaufnahmen": "panorama",
  }),
  shapes: phrases({ "quer|breit": "landscape", hoch: "portrait" }),
  motion: marker(
    "live foto|live fotos|live-foto|live-fotos|livefoto|livefotos|live-bild|live-bilder|livebilder|live photo|live photos|motion photos|bewegte fotos|bewegte bilder|bewegten fotos|bewegten bilder|bewegtfotos",
  ),
  screenshot: marker("screenshot|screenshots|bildschirmfoto|bildschirmfotos|bildschirmaufnahmen"),
  favourite: marker("favorisierte|favorisierten|liebsten|liebling|lieblings"),
  favourites: marker(
    "favoriten|lieblingsfotos|lieblingsbilder|als favorit markierte|als favorit markiert|lieblinge|lieblings",
  ),
  stars: marker("stern|sterne|sternen"),
  work: marker("arbeiten|arbeit|werke"),
  rated: marker("bewertet|bewertet mit|bewertung|mit bewertung|mit einer bewertung von|bewertung von"),
  unrated: marker("unbewertet|unbewertete|ohne bewertung|nicht bewertet|ohne sterne"),
  tagged:
    marker(`schlagwort|stichwort|mit dem schlagwort|mit schlagwort|mit dem stichwort|mit stichwort|verschlagwortet mit
    markiert als|getaggt mit|getaggt als|tag :|#|schlagwörter|mit tag|mit dem tag|schlagwort :`),
  untagged: marker(
    "ohne schlagwort|ohne schlagwörter|ohne schlagworte|ohne stichwort|ohne stichwörter|ohne tags|nicht verschlagwortet|unverschlagwortet|keine schlagwörter|ohne ein schlagwort",
  ),
  undated: marker("undatiert|undatierte|ohne datum|nicht datiert|ohne aufnahmedatum"),
};

export const not: NotWords = {
  not: marker(`nimm die raus mit|wirf die raus mit|schmeiß die raus mit|ohne|ohne ein|ohne eine|ohne einen|nicht|kein|keine|keinen|keiner|keinem|keines|weder|außer|ausser|außer denen|außer denen mit|entferne die mit|ohne die mit|außer die|außer in|bis auf
    aber nicht|und nicht|aber keine|aber kein|aber ohne|und ohne|und keine|die nicht|welche nicht|nicht mit|ausgenommen
    abgesehen von|anstatt|die keine|wo keine|wo kein|auf denen keine|auf denen kein|nicht aus|nie|niemals|nirgends|alles außer
    jeder außer|jeden außer|allen außer|alle außer|nicht enthalten|nichts aus|nichts von|nichts mit|nichts in|nicht zeigen|die nicht zeigen|überall außer|überall außer in|überall außer in der|alle bis auf|alles bis auf|mit ausnahme von|mit ausnahme der
    zeig keine|zeig mir keine|zeige mir keine|ich will keine|ich möchte keine|lass die mit|lass die aus|lass die von|blende die
    blende die mit|blende die aus|blende|blende alle|lass die fotos mit|lass die bilder mit|aber nicht mit|aber nicht aus
    und nicht mit|und nicht aus|nicht die|nicht die mit|nicht die aus|aber keines|aber keins|außer von|außer mit|keins|keines
    alle außer|und kein|ohne die|ohne den|ohne das|jedoch nicht|jedoch ohne|sondern nicht`),
  links:
    marker(`von|vom|aus|in|im|mit|an|am|auf|bei|beim|zu|nach|die|denen|diejenigen|irgendwelche|alle|alles|aufgenommen|gemacht
    fotografiert|geschossen|entstanden|während|aus dem|aus der|mit der|mit dem|die ich|in der|für|jene|solche|solchen`),
  behind:
    marker(`nicht ist|nicht zu sehen ist|nicht drauf ist|nicht dabei ist|nicht vorkommt|nicht auftaucht|fehlt|nicht dabei war|nicht sind
    nicht zu sehen sind|nicht drauf sind|nicht dabei|nicht drauf|ausgenommen|ist nicht drauf|ist nicht dabei|nicht erscheint
    ist nicht zu sehen|nicht abgebildet ist|nicht mit drauf ist|nicht mit dabei ist|war nicht dabei`),
  nobody:
    marker(`niemand am|niemand an der|niemand auf der|niemand auf dem|niemand im|niemand in der|niemand im bild|niemand auf dem bild|niemand auf dem foto|niemand zu sehen|keiner im bild|keiner drauf|mit niemandem drauf|mit niemandem|niemand drauf|ohne jemanden|ohne jemanden drauf|ohne irgendwen|wo niemand drauf ist
    wo niemand zu sehen ist|auf denen niemand ist|auf denen niemand zu sehen ist|wo keiner drauf ist|auf denen keiner ist
    auf denen man niemanden sieht|auf denen keiner zu sehen ist|ohne leute drauf|ohne menschen drauf|ohne personen drauf`),
  people: "Menschen",
  notBoth: marker(
    "nicht beide|aber nicht beide|aber nicht beide zusammen|nicht beide zusammen|aber nicht zusammen",
  ),
  alone:
    marker(`sonst niemand|niemand sonst|und sonst niemand|und niemand sonst|sonst keiner|und sonst keiner|allein|alleine|ganz allein
    ganz alleine|ohne andere|ohne andere leute|ohne andere personen|ohne andere menschen|ohne jemand anderen`),
  neither: marker("weder"),
  nor: marker("noch"),
  outside: marker("außerhalb|außerhalb von"),
  things: marker(
    "kein zutritt|kein durchgang|keine durchfahrt|nicht nur|nicht mehr|kein wunder|kein eingang|kein ausgang|noch nicht",
  ),
  ends: marker(`in|im|auf|an|am|aus|bei|mit|ohne|von|vom|aber|nahe|für|seit|vor|nach|wo|die|das|der|bitte|wenn|unter|über|hinter
    als|per|zu|zwischen|ist|sind|war|waren|während|nicht|nur|sondern|stattdessen|zu sehen|zeigen|sehen|drauf|darauf|gemacht|hat|haben`),
};

export const order: OrderWords = {
  orders: phrases({
    "zeitleiste|eine zeitleiste|eine chronik": "oldest",
    absteigend: "newest",
    aufsteigend: "oldest",
    "aufsteigend nach datum|aufsteigend nach datum sortieren|nach datum aufsteigend|aufsteigend sortieren":
      "oldest",
    "absteigend nach datum|absteigend nach datum sortieren|nach datum absteigend|nach datum absteigend sortiert|nach datum sortieren|absteigend sortieren|sortiert nach datum":
      "newest",
    "kürzlich|neulich|in letzter zeit|vor kurzem|neueste zuerst|neueste oben|die neuesten oben|neuestes oben|von neu nach alt|neuesten zuerst|neuestes zuerst|die neuesten zuerst|neue zuerst|nach datum|nach datum sortiert":
      "newest",
    "älteste zuerst|älteste oben|die ältesten oben|ältestes oben|von alt nach neu|ältesten zuerst|ältestes zuerst|die ältesten zuerst|alte zuerst|chronologisch|der reihe nach":
      "oldest",
    "beste bewertung|mit der besten bewertung|die beste bewertung|höchste bewertung|mit der höchsten bewertung|beste zuerst|beste oben|die besten oben|besten zuerst|die besten zuerst|bestes zuerst|nach bewertung|nach bewertung sortiert":
      "best",
  }),
  reversed: marker(
    "andersherum|anders herum|umgekehrt|in umgekehrter reihenfolge|umgekehrte reihenfolge|dreh die reihenfolge um|reihenfolge umkehren|kehr die reihenfolge um",
  ),
  more: marker("mehr|weitere|noch|mehr davon"),
  superlatives: phrases({
    "neuesten|neue|neuen|aktuelle|aktuellen|neueste|neuestes|neusten|neuste|aktuellsten|aktuellste|jüngsten|letzten|letzte|letztes":
      "newest",
    "ältesten|älteste|ältestes|frühesten|früheste": "oldest",
    "besten|beste|bestes|schönsten|schönste|schönstes|top": "best",
  }),
  aDay: marker(
    "pro tag|am tag|je tag|für jeden tag|jeden tag|von jedem tag|an jedem tag|täglich|zu jedem tag|für jeden einzelnen tag",
  ),
  perDay: marker(
    "eins pro tag|ein foto pro tag|ein bild pro tag|eines pro tag|je eins pro tag|pro tag eins|pro tag ein foto|eins je tag",
  ),
  ofThem: marker("davon|von denen|von ihnen|von diesen|treffer|ergebnisse"),
  any: marker("irgendwelche|beliebige"),
  top: marker("top"),
  atMost: marker("höchstens|maximal|bis zu|nicht mehr als"),
};
