import type { CaptionWords } from "../language.ts";

/** Words that are English ones too ("pour", "car", "son") stay out: captions are English. */
export const captionWords: CaptionWords = {
  stopWords: `le la les l d qu j n un une des du de et ou où que qui quoi en avec est sont il elle ils elles on nous vous je tu mon ma
    mes ta tes sa ses notre nos votre vos ce cet cette ces dans au aux ne pas quand comment pourquoi montre moi cherche trouve voir
    veux photo photos image images cliché clichés y dont`,
  praise: "joli jolie jolis jolies beau belle belles beaux magnifique magnifiques",
  prepositions: "en sous dans chez vers depuis pendant devant derrière contre près dessus dessous autour",
  articles: "un une des le la les l",
  denials: "aucun aucune jamais",
  hedges: "peut-être probablement sûrement",
  bounds: "mais quoique",
  seen: "visible",
  copulas: "",
  binding: "chose choses quelque",
  counts: "deux trois quatre cinq six sept huit neuf dix onze douze",
  groups: "groupe plusieurs",
  countLinks: "de d",
  ourselves: "nous",
  plurals: "",
  monochrome: "noir et blanc|monochrome",
  likenesses: "portrait portraits cliché selfie selfies film",
};
