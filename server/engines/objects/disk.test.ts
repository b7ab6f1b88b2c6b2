import { execFileSync } from "node:child_process";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { objectStoreContract } from "./contract.ts";
import { openDisk } from "./disk.ts";

/** A process id that no process has: the largest there can be. */
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

const canMount = (() => {
  try {
    execFileSync("unshare", ["--mount", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!canMount)(
  "a full disk is DISK_FULL, leaves nothing half-written, and the store goes on",
  async () => {
    await using folder = await temporaryFolder();
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.path]);
    try {
      const store = await openDisk(folder.path);
      const staged = await store.stage();
      await expect(
        (async () => {
          for (let written = 0; written < 8; written++) await staged.write(new Uint8Array(1_000_000));
        })(),
      ).rejects.toMatchObject({ code: "DISK_FULL" });
      await staged.discard();
      expect(await readdir(join(folder.path, "staging"))).toEqual([]);
      await expect(
        store.put(`renditions/${"b".repeat(64)}`, new Uint8Array(8_000_000)),
      ).rejects.toMatchObject({ code: "DISK_FULL" });
      await store.put(`renditions/${"b".repeat(64)}`, new Uint8Array(1_000));
    } finally {
      execFileSync("umount", [folder.path]);
      await rm(folder.path, { recursive: true, force: true });
    }
  },
);
