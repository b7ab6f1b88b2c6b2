import { readdir, rename, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { mayMount, smallDisk } from "#tests/fixtures/small-disk.ts";
import { holder } from "../holder.ts";
import { objectStoreContract } from "./contract.ts";
import { openDisk } from "./disk.ts";

/** The largest possible process id, which no process has. */
const nobody = 4_194_303;

objectStoreContract("disk", async () => {
  const folder = await temporaryFolder();
  return {
    store: await openDisk(folder.path),
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

test.runIf(mayMount)(
  "a full disk is DISK_FULL, leaves nothing half-written, and the store goes on",
  async () => {
    await using disk = await smallDisk(4);
    const store = await openDisk(disk.path);
    const staged = await store.stage();
    await expect(
      (async () => {
        for (let written = 0; written < 8; written++) await staged.write(new Uint8Array(1_000_000));
      })(),
    ).rejects.toMatchObject({ code: "DISK_FULL" });
    await staged.discard();
    expect(await readdir(join(disk.path, "staging"))).toEqual([]);
    const key = `renditions/${"b".repeat(64)}` as const;
    await expect(store.put(key, new Uint8Array(8_000_000))).rejects.toMatchObject({ code: "DISK_FULL" });
    await store.put(key, new Uint8Array(1_000));
  },
);

test("an object that could not be published takes no room", async () => {
  await using folder = await temporaryFolder();
  const store = await openDisk(folder.path);
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
  const store = await openDisk(folder.path);
  const staged = await store.stage();
  const [pid, , host] = holder.split("-");
  await writeFile(join(folder.path, "staging", `${pid}-00000000-${host}-left.part`), "half");
  expect(await store.sweep(async () => false)).toEqual({ staged: 1, objects: 0 });
  expect(await readdir(join(folder.path, "staging"))).toHaveLength(1);
  await staged.discard();
});

test("only old files are swept if another machine writes into the same folder", async () => {
  await using folder = await temporaryFolder();
  const store = await openDisk(folder.path);
  const write = (name: string) => writeFile(join(folder.path, "staging", name), "half");
  await write("1-aaaaaaaa-elsewher-new.part");
  await write("1-aaaaaaaa-elsewher-old.part");
  const longAgo = new Date(Date.now() - 48 * 3_600_000);
  await utimes(join(folder.path, "staging", "1-aaaaaaaa-elsewher-old.part"), longAgo, longAgo);
  expect(await store.sweep(async () => false)).toEqual({ staged: 1, objects: 0 });
  expect(await readdir(join(folder.path, "staging"))).toEqual(["1-aaaaaaaa-elsewher-new.part"]);
});
