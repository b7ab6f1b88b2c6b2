/** Tables of the clock, of access, of checks and of uploads that have not ended. The rules of `schema.ts` hold. */

/** The library's clock (`library/clock`); one row. */
export interface ClockTable {
  id: number;
  at: number;
  doubted_since: number | null;
}

export interface PasswordsTable {
  owner: string;
  /** `library/password-hash` makes and checks it. */
  hash: string;
  changed_at: number;
}

/** A browser that is logged in. */
export interface SessionsTable {
  /** The SHA-256 of what its cookie holds, in hex. */
  id: string;
  owner: string;
  created_at: number;
  /** The day on which it was last used. */
  used_at: number;
}

/** A token of a program. */
export interface ApiTokensTable {
  id: string;
  owner: string;
  /** The SHA-256 of the token, in hex. */
  hash: string;
  scope: TokenScope;
  name: string;
  created_at: number;
  /** The hour in which it was last used; null if it never was. */
  used_at: number | null;
  revoked_at: number | null;
}

/** The permission of a token: to read everything; to take photos in, and nothing else; everything. */
export type TokenScope = "read" | "upload" | "all";

/** The library's identity (`library/identity`): at most one row. */
export interface LibraryTable {
  id: string;
  /** 0 until the same id was written into the data folder and beside the originals. */
  settled: number;
  created_at: number;
}

/** Checks of all originals and renditions (`library/verifications`). */
export interface VerificationsTable {
  id: string;
  /** 1 if the originals are hashed. */
  deep: number;
  /** The photos up to this id were looked at. */
  seen_to: string;
  seen: number;
  /** JSON of the results. */
  found: string;
  started_at: number;
  seen_at: number;
  ended_at: number | null;
}

/** Uploads that go on after a break (`library/unfinished-uploads`), and for a while those that have ended. */
export interface UnfinishedUploadsTable {
  id: string;
  owner: string;
  /** The token that began it; empty for a person. */
  begun_by: string;
  file_name: string;
  modified_at: number | null;
  /** The hash that the sender gave for the whole file. */
  sha256: string | null;
  bytes: number;
  /** How many of its bytes are on the disk for good. */
  received: number;
  /** The process that writes to it at the moment, and until when. */
  lease_by: string | null;
  lease_until: number;
  /** The result, once all of it is in the library; null before. */
  photo_id: string | null;
  duplicate: number;
  repaired: number;
  touched_at: number;
}
