import { finished, pipeline } from "node:stream/promises";
import { ReadableStream as NodeStream } from "node:stream/web";
import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Request as Incoming, Response as Outgoing, RequestHandler } from "express";
import { httpStatusOf, isBrokenOff, isFault } from "./api/errors.ts";
import { appRouter } from "./api/router.ts";
import { systemCode } from "./errors.ts";
import { localOwner } from "./library/ids.ts";
import type { Services } from "./services.ts";

export const apiPath = "/api/trpc";
/** Calls in one request. Our own clients send the rest in further requests. */
const mostCalls = 20;
/** Characters. The address holds the input of a query, such as a thousand hashes. */
const longestAddress = 100_000;
/** The longest answer; a conversation of a thousand turns has a fifth of it. */
const mostAnswerBytes = 50_000_000;
/** Raise it when a change would break a caller that works today. */
const apiVersion = "1";

/** The limit for every request but an upload, which has its own limit and is never held in memory. */
const mostJsonBytes = 1_000_000;

/**
 * Serves tRPC over HTTP. We do not use its adapter for Express, because that reads a body as fast as it
 * comes, faster than a disk writes it, and goes on when nobody reads it any more.
 */
export function api(services: Services): RequestHandler {
  return (request, response, next) => {
    answer(services, request, response).catch(next);
  };
}

async function answer(services: Services, incoming: Incoming, outgoing: Outgoing): Promise<void> {
  outgoing.setHeader("x-glimpse-api", apiVersion);
  outgoing.setHeader("Cache-Control", "private, no-store");
  const excess = excessOf(incoming);
  if (excess) return refuse(incoming, outgoing, excess);
  const { status, headers, body } = await fetchRequestHandler({
    endpoint: apiPath,
    router: appRouter,
    req: fetchRequest(incoming, outgoing),
    createContext: () => ({ services, owner: localOwner, headers: incoming.headers }),
    responseMeta: ({ errors }) => {
      const status = errors.length === 1 ? httpStatusOf(errors[0]) : undefined;
      return status ? { status } : {};
    },
    onError: ({ error, path }) => {
      if (isBrokenOff(error)) services.log.info("an upload was broken off");
      if (isFault(error)) services.log.error({ path, err: error.cause ?? error }, "request failed");
    },
  });
  headers.set("cache-control", "private, no-store");
  outgoing.status(status).setHeaders(headers);
  // We read a refused request to its end; otherwise its sender would see a reset connection and no answer.
  const closes = !outgoing.shouldKeepAlive;
  if (closes && status >= 400) await finished(incoming.resume()).catch(() => {});
  if (body) await send(body as NodeStream, outgoing);
  else outgoing.end();
  incoming.resume();
}

/** Says in which way a request asks for too much, before any of it is worked on; null if it does not. */
function excessOf({ originalUrl }: Incoming): { status: number; message: string } | null {
  if (originalUrl.length > longestAddress) {
    const message = `The address has ${originalUrl.length} characters; ${longestAddress} are allowed.`;
    return { status: 414, message };
  }
  const [path = ""] = originalUrl.split("?", 1);
  const calls = path.split(/,|%2c/i).length;
  if (calls <= mostCalls) return null;
  return { status: 400, message: `A request may hold ${mostCalls} calls; this one has ${calls}.` };
}

async function refuse(
  incoming: Incoming,
  outgoing: Outgoing,
  { status, message }: { status: number; message: string },
): Promise<void> {
  outgoing.status(status).json({ error: { message, data: { code: "BAD_REQUEST", httpStatus: status } } });
  incoming.resume();
}

/** Sends an answer; it is no fault of ours if nobody is there any more to read it. */
async function send(body: NodeStream, outgoing: Outgoing): Promise<void> {
  const isStream = String(outgoing.getHeader("content-type")).startsWith("text/event-stream");
  const sending = isStream ? pipeline(body, outgoing) : pipeline(body, limited, outgoing);
  await sending.catch((error: unknown) => {
    if (systemCode(error) !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

/** Passes an answer on, and breaks it off where it grows beyond all measure. */
async function* limited(answer: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > mostAnswerBytes) throw new Error(`an answer has more than ${mostAnswerBytes} bytes`);
    yield chunk;
  }
}

function fetchRequest(incoming: Incoming, response: Outgoing): Request {
  const { method, headers } = incoming;
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  const body =
    method === "GET" || method === "HEAD"
      ? null
      : (NodeStream.from(bodyOf(incoming)) as ReadableStream<Uint8Array>);
  return new Request(new URL(incoming.originalUrl, "http://localhost"), {
    method,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body,
    duplex: "half",
    signal: left.signal,
  });
}

/** Reads no more from the connection than is asked for, and leaves it open when no more is asked for. */
async function* bodyOf(request: Incoming): AsyncGenerator<Uint8Array> {
  const limit = request.is("application/octet-stream") ? Number.POSITIVE_INFINITY : mostJsonBytes;
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > limit) {
      throw new TRPCError({
        code: "PAYLOAD_TOO_LARGE",
        message: `A request may have up to ${mostJsonBytes / 1e6} MB.`,
      });
    }
    yield chunk;
  }
}
