import { join } from "node:path";
import type { Photo } from "#client/index.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "#tests/fixtures/glimpse.ts";
import { until } from "#tests/fixtures/until.ts";
import { makeLibrary } from "./make.ts";
import type { FixturePhoto } from "./photo.ts";

export interface FilledGlimpse extends AsyncDisposable {
  glimpse: RunningGlimpse;
  /** The fixture's photo by Glimpse's id. */
  byId: Map<string, FixturePhoto>;
  /** As Glimpse tells them, by the fixture's names. */
  read: Map<string, Photo>;
}

/**
 * A Glimpse that has these photos, each prepared: with no model photos stay at that, and are found by their
 * facts and what their files say of them.
 */
export async function fillGlimpse(photos: FixturePhoto[]): Promise<FilledGlimpse> {
  const resources = new AsyncDisposableStack();
  try {
    const folder = resources.use(await temporaryFolder());
    const paths = await makeLibrary(join(folder.path, "photos"), photos);
    const glimpse = resources.use(await startGlimpse());
    const byId = new Map<string, FixturePhoto>();
    for (const photo of photos) {
      const uploaded = await glimpse.upload(paths.get(photo.name) ?? "");
      byId.set(uploaded.photo.id, photo);
    }
    await until(
      "all photos are prepared",
      async () => {
        const { byStatus } = await glimpse.api.jobs.summary.query();
        if (byStatus.failed > 0) throw new Error("a photo of the fixture library could not be prepared");
        return byStatus.received === 0;
      },
      300_000,
    );
    // The names of a library are read at its first question, so that nobody may ask before this.
    await until("all photos are in the index", async () => !(await isIndexing(glimpse)));
    const read = new Map<string, Photo>();
    for (const [id, { name }] of byId) read.set(name, await glimpse.api.photos.get.query({ id }));
    return { glimpse, byId, read, [Symbol.asyncDispose]: () => resources.disposeAsync() };
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

/** Whether a photo's facts and words still wait to be put into the index. */
async function isIndexing({ api }: RunningGlimpse): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await api.jobs.list.query({ limit: 200, cursor });
    if (page.items.some(({ stage }) => stage === "index")) return true;
    cursor = page.next ?? undefined;
  } while (cursor);
  return false;
}
