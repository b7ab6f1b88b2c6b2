import { readConfig } from "#server/config.ts";
import { openServices } from "#server/services.ts";
import { checkEngines } from "#server/status.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `glimpse health`, which checks whether the engines answer from here. */
export async function healthCommand(_args: string[], { print }: Terminal): Promise<number> {
  const services = await openServices(readConfig(), "cli");
  try {
    const engines = await checkEngines(services.engines);
    for (const { name, ready, detail } of engines) print(`${ready ? "✓" : "✗"} ${name}: ${detail}`);
    return engines.every(({ ready }) => ready) ? 0 : 1;
  } finally {
    await services.close();
  }
}
