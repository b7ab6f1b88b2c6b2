import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { embedText } from "#tests/doubles/ollama-stems.ts";
import { captionedPhotos, hasRealPhotos } from "#tests/fixtures/photos.ts";

/** Captions with embeddings beside the checkout (COCO, CC BY 4.0); not part of it. */
const folder = resolve(import.meta.dirname, "../../shared/retrieval");

export const dimension = 384;
/** Captions 2, 3 and 4 of the first lines ask; captions 0 and 1 are what a model said. */
const asked = [2, 3, 4];

export type Kind = "good" | "spoilt" | "captioned";

/** What can be evaluated here. */
export const kindsHere: Kind[] = [
  ...(existsSync(join(folder, "captions.jsonl")) ? (["good", "spoilt"] as const) : []),
  ...(hasRealPhotos ? (["captioned"] as const) : []),
];

export interface RetrievalData {
  documents: { text: string; vector: Float32Array }[];
  /** `answer`: the document that is right. */
  questions: { text: string; vector: Float32Array; answer: number }[];
}

/**
 * Of the photos beside the checkout the first caption stands for what a vision model says, and the others ask. Their
 * vectors are those of the tests' double, a bag of stems: it knows no synonyms, and no model is judged by it.
 */
function readCaptioned(): RetrievalData {
  const photos = captionedPhotos().map(({ captions: [said = "", ...asking] }) => ({ said, asking }));
  const embed = (text: string) => Float32Array.from(embedText(text, { dimension, spoil: 0 }));
  return {
    documents: photos.map(({ said }) => ({ text: said, vector: embed(said) })),
    questions: photos.flatMap(({ asking }, answer) =>
      asking.map((text) => ({ text, vector: embed(text), answer })),
    ),
  };
}

export function readRetrievalData(kind: Kind): RetrievalData {
  if (kind === "captioned") return readCaptioned();
  const suffix = kind === "spoilt" ? "-spoilt" : "";
  const captions = readFileSync(join(folder, "captions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { captions: string[] }).captions);
  const documents = vectorsIn(`documents${suffix}.f16`);
  const queries = vectorsIn(`queries${suffix}.f16`);
  return {
    documents: captions.map(([first, second], at) => ({
      text: `${first} ${second}`,
      vector: documents(at),
    })),
    questions: Array.from({ length: 3_000 }, (_, at) => {
      const answer = Math.floor(at / asked.length);
      const text = captions[answer]?.[asked[at % asked.length] ?? 2] ?? "";
      return { text, vector: queries(at), answer };
    }),
  };
}

function vectorsIn(file: string): (row: number) => Float32Array {
  const bytes = readFileSync(join(folder, file));
  const halves = new Float16Array(new Uint8Array(bytes).buffer);
  return (row) => Float32Array.from(halves.subarray(row * dimension, (row + 1) * dimension));
}
