import { finished, pipeline } from "node:stream/promises";
import { ReadableStream as NodeStream } from "node:stream/web";
import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Request as Incoming, Response as Outgoing, RequestHandler } from "express";
import type { Access } from "./access.ts";
import { allow, allowAny, type Caller } from "./api/caller.ts";
import { answerFor, httpStatusOf, isBrokenOff, isFault, retryAfterOf } from "./api/errors.ts";
import { appRouter, isSubscription } from "./api/router.ts";
import { AppError, statusOf, systemCode } from "./errors.ts";
import type { Limits, Visit } from "./limits.ts";
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

/** Milliseconds between looks whether the caller of a request that lasts may still have it. */
const lookEvery = 2_000;

/** The limit for every request but an upload, which has its own limit and is never held in memory. */
const mostJsonBytes = 1_000_000;

/**
 * Serves tRPC over HTTP. We do not use its adapter for Express, because that reads a body as fast as it
 * comes, faster than a disk writes it, and goes on when nobody reads it any more.
 */
export function api(services: Services, limits: Limits): RequestHandler {
  return (request, response, next) => {
    const visit = limits.visit(String(request.ip));
    response.once("close", visit.end);
    answer(services, visit, request, response).catch((error: unknown) => {
      // Half an answer cannot become an error any more.
      if (response.headersSent) services.log.error(error);
      next(error);
    });
  };
}

async function answer(
  services: Services,
  visit: Visit,
  incoming: Incoming,
  outgoing: Outgoing,
): Promise<void> {
  outgoing.setHeader("x-glimpse-api", apiVersion);
  outgoing.setHeader("Cache-Control", "private, no-store");
  const caller = await admitted(services.access, visit, incoming, outgoing);
  if (!caller) return;
  const { owner } = caller;
  const left = leftBy(outgoing);
  const looks = watchCaller(services.access, incoming.headers, () => {
    left.abort();
    incoming.destroy();
  });
  outgoing.once("close", () => clearInterval(looks));
  const { status, headers, body } = await fetchRequestHandler({
    endpoint: apiPath,
    router: appRouter,
    req: fetchRequest(incoming, left.signal),
    createContext: () => ({ services, owner, caller, visit, headers: incoming.headers }),
    responseMeta: ({ errors }) => {
      const status = errors.length === 1 ? httpStatusOf(errors[0]) : undefined;
      const wait = Math.max(0, ...errors.map((error) => retryAfterOf(error) ?? 0));
      return { ...(status && { status }), ...(wait > 0 && { headers: { "retry-after": String(wait) } }) };
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

/**
 * Returns who asks. Refuses, before anything is worked on, what asks for too much, and strangers; an event
 * stream also when it may not be read, or when there are too many, because it has no status later.
 */
async function admitted(
  access: Access,
  visit: Visit,
  incoming: Incoming,
  outgoing: Outgoing,
): Promise<Caller | null> {
  try {
    refuseExcess(incoming);
    // An upload waits for its place before it costs anything.
    const procedure = incoming.path.slice(1);
    if (procedure === "photos.upload") await visit.admit("upload");
    const caller = await access.callerOf(incoming.headers);
    allowAny(caller);
    if (isSubscription(procedure)) {
      allow(caller, "read");
      await visit.admit("watcher");
    }
    return caller;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "UNAUTHORIZED") outgoing.setHeader("WWW-Authenticate", "Bearer");
    if (error.retryAfter !== null) outgoing.setHeader("Retry-After", error.retryAfter);
    outgoing.status(statusOf[error.code]).json(answerFor(error));
    incoming.resume();
    return null;
  }
}

/** Throws AppError for an address that is too long, or holds too many calls. */
function refuseExcess({ originalUrl }: Incoming): void {
  if (originalUrl.length > longestAddress) {
    const message = `The address has ${originalUrl.length} characters; ${longestAddress} are allowed.`;
    throw new AppError("ADDRESS_TOO_LONG", message);
  }
  const [path = ""] = originalUrl.split("?", 1);
  const calls = path.split(/,|%2c/i).length;
  if (calls <= mostCalls) return;
  throw new AppError("BAD_REQUEST", `A request may hold ${mostCalls} calls; this one has ${calls}.`);
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

/** Returns a controller that aborts when the caller is gone. */
function leftBy(outgoing: Outgoing): AbortController {
  const left = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) left.abort();
  });
  return left;
}

/** Breaks off a request that lasts, such as an event stream, when its caller was logged out or revoked. */
export function watchCaller(
  access: Access,
  headers: Incoming["headers"],
  breakOff: () => void,
): NodeJS.Timeout {
  const look = async () => {
    const { scope } = await access.callerOf(headers);
    if (scope === "none") breakOff();
  };
  // While the database does not answer, a caller that was allowed keeps the connection.
  return setInterval(() => void look().catch(() => {}), lookEvery);
}

function fetchRequest(incoming: Incoming, signal: AbortSignal): Request {
  const { method, headers } = incoming;
  const body =
    method === "GET" || method === "HEAD"
      ? null
      : (NodeStream.from(bodyOf(incoming)) as ReadableStream<Uint8Array>);
  return new Request(new URL(incoming.originalUrl, "http://localhost"), {
    method,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body,
    duplex: "half",
    signal,
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
