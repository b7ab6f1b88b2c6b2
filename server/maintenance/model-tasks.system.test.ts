import { expect, test } from "vitest";
import { startModels } from "#tests/doubles/ollama-fixture.ts";
import { until } from "#tests/fixtures/until.ts";
import { createModelTasks } from "./model-tasks.ts";

function unexpected(error: unknown): never {
  throw error;
}

test("once a model is reported as fetched, it is reported as ready", async () => {
  await using ollama = await startModels({ models: [], version: "0.24.0" });
  const { models } = ollama;
  expect((await models.status()).converse.ready).toBe(false);
  const tasks = createModelTasks(models, () => ["mistral"], unexpected);
  tasks.start("pull", "mistral");
  await until("the task is done", () => tasks.list()[0]?.state === "done");
  expect((await models.status()).converse.ready).toBe(true);
});

test("a model is known by every name that a setting may give it, and no other is fetched", async () => {
  await using ollama = await startModels({ models: [] });
  const tasks = createModelTasks(ollama.models, () => ["mistral:latest", "qwen3-embed"], unexpected);
  expect(() => tasks.start("pull", "mistral")).not.toThrow();
  expect(() => tasks.start("pull", "qwen3")).not.toThrow();
  expect(() => tasks.start("pull", "llava")).toThrow(/No setting names/);
  await tasks.close();
});

test("a task that is stopped says so, and goes on from there when it is started again", async () => {
  await using ollama = await startModels({ models: [], pace: { pullMs: 20 } });
  const tasks = createModelTasks(ollama.models, () => ["mistral"], unexpected);
  tasks.start("pull", "mistral");
  await until("bytes have come", () => (tasks.list()[0]?.progress?.completed ?? 0) > 5_000_000);
  tasks.stop("pull", "mistral");
  await until("it is stopped", () => tasks.list()[0]?.state === "stopped");
  tasks.start("pull", "mistral");
  const first = await until("bytes come again", () => tasks.list()[0]?.progress?.completed);
  expect(first).toBeGreaterThan(5_000_000);
  await tasks.close();
});
