import { words } from "./phrases.ts";

/**
 * Languages that no grammar here reads, with words that are typical of them and their words for photos. A question in
 * one of them is recognised by these words, so that no other grammar reads it. If you add a folder for a language,
 * remove its line here.
 */
export const otherLanguages: Record<string, Set<string>> = {
  it: words(`di la il lo gli le in con del della dei delle una un e o mio mia miei mie per che senza su al alla nel nella dove quando
    quante quanti questa questo foto immagini mostra mostrami cerca`),
  pt: words(`de a o os as em com do da dos das uma um e ou meu minha meus minhas para por que sem sobre ao na no nas nos onde quando
    quantas quantos esta este foto fotos imagens mostra mostre procura`),
  nl: words(`van de het een met en of mijn zijn voor zonder op bij naar aan waar wanneer hoeveel deze dit die foto foto's fotos
    afbeeldingen toon zoek laat zien`),
};
