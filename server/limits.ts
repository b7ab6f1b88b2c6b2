import type { Config } from "./config.ts";
import { tooMany } from "./errors.ts";
import { createRates } from "./rates.ts";
import { createSlots, type Release } from "./slots.ts";

/** Kinds of requests that are counted for each address. */
export type Counted = "upload" | "watcher" | "question";

/** One request, as it counts towards the limits of its address, until it ends. */
export interface Visit {
  /** Waits for a place, or throws AppError TOO_MANY. The request keeps its place until it ends. */
  admit(what: Counted): Promise<void>;
  /** Counts bytes that the request stages. Throws AppError TOO_MANY when there are too many. */
  stage(bytes: number): void;
}

export interface Limits {
  /** `end` gives back what the request held. */
  visit(address: string): Visit & { end(): void };
}

/** Calls from inside, such as those of a page that is rendered, count as the request for the page. */
export const unlimited: Visit = { admit: async () => {}, stage: () => {} };

/** The limits of all addresses together, as a multiple of those of one. */
const addresses = 4;
/** How many uploads may wait unread for a place, and how long, in milliseconds, before one is refused. */
const uploadLine = { waiting: 2_000, patience: 30_000 };
/** Short bursts are normal: a screen asks for several things at once. */
const burst = 10;
const everybody = "all";

export function createLimits(most: Config["limits"]): Limits {
  const slots = (each: number, line = { waiting: 0, patience: 0 }) =>
    createSlots({ each, all: each * addresses, ...line });
  const places = { upload: slots(most.uploads, uploadLine), watcher: slots(most.watchers) };
  const words = { upload: "uploads", watcher: "open event streams" };
  const rates = {
    each: createRates({ burst: most.questions * burst, perSecond: most.questions }),
    all: createRates({ burst: most.questions * burst * addresses, perSecond: most.questions * addresses }),
  };
  const staging = new Map<string, number>();
  const stagedBy = (whom: string) => staging.get(whom) ?? 0;

  function askedTooMuch(address: string): void {
    const wait = rates.each.take(address) || rates.all.take(everybody);
    if (wait > 0) throw tooMany(`More than ${most.questions} questions a second are too many.`, wait);
  }

  return {
    visit(address) {
      const releases: Release[] = [];
      let staged = 0;
      let ended = false;
      return {
        async admit(what) {
          if (what === "question") return askedTooMuch(address);
          const release = await places[what].take(address);
          if (!release) throw tooMany(`There are too many ${words[what]} at once from this address.`, 5);
          if (ended) release();
          else releases.push(release);
        },

        stage(bytes) {
          const mine = stagedBy(address) + bytes;
          const all = stagedBy(everybody) + bytes;
          // Half of the room is left to others, but one file always finds room.
          const isMine = mine > most.stagingBytes / 2 && stagedBy(address) > staged;
          if (isMine || all > most.stagingBytes) {
            throw tooMany("Too much is being uploaded at once. Send fewer files at a time.", 5);
          }
          staged += bytes;
          staging.set(address, mine).set(everybody, all);
        },

        end() {
          if (ended) return;
          ended = true;
          for (const release of releases) release();
          for (const whom of [address, everybody]) {
            const left = stagedBy(whom) - staged;
            if (left > 0) staging.set(whom, left);
            else staging.delete(whom);
          }
        },
      };
    },
  };
}
