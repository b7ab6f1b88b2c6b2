import type { FieldName } from "../field-names.ts";
import { fileTypes } from "../file-types.ts";
import type { GearWords, NotWords, OrderWords, WhereWords } from "../language.ts";
import { marker, phrases, words } from "../phrases.ts";

export const where: WhereWords = {
  leads:
    marker(`en|en el|en la|en los|en las|desde|por|por el|por la|a|al|a la|hacia|alrededor de|dentro de|delante de|delante del|frente a
    hechas en|hecha en|tomadas en|sacadas en|que están en|que son de|en ella`),
  of: marker("de|del|de la|de las|de los"),
  vaguelyNear: marker("alrededor"),
  underway: marker(
    "camino a|camino de|de camino a|vuelta de|vuelo a|vuelo de|tren a|tren de|autobús a|billete a|billetes a|billete para",
  ),
  near: marker(
    "cerca de|cerca del|cerca de la|al lado de|junto a|no lejos de|en las cercanías de|en los alrededores de|alrededores de|próximas a",
  ),
  within: marker("a menos de|en un radio de|a|en|hasta|como mucho a|a no más de|menos de|a unos"),
  ofDistance: marker("de|del|de la|alrededor de|desde|en torno a"),
  lengths: phrases({
    "km|kilómetros|kilómetro|kms": 1,
    "m|metros|metro": 0.001,
    "millas|milla": 1.609344,
  }),
  abroad: marker(
    "en el extranjero|del extranjero|viajes al extranjero|en otros países|en otro país|fuera del país",
  ),
  located: marker(
    "ubicación|una ubicación|gps|coordenadas|datos gps|localización|lugar|un lugar|datos de ubicación|geolocalización",
  ),
  geotagged: marker("geolocalizadas|geoetiquetadas|geolocalizada"),
  beyond: marker("a más de|más de|más allá de|al menos a"),
  bearing: marker("que tienen|que tengan|con|tienen|con una|con un"),
  people: marker(
    "con|de|fotos con|y yo con|junto a|junto con|donde sale|donde salen|en las que sale|en las que salen|que sale|donde aparece|donde aparecen|en las que aparece|en las que aparecen|a",
  ),
};

export const gear: GearWords = {
  takenWith: marker(
    "hechas con|hecha con|tomadas con|tomada con|sacadas con|sacada con|con|con el|con la|con un|con una|con mi|de|del|desde|usando|que hice con|que saqué con",
  ),
  strongly: marker(
    "hechas con|hecha con|tomadas con|tomada con|sacadas con|sacada con|usando|que hice con|que saqué con|hechas con una|hechas con un",
  ),
  camera: marker("cámara|cámaras|objetivo"),
  aged: marker("vieja|viejo|nueva|nuevo|otra|otro|primera|segunda|antigua|antiguo"),
  phone: marker("móvil|teléfono|celular|smartphone|móviles|teléfono móvil"),
  kinds: phrases({
    "dron|drones|cuadricóptero|vista aérea|vistas aéreas": "drone",
    "cámara de acción|cámaras de acción|cámara deportiva|cámaras deportivas": "action",
    "escáner|escáneres|escáner plano|escáner de negativos|escáner de diapositivas": "scanner",
  }),
  scans: marker(
    "escaneada|escaneadas|escaneado|escaneados|escaneos|escaneo|digitalizada|digitalizadas|fotos escaneadas|diapositivas|diapositiva|negativos|negativos escaneados|fotos analógicas|analógicas",
  ),
  by: marker("por|desde|con"),
  wide: marker("gran angular|angular|ultra gran angular"),
  tele: marker("teleobjetivo|tele|zoom"),
  flash: marker("flash|el flash"),
  flashFired: phrases({
    "flash encendido|flash activado|el flash encendido|flash disparado|flash usado": true,
    "flash apagado|flash desactivado|el flash apagado": false,
  }),
  focal: marker(
    "distancia focal|distancia focal de|una distancia focal de|focal|focal de|distancias focales|distancias focales de",
  ),
  iso: marker("iso"),
  aperture: marker("apertura|apertura de|una apertura de|diafragma|diafragma de"),
  exposure: marker(
    "exposición de|una exposición de|tiempo de exposición|tiempo de exposición de|velocidad de obturación|velocidad de obturación de",
  ),
  longExposure: marker("larga exposición|largas exposiciones|exposición larga|exposiciones largas"),
  seconds: marker("s|seg|segundo|segundos"),
  videos: phrases({ "vídeos|videoclips|clips|grabaciones|películas": "many", "vídeo|videoclip": "one" }),
  lengths: phrases({
    "s|seg|segundo|segundos": 1,
    "min|mins|minuto|minutos": 60,
    "h|hora|horas": 3600,
  }),
  lengthLinks: marker("que duran|que duren|de|con una duración de|de duración"),
  longer: words(""),
  photosOnly: marker("solo fotos|sólo fotos|únicamente fotos|fotos solo|solamente fotos"),
  noVideos: ["sin", "videos"],
  highIso: marker("iso alto|iso alta|un iso alto"),
  lowIso: marker("iso bajo|iso baja|un iso bajo"),
  over: marker(
    "más de|mayor de|mayor que|por encima de|superior a|más largos que|más larga que|más largos de|>",
  ),
  under: marker(
    "menos de|menor de|menor que|por debajo de|inferior a|más cortos que|más corta que|más cortos de|<",
  ),
  atLeast: marker("al menos|como mínimo|mínimo|por lo menos|de al menos|desde"),
  atMost: marker("como mucho|como máximo|máximo|hasta|a lo sumo"),
  orMore: marker("o más|y más|o mejor|o superior|+|en adelante|o mayor"),
  orLess: marker("o menos|y menos|o peor|o inferior|o menor"),
  megapixels: marker("megapíxeles|megapíxel|mp|mpx"),
  millimetres: marker("mm|milímetros|milímetro"),
  types: fileTypes,
  fileNouns: marker("archivo|archivos|fichero|ficheros|formato|fotos|foto|imágenes"),
  extension: marker("extensión|con extensión|con la extensión|que terminan en|que acaban en"),
  named: marker(
    "archivo llamado|el archivo llamado|archivo|el archivo|fichero|el fichero|llamada|llamado|con el nombre|nombre de archivo|la foto llamada|foto llamada",
  ),
  fileNamed: marker(
    "archivo llamado|el archivo llamado|archivos llamados|el archivo con el nombre|archivo con el nombre|el archivo|fichero llamado|el fichero llamado|el fichero|nombre de archivo|con el nombre de archivo",
  ),
  fields: phrases<FieldName>({
    "cámara|modelo|aparato": "camera",
    "marca|fabricante": "make",
    objetivo: "lens",
    "ciudad|pueblo": "city",
    "región|provincia": "region",
    "país|pais": "country",
    "lugar|sitio": "place",
    "persona|personas|con|quién": "person",
    "etiqueta|etiquetas|palabra": "keyword",
    "fecha|el": "date",
    "antes|hasta": "before",
    "después|desde": "after",
    año: "year",
    "apertura|diafragma": "aperture",
    focal: "focalLength",
    "valoración|estrellas|puntuación": "rating",
    megapíxeles: "megapixels",
    "tipo|formato|extensión": "type",
    "archivo|fichero|nombre": "fileName",
    orientación: "orientation",
    "es|tiene": "is",
  }),
  orientations: phrases({
    "en vertical|vertical|verticales|formato vertical|orientación vertical": "portrait",
    "en horizontal|horizontal|horizontales|apaisado|apaisada|apaisadas|formato horizontal|formato apaisado|orientación horizontal":
      "landscape",
    "cuadrado|cuadrada|cuadradas|formato cuadrado": "square",
    "panorámica|panorámicas|formato panorámico": "panorama",
  }),
  shapes: phrases({}),
  motion: marker("fotos en movimiento|foto en movimiento|fotos animadas"),
  screenshot: marker("captura de pantalla|capturas de pantalla|capturas|pantallazo|pantallazos|screenshots"),
  favourite: marker("favorita|favorito"),
  favourites: marker(
    "favoritas|favoritos|mis favoritas|fotos favoritas|marcadas como favoritas|que más me gustan|preferidas|fotos preferidas",
  ),
  stars: marker("estrella|estrellas"),
  work: marker("trabajos|trabajo|obras|obra"),
  rated: marker(
    "valoradas con|valoradas|con valoración de|con una valoración de|valoración|valoración de|puntuación de",
  ),
  unrated: marker("sin valorar|no valoradas|sin valoración|sin estrellas|sin puntuar|sin puntuación"),
  tagged: marker(
    "etiquetadas con|etiquetadas como|etiqueta|con la etiqueta|con etiqueta|etiquetas|palabra clave|con la palabra clave|#|etiqueta :",
  ),
  untagged: marker("sin etiqueta|sin etiquetas|sin etiquetar|no etiquetadas|sin palabras clave"),
  undated: marker("sin fecha|sin fechar|que no tienen fecha"),
};

export const not: NotWords = {
  not: marker(`sin|sin el|sin la|sin los|sin las|sin ningún|sin ninguna|no|ninguna|ningún|ni|excepto|salvo|menos|quita las de|quita las que tienen
    pero no|pero sin|y sin|y no|que no|que no sean|que no son|que no estén|que no están|que no tengan|que no tienen|no son|no están|no tienen
    excepto las de|excepto las que|salvo las de|todo menos|todo excepto|todas menos|todas excepto|todo salvo|en todas partes menos|en cualquier sitio menos
    aparte de|a excepción de|nada de|nada en|no quiero|no quiero ver|no muestres|no me muestres|excluye|excluyendo|nunca|nunca en|tampoco
    en las que no sale|en las que no aparece|donde no sale|donde no aparece|donde no hay|en las que no hay|que no muestran|no las de|no las|no los`),
  links: marker(
    "de|del|en|en el|en la|con|con el|con la|a|las|los|las de|los de|las que|cualquier|hechas|hecha|tomadas|sacadas|que hice|que están|que son|que tienen|durante|cerca|la|el|de la|de los|de las|sean|estén|hay|sale|aparece",
  ),
  behind: marker("no sale|no aparece|no está|no salen|no aparecen|no están|no se ve|no se ven|no estaba"),
  nobody: marker(
    "sin nadie|sin gente|sin personas|nadie en la foto|donde no hay nadie|en las que no hay nadie|donde no sale nadie|en las que no sale nadie|sin nadie más alrededor|sin ninguna persona|sin nadie en la foto|sin nadie en ellas",
  ),
  people: "personas",
  notBoth: marker(
    "pero no los dos|pero no las dos|pero no ambos|pero no juntos|no los dos|pero no los dos juntos",
  ),
  alone: marker(
    "y nadie más|nadie más|sin nadie más|sola|solo ella|a solas|sin otras personas|sin los demás|completamente sola|completamente solo",
  ),
  neither: marker("ni"),
  nor: marker("ni"),
  outside: marker("fuera de|fuera del|lejos de"),
  things: marker(
    "sin duda|sin embargo|no solo|no sólo|sin fin|todavía no|no obstante|prohibido aparcar|ni idea",
  ),
  ends: marker(`en|de|del|con|sin|por|pero|cerca|hechas|tomadas|durante|para|desde|antes|después|donde|que|por favor|cuando|bajo|sobre|detrás
    a|al|entre|es|son|está|están|no|como|solo|y`),
};

export const order: OrderWords = {
  orders: phrases({
    "línea de tiempo|una línea de tiempo|una cronología|cronología": "oldest",
    "más recientes primero|las más recientes primero|las más nuevas primero|más nuevas primero|más recientes|las más recientes|más nuevas|más reciente|las más nuevas|ordenadas por fecha|por fecha|recientemente|últimamente|de nuevas a viejas":
      "newest",
    "más antiguas primero|las más antiguas primero|las más viejas primero|más antiguas|las más antiguas|más antigua|más viejas|en orden cronológico|cronológicamente|por orden cronológico|de viejas a nuevas":
      "oldest",
    "mejores primero|las mejores primero|mejor valoradas|las mejor valoradas|por valoración|ordenadas por valoración":
      "best",
  }),
  reversed: marker("al revés|en orden inverso|invierte el orden|a la inversa|orden inverso|dale la vuelta"),
  more: marker("más|otras|otros"),
  superlatives: phrases({
    "últimas|última|recientes|nuevas|más recientes": "newest",
    "más antiguas|más viejas": "oldest",
    "mejores|mejor|más bonitas": "best",
  }),
  aDay: marker("por día|al día|cada día|de cada día|para cada día|diaria|por cada día"),
  perDay: marker("una por día|una al día|una foto por día|una foto al día|una cada día|una foto de cada día"),
  ofThem: marker("de ellas|de estas|de esas|resultados"),
  any: marker("cualquier|cualesquiera"),
  top: marker("top|solo|las|los|máximo"),
  atMost: marker("como mucho|como máximo|máximo|hasta|no más de"),
};
