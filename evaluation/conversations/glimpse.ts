import { join } from "node:path";
import type { Photo } from "#client/index.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "#tests/fixtures/glimpse.ts";
import { until } from "#tests/fixtures/until.ts";
import { makeLibrary } from "./make.ts";
import type { FixturePhoto } from "./photo.ts";

export interface FilledGlimpse extends AsyncDisposable {
  glimpse: RunningGlimpse;
  /** Fixture photos by the ids that Glimpse gave them. */
  byId: Map<string, FixturePhoto>;
  /** Photos as Glimpse read them, by the names that the fixture gives them. */
  read: Map<string, Photo>;
}

/**
 * Starts a Glimpse without models and uploads these photos. They are ready when they are prepared and in the index: then
 * they are found by their facts and by what their files say.
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
    // Glimpse reads the names in a library at its first question, so nobody may ask before all photos are there.
    await until("all photos are in the index", async () => !(await isIndexing(glimpse)));
    const read = new Map<string, Photo>();
    for (const [id, { name }] of byId) read.set(name, await glimpse.api.photos.get.query({ id }));
    return { glimpse, byId, read, [Symbol.asyncDispose]: () => resources.disposeAsync() };
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

/** Tells whether the facts and words of any photo still wait to be put into the index. */
async function isIndexing({ api }: RunningGlimpse): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await api.jobs.list.query({ limit: 200, cursor });
    if (page.items.some(({ stage }) => stage === "index")) return true;
    cursor = page.next ?? undefined;
  } while (cursor);
  return false;
}
