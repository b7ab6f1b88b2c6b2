import { type Exchange, Failure, type Server, sendJson } from "./ollama-exchange.ts";
import type { Eyes } from "./ollama-eyes.ts";
import type { FaultKind } from "./ollama-faults.ts";
import { isOld, isToday, type Version } from "./ollama-models.ts";

const runnerDied = "an error was encountered while running the model: unexpected EOF";
const noEmbedding =
  "Failed to create new sequence: failed to process inputs: unable to make llava embedding from image\n";
const runnerStopped =
  "model runner has unexpectedly stopped, this may be due to resource limitations or an internal error, check ollama server logs for details";
const llamaServer = (message: string) =>
  JSON.stringify({ error: { code: 400, message, type: "invalid_request_error" } });
const forever = 2 ** 31 - 1;
/** Ollama gives up when one token comes this many times in a row. */
const mostRepeats = 30;

/** Answers /api/generate and /api/chat, streamed or not. `shape` makes the part of a line that contains the text. */
export async function write(
  server: Server,
  exchange: Exchange,
  shape: (text: string) => object,
): Promise<void> {
  const { body, model, response, gone, fault } = exchange;
  const { runner } = server;
  const streams = body.stream !== false;
  const limit = typeof body.options?.num_predict === "number" ? body.options.num_predict : -1;
  const lineOf = (text: string) => ({
    model: body.model,
    created_at: new Date().toISOString(),
    ...shape(text),
  });
  const stream = (line: object) => {
    // The headers are sent with the first token.
    if (!response.headersSent) response.writeHead(200, { "Content-Type": "application/x-ndjson" });
    response.write(`${JSON.stringify(line)}\n`);
  };
  if (fault === "error") throw new Failure(500, runnerDied, streams);

  await runner.run(model.name, gone, async () => {
    const text = await answerTo(server, exchange);
    const tokens: string[] = [];
    let reason = "stop";
    for (const token of tokensOf(text, fault)) {
      if (tokens.length === limit) {
        reason = "length";
        break;
      }
      await runner.tick(gone, runner.pace.tokenMs);
      tokens.push(token);
      if (!streams) continue;
      stream({ ...lineOf(token), done: false });
      if (tokens.length === 2) await strike(server, exchange);
      if (fault === "repeat" && tokens.length === mostRepeats) response.end();
      if (response.writableEnded) return;
    }
    const figures = {
      eval_count: tokens.length,
      prompt_eval_count: 26,
      total_duration: 1e9,
      load_duration: 1e6,
    };
    const end = { ...lineOf(streams ? "" : tokens.join("")), done: true, done_reason: reason, ...figures };
    if (!streams) return sendJson(response, end);
    stream(end);
    response.end();
  });
}

/** Plays a fault in a stream that has begun. */
async function strike({ runner }: Server, { response, gone, fault }: Exchange): Promise<void> {
  if (fault === "end-early") response.end();
  if (fault === "error-midway") response.end(`${JSON.stringify({ error: runnerDied })}\n`);
  if (fault === "garble") response.write('{"model":"llava","cre\n');
  if (fault === "cut") response.write('{"model":"llava","cre', () => response.socket?.destroy());
  if (fault === "cut" || fault === "hang-midway") await runner.tick(gone, forever);
}

async function answerTo({ version, eyes, reply }: Server, { body, model }: Exchange): Promise<string> {
  const { format, messages = [], stream } = body;
  const [picture] = (body.images ?? messages.at(-1)?.images ?? []).map(bytesOf);
  if (picture && !model.capabilities.includes("vision")) {
    if (!isToday(version)) return " A group of people standing in a field.";
    const words = "Multimodal data provided, but model does not support multimodal requests.";
    throw new Failure(400, llamaServer(words), stream !== false);
  }
  if (picture && !format) return ` ${await see(eyes, picture, version, stream !== false)}`;
  const answer = (await reply?.(messages, format)) ?? (format ? example(format) : "I see.");
  return typeof answer === "string" ? answer : JSON.stringify(answer);
}

/** Looks at a picture. Ollama's stb_image reads no WebP, TIFF or AVIF, but today's version converts WebP first. */
async function see(eyes: Eyes, picture: Buffer, version: Version, streams: boolean): Promise<string> {
  const head = picture.subarray(0, 12).toString("latin1");
  const isForeign = /^(II\*|MM\0|....ftyp)/s.test(head) || (!isToday(version) && head.endsWith("WEBP"));
  const caption = isForeign ? null : await eyes.see(picture).catch(() => null);
  if (caption !== null) return caption;
  if (isOld(version)) throw new Failure(500, noEmbedding, streams);
  if (!isToday(version)) throw new Failure(500, runnerStopped, streams);
  throw new Failure(400, llamaServer("Failed to load image or audio file"), streams);
}

function bytesOf(image: string): Buffer {
  const bad = image.search(/[^A-Za-z0-9+/=]/);
  if (bad >= 0) throw new Failure(400, `illegal base64 data at input byte ${bad}`);
  return Buffer.from(image, "base64");
}

function* tokensOf(text: string, fault: FaultKind | null): Generator<string> {
  const instead: Partial<Record<FaultKind, string>> = {
    empty: "",
    refuse: " I'm sorry, but I cannot help with describing this picture.",
    loop: " The dog is on the beach.",
    repeat: " dog",
    prose: " Certainly! Here is what you asked for.",
  };
  const said = (fault ? instead[fault] : undefined) ?? text;
  do yield* said.match(/\s*\S+/g) ?? [];
  while (fault === "loop" || fault === "repeat");
}

interface Schema {
  type?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Makes the smallest value that fits a JSON schema. */
function example(schema: Schema): unknown {
  const { type = "", enum: choices, properties = {}, required = Object.keys(properties) } = schema;
  if (choices) return choices[0];
  if (type === "object")
    return Object.fromEntries(required.map((name) => [name, example(properties[name] ?? {})]));
  return { array: [], string: "", number: 0, integer: 0, boolean: false }[type] ?? null;
}
