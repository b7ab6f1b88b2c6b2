import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { mayMount, type SmallDisk, smallDisk } from "./fixtures/small-disk.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

/** Takes all the room that is left. */
function fill(disk: SmallDisk): void {
  const chunk = Buffer.alloc(4_096);
  for (;;) {
    try {
      writeFileSync(join(disk.path, "filling"), chunk, { flag: "a" });
    } catch {
      return;
    }
  }
}

const ready = async (url: string) => (await fetch(`${url}/readyz`)).json();

test.runIf(mayMount)(
  "on a full disk photos are refused, and the reserve keeps everything else going",
  async () => {
    await using disk = await smallDisk(60);
    const dataFolder = join(disk.path, "data");
    await using glimpse = await startGlimpse({ dataFolder });
    const photo = await drawPhoto(1);
    const { photo: first } = await sendPhoto(glimpse.url, photo);
    const prepared = (id = "") =>
      until("it is prepared", async () => (await glimpse.api.photos.get.query({ id })).thumbhash);
    await prepared(first?.id);
    fill(disk);
    await until("the reserve is given up", async () => {
      const answer = await sendPhoto(glimpse.url, variantOf(photo, 1));
      return answer.status === 507 && answer.error?.code === "DISK_FULL";
    });
    expect(await ready(glimpse.url)).toMatchObject({
      ready: false,
      engines: [
        {},
        { name: "objects", detail: expect.stringMatching(/^There is no room left on the disk/) },
        {},
        {},
      ],
    });
    await until("rows are written again", () =>
      glimpse.api.conversations.create.mutate({}).catch(() => null),
    );
    rmSync(join(disk.path, "filling"));
    await until(
      "photos are taken again",
      async () => (await sendPhoto(glimpse.url, variantOf(photo, 1))).photo,
    );
    expect(await ready(glimpse.url)).toMatchObject({ ready: true });
  },
  60_000,
);

test.runIf(mayMount)(
  "without any room, and without its reserve, it starts for reading and comes back by itself",
  async () => {
    await using disk = await smallDisk(40);
    const dataFolder = join(disk.path, "data");
    const photo = await drawPhoto(1);
    {
      await using glimpse = await startGlimpse({ dataFolder });
      const { photo: taken } = await sendPhoto(glimpse.url, photo);
      await until("it is prepared", async () => {
        return (await glimpse.api.photos.get.query({ id: taken?.id ?? "" })).thumbhash;
      });
    }
    rmSync(join(dataFolder, "reserve"), { force: true });
    fill(disk);
    await using glimpse = await startGlimpse({ dataFolder });
    expect((await glimpse.api.photos.list.query({ limit: 5 })).items).toHaveLength(1);
    expect((await fetch(glimpse.url)).status).toBe(200);
    expect((await sendPhoto(glimpse.url, variantOf(photo, 1))).error?.code).toBe("DISK_FULL");
    expect(await ready(glimpse.url)).toMatchObject({ ready: false });
    rmSync(join(disk.path, "filling"));
    const sent = await until("photos are taken again", async () => {
      const answer = await sendPhoto(glimpse.url, variantOf(photo, 1)).catch(() => null);
      return answer?.photo;
    });
    await until("the worker works again", async () => {
      return (await glimpse.api.photos.get.query({ id: sent.id })).thumbhash;
    });
  },
  90_000,
);
