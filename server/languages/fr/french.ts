import type { Language } from "../language.ts";
import { captionWords } from "./caption-words.ts";
import {
  elisions,
  frenchMarker as marker,
  frenchPhrases as phrases,
  unparted,
  frenchWords as words,
} from "./elision.ts";
import { commonWords } from "./everyday.ts";
import { intent } from "./intent.ts";
import { label } from "./label.ts";
import { gear, not, order, where } from "./photos.ts";
import { relations } from "./relations.ts";
import { talking } from "./talk.ts";
import { when } from "./when.ts";
import { wording } from "./wording.ts";

export const french: Language = {
  code: "fr",
  traits: {
    capitalsMarkNames: true,
    spellsAsPhotos: false,
    hasUmlauts: false,
    praisesBehind: true,
    asksOfPronouns: false,
    doing: null,
    linked: null,
    letters: /[àâçéèêëîïôûù]/i,
    elided: elisions,
    unparted,
    fillers: words("euh heu hum hmm"),
    stemmer: null,
  },
  captionWords,
  wording,
  commonWords,
  functionWords:
    words(`à ai ainsi après as au aucun aucune aussi autre autres aux avais avait avant avec avez avons c ce ceci cela celle celles celui ces cet cette
    ceux chaque chez comme comment d dans de depuis des dès donc dont du elle elles en encore est et étaient étais était étions être eu eux
    il ils j je jusqu l la là le les leur leurs lors lorsqu lui m ma mais me même mêmes mes moi moins mon n ne ni non nos notre nous
    on ont où par parce parmi pas pendant peu peut peux plus plutôt pour pourquoi près prise prises pris qu quand que quel quelle quelles quels qui quoi
    s sa sans sauf se sera ses seulement si son sont sous suis sur t ta tant te tes toi ton toujours tous tout toute toutes très tu un une
    uniquement vers voici voilà vos votre vous y ça faites faite montre montrez cherche trouve voir veux voudrais sommes combien lesquelles laquelle ou`),
  photoNouns: words("photo photos photographie photographies image images cliché clichés foto fotos"),
  likely: words("hier des du"),
  titles: words("saint sainte roi reine pape prince princesse monsieur madame"),
  nameLinks: words("de du des la le les l d en sur"),
  singularPhotos: words("photo foto photographie image cliché"),
  photoEndings: [],
  indefinite: marker("un|une|quelques"),
  definite: marker("le|la|les|l'|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|leur|leurs"),
  selves: words("moi nous"),
  pronouns: words("elle lui"),
  kin: words("maman papa mamie papi papy mémé pépé tata tonton tante oncle bébé mère père"),
  praise: words(
    "vieille vieilles ancienne anciennes drôle drôles mignonne mignonnes joli jolie jolies beau beaux belle belles bonnes magnifiques superbes",
  ),
  together: marker("ensemble|à côté"),
  persons: words("personne homme femme fille garçon ami amie dame monsieur"),
  adverbs: words("très vraiment trop si"),
  numbers: phrases({
    "un|une": 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    "dix|une dizaine de|dizaine de": 10,
    onze: 11,
    "douze|une douzaine de|douzaine de": 12,
    quinze: 15,
    vingt: 20,
    trente: 30,
    cinquante: 50,
    cent: 100,
  }),
  ordinals: phrases({
    "premier|première|premiers|premières|1er|1re|1ère": 1,
    "deuxième|second|seconde|2e|2ème": 2,
    "troisième|3e|3ème": 3,
    "quatrième|4e|4ème": 4,
    "cinquième|5e|5ème": 5,
    sixième: 6,
    septième: 7,
    huitième: 8,
    neuvième: 9,
    dixième: 10,
    "dernier|dernière|derniers|dernières": -1,
    "avant-dernier|avant-dernière": -2,
  }),
  and: marker("et|&|ainsi que"),
  or: marker("ou|ou bien"),
  when,
  where,
  gear,
  not,
  order,
  intent,
  talk: talking,
  courtesy:
    marker(`s'il te plaît|s'il vous plaît|stp|svp|montre-moi|montre|montre-nous|montrez-moi|montrez-nous|donne-moi|cherche-moi|cherche|recherche|trouve|trouve-moi|je veux voir|je veux|je voudrais voir|je voudrais|j'aimerais voir|j'aimerais bien voir|j'aimerais bien|je voudrais bien|j'aimerais|je cherche|j'ai besoin de|affiche|affiche-moi
    peux-tu me montrer|peux-tu me trouver|peux-tu|tu peux me montrer|tu peux me trouver|tu peux|pouvez-vous me montrer|pouvez-vous|pourrais-tu me montrer|pourrais-tu|est-ce que tu as|est-ce que tu peux me montrer|as-tu|avons-nous|ai-je|y a-t-il|est-ce qu'il y a|il y a|voir|voyons|fais voir|fais-moi voir
    je crois que c'était|je crois que|je crois|je pense|peut-être|probablement|c'était|c'est|quand j'étais|quand nous étions|quand on était|lorsque nous étions|toutes|tous|tout|toute|quelque chose|plus|maintenant|alors|seulement|juste|ok|d'accord|quelles|quels|quelle|quel|dis-moi
    aide-moi à trouver|liste|les|me|moi|nous|donc|bon|sors|sors-moi|celles|tu te souviens de|qu'avons-nous fait|qu'est-ce qu'on a fait|qu'ai-je photographié|,|:|!|.`),
  courtesyAfter: marker(
    "jusqu'ici|jusqu'à présent|s'il te plaît|s'il vous plaît|stp|svp|merci|si possible|si tu peux|je crois|je pense|ou quelque chose comme ça|pour moi|encore|à nouveau|, chéri|, mon ami|, merci|pour un album|maintenant|voir",
  ),
  photoLinks: marker(
    `de|du|d'|des|avec|à|au|aux|en|où|qui|que|qui montrent|montrant|sur lesquelles|où l'on voit|où on voit|où il y a|où figure|où apparaît|prises|prise|prises à|faites|faite|que j'ai prises|que nous avons prises|que j'ai faites|qu'on a prises|j'ai prises|nous avons prises
    que j'ai|que nous avons|quand|lorsque|par|sont|est|étaient|il y a|ont|dans|sur|chez|depuis|avec vue sur|qui sont|que l'on voit|de la|de l'|dans le|dans la|sur la|sur le|à la|à l'|pendant que`,
  ),
  filler:
    words(`peut-être probablement crois pense prise prises pris prends prendre faite faites fait faire photographié photographiée vu vue vus vois voit voir
    voyons visible apparaît apparaissent paraît allé allés allée aller vais allons étais était étions été suis sommes visité visités visitée voyagé
    fêté célébré passé passée passés deux ensemble chaque tout tous toute toutes quelque chose endroit endroits lieu lieux ailleurs encore quelqu'un
    vraiment exactement dernièrement récemment une uns résultat résultats ici là-bas y a ai il cas moment moments genre sorte type utilisé utilisée
    utilisant heure heures fois jour jours propre propres merci plaît compris concernant nommée nommé appelée appelé bibliothèque photothèque collection
    album archive choses pareil même beaucoup peu plusieurs près pendant toujours jamais seul seule premier dernier fichiers appareil
    objectif ayant montre montrent existe cela ça pris`),
  albumsAndTrips: {
    albums: marker("album|albums|album photo|albums photo|album de photos|albums de photos"),
    called: marker("appelé|appelés|nommé|nommés|intitulé|du nom de|avec le nom|qui s'appelle"),
    trips: marker("voyage|voyages|vacances|séjour|séjours|escapade|escapades|excursion|excursions"),
    puts: marker("mets|mettez|ajoute|ajoutez|range|rangez|enregistre|enregistrez|rassemble|rassemblez|garde"),
    into: marker(
      "dans un|dans un nouvel|dans l'|dans le|dans mon|dans notre|à un|à un nouvel|à l'|au|à mon|à notre|en|comme|comme nouvel|dans|à",
    ),
    putEnds: marker("pour moi"),
    lastTrip: marker(
      "dernier|dernières|dernière|plus récent|notre dernier|nos dernières|mon dernier|mes dernières",
    ),
    to: marker("à|à la|à l'|au|aux|en|dans|vers|de"),
  },
  journeys: {
    before: marker(
      `voyage à|voyage en|voyage au|voyage aux|voyages à|voyages en|séjour à|séjour en|visite de|visite à|vacances à|vacances en|vacances au|week-end à|jours à|escapade à|excursion à|lune de miel à|semaine à|la ville de|ville de|la région de|vol pour|vol vers|voyage dans`,
    ),
    after: marker("voyage|séjour"),
  },
  relations,
  label,
};
