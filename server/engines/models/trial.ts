import { setTimeout as wait } from "node:timers/promises";
import type { AppError } from "#server/errors.ts";
import { ModelAway } from "./refusal.ts";

/**
 * Remembers the outcome of a real request, so that we need no new one until the server or the model changes.
 */
export interface ModelTrial {
  /**
   * Throws the problem that the newest trial of `key` found. Waits up to `patience` milliseconds for a
   * running trial, and does not throw while that has no result yet, because the model may still be loading.
   */
  check(key: string, patience: number): Promise<void>;
  /** Records a problem that real work met but the trial did not. */
  learn(problem: AppError): void;
}

interface State {
  key: string;
  running: Promise<void> | null;
  /** Null means that it works, undefined that it is not known yet. */
  problem: AppError | null | undefined;
  /** Before this time, on the clock of `performance`, we do not try again. */
  restsUntil: number;
}

/** Returns true for problems that another trial of the same model on the same server would only repeat. */
const isFinal = (problem: AppError) =>
  problem instanceof ModelAway && ["no-embeddings", "no-vision", "too-old"].includes(problem.reason);

/** The `attempt` resolves with null when the model works, and with one of our errors when it does not. */
export function createTrial(attempt: () => Promise<AppError | null>): ModelTrial {
  let state: State | null = null;

  function start(current: State): void {
    const began = performance.now();
    current.running = attempt().then((problem) => {
      current.problem = problem;
      current.running = null;
      // A failure that took long, such as a failed load, is not tried again at once.
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
