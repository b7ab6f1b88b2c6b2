import type { RelationWords } from "../language.ts";
import { marker, phrases } from "../phrases.ts";
import type { Relation } from "../relations.ts";

export const relations: RelationWords = {
  kinds: phrases<Relation[]>({
    "tochter|töchter|töchtern": ["daughter"],
    "sohn|sohnes|söhne|söhnen": ["son"],
    "kinder|kindern|kind|kids": ["daughter", "son", "child"],
    "frau|ehefrau": ["wife", "partner"],
    "mann|ehemann|mannes": ["husband", "partner"],
    "partner|partnerin|freundin|verlobte|verlobter": ["partner", "wife", "husband"],
    "mutter|mama|mutti|mami": ["mother"],
    "vater|papa|vati|papi": ["father"],
    eltern: ["mother", "father"],
    "schwester|schwestern": ["sister"],
    "bruder|brüder|brüdern": ["brother"],
    "geschwister|geschwistern": ["sister", "brother"],
    "oma|omi|großmutter": ["grandmother"],
    "opa|opi|großvater": ["grandfather"],
    "großeltern|oma und opa": ["grandmother", "grandfather"],
    "tante|tanten": ["aunt"],
    onkel: ["uncle"],
    "cousin|cousine|vetter|cousins|cousinen": ["cousin"],
    "freund|freunde|freunden|beste freundin|bester freund": ["friend"],
    "hund|hunde|hundes|hündin": ["dog"],
    "katze|kater|katzen": ["cat"],
    "haustier|haustiere|haustieren": ["pet", "dog", "cat"],
  }),
  mine: marker(
    "mein|meine|meinem|meinen|meiner|meines|unser|unsere|unserem|unseren|unserer|unseres|meine kleine|unsere kleine",
  ),
  withSelf: marker("von|mit"),
  birthday: marker("geburtstag|geburtstage|geburtstagen|geburtstags|geburtstagsfeier"),
  when: marker("als|wo|während"),
  was: marker("war|wurde|geworden ist|ist"),
  old: marker("jahre alt|jahr alt|jahre"),
};
