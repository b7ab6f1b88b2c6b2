import { expect, test } from "vitest";
import {
  adviceFor,
  canonicalName,
  copyName,
  isTrained,
  recommendedEmbedder,
  templateFor,
} from "./templates.ts";

const instruct = "Instruct: Given a search query, find the description of a photo that matches it\nQuery:";
const representing = "Represent this sentence for searching relevant passages: dogs";

test.each([
  ["nomic-embed-text", "search_query: dogs", "search_document: dogs"],
  ["nomic-embed-text:v1.5", "search_query: dogs", "search_document: dogs"],
  ["mxbai-embed-large", representing, "dogs"],
  ["bge-large", representing, "dogs"],
  ["snowflake-arctic-embed:137m", representing, "dogs"],
  ["snowflake-arctic-embed2", "query: dogs", "dogs"],
  ["qwen3-embedding:0.6b", `${instruct}dogs`, "dogs"],
  ["dengcao/Qwen3-Embedding-8B:Q4", `${instruct}dogs`, "dogs"],
  ["embeddinggemma", "task: search result | query: dogs", "title: none | text: dogs"],
  ["jeffh/intfloat-multilingual-e5-large:f16", "query: dogs", "passage: dogs"],
  ["jeffh/intfloat-multilingual-e5-large-instruct:f16", `${instruct} dogs`, "dogs"],
  ["mistral", 'This sentence : "dogs." means in one word:"', 'This sentence : "dogs." means in one word:"'],
])("%s has its own prefixes for a query and a document", (model, query, document) => {
  const { version, wrap } = templateFor(model);
  expect([version, wrap.query("dogs"), wrap.document("dogs")]).toEqual([2, query, document]);
});

test.each([
  "all-minilm",
  "bge-m3",
  "granite-embedding:30m",
  "paraphrase-multilingual",
  "someone/new-embedding",
])("%s takes a text as it is, so its spaces stay at version 1", (model) => {
  const { version, wrap } = templateFor(model);
  expect([version, wrap.query("dogs"), wrap.document("dogs")]).toEqual([1, "dogs", "dogs"]);
  expect(isTrained(model)).toBe(true);
});

test("a space of the first version is asked as it was filled", () => {
  expect(templateFor("mistral", 1).wrap.query("dogs")).toBe("dogs");
  expect(templateFor("mistral", 2).wrap.query("dogs")).toContain("in one word");
});

test("a plain model's text stays one sentence within its quotes", () => {
  const { wrap } = templateFor("llama3.2");
  expect(wrap.document('A sign says "Open" ')).toBe(
    `This sentence : "A sign says 'Open'" means in one word:"`,
  );
  expect(wrap.query("a dog?")).toBe('This sentence : "a dog?" means in one word:"');
});

test("a prepared copy has the name of its original in spaces", () => {
  expect(["mistral", "mistral:latest", "mistral-embed", "mistral-embed:latest"].map(canonicalName)).toEqual(
    Array(4).fill("mistral"),
  );
  expect(canonicalName("mistral-embed:7b")).toBe("mistral:7b");
  expect(copyName("mistral")).toBe("mistral-embed");
  expect(copyName("mistral-embed")).toBe("mistral-embed");
  expect(copyName("mistral:7b")).toBe("mistral-embed:7b");
  expect(copyName("someone/mistral:7b")).toBe("someone/mistral-embed:7b");
});

test("models made for embedding have no copy, whatever their name ends with", () => {
  for (const model of [
    "snowflake-arctic-embed",
    "nomic-embed-text",
    "qwen3-embedding:8b",
    "mxbai-embed-large",
  ]) {
    expect([canonicalName(model), copyName(model)]).toEqual([model, null]);
  }
});

test("the id of a space tells whether its model was trained", () => {
  expect(isTrained("mistral@2:4096")).toBe(false);
  expect(isTrained("mistral-embed:7b@2:4096")).toBe(false);
  expect(isTrained("qwen3-embedding:0.6b@2:1024")).toBe(true);
});

test("people with a plain model get advice, and no others", () => {
  expect(adviceFor("mistral-embed")).toContain(
    `mistral was not trained to find things: ${recommendedEmbedder}`,
  );
  expect(adviceFor(recommendedEmbedder)).toBeNull();
  expect(adviceFor("all-minilm")).toBeNull();
});
