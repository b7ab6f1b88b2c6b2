import { sequences } from "../phrases.ts";
import type { TalkWords } from "../talk-words.ts";
import { frenchMarker as marker, frenchPhrases as phrases, frenchWords as words } from "./elision.ts";

export const talking: TalkWords = {
  modals: marker(
    "peux|pourrais|pourrait|pouvez|pourriez|peut|pouvons|pourrions|veux|voudrais|voulez|voudriez|puis",
  ),
  askers: marker("tu|vous|nous|on|je|-tu|-vous|-on|-je|-nous"),
  softeners: marker(
    "peut-être|éventuellement|s'il te plaît|s'il vous plaît|stp|svp|juste|vite|rapidement|aussi|vraiment|par hasard|gentiment|avoir la gentillesse de|simplement|un peu",
  ),
  wonders: marker(
    "je me demandais|je me demande|je voulais demander|je voulais savoir|je voudrais savoir|crois-tu|penses-tu|pensez-vous|serait-il possible|est-il possible|est-ce possible|est-ce qu'il est possible|y a-t-il un moyen|ce serait bien|ce serait super|j'espérais|je ne sais pas",
  ),
  wonderLinks: marker(
    "si tu pouvais|si tu peux|si tu pourrais|si vous pouviez|si vous pouvez|si|s'|que|qu'|de|d'|pour",
  ),
  interjections: marker("omg|mon dieu|oh la la|waouh|wow|ouah|haha|hihi|mdr|lol|zut|la vache"),
  tellers: marker("je|j'|nous|on|mon|ma|mes|notre|nos"),
  subjects: marker("il|elle|ils|elles|c'|ca|cela"),
  thoughts: words(""),
  feelings: marker("suis"),
  hesitations: marker(
    "tu sais|tu sais quoi|laisse-moi réfléchir|laissez-moi réfléchir|voyons|voyons voir|hm|hmm|euh|ah|oh|ben|eh bien|bon|bref|dis|dis donc|écoute|écoutez|regarde|une question|encore une question|au fait|d'ailleurs|franchement|sérieusement|excuse-moi|excusez-moi|mon dieu|oh là là|tiens",
  ),
  calls: marker("hé|salut|bonjour|bonsoir|ok|coucou|cher|chère"),
  vocatives: marker("glimpse|jarvis|alexa|siri|google|ordinateur|assistant|mon ami|mon amie|tout le monde"),
  showing: marker(
    "dis-moi|dites-moi|sais-tu|savez-vous|je veux savoir|j'aimerais savoir|montre|montre-moi|montrez|montrez-moi|trouve|trouve-moi|trouvez-moi|cherche|cherche-moi|cherchez|donne-moi|donnez-moi|sors|sors-moi|ouvre|ouvrez|affiche|affichez|liste|montrer|trouver|chercher|afficher|me montrer|me trouver",
  ),
  ifs: marker("si|s'|quand|lorsque|du moment que"),
  ifWords: words(
    "tu vous peux pouvez il c'est ce est cela ça ne te dérange pas possible trop ok bien as avez un moment temps minute le veux voulez y en a existe existent pas d'ennui gêne",
  ),
  questionWords: marker(
    "que|qu'|quoi|qui|où|quand|quel|quelle|quels|quelles|pourquoi|comment|avec quoi|avec qui|qu'est-ce que|qu'est-ce qui",
  ),
  auxiliaries: words(
    "a ont ai as avons avez avait avaient est sont était étaient fait font faisait peut peuvent pouvait fut",
  ),
  takings: words("pris prise prises fait faites photographié photographiée photographiées capturé"),
  kinds: marker("type de|type d'|genre de|genre d'|sorte de|sorte d'|espèce de|race de|marque de"),
  contents: words(
    "détails détail informations information infos texte numéro nom adresse prix total montant date code mot mots",
  ),
  progress: words("progressé avancé changé évolué grandi poussé amélioré développé vieilli"),
  eachOf: marker(
    "de chaque|pour chaque|dans chaque|à chaque|par|chaque|une par|une de chaque|un par|une pour chaque|de chacun des|de chacune des",
  ),
  deeds: phrases({
    "supprime|supprimer|supprimez|efface|effacer|effacez|doublons|doublon|copies": "delete",
    "partage|partager|partagez|envoie|envoie-moi|envoyer|envoyez|publie|publier|transfère|transférer":
      "share",
    "imprime|imprimer|imprimez": "print",
    "télécharge|télécharger|téléchargez|exporte|exporter|enregistre|enregistrer|sauvegarde|copie|copier":
      "download",
    "album|albums|dossier|dossiers|livre photo|livre de photos": "album",
    "collage|collages|diaporama|calendrier|vidéo|film|gif|poster|affiche": "make",
    "tourne|tourner|pivote|pivoter|recadre|recadrer|modifie|modifier|renomme|renommer|retouche|retoucher":
      "edit",
    "déplace|déplacer|déplacez": "move",
  }),
  groupings: phrases({
    "an|ans|année|années": "year",
    mois: "month",
    "jour|jours": "day",
    "jour de la semaine|jours de la semaine|jour de semaine": "weekday",
    "heure|heures|heure de la journée|moment de la journée": "hour",
    pays: "country",
    "ville|villes|lieu|lieux|endroit|endroits": "city",
    "personne|personnes|gens|nom|noms": "person",
    "marque|marques|marque d'appareil|marques d'appareil|marque d'appareil photo|fabricant|fabricants":
      "make",
    "appareil|appareils|appareil photo|appareils photo|téléphone|modèle|modèles|modèle d'appareil": "camera",
    "objectif|objectifs": "lens",
    "mot-clé|mots-clés|mot clé|mots clés|étiquette|étiquettes": "keyword",
    "type de fichier|types de fichier|types de fichiers|type|types|format|formats": "type",
  }),
  by: marker(
    "par|pour chaque|dans chaque|de chaque|avec chaque|à chaque|chaque|selon|selon le|selon la|selon l'|groupées par|regroupées par|réparties par|classées par|triées par",
  ),
  lists: marker(
    "liste|liste des|liste de|liste les|liste tous les|liste toutes les|une liste de|une liste des|une liste de tous les|une liste de toutes les|énumère|énumère les|nomme tous les|nomme toutes les",
  ),
  fine: marker(
    "d'accord|ok|me va|me vont|est ok|sont ok|va bien|vont bien|conviennent|convient|peut y être|peuvent y être|peut rester|peuvent rester|peut revenir|peuvent revenir|est permis|sont permis",
  ),
  afterAll: marker("finalement|après tout|de nouveau|à nouveau|encore|aussi|maintenant|alors|quand même"),
  again: marker("de nouveau|à nouveau|encore une fois"),
  both: marker("les deux|tous les deux|toutes les deux|dans les deux|les deux années|les deux jours"),
  nay: marker("non|nan"),
  back: marker(
    "les|le|la|les deux|tous les deux|toutes les deux|cela|ça|ceux-là|celles-là|les autres|le reste|tout|toutes|tous",
  ),
  bring: marker(
    "ramène|ramenez|remets|remettez|rends|laisse|garde|inclus|montre|montre-moi|je veux|reprends",
  ),
  sorry: marker(
    [
      "pardon|désolé|désolée|excuse-moi|excusez-moi|plutôt|enfin|oups",
      sequences("|désolé|pardon", "je veux dire|je voulais dire|je parlais de"),
      sequences("je me suis", "trompé|trompée|mal exprimé"),
    ].join("|"),
  ),
  mine: marker("mes|mon|ma|nos|notre|de mes|de nos"),
  sent: marker(
    "que m'a envoyées|m'a envoyées|m'a envoyée|m'a envoyé|que m'a envoyée|nous a envoyées|nous a envoyé|m'a données|m'a donné|m'a transféré|m'a transférées",
  ),
  trips: words("voyage voyages vacances séjour séjours escapade escapades excursion excursions"),
};
