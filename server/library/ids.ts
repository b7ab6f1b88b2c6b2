import { randomBytes } from "node:crypto";
import { libraryTime } from "./clock.ts";

/** The owner of everything, until there are accounts. */
export const localOwner = "00000000-0000-7000-8000-000000000001";

/** Makes a UUID of version 7 (RFC 9562), which sorts by the millisecond in which it was made. */
export function newId(now = libraryTime()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
