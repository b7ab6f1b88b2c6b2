import { hostname } from "node:os";
import { holder, isGone } from "../engines/holder.ts";
import { newId } from "./ids.ts";

/** A name for one hold on something: who has it can be told from it. */
export function newLease(): string {
  return `${hostname()} ${holder} ${newId()}`;
}

/** Whether the process that held it ran on this machine and is gone: nobody need wait for the lease to end. */
export function isOfDead(lease: string): boolean {
  const [host, itsHolder = ""] = lease.split(" ");
  return host === hostname() && isGone(itsHolder);
}
