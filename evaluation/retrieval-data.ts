import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { embedText } from "#tests/doubles/ollama-stems.ts";
import { captionedPhotos, hasRealPhotos } from "#tests/fixtures/photos.ts";

/** The captions and their embeddings (COCO, CC BY 4.0) lie beside the checkout and are not part of it. */
const folder = resolve(import.meta.dirname, "../../shared/retrieval");

export const dimension = 384;
/**
 * On the first 1,000 lines, captions 2, 3 and 4 are questions. On every line, captions 0 and 1 are the
 * document.
 */
const asked = [2, 3, 4];

export type Kind = "good" | "spoilt" | "captioned";

/** The kinds whose data is on this machine. */
export const kindsHere: Kind[] = [
  ...(existsSync(join(folder, "captions.jsonl")) ? (["good", "spoilt"] as const) : []),
  ...(hasRealPhotos ? (["captioned"] as const) : []),
];

export interface RetrievalData {
  documents: { text: string; vector: Float32Array }[];
  /** `answer` is the index of the right document. */
  questions: { text: string; vector: Float32Array; answer: number }[];
}

/**
 * The first caption of each photo beside the checkout stands for what a vision model says; the others are questions. The
 * vectors come from the tests' double, a bag of stems that knows no synonyms, so that this judges no model.
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

/** Reads rows of half-precision numbers from a file of ../shared/retrieval. */
export function vectorsIn(file: string): (row: number) => Float32Array {
  const bytes = readFileSync(join(folder, file));
  const halves = new Float16Array(new Uint8Array(bytes).buffer);
  return (row) => Float32Array.from(halves.subarray(row * dimension, (row + 1) * dimension));
}
