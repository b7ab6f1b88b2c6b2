import { spawn } from "node:child_process";
import { AppError, systemCode } from "../../errors.ts";

/**
 * Writes the database into a file with pg_dump. Throws CONFIGURATION that names pg_dump where it is missing or
 * older than the server.
 */
export function dumpPostgres(url: string, path: string, target: string): Promise<void> {
  const args = ["--format=custom", "--no-owner", "--no-privileges", `--file=${target}`];
  return runTool("pg_dump", url, path, args);
}

/** Replaces the content of the database by a file that `dumpPostgres` wrote; all of it or nothing. */
export function restorePostgres(url: string, path: string, source: string): Promise<void> {
  const args = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"];
  return runTool("pg_restore", url, path, [...args, source]);
}

async function runTool(tool: string, url: string, path: string, args: string[]): Promise<void> {
  // Everybody on this machine can read the arguments of a program, so the password goes another way.
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = "";
  const env = { NODE_ENV: "production" as const, PATH: path, ...(password && { PGPASSWORD: password }) };
  const child = spawn(tool, [`--dbname=${address.href}`, ...args], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said = (said + chunk).slice(0, 2_000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).catch((cause: unknown) => {
    const words =
      systemCode(cause) === "ENOENT"
        ? `${tool} is missing. Install the client programs of Postgres (the package postgresql-client).`
        : `${tool} cannot be started.`;
    throw new AppError("CONFIGURATION", words, { cause });
  });
  if (code !== 0)
    throw new AppError("CONFIGURATION", `${tool} failed: ${said.trim().split("\n")[0] ?? code}`);
}
