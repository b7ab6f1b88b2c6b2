import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { createTRPCClient, localLink, type TRPCClient } from "@trpc/client";
import type { AppRouter, Photo } from "#client/index.ts";
import { appRouter } from "#server/api/router.ts";
import { readConfig } from "#server/config.ts";
import { createGazetteer } from "#server/library/gazetteer/gazetteer.ts";
import { unlimited } from "#server/limits.ts";
import { openServices, type Services } from "#server/services.ts";
import { stateHome, temporaryFolder } from "#tests/fixtures/folder.ts";
import { until } from "#tests/fixtures/until.ts";
import { createDecoder } from "#worker/decode/client.ts";
import { createMarks } from "#worker/marks.ts";
import { startPipeline } from "#worker/pipeline.ts";
import { makeLibrary } from "./make.ts";
import type { FixturePhoto } from "./photo.ts";

export interface FilledGlimpse extends AsyncDisposable {
  api: TRPCClient<AppRouter>;
  /** Fixture photos by the ids that Glimpse gave them. */
  byId: Map<string, FixturePhoto>;
  /** Photos as Glimpse read them, by the names that the fixture gives them. */
  read: Map<string, Photo>;
  /** Waits until all that the rows say is in the index. */
  settled(): Promise<void>;
}

/**
 * Has a Glimpse without models take in these photos. They are ready when they are prepared and in the index: then they
 * are found by their facts and by what their files say. All of it runs in this process, without HTTP and without waiting
 * for the disk, but for the processes that open the files: so it takes less than half the time, and does the same.
 */
export async function fillGlimpse(photos: FixturePhoto[]): Promise<FilledGlimpse> {
  const resources = new AsyncDisposableStack();
  try {
    const folder = resources.use(await temporaryFolder());
    const services = await openGlimpse(join(folder.path, "data"), resources);
    const api = apiOf(services);
    const byId = new Map<string, FixturePhoto>();
    for await (const [photo, path] of makeLibrary(join(folder.path, "photos"), photos)) {
      const modifiedAt = Math.round((await stat(path)).mtimeMs);
      const file = { name: basename(path), modifiedAt, body: createReadStream(path) };
      const received = await services.ingest.receive(services.owner, file);
      byId.set(received.photo.id, photo);
    }
    await until(
      "all photos are prepared",
      async () => {
        const { byStatus } = await api.jobs.summary.query();
        if (byStatus.failed > 0) throw new Error("a photo of the fixture library could not be prepared");
        return byStatus.received === 0;
      },
      300_000,
    );
    // Glimpse reads the names in a library at its first question, so nobody may ask before all photos are there.
    const settled = async () => {
      await until("all photos are in the index", async () => !(await isIndexing(api)));
    };
    await settled();
    const read = new Map<string, Photo>();
    for (const [id, { name }] of byId) read.set(name, await api.photos.get.query({ id }));
    return { api, byId, read, settled, [Symbol.asyncDispose]: () => resources.disposeAsync() };
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

/** Opens what a web process and a worker of Glimpse work with. */
async function openGlimpse(dataFolder: string, resources: AsyncDisposableStack): Promise<Services> {
  const config = readConfig({
    ...{ GLIMPSE_DATA: dataFolder, GLIMPSE_MODELS: "off", GLIMPSE_LOG: "error" },
    ...{ PATH: readConfig().path, XDG_STATE_HOME: stateHome },
  });
  const services = await openServices(config, "worker");
  resources.defer(() => services.close());
  const decoder = createDecoder({ concurrency: config.workerConcurrency, path: config.path });
  resources.defer(() => decoder.close());
  const marks = createMarks(join(dataFolder, "open-files"));
  const { maxMegapixels } = config;
  const tools = { ...services, decoder, marks, gazetteer: createGazetteer(), maxMegapixels };
  const pipeline = startPipeline(services, tools, config.workerConcurrency);
  resources.defer(() => pipeline.close());
  return services;
}

function apiOf(services: Services): TRPCClient<AppRouter> {
  const { owner } = services;
  const caller = { owner, scope: "all", via: "nothing", id: null } as const;
  const createContext = async () => ({ services, owner, caller, visit: unlimited, headers: {} });
  return createTRPCClient<AppRouter>({ links: [localLink({ router: appRouter, createContext })] });
}

/** Tells whether the facts and words of any photo still wait to be put into the index. */
async function isIndexing(api: TRPCClient<AppRouter>): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await api.jobs.list.query({ limit: 200, cursor });
    if (page.items.some(({ stage }) => stage === "index")) return true;
    cursor = page.next ?? undefined;
  } while (cursor);
  return false;
}
