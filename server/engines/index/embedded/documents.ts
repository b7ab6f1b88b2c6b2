import type { DatabaseSync } from "node:sqlite";

/**
 * Knows the photo and the owner of each document by its number, so that searches read no rows for them. What is
 * known never changes: a number is not used again, and a photo that changes hands gets another.
 */
export interface Documents {
  /** Undefined for a document that was removed before it was ever seen. */
  photoIdOf(document: number): string | undefined;
  isOf(document: number, owner: string): boolean;
  /** Returns true if all documents that are known have this owner. */
  isAllOf(owner: string): boolean;
}

export function createDocuments(database: DatabaseSync): Documents {
  const newer = database.prepare("SELECT id, photoId, owner FROM documents WHERE id > ?");
  newer.setReturnArrays(true);
  const photoIds: (string | undefined)[] = [];
  const owners: (string | undefined)[] = [];
  /** Each owner once, so that documents share the text. */
  const names = new Map<string, string>();
  let last = 0;

  function look(document: number): void {
    if (document <= last) return;
    // A document is in the file before anything names it.
    for (const [id, photoId, owner] of newer.all(last) as unknown as [number, string, string][]) {
      while (photoIds.length < id) {
        photoIds.push(undefined);
        owners.push(undefined);
      }
      photoIds[id] = photoId;
      owners[id] = names.get(owner) ?? owner;
      names.set(owner, owners[id] ?? owner);
      last = Math.max(last, id);
    }
  }

  return {
    photoIdOf(document) {
      look(document);
      return photoIds[document];
    },
    isOf(document, owner) {
      look(document);
      return owners[document] === owner;
    },
    isAllOf: (owner) => names.size === 1 && names.has(owner),
  };
}
