import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mayMount, smallDisk } from "#tests/fixtures/small-disk.ts";
import { openDisk } from "./disk.ts";

test.runIf(mayMount)(
  "a full disk is DISK_FULL, leaves nothing half-written, and the store goes on",
  async () => {
    await using disk = await smallDisk(4);
    const store = openDisk(disk.path);
    await store.identify("a library");
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
