import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";

export interface Pace {
  /** Time before the first token or the embedding of a request, in milliseconds. */
  requestMs: number;
  tokenMs: number;
  /** Time to load a model, in milliseconds. */
  loadMs: number;
  /** The number of models in memory. With 1, each change of model costs a load. */
  capacity: number;
  /** Time between two lines of a pull, in milliseconds. */
  pullMs: number;
}

export interface Loaded {
  name: string;
  expiresAt: string;
}

export interface Runner {
  pace: Pace;
  /** The names of the models that were loaded, in order. */
  loads: string[];
  /** Returns the models that are in memory or are being loaded. */
  loaded(): Loaded[];
  /** Runs `work` when all earlier requests to the model are done (OLLAMA_NUM_PARALLEL is 1). */
  run(model: string, gone: AbortSignal, work: () => Promise<void>): Promise<void>;
  tick(gone: AbortSignal, milliseconds: number): Promise<void>;
}

const inFiveMinutes = () => new Date(Date.now() + 300_000).toISOString();

/** Makes the queues and the memory of a server. */
export function createRunner(pace: Partial<Pace>): Runner {
  const queues = new Map<string, Promise<void>>();
  /** The loaded models, longest unused first. Null: not used yet, so its time starts anew at each look. */
  const memory = new Map<string, string | null>();
  const runner: Runner = {
    pace: { requestMs: 0, tokenMs: 0, loadMs: 0, pullMs: 0, capacity: Number.POSITIVE_INFINITY, ...pace },
    loads: [],
    loaded: () => [...memory].map(([name, expiresAt]) => ({ name, expiresAt: expiresAt ?? inFiveMinutes() })),
    async run(model, gone, work) {
      const queue = Number.isFinite(runner.pace.capacity) ? "memory" : model;
      const turn = (queues.get(queue) ?? Promise.resolve()).then(async () => {
        gone.throwIfAborted();
        await load(model, gone);
        try {
          await runner.tick(gone, runner.pace.requestMs);
          await work();
        } finally {
          memory.delete(model);
          memory.set(model, inFiveMinutes());
        }
      });
      queues.set(
        queue,
        turn.catch(() => {}),
      );
      return turn;
    },
    async tick(gone, milliseconds) {
      if (milliseconds > 0) await wait(milliseconds, undefined, { signal: gone });
      else await nextTurn();
      gone.throwIfAborted();
    },
  };

  async function load(model: string, gone: AbortSignal): Promise<void> {
    if (memory.has(model)) return;
    for (const name of memory.keys()) if (memory.size >= runner.pace.capacity) memory.delete(name);
    memory.set(model, null);
    try {
      await runner.tick(gone, runner.pace.loadMs);
    } catch (error) {
      memory.delete(model);
      throw error;
    }
    runner.loads.push(model);
  }
  return runner;
}
