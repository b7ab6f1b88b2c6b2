import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

/** Checks a SQLite file in a thread of its own, because it reads all of it, and blocks meanwhile. */
const { path, quick } = workerData as { path: string; quick: boolean };

function problems(): string[] {
  try {
    using file = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    const rows = file.prepare(quick ? "pragma quick_check(20)" : "pragma integrity_check(20)").all();
    const said = rows.flatMap((row) => Object.values(row).map((said) => String(said).replace(/\s+/g, " ")));
    return said.length === 1 && said[0] === "ok" ? [] : said;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

parentPort?.postMessage(problems());
