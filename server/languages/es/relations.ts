import type { RelationWords } from "../language.ts";
import { marker, phrases } from "../phrases.ts";
import type { Relation } from "../relations.ts";

export const relations: RelationWords = {
  kinds: phrases<Relation[]>({
    "hija|hijas|niña": ["daughter"],
    "hijo|niño": ["son"],
    "hijos|niños|peques|críos": ["daughter", "son", "child"],
    "mujer|esposa": ["wife", "partner"],
    "marido|esposo": ["husband", "partner"],
    "pareja|novia|novio|prometida|prometido": ["partner", "wife", "husband"],
    "madre|mamá|mami": ["mother"],
    "padre|papá|papi": ["father"],
    padres: ["mother", "father"],
    "hermana|hermanas": ["sister"],
    hermano: ["brother"],
    hermanos: ["sister", "brother"],
    "abuela|abuelita|yaya": ["grandmother"],
    "abuelo|abuelito|yayo": ["grandfather"],
    abuelos: ["grandmother", "grandfather"],
    "tía|tías": ["aunt"],
    "tío|tíos": ["uncle"],
    "primo|prima|primos|primas": ["cousin"],
    "amigo|amiga|amigos|amigas|mejor amigo|mejor amiga": ["friend"],
    "perro|perra|perros|perrito|perrita": ["dog"],
    "gato|gata|gatos|gatito|gatita": ["cat"],
    "mascota|mascotas": ["pet", "dog", "cat"],
  }),
  mine: marker("mi|mis|nuestro|nuestra|nuestros|nuestras|mi propio|mi propia"),
  withSelf: marker("de|con"),
  birthday: marker("cumpleaños|cumple|cumples|fiesta de cumpleaños"),
  when: marker("cuando|mientras|de cuando"),
  was: marker("tenía|cumplió|tiene|cumplía"),
  old: marker("años|año|años de edad|añitos"),
};
