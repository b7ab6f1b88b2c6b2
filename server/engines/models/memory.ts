import { setTimeout as wait } from "node:timers/promises";
import type { OllamaConnection } from "./connection.ts";

/** What the server has in memory, and what that says of it. */
export interface Memory {
  /** The model answered just now. */
  used(model: string): void;
  /** Whether it is on its way into memory: slow is not hung. */
  isLoading(model: string): Promise<boolean>;
  /** Whether two models stay in memory together; null while that is not known. */
  holds(one: string, other: string): Promise<boolean | null>;
}

/** For so long, in milliseconds, a model that has gone did not go for its age: by default Ollama keeps one 5 minutes. */
const surelyKept = 60_000;
/** Between two looks at a model that may be loading, in milliseconds. */
const lookAgain = 100;

const tagged = (name: string) => (/:[^/]*$/.test(name) ? name : `${name}:latest`);

export function createMemory(connection: OllamaConnection, deadline: number): Memory {
  const lastUse = new Map<string, number>();
  const known = new Map<string, boolean>();

  /** Of each model in memory, when it will go. */
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
      // Of a model that has not been used yet, the server counts its time from each look.
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
