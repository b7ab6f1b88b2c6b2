import type { Readable } from "node:stream";

/** Where originals and renditions lie: by content hash, never by a name that somebody chose. */
export type ObjectKey = `originals/${string}` | `renditions/${string}`;

export interface StoredObject {
  bytes: number;
}

/** Bytes on their way in. Nothing of them can be seen under a key before `publish`. */
export interface StagedObject {
  write(chunk: Uint8Array): Promise<void>;
  /**
   * Makes the bytes durable under `key` (fsync, rename, fsync of the folder), unless the same are there: the key is the
   * content's hash. Until `settle`, a crash leaves a mark by which `sweep` finds the object.
   */
  publish(key: ObjectKey): Promise<void>;
  /** The rows that refer to the object are committed: makes sure that it is still there, and forgets the mark. */
  settle(): Promise<void>;
  /** Gives up what was staged; harmless after `settle`. A published object stays marked, for `sweep`. */
  discard(): Promise<void>;
}

/** Errors: AppError DISK_FULL when there is no room (nothing half-written stays visible), NOT_FOUND for a missing key. */
export interface ObjectStore {
  stage(): Promise<StagedObject>;
  /** Writes a whole object (a rendition) atomically, replacing what is there. */
  put(key: ObjectKey, bytes: Uint8Array): Promise<void>;
  stat(key: ObjectKey): Promise<StoredObject | null>;
  open(key: ObjectKey): Promise<Readable>;
  read(key: ObjectKey): Promise<Uint8Array>;
  /** A file on this machine with the object's bytes, for tools that want a path. Not to be written to. */
  localFile(key: ObjectKey): Promise<{ path: string } & AsyncDisposable>;
  remove(key: ObjectKey): Promise<void>;
  /** Removes what writers that died left behind: staged bytes, and marked objects that no row refers to. */
  sweep(isReferenced: (key: ObjectKey) => Promise<boolean>): Promise<{ staged: number; objects: number }>;
  /** Throws with a clear message when the store cannot be written to. */
  check(): Promise<void>;
}
