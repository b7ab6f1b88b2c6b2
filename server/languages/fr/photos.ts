import type { FieldName } from "../field-names.ts";
import { fileTypes } from "../file-types.ts";
import type { GearWords, NotWords, OrderWords, WhereWords } from "../language.ts";
import { frenchMarker as marker, frenchPhrases as phrases, frenchWords as words } from "./elision.ts";

export const where: WhereWords = {
  leads:
    marker(`à|à la|à l'|au|aux|en|dans|dans le|dans la|dans les|dans l'|sur|sur la|sur le|sur les|vers|par|chez|devant|devant la|devant le|autour de|à travers
    prises à|prise à|prises en|faites à|prises au|prises dans|qui sont à|qui sont en|depuis|pour`),
  of: marker("de|du|d'|de la|de l'|des"),
  vaguelyNear: marker("chez"),
  underway: marker(
    "chemin de|route pour|en route pour|route vers|vol pour|vol vers|vol de|train pour|train de|trajet vers|billet pour|billets pour",
  ),
  near: marker(
    "près de|près du|près d'|près de la|à côté de|proche de|proches de|non loin de|pas loin de|aux environs de|aux alentours de|autour de|dans les environs de",
  ),
  within: marker(
    "à moins de|dans un rayon de|à|au plus|jusqu'à|à moins d'|à environ|dans un rayon d'|moins de",
  ),
  ofDistance: marker("de|du|d'|de la|de l'|autour de|autour d'|autour du"),
  lengths: phrases({
    "km|kilomètres|kilomètre|kms": 1,
    "m|mètres|mètre": 0.001,
    "milles|mille": 1.609344,
  }),
  abroad: marker(
    "à l'étranger|de l'étranger|voyages à l'étranger|dans d'autres pays|dans un autre pays|hors du pays",
  ),
  located: marker(
    "lieu|un lieu|gps|coordonnées|des coordonnées|données gps|localisation|une localisation|position|géolocalisation",
  ),
  geotagged: marker("géolocalisées|géolocalisée|géotaguées"),
  beyond: marker("à plus de|plus de|au-delà de|à au moins"),
  bearing: marker("qui ont|ayant|avec|ont|avec un|avec une|qui a"),
  people: marker(
    "avec|de|d'|photos avec|et moi avec|où il y a|où figure|où figurent|où apparaît|où l'on voit|où on voit|sur lesquelles on voit|montrant|avec mon|à",
  ),
};

export const gear: GearWords = {
  takenWith: marker(
    "prises avec|prise avec|prises avec un|prises avec une|faites avec|avec|avec le|avec la|avec l'|avec un|avec une|avec mon|avec ma|de|du|d'|à l'|au|que j'ai prises avec|prises au|prises à l'",
  ),
  strongly: marker(
    "prises avec|prise avec|faites avec|prises au|prises à l'|que j'ai prises avec|prises avec un|prises avec une",
  ),
  camera: marker("appareil|appareil photo|appareils|objectif|caméra"),
  aged: marker("vieux|vieil|vieille|nouveau|nouvel|nouvelle|ancien|ancienne|autre|premier|petit"),
  phone: marker("téléphone|portable|smartphone|mobile|téléphones|téléphone portable"),
  kinds: phrases({
    "drone|drones|quadricoptère|vue aérienne|vues aériennes": "drone",
    "caméra d'action|caméras d'action|caméra sportive|caméras sportives|caméra embarquée|action cam":
      "action",
    "scanner|scanneur|scanner à plat|scanner de négatifs|scanner de diapositives": "scanner",
  }),
  scans: marker(
    "scans|scan|scannée|scannées|scanné|scannés|numérisée|numérisées|photos scannées|photos numérisées|diapositives|diapositive|diapos|négatifs|négatifs scannés|argentiques|photos argentiques",
  ),
  by: marker("par|en|au"),
  wide: marker("grand angle|grand-angle|ultra grand angle"),
  tele: marker("téléobjectif|télé|zoom"),
  flash: marker("flash|le flash"),
  flashFired: phrases({
    "flash allumé|flash activé|flash déclenché|le flash allumé|flash utilisé": true,
    "flash éteint|flash désactivé|le flash éteint": false,
  }),
  focal: marker(
    "focale|focale de|une focale de|distance focale|distance focale de|longueur focale|focales|focales de",
  ),
  iso: marker("iso"),
  aperture: marker("ouverture|ouverture de|une ouverture de|diaphragme"),
  exposure: marker(
    "temps de pose|temps de pose de|exposition de|une exposition de|vitesse d'obturation|vitesse d'obturation de|temps d'exposition|temps d'exposition de",
  ),
  longExposure: marker("pose longue|poses longues|longue pose|longues poses|longue exposition"),
  seconds: marker("s|sec|seconde|secondes"),
  videos: phrases({ "vidéos|clips|films|séquences vidéo": "many", "vidéo|clip vidéo": "one" }),
  lengths: phrases({
    "s|sec|seconde|secondes": 1,
    "min|mn|minute|minutes": 60,
    "h|heure|heures": 3600,
  }),
  lengthLinks: marker("qui durent|qui dure|de|d'|d'une durée de|d'une durée d'"),
  longer: words(""),
  photosOnly: marker(
    "seulement des photos|uniquement des photos|que des photos|juste des photos|photos seulement|photos uniquement",
  ),
  noVideos: ["sans", "videos"],
  highIso: marker("iso élevé|iso élevés|hauts iso|haut iso"),
  lowIso: marker("iso bas|bas iso|iso faible|iso faibles"),
  over: marker(
    "plus de|plus d'|de plus de|de plus d'|supérieur à|supérieure à|au-dessus de|plus longues que|plus long que|>",
  ),
  under: marker(
    "moins de|moins d'|de moins de|de moins d'|inférieur à|inférieure à|en dessous de|plus courtes que|<",
  ),
  atLeast: marker("au moins|minimum|d'au moins|au minimum"),
  atMost: marker("au plus|maximum|d'au plus|au maximum|jusqu'à|tout au plus"),
  orMore: marker("ou plus|et plus|ou mieux|ou davantage|+|minimum"),
  orLess: marker("ou moins|et moins|ou pire|maximum"),
  megapixels: marker("mégapixels|mégapixel|mp|mpx|mpix"),
  millimetres: marker("mm|millimètres|millimètre"),
  types: fileTypes,
  fileNouns: marker("fichier|fichiers|format|photos|photo|images|image"),
  extension: marker("extension|avec l'extension|se terminant par|qui se terminent par"),
  named: marker(
    "fichier nommé|le fichier nommé|fichier appelé|le fichier appelé|fichier|le fichier|nommée|appelée|nom de fichier|avec le nom|la photo appelée|photo nommée|intitulée",
  ),
  fileNamed: marker(
    "fichier nommé|le fichier nommé|fichiers nommés|fichier appelé|le fichier appelé|le fichier du nom de|fichier du nom de|le fichier|nom de fichier|avec le nom de fichier",
  ),
  fields: phrases<FieldName>({
    "appareil|modèle|caméra": "camera",
    "marque|fabricant": "make",
    objectif: "lens",
    ville: "city",
    "région|département": "region",
    pays: "country",
    "lieu|endroit": "place",
    "personne|personnes|avec|qui": "person",
    "mot-clé|motclé|étiquette": "keyword",
    "date|le": "date",
    "avant|jusque": "before",
    "après|depuis": "after",
    "année|an": "year",
    ouverture: "aperture",
    focale: "focalLength",
    "note|étoiles": "rating",
    mégapixels: "megapixels",
    "type|format|extension": "type",
    "fichier|nom": "fileName",
    orientation: "orientation",
    "est|a": "is",
  }),
  orientations: phrases({
    "en portrait|format portrait|mode portrait|vertical|verticale|verticales|à la verticale|format vertical":
      "portrait",
    "en paysage|format paysage|mode paysage|horizontal|horizontale|horizontales|à l'horizontale|à l'italienne":
      "landscape",
    "carré|carrée|carrées|format carré|au carré": "square",
    "panorama|panoramas|panoramique|panoramiques": "panorama",
  }),
  shapes: phrases({ portrait: "portrait", paysage: "landscape" }),
  motion: marker("live photo|live photos|photo animée|photos animées|photos en mouvement"),
  screenshot: marker("capture d'écran|captures d'écran|captures|copies d'écran|screenshots|screenshot"),
  favourite: marker("favorite|favori|préférée"),
  favourites: marker(
    "favoris|favorites|mes favoris|mes favorites|photos préférées|préférées|mes préférées|mes photos préférées|marquées comme favorites|photos favorites|coups de coeur",
  ),
  stars: marker("étoile|étoiles"),
  work: marker("travaux|travail|œuvres|oeuvres"),
  rated: marker("notées|notée|note|note de|avec une note de|avec la note|notées avec"),
  unrated: marker("non notées|pas notées|sans note|sans étoile|sans étoiles|non notée"),
  tagged: marker(
    "étiquetées|étiquette|avec l'étiquette|mot-clé|avec le mot-clé|mots-clés|taguées|tag|avec le tag|#|mot clé|avec le mot clé|mot-clé :",
  ),
  untagged: marker(
    "sans étiquette|sans étiquettes|sans mot-clé|sans mots-clés|non étiquetées|sans tag|sans tags|sans mot clé",
  ),
  undated: marker("sans date|non datées|qui n'ont pas de date|non datée"),
};

export const not: NotWords = {
  not: marker(`sans|sans le|sans la|sans les|sans l'|sans aucun|sans aucune|sans mon|pas|pas de|pas d'|pas à|pas en|pas au|pas le|pas la|pas les|non|aucun|aucune|ni|sauf|sauf à|sauf en|sauf celles de|sauf celles avec|hormis|excepté|à l'exception de|à part
    mais pas|mais pas à|mais pas en|mais pas de|mais pas avec|mais sans|et sans|et pas|qui ne sont pas|qui n'ont pas|qui n'ont pas de|qui ne sont pas à|qui ne montrent pas|ne sont pas|n'est pas|qui n'est pas|où il n'y a pas|où il n'y a pas de
    tout sauf|toutes sauf|partout sauf|partout sauf à|partout sauf en|je ne veux pas|je ne veux pas de|ne montre pas|ne montre pas de|exclus|exclure|en excluant|jamais|jamais à|rien de|enlève celles avec|enlève celles de|sans ceux|sans celles|pas celles|pas celles de|pas celles avec|pas prises|où n'apparaît pas|autre que|autres que`),
  links: marker(
    "de|du|d'|à|au|en|dans|avec|le|la|les|l'|celles|celles de|celles avec|ceux|aucune|aucun|prises|prise|faites|que j'ai prises|qui sont|qui ont|pendant|des|de la|de l'|dans le|dans la|sur|y a|montrent",
  ),
  behind: marker(
    "n'est pas là|n'apparaît pas|n'est pas dessus|n'y est pas|ne sont pas là|n'apparaissent pas|n'est pas visible|n'y sont pas|ne figure pas",
  ),
  nobody: marker(
    "sans personne|sans personne dessus|sans gens|sans âme qui vive|où il n'y a personne|sur lesquelles il n'y a personne|personne sur la photo|avec personne|sans aucune personne|sans personne sur la photo|sans personne autour|sans les gens|sans qui que ce soit",
  ),
  people: "personnes",
  notBoth: marker("mais pas les deux|pas les deux|mais pas ensemble|pas ensemble|mais pas les deux ensemble"),
  alone: marker(
    "et personne d'autre|personne d'autre|sans personne d'autre|seule|toute seule|tout seul|seul|sans les autres|sans autres personnes|rien qu'elle",
  ),
  neither: marker("ni"),
  nor: marker("ni"),
  outside: marker("hors de|hors du|en dehors de|en dehors du|loin de|hors d'"),
  things: marker(
    "sans doute|sans aucun doute|pas seulement|pas encore|pas mal|sans cesse|pas que|pas grave|sans-abri|sans fil",
  ),
  ends: marker(`à|au|aux|en|de|du|d'|dans|avec|sans|par|mais|près|prises|pendant|pour|depuis|avant|après|où|qui|que|s'il|quand|sous|sur|derrière
    entre|est|sont|était|ne|pas|comme|seulement|et|vers`),
};

export const order: OrderWords = {
  orders: phrases({
    "frise chronologique|une frise chronologique|une chronologie|chronologie": "oldest",
    "les plus récentes d'abord|plus récentes d'abord|les plus récentes en premier|plus récentes en premier|les plus récentes|plus récentes|la plus récente|plus récente|de la plus récente à la plus ancienne|par date|triées par date|récemment|dernièrement":
      "newest",
    "les plus anciennes d'abord|plus anciennes d'abord|les plus anciennes en premier|plus anciennes en premier|les plus anciennes|plus anciennes|plus ancienne|la plus ancienne|les plus vieilles|par ordre chronologique|dans l'ordre chronologique|chronologiquement":
      "oldest",
    "les meilleures d'abord|meilleures d'abord|les mieux notées|mieux notées|par note|triées par note|les meilleures en premier":
      "best",
  }),
  reversed: marker(
    "à l'envers|dans l'ordre inverse|ordre inverse|inverse l'ordre|dans l'autre sens|en sens inverse",
  ),
  more: marker("plus|autres|de plus|encore"),
  superlatives: phrases({
    "dernières|dernière|récentes|nouvelles|plus récentes": "newest",
    "plus anciennes|plus vieilles": "oldest",
    "meilleures|meilleure|plus belles": "best",
  }),
  aDay: marker("par jour|chaque jour|pour chaque jour|de chaque jour|quotidienne"),
  perDay: marker(
    "une par jour|une photo par jour|une image par jour|une chaque jour|une photo pour chaque jour|une photo de chaque jour",
  ),
  ofThem: marker("d'entre elles|d'entre eux|de celles-ci|de ces photos|résultats"),
  any: marker("n'importe quelles|n'importe lesquelles|quelconques"),
  top: marker("top|seulement|les|maximum"),
  atMost: marker("au plus|au maximum|maximum|jusqu'à|pas plus de"),
};
