export type Release = () => void;

/** Places that requests hold while they run. */
export interface Slots {
  /** Waits for a place; null when there is none in time. */
  take(address: string): Promise<Release | null>;
}

interface Sizes {
  /** Places of one address, and of all. */
  each: number;
  all: number;
  /** How many may wait in all, and for how many milliseconds. */
  waiting: number;
  patience: number;
}

interface Waiting {
  address: string;
  enter(): void;
}

/** Callers that find no place wait in line. An address that has all its places lets others go first. */
export function createSlots({ each, all, waiting, patience }: Sizes): Slots {
  const held = new Map<string, number>();
  let taken = 0;
  const line = new Set<Waiting>();
  const isFree = (address: string) => taken < all && (held.get(address) ?? 0) < each;

  function enter(address: string): Release {
    held.set(address, (held.get(address) ?? 0) + 1);
    taken++;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      taken--;
      const left = (held.get(address) ?? 0) - 1;
      if (left > 0) held.set(address, left);
      else held.delete(address);
      admitNext();
    };
  }

  function admitNext(): void {
    for (const next of line) {
      if (taken >= all) return;
      if (!isFree(next.address)) continue;
      next.enter();
      return;
    }
  }

  return {
    async take(address) {
      if (isFree(address)) return enter(address);
      if (line.size >= waiting) return null;
      return new Promise((resolve) => {
        const leave = (release: Release | null) => {
          clearTimeout(timer);
          line.delete(mine);
          resolve(release);
        };
        const mine = { address, enter: () => leave(enter(address)) };
        const timer = setTimeout(() => leave(null), patience);
        line.add(mine);
      });
    },
  };
}
