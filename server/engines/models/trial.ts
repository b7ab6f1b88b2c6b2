import { setTimeout as wait } from "node:timers/promises";
import type { AppError } from "#server/errors.ts";
import { ModelAway } from "./refusal.ts";

/** Remembers what a real request showed, so that asking again costs none until the server or the model changes. */
export interface ModelTrial {
  /**
   * Throws what the newest trial of `key` found. Waits for a running one for `patience` milliseconds: a model that is
   * still loading has not said no.
   */
  check(key: string, patience: number): Promise<void>;
  /** Real work has met a problem that a trial did not. */
  learn(problem: AppError): void;
}

interface State {
  key: string;
  running: Promise<void> | null;
  /** null: it works. undefined: not known yet. */
  problem: AppError | null | undefined;
  /** Not tried again before, on the clock of `performance`. */
  restsUntil: number;
}

/** What another trial of the same model on the same server would only repeat. */
const isFinal = (problem: AppError) =>
  problem instanceof ModelAway && ["no-embeddings", "no-vision", "too-old"].includes(problem.reason);

/** `attempt` resolves when the model works, and rejects with one of our errors when it does not. */
export function createTrial(attempt: () => Promise<AppError | null>): ModelTrial {
  let state: State | null = null;

  function start(current: State): void {
    const began = performance.now();
    current.running = attempt().then((problem) => {
      current.problem = problem;
      current.running = null;
      // A failure that took long, such as a load, is not had again at once.
      current.restsUntil = performance.now() + 2 * (performance.now() - began);
    });
  }

  return {
    async check(key, patience) {
      if (state?.key !== key) state = { key, running: null, problem: undefined, restsUntil: 0 };
      const current = state;
      const isSettled = current.problem === null || (current.problem && isFinal(current.problem));
      const isDue = !isSettled && current.running === null && performance.now() >= current.restsUntil;
      if (isDue) start(current);
      if (current.running !== null)
        await Promise.race([current.running, wait(patience, undefined, { ref: false })]);
      if (current.problem) throw current.problem;
    },
    learn(problem) {
      if (state) state.problem = problem;
    },
  };
}
