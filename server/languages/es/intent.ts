import type { IntentWords } from "../intent-words.ts";
import { marker, phrases, sequences, words } from "../phrases.ts";

/** Praise of the shown photos that asks nothing: "Qué bonito". */
const pleased = ["qué", "es", "son", "está", "están", "muy", "eso es", "era"]
  .flatMap((subject) =>
    [
      ...words(
        "bonito bonita bonitas bonitos bien genial perfecto perfecta precioso preciosa preciosas lindo linda divertido gracioso amable",
      ),
    ].map((praise) => `${subject} ${praise}`),
  )
  .join("|");

export const intent: IntentWords = {
  greetingsAhead: marker(
    "hola|buenas|buenos días|buenas tardes|buenas noches|oye|gracias|ok|vale|genial|perfecto|bien|bueno|sí|por favor|perdón|perdona|ay|uy|oh|eh|ah|mmm|entonces|ahora|qué bonito|muy bien|hola glimpse|oye glimpse|guay",
  ),
  chat: phrases({
    "hola|buenas|buenos días|buenas tardes|hola glimpse|qué tal|cómo estás|hola qué tal|hola , qué tal|saludos":
      "greeting",
    [sequences("|ok|vale|muchas|mil|muchísimas", "gracias", "|glimpse|de nuevo|igualmente|por todo")]:
      "thanks",
    "te lo agradezco|qué amable|me encanta|me encantan|me gusta": "thanks",
    [pleased]: "thanks",
    "adiós|hasta luego|hasta pronto|buenas noches|chao|nos vemos|hasta mañana": "farewell",
    "ayuda|ayúdame|qué puedes hacer|qué sabes hacer|quién eres|qué eres|cómo funciona|cómo funciona esto|qué puedo preguntar|qué puedo buscar":
      "help",
    "no|no gracias|no , gracias|mejor no|cancelar|cancela|déjalo|da igual|ahora no|no importa|no hace falta|para":
      "refusal",
    "sí por favor|sí , por favor|hazlo|sí hazlo|sí , hazlo|claro|claro que sí|por supuesto|adelante|de acuerdo|confirmo|confirmar|correcto|exacto|sí claro|sí , claro|dale":
      "assent",
    "ok|vale|genial|bien|sí|perfecto|guay|muy bien|estupendo|bonito|vaya|bueno": "assent",
  }),
  asks: phrases({
    "cuántas|cuántos|cuántas fotos|cuántas veces|cuántos vídeos|número de|cuenta las|cuéntalas|cuéntame cuántas|cuánta":
      {
        ask: "count",
      },
    "qué países|en qué países|en qué país|qué país|cuántos países|en cuántos países|de qué países|de qué país|lista de países|en cuántos países distintos|cuáles países":
      { ask: "countries" },
    "qué objetivo|con qué objetivo|qué objetivos|con qué objetivos": { ask: "lens" },
    "cuántos días|en cuántos días|qué días|en qué días": { ask: "days" },
    "en qué mes|qué mes|cuántos meses|en cuántos meses|qué meses|en qué meses": { ask: "months" },
    "en qué año|qué año|qué años|en qué años|de qué año|de qué año es|de qué año son": { ask: "years" },
    "qué ciudades|en qué ciudades|cuántas ciudades|en cuántas ciudades|cuántos lugares|cuántos sitios|en cuántos lugares|en cuántas ciudades distintas|lista de ciudades":
      { ask: "cities" },
    "cuándo fue la primera vez que|cuándo fue la primera vez|cuándo estuve por primera vez|cuándo estuvimos por primera vez|cuándo fuimos por primera vez|cuándo fue la primera":
      { ask: "first" },
    "cuándo fue la última vez que|cuándo fue la última vez|cuándo estuve por última vez|cuándo estuvimos por última vez|cuándo fuimos por última vez":
      { ask: "last" },
    "dónde|en dónde|dónde está|dónde estaba|dónde estuvo|dónde fue|dónde es|dónde son|en qué ciudad|en qué lugar|en qué sitio|qué ciudad|qué lugar|qué lugares|en qué lugares|de dónde es|de dónde son|dónde se hizo|dónde se hicieron|en qué pueblo|dónde se tomó|dónde hice|dónde hicimos":
      { ask: "where" },
    "cuándo|cuándo fue|cuándo fueron|cuándo es|cuándo son|qué día|en qué día|qué fecha|en qué fecha|de cuándo es|de cuándo son|cuándo se hizo|cuándo se hicieron|a qué hora|cuándo se tomó|cuándo hice|qué fecha tiene|cuándo estuve|cuándo estuvimos|cuándo estuvo":
      { ask: "when" },
    "quién|quiénes|quién sale|quiénes salen|quién está|quiénes están|quién aparece|con quién|a quién|quién es|quiénes son|qué personas|a quién fotografío|quién más|con quién estuve|con quién estaba|cuántas personas|cuánta gente":
      { ask: "who" },
    "qué cámara|con qué cámara|qué cámaras|con qué cámaras|con qué móvil|qué móvil|qué aparato|cuál es mi cámara más usada":
      {
        ask: "camera",
      },
    "qué hay|qué es|qué se ve|qué muestra|qué sale|describe|descríbeme|háblame de|cuéntame más de|más sobre|detalles de|qué iso|qué sabes de|qué datos tiene|qué ajustes":
      { ask: "about" },
  }),
  unanswered:
    marker(`qué día de la semana|en qué día de la semana|a qué hora del día|qué porcentaje|qué proporción|cuál es la media|cuánto mide|cuánto pesa|cuánto ocupa|cuánto tiempo
    cuánto costó|cuánto cuesta|cuánto|cuántas personas|cuánta gente|cuántos invitados|cuántos niños|cuántos viajes|cuántos álbumes|cuántos años tiene|cuántos años tenía|qué edad tiene|qué edad tenía|qué tamaño|por qué|quién hizo|quién sacó|quién tomó|cuál es la diferencia|en qué orden`),
  unanswerable:
    marker(`por persona|por año|por mes|por cámara|por país|por ciudad|por semana|para cada|de cada|de media|en promedio|porcentaje|comparado con|en comparación con|más que|menos que
    la mayoría|normalmente|habitualmente|cuesta|costó|último viaje|nuestro último viaje|mi último viaje|en nuestro último viaje|en el último viaje|luna de miel|nuestra luna de miel|en nuestra luna de miel`),
  bareAsks: phrases({
    "dónde|y dónde": "where",
    "cuándo|y cuándo": "when",
    "quién|quién es|quiénes son|y quién": "who",
    "qué cámara|con qué cámara": "camera",
    "la última vez|cuándo fue la última vez|por última vez": "last",
    "la primera vez|cuándo fue la primera vez|por primera vez": "first",
    "cuántas|cuántos|cuántas son|cuántas hay": "count",
  }),
  politeAhead: marker(
    "y|ahora|y ahora|entonces|luego|por favor|puedes|podrías|me puedes|puedes por favor|ok|vale|bueno|perdón|pues|pero|y por favor|quiero|a ver",
  ),
  ends: phrases({
    "primero|por primera vez|la primera vez|antes que nada|primera vez": "first",
    "por última vez|la última vez|última vez|últimamente": "last",
  }),
  that: marker("eso|esto|todo eso|todo esto|esas"),
  rather: marker("sino|sino de|quería decir|digo"),
  notBut: marker("no|no en|no de|no las de|no el"),
  askFiller:
    marker(`hay|tengo|tenemos|he hecho|hemos hecho|hice|hicimos|hago|hacemos|saqué|sacamos|tomé|son|es|fue|fueron|era|eran|está|están|estaba|estaban|estuve|estuvimos|estuvo|he estado|hemos estado|fui|fuimos
    se hizo|se hicieron|se tomó|se tomaron|se sacó|se sacaron|salen|sale|aparecen|aparece|se ve|se ven|en total|en la foto|en las fotos|en mis fotos|en mi biblioteca|aquí|ahí|allí|quedan|queda|usé|usamos|uso|usado|más|más veces
    exactamente|yo|nosotros|todas|todos|alguna vez|ya|hecha|hechas|tomada|tomadas|sacada|sacadas|vi|vimos|visité|visitamos|visitado|hemos visitado|he visitado|otra vez|de ellas|fotografío|fotografié|celebramos|que`),
  inAll: marker(
    "en total|tengo|tenemos|en toda la biblioteca|en mi biblioteca|he estado|hemos estado|he visitado|hemos visitado|he hecho|hemos hecho|en toda la colección",
  ),
  only: marker(`solo|sólo|solamente|únicamente|solo las|solo los|solo las de|sólo las de|sólo las|y solo|ahora solo|pero solo|solo esas de|solo aquellas|de esas solo|de esas solo las|de estas solo
    quédate con|quédate solo con|deja solo|deja solo las|filtra|filtra por|limita a|limítalo a|redúcelo a|de esas|de estas|de ellas|de esas las|de estas las|las que son|muéstrame solo|muestra solo|enséñame solo|cuáles de ellas|cuáles son|cuáles|nada más|solo las que|las`),
  onlyAfter: marker("solo|solamente|únicamente|nada más|de esas|de estas"),
  no: marker(
    "no ,|no espera ,|no , espera ,|no espera|espera ,|no perdón ,|no , perdón ,|perdón ,|mejor no ,|no :|no .|no no ,|no , quería decir|no quería decir|no , digo|ay no ,|uy no ,|no mejor|no , mejor",
  ),
  replace:
    marker(`y qué tal|qué tal|y si miramos|en cambio|mejor|cambia a|cámbialo a|cambia por|quería decir|quiero decir|perdón quería decir|digo|lo mismo pero|lo mismo para|lo mismo con|lo mismo en|lo mismo de|igual pero
    la misma búsqueda para|haz lo mismo con|ahora prueba|prueba con|y las de|qué hay de|y qué hay de|mejor las de`),
  insteadOf: marker("en vez de|en lugar de"),
  swap: marker("cambia|reemplaza|sustituye"),
  swapFor: marker("por|a|con"),
  instead: marker("mejor|en cambio|en su lugar|en vez de eso|en lugar de eso|mejor dicho"),
  widen: marker(
    "también|o|además|además de|incluye|añade|agrega|y también|y además|o también|más|suma|muestra también|muéstrame también|o tal vez|incluye también|añade también|súmale",
  ),
  too: marker("también|además|igualmente"),
  addStarts: marker("añade|agrega|pon|mete|suma"),
  andAhead: marker("y|pero|entonces|ahora|y ahora|luego"),
  same: phrases({
    "del mismo día|el mismo día|mismo día|de ese día|ese día|de aquel día|aquel día": "day",
    "del mismo mes|el mismo mes|de ese mes|en el mismo mes": "month",
    "del mismo año|el mismo año|de ese año|en el mismo año": "year",
    "del mismo lugar|del mismo sitio|en el mismo lugar|en el mismo sitio|de allí|de ahí|de ese lugar|de la misma ciudad|en la misma ciudad|el mismo sitio|de ese sitio":
      "place",
    "del mismo viaje|el mismo viaje|en el mismo viaje|mismo viaje|de ese viaje|ese viaje|en ese viaje|de este viaje|del viaje|de las mismas vacaciones|de esas vacaciones|de estas vacaciones|en esas vacaciones":
      "trip",
  }),
  more: marker(
    "algo más|alguna más|alguna otra|más|otras|las otras|las demás|el resto|qué más|qué más hicimos|qué más pasó|todo|todas|más fotos|otras fotos",
  ),
  as: marker("que|como"),
  anyOfThem: marker("hay alguna|hay algunas|alguna|algunas|hay alguno|hay|tienes alguna"),
  drop: marker(
    "quita|elimina|olvida|ignora|borra|olvídate de|deja|saca|sin|quítale|suprime|descarta|ya no|no importa|da igual|sin importar",
  ),
  dropEnds: marker(
    "no hace falta|no hacen falta|no tiene que estar|no tienen que estar|da igual|no importa|es igual|me da igual|es lo de menos|puede ser cualquiera",
  ),
  outStarts: marker("quita|deja|saca|filtra|excluye"),
  outEnds: marker("fuera|aparte"),
  outVerbs: marker(""),
  notOnly: marker("no solo|no sólo|no solamente|no necesariamente|todos no solo"),
  any: marker(
    "cualquier|cualquiera que sea|todos los|todas las|da igual el|da igual la|sea cual sea el|sea cual sea la|no importa el|no importa la|de cualquier|en cualquier|con cualquier",
  ),
  anything: phrases({
    "todas|todas ellas|muéstralas todas|muéstrame todas|muestra todas|sin límite|enséñamelas todas|quita el límite":
      "limit",
    "en cualquier sitio|en cualquier lugar|en todas partes|donde sea|da igual dónde|no importa dónde|en todo el mundo":
      "where",
    "en cualquier momento|cuando sea|da igual cuándo|no importa cuándo|de siempre|de cualquier época": "when",
    "con cualquiera|con quien sea|da igual quién|no importa quién|da igual con quién|todo el mundo": "people",
  }),
  filterNoun: marker("filtro|filtros|condición|restricción|límite"),
  everyFilter: marker("filtros|todos los filtros|los filtros|todo|todas las condiciones"),
  subjects: phrases({
    "ciudad|lugar|lugares|sitio|país|región|ubicación|dónde|zona|países|ciudades|filtro de lugar": "where",
    "fecha|mes|día|tiempo|cuándo|estación|semana|periodo|época|fechas|filtro de fecha": "when",
    "año|años|década": "year",
    "hora|horas|hora del día": "hour",
    "cámara|móvil|teléfono|cámaras|filtro de cámara": "camera",
    "objetivo|objetivos|distancia focal|focal": "lens",
    iso: "iso",
    flash: "flash",
    "persona|personas|gente|nombre|nombres|quién|caras": "people",
    "tipo|formato|orientación|tamaño|extensión|resolución|nombre de archivo": "type",
    "valoración|estrellas|favoritas|favoritos|puntuación": "rating",
    "etiqueta|etiquetas|palabra clave|palabras clave": "keyword",
  }),
  undo: marker(
    [
      sequences("|no|no ,", "deshaz|deshacer|anula|anular|revierte|revertir"),
      sequences(
        "deshaz|deshacer|anula|anular|revierte|revertir|quita",
        "eso|esto|lo último|lo anterior|el último filtro|el último cambio|el último paso",
      ),
      "deshazlo|anúlalo|lo anterior|búsqueda anterior|olvida eso|olvídalo",
      sequences("|vuelve|volver|ve|da", "|un paso", "atrás"),
      sequences("|vuelve|déjalo|ponlo", "|a", "como", "antes|estaba|estaba antes"),
      "vuelve|volver|vuelve a lo anterior",
    ].join("|"),
  ),
  steps: marker("pasos|veces|búsquedas"),
  twice: phrases({ "dos veces": 2 }),
  startOver: marker(
    "empezar de nuevo|empieza de nuevo|empecemos de nuevo|de cero|empezar de cero|empieza de cero|nueva búsqueda|búsqueda nueva|otra cosa|algo distinto|olvídalo todo|olvida todo|borra todo|borrar todo|reiniciar|reinicia|desde el principio|nueva pregunta|ahora otra cosa|otro tema|muéstralo todo otra vez",
  ),
  correct: marker(
    "quería decir|no quería decir|no , quería decir|me refería a|no , me refería a|me refiero a|no eso|no es eso|mal|eso no|está mal|no , me refiero a",
  ),
  like: marker(
    "más como|parecidas a|similares a|como|algo como|fotos como|más fotos como|que se parezcan a|parecida a|más parecidas a|semejantes a",
  ),
  similar: marker(
    "parecidas|similares|fotos parecidas|fotos similares|más parecidas|más similares|más de lo mismo",
  ),
  acts: phrases({ favoritea: "favourite" }),
  actEnds: phrases({
    "como favorita|como favoritas|como favorito|como favoritos|a favoritas|a favoritos|a mis favoritas|a mis favoritos|a las favoritas|en favoritas|en favoritos|en mis favoritas":
      "favourite",
    "de favoritas|de favoritos|de mis favoritas|de mis favoritos|de las favoritas|como no favorita":
      "unfavourite",
  }),
  actTails: phrases({}),
  beyond: marker(
    "borra|elimina|comparte|imprime|envía|envíame|manda|mándame|mueve|copia|gira|rota|recorta|renombra|edita|guarda|descarga|borrar|eliminar|compartir|imprimir|enviar|descargar",
  ),
  copies: marker("duplicados|duplicadas|copias|repetidas|repetidos"),
  makes: marker("haz|hazme|crea|créame|monta|pon|añade|mueve|organiza|reúne|genera|convierte"),
  works: marker(
    "álbum|álbumes|collage|collages|presentación|libro de fotos|fotolibro|calendario|vídeo|película|gif|carpeta|póster",
  ),
  actStarts: marker(
    "marca|márcala|márcalas|añade|agrega|pon|quita|guarda|saca|haz|elimina|quítala|quítalas|añádela|añádelas",
  ),
  this: marker("esta|esa|este|ese|esto|eso|esta foto|esa foto|esta imagen|esa imagen|ésta|ésa"),
  them: marker(
    "estas|esas|todas|todas estas|todas ellas|ellas|las|estas fotos|esas fotos|ambas|las dos|las fotos|ellos|estos|esos|todas las fotos",
  ),
  ones: marker("foto|fotos|imagen|imágenes|resultado|resultados|una|unas"),
  thoseThat: marker("las|los|las que|los que|la que|las fotos|la foto|aquellas|esas|las fotos que|las de"),
  number: marker("número|nº|n º|#|foto|imagen|fotos|números|foto número|la número"),
};
