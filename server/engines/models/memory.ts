import { setTimeout as wait } from "node:timers/promises";
import type { OllamaConnection } from "./connection.ts";

/** Watches which models the server has in memory. */
export interface Memory {
  /** Says that the model answered just now. */
  used(model: string): void;
  /** Returns true while the model is being loaded, because a slow server does not hang. */
  isLoading(model: string): Promise<boolean>;
  /** Tells whether two models stay in memory together; null while that is not known. */
  holds(one: string, other: string): Promise<boolean | null>;
}

/**
 * In milliseconds. If a model vanishes sooner after its last use, it was pushed out: by default Ollama keeps
 * one for 5 minutes.
 */
const surelyKept = 60_000;
/** Milliseconds between two looks at a model that may be loading. */
const lookAgain = 100;

/** Returns the full name of a model, as the server lists it. */
export const tagged = (name: string) => (/:[^/]*$/.test(name) ? name : `${name}:latest`);

export function createMemory(connection: OllamaConnection, deadline: number): Memory {
  const lastUse = new Map<string, number>();
  const known = new Map<string, boolean>();

  /** Returns for each model in memory the time at which it will be unloaded. */
  async function look(): Promise<Map<string, string>> {
    const patience = { first: deadline, next: deadline };
    const { models } = await connection.exchange(patience, ({ ollama }) => ollama.ps());
    return new Map(models.map(({ name, expires_at }) => [tagged(name), String(expires_at)]));
  }

  return {
    used: (model) => void lastUse.set(tagged(model), performance.now()),

    async isLoading(model) {
      const first = (await look()).get(tagged(model));
      await wait(lookAgain);
      const second = (await look()).get(tagged(model));
      // As long as a model has not been used yet, the server moves its time on at each look.
      return second !== undefined && first !== second;
    },

    async holds(one, other) {
      const [a, b] = [tagged(one), tagged(other)];
      if (a === b) return true;
      const pair = `${a} ${b}`;
      const [usedA, usedB] = [lastUse.get(a), lastUse.get(b)];
      if (usedA !== undefined && usedB !== undefined) {
        const loaded = await look();
        const areBoth = loaded.has(a) && loaded.has(b);
        const [gone, usedGone] = usedA < usedB ? [a, usedA] : [b, usedB];
        const hasMadeWay = !loaded.has(gone) && performance.now() - usedGone < surelyKept;
        if (areBoth || hasMadeWay) known.set(pair, areBoth);
      }
      return known.get(pair) ?? null;
    },
  };
}
