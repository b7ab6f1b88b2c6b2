import { expect, test } from "vitest";
import type { FaultKind } from "#tests/doubles/ollama-faults.ts";
import { startModels } from "#tests/doubles/ollama-fixture.ts";
import type { Progress } from "./port.ts";

const empty = { models: [] };

async function all(parts: AsyncIterable<Progress>): Promise<Progress[]> {
  const seen: Progress[] = [];
  for await (const part of parts) seen.push(part);
  return seen;
}

test.each([
  "0.9.6",
  "0.24.0",
  "0.32.15",
] as const)("on %s a pull tells its bytes over all layers, and the model is there", async (version) => {
  await using fixture = await startModels({ ...empty, version });
  const { models } = fixture;
  expect((await models.status()).describe).toMatchObject({ reason: "not-pulled" });
  const seen = await all(models.pull("llava"));
  expect(seen[0]).toEqual({ step: "pull", status: "pulling manifest", completed: null, total: null });
  expect(seen[1]).toMatchObject({ status: "pulling 610136df6101", completed: 0, total: 20_751_488 });
  const total = 20_751_488 + 412;
  expect(seen.at(-1)).toEqual({ step: "ready", status: "success", completed: total, total });
  const counts = seen.map(({ completed }) => completed ?? 0);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect((await models.status(0)).describe.ready).toBe(true);
});

test("stopping a pull closes its connection, and the next pull continues from there", async () => {
  for (const how of ["signal", "leaving"] as const) {
    await using fixture = await startModels({ ...empty, pace: { pullMs: 5 } });
    const { double, models } = fixture;
    const stop = new AbortController();
    let reached = 0;
    const pulling = (async () => {
      for await (const { completed } of models.pull("mistral", { signal: stop.signal })) {
        reached = completed ?? 0;
        if (reached < 4_000_000) continue;
        if (how === "leaving") return;
        stop.abort(new Error("no longer wanted"));
      }
    })();
    if (how === "signal") await expect(pulling).rejects.toThrow("no longer wanted");
    else await pulling;
    await expect.poll(() => double.asked.at(-1)?.state).toBe("aborted");
    const seen = await all(models.pull("mistral"));
    expect(seen.find(({ completed }) => completed)?.completed).toBeGreaterThan(4_000_000);
    expect(seen.at(-1)?.step).toBe("ready");
  }
});

test.each<[FaultKind | null, string, string, string]>([
  [null, "nothing-of-this-name", "NOT_FOUND", "ollama.com has no model nothing-of-this-name."],
  [
    "offline",
    "mistral",
    "MODEL_FAILED",
    "cannot reach registry.ollama.ai. Give its machine a way to the internet.",
  ],
  ["newer", "mistral", "MODEL_AWAY", "too old for Glimpse. Update it from ollama.com."],
  ["full", "mistral", "MODEL_FAILED", "The disk of Ollama is full: make room there for mistral."],
  ["error", "mistral", "MODEL_FAILED", "Start again: what has been fetched is kept."],
  ["cut", "mistral", "MODEL_FAILED", "The connection to Ollama broke off."],
  ["hang-midway", "mistral", "MODEL_FAILED", "did not answer for 0.3 s"],
  ["drop", "mistral", "MODEL_AWAY", "Ollama does not answer"],
])("a pull with the fault %s says what to do", async (kind, model, code, message) => {
  await using fixture = await startModels(empty, { timeouts: { firstToken: 300 } });
  if (kind) fixture.double.fail({ kind, on: ["pull"] });
  const error = { code, message: expect.stringContaining(message) };
  await expect(all(fixture.models.pull(model))).rejects.toMatchObject(error);
});

test("an invalid name of a model is refused without a request", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  const odd = [
    "",
    "..",
    "../mistral",
    "a/../b",
    "a b",
    "/etc/passwd",
    "mistral:..",
    "mistral\n",
    "x".repeat(300),
  ];
  for (const name of odd) {
    await expect(all(models.pull(name))).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(all(models.prepare(name))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  expect(double.asked).toEqual([]);
});

test("nothing is fetched while models are switched off", async () => {
  await using fixture = await startModels({}, { mode: "off" });
  await expect(all(fixture.models.pull("llava"))).rejects.toMatchObject({ code: "MODEL_AWAY" });
  await expect(all(fixture.models.prepare("mistral"))).rejects.toMatchObject({ code: "MODEL_AWAY" });
  expect(fixture.double.asked).toEqual([]);
});
