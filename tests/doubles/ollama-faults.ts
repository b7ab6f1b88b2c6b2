export const endpoints = [
  ...(["version", "tags", "ps", "show", "generate", "chat", "embed"] as const),
  ...(["pull", "create", "blobs", "delete"] as const),
] as const;
export type Endpoint = (typeof endpoints)[number];

export const faultKinds = [
  "hang", // never answers
  "hang-midway", // answers two tokens, then nothing
  "drop", // closes the connection without an answer
  "error", // 500
  "busy", // 503
  "missing", // 404, as if the model were not pulled
  "unknown", // 404, as for a path that an older server does not have
  "no-memory", // 500, the model does not fit
  "offline", // a pull cannot reach the registry
  "newer", // a pull of a model that needs a newer server
  "full", // a pull finds no room on the disk
  "cut", // closes the connection in the middle of a line of JSON
  "end-early", // ends the stream properly, but before `done`
  "garble", // a line in the middle is not JSON
  "error-midway", // an error line after two tokens: the runner has died
  "empty", // answers without words
  "refuse", // a polite no
  "loop", // repeats one sentence until num_predict ends it
  "repeat", // says one token 30 times and ends the stream without `done`
  "prose", // answers words although JSON was asked for
  "no-embeddings", // 501, the model does not embed
  "few", // one vector too few
  "nulls", // vectors of nulls, because NaN becomes null in JSON
  "zeros", // vectors of zeros
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  /** The endpoints that it affects; by default those that use a model. */
  on?: Endpoint[];
  /** The number of requests that it affects; by default all. */
  times?: number;
}

const usesModel: Endpoint[] = ["generate", "chat", "embed"];

export interface Faults {
  /** Replaces all earlier faults. */
  set(faults: Fault[]): void;
  /** Returns the fault for this request, if any, and counts the request. */
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
