import type { Caller } from "./api/caller.ts";
import { AppError, tooMany } from "./errors.ts";
import type { ApiTokens } from "./library/api-tokens.ts";
import { localOwner } from "./library/ids.ts";
import type { Passwords } from "./library/passwords.ts";
import type { Sessions } from "./library/sessions.ts";
import { createRates } from "./rates.ts";

/** The parts of a request that say who sends it. */
interface Credentials {
  authorization?: string | undefined;
  cookie?: string | undefined;
}

/** Says who asks, and lets browsers in and out. */
export interface Access {
  /** Says who sends a request, and what they may do. */
  callerOf(headers: Credentials): Promise<Caller>;
  /**
   * Logs a browser in, and returns the content of its cookie. Throws AppError UNAUTHORIZED for a wrong password, and
   * TOO_MANY when the address has tried too often.
   */
  signIn(password: string, address: string): Promise<string>;
  signOut(caller: Caller): Promise<void>;
  /** Logs out all browsers; returns how many there were. */
  signOutEverywhere(caller: Caller): Promise<number>;
  state(caller: Caller): Promise<AccessState>;
}

export interface AccessState {
  /** True if there is a password. */
  isLocked: boolean;
  via: Caller["via"];
  /** How many browsers are logged in. */
  browsers: number;
}

interface Needs {
  passwords: Passwords;
  sessions: Sessions;
  tokens: ApiTokens;
  /** True if only this machine reaches us; then nobody needs a password until there is one. */
  isLoopback: boolean;
}

const cookieName = "glimpse_session";
/** Wrong passwords of one address: ten at once, then one every half a minute. */
const tries = { burst: 10, perSecond: 1 / 30 };
/** Passwords that are checked at once; each takes 32 MB. */
const mostChecks = 4;

export function createAccess({ passwords, sessions, tokens, isLoopback }: Needs): Access {
  const owner = localOwner;
  const stranger: Caller = { owner, scope: "none", via: "nothing", id: null };
  const rates = createRates(tries);
  let checks = 0;

  async function callerOf(headers: Credentials): Promise<Caller> {
    const token = /^Bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? "")?.[1];
    if (token !== undefined) {
      const found = await tokens.find(owner, token);
      return found ? { owner, via: "token", ...found } : stranger;
    }
    const secret = secretIn(headers.cookie);
    const id = secret === null ? null : await sessions.find(owner, secret);
    if (id !== null) return { owner, scope: "all", via: "session", id };
    if (!isLoopback || (await passwords.isSet(owner))) return stranger;
    return { owner, scope: "all", via: "nothing", id: null };
  }

  return {
    callerOf,

    async signIn(password, address) {
      const place = placeOf(address);
      const wait = rates.take(place);
      if (wait > 0) throw tooMany("There were too many tries. Wait a little, then try again.", wait);
      if (checks >= mostChecks) throw tooMany("Others are logging in. Try again in a moment.", 1);
      checks++;
      try {
        if (!(await passwords.fits(owner, password))) {
          throw new AppError("UNAUTHORIZED", "This is not the password.");
        }
      } finally {
        checks--;
      }
      rates.giveBack(place);
      return sessions.begin(owner);
    },

    async signOut({ via, id }) {
      if (via === "session" && id) await sessions.end(owner, id);
    },

    async signOutEverywhere({ via }) {
      if (via === "session") return sessions.endAll(owner);
      throw new AppError("FORBIDDEN", "Only a browser that is logged in may log out the others.");
    },

    state: async ({ via }) => ({
      isLocked: await passwords.isSet(owner),
      via,
      browsers: await sessions.count(owner),
    }),
  };
}

/** Groups IPv6 addresses by their first 64 bits, because whoever has one of them usually has all. */
function placeOf(address: string): string {
  return address.includes(":") && !address.startsWith("::ffff:")
    ? address.split(":").slice(0, 4).join(":")
    : address;
}

function secretIn(cookies: string | undefined): string | null {
  const found = cookies?.split(";").map((cookie) => cookie.trim().split("="));
  return found?.find(([name]) => name === cookieName)?.[1] ?? null;
}

/** Returns the cookie of a browser that is logged in. `isSecure`: it is sent over TLS only. */
export function sessionCookie(secret: string, seconds: number, isSecure: boolean): string {
  const parts = [`${cookieName}=${secret}`, "Path=/", `Max-Age=${seconds}`, "HttpOnly", "SameSite=Lax"];
  return [...parts, ...(isSecure ? ["Secure"] : [])].join("; ");
}
