import { expect, test } from "vitest";
import { createOllama } from "#server/engines/models/ollama.ts";
import { type DoubleOptions, type OllamaDouble, startOllama } from "#tests/doubles/ollama.ts";
import { plainPicture } from "#tests/doubles/ollama-eyes.ts";
import { until } from "#tests/fixtures/until.ts";
import { createDescribers, type Describers } from "./describers.ts";

interface OnDoubles extends AsyncDisposable {
  doubles: OllamaDouble[];
  describers: Describers;
  /** Describes pictures, as many at once as the describers want, and returns how many failed. */
  describeAll(count: number): Promise<number>;
  /** Makes the servers' waits run out, whatever time it is. */
  letRest(): void;
}

/** `held`: time passes only by `letRest`. */
async function onDoubles(all: DoubleOptions[], held = false): Promise<OnDoubles> {
  const doubles = await Promise.all(all.map(startOllama));
  const models = createOllama({
    ...{ address: doubles.map(({ url }) => url), mode: "auto" },
    ...{ visionModel: "llava", embedModel: "mistral", chatModel: "mistral" },
  });
  let ahead = 0;
  const describers = createDescribers(models.servers, () => (held ? 0 : performance.now()) + ahead);
  const picture = await plainPicture("red");
  return {
    doubles,
    describers,
    letRest() {
      ahead += 60_000;
    },
    async describeAll(count) {
      let failed = 0;
      const left = Array.from({ length: count }).values();
      const work = async () => {
        for (const _ of left) await describers.describe(picture).catch(() => failed++);
      };
      await Promise.all(Array.from({ length: describers.jobsAtOnce() }, work));
      return failed;
    },
    async [Symbol.asyncDispose]() {
      await models.close();
      await Promise.all(doubles.map((double) => double[Symbol.asyncDispose]()));
    },
  };
}

const described = (on: OnDoubles) => on.doubles.map((double) => double.countDescribed());
/** The double takes one picture at a time, as Ollama does with OLLAMA_NUM_PARALLEL=1. */
const slow = { pace: { requestMs: 300 } };
const fast = { pace: { requestMs: 30 } };

test("each server gets as much as its own speed is worth", async () => {
  await using on = await onDoubles([slow, fast]);
  expect(await on.describers.look()).toBe(true);
  expect(await on.describeAll(40)).toBe(0);
  const [bySlow = 0, byFast = 0] = described(on);
  expect(bySlow + byFast).toBe(40);
  expect(bySlow).toBeGreaterThan(0);
  expect(byFast).toBeGreaterThan(2 * bySlow);
  expect(on.describers.figures().map(({ address }) => address)).toEqual(on.doubles.map(({ url }) => url));
});

test("a server that is busy is left alone, and the other does its work", async () => {
  await using on = await onDoubles([fast, fast], true);
  await on.describers.look();
  on.doubles[0]?.fail({ kind: "busy", on: ["chat"] });
  expect(await on.describeAll(20)).toBe(0);
  expect(on.doubles[1]?.countDescribed()).toBe(20);
  const asked = on.doubles[0]?.count("chat") ?? 0;
  await on.describers.look();
  expect(await on.describeAll(5)).toBe(0);
  expect(on.doubles[0]?.count("chat")).toBe(asked);
  on.doubles[0]?.fail();
  on.letRest();
  await on.describers.look();
  expect(await on.describeAll(20)).toBe(0);
  expect(on.doubles[0]?.countDescribed()).toBeGreaterThan(5);
});

test("a server that is gone is left alone longer and longer, and used when it is back", async () => {
  await using on = await onDoubles([fast, fast], true);
  const [first] = on.doubles;
  await on.describers.look();
  await first?.[Symbol.asyncDispose]();
  expect(await on.describeAll(20)).toBe(0);
  expect(on.doubles[1]?.countDescribed()).toBe(20);
  await using back = await startOllama({ port: Number(new URL(first?.url ?? "").port), ...fast });
  await on.describers.look();
  expect(back.asked).toEqual([]);
  await until("it is asked again", async () => {
    on.letRest();
    await on.describers.look();
    return back.count("version") > 0;
  });
  expect(await on.describeAll(20)).toBe(0);
  expect(back.countDescribed()).toBeGreaterThan(5);
});

test("a picture that waits for a server is given up when no server is left, and when its caller gives up", async () => {
  await using on = await onDoubles([fast]);
  const picture = await plainPicture("red");
  await expect(on.describers.describe(picture)).rejects.toMatchObject({ code: "MODEL_AWAY" });
  await on.describers.look();
  on.describers.reserve(null);
  const leaving = new AbortController();
  on.doubles[0]?.fail({ kind: "hang", on: ["chat"] });
  const first = on.describers.describe(picture, { signal: leaving.signal });
  const second = on.describers.describe(picture, { signal: leaving.signal });
  expect(on.describers.areWaitedFor()).toBe(true);
  leaving.abort(new Error("no longer wanted"));
  await expect(first).rejects.toThrow("no longer wanted");
  await expect(second).rejects.toThrow("no longer wanted");
  expect(on.describers.areWaitedFor()).toBe(false);
});
