import { type Exchange, Failure, type Server, sendJson } from "./ollama-exchange.ts";
import { isOld, isToday } from "./ollama-models.ts";
import { embedText } from "./ollama-stems.ts";

/** Answers /api/embed. */
export async function embed(server: Server, { body, model, response, gone, fault }: Exchange): Promise<void> {
  const { version, runner, spoil } = server;
  const { dimension, context } = model;
  const texts = textsOf(body.input);
  if (fault === "error") throw new Failure(500, "the model runner has stopped");
  const noEmbeddings = "This server does not support embeddings. Start it with `--embeddings`";
  if (fault === "no-embeddings") throw new Failure(501, noEmbeddings);
  if (texts.length === 0) return sendJson(response, { model: body.model, embeddings: [] });

  await runner.run(model.name, gone, async () => {
    if (isToday(version) && !model.capabilities.includes("embedding")) {
      throw new Failure(501, noEmbeddings);
    }
    // Today's Ollama truncates too little with SentencePiece vocabularies, and so refuses the request anyway.
    const longest = context * 4;
    const isTooLong = texts.some((text) => text.length > longest);
    if (isTooLong && (isToday(version) || body.truncate === false)) {
      const words = isOld(version) ? "input length exceeds maximum" : "the input length exceeds the";
      throw new Failure(400, `${words} context length`);
    }
    const vectors: unknown[][] = texts.map((text) =>
      embedText(gist(text.slice(0, longest)), { dimension, spoil }),
    );
    if (fault === "few") vectors.pop();
    if (fault === "nulls") vectors[0]?.fill(null);
    if (fault === "zeros") vectors[0]?.fill(0);
    const figures = { total_duration: 1e8, load_duration: 1e6, prompt_eval_count: 4 * texts.length };
    const answer = { model: body.model, embeddings: vectors, ...figures };
    if (fault !== "cut") return sendJson(response, answer);
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" });
    response.write(JSON.stringify(answer).slice(0, 100), () => response.socket?.destroy());
  });
}

const frames = [
  /^This sentence : "(.*)" means in one word:"$/s,
  /^Instruct: .*\nQuery: ?(.*)$/s,
  /^(?:search_query|search_document|query|passage|task: search result \| query|title: none \| text): (.*)$/s,
  /^Represent this sentence for searching relevant passages: (.*)$/s,
];

/** Returns the text inside the template that asks a model for a vector. The template's own words do not count. */
function gist(text: string): string {
  for (const frame of frames) {
    const [, inner] = frame.exec(text) ?? [];
    if (inner !== undefined) return inner;
  }
  return text;
}

function textsOf(input: unknown): string[] {
  const inputs = Array.isArray(input) ? input : input === "" || input === undefined ? [] : [input];
  return inputs.map((text) => {
    if (typeof text !== "string") throw new Failure(400, "invalid input type");
    return text;
  });
}
