import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { DataType, type FieldType, FunctionType } from "@zilliz/milvus2-sdk-node";
import { folded } from "../conditions.ts";
import {
  type FilterField,
  type FilterFields,
  fieldKinds,
  filterFields,
  type PhotoDocument,
  tokensVersion,
} from "../port.ts";
import { columnOf } from "./filter.ts";
import { term, termBytes, textBytes, tokenText } from "./terms.ts";

/** The limit of an ARRAY. If a photo has more keywords, the rest cannot be filtered on. */
const mostElements = 4_096;
/** Owners are spread over this many partitions; a search reads only the partition of its owner. */
const partitions = 16;

/** A value that can be sent to the server. A BigInt is not allowed, because it would kill the process. */
export type Value = string | number | boolean | null | string[] | number[] | Buffer;
export type Row = Record<string, Value>;

/**
 * The column types. Every number is a DOUBLE: a condition may hold any number, and whole numbers are exact up
 * to 2^53.
 */
const typeOf = {
  number: { data_type: DataType.Double, nullable: true },
  text: { data_type: DataType.VarChar, max_length: termBytes, nullable: true },
  flag: { data_type: DataType.Bool, nullable: true },
  list: {
    data_type: DataType.Array,
    element_type: DataType.VarChar,
    max_length: termBytes,
    max_capacity: mostElements,
  },
} as const satisfies Record<string, Partial<FieldType>>;

const common: FieldType[] = [
  { name: "id", data_type: DataType.VarChar, is_primary_key: true, max_length: 300 },
  { name: "owner", data_type: DataType.VarChar, is_partition_key: true, max_length: termBytes },
  ...filterFields.map((field) => ({ name: columnOf(field), ...typeOf[fieldKinds[field]] })),
];

const documentFields: FieldType[] = [
  ...common,
  { name: "sort_at", data_type: DataType.Double },
  {
    name: "tokens",
    data_type: DataType.VarChar,
    max_length: textBytes,
    enable_analyzer: true,
    enable_match: true,
    analyzer_params: { tokenizer: "standard" },
  },
  { name: "words", data_type: DataType.SparseFloatVector },
];

/** `draw` is random but fixed, from 0 up to 1: the rows with the smallest values are a fair sample. */
const vectorFields: FieldType[] = [...common, { name: "draw", data_type: DataType.Double }];

/** Another layout has other names, so that processes of two versions never fight over one collection. */
export const layout = crc32(JSON.stringify([documentFields, vectorFields, tokensVersion]))
  .toString(16)
  .padStart(8, "0");

/** The filters that narrow a search most are indexed; the other fields are scanned. */
const scalarIndexes = ["taken", "city", "countryCode", "keywords", "people"] as const;

const invertedOn = (name: string) => ({ field_name: name, index_name: name, index_type: "INVERTED" });

export interface IndexSpec {
  field_name: string;
  index_name: string;
  index_type: string;
  metric_type?: string;
  params?: Record<string, string | number | boolean>;
}

export interface CollectionSpec {
  fields: FieldType[];
  functions: {
    name: string;
    type: FunctionType;
    input_field_names: string[];
    output_field_names: string[];
    params: Record<string, never>;
  }[];
  num_partitions: number;
  consistency_level: "Strong";
  indexes: IndexSpec[];
}

export const documentsSpec: CollectionSpec = {
  fields: documentFields,
  functions: [
    {
      name: "bm25",
      type: FunctionType.BM25,
      input_field_names: ["tokens"],
      output_field_names: ["words"],
      params: {},
    },
  ],
  num_partitions: partitions,
  consistency_level: "Strong",
  indexes: [
    { field_name: "words", index_name: "words", index_type: "SPARSE_INVERTED_INDEX", metric_type: "BM25" },
    invertedOn("sort_at"),
    ...scalarIndexes.map((field) => invertedOn(columnOf(field))),
  ],
};

export const vectorIndexes = ["FLAT", "HNSW_SQ", "DISKANN"] as const;
export type VectorIndex = (typeof vectorIndexes)[number];

const vectorIndexParams: Record<VectorIndex, Record<string, string | number | boolean>> = {
  FLAT: {},
  HNSW_SQ: { M: 32, efConstruction: 200, sq_type: "SQ8", refine: true, refine_type: "FP16" },
  DISKANN: {},
};

export function vectorIndexSpecs(index: VectorIndex): IndexSpec[] {
  return [
    {
      field_name: "vector",
      index_name: "vector",
      index_type: index,
      metric_type: "COSINE",
      params: vectorIndexParams[index],
    },
    invertedOn("draw"),
    ...scalarIndexes.map((field) => invertedOn(columnOf(field))),
  ];
}

/**
 * Describes a collection of vectors. `half` stores them in half precision, as the rows do; Milvus Lite cannot
 * do that.
 */
export function vectorsSpec(dimension: number, index: VectorIndex, half: boolean): CollectionSpec {
  const data_type = half ? DataType.Float16Vector : DataType.FloatVector;
  return {
    fields: [...vectorFields, { name: "vector", data_type, dim: dimension }],
    functions: [],
    num_partitions: partitions,
    consistency_level: "Strong",
    indexes: vectorIndexSpecs(index),
  };
}

/**
 * Returns the parameters that each index needs for a search of `limit` hits. `ef` must be at least `limit`.
 */
export function searchParams(index: VectorIndex, limit: number): Record<string, number> {
  const effort = Math.max(64, Math.min(limit * 2, 32_768));
  if (index === "HNSW_SQ") return { ef: effort, refine_k: 2 };
  return index === "DISKANN" ? { search_list: effort } : {};
}

/** Returns the fields that documents and vectors have in common, without the id. */
function filterRow(owner: string, fields: FilterFields): Row {
  return {
    owner: term(owner),
    ...Object.fromEntries(filterFields.map((field) => [columnOf(field), columnValue(fields[field])])),
  };
}

function columnValue(value: FilterFields[FilterField]): Value {
  if (Array.isArray(value)) return [...new Set(folded(value).map(term))].slice(0, mostElements);
  return typeof value === "string" ? term(folded(value)) : value;
}

export function documentRow({ photoId, owner, tokens, sortAt, fields }: PhotoDocument): Row {
  return {
    id: photoId,
    ...filterRow(owner, fields),
    sort_at: Math.round(sortAt),
    tokens: tokenText(tokens),
  };
}

/** A document without content. Only its id is missing. */
export const blankRow: Row = {
  owner: "",
  ...Object.fromEntries(
    filterFields.map((field) => [columnOf(field), fieldKinds[field] === "list" ? [] : null]),
  ),
  sort_at: 0,
  tokens: tokenText(""),
};

/** Returns a number from 0 up to 1, always the same for the same id. */
export function drawOf(photoId: string): number {
  return createHash("sha256").update(photoId).digest().readUIntBE(0, 6) / 2 ** 48;
}
