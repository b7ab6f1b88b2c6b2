import { expect, test } from "vitest";
import type { ModelsStatus, NotReady, Remedy } from "#server/engines/models/port.ts";
import type { ModelTask } from "#server/maintenance/model-tasks.ts";
import { type Lacking, modelRows, serverProblem } from "./model-rows.ts";

const pull = (model: string): Remedy => ({
  action: "pull",
  model,
  here: true,
  command: `ollama pull ${model}`,
});
const prepare: Remedy = { action: "prepare", model: "mistral", here: true, command: "…" };
const lacks = (model: string, reason: NotReady, remedy: Remedy | null = null): Lacking => ({
  ready: false,
  model,
  reason,
  detail: `${model}: ${reason}`,
  remedy,
});
const missing = (model: string) => lacks(model, "not-pulled", pull(model));
const task = (change: Partial<ModelTask>): ModelTask => ({
  action: "pull",
  model: "mistral",
  state: "running",
  progress: null,
  reason: null,
  ...change,
});
const server = (change: Partial<ModelsStatus> = {}): ModelsStatus => ({
  address: "http://127.0.0.1:11434",
  version: "0.32.15",
  describe: { ready: true, model: "llava" },
  embed: { ...missing("mistral"), advice: null },
  converse: missing("mistral"),
  servers: [],
  ...change,
});

test("a model that two uses lack is offered once, on the first of their rows", () => {
  const [describe, embed, converse] = modelRows(server(), []);
  expect(describe).toMatchObject({ remedy: null, task: null });
  expect(embed).toMatchObject({ remedy: pull("mistral"), asAbove: false });
  expect(converse).toMatchObject({ remedy: null, task: null, asAbove: true });
});

test("while a model is fetched, only one row shows the progress", () => {
  const running = task({});
  const rows = modelRows(server(), [running]);
  expect(rows.map((row) => row.task)).toEqual([null, running, null]);
});

test("each missing model is offered on its own row", () => {
  const rows = modelRows(server({ describe: missing("llava"), converse: missing("qwen3") }), []);
  expect(rows.map(({ remedy }) => remedy?.model)).toEqual(["llava", "mistral", "qwen3"]);
});

test("a fetched model that must be prepared next no longer shows the fetching", () => {
  const models = server({
    embed: { ...lacks("mistral", "no-embeddings", prepare), advice: null },
    converse: { ready: true, model: "mistral" },
  });
  const [, embed] = modelRows(models, [task({ state: "done" })]);
  expect(embed).toMatchObject({ remedy: prepare, task: null });
  const failed = task({ action: "prepare", state: "failed", reason: "The disk is full." });
  expect(modelRows(models, [task({ state: "done" }), failed])[1]?.task).toBe(failed);
});

test("a ready model does not show an old failure", () => {
  const models = server({
    embed: { ready: true, model: "mistral", advice: null },
    converse: { ready: true, model: "mistral" },
  });
  expect(modelRows(models, [task({ state: "failed" })]).map((row) => row.task)).toEqual([null, null, null]);
});

test("a reason that stops every model is the server's problem, and a reason of one model is not", () => {
  const away = (model: string) => lacks(model, "not-running");
  const all = server({
    describe: away("llava"),
    embed: { ...away("mistral"), advice: null },
    converse: away("mistral"),
  });
  expect(serverProblem(all)?.reason).toBe("not-running");
  expect(serverProblem({ ...all, converse: missing("mistral") })).toBeNull();
  expect(serverProblem(server())).toBeNull();
});
