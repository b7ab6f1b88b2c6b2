import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";

export interface Pace {
  /** Before the first token or the embedding of a request, in milliseconds. */
  requestMs: number;
  tokenMs: number;
  /** Loading a model. Above 0 memory holds one model only, so that each change of model costs this. */
  loadMs: number;
}

export interface Runner {
  pace: Pace;
  /** What was loaded, in order. */
  loads: string[];
  loaded(): string[];
  /** Runs `work` when the model's queue is done with all that came before (OLLAMA_NUM_PARALLEL is 1). */
  run(model: string, gone: AbortSignal, work: () => Promise<void>): Promise<void>;
  tick(gone: AbortSignal, milliseconds: number): Promise<void>;
}

/** Queues and memory of a server. */
export function createRunner(pace: Partial<Pace>): Runner {
  const queues = new Map<string, Promise<void>>();
  const runner: Runner = {
    pace: { requestMs: 0, tokenMs: 0, loadMs: 0, ...pace },
    loads: [],
    loaded: () => (runner.pace.loadMs > 0 ? runner.loads.slice(-1) : [...new Set(runner.loads)]),
    async run(model, gone, work) {
      const queue = runner.pace.loadMs > 0 ? "memory" : model;
      const turn = (queues.get(queue) ?? Promise.resolve()).then(async () => {
        gone.throwIfAborted();
        if (!runner.loaded().includes(model)) {
          await runner.tick(gone, runner.pace.loadMs);
          runner.loads.push(model);
        }
        await runner.tick(gone, runner.pace.requestMs);
        await work();
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
  return runner;
}
