import { expect, test } from "vitest";
import { embedEach } from "./embedding.ts";
import { asAppError, ModelAway, OllamaRefusal } from "./refusal.ts";

const about = { host: "127.0.0.1:11434", model: "mistral", version: "0.32.15" };
const reasonOf = (status: number | null, words: string) => {
  const problem = asAppError(new OllamaRefusal(status, words), about);
  return problem instanceof ModelAway ? problem.reason : problem.code;
};

test.each([
  [500, "model requires more system memory (5.6 GiB) than is available (3.2 GiB)", "out-of-memory"],
  [500, "llama runner process has terminated: cudaMalloc failed: out of memory", "out-of-memory"],
  [500, "unable to allocate CPU buffer", "out-of-memory"],
  [501, "This server does not support embeddings. Start it with `--embeddings`", "no-embeddings"],
  [500, "This server does not support embeddings. Start it with `--embeddings`", "no-embeddings"],
  [404, "404 page not found", "too-old"],
  [404, "no such page", "not-running"],
  [404, "model 'mistral:latest' not found", "not-pulled"],
  [404, 'model "mistral" not found, try pulling it first', "not-pulled"],
  [503, "server busy, please try again.  maximum pending requests exceeded", "busy"],
  [400, '"mistral" does not support chat', "failing"],
  [null, "an error was encountered while running the model: unexpected EOF", "MODEL_FAILED"],
])("%s %s means %s", (status, words, reason) => {
  expect(reasonOf(status, words)).toBe(reason);
});

test("an unknown path means another server, as long as no version is known", () => {
  const problem = asAppError(new OllamaRefusal(404, "404 page not found"), { ...about, version: null });
  expect(problem.message).toContain("is not Ollama");
});

test.each([
  [400, "the input length exceeds the context length"],
  [400, "input length exceeds maximum context length"],
  [
    500,
    "input (596 tokens) is too large to process. increase the physical batch size (current batch size: 512)",
  ],
])("a text that is refused with %s %s is cut until it fits, inside its template", async (status, words) => {
  const asked: string[] = [];
  const ask = async (texts: string[]) => {
    asked.push(...texts);
    if (texts.some((text) => text.length > 130)) throw new OllamaRefusal(status, words);
    return texts.map(() => [3, 4]);
  };
  const outcomes = await embedEach(["x".repeat(400), "snow"], (text) => `<${text}>`, ask);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect(asked.map((text) => text.length)).toEqual([402, 6, 402, 202, 102, 6]);
  for (const text of asked) expect(text).toMatch(/^<.*>$/);
});
