import { randomBytes } from "node:crypto";
import { systemCode } from "../errors.ts";

const run = randomBytes(4).toString("hex");

/** Names this run of this process, to be told from a later process of the same id: containers count anew at each start. */
export const holder = `${process.pid}-${run}`;

/** Whether a holder on this machine has ended. */
export function isGone(other: string): boolean {
  const [pid = "", itsRun] = other.split("-");
  if (pid === String(process.pid)) return itsRun !== run;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return systemCode(error) !== "EPERM";
  }
}
