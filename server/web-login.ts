import type { Request, RequestHandler } from "express";
import { type Access, sessionCookie } from "./access.ts";
import type { Config } from "./config.ts";
import { AppError, statusOf } from "./errors.ts";
import { sessionMs } from "./library/sessions.ts";

/** Pages, by their path or by the path of their data, that strangers see. */
const open = /^\/login(?:\.data)?$/;

/** Sends strangers to the login page, and from there back to the page that they asked for. */
export function knownOnly(access: Pick<Access, "callerOf">): RequestHandler {
  return (request, response, next) => {
    const { path, originalUrl, headers, method } = request;
    if (open.test(path)) return next();
    access.callerOf(headers).then(({ scope }) => {
      if (scope === "all") return next();
      const isPage = (method === "GET" || method === "HEAD") && !path.endsWith(".data");
      if (isPage) return response.redirect(303, `/login?to=${encodeURIComponent(originalUrl)}`);
      response.status(401).type("text/plain").send("Log in first.");
    }, next);
  };
}

type SignIn = (
  password: string,
) => Promise<{ cookie: string } | { status: number; message: string; retryAfter: number | null }>;

/** Returns what the login page does with a password that a browser sent. */
export function signInFor(
  access: Pick<Access, "signIn">,
  { origins }: Pick<Config, "origins">,
  request: Request,
): SignIn {
  const isTyped = (origin: string) =>
    origin.startsWith("https:") && new URL(origin).host === request.headers.host;
  return async (password) => {
    try {
      const secret = await access.signIn(password, String(request.ip));
      return { cookie: sessionCookie(secret, sessionMs / 1_000, request.secure || origins.some(isTyped)) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, message, retryAfter } = error;
      return { status: statusOf[code], message, retryAfter };
    }
  };
}
