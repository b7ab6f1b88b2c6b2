import { appendFileSync, closeSync, existsSync, openSync, readSync } from "node:fs";
import { Ollama } from "ollama";

const model = "all-minilm";
/** Texts in one request: enough to keep the model busy, few enough to lose little when it fails. */
const batchSize = 256;
const chunkBytes = 1 << 24;

/** Vectors of length 1, by text. */
export type Vectors = ReadonlyMap<string, Float32Array>;

/** Lines of `text<TAB>numbers of 32 bits in base64`; the file is read in pieces, since it can be larger than a string. */
function readVectors(file: string): Map<string, Float32Array> {
  const vectors = new Map<string, Float32Array>();
  if (!existsSync(file)) return vectors;
  const handle = openSync(file, "r");
  const chunk = Buffer.alloc(chunkBytes);
  let rest = "";
  for (let size = readSync(handle, chunk); size > 0; size = readSync(handle, chunk)) {
    const lines = (rest + chunk.toString("latin1", 0, size)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [text = "", numbers = ""] = line.split("\t");
      // A copy, because a view must begin at a multiple of four bytes.
      vectors.set(text, new Float32Array(Uint8Array.from(Buffer.from(numbers, "base64")).buffer));
    }
  }
  closeSync(handle);
  return vectors;
}

/** Vectors of all words; the model embeds what the file does not have yet, and the file keeps it. */
export async function vectorsOf(words: string[], file: string, url: string): Promise<Vectors> {
  const vectors = readVectors(file);
  const missing = words.filter((word) => !vectors.has(word));
  const ollama = new Ollama({ host: url });
  for (let at = 0; at < missing.length; at += batchSize) {
    const batch = missing.slice(at, at + batchSize);
    const input = batch.map((word) => word.replaceAll("_", " "));
    const { embeddings } = await ollama.embed({ model, input });
    for (const [i, word] of batch.entries()) {
      const vector = Float32Array.from(embeddings[i] ?? []);
      vectors.set(word, vector);
      appendFileSync(file, `${word}\t${Buffer.from(vector.buffer).toString("base64")}\n`);
    }
    console.log(`${Math.min(at + batchSize, missing.length)} of ${missing.length} texts are embedded.`);
  }
  return vectors;
}

/** Cosine of the angle between two words; 0 if one has no vector. */
export function agreementOf(vectors: Vectors, one: string, other: string): number {
  const [a, b] = [vectors.get(one), vectors.get(other)];
  if (!a || !b) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
