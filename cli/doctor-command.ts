import { readConfig } from "#server/config.ts";
import { examine, type Finding } from "#server/doctor.ts";
import type { Terminal } from "./terminal.ts";

const marks: Record<Finding["is"], string> = { fine: "✓", note: "–", bad: "✗" };

/** Runs `glimpse doctor`. Returns 1 if anything is bad. */
export async function doctorCommand(_args: string[], { print, stop }: Terminal): Promise<number> {
  let code = 0;
  for await (const { name, is, detail, advice } of examine(readConfig())) {
    stop.throwIfAborted();
    print(`${marks[is]} ${name}: ${detail}`);
    if (advice) print(`    ${advice}`);
    if (is === "bad") code = 1;
  }
  return code;
}
