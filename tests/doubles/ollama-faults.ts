export const endpoints = [
  ...(["version", "tags", "ps", "show", "generate", "chat", "embed"] as const),
  ...(["pull", "create", "blobs"] as const),
] as const;
export type Endpoint = (typeof endpoints)[number];

export const faultKinds = [
  "hang", // never answers
  "hang-midway", // answers two tokens, then nothing
  "drop", // closes the connection without an answer
  "error", // 500
  "busy", // 503
  "missing", // 404, as if the model were not pulled
  "unknown", // 404, as of a path that an older server has not
  "no-memory", // 500, the model does not fit
  "offline", // of a pull: the registry cannot be reached
  "newer", // of a pull: the model wants a newer server
  "full", // of a pull: no room on the disk
  "cut", // closes the connection in the middle of a line of JSON
  "end-early", // ends the stream properly, but before `done`
  "garble", // a line in the middle is not JSON
  "error-midway", // an error line after two tokens: the runner has died
  "empty", // no words
  "refuse", // a polite no
  "loop", // the same sentence without end (num_predict ends it)
  "prose", // words where JSON was asked for
  "few", // a vector too few
  "nulls", // vectors of nulls: what NaN becomes in JSON
  "zeros", // vectors of zeros
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  /** Which requests it hits; those that use a model when left out. */
  on?: Endpoint[];
  /** How many requests it hits; all of them when left out. */
  times?: number;
}

const usesModel: Endpoint[] = ["generate", "chat", "embed"];

export interface Faults {
  /** In place of all that were set before. */
  set(faults: Fault[]): void;
  /** The fault of this request, if any; counts it. */
  take(endpoint: Endpoint): FaultKind | null;
}

export function createFaults(): Faults {
  let faults: { kind: FaultKind; on: Endpoint[]; left: number }[] = [];
  return {
    set(next) {
      for (const { kind } of next) if (!faultKinds.includes(kind)) throw new Error(`no such fault: ${kind}`);
      faults = next.map(({ kind, on = usesModel, times = Number.POSITIVE_INFINITY }) => ({
        kind,
        on,
        left: times,
      }));
    },
    take(endpoint) {
      const fault = faults.find(({ on, left }) => left > 0 && on.includes(endpoint));
      if (!fault) return null;
      fault.left--;
      return fault.kind;
    },
  };
}
