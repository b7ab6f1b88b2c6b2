import type { DatabaseSync } from "node:sqlite";
import { AppError } from "#server/errors.ts";
import { folded } from "../conditions.ts";
import type { PhotoDocument } from "../port.ts";
import { type ColumnValue, columns, listFields } from "./schema.ts";

const droppedAtOnce = 200;

/** The writes. Each must be called inside `transaction`. */
export interface Writer {
  /** Throws SQLite's BUSY while another process writes; then nothing is written. */
  transaction(work: () => void): void;
  putDocument(document: PhotoDocument): void;
  /** Returns the space's number. Throws BAD_REQUEST if the space has another dimension. */
  putSpace(name: string, dimension: number): number;
  putVector(space: number, photoId: string, vector: Float16Array): void;
  remove(photoId: string): void;
  /**
   * Deletes the space, or as many of its vectors as fit in one transaction. Returns true when all of it is
   * gone.
   */
  dropSpace(name: string): boolean;
  /** The number of all documents. */
  count(): number;
  isComplete(): boolean;
  markComplete(): void;
}

export function createWriter(database: DatabaseSync): Writer {
  const names = columns.map((field) => `"${field}"`);
  const countAll = database.prepare("SELECT coalesce(sum(documents), 0) AS documents FROM totals");
  const find = database.prepare("SELECT id, owner FROM documents WHERE photoId = ?");
  const put = database.prepare(`
    INSERT INTO documents (photoId, owner, sortAt, ${names.join(", ")})
    VALUES (?, ?, ?, ${names.map(() => "?").join(", ")})
    ON CONFLICT (photoId) DO UPDATE SET sortAt = excluded.sortAt, ${names.map((name) => `${name} = excluded.${name}`).join(", ")}
    RETURNING id`);
  const putWords = database.prepare("INSERT OR REPLACE INTO words (rowid, tokens) VALUES (?, ?)");
  const clearLabels = database.prepare("DELETE FROM labels WHERE document = ?");
  const putLabel = database.prepare("INSERT OR IGNORE INTO labels (field, value, document) VALUES (?, ?, ?)");
  const findSpace = database.prepare("SELECT id, dimension FROM spaces WHERE name = ?");
  const addSpace = database.prepare(
    "INSERT INTO spaces (name, dimension) VALUES (?, ?) RETURNING id, dimension",
  );
  const putVector = database.prepare(`
    INSERT INTO vectors (space, document, change, vector)
    VALUES (:space, :document, (SELECT coalesce(max(change), 0) + 1 FROM vectors WHERE space = :space), :vector)
    ON CONFLICT (space, document) DO UPDATE SET change = excluded.change, vector = excluded.vector`);
  const spacesOf = database.prepare("SELECT space FROM vectors WHERE document = ? AND vector IS NOT NULL");
  const removeDocument = database.prepare("DELETE FROM documents WHERE id = ?");
  const removeWords = database.prepare("DELETE FROM words WHERE rowid = ?");
  const dropVectors = database.prepare(`
    DELETE FROM vectors WHERE space = ? AND document IN (SELECT document FROM vectors WHERE space = ? LIMIT ${droppedAtOnce})`);
  const dropSpace = database.prepare("DELETE FROM spaces WHERE id = ?");
  const complete = database.prepare("SELECT complete FROM state");
  const setComplete = database.prepare("UPDATE state SET complete = 1");

  function removeById(document: number): void {
    for (const { space } of spacesOf.all(document)) {
      putVector.run({ space: space ?? null, document, vector: null });
    }
    clearLabels.run(document);
    removeWords.run(document);
    removeDocument.run(document);
  }

  return {
    transaction(work) {
      database.exec("BEGIN IMMEDIATE");
      try {
        work();
        database.exec("COMMIT");
      } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
    putDocument({ photoId, owner, sortAt, tokens, fields }) {
      const before = find.get(photoId);
      if (before && before.owner !== owner) removeById(Number(before.id));
      const values = columns.map((field) => columnValue(fields[field]));
      const document = Number(put.get(photoId, owner, sortAt, ...values)?.id);
      putWords.run(document, tokens);
      clearLabels.run(document);
      for (const field of listFields) {
        for (const value of folded(fields[field])) putLabel.run(field, value, document);
      }
    },
    putSpace(name, dimension) {
      const space = findSpace.get(name) ?? addSpace.get(name, dimension);
      if (space?.dimension !== dimension) {
        throw new AppError("BAD_REQUEST", `The space ${name} has vectors of ${space?.dimension} numbers`);
      }
      return Number(space.id);
    },
    putVector(space, photoId, vector) {
      const document = find.get(photoId);
      if (!document) throw new AppError("NOT_FOUND", `The photo ${photoId} has no document in the index`);
      putVector.run({
        space,
        document: Number(document.id),
        vector: new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
      });
    },
    remove(photoId) {
      const document = find.get(photoId);
      if (document) removeById(Number(document.id));
    },
    dropSpace(name) {
      const id = findSpace.get(name)?.id ?? null;
      if (dropVectors.run(id, id).changes === droppedAtOnce) return false;
      dropSpace.run(id);
      return true;
    },
    count: () => Number(countAll.get()?.documents),
    isComplete: () => complete.get()?.complete === 1,
    markComplete() {
      setComplete.run();
    },
  };
}

function columnValue(value: ColumnValue): string | number | null {
  return typeof value === "boolean" ? Number(value) : folded(value);
}
