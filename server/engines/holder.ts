import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { systemCode } from "../errors.ts";

const run = randomBytes(4).toString("hex");
const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/**
 * Names this run of this process on this machine or in this container. The random part is needed because
 * containers count their process ids anew at each start.
 */
export const holder = `${process.pid}-${run}-${host}`;

/**
 * Returns true when a holder (or a name that begins with one) was a process of this machine that has ended.
 * Returns false for other machines, because we cannot see their processes.
 */
export function isGone(other: string): boolean {
  const [pid = "", itsRun, itsHost] = other.split(/[-.]/);
  if (itsHost !== host) return false;
  if (pid === String(process.pid)) return itsRun !== run;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return systemCode(error) !== "EPERM";
  }
}
