import { nearest, noFields } from "#server/engines/index/contract-suites/fixtures.ts";
import type { Condition, PhotoIndex } from "#server/engines/index/port.ts";
import { documentTokens, questionTokens } from "#server/search/words.ts";

export const dimension = 4096;
const clusters = 500;
const limit = 50;
export const owner = "01900000-0000-7000-8000-00000000000a";
export const space = "bench@1:4096";
const day = 86_400_000;

/**
 * Documents with synthetic clustered vectors and captions of 60 to 120 Zipf words, and questions for them.
 */
export interface SyntheticLibrary {
  /** Writes everything to the index, and calls `seen` with each vector and its number. */
  fill(index: PhotoIndex, seen?: (vector: Float32Array, number: number) => void): Promise<void>;
  question(): Question;
}

export interface Question {
  vector: Float32Array;
  tokens: string[];
  /** Matches one document in a hundred. */
  filter: Condition[];
}

export function syntheticLibrary(photos: number): SyntheticLibrary {
  const centres = Array.from({ length: clusters }, () => unitVector());
  const photoId = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`;
  return {
    async fill(index, seen) {
      const atOnce = 200;
      for (let from = 0; from < photos; from += atOnce) {
        const numbers = Array.from({ length: Math.min(atOnce, photos - from) }, (_, i) => from + i);
        await index.putDocuments(
          numbers.map((number) => ({
            photoId: photoId(number),
            owner,
            tokens: documentTokens(`${caption()} topic${number % clusters}`),
            sortAt: number * day,
            fields: { ...noFields, taken: number * day },
          })),
        );
        const batch = numbers.map((number) => ({
          photoId: photoId(number),
          vector: unitVector(centres[number % clusters]),
        }));
        await index.putVectors(space, dimension, batch);
        for (const [i, { vector }] of batch.entries()) seen?.(vector, from + i);
      }
    },
    question() {
      const cluster = Math.floor(Math.random() * clusters);
      const first = Math.floor(Math.random() * photos * 0.99) * day;
      return {
        vector: unitVector(centres[cluster]),
        tokens: tokensOf(`topic${cluster} w40 w900 w3000`),
        filter: [
          { field: "taken", operator: ">=", value: first, negated: false },
          { field: "taken", operator: "<", value: first + (photos / 100) * day, negated: false },
        ],
      };
    },
  };
}

export const byVector = (index: PhotoIndex, filter: Condition[], vector: Float32Array) =>
  nearest(index, { owner, filter, limit, space, vector });
export const byText = (index: PhotoIndex, filter: Condition[], tokens: string[]) =>
  index.searchText({ owner, filter, limit, tokens });

/** Draws words by Zipf's law: the word of rank r comes about 1/r as often as the first. */
function caption(): string {
  const words = Array.from(
    { length: 60 + Math.floor(Math.random() * 61) },
    () => Math.floor(20_000 ** Math.random()) - 1,
  );
  return words.map((rank) => `w${rank}`).join(" ");
}

export function tokensOf(text: string): string[] {
  return questionTokens(text).flatMap((word) => word.tokens);
}

function unitVector(around?: Float32Array): Float32Array {
  const vector = new Float32Array(dimension);
  let squares = 0;
  for (let i = 0; i < dimension; i++) {
    const number = (around?.[i] ?? 0) * 80 + Math.random() - 0.5;
    vector[i] = number;
    squares += number * number;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < dimension; i++) vector[i] = (vector[i] ?? 0) / length;
  return vector;
}
