import { resolve } from "node:path";
import { readConfig } from "#server/config.ts";
import { AppError } from "#server/errors.ts";
import { exportLibrary } from "#server/maintenance/export.ts";
import { openExistingLibrary } from "./existing-library.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `glimpse export DIR`, also while Glimpse runs. */
export async function exportCommand(args: string[], terminal: Terminal): Promise<number> {
  const [target, ...more] = args;
  if (!target || target.startsWith("-") || more.length > 0) {
    throw new AppError("BAD_REQUEST", "Say “glimpse export DIR”.");
  }
  const config = readConfig();
  const services = await openExistingLibrary(config);
  try {
    const needs = { ...services, dataFolder: config.dataFolder };
    const steps = exportLibrary(needs, resolve(target), terminal.stop);
    let step = await steps.next();
    for (; !step.done; step = await steps.next()) {
      terminal.progress(`${step.value.done} of ${step.value.total} photos`);
    }
    const { photos, lacking } = step.value;
    terminal.print(`${target} holds ${photos} photos by year and month, each with an XMP sidecar.`);
    for (const { fileName, damage } of lacking)
      terminal.print(`✗ not in it: ${fileName}, whose original is ${damage}.`);
    return lacking.length > 0 ? 1 : 0;
  } finally {
    await services.close();
  }
}
