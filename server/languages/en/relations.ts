import type { RelationWords } from "../language.ts";
import { marker, phrases } from "../phrases.ts";
import type { Relation } from "../relations.ts";

export const relations: RelationWords = {
  kinds: phrases<Relation[]>({
    "daughter|daughters|little girl": ["daughter"],
    "son|sons|little boy": ["son"],
    "kids|children|kid|child|little ones": ["daughter", "son", "child"],
    "wife|wifey": ["wife", "partner"],
    "husband|hubby": ["husband", "partner"],
    "partner|girlfriend|boyfriend|spouse|fiancé|fiancée|better half": ["partner", "wife", "husband"],
    "mum|mom|mother|mummy|mommy|mama|ma": ["mother"],
    "dad|father|daddy|papa|pa": ["father"],
    "parents|folks|mum and dad|mom and dad": ["mother", "father"],
    "sister|sis|sisters": ["sister"],
    "brother|bro|brothers": ["brother"],
    "siblings|brothers and sisters": ["sister", "brother"],
    "grandma|grandmother|granny|gran|nan|nana": ["grandmother"],
    "grandpa|grandfather|grandad|granddad": ["grandfather"],
    grandparents: ["grandmother", "grandfather"],
    "aunt|auntie|aunts": ["aunt"],
    "uncle|uncles": ["uncle"],
    "cousin|cousins": ["cousin"],
    "best friend|friend|friends": ["friend"],
    "dog|dogs|doggy|puppy|pup": ["dog"],
    "cat|cats|kitty|kitten": ["cat"],
    "pet|pets": ["pet", "dog", "cat"],
  }),
  mine: marker("my|our|my own|our own|my little|our little"),
  withSelf: marker("of|with|showing|featuring|containing"),
  birthday: marker("birthday|birthdays|birthday party|bday|b-day"),
  when: marker("when|from when|while|back when"),
  was: marker("was|turned|is"),
  old: marker("years old|year old|years|years of age"),
};
