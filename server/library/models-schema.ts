/** Tables of describing and of the models. The rules of `schema.ts` hold. */

/** Whether questions may be read a second time; no row means that they may. */
export interface SecondReadersTable {
  owner: string;
  is_on: number;
  changed_at: number;
}

/** The model that a person has chosen for a use. */
export interface ChosenModelsTable {
  purpose: "describe" | "embed" | "converse";
  model: string;
  changed_at: number;
}

/** When photos may be described. */
export interface DescribingTable {
  owner: string;
  paused: number;
  /** "22:00"; null if any hour will do, as are the next two. */
  hours_from: string | null;
  hours_to: string | null;
  /** An IANA name such as Europe/Berlin. */
  time_zone: string | null;
  changed_at: number;
}

/** The figures of a model server, as a worker measures them. */
export interface DescribersTable {
  worker: string;
  address: string;
  at_once: number;
  /** Photos; null if it is not known. */
  per_minute: number | null;
  written_at: number;
}

/** The digest of each embedding model whose vectors the library holds. */
export interface ModelDigestsTable {
  model: string;
  digest: string;
  changed_at: number;
}
