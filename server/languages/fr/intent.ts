import type { IntentWords } from "../intent-words.ts";
import { sequences } from "../phrases.ts";
import { frenchMarker as marker, frenchPhrases as phrases, frenchWords as words } from "./elision.ts";

/** Praise of the shown photos that asks nothing: "C'est joli". */
const pleased = [
  "c'est",
  "c'est très",
  "c'est vraiment",
  "comme c'est",
  "elles sont",
  "c'était",
  "que c'est",
  "trop",
  "très",
]
  .flatMap((subject) =>
    [
      ...words(
        "joli jolie jolies beau belle belles bien super parfait génial magnifique magnifiques drôle mignon chouette bon gentil sympa aimable",
      ),
    ].map((praise) => `${subject} ${praise}`),
  )
  .join("|");

export const intent: IntentWords = {
  greetingsAhead: marker(
    "bonjour|salut|bonsoir|coucou|hé|dis|merci|ok|d'accord|super|génial|parfait|bien|bon|oui|s'il te plaît|s'il vous plaît|pardon|désolé|désolée|oups|oh|ah|euh|hmm|alors|maintenant|très bien|bonjour glimpse|salut glimpse|dis glimpse|chouette",
  ),
  chat: phrases({
    "bonjour|salut|bonsoir|coucou|bonjour glimpse|salut glimpse": "greeting",
    [sequences(
      "ça va|comment ça va|comment vas-tu|comment allez-vous|tu vas bien",
      "|aujourd'hui|bien|ce matin|ce soir",
    )]: "greeting",
    "merci|merci beaucoup|merci bien|mille mercis|un grand merci|je te remercie|j'adore|merci glimpse|j'aime bien|je les adore":
      "thanks",
    [pleased]: "thanks",
    "au revoir|à bientôt|bonne nuit|à plus tard|à plus|à demain|bonne soirée": "farewell",
    "aide|aide-moi|à l'aide|que peux-tu faire|que sais-tu faire|qui es-tu|qu'est-ce que tu peux faire|qu'est-ce que tu sais faire|comment ça marche|que puis-je demander|que puis-je chercher|qu'est-ce que je peux demander":
      "help",
    "non|non merci|non , merci|plutôt pas|laisse|laisse tomber|pas maintenant|tant pis|peu importe|ce n'est pas grave|c'est pas grave":
      "refusal",
    "oui s'il te plaît|oui , s'il te plaît|oui s'il vous plaît|vas-y|fais-le|oui vas-y|oui , vas-y|bien sûr|oui bien sûr|volontiers|allez-y|je confirme|confirmer|exactement|tout à fait|c'est ça":
      "assent",
    "ok|d'accord|super|bien|oui|parfait|génial|très bien|chouette|ouais|bon": "assent",
  }),
  asks: phrases({
    "combien|combien de|combien d'|combien de photos|combien de fois|combien de vidéos|le nombre de|nombre de|compte les|compte-les|quel est le nombre de|c'est combien":
      { ask: "count" },
    "quels pays|dans quels pays|dans quel pays|quel pays|combien de pays|dans combien de pays|de quels pays|de quel pays|liste des pays|en quel pays|combien de pays différents":
      { ask: "countries" },
    "quel objectif|avec quel objectif|quels objectifs|avec quels objectifs": { ask: "lens" },
    "combien de jours|quels jours|pendant combien de jours|sur combien de jours": { ask: "days" },
    "en quel mois|quel mois|dans quel mois|combien de mois|quels mois": { ask: "months" },
    "en quelle année|quelle année|quelles années|de quelle année|en quelles années|de quelle année date|de quelle année est":
      {
        ask: "years",
      },
    "quelles villes|dans quelles villes|combien de villes|dans combien de villes|combien de lieux|combien d'endroits|dans combien d'endroits|liste des villes":
      { ask: "cities" },
    "quand est-ce que j'étais pour la première fois|quand était-ce la première fois|quand était la première fois|quand ai-je été pour la première fois|quand avons-nous été pour la première fois|quand était la première":
      { ask: "first" },
    "quand était la dernière fois|quand était-ce la dernière fois|c'était quand la dernière fois|quand ai-je été pour la dernière fois|quand était la dernière":
      { ask: "last" },
    "c'était quand la première fois": { ask: "first" },
    "où j'ai|où avons-nous|où étions-nous|où étais-je|où étaient|où ont|où ai-je|où est|où était|où sont|où est-ce|où est-ce que|où était-ce|où a été prise|où ont été prises|c'est où|c'était où|dans quelle ville|à quel endroit|quel endroit|quels endroits|quelle ville|d'où vient|d'où viennent|où ai-je pris|où avons-nous pris|où a-t-elle été prise|où ont-elles été prises|où est-ce que j'ai pris|dans quel endroit":
      { ask: "where" },
    "quand|quand est|quand est-ce|quand est-ce que|quand était|quand était-ce|quand a été prise|quand ont été prises|c'était quand|c'est quand|quel jour|à quelle date|quelle date|de quand date|de quand datent|à quelle heure|quand ai-je|quand avons-nous|quand a-t-elle été prise|de quand est|quand ai-je pris":
      { ask: "when" },
    "qui|qui est|qui sont|qui est sur|qui voit-on|qui est-ce|avec qui|avec qui étais-je|avec qui étions-nous|qui apparaît|quelles personnes|qui d'autre|combien de personnes|qui ai-je|qui est-ce que|qui y a-t-il":
      { ask: "who" },
    "quel appareil|avec quel appareil|quels appareils|avec quels appareils|quel appareil photo|avec quel appareil photo|avec quel téléphone|quel téléphone|quelle caméra|quel est mon appareil le plus utilisé":
      { ask: "camera" },
    "qu'est-ce que c'est|qu'est-ce qu'il y a|que voit-on|qu'est-ce qu'on voit|décris|décris-moi|parle-moi de|dis-m'en plus sur|plus sur|détails de|que montre|quel iso|quels réglages|que sais-tu de":
      { ask: "about" },
  }),
  unanswered:
    marker(`quel jour de la semaine|à quel moment de la journée|quel pourcentage|quelle proportion|quelle est la moyenne|quelle taille|combien pèse|combien mesure|combien de temps|combien coûte|combien a coûté
    combien de personnes|combien de gens|combien d'invités|combien d'enfants|combien de voyages|combien d'albums|quel âge|quel âge a|quel âge avait|pourquoi|qui a pris|qui a photographié|quelle est la différence|dans quel ordre|comment|combien de semaines|combien d'heures|combien de minutes|combien d'années`),
  unanswerable:
    marker(`par personne|par an|par année|par mois|par appareil|par pays|par ville|par semaine|pour chaque|de chaque|en moyenne|pourcentage|par rapport à|comparé à|plus que|moins que
    la plupart|d'habitude|habituellement|normalement|coûte|coûté|dernier voyage|notre dernier voyage|mon dernier voyage|pendant notre dernier voyage|lune de miel|notre lune de miel|pendant notre lune de miel`),
  bareAsks: phrases({
    "où|et où|où ça": "where",
    "quand|et quand|quand ça": "when",
    "qui|qui est-ce|c'est qui|et qui": "who",
    "quel appareil|avec quel appareil": "camera",
    "la dernière fois|c'était quand la dernière fois|pour la dernière fois": "last",
    "la première fois|c'était quand la première fois|pour la première fois": "first",
    "combien|combien y en a-t-il|il y en a combien|combien en tout": "count",
  }),
  politeAhead: marker(
    "et|maintenant|et maintenant|alors|puis|s'il te plaît|s'il vous plaît|peux-tu|tu peux|pouvez-vous|pourrais-tu|pourriez-vous|est-ce que tu peux|ok|d'accord|bon|pardon|désolé|mais|je veux|je voudrais|voyons",
  ),
  ends: phrases({
    "d'abord|pour la première fois|la première fois|première fois": "first",
    "pour la dernière fois|la dernière fois|dernière fois|en dernier": "last",
  }),
  that: marker("ça|cela|tout ça|tout cela|ceux-là|celles-là|c'"),
  rather: marker("mais|plutôt|finalement|je voulais dire"),
  notBut: marker("pas|pas à|pas en|pas de|non pas|pas le|pas la"),
  askFiller:
    marker(`y en a-t-il|y a-t-il|y a-t-il de|y a-t-il d'|en ai-je|ai-je|ai-je de|avons-nous|en avons-nous|j'ai|nous avons|j'en ai|est-ce que|est-ce que j'ai|est-ce que nous avons|est-ce|est-ce qu'il y a|il y en a|il y a|sont|est|était|étaient|étais-je|étions-nous|suis-je allé|sommes-nous allés|j'étais|nous étions|ai-je été|avons-nous été
    a été prise|ont été prises|a-t-elle été prise|ont-elles été prises|a été|ont été|prise|prises|pris|prise ici|faites|faite|été|en tout|au total|sur la photo|sur les photos|dans ma photothèque|dans mes photos|sur cette photo|ici|restent|reste-t-il|ai-je utilisé|utilisé|utilisons|j'utilise|j'ai utilisé
    exactement|je|nous|on|toutes|tous|déjà|allé|allés|allée|vu|vus|visité|visités|ai-je visité|avons-nous visité|le plus|le plus souvent|encore une fois|d'entre elles|je photographie|je prends|prends|je fais|photographié|on voit|voit-on|voit|de|d'|du|des|que|qu'|a|ai|ont|tu|as-tu|les`),
  inAll: marker(
    "en tout|au total|ai-je|avons-nous|j'ai|nous avons|dans toute la photothèque|dans ma photothèque|ai-je visité|avons-nous visité|suis-je allé|sommes-nous allés",
  ),
  only: marker(`seulement|uniquement|juste|que|que les|que celles|seulement les|seulement celles|seulement celles de|seulement celles avec|uniquement celles|juste celles|rien que|ne garde que|ne garde que les|ne garde que celles|garde seulement|garde|garde celles|mais seulement|et seulement|maintenant seulement|filtre|filtre par|limite à|limite-les à|réduis à
    parmi elles|parmi celles-ci|parmi elles seulement|parmi elles celles|celles|celles de|montre seulement|montre-moi seulement|montre uniquement|montre-moi uniquement|lesquelles sont|lesquelles|restreins à|parmi celles-là|n'affiche que|ne montre que|ne montre que les|ne montre que celles|de celles-ci|les`),
  onlyAfter: marker("seulement|uniquement|parmi elles|parmi celles-ci"),
  no: marker(
    "non ,|non attends ,|non , attends ,|attends ,|non pardon ,|non , pardon ,|pardon ,|désolé ,|plutôt non ,|non :|non .|non non ,|non , je voulais dire|non je voulais dire|ah non ,|oups ,|non plutôt|non , plutôt",
  ),
  replace:
    marker(`finalement|plutôt|plutôt à|plutôt en|et si on prenait|qu'en est-il de|et pour|change pour|change en|remplace par|je voulais dire|je veux dire|la même chose mais|la même chose pour|la même chose avec|la même chose à|la même chose en|pareil mais|pareil pour|pareil avec|pareil à
    la même recherche pour|fais pareil pour|fais la même chose pour|essaie|essaie plutôt|et celles de|au lieu de cela|à la place`),
  insteadOf: marker("au lieu de|au lieu d'|à la place de|à la place d'|plutôt que|plutôt qu'"),
  swap: marker("remplace|change|échange"),
  swapFor: marker("par|en|avec|contre|pour"),
  instead: marker("plutôt|finalement|à la place|au lieu de ça|au lieu de cela"),
  widen: marker(
    "aussi|ou|ajoute|et aussi|en plus|inclus|également|ou aussi|montre aussi|montre-moi aussi|plus|ainsi que|ou bien|inclus aussi|ajoute aussi|et en plus|ou encore|aussi à",
  ),
  too: marker("aussi|également|en plus"),
  addStarts: marker("ajoute|mets|rajoute|inclus"),
  andAhead: marker("et|mais|alors|maintenant|et maintenant|puis"),
  same: phrases({
    "du même jour|le même jour|même jour|de ce jour-là|ce jour-là|de ce jour": "day",
    "du même mois|le même mois|de ce mois-là": "month",
    "de la même année|la même année|de cette année-là|cette année-là": "year",
    "du même endroit|au même endroit|du même lieu|au même lieu|de là-bas|de cet endroit|de la même ville|dans la même ville|même endroit":
      "place",
    "du même voyage|le même voyage|pendant le même voyage|même voyage|de ce voyage|ce voyage|pendant ce voyage|du voyage|des mêmes vacances|de ces vacances|pendant ces vacances":
      "trip",
  }),
  more: marker(
    "autre chose|quelque chose d'autre|plus|d'autres|autres|les autres|le reste|quoi d'autre|qu'avons-nous fait d'autre|qu'est-ce qu'on a fait d'autre|tout|toutes|d'autres photos|plus de photos|encore",
  ),
  as: marker("que|comme"),
  anyOfThem: marker(
    "y en a-t-il|est-ce qu'il y en a|il y en a|y en a-t-il une|y a-t-il des photos|certaines",
  ),
  drop: marker(
    "enlève|retire|supprime|oublie|ignore|efface|laisse tomber|ôte|sans|peu importe|annule|ne tiens plus compte de|plus de|abandonne",
  ),
  dropEnds: marker(
    "n'est pas nécessaire|n'est pas obligatoire|n'a pas besoin d'être là|pas besoin|n'a pas d'importance|n'importe pas|peu importe|m'est égal|est égal|n'est pas important",
  ),
  outStarts: marker("enlève|laisse|retire|mets|écarte"),
  outEnds: marker("de côté|dehors"),
  outVerbs: marker(""),
  notOnly: marker("pas seulement|pas uniquement|pas que|pas forcément"),
  any: marker(
    "n'importe quel|n'importe quelle|peu importe le|peu importe la|peu importe l'|quel que soit le|quelle que soit la|quelle que soit l'|tous les|toutes les|dans n'importe quel|dans n'importe quelle|avec n'importe quel|de n'importe quel|de n'importe quelle|à n'importe quelle",
  ),
  anything: phrases({
    "toutes|montre-les toutes|montre tout|montre-les-moi toutes|sans limite|affiche tout|enlève la limite":
      "limit",
    "n'importe où|partout|peu importe où|où que ce soit|dans le monde entier": "where",
    "n'importe quand|peu importe quand|de tout temps|à tout moment|quand que ce soit": "when",
    "n'importe qui|avec n'importe qui|peu importe qui|tout le monde|avec tout le monde": "people",
  }),
  filterNoun: marker("filtre|filtres|condition|restriction|limite"),
  everyFilter: marker("filtres|tous les filtres|les filtres|tout|toutes les conditions"),
  subjects: phrases({
    "ville|lieu|lieux|endroit|pays|région|localisation|où|villes|filtre de lieu": "where",
    "date|mois|jour|temps|quand|saison|semaine|période|époque|dates|filtre de date": "when",
    "année|années|décennie": "year",
    "heure|heures|heure de la journée|moment de la journée": "hour",
    "appareil|appareil photo|téléphone|appareils|caméra|filtre d'appareil": "camera",
    "objectif|objectifs|focale|focales": "lens",
    "iso|isos": "iso",
    flash: "flash",
    "personne|personnes|gens|nom|noms|qui|visages": "people",
    "type|format|orientation|taille|extension|résolution|nom de fichier": "type",
    "note|notes|étoiles|favoris|favorites": "rating",
    "mot-clé|mots-clés|étiquette|étiquettes|tags|tag": "keyword",
  }),
  undo: marker(
    [
      sequences("|non|non ,", "annuler|annule|défaire|défais"),
      sequences(
        "annuler|annule|défaire|défais|enlève|retire|oublie",
        "ça|cela|la dernière|le dernier filtre|le dernier changement|la dernière modification|la dernière étape",
      ),
      sequences("|reviens|revenir|retour|retourne", "en arrière|un pas en arrière|à la recherche précédente"),
      sequences("|remets|reviens|fais", "|tout", "comme", "avant|c'était|c'était avant"),
      sequences("|la", "recherche précédente"),
      "retour|reviens",
    ].join("|"),
  ),
  steps: marker("pas|étapes|fois|recherches"),
  twice: phrases({ "deux fois": 2 }),
  startOver: marker(
    "recommencer|recommence|recommençons|on recommence|de zéro|repars de zéro|repartons de zéro|nouvelle recherche|autre chose|quelque chose d'autre|tout autre chose|oublie tout|efface tout|tout effacer|réinitialiser|réinitialise|depuis le début|nouvelle question|maintenant autre chose|remets tout à zéro|changeons de sujet",
  ),
  correct: marker(
    "je voulais dire|non je voulais dire|non , je voulais dire|je parlais de|non , je parlais de|je veux dire|pas ça|ce n'est pas ça|c'est faux|non pas ça",
  ),
  like: marker(
    "plus comme|semblables à|similaires à|comme|quelque chose comme|des photos comme|d'autres comme|qui ressemblent à|ressemblant à|semblable à|pareilles à|photos comme|davantage comme",
  ),
  similar: marker(
    "semblables|similaires|photos semblables|photos similaires|des photos similaires|des photos semblables|d'autres semblables|plus du même genre",
  ),
  acts: phrases({ favorise: "favourite" }),
  actEnds: phrases({
    "comme favori|comme favorite|comme favoris|comme favorites|en favori|en favoris|aux favoris|à mes favoris|dans les favoris|dans mes favoris|en favorite":
      "favourite",
    "des favoris|de mes favoris|hors des favoris": "unfavourite",
  }),
  actTails: phrases({}),
  beyond: marker(
    "efface|supprime|partage|imprime|envoie|envoie-moi|déplace|copie|tourne|fais pivoter|recadre|renomme|modifie|enregistre|télécharge|effacer|supprimer|partager|imprimer|envoyer|télécharger",
  ),
  copies: marker("doublons|copies|doubles"),
  makes: marker("fais|fais-moi|crée|crée-moi|mets|ajoute|range|organise|rassemble|génère|transforme"),
  works: marker(
    "album|albums|collage|collages|diaporama|livre photo|calendrier|vidéo|film|gif|dossier|poster|affiche",
  ),
  actStarts: marker(
    "marque|marque-la|marque-les|ajoute|mets|enlève|retire|garde|ajoute-la|ajoute-les|mets-la|mets-les|retire-la|retire-les|supprime",
  ),
  this: marker("celle-ci|celle-là|celui-ci|celui-là|ceci|cette photo|cette image|ça|cela|celle ci|celle là"),
  them: marker(
    "celles-ci|celles-là|ceux-ci|ceux-là|toutes|toutes celles-ci|elles|les|ces photos|ces images|les deux|les photos|eux|toutes ces photos|toutes les photos",
  ),
  ones: marker("photo|photos|image|images|résultat|résultats|cliché|clichés|une"),
  thoseThat: marker(
    "celles|celles qui|celle|celle qui|ceux|ceux qui|les photos|la photo|celles de|les photos qui|les",
  ),
  number: marker("numéro|nº|no|#|photo|image|photos|numéros|photo numéro|la numéro"),
};
