import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { embed } from "./ollama-embed.ts";
import { type Body, type Exchange, Failure, type Server, sendJson } from "./ollama-exchange.ts";
import { createEyes, type Eyes } from "./ollama-eyes.ts";
import { createFaults, type Endpoint, endpoints, type Fault } from "./ollama-faults.ts";
import {
  createShelf,
  type DoubleModel,
  isOld,
  notFound,
  usualModels,
  type Version,
  versions,
} from "./ollama-models.ts";
import { createRunner, type Pace } from "./ollama-runner.ts";
import { createStore, type Store } from "./ollama-store.ts";
import { write } from "./ollama-write.ts";

export interface DoubleOptions {
  /** 0.24.0 by default, which embeds with mistral unchanged; 0.32.15 refuses that. */
  version?: Version;
  models?: DoubleModel[];
  /** The models that can be pulled. */
  library?: DoubleModel[];
  /** An `image` is a file's bytes or its path. */
  captions?: { image: Uint8Array | string; caption: string }[];
  pace?: Partial<Pace>;
  spoil?: Server["spoil"];
  reply?: Server["reply"];
  /** A free port by default. */
  port?: number;
}

/** One request as it arrived, but with the size of each picture in place of the picture. */
export interface Asked {
  endpoint: Endpoint;
  body: Omit<Body, "images">;
  images: number[];
  /** `aborted` means that the connection was closed before the answer was complete. */
  state: "open" | "answered" | "aborted";
}

export interface OllamaDouble extends AsyncDisposable {
  url: string;
  /** All requests to the API, in order. */
  asked: Asked[];
  count(endpoint: Endpoint): number;
  /** Counts the pictures that it was asked to describe. A trial with only a few tokens does not count. */
  countDescribed(): number;
  teach: Eyes["teach"];
  /** Replaces the faults. Without an argument everything works again. */
  fail(...faults: Fault[]): void;
  /** Tests may change it at any time. */
  pace: Pace;
  /** The names of the models that were loaded, in order. */
  loads: string[];
  blobs: Store["blobs"];
  install(model: DoubleModel): void;
  remove(name: string): void;
}

/** Starts a server on loopback that answers as Ollama of that version does, with the captions that it was taught. */
export async function startOllama(options: DoubleOptions = {}): Promise<OllamaDouble> {
  const { version = "0.24.0", models = usualModels, captions = [], spoil = 0, reply, port = 0 } = options;
  const { library = usualModels } = options;
  const eyes = createEyes();
  await Promise.all(captions.map(({ image, caption }) => eyes.teach(image, caption)));
  const runner = createRunner(options.pace ?? {});
  const shelf = createShelf(version, models);
  const store = createStore(shelf, runner, library);
  const faults = createFaults();
  const asked: Asked[] = [];

  async function answer(
    endpoint: Endpoint,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const hasBody = ["POST", "DELETE"].includes(request.method ?? "") && endpoint !== "blobs";
    const body = hasBody ? parsed(await readText(request)) : {};
    const entry: Asked = { endpoint, ...withoutPictures(body), state: "open" };
    const left = new AbortController();
    asked.push(entry);
    response.once("close", () => {
      entry.state = response.writableFinished ? "answered" : "aborted";
      left.abort();
    });
    const name = body.model ?? body.name ?? "";
    const fault = request.method === "HEAD" ? null : faults.take(endpoint);
    if (fault === "hang") return;
    if (fault === "drop") return void request.socket.destroy();
    if (fault === "busy")
      throw new Failure(503, "server busy, please try again.  maximum pending requests exceeded");
    if (fault === "unknown") return sendPlain(request, response);
    if (fault === "no-memory")
      throw new Failure(500, "model requires more system memory (5.6 GiB) than is available (3.2 GiB)");
    if (fault === "missing") throw new Failure(404, notFound(endpoint, version, name));
    if (fault === "error" && /version|tags|ps|show|blobs|create/.test(endpoint))
      throw new Failure(500, "something is broken");

    if (endpoint === "version") return sendJson(response, { version });
    if (endpoint === "tags") return sendJson(response, shelf.tags());
    if (endpoint === "ps") return sendJson(response, shelf.ps(runner.loaded()));
    if (endpoint === "pull") return store.pull(body, response, left.signal, fault);
    if (endpoint === "blobs") return store.blob(request.url?.split("/").at(-1) ?? "", request, response);
    if (endpoint === "create") return store.create(body, response);
    if (!name && (endpoint === "show" || endpoint === "chat")) throw new Failure(400, "model is required");
    if (endpoint === "show" && /[\s]|\.\./.test(name)) {
      throw isOld(version) ? new Failure(500, "invalid model path") : new Failure(400, "invalid model name");
    }
    const model = shelf.find(name);
    if (!model) throw new Failure(404, notFound(endpoint, version, name));
    if (endpoint === "show") return sendJson(response, shelf.show(model));
    if (endpoint === "delete") {
      shelf.remove(model.name);
      return void response.end();
    }

    const exchange: Exchange = { body, model, response, gone: left.signal, fault };
    if (endpoint === "embed") return embed({ version, eyes, runner, spoil, reply }, exchange);
    if (!model.capabilities.includes("completion"))
      throw new Failure(400, `"${name}" does not support ${endpoint}`);
    const shape = (said: string) =>
      endpoint === "chat" ? { message: { role: "assistant", content: said } } : { response: said };
    return write({ version, eyes, runner, spoil, reply }, exchange, shape);
  }

  /** Lets others control a double that runs as a script: POST {faults?, pace?} sets them and returns the requests. */
  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "POST") {
      const change: { faults?: Fault[]; pace?: Partial<Pace> } = JSON.parse(await readText(request));
      if (change.faults) faults.set(change.faults);
      Object.assign(runner.pace, change.pace);
    }
    sendJson(response, { pace: runner.pace, loads: runner.loads, asked });
  }

  const http = createServer((request, response) => {
    const endpoint = endpoints.find(
      (name) => request.url?.split("/").slice(0, 3).join("/") === `/api/${name}`,
    );
    if (!endpoint && request.url !== "/double/faults") return sendPlain(request, response);
    const work = endpoint ? answer(endpoint, request, response) : control(request, response);
    work.catch((error: unknown) => {
      if (response.headersSent) return void response.destroy();
      const { status, bare } = error instanceof Failure ? error : { status: 500, bare: false };
      const answer = { error: error instanceof Error ? error.message : String(error) };
      if (!bare || !isOld(version)) return sendJson(response, answer, status, bare);
      response.writeHead(200, { "Content-Type": "application/x-ndjson" });
      response.end(`${JSON.stringify(answer)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject).listen(port, "127.0.0.1", resolve);
  });

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    asked,
    count: (endpoint) => asked.filter((one) => one.endpoint === endpoint).length,
    countDescribed: () => asked.filter(isDescription).length,
    teach: eyes.teach,
    fail: (...next) => faults.set(next),
    pace: runner.pace,
    loads: runner.loads,
    blobs: store.blobs,
    install: shelf.install,
    remove: shelf.remove,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
}

function isDescription({ images, body }: Asked): boolean {
  return images.length > 0 && Number(body.options?.num_predict ?? Number.POSITIVE_INFINITY) > 8;
}

function parsed(body: string): Body {
  if (body.trim() === "") throw new Failure(400, "missing request body");
  try {
    return JSON.parse(body);
  } catch {
    throw new Failure(400, "unexpected EOF");
  }
}

function withoutPictures({ images = [], messages = [], ...rest }: Body): Pick<Asked, "body" | "images"> {
  const pictures = [...images, ...messages.flatMap((message) => message.images ?? [])];
  return {
    body: { ...rest, messages: messages.map(({ role, content }) => ({ role, content })) },
    images: pictures.map((image) => Buffer.from(image, "base64").length),
  };
}

function sendPlain(request: IncomingMessage, response: ServerResponse): void {
  const isRoot = request.url === "/";
  response.writeHead(isRoot ? 200 : 404, {
    "Content-Type": isRoot ? "text/plain; charset=utf-8" : "text/plain",
  });
  response.end(isRoot ? "Ollama is running" : "404 page not found");
}

/** Runs the double as a script. `captions.json` is `[{file, captions}]`; the model answers with the first caption. */
async function runAsScript(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "11434" },
      version: { type: "string", default: "0.24.0" },
      captions: { type: "string" },
      photos: { type: "string", default: "." },
      "token-ms": { type: "string", default: "0" },
      "load-ms": { type: "string", default: "0" },
      capacity: { type: "string", default: "Infinity" },
    },
  });
  const told: { file: string; captions: [string] }[] = values.captions
    ? JSON.parse(await readFile(values.captions, "utf8"))
    : [];
  const { url } = await startOllama({
    version: versions.find((version) => version === values.version) ?? "0.24.0",
    captions: told.map(({ file, captions: [caption] }) => ({ image: join(values.photos, file), caption })),
    pace: {
      tokenMs: Number(values["token-ms"]),
      loadMs: Number(values["load-ms"]),
      capacity: Number(values.capacity),
    },
    port: Number(values.port),
  });
  console.log(`${url} speaks like Ollama ${values.version} and knows ${told.length} pictures`);
}

if (process.argv[1] === import.meta.filename) await runAsScript();
