import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { type Config, readConfig } from "#server/config.ts";
import { AppError } from "#server/errors.ts";
import { openServices } from "#server/services.ts";
import type { Terminal } from "./terminal.ts";

const shortest = 8;

/** Runs `glimpse password …`: sets or removes the password of the household. */
export async function passwordCommand(args: string[], terminal: Terminal): Promise<number> {
  const [what, ...more] = args;
  if ((what !== "set" && what !== "remove") || more.length > 0) {
    throw new AppError("BAD_REQUEST", "Say “glimpse password set” or “glimpse password remove”.");
  }
  const config = readConfig();
  refuseSetting(config);
  const password = what === "set" ? await askedPassword(terminal) : null;
  const services = await openServices(config, "cli");
  try {
    if (password !== null) {
      await services.passwords.set(services.owner, password);
      terminal.print("The password is set. Browsers that were logged in have to log in again.");
    } else {
      const removed = await services.passwords.remove(services.owner);
      terminal.print(removed ? "The password is removed." : "There is no password.");
    }
    return 0;
  } finally {
    await services.close();
  }
}

function refuseSetting({ password }: Config): void {
  if (password === null) return;
  throw new AppError("BAD_REQUEST", "GLIMPSE_PASSWORD names the password; change it there.");
}

/** Reads it twice from a terminal, which shows nothing of it, or once from what is piped in. */
async function askedPassword(terminal: Terminal): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: isTerminal });
  try {
    const read = lines[Symbol.asyncIterator]();
    const next = async () => String((await read.next()).value ?? "");
    if (isTerminal) terminal.print("Password for the photos (it is not shown):");
    const password = await next();
    if (password.length < shortest) {
      throw new AppError("BAD_REQUEST", `A password has at least ${shortest} characters.`);
    }
    if (isTerminal) {
      terminal.print("The same again:");
      if ((await next()) !== password) throw new AppError("BAD_REQUEST", "The two passwords differ.");
    }
    return password;
  } finally {
    lines.close();
  }
}
