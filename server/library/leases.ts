import { holder, isGone } from "../engines/holder.ts";
import { newId } from "./ids.ts";

/** Makes a unique name for a lease, which tells who holds it. */
export function newLease(): string {
  return `${holder}.${newId()}`;
}

/**
 * Says whether the holder ran on this machine and is gone; then nobody needs to wait for the lease to end.
 */
export const isOfDead: (lease: string) => boolean = isGone;
