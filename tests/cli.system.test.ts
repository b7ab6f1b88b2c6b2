import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSqlite } from "#server/engines/database/sqlite.ts";
import { writeCaption } from "#server/library/captions.ts";
import { createCollections } from "#server/library/collections.ts";
import { writeEmbedding } from "#server/library/embeddings.ts";
import { writeFacts } from "#server/library/facts.ts";
import { localOwner, newId } from "#server/library/ids.ts";
import type { Schema } from "#server/library/schema.ts";
import { startOllama } from "./doubles/ollama.ts";
import { noFacts } from "./fixtures/facts.ts";
import { stateHome, temporaryFolder } from "./fixtures/folder.ts";
import { checkout, run } from "./fixtures/glimpse.ts";
import { settleFolder } from "./fixtures/library.ts";
import { until } from "./fixtures/until.ts";
import { openWithTables } from "./fixtures/with-tables.ts";

const [program, ...first] = run("cli/main.ts");
const environment = (settings: Record<string, string>) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  XDG_STATE_HOME: stateHome,
  GLIMPSE_MODELS: "off",
  GLIMPSE_LOG: "error",
  NODE_ENV: "test" as const,
  ...settings,
});

/** Runs the command until it ends. */
async function glimpse(settings: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = execFile(
      program,
      [...first, ...args],
      { cwd: checkout, env: environment(settings) },
      (_, out, errors) => resolve({ code: child.exitCode, output: out + errors }),
    );
  });
}

const space = { id: "mistral@2:8", model: "mistral", template: 2, dimension: 8, trained: false };

/** Makes a library whose photos are all processed, but whose index is empty. Returns the photos' ids. */
async function libraryOf(dataFolder: string, photos: number): Promise<string[]> {
  await mkdir(dataFolder, { recursive: true });
  const database = await openWithTables(join(dataFolder, "glimpse.sqlite"));
  await settleFolder(dataFolder, database);
  const ids = Array.from({ length: photos }, () => newId()).sort();
  await database.rows.transaction().execute(async (rows) => {
    for (const [at, id] of ids.entries()) {
      const photo = {
        id,
        owner: localOwner,
        sha256: id.replaceAll("-", "").padEnd(64, "0"),
        file_name: `${at}.jpg`,
      };
      const about = { type: "image/jpeg", extension: "jpg", bytes: 1, status: "indexed" as const };
      await rows
        .insertInto("photos")
        .values({ ...photo, ...about, sort_at: at, created_at: at })
        .execute();
      const derived = { thumbhash: "x", colours: [], brightness: null };
      await writeFacts(rows, localOwner, id, noFacts, derived);
      const vector = Float32Array.from({ length: 8 }, (_, axis) => Math.sin(at * 7 + axis * 3));
      await writeEmbedding(
        rows,
        localOwner,
        id,
        space,
        vector.map((value) => value / Math.hypot(...vector)),
      );
    }
  });
  await database.close();
  return ids;
}

test("help is shown, and unknown commands are refused", async () => {
  expect(await glimpse({}, "--help")).toMatchObject({
    code: 0,
    output: expect.stringContaining("index rebuild"),
  });
  expect(await glimpse({}, "fly")).toMatchObject({
    code: 2,
    output: expect.stringContaining('no command "fly"'),
  });
  expect(await glimpse({}, "constructor")).toMatchObject({
    code: 2,
    output: expect.stringContaining('no command "constructor"'),
  });
  expect(await glimpse({}, "index", "burn")).toMatchObject({ code: 2 });
  expect(await glimpse({}, "models", "pull", "--sideways")).toMatchObject({ code: 2 });
});

test("read shows the classes of words, the rules that took them, and what was left", async () => {
  await using folder = await temporaryFolder();
  const settings = { GLIMPSE_DATA: folder.path };
  const { code, output } = await glimpse(settings, "read", "--rules", "a dog last summer");
  expect(output).toMatch(/^summer +.*when\.seasons/m);
  expect(output).toContain("last summer  →  last summer  (time: last)");
  expect(output).toContain("left, to be seen in the picture: a dog");
  expect(output).toMatch(/^2\. no keywords$/m);
  expect(code).toBe(0);
  expect(await glimpse(settings, "read")).toMatchObject({ code: 2 });
});

test("health lists the engines, and a wrong setting is reported in one line", async () => {
  await using folder = await temporaryFolder();
  const settings = { GLIMPSE_DATA: folder.path };
  expect(await glimpse(settings, "health")).toMatchObject({
    code: 0,
    output: expect.stringContaining("✓ database"),
  });
  const wrong = await glimpse({ ...settings, DATABASE_URL: "mysql://x" }, "health");
  expect(wrong.code).toBe(1);
  expect(wrong.output).toMatch(/^glimpse: DATABASE_URL: .*\n$/);
});

test("verify finds the gaps and rebuild fills them, also when it is killed (-9) and run again", async () => {
  await using folder = await temporaryFolder();
  const ids = await libraryOf(folder.path, 1_500);
  const settings = { GLIMPSE_DATA: folder.path };
  const holes = await glimpse(settings, "index", "verify");
  expect(holes.code).toBe(1);
  expect(holes.output).toContain("1500 photos compared. 1500 missing");
  expect(holes.output).toContain(ids[0]);

  const database = await openSqlite<Schema>(join(folder.path, "glimpse.sqlite"));
  const collections = createCollections(database);
  const rebuilding = spawn(program, [...first, "index", "rebuild"], {
    cwd: checkout,
    env: environment(settings),
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => rebuilding.once("exit", resolve));
  const begun = await until("some are filled", async () => {
    const filling = await collections.filling();
    return filling && filling.filled > 0 && filling;
  });
  rebuilding.kill("SIGKILL");
  await ended;
  const left = await collections.filling();
  expect(left?.id).toBe(begun.id);
  expect(left?.filled).toBeLessThan(1_500);

  const rebuilt = await glimpse(settings, "index", "rebuild");
  expect(rebuilt).toMatchObject({ code: 0, output: expect.stringContaining("complete, and serves") });
  const [progress = ""] = rebuilt.output.split("\n");
  expect(Number(/^(\d+) of 1500 photos/.exec(progress)?.[1])).toBeGreaterThan(left?.filled ?? 0);
  expect((await collections.serving())?.id).toBe(begun.id);
  expect((await collections.serving())?.standard?.mean).toHaveLength(8);
  expect(await glimpse(settings, "index", "verify")).toMatchObject({ code: 0 });
  await database.close();
});

test("photos are queued to be described again once, and a wrong call is refused with the right one", async () => {
  await using folder = await temporaryFolder();
  const [first = "", second = ""] = await libraryOf(folder.path, 3);
  const database = await openSqlite<Schema>(join(folder.path, "glimpse.sqlite"));
  const caption = { model: "llava", raw: null };
  await database.rows.transaction().execute(async (rows) => {
    await writeCaption(rows, localOwner, first, { text: "I'm sorry, I can't help with that.", ...caption });
    await writeCaption(rows, localOwner, second, { text: "A red barn in a field.", ...caption });
  });
  const settings = { GLIMPSE_DATA: folder.path };
  const again = (...args: string[]) => glimpse(settings, "describe-again", ...args);
  expect(await again("--refused")).toMatchObject({
    code: 0,
    output: expect.stringContaining("1 photo is now waiting to be described again."),
  });
  expect((await again("--photo", first)).output).toContain("No photo has to be described again.");
  expect((await again("--model", "llava:latest")).output).toContain("1 photo is now waiting");
  for (const args of [[], ["--photo", "x"], ["--refused", "--model", "llava"], ["--all"]]) {
    expect(await again(...args)).toMatchObject({ code: 2, output: expect.stringContaining("--photo ID") });
  }
  const queued = await database.rows
    .selectFrom("jobs")
    .select(["photo_id", "stage"])
    .orderBy("photo_id")
    .execute();
  expect(queued).toEqual([first, second].sort().map((photo_id) => ({ photo_id, stage: "describe" })));
  await database.close();
});

test("models waits for the trial of a model that is being loaded, and names a command once", async () => {
  await using ollama = await startOllama({ pace: { loadMs: 3_000 } });
  const settings = { GLIMPSE_MODELS: "auto", OLLAMA_HOST: ollama.url };
  expect(await glimpse(settings, "models")).toMatchObject({ code: 0 });
  expect(ollama.asked.filter(({ state }) => state !== "answered")).toEqual([]);
  expect(ollama.count("chat") + ollama.count("embed")).toBe(2);

  ollama.remove("llava:latest");
  const { output } = await glimpse(settings, "models");
  expect(output.split("ollama pull llava")).toHaveLength(2);
});

test("models and doctor say of each of several servers what it can do", async () => {
  await using whole = await startOllama();
  await using blind = await startOllama({ models: [{ name: "mistral", capabilities: ["completion"] }] });
  const settings = { GLIMPSE_MODELS: "auto", OLLAMA_HOST: `${whole.url},${blind.url}` };
  const { code, output } = await glimpse(settings, "models");
  expect(code).toBe(0);
  const [, ofWhole = "", ofBlind = ""] = output.split(/^Ollama .* at /m);
  expect(ofWhole).toContain(whole.url);
  expect(ofWhole).toContain("✓ llava describes photos");
  expect(ofBlind).toContain(blind.url);
  expect(ofBlind).toContain("✗ llava describes photos");
  const checked = await glimpse(settings, "doctor");
  expect(checked.output).toContain(`Model llava at ${blind.url} (describes photos)`);
});

test("a command that looks at a library begins none where there is none", async () => {
  await using folder = await temporaryFolder();
  const settings = { GLIMPSE_DATA: folder.at("empty") };
  const commands = [["verify"], ["backup", folder.at("b")], ["export", folder.at("e")], ["index", "verify"]];
  for (const command of [...commands, ["describe-again", "--refused"]]) {
    const { code, output } = await glimpse(settings, ...command);
    expect([command[0], code, output]).toEqual([
      command[0],
      1,
      expect.stringContaining(`There is no library in ${settings.GLIMPSE_DATA}.`),
    ]);
  }
  const looked = await glimpse(settings, "doctor");
  expect(looked.output).toContain(`– Library: there is none in ${settings.GLIMPSE_DATA} yet`);
  expect(looked.output).toMatch(/^. perl: /m);
  expect(existsSync(settings.GLIMPSE_DATA)).toBe(false);
});

test("models shows what each model needs, fetches one with progress, and stops on Ctrl-C", async () => {
  await using ollama = await startOllama({
    models: [{ name: "mistral", capabilities: ["completion"] }],
    pace: { pullMs: 100 },
  });
  const settings = { GLIMPSE_MODELS: "auto", OLLAMA_HOST: ollama.url };
  const before = await glimpse(settings, "models");
  expect(before.code).toBe(1);
  expect(before.output).toContain("✗ llava describes photos");
  expect(before.output).toContain("✓ mistral embeds");

  const pulling = spawn(program, [...first, "models", "pull", "llava"], {
    cwd: checkout,
    env: environment(settings),
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => pulling.once("exit", resolve));
  await until("it pulls", () => ollama.count("pull") > 0);
  pulling.kill("SIGINT");
  expect(await ended).toBe(130);
  await until("the server has heard", () => ollama.asked.at(-1)?.state === "aborted");

  ollama.pace.pullMs = 0;
  expect(await glimpse(settings, "models", "pull")).toMatchObject({ code: 0 });
  expect(await glimpse(settings, "models")).toMatchObject({
    code: 0,
    output: expect.stringContaining("✓ llava describes photos"),
  });
});
