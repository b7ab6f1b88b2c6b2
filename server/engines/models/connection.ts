import type { ReadableStream as Pieces } from "node:stream/web";
import { Ollama } from "ollama";
import { Agent, fetch as request } from "undici";
import { AppError } from "#server/errors.ts";
import { notRunning, OllamaRefusal } from "./refusal.ts";

/** Milliseconds of silence that we accept before an answer begins and within it. */
export interface Patience {
  first: number;
  next: number;
  /** Is asked when `first` is over. If it returns true, we wait as long again, at most three times. */
  excuse?: () => Promise<boolean>;
}

/** Milliseconds of silence after which a server counts as hung. */
export interface Timeouts {
  /** For each request of a status probe. */
  probe: number;
  /** For an answer that comes as a whole: embeddings, or a description of a model. */
  answer: number;
  /** For the first token. Loading the model, waiting in its queue and reading the prompt all count here. */
  firstToken: number;
  nextToken: number;
}

const excuses = 3;

/** The means to talk within an exchange. `heard` must be called at each sign of life. */
export interface Line {
  ollama: Ollama;
  /** For requests that the npm client does not offer. Throws OllamaRefusal unless the status is a success. */
  fetch(path: string, init: { method: string; body?: Pieces<Uint8Array> }): Promise<Response>;
  heard(): void;
}

export interface OllamaConnection {
  /** Host and port, as people write them. */
  host: string;
  /** The version that the server gave to the last probe. */
  version: string | null;
  /**
   * Talks to the server once. However an exchange ends (answer, error, `signal` or silence), its connection
   * is closed too, because nothing else stops a generation. Throws the reason of `signal`; AppError
   * MODEL_FAILED after silence, MODEL_AWAY when nothing answers; OllamaRefusal; or the error that a broken
   * answer leads to.
   */
  exchange<T>(patience: Patience, talk: (line: Line) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Runs an exchange and passes its parts on as they come. Leaving the loop ends it. */
  follow<T>(
    patience: Patience,
    ask: (line: Line) => Promise<AsyncIterable<T>>,
    signal?: AbortSignal,
  ): AsyncGenerator<T, void, undefined>;
  /** Breaks off all exchanges. */
  close(): Promise<void>;
}

/**
 * Connects to an Ollama server. undici's own time limits are off, because headers come only with the first
 * token, after minutes of loading and queueing; `Patience` takes their place.
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
      /** Throws the reason of the abort, if there was one, rather than the error that followed from it. */
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

/** Returns Ollama's error message, or the beginning of the body if something else answered. */
function wordsOf(status: number, body: string): string {
  try {
    const { error } = JSON.parse(body);
    if (typeof error === "string") return error;
  } catch {}
  return body.slice(0, 200) || `HTTP ${status}`;
}

/**
 * Lets only whole lines of JSON through, and turns an error line or a broken line into an error of the
 * stream. The npm client would leave broken lines out of the answer and print them, with the caption in them.
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
