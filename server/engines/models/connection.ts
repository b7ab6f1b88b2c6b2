import type { ReadableStream as Pieces } from "node:stream/web";
import { Ollama } from "ollama";
import { Agent, fetch as request } from "undici";
import { AppError } from "#server/errors.ts";
import { notRunning, OllamaRefusal } from "./refusal.ts";

/** How long silence is borne, in milliseconds: until the answer begins, and within it. */
export interface Patience {
  first: number;
  next: number;
  /** Asked when `first` is over: with a good reason it is borne as long again, three times at most. */
  excuse?: () => Promise<boolean>;
}

/** Milliseconds of silence after which a server counts as hung. */
export interface Timeouts {
  /** Each request of a status probe. */
  probe: number;
  /** An answer that comes as a whole: embeddings, what a model is. */
  answer: number;
  /** Loading the model, waiting in its queue and reading the prompt all count here. */
  firstToken: number;
  nextToken: number;
}

const excuses = 3;

/** What an exchange talks through; `heard` is to be called at each sign of life. */
export interface Line {
  ollama: Ollama;
  /** For what the npm client lacks. Throws OllamaRefusal for a status that is no success. */
  fetch(path: string, init: { method: string; body?: Pieces<Uint8Array> }): Promise<Response>;
  heard(): void;
}

export interface OllamaConnection {
  /** Host and port, as people write them. */
  host: string;
  /** Of the server, as it has last told a probe. */
  version: string | null;
  /**
   * Whatever ends an exchange (the answer, an error, `signal`, silence) also closes its connection: the only thing
   * that stops a generation. Errors: `signal`'s reason; AppError MODEL_FAILED after silence, MODEL_AWAY when nothing
   * answers; OllamaRefusal; or whatever a broken answer leads to.
   */
  exchange<T>(patience: Patience, talk: (line: Line) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** An exchange whose parts are given on as they come; leaving the loop ends it. */
  follow<T>(
    patience: Patience,
    ask: (line: Line) => Promise<AsyncIterable<T>>,
    signal?: AbortSignal,
  ): AsyncGenerator<T, void, undefined>;
  /** Breaks off what is going on. */
  close(): Promise<void>;
}

/**
 * Headers come with the first token, after loads and queues of minutes: undici's own time limits are off, and
 * `Patience` takes their place.
 */
export function connectOllama(address: string): OllamaConnection {
  const { host } = new URL(address);
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

  async function send(
    url: string,
    init: { method?: string; headers?: Headers; body: string | Pieces<Uint8Array> | null },
    signal: AbortSignal,
  ): Promise<Response> {
    const options = { ...init, duplex: "half" as const, dispatcher: agent, signal };
    const response = await request(url, options).catch((error: unknown) => {
      throw notRunning(host, error);
    });
    if (!response.ok)
      throw new OllamaRefusal(response.status, wordsOf(response.status, await response.text()));
    const streams = response.headers.get("content-type")?.includes("ndjson");
    const body = response.body as ReadableStream<Uint8Array<ArrayBuffer>> | null;
    return new Response(streams ? body?.pipeThrough(wholeLines()) : body, {
      status: response.status,
      headers: [...response.headers],
    });
  }

  function open(patience: Patience, signal?: AbortSignal) {
    const ending = new AbortController();
    const either = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
    either.throwIfAborted();
    let timer: NodeJS.Timeout | undefined;
    let excused = 0;
    const rest = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const bear = (silence: number, excuse?: Patience["excuse"]) => {
      clearTimeout(timer);
      const mine = setTimeout(async () => {
        const isExcused = excused++ < excuses && (await excuse?.().catch(() => false));
        if (timer !== mine) return;
        if (isExcused) return bear(silence, excuse);
        const late = `Ollama at ${host} did not answer for ${silence / 1000} s.`;
        ending.abort(new AppError("MODEL_FAILED", late));
      }, silence);
      timer = mine;
    };
    bear(patience.first, patience.excuse);
    const forClient: typeof fetch = (input, { method, headers, body } = {}) => {
      const text = typeof body === "string" ? body : null;
      return send(String(input), { method, headers: new Headers(headers), body: text }, either);
    };
    const line: Line = {
      ollama: new Ollama({ host: address, fetch: forClient }),
      fetch: (path, { method, body = null }) => send(address + path, { method, body }, either),
      heard: () => bear(patience.next),
    };
    return {
      line,
      rest,
      /** The reason of whoever ended it goes before what came of that. */
      failed(error: unknown): never {
        either.throwIfAborted();
        throw error;
      },
      end() {
        rest();
        ending.abort();
      },
    };
  }

  return {
    host,
    version: null,
    async exchange(patience, talk, signal) {
      const { line, failed, end } = open(patience, signal);
      try {
        return await talk(line);
      } catch (error) {
        return failed(error);
      } finally {
        end();
      }
    },
    async *follow(patience, ask, signal) {
      const { line, rest, failed, end } = open(patience, signal);
      try {
        for await (const part of await ask(line)) {
          rest();
          yield part;
          line.heard();
        }
      } catch (error) {
        failed(error);
      } finally {
        end();
      }
    },
    close: () => agent.destroy(),
  };
}

/** Ollama's error; of something else that answers, the beginning. */
function wordsOf(status: number, body: string): string {
  try {
    const { error } = JSON.parse(body);
    if (typeof error === "string") return error;
  } catch {}
  return body.slice(0, 200) || `HTTP ${status}`;
}

/**
 * Lets whole lines of JSON through, and makes an error line or a broken one an error of the stream: the npm client
 * leaves broken lines out of the answer and prints them, caption and all.
 */
function wholeLines(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = "";
  const checked = (line: string) => {
    const { error } = JSON.parse(line);
    if (typeof error === "string") throw new OllamaRefusal(null, error);
    return encoder.encode(`${line}\n`);
  };
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) controller.enqueue(checked(line));
    },
    flush(controller) {
      if (rest) controller.enqueue(checked(rest));
    },
  });
}
