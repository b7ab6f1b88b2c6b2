import { readdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { holder } from "../holder.ts";
import { objectStoreContract } from "./contract.ts";
import { openDisk } from "./disk.ts";

/** The largest possible process id, which no process has. */
const nobody = 4_194_303;

async function freshDisk(folder: string) {
  const store = openDisk(folder);
  await store.identify("a library");
  return store;
}

objectStoreContract("disk", async () => {
  const folder = await temporaryFolder();
  return {
    store: await freshDisk(folder.path),
    async reopenAfterKill() {
      const staging = join(folder.path, "staging");
      for (const name of await readdir(staging)) {
        await rename(join(staging, name), join(staging, name.replace(/^\d+/, String(nobody))));
      }
      return openDisk(folder.path);
    },
    [Symbol.asyncDispose]: folder[Symbol.asyncDispose],
  };
});

test("a file that could not be published takes no space on the disk", async () => {
  await using folder = await temporaryFolder();
  const store = await freshDisk(folder.path);
  await rm(join(folder.path, "originals"), { recursive: true });
  await writeFile(join(folder.path, "originals"), "in the way");
  const staged = await store.stage();
  await staged.write(new Uint8Array(1_000));
  await expect(staged.publish(`originals/${"c".repeat(64)}`)).rejects.toThrow();
  await staged.discard();
  const left = await readdir(join(folder.path, "staging"));
  expect(left.filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("the remains of an earlier process with our own id are swept", async () => {
  await using folder = await temporaryFolder();
  const store = await freshDisk(folder.path);
  const staged = await store.stage();
  const [pid, , host] = holder.split("-");
  await writeFile(join(folder.path, "staging", `${pid}-00000000-${host}-left.part`), "half");
  expect(await store.sweep(async () => false)).toEqual({ staged: 1, objects: 0 });
  expect(await readdir(join(folder.path, "staging"))).toHaveLength(1);
  await staged.discard();
});

test("only old files are swept if another machine writes into the same folder", async () => {
  await using folder = await temporaryFolder();
  const store = await freshDisk(folder.path);
  const write = (name: string) => writeFile(join(folder.path, "staging", name), "half");
  await write("1-aaaaaaaa-elsewher-new.part");
  await write("1-aaaaaaaa-elsewher-old.part");
  const longAgo = new Date(Date.now() - 48 * 3_600_000);
  await utimes(join(folder.path, "staging", "1-aaaaaaaa-elsewher-old.part"), longAgo, longAgo);
  // While the clock is wrong, a file that looks old may be a minute old.
  expect(await store.sweep(async () => false, { isClockTrusted: false })).toEqual({ staged: 0, objects: 0 });
  expect(await store.sweep(async () => false)).toEqual({ staged: 1, objects: 0 });
  expect(await readdir(join(folder.path, "staging"))).toEqual(["1-aaaaaaaa-elsewher-new.part"]);
});
