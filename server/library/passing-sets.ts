/** A result set as it is kept: plan and words as JSON, hits packed by `result-sets`. */
export interface PackedSet {
  plan: string;
  total: number;
  hits: Uint8Array;
  found: string | null;
}

/** Keeps the result sets of queries in memory. When there are too many, those that were not used for longest go. */
export interface PassingSets {
  keep(owner: string, id: string, set: PackedSet): void;
  find(owner: string, id: string): PackedSet | undefined;
}

/** Bytes of all sets together, enough for 600,000 photos. */
const mostBytes = 16_000_000;
/** Bytes of a set beside its texts and hits. */
const overhead = 500;

/** `most` limits the bytes. Someone who asks very much only pushes out older answers, which are then searched again. */
export function createPassingSets(most = mostBytes): PassingSets {
  const kept = new Map<string, PackedSet & { owner: string }>();
  let bytes = 0;
  const sizeOf = ({ plan, hits, found }: PackedSet) =>
    overhead + 2 * (plan.length + (found?.length ?? 0)) + hits.byteLength;

  function drop(id: string): void {
    const set = kept.get(id);
    if (!set) return;
    kept.delete(id);
    bytes -= sizeOf(set);
  }

  return {
    keep(owner, id, set) {
      drop(id);
      if (sizeOf(set) > most) return;
      kept.set(id, { ...set, owner });
      bytes += sizeOf(set);
      for (const oldest of kept.keys()) {
        if (bytes <= most) break;
        drop(oldest);
      }
    },
    find(owner, id) {
      const set = kept.get(id);
      if (!set || set.owner !== owner) return undefined;
      // The set that was used last goes last.
      kept.delete(id);
      kept.set(id, set);
      return set;
    },
  };
}
