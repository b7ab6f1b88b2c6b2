import type { Language } from "../language.ts";
import { marker, phrases, words } from "../phrases.ts";
import { captionWords } from "./caption-words.ts";
import { commonWords } from "./everyday.ts";
import { intent } from "./intent.ts";
import { label } from "./label.ts";
import { gear, not, order, where } from "./photos.ts";
import { relations } from "./relations.ts";
import { talking } from "./talk.ts";
import { when } from "./when.ts";
import { wording } from "./wording.ts";

export const spanish: Language = {
  code: "es",
  traits: {
    capitalsMarkNames: true,
    spellsAsPhotos: false,
    hasUmlauts: false,
    praisesBehind: true,
    asksOfPronouns: true,
    doing: /^[a-z]{2,}(?:ando|iendo)$/,
    linked: null,
    letters: /[ñáéíóú]/i,
    elided: null,
    unparted: null,
    fillers: words("eh ehm mmm"),
    stemmer: null,
  },
  captionWords,
  wording,
  commonWords,
  functionWords:
    words(`a al algo algún alguna algunas alguno algunos allí ambas ambos antes aparece aparecen aquel aquella aquellas aquellos aquí así
    aún aunque cada casi como cómo con cual cuál cuáles cualquier cuando cuándo cuánto cuánta cuántas cuántos de del desde después donde dónde durante
    el ella ellas ellos en encima entre era eran eres es esa esas ese eso esos esta está están estaba estaban estamos este esto estos estoy
    estuve estuvimos excepto fue fueron fui fuimos ha había haber hace hacia han has hasta hay he hemos hecha hechas la las le les lo los
    más me menos mi mis mientras misma mismas mismo mismos mucho muchas muy nada nadie ni ningún ninguna no nos nosotros nuestra nuestras
    nuestro nuestros o otra otras otro otros para pero poco por porque puedes podrías que qué quien quién quiénes quiero se sea sean según ser si
    sí sin sino sobre solo sólo son su sus también tampoco tan tanto te tengo tenemos tienes tienen toda todas todo todos tu tus tras tú un
    una unas uno unos y ya yo muéstrame muestra enséñame enseña dame busca búscame encuentra ver sale salen sacadas tomadas`),
  photoNouns: words("foto fotos fotografía fotografías imagen imágenes instantánea instantáneas retratos"),
  likely: words("foto fotos"),
  titles: words("san santa santo rey reina papa príncipe princesa don doña señor señora"),
  nameLinks: words("de del la las los el"),
  singularPhotos: words("foto fotografía imagen instantánea"),
  photoEndings: [],
  indefinite: marker("un|una|unos|unas|algún|alguna|algunos|algunas"),
  definite: marker("el|la|los|las|mi|mis|tu|tus|su|sus|nuestro|nuestra|nuestros|nuestras|lo"),
  selves: words("nosotros conmigo"),
  pronouns: words("ella"),
  kin: words("mamá papá mami papi abuela abuelo yaya yayo tía tío bebé madre padre"),
  praise: words(
    "antigua antiguas vieja viejas graciosa graciosas divertida divertidas bonito bonita bonitas bonitos buenas buena lindas linda preciosas preciosa hermosas chulas",
  ),
  together: marker("juntos|juntas|junto|junto a|al lado"),
  persons: words("persona hombre mujer chico chica niño niña amigo amiga señora señor"),
  adverbs: words("muy realmente tan súper"),
  numbers: phrases({
    "uno|una|un": 1,
    "dos|un par de|par de": 2,
    "tres|unas pocas|unas cuantas": 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    "doce|una docena de|una docena": 12,
    quince: 15,
    veinte: 20,
    treinta: 30,
    cincuenta: 50,
    "cien|ciento": 100,
  }),
  ordinals: phrases({
    "primero|primera|primer|primeros|primeras|1º|1ª|1 º|1 ª": 1,
    "segundo|segunda|2ª": 2,
    "tercero|tercera|tercer|3ª": 3,
    "cuarto|cuarta": 4,
    "quinto|quinta": 5,
    "sexto|sexta": 6,
    "séptimo|séptima": 7,
    "octavo|octava": 8,
    "noveno|novena": 9,
    "décimo|décima": 10,
    "último|última|últimos|últimas": -1,
    "penúltimo|penúltima": -2,
  }),
  and: marker("y|e|&|así como"),
  or: marker("o|u|o bien"),
  when,
  where,
  gear,
  not,
  order,
  intent,
  talk: talking,
  courtesy:
    marker(`por favor|muéstrame|muestra|muéstranos|enséñame|enseña|enséñanos|dame|búscame|busca|buscar|encuentra|encuéntrame|quiero ver|quiero|quisiera ver|quisiera|me gustaría ver|me gustaría|déjame ver|puedes mostrarme
    puedes enseñarme|puedes buscar|puedes buscarme|puedes|me puedes mostrar|me puedes enseñar|me puedes buscar|podrías mostrarme|podrías enseñarme|podrías buscar|podrías|tienes|tenemos|tengo|hay|a ver|ver|necesito|estoy buscando|busco
    creo que fue|creo que era|creo que|creo|quizás|quizá|tal vez|probablemente|fue|era|estuve|estuvimos|cuando estuvimos|cuando estaba|cuando estábamos|todas|todos|todo|toda|algo|alguna|alguno|más|ahora|entonces|solo|sólo|ok|vale|qué|cuáles|cuál|dime|saca|sácame
    ayúdame a encontrar|lista|listado de|pon|ponme|las|los|nos|me|pues|bueno|así que|aquellas|esas|recuerdas|te acuerdas de|qué hice|qué hicimos|qué fotos|qué fotos hice|qué fotografié|,|:|!|.`),
  courtesyAfter: marker(
    "hasta ahora|por favor|porfa|gracias|si puedes|si es posible|creo|quizás|o algo así|para mí|ya|otra vez|, cariño|, amigo|, amiga|verdad|, por favor|para un álbum|para una presentación|ahora",
  ),
  photoLinks: marker(
    `de|del|con|en|donde|que|que muestran|que muestre|en las que sale|en las que salen|en las que aparece|en las que hay|en las que|en la que|en que|hechas|hecha|tomadas|tomada|sacadas|sacada|que hice|que hicimos|que saqué|que sacamos|que tomé|que tomamos
    que tengo|que tenemos|cuando|al|a|desde|por|son|es|están|está|eran|con vistas a|hay|tiene|tienen|sale|salen|aparece|aparecen|se ve|se ven|donde se ve|donde sale|donde salen|donde hay|que están|que son|que he hecho|que hemos hecho|en la|en el|de la|de las|de los|hice|hicimos|mientras`,
  ),
  filler:
    words(`quizás quizá probablemente creo hice hicimos hecha hechas hecho hizo hicieron tomé tomamos tomada tomadas saqué sacamos sacada sacadas sacado fotografié
    fotografiado vi vimos veo vemos visto visible aparece aparecen aparecido sale salen salgo salía fui fuimos ir vamos estado estuve estuvimos estuvo
    estar visitado visité visitamos viajé viajamos celebrado celebramos pasamos pasé ambos ambas juntos juntas cada todo todos toda todas algo cualquier
    lugar lugares sitio sitios ubicación otra vez alguien todavía realmente exactamente últimamente recientemente unos unas resultado resultados
    aquí allí ahí hay caso momento momentos tipo clase uso usado usada usando hora horas día días propio propia favor gracias incluyendo relacionado
    llamada llamado titulada biblioteca colección álbum archivo cosas cosa fotos igual tal mucho muchas poco pocas varias cerca durante siempre
    nunca sola solo primero último archivos cámara objetivo tenía teniendo muestra muestran mostró existe eso esto`),
  albumsAndTrips: {
    albums: marker("álbum|álbumes|álbum de fotos|álbumes de fotos"),
    called: marker("llamado|llamados|titulado|con el nombre|con el nombre de|que se llama"),
    trips: marker("viaje|viajes|vacaciones|escapada|escapadas|excursión|excursiones"),
    puts: marker("pon|ponme|mete|añade|agrega|guarda|reúne|junta|mueve|copia"),
    into: marker(
      "en un|en un nuevo|en el|en mi|en nuestro|a un|a un nuevo|al|a mi|a nuestro|como un|como|como nuevo|dentro del|en|a",
    ),
    putEnds: marker("por mí|para mí"),
    lastTrip: marker(
      "último|últimas|última|más reciente|nuestro último|nuestras últimas|mi último|mis últimas",
    ),
    to: marker("a|al|a la|por|de|en"),
  },
  journeys: {
    before: marker(
      `viaje a|viajes a|viaje por|viaje en|visita a|visitas a|vacaciones en|estancia en|días en|escapada a|fin de semana en|excursión a|luna de miel en|semana en|la ciudad de|ciudad de|el país|la región de|vuelo a|tour por|viaje al|vacaciones por|semanas en|viaje de`,
    ),
    after: marker("viaje|viajes"),
  },
  relations,
  label,
};
