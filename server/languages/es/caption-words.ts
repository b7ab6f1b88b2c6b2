import type { CaptionWords } from "../language.ts";

/** Words that are English ones too ("son", "sin", "once") stay out: captions are English. */
export const captionWords: CaptionWords = {
  stopWords: `el la los las un una unos unas lo de del al y o que qué en con es está están hay mi mis tu tus su sus nuestro nuestra
    nuestros nuestras este esta estos estas ese esa esos esas aquel aquella donde dónde cuando cuándo quién quien cómo como por para muéstrame
    enséñame busca buscar quiero ver foto fotos imagen imágenes se nos yo nosotros ella`,
  praise:
    "bonito bonita bonitos bonitas bonitas precioso preciosa preciosos preciosas lindo linda lindas lindos",
  prepositions: "en sobre bajo entre hacia desde durante junto cerca detrás delante dentro encima debajo",
  articles: "un una unos unas el la los las",
  denials: "ningún ninguna ninguno nadie tampoco",
  hedges: "quizá quizás probablemente posiblemente",
  bounds: "pero aunque",
  seen: "visible",
  copulas: "",
  binding: "cosa cosas algo",
  counts: "dos tres cuatro cinco seis siete ocho nueve diez once doce",
  groups: "grupo varios varias muchos muchas",
  countLinks: "de",
  ourselves: "nosotros nosotras",
  plurals: "",
  monochrome: "blanco y negro|monocromo|monocroma|monocromas",
  likenesses: "retrato retratos toma tomas selfi selfis película",
};
