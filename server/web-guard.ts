import { randomBytes } from "node:crypto";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import type { Config } from "./config.ts";

/**
 * Sets the headers that restrict what a browser does for our pages. Photos are shown from here and nowhere
 * else.
 */
export function securityHeaders(dev: boolean): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    response.setHeader(
      "Content-Security-Policy",
      [
        "default-src 'self'",
        // WebAssembly (but no eval of scripts) is allowed, because it hashes files before they are sent.
        `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`,
        // Tiles carry their ratio, and placeholders their colour, as style attributes.
        `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        `connect-src 'self'${dev ? " ws:" : ""}`,
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join("; "),
    );
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    next();
  };
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Accepts only names of this machine and the configured origin. A foreign page whose name points at this
 * address (DNS rebinding) has another Host; a foreign form or script has another Origin.
 */
export function hostAndOrigin(config: Pick<Config, "host" | "origin">): RequestHandler {
  const ownHost = config.origin ? new URL(config.origin).host : null;
  const isOurs = (host: string | undefined) => {
    if (!host) return false;
    if (host === ownHost) return true;
    const name = host.replace(/:\d+$/, "").toLowerCase();
    return (
      loopbackNames.has(name) || (config.host !== "0.0.0.0" && config.host !== "::" && name === config.host)
    );
  };

  return (request, response, next) => {
    if (!isOurs(request.headers.host)) {
      return refuse(
        response,
        "This address is not one that Glimpse is known by. Set GLIMPSE_ORIGIN to the address you type.",
      );
    }
    if (!isRead(request) && !isOwnPage(request, config.origin)) {
      return refuse(response, "This request comes from another site.");
    }
    next();
  };
}

const methods = new Set(["GET", "HEAD", "POST"]);

export const knownMethods: RequestHandler = (request, response, next) => {
  if (methods.has(request.method)) return next();
  response.setHeader("Allow", [...methods].join(", "));
  response.status(405).type("text/plain").send("This method means nothing here.");
};

/**
 * Answers errors that nothing else has answered. Details of what went wrong inside go to the log, not to the
 * caller.
 */
export function concealErrors(log: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    if (response.headersSent) return void response.destroy();
    const isCallers = error?.status >= 400 && error.status < 500;
    if (!isCallers) log(error);
    const words = isCallers
      ? "This address makes no sense."
      : "Something went wrong inside Glimpse. Its log says more.";
    response
      .status(isCallers ? error.status : 500)
      .type("text/plain")
      .send(words);
  };
}

function isRead(request: Request): boolean {
  return request.method === "GET" || request.method === "HEAD";
}

/**
 * Says whether a write comes from our own page or a program. Programs send neither header; a browser always
 * sends at least one with a write.
 */
function isOwnPage(request: Request, origin: string | null): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const from = request.headers.origin;
  if (from === undefined) return true;
  if (from === origin) return true;
  return URL.canParse(from) && new URL(from).host === request.headers.host;
}

function refuse(response: Response, message: string): void {
  response.status(403).json({ error: { message, data: { code: "FORBIDDEN", httpStatus: 403 } } });
}
