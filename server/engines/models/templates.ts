export type Role = "query" | "document";

/** The texts that a model needs before a query and before a document. */
interface Prefixes {
  query: string;
  document: string;
}

const none: Prefixes = { query: "", document: "" };
const representing = { query: "Represent this sentence for searching relevant passages: ", document: "" };
const searching = { query: "search_query: ", document: "search_document: " };
const passages = { query: "query: ", document: "passage: " };
const task = "Given a search query, find the description of a photo that matches it";

/**
 * An instruction with the question on a line of its own. `gap` is what followed the colon in the model's
 * training.
 */
const instructing = (gap: "" | " "): Prefixes => ({ query: `Instruct: ${task}\nQuery:${gap}`, document: "" });

/**
 * Models trained for retrieval; the first match counts. Each comes from its model card at huggingface.co.
 * Names are those of the Ollama library, and only the part before the tag is compared.
 */
const retrievers: { name: RegExp; prefixes: Prefixes }[] = [
  { name: /^nomic-embed-text/, prefixes: searching }, // nomic-ai/nomic-embed-text-v1.5, -v2-moe
  { name: /^mxbai-embed/, prefixes: representing }, // mixedbread-ai/mxbai-embed-large-v1
  { name: /^bge-m3/, prefixes: none }, // BAAI/bge-m3: "no need to add instructions"
  { name: /^bge-/, prefixes: representing }, // BAAI/bge-large-en-v1.5
  { name: /^snowflake-arctic-embed2/, prefixes: { query: "query: ", document: "" } }, // Snowflake/snowflake-arctic-embed-l-v2.0
  { name: /^snowflake-arctic-embed/, prefixes: representing }, // Snowflake/snowflake-arctic-embed-m-v1.5
  { name: /^qwen3-embedding/, prefixes: instructing("") }, // Qwen/Qwen3-Embedding-0.6B
  {
    name: /^embeddinggemma/, // google/embeddinggemma-300m
    prefixes: { query: "task: search result | query: ", document: "title: none | text: " },
  },
  { name: /e5-.*instruct|^(sfr|linq)-embed|^gte-qwen/, prefixes: instructing(" ") }, // intfloat/e5-mistral-7b-instruct, Salesforce/SFR-Embedding-Mistral, Alibaba-NLP/gte-Qwen2-7B-instruct
  { name: /^(intfloat-)?(multilingual-)?e5-/, prefixes: passages }, // intfloat/multilingual-e5-large
  // sentence-transformers/all-MiniLM-L6-v2, paraphrase-multilingual-mpnet-base-v2; ibm-granite/granite-embedding-*;
  // thenlper/gte-large; jinaai/jina-embeddings-v2-base-en
  { name: /^(all-minilm|paraphrase-|granite-embedding|gte-|jina-embeddings)/, prefixes: none },
];

/**
 * The name says that the model was made for embedding, but we do not know it. It then gets no prefix rather
 * than a wrong one.
 */
const looksTrained = /embedd|minilm|\bbge\b|\be5\b|\bgte\b|mxbai|arctic|colbert|-embed-/;

/**
 * Returns one name for a model and its variants: `mistral:latest` and the prepared copy `mistral-embed` are
 * both `mistral`.
 */
export function canonicalName(model: string): string {
  const name = model.replace(/:latest$/, "");
  return known(name) || looksTrained.test(name) ? name : name.replace(/-embed(?=:|$)/, "");
}

/**
 * Returns the name of the copy of a plain model that embeds on today's Ollama; null if the model needs no
 * copy.
 */
export function copyName(model: string): string | null {
  if (isTrained(model)) return null;
  const [, name, tag = ""] = /^(.*?)(:[^:/]*)?$/.exec(canonicalName(model)) ?? [];
  return `${name}-embed${tag}`;
}

/**
 * Returns true if a model (or a space, by its id) was trained for retrieval. Vectors of a plain language
 * model find less than words do.
 */
export function isTrained(model: string): boolean {
  const name = canonicalName(model.replace(/@\d+:\d+$/, ""));
  return known(name) !== null || looksTrained.test(name);
}

function known(model: string): Prefixes | null {
  const bare = model.toLowerCase().split("/").at(-1) ?? "";
  return retrievers.find(({ name }) => name.test(bare))?.prefixes ?? null;
}

/** Puts a text into the form that its model embeds best. The text may be cut before, but never after. */
export type Wrap = (text: string) => string;

export interface Template {
  /** A part of a space's id. Version 1 is the text as it is. */
  version: number;
  wrap: Record<Role, Wrap>;
}

const asItIs: Template = { version: 1, wrap: { query: (text) => text, document: (text) => text } };

/**
 * PromptEOL (arXiv 2307.16645): the last token has to sum up the sentence. In its training the sentence ended
 * with a full stop and had no double quotes.
 */
const inOneWord: Wrap = (text) => {
  const sentence = text.trim().replaceAll('"', "'");
  return `This sentence : "${/[.!?…。！？'’”]$/.test(sentence) ? sentence : `${sentence}.`}" means in one word:"`;
};

/**
 * Returns how a model's texts are wrapped. `version` names the version of a space that still serves; without
 * it the newest is used. Version 2 came with the prefixes and PromptEOL; models that need neither stay at 1.
 */
export function templateFor(model: string, version?: number): Template {
  if (version === 1) return asItIs;
  if (!isTrained(model)) return { version: 2, wrap: { query: inOneWord, document: inOneWord } };
  const prefixes = known(canonicalName(model)) ?? none;
  if (prefixes === none) return asItIs;
  const after = (prefix: string) => (text: string) => prefix + text;
  return { version: 2, wrap: { query: after(prefixes.query), document: after(prefixes.document) } };
}

/**
 * The smallest model that finds well: it solves 61.8 % of the retrieval tasks, mistral's raw states 10.4 %
 * (MTEB).
 */
export const recommendedEmbedder = "qwen3-embedding:0.6b";

/** Advises people who have chosen a plain language model; null if there is nothing better to advise. */
export function adviceFor(model: string): string | null {
  if (isTrained(model)) return null;
  return `${canonicalName(model)} was not trained to find things: ${recommendedEmbedder} finds far more and is much smaller. To change, set GLIMPSE_EMBED_MODEL=${recommendedEmbedder}.`;
}
