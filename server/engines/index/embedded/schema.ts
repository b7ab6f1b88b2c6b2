import { crc32 } from "node:zlib";
import { type FilterField, type FilterFields, fieldKinds, filterFields, tokensVersion } from "../port.ts";

type ListField = "keywords" | "people" | "places";
type Column = Exclude<FilterField, ListField>;

/**
 * The fields that hold lists: each element is a row of `labels`. All other fields are columns of a document.
 */
export const listFields: ListField[] = ["keywords", "people", "places"];
export const columns = filterFields.filter((field): field is Column => fieldKinds[field] !== "list");
export type ColumnValue = FilterFields[Column];

/** Columns that questions filter by often and that leave out most photos. Each index slows writing a little. */
const indexed: Column[] = ["city", "country", "countryCode", "model"];

/**
 * The ids of documents and spaces are never used again, so that a vector cannot end up with another document.
 * `vectors.change` grows with every write to a space: a reader asks for changes that are newer than its own
 * state. A removed vector stays as a row with NULL, so that readers learn of the removal. `words` keeps its
 * text, because a contentless table (contentless_delete=1) goes on counting replaced rows, and all scores
 * would drift. Its tokenizer leaves our tokens whole. `totals` counts documents, so that nothing counts rows.
 */
export const schema = `
  CREATE TABLE state (complete INTEGER NOT NULL);
  INSERT INTO state VALUES (0);

  CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photoId TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    sortAt NUMERIC NOT NULL,
    ${columns.map((field) => `"${field}" ${fieldKinds[field] === "text" ? "TEXT" : "NUMERIC"}`).join(", ")}
  );
  CREATE INDEX documents_newest ON documents (owner, sortAt DESC, photoId);
  CREATE INDEX documents_taken ON documents (owner, taken);

  ${indexed.map((field) => `CREATE INDEX documents_${field} ON documents (owner, "${field}");`).join("\n  ")}

  CREATE TABLE totals (owner TEXT PRIMARY KEY, documents INTEGER NOT NULL, described INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO totals VALUES (new.owner, 1, new.described)
    ON CONFLICT (owner) DO UPDATE SET documents = documents + 1, described = described + excluded.described;
  END;
  CREATE TRIGGER documents_described AFTER UPDATE OF described ON documents BEGIN
    UPDATE totals SET described = described + new.described - old.described WHERE owner = new.owner;
  END;
  CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    UPDATE totals SET documents = documents - 1, described = described - old.described WHERE owner = old.owner;
  END;

  CREATE TABLE labels (
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (field, value, document)
  ) WITHOUT ROWID;
  CREATE INDEX labels_document ON labels (document);

  CREATE VIRTUAL TABLE words USING fts5 (tokens, tokenize="ascii tokenchars '_'");

  CREATE TABLE spaces (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, dimension INTEGER NOT NULL);
  CREATE TABLE vectors (
    space INTEGER NOT NULL,
    document INTEGER NOT NULL,
    change INTEGER NOT NULL,
    vector BLOB,
    PRIMARY KEY (space, document)
  );
  CREATE INDEX vectors_change ON vectors (space, change);
`;

/**
 * Goes into SQLite's `user_version`, a signed 32-bit number. A file with any other schema has another
 * version.
 */
export const schemaVersion = crc32(`${schema}${tokensVersion}`) | 0;
