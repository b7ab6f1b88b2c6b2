import type { Readable } from "node:stream";

/** The key of an original or a rendition. It holds the content's hash, never a name that somebody chose. */
export type ObjectKey = `originals/${string}` | `renditions/${string}`;

export interface StoredObject {
  bytes: number;
}

/** Bytes of an object from the first to the last, both included. */
export interface ByteStretch {
  first: number;
  last: number;
}

/** Bytes that are being written. They cannot be seen under a key before `publish`. */
export interface StagedObject {
  write(chunk: Uint8Array): Promise<void>;
  /**
   * Makes the bytes durable under `key` (fsync, rename, fsync of the folder), unless the same bytes are there
   * already: the key is the hash of the content. Other bytes under the key are damaged ones, and are replaced.
   * Returns false if the same bytes were there. Until `settle`, a mark tells `sweep` of the object if this process crashes.
   */
  publish(key: ObjectKey): Promise<boolean>;
  /**
   * Is called once the rows that refer to the object are committed. Makes sure that the object is still
   * there, and removes the mark.
   */
  settle(): Promise<void>;
  /**
   * Gives up the staged bytes; does nothing after `settle`. A published object keeps its mark, so that
   * `sweep` finds it.
   */
  discard(): Promise<void>;
}

/** The bytes of an upload that may go on later. Nobody sees them under a key. */
export interface UnfinishedObject {
  write(chunk: Uint8Array): Promise<void>;
  /** Writes out to the disk for good what was written, and returns how many bytes there are in all. */
  save(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Stores files by key. Before `identify` was called for the first time, nothing can be written. Throws AppError DISK_FULL when there is no room (and no half-written object stays
 * visible), and NOT_FOUND for a missing key.
 */
export interface ObjectStore {
  /** Returns the library's id that is kept beside the originals; null if there is none. Makes nothing. */
  identity(): Promise<string | null>;
  /** Makes the places that the store needs, and keeps the library's id beside the originals. */
  identify(library: string): Promise<void>;
  stage(): Promise<StagedObject>;
  /**
   * Opens an unfinished file to go on after its first `at` bytes; bytes behind them are dropped. Throws NOT_FOUND if it
   * has fewer. Only one may write to it at a time. A sweep leaves it.
   */
  openPart(id: string, at: number): Promise<UnfinishedObject>;
  readPart(id: string): Promise<Readable>;
  /** Takes a finished part as staged bytes; it is there until it is removed, and nobody may write to it from now on. */
  stagePart(id: string): Promise<StagedObject>;
  removePart(id: string): Promise<void>;
  /** Yields the ids of all unfinished files. */
  parts(): AsyncIterable<string>;
  /** Writes a whole object (a rendition) atomically and replaces the old one. */
  put(key: ObjectKey, bytes: Uint8Array): Promise<void>;
  stat(key: ObjectKey): Promise<StoredObject | null>;
  /** Opens an object to be read, or only a stretch of its bytes. */
  open(key: ObjectKey, stretch?: ByteStretch): Promise<Readable>;
  read(key: ObjectKey): Promise<Uint8Array>;
  /**
   * Gives a file on this machine with the object's bytes, for tools that need a path. Nobody may write to it.
   */
  localFile(key: ObjectKey): Promise<{ path: string } & AsyncDisposable>;
  remove(key: ObjectKey): Promise<void>;
  /** Yields the keys of all originals, in no order. */
  originals(): AsyncIterable<ObjectKey>;
  /**
   * Removes the remains of writers that died: staged bytes, and marked objects that no row refers to. Whether a writer on
   * another machine has died only the age of its files tells; with `isClockTrusted: false` none of them is touched.
   */
  sweep(
    isReferenced: (key: ObjectKey) => Promise<boolean>,
    clock?: { isClockTrusted: boolean },
  ): Promise<{ staged: number; objects: number }>;
  /** Throws with a clear message when nothing can be written to the store. */
  check(): Promise<void>;
}
