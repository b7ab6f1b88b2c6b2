import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "#server/config.ts";
import { AppError } from "#server/errors.ts";
import { backUp } from "#server/maintenance/backup.ts";
import { newestMigration } from "#server/open-library.ts";
import { version } from "#server/version.ts";
import { openExistingLibrary } from "./existing-library.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `glimpse backup DIR|FILE.tar [--deep]`, also while Glimpse runs. */
export async function backupCommand(args: string[], terminal: Terminal): Promise<number> {
  const { target, deep } = parse(args);
  const config = readConfig();
  const services = await openExistingLibrary(config);
  try {
    const needs = {
      ...services,
      dataFolder: config.dataFolder,
      engine: config.databaseUrl === null ? ("sqlite" as const) : ("postgres" as const),
      glimpse: version,
      migration: newestMigration,
    };
    const steps = backUp(needs, resolve(target), { signal: terminal.stop, deep });
    let step = await steps.next();
    for (; !step.done; step = await steps.next()) {
      terminal.progress(`${step.value.done} of ${step.value.total} photos`);
    }
    const { originals, lacking, madeAt } = step.value;
    terminal.print(
      `${target} holds the library as of ${madeAt}: the database and ${originals.count} originals (${(originals.bytes / 1e9).toFixed(2)} GB), each compared with its hash when it was put in.`,
    );
    for (const { fileName, damage, sha256 } of lacking) {
      terminal.print(`✗ not in it: ${fileName} (${sha256}), whose original is ${damage} in the library.`);
    }
    return lacking.length > 0 ? 1 : 0;
  } finally {
    await services.close();
  }
}

function parse(args: string[]): { target: string; deep: boolean } {
  const usage =
    "Say “glimpse backup DIR” or “glimpse backup FILE.tar”; --deep reads again what is in DIR already.";
  try {
    const options = { deep: { type: "boolean" } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [target, ...more] = positionals;
    if (!target || more.length > 0) throw new AppError("BAD_REQUEST", usage);
    return { target, deep: values.deep ?? false };
  } catch (cause) {
    throw new AppError("BAD_REQUEST", usage, { cause });
  }
}
