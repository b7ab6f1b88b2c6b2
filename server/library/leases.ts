import { holder, isGone } from "../engines/holder.ts";
import { newId } from "./ids.ts";

/** A name for one hold on something, from which it can be told who has it. */
export function newLease(): string {
  return `${holder}.${newId()}`;
}

/** Whether the process that holds it ran on this machine and is gone: nobody need wait for the lease to end. */
export const isOfDead: (lease: string) => boolean = isGone;
