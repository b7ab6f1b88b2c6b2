import { expect, test } from "vitest";
import { conceptsOf } from "./concepts.ts";
import { monochromeParts, monochromeToken, saysMonochrome } from "./monochrome.ts";

test.each([
  "A black and white photo of a violin",
  "A black-and-white portrait of a young woman.",
  "The photo is black and white. A dog sleeps.",
  "Monochrome",
  "A street in the rain, in black and white.",
  "This is a grayscale image of a harbour",
])("a caption says that the picture has no colours: %s", (caption) => {
  expect(saysMonochrome(caption)).toBe(true);
});

test.each([
  "A black and white dog on a rug",
  "A cow that is black and white",
  "A woman in a black and white dress",
  "The photo is not black and white.",
  "A black car and a white van",
])("a caption says it of a thing, or not at all: %s", (caption) => {
  expect(saysMonochrome(caption)).toBe(false);
});

test.each([
  ["black and white", "en", ["black and white"]],
  ["portraits in black & white", "en", ["black & white"]],
  ["Porträts in Schwarzweiß", "de", ["Schwarzweiß"]],
  ["schwarz-weiße", "de", ["schwarz-weiße"]],
  ["gatos en blanco y negro", "es", ["blanco y negro"]],
  ["un gato blanco y negro", "es", []],
  ["rues en noir et blanc", "fr", ["noir et blanc"]],
  ["black and white photography", "en", ["black and white photography"]],
  ["a black and white cat", "en", []],
])("a question asks for pictures without colours: %s", (question, language, said) => {
  const parts = monochromeParts(question);
  expect(parts.filter(({ isMonochrome }) => isMonochrome).map(({ text }) => text)).toEqual(said);
  expect(parts.map(({ text }) => text).join("")).toBe(question);
  const asked = conceptsOf(question, language).filter(({ tokens }) => tokens.includes(monochromeToken));
  expect(asked.map(({ words }) => words)).toEqual(said);
});

test.each([
  ["rote Sachen", "de"],
  ["etwas Rotes", "de"],
  ["red things", "en"],
  ["choses rouges", "fr"],
  ["quelque chose de rouge", "fr"],
  ["algo rojo", "es"],
])("what is not named has no concept beside its colour: %s", (question, language) => {
  const [concept, ...others] = conceptsOf(question, language);
  expect(others).toEqual([]);
  expect(concept?.tokens).toContain("_red");
});
