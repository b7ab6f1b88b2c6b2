import type { RelationWords } from "../language.ts";
import type { Relation } from "../relations.ts";
import { frenchMarker as marker, frenchPhrases as phrases } from "./elision.ts";

export const relations: RelationWords = {
  kinds: phrases<Relation[]>({
    "fille|filles|fillette": ["daughter"],
    fils: ["son"],
    "enfants|enfant|petits": ["daughter", "son", "child"],
    "femme|épouse": ["wife", "partner"],
    "mari|époux": ["husband", "partner"],
    "compagne|compagnon|copine|copain|conjoint|conjointe|fiancée|fiancé": ["partner", "wife", "husband"],
    "mère|maman": ["mother"],
    "père|papa": ["father"],
    parents: ["mother", "father"],
    "soeur|soeurs|sœur|sœurs": ["sister"],
    "frère|frères": ["brother"],
    "frères et soeurs|frères et sœurs": ["sister", "brother"],
    "grand-mère|mamie|mémé": ["grandmother"],
    "grand-père|papi|papy|pépé": ["grandfather"],
    "grands-parents": ["grandmother", "grandfather"],
    "tante|tantes|tata|tatie": ["aunt"],
    "oncle|oncles|tonton": ["uncle"],
    "cousin|cousine|cousins|cousines": ["cousin"],
    "ami|amie|amis|amies|meilleur ami|meilleure amie": ["friend"],
    "chien|chienne|chiens|chiot": ["dog"],
    "chat|chatte|chats|chaton": ["cat"],
    "animal|animal de compagnie|animaux de compagnie": ["pet", "dog", "cat"],
  }),
  mine: marker("mon|ma|mes|notre|nos|mon propre|ma propre|ma petite|mon petit|notre petite|notre petit"),
  withSelf: marker("de|d'|avec"),
  birthday: marker("anniversaire|anniversaires|fête d'anniversaire|anniv"),
  when: marker("quand|lorsque|pendant que|de quand"),
  was: marker("avait|a eu|a|fêtait"),
  old: marker("ans|an|ans révolus"),
};
