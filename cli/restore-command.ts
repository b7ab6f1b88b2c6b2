import { get as getPlain } from "node:http";
import { get as getSecure } from "node:https";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "#server/config.ts";
import { AppError } from "#server/errors.ts";
import { isUntouched } from "#server/maintenance/library-identity.ts";
import { restore } from "#server/maintenance/restore.ts";
import { isDatabaseCopy, restoreDatabaseCopy } from "#server/maintenance/restore-copy.ts";
import { newestMigration, placeOf } from "#server/open-library.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `glimpse restore …`, while Glimpse is stopped. */
export async function restoreCommand(args: string[], terminal: Terminal): Promise<number> {
  const { source, originals } = parse(args);
  const config = readConfig();
  const place = placeOf(config);
  // A Glimpse that runs has another data folder where nothing was in this one.
  if (!originals && !(await isUntouched(place))) await refuseWhileRunning(config);
  const { databaseFile } = place;
  if (await isDatabaseCopy(source)) {
    if (databaseFile === null)
      throw new AppError("BAD_REQUEST", "The rows are in Postgres; this is a copy of a SQLite database.");
    const aside = await restoreDatabaseCopy(source, databaseFile);
    terminal.print(`${databaseFile} is the copy now. The one before it lies in ${aside}.`);
    terminal.print(
      "Photos that came after the copy are still in originals/. Start Glimpse, and “glimpse verify --repair” takes them in again.",
    );
    return 0;
  }
  const steps = restore(source, restorePlace(config), { originalsOnly: originals, signal: terminal.stop });
  let step = await steps.next();
  for (; !step.done; step = await steps.next()) {
    terminal.progress(`${step.value.done} of ${step.value.total} originals`);
  }
  const { manifest, lacking } = step.value;
  if (originals)
    terminal.print(
      `The originals are as in the backup of ${manifest.madeAt}. “glimpse verify --deep” compares them.`,
    );
  else {
    terminal.print(
      `${config.dataFolder} holds library ${manifest.library} as of ${manifest.madeAt}: ${manifest.originals.count} originals, each compared with its hash.`,
    );
    terminal.print(
      "Start Glimpse. The index fills itself; previews are made when they are looked at, or all by “glimpse verify --repair”.",
    );
  }
  for (const sha256 of lacking) terminal.print(`✗ not in the backup, or damaged in it: ${sha256}`);
  return lacking.length > 0 ? 1 : 0;
}

function parse(args: string[]): { source: string; originals: boolean } {
  const usage =
    "Say “glimpse restore BACKUP”: a folder, a .tar or a copy of the database; --originals brings back originals only.";
  try {
    const options = { originals: { type: "boolean" } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [source, ...more] = positionals;
    if (!source || more.length > 0) throw new AppError("BAD_REQUEST", usage);
    return { source: resolve(source), originals: values.originals ?? false };
  } catch (cause) {
    throw new AppError("BAD_REQUEST", usage, { cause });
  }
}

function restorePlace({ databaseUrl, dataFolder, stateFolder, path }: Config) {
  return {
    dataFolder,
    stateFolder,
    engine: databaseUrl === null ? ("sqlite" as const) : ("postgres" as const),
    migrationsKnown: newestMigration,
    async load(dump: string, library: string) {
      const { loadDump } = await import("#server/maintenance/restore-postgres.ts");
      await loadDump({ url: databaseUrl ?? "", path }, dump, library);
    },
  };
}

/** Throws if Glimpse is running, because it would go on writing into the files that are replaced. */
async function refuseWhileRunning({ host, port }: Config): Promise<void> {
  const name = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  // The Glimpse that runs may have a certificate that the settings here do not name.
  if (!(await answers(getPlain, name, port)) && !(await answers(getSecure, name, port))) return;
  throw new AppError("CONFLICT", `Glimpse runs at port ${port}. Stop it, and run this again.`);
}

/** Says whether a Glimpse answers there, whatever its certificate says of its name. */
function answers(get: typeof getSecure, host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = { host, port, path: "/healthz", timeout: 2_000, rejectUnauthorized: false };
    const request = get(asked, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.once("error", () => resolve(false));
    request.once("timeout", () => request.destroy());
  });
}
