import type { IncomingHttpHeaders } from "node:http";
import { networkInterfaces } from "node:os";
import type { Config } from "./config.ts";

/** The part of a request that says where it comes from. */
export interface SentRequest {
  method: string;
  /** The path without its query. */
  path: string;
  headers: IncomingHttpHeaders;
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Says whether only this machine can reach what listens at the address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Returns a function that says whether a request's Host is a name of ours: loopback, a configured origin, the
 * address that we listen on, or where that is every address, one of this machine. A foreign page whose name
 * points at this machine (DNS rebinding) has another Host, because it has a name.
 */
export function knownHosts({ host, origins }: Pick<Config, "host" | "origins">) {
  const typed = new Set(origins.map((origin) => new URL(origin).host));
  const isAnywhere = host === "0.0.0.0" || host === "::";
  return (asked: string | undefined): boolean => {
    if (!asked) return false;
    if (typed.has(asked)) return true;
    const name = asked.replace(/:\d+$/, "").toLowerCase();
    return loopbackNames.has(name) || (isAnywhere ? ownAddresses().has(name) : bracketed(host) === name);
  };
}

const bracketed = (address: string) => (address.includes(":") ? `[${address}]` : address);

/** Addresses of this machine in its networks, as they stand in a Host. They may change while we run. */
export function ownAddresses(): Set<string> {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return new Set(all.flatMap(({ address, internal }) => (internal ? [] : [bracketed(address)])));
}

/**
 * Says whether a browser sent the request for a page of another site. Programs send none of these headers. A
 * link from elsewhere to one of our pages is no such request.
 */
export function isForeign(asked: SentRequest, origins: string[]): boolean {
  const { headers } = asked;
  const isOurs = (address: string) => {
    if (!URL.canParse(address)) return false;
    const { origin, host } = new URL(address);
    return origins.includes(origin) || host === headers.host;
  };
  const { origin, referer } = headers;
  if (origin !== undefined && !isOurs(origin)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none" && !isNavigation(asked);
  // Over plain HTTP a browser tells its site only where it tells its address.
  return referer !== undefined && !isOurs(referer) && !isNavigation(asked);
}

const notPages = /^\/(?:api|photos|assets|healthz|readyz)(?:\/|$)|\.data$/i;

/** Says whether a person follows a link to a page, in a tab of its own. */
function isNavigation({ method, path, headers }: SentRequest): boolean {
  if ((method !== "GET" && method !== "HEAD") || notPages.test(path)) return false;
  const mode = headers["sec-fetch-mode"];
  if (mode !== undefined) return mode === "navigate" && headers["sec-fetch-dest"] === "document";
  // Without these headers a browser marks a navigation by this one, which no script or picture can send.
  return headers["sec-fetch-site"] === undefined && headers["upgrade-insecure-requests"] === "1";
}
