import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, type FileHandle, open, stat } from "node:fs/promises";
import { AppError } from "#server/errors.ts";
import { cardOf } from "./card.ts";
import { contextLength } from "./chat.ts";
import type { OllamaConnection, Timeouts } from "./connection.ts";
import { bytesOfCopy, hasBlob, uploadCopy } from "./copy-upload.ts";
import { withPooling } from "./gguf.ts";
import type { Progress } from "./port.ts";
import { checkName } from "./pull.ts";
import { commandToPrepare, helpsToCopy, noEmbeddings, OllamaRefusal } from "./refusal.ts";
import { canonicalName, copyName, recommendedEmbedder } from "./templates.ts";

const say = (step: Progress["step"], status: string): Progress => ({
  step,
  status,
  completed: null,
  total: null,
});

/**
 * Prepares as `prepare` of the port does. The file is read twice, once for its hash and once for the upload,
 * because a copy on disk would need room for the whole model once more. At most a header and a few chunks are
 * in memory.
 */
export async function* prepareModel(
  connection: OllamaConnection,
  asked: string,
  timeouts: Timeouts,
  { file, signal }: { file?: string; signal?: AbortSignal },
): AsyncGenerator<Progress, void, undefined> {
  checkName(asked);
  const model = canonicalName(asked);
  const copy = copyName(model);
  if (!copy) throw new AppError("BAD_REQUEST", `${model} was made for embedding and needs no copy.`);
  // We wait as long as for a first token, because the model may have to be loaded.
  const embeds = (name: string) => tryEmbedding(connection, name, timeouts.firstToken, signal);

  const remove = () => removeModel(connection, copy, timeouts.answer);

  yield say("look", `Looking whether ${model} embeds`);
  try {
    if (await embeds(copy)) return yield say("ready", `${copy} is there and embeds`);
  } catch (error) {
    // An earlier copy that the server cannot run would be in the way for ever.
    if (!isOfModel(error)) throw error;
    await remove();
  }
  if (await embeds(model)) return yield say("ready", `${model} embeds as it is`);
  const version = await versionOf(connection, timeouts.answer, signal);
  if (!helpsToCopy(model, version)) throw noEmbeddings({ model, version });
  const path = file ?? (await fileOf(connection, model, timeouts.answer, signal));
  await using original = await openModel(path, model);
  const copied = await withPooling(original);

  const hash = createHash("sha256");
  for await (const { completed, chunk, isStep } of bytesOfCopy(original, copied, signal)) {
    hash.update(chunk);
    if (isStep) yield { step: "hash", status: `Reading ${model}`, completed, total: copied.size };
  }
  const digest = `sha256:${hash.digest("hex")}`;
  if (!(await hasBlob(connection, digest, timeouts.answer, signal))) {
    for await (const completed of uploadCopy(connection, digest, original, copied, timeouts, signal)) {
      yield { step: "upload", status: "Giving the copy to Ollama", completed, total: copied.size };
    }
  }

  const patience = { first: timeouts.firstToken, next: timeouts.firstToken };
  const request = {
    model: copy,
    files: { [`${copy.replaceAll(/[^\w.-]/g, "-")}.gguf`]: digest },
    stream: true as const,
  };
  for await (const { status } of connection.follow(
    patience,
    ({ ollama }) => ollama.create(request),
    signal,
  )) {
    yield say("create", `Making ${copy}: ${status}`);
  }
  yield say("try", `Trying ${copy}`);
  const problem = await embeds(copy).then(
    (does) => (does ? null : "Ollama gives no embeddings for it"),
    (error: unknown) => {
      if (isOfModel(error)) return error.message;
      throw error;
    },
  );
  if (problem !== null) {
    await remove();
    const detail = `${copy}, the copy of ${model}, was made and does not work (${problem}), so it was removed again.`;
    throw new AppError("MODEL_FAILED", `${detail} Set GLIMPSE_EMBED_MODEL to ${recommendedEmbedder}.`);
  }
  yield say("ready", `${copy} embeds`);
}

/**
 * Embeds one short text. Returns false if the model is missing or is refused as no embedder; throws other
 * errors.
 */
async function tryEmbedding(
  connection: OllamaConnection,
  model: string,
  silence: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const request = { model, input: ["a dog on a beach"], options: contextLength };
  try {
    const patience = { first: silence, next: silence };
    const { embeddings } = await connection.exchange(patience, ({ ollama }) => ollama.embed(request), signal);
    return (embeddings[0]?.length ?? 0) > 0;
  } catch (error) {
    if (error instanceof OllamaRefusal && (error.isNoModel || error.isNoEmbeddings)) return false;
    throw error;
  }
}

/** Returns true if the server could not run this model. Lack of memory and a busy server pass by themselves. */
function isOfModel(error: unknown): error is OllamaRefusal {
  return error instanceof OllamaRefusal && error.status === 500 && error.blamesInput;
}

async function removeModel(connection: OllamaConnection, model: string, answer: number): Promise<void> {
  const patience = { first: answer, next: answer };
  try {
    await connection.exchange(patience, ({ ollama }) => ollama.delete({ model }));
  } catch (error) {
    if (!(error instanceof OllamaRefusal && error.isNoModel)) throw error;
  }
}

async function versionOf(
  connection: OllamaConnection,
  answer: number,
  signal?: AbortSignal,
): Promise<string> {
  const patience = { first: answer, next: answer };
  const { version } = await connection.exchange(patience, ({ ollama }) => ollama.version(), signal);
  return version;
}

/** Returns the path that Ollama names. Throws if the model is missing or Ollama names no path. */
async function fileOf(
  connection: OllamaConnection,
  model: string,
  answer: number,
  signal?: AbortSignal,
): Promise<string> {
  const { file } = await cardOf(connection, model, answer, signal);
  if (file) return file;
  throw new AppError(
    "BAD_REQUEST",
    `Ollama does not say where the file of ${model} is. Name it with --file.`,
  );
}

async function openModel(path: string, model: string): Promise<FileHandle> {
  if (!(await isReadable(path))) {
    const detail = `The file ${path} cannot be read from here. Where it can, run: ${commandToPrepare(model, path)}`;
    throw new AppError("BAD_REQUEST", detail);
  }
  return open(path);
}

/** Returns true if the path is a file whose bytes this process can read. */
export async function isReadable(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
