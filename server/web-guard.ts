import { randomBytes } from "node:crypto";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { Config } from "./config.ts";
import { isForeign, knownHosts } from "./web-sites.ts";

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
    // Other sites learn nothing, and our own forms say where they come from.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    next();
  };
}

/**
 * Lets through requests of people and programs, and refuses those that a page of another site makes a browser send,
 * even for a picture, before anything is done for them.
 */
export function hostAndOrigin(config: Pick<Config, "host" | "origins">): RequestHandler {
  const isOurs = knownHosts(config);
  return (request, response, next) => {
    if (!isOurs(request.headers.host)) {
      return refuse(
        response,
        "This address is not one that Glimpse is known by. Set GLIMPSE_ORIGIN to the address you type.",
      );
    }
    if (isForeign(request, config.origins)) {
      return refuse(response, "This request comes from another site.");
    }
    next();
  };
}

const methods = new Set(["GET", "HEAD", "POST"]);
/** The further methods that uploads which go on after a break use (`web-uploads`). */
const methodsOfUploads = new Set(["HEAD", "POST", "PATCH", "DELETE", "OPTIONS"]);

export const knownMethods: RequestHandler = (request, response, next) => {
  const known = /^\/api\/uploads(?:\/|$)/.test(request.path) ? methodsOfUploads : methods;
  if (known.has(request.method)) return next();
  response.setHeader("Allow", [...known].join(", "));
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

function refuse(response: Response, message: string): void {
  response.status(403).json({ error: { message, data: { code: "FORBIDDEN", httpStatus: 403 } } });
}
