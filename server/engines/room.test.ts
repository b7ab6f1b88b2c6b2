import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { openRoom } from "./room.ts";

test("what no disk could hold is refused, also a moment after there was ample room", async () => {
  await using folder = await temporaryFolder();
  const room = await openRoom(folder.path, 0);
  await room.ensure(1);
  await room.ensure(1_000_000);
  await expect(room.ensure(1e18)).rejects.toMatchObject({ code: "DISK_FULL" });
  await room.ensure(1);
  await room.close();
});
