import { type Exchange, Failure, type Server, sendJson } from "./ollama-exchange.ts";
import { embedText } from "./ollama-stems.ts";

/** /api/embed */
export async function embed(server: Server, { body, model, response, gone, fault }: Exchange): Promise<void> {
  const { version, runner, spoil } = server;
  const { dimension, context } = model;
  const texts = textsOf(body.input);
  if (fault === "error") throw new Failure(500, "the model runner has stopped");
  if (texts.length === 0) return sendJson(response, { model: body.model, embeddings: [] });

  await runner.run(model.name, gone, async () => {
    if (version !== "0.24.0" && !model.capabilities.includes("embedding")) {
      throw new Failure(501, "This server does not support embeddings. Start it with `--embeddings`");
    }
    // Today's truncation overshoots with SentencePiece vocabularies, and the request is refused all the same.
    const longest = context * 4;
    const isTooLong = texts.some((text) => text.length > longest);
    if (isTooLong && (version !== "0.24.0" || body.truncate === false)) {
      throw new Failure(400, "the input length exceeds the context length");
    }
    const vectors: unknown[][] = texts.map((text) => embedText(text.slice(0, longest), { dimension, spoil }));
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

function textsOf(input: unknown): string[] {
  const inputs = Array.isArray(input) ? input : input === "" || input === undefined ? [] : [input];
  return inputs.map((text) => {
    if (typeof text !== "string") throw new Failure(400, "invalid input type");
    return text;
  });
}
