/** Counts the requests of each address, and says when there are too many. */
export interface Rates {
  /** Counts one request and returns 0; or counts nothing, and returns in how many seconds the address may try again. */
  take(address: string): number;
  /** Takes back what was counted last. */
  giveBack(address: string): void;
}

/** The most addresses that are counted; those that were quiet for longest are forgotten. */
const mostAddresses = 10_000;

/** Each address may do `burst` at once, and then as many as `perSecond` allows. */
export function createRates(
  { burst, perSecond }: { burst: number; perSecond: number },
  now: () => number = () => performance.now(),
): Rates {
  const left = new Map<string, { tokens: number; at: number }>();
  return {
    take(address) {
      const at = now();
      const before = left.get(address);
      const grown = before ? before.tokens + ((at - before.at) / 1_000) * perSecond : burst;
      const tokens = Math.min(burst, grown);
      const isAllowed = tokens >= 1;
      left.delete(address);
      left.set(address, { tokens: isAllowed ? tokens - 1 : tokens, at });
      for (const oldest of left.keys()) {
        if (left.size <= mostAddresses) break;
        left.delete(oldest);
      }
      return isAllowed ? 0 : Math.ceil((1 - tokens) / perSecond);
    },

    giveBack(address) {
      const found = left.get(address);
      if (found) found.tokens = Math.min(burst, found.tokens + 1);
    },
  };
}
