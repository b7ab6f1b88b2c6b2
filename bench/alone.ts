import { fork } from "node:child_process";
import { once as event } from "node:events";

/** Runs one of the programs beside this one, which measures itself. Returns seconds. */
export async function alone(program: string, order: object): Promise<number> {
  const child = fork(new URL(program, import.meta.url));
  const ended = event(child, "exit").then(() => {
    throw new Error(`${program} ended without an answer`);
  });
  child.send(order);
  const [milliseconds] = await Promise.race([event(child, "message"), ended]);
  ended.catch(() => {});
  return Number(milliseconds) / 1000;
}
