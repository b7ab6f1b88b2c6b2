import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Captions with embeddings beside the checkout (COCO, CC BY 4.0); not part of it. */
const folder = resolve(import.meta.dirname, "../../shared/retrieval");
export const hasRetrievalData = existsSync(join(folder, "captions.jsonl"));

export const dimension = 384;
/** Captions 2, 3 and 4 of the first lines ask; captions 0 and 1 are what a model said. */
const asked = [2, 3, 4];

export interface RetrievalData {
  documents: { text: string; vector: Float32Array }[];
  /** `answer`: the document that is right. */
  questions: { text: string; vector: Float32Array; answer: number }[];
}

export function readRetrievalData(kind: "good" | "spoilt"): RetrievalData {
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
