import { Ollama } from "ollama";
import { Agent, fetch as request } from "undici";
import { AppError } from "#server/errors.ts";
import { notRunning, Refusal } from "./refusal.ts";

/** How long silence is borne, in milliseconds: until the answer begins, and within it. */
export interface Patience {
  first: number;
  next: number;
}

/** One exchange with the server; call `heard` at each sign of life in a streamed answer. */
type Talk<T> = (ollama: Ollama, heard: () => void) => Promise<T>;

export interface Connection {
  /** Host and port, as people write them. */
  host: string;
  /**
   * Whatever ends an exchange (the answer, an error, `signal`, silence) also closes its connection: the only thing
   * that stops a generation. Errors: `signal`'s reason; AppError MODEL_FAILED after silence, MODEL_AWAY when nothing
   * answers; Refusal; or whatever a broken answer leads to.
   */
  exchange<T>(patience: Patience, talk: Talk<T>, signal?: AbortSignal): Promise<T>;
  /** Breaks off what is going on. */
  close(): Promise<void>;
}

/**
 * Headers come with the first token, after loads and queues of minutes: undici's own time limits are off, and
 * `Patience` takes their place.
 */
export function connect(address: string): Connection {
  const { host } = new URL(address);
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

  const fetchWith =
    (signal: AbortSignal): typeof fetch =>
    async (input, init) => {
      const response = await request(String(input), {
        method: init?.method ?? "GET",
        headers: new Headers(init?.headers),
        body: typeof init?.body === "string" ? init.body : null,
        dispatcher: agent,
        signal,
      }).catch((error: unknown) => {
        throw notRunning(host, error);
      });
      if (!response.ok) throw new Refusal(response.status, wordsOf(response.status, await response.text()));
      const streams = response.headers.get("content-type")?.includes("ndjson");
      const body = response.body as ReadableStream<Uint8Array<ArrayBuffer>> | null;
      return new Response(streams ? body?.pipeThrough(wholeLines()) : body, {
        status: response.status,
        headers: [...response.headers],
      });
    };

  return {
    host,
    async exchange(patience, talk, signal) {
      const ending = new AbortController();
      const either = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
      either.throwIfAborted();
      const giveUpAfter = (silence: number) =>
        setTimeout(() => {
          const late = `Ollama at ${host} did not answer for ${silence / 1000} s.`;
          ending.abort(new AppError("MODEL_FAILED", late));
        }, silence);
      let timer = giveUpAfter(patience.first);
      try {
        return await talk(new Ollama({ host: address, fetch: fetchWith(either) }), () => {
          clearTimeout(timer);
          timer = giveUpAfter(patience.next);
        });
      } catch (error) {
        either.throwIfAborted();
        throw error;
      } finally {
        clearTimeout(timer);
        ending.abort();
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
    if (typeof error === "string") throw new Refusal(null, error);
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
