import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { drawPhoto } from "#tests/fixtures/photos.ts";
import { killHard, processesBelow } from "#tests/fixtures/processes.ts";
import { until } from "#tests/fixtures/until.ts";
import { createDecoder } from "./client.ts";

const ours = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`glimpse-decode-${process.pid}-`));
/** The largest possible process id, which no process has. */
const nobody = 4_194_303;

test("temporary files of a killed child are removed with it, and those of a dead worker with the next one", async () => {
  await using folder = await temporaryFolder();
  const path = folder.at("cut.jpg");
  const whole = await drawPhoto(1, { width: 4_000, height: 3_000 });
  // A damaged picture is mended in a file of its own.
  writeFileSync(path, whole.subarray(0, whole.length * 0.7));
  const [, run = "", host = ""] = (await import("#server/engines/holder.ts")).holder.split("-");
  const ofDead = join(tmpdir(), `glimpse-decode-${nobody}-${run}-${host}-1`);
  mkdirSync(join(ofDead, "glimpse-mend-abc"), { recursive: true });

  const decoder = createDecoder({ concurrency: 1, idleMs: 60_000 });
  expect(existsSync(ofDead)).toBe(false);
  const request = { path, type: "image/jpeg", maxMegapixels: 200 };
  const first = decoder.decode(request);
  const mending = () => ours().some((name) => readdirSync(join(tmpdir(), name)).length > 0);
  await until("it is being mended", mending);
  for (const pid of processesBelow(process.pid, 1)) killHard(pid);
  // It is tried again alone, and shown in part.
  expect((await first).flaw).toMatch(/ends too early|damaged/);
  await decoder.close();
  expect(ours()).toEqual([]);
});
