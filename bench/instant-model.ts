import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

export interface InstantModel extends AsyncDisposable {
  url: string;
  /** The largest number of pictures that were to be described at once. */
  mostAtOnce(): number;
  /** When a picture came while as many were being described as can be, as above. */
  waited(): number[];
  /** When each picture was described, in milliseconds of the steady clock. */
  described(): number[];
  /** How long it has taken to answer for vectors, in milliseconds altogether. */
  embedding(): number;
}

/** How long describing takes, in milliseconds, and how many pictures are described at once; the rest waits. */
export interface Pace {
  ms: number;
  atOnce: number;
}

const dimension = 4096;
const caption =
  "A wide field of barley in the evening light, a row of poplars behind it and two people on a path.";

/**
 * Starts an Ollama server whose answers are written in advance, so that the model takes no time. (The double
 * in the tests looks at each picture to recognise it, which is as much work as making a thumbnail.) `vectorOf`
 * makes the vector of a text; otherwise all texts have the same. `captions`: what it says of the pictures, one after the
 * other.
 */
export async function startInstantModel(
  pace: Pace = { ms: 0, atOnce: 1 },
  vectorOf?: (text: string) => Float32Array,
  captions: string[] = [caption],
): Promise<InstantModel> {
  const sameVector = Array.from({ length: dimension }, (_, at) => Math.fround(Math.sin(at) / 45));
  const answers: Record<string, string> = {
    "/api/version": JSON.stringify({ version: "0.24.0" }),
    "/api/show": JSON.stringify({
      capabilities: ["completion", "vision", "embedding"],
      modified_at: "2026-01-01T00:00:00Z",
    }),
    "/api/tags": JSON.stringify({
      models: ["llava:latest", "mistral:latest"].map((name) => ({
        name,
        model: name,
        digest: `sha256:${name}`,
      })),
    }),
  };
  const spoken = captions.map(chatOf);
  const embeddings = [""];
  let said = 0;
  let embedding = 0;
  const answerTo = (path: string, body: Buffer): string => {
    if (path === "/api/chat") return spoken[said++ % spoken.length] ?? "";
    if (path !== "/api/embed") return answers[path] ?? "{}";
    const { input } = JSON.parse(body.toString()) as { input: string[] };
    if (vectorOf) return `{"embeddings":[${input.map((text) => writtenVector(text, vectorOf)).join(",")}]}`;
    embeddings[input.length] ??= JSON.stringify({
      model: "mistral",
      embeddings: input.map(() => sameVector),
    });
    return embeddings[input.length] ?? "{}";
  };
  const described: number[] = [];
  const free = Array.from({ length: pace.atOnce }, () => 0);
  let now = 0;
  let most = 0;
  const surplus: number[] = [];
  /** Waits for one of the places, and then as long as describing takes. */
  async function inTurn(): Promise<void> {
    most = Math.max(most, ++now);
    if (now > pace.atOnce) surplus.push(performance.now());
    free.sort((a, b) => a - b);
    const begins = Math.max(performance.now(), free[0] ?? 0);
    free[0] = begins + pace.ms;
    await pause(begins + pace.ms - performance.now());
    now--;
    described.push(performance.now());
  }
  const server = createServer(async (request, response) => {
    const begun = performance.now();
    const body = await buffer(request);
    if (request.url === "/api/chat" && pace.ms > 0) await inTurn();
    const type = request.url === "/api/chat" ? "application/x-ndjson" : "application/json";
    response.writeHead(200, { "content-type": type }).end(answerTo(request.url ?? "", body));
    if (request.url === "/api/embed") embedding += performance.now() - begun;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    mostAtOnce: () => most,
    waited: () => surplus,
    described: () => described,
    embedding: () => embedding,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const written = new Map<string, string>();

/** Returns a text's vector as JSON; it is written once, so that the model takes no time from what is measured. */
function writtenVector(text: string, vectorOf: (text: string) => Float32Array): string {
  const known = written.get(text) ?? JSON.stringify([...vectorOf(text)]);
  written.set(text, known);
  return known;
}

/** Writes one line for each word, as Ollama streams. */
function chatOf(text: string): string {
  const line = (content: string, end: object) =>
    `${JSON.stringify({ model: "llava", message: { role: "assistant", content }, ...end })}\n`;
  const words = text.match(/\S+\s*/g) ?? [];
  return (
    words.map((word) => line(word, { done: false })).join("") + line("", { done: true, done_reason: "stop" })
  );
}
