import { marker, phrases, sequences, words } from "../phrases.ts";
import type { TalkWords } from "../talk-words.ts";

export const talking: TalkWords = {
  modals: marker("puedes|podrías|puede|podría|podemos|podríamos|puedo|podría|querrías|quieres|te importaría"),
  askers: marker("tú|usted|ustedes|yo|nosotros|uno"),
  softeners: marker(
    "quizás|quizá|tal vez|por favor|posiblemente|solo|rápidamente|también|realmente|de verdad|alguna vez|por casualidad|si acaso|de alguna manera|ser tan amable de|amablemente|un momento",
  ),
  wonders: marker(
    "me preguntaba|me estaba preguntando|me pregunto|quería preguntar|quería saber|crees|crees que|sería posible|es posible|hay alguna forma|hay alguna manera|hay alguna posibilidad|estaría bien|estaría genial|te agradecería|no sé",
  ),
  wonderLinks: marker("si podrías|si puedes|si podías|si pudieras|si|que|de|de que|para"),
  interjections: marker("omg|dios mio|madre mia|guau|uy|ay|uf|jaja|jajaja|jeje|hala|ostras"),
  tellers: marker("yo|nosotros|nosotras|mi|mis|nuestro|nuestra|nuestros|nuestras|me"),
  subjects: marker("fue|era|el|ella|ellos|ellas|eso|esto"),
  thoughts: words(""),
  feelings: marker("estoy|soy"),
  hesitations: marker(
    "de verdad|sabes qué|déjame pensar|déjame ver|veamos|a ver|mmm|hm|hmm|eh|ah|oh|ay|uy|bueno|pues|bien|oye|mira|una pregunta|otra pregunta|una cosa|una cosa más|por cierto|sinceramente|en serio|perdona que te moleste|dios mío|madre mía|vaya|anda",
  ),
  calls: marker("hola|oye|ok|vale|querido|querida|buenas"),
  vocatives: marker("glimpse|jarvis|alexa|siri|google|ordenador|asistente|amigo|amiga|chicos|gente"),
  showing: marker(
    "dime|sabes|quiero saber|me gustaría saber|muestra|muéstrame|enseña|enséñame|encuentra|encuéntrame|busca|búscame|saca|sácame|dame|abre|trae|tráeme|lista|mostrarme|enseñarme|buscarme|encontrar|buscar|mostrar|enseñar",
  ),
  ifs: marker("si|cuando|siempre que"),
  ifWords: words(
    "puedes puede tú te no es mucha molestia posible ok vale bien importa un momento rato minuto tienes tiempo quieres hay existe existen alguna algunas conveniente demasiado problema",
  ),
  questionWords: marker(
    "qué|quién|quiénes|dónde|adónde|cuándo|cuál|cuáles|por qué|cómo|con qué|con quién|a quién|de quién",
  ),
  auxiliaries: words(
    "hizo hace hacen hicieron ha han he hemos había habían es son fue fueron era eran está están estaba estaban puede pueden podía tiene tenía",
  ),
  takings: words(
    "hice hecho hicimos tomado tomé tomamos sacado saqué sacamos fotografiado fotografié capturado",
  ),
  kinds: marker("tipo de|clase de|tipos de|clases de|raza de|marca de"),
  contents: words(
    "detalles detalle información datos texto número nombre dirección precio total importe fecha código palabra palabras",
  ),
  progress: words("progresado avanzado cambiado evolucionado crecido mejorado desarrollado envejecido"),
  eachOf: marker(
    "de cada|por cada|para cada|en cada|una por|una de cada|una por cada|uno de cada|cada|por|de todos y cada uno de",
  ),
  deeds: phrases({
    "borra|borrar|bórrala|bórralas|elimina|eliminar|duplicados|duplicadas|copias|repetidas": "delete",
    "comparte|compartir|envía|enviar|envíame|manda|mandar|mándame|publica|publicar|sube|subir|reenvía":
      "share",
    "imprime|imprimir|imprímeme": "print",
    "descarga|descargar|descárgame|exporta|exportar|guarda|guardar|copia|copiar": "download",
    "álbum|álbumes|carpeta|carpetas|libro de fotos|fotolibro": "album",
    "collage|collages|presentación|calendario|vídeo|película|gif|póster": "make",
    "gira|girar|rota|rotar|recorta|recortar|edita|editar|renombra|renombrar|retoca|retocar": "edit",
    "mueve|mover": "move",
  }),
  groupings: phrases({
    "año|años": "year",
    "mes|meses": "month",
    "día|días": "day",
    "día de la semana|días de la semana": "weekday",
    "hora|horas|hora del día": "hour",
    "país|países": "country",
    "ciudad|ciudades|pueblo|pueblos|lugar|lugares|sitio|sitios": "city",
    "persona|personas|gente|nombre|nombres": "person",
    "marca|marcas|marca de cámara|marcas de cámara|fabricante|fabricantes": "make",
    "cámara|cámaras|aparato|aparatos|móvil|modelo|modelos|modelo de cámara|modelos de cámara": "camera",
    "objetivo|objetivos": "lens",
    "palabra clave|palabras clave|etiqueta|etiquetas": "keyword",
    "tipo de archivo|tipos de archivo|tipo|tipos|formato|formatos": "type",
  }),
  by: marker(
    "por|por cada|para cada|en cada|de cada|con cada|cada|según|según el|según la|agrupadas por|agrupado por|repartidas por|desglosadas por|desglosado por|ordenadas por",
  ),
  lists: marker(
    "lista|lista de|lista todos los|lista todas las|lista los|lista las|una lista de|una lista de todos los|una lista de todas las|enumera|enumera los|enumera las|nombra todos los|nombra todas las",
  ),
  fine: marker(
    "vale|está bien|están bien|vale|valen|puede estar|pueden estar|puede quedarse|pueden quedarse|puede volver|pueden volver|se permite|se permiten",
  ),
  afterAll: marker("después de todo|otra vez|de nuevo|de vuelta|también|ahora|entonces|al final|ya"),
  again: marker("otra vez|de nuevo|de vuelta"),
  both: marker(
    "ambos|ambas|los dos|las dos|en ambos|en ambas|en los dos|en las dos|los dos años|los dos días|ambos años",
  ),
  nay: marker(""),
  back: marker(
    "las|los|la|lo|ambas|ambos|las dos|los dos|eso|esas|esos|las otras|las demás|el resto|todo|todas|todos",
  ),
  bring: marker(
    "trae|tráeme|devuelve|pon|mete|vuelve a poner|deja|incluye|muestra|muéstrame|quiero|recupera",
  ),
  sorry: marker(
    [
      "perdón|perdona|perdone|disculpa|disculpe|lo siento|mejor dicho|digo|uy",
      sequences("quiero|quería|quise|he querido", "decir"),
      "me refería|me refería a|me refiero a|me equivoqué|me he equivocado|me confundí",
    ].join("|"),
  ),
  mine: marker("mis|mi|nuestras|nuestros|de mis|de nuestras"),
  sent: marker(
    "que me envió|me envió|que me mandó|me mandó|que me ha enviado|me ha enviado|que nos envió|nos envió|que me dio|que me pasó|me pasó",
  ),
  trips: words("viaje viajes vacaciones escapada escapadas excursión excursiones"),
};
