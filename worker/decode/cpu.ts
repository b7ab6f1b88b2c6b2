import { readFileSync } from "node:fs";

/** The kernel counts in hundredths of a second for programs, whatever it counts in itself (proc(5)). */
const tickMs = 10;

/**
 * Returns the milliseconds of processor time that a process has used, its threads included; null where this
 * system does not tell (it has no /proc) or the process is gone.
 */
export function cpuMsOf(pid: number): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name in brackets may hold anything, so we count from its end.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return null;
  }
}
