import { words } from "./phrases.ts";

/**
 * Languages that no grammar here reads, by the words that bind and the words for photos. They are recognised by them, so
 * that no other grammar reads them. Whoever adds a folder for a language takes its line away.
 */
export const otherLanguages: Record<string, Set<string>> = {
  es: words(`de la el los las en con del una un y o mi mis su sus para por que sin sobre al lo tengo tiene hay estoy donde cuando
    cuantas cuantos este esta estos estas foto fotos imagen imagenes muestrame muestra busca ensename`),
  fr: words(`de en la le les en avec du des une un et ou mon ma mes sa ses pour par que sans sur au aux dans chez j'ai nous ou quand
    combien ce cette ces photo photos image images montre moi cherche trouve`),
  it: words(`di la il lo gli le in con del della dei delle una un e o mio mia miei mie per che senza su al alla nel nella dove quando
    quante quanti questa questo foto immagini mostra mostrami cerca`),
  pt: words(`de a o os as em com do da dos das uma um e ou meu minha meus minhas para por que sem sobre ao na no nas nos onde quando
    quantas quantos esta este foto fotos imagens mostra mostre procura`),
  nl: words(`van de het een met en of mijn zijn voor zonder op bij naar aan waar wanneer hoeveel deze dit die foto foto's fotos
    afbeeldingen toon zoek laat zien`),
};
