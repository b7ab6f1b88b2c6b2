import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { systemCode } from "../errors.ts";

const run = randomBytes(4).toString("hex");
const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/**
 * Names this run of this process on this machine (or in this container), to be told from a later process of the same id:
 * containers count anew at each start.
 */
export const holder = `${process.pid}-${run}-${host}`;

/** Whether a holder, or what its name begins, is of this machine and has ended. Of another machine nobody can tell: false. */
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
