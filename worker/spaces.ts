import type { Space } from "#server/engines/models/port.ts";
import { AppError } from "#server/errors.ts";
import { libraryTime } from "#server/library/clock.ts";
import { countEmbedded } from "#server/library/index-contents.ts";
import { armMissing } from "#server/library/missing-embeddings.ts";
import { refreshHubs } from "#server/maintenance/hubs.ts";
import { rebuild } from "#server/maintenance/rebuild.ts";
import { refreshSample } from "#server/maintenance/samples.ts";
import type { Services } from "#server/services.ts";
import { calibrate } from "./calibration.ts";

export interface SpaceUpkeep {
  /** Checks whether the right collection serves, and does the work that can be done now. */
  look(signal: AbortSignal): Promise<void>;
}

/** From this many vectors on they are standardised. Mean and deviations are measured once and then stay. */
const enoughToMeasure = 1_000;
/** In milliseconds. All searches that began before a switch have ended by then. */
const keptAfterSwitch = 60_000;

type Needs = Pick<
  Services,
  "database" | "embeddings" | "index" | "models" | "collections" | "jobs" | "log" | "owner"
>;

/**
 * Moves the library to the embedding model of the settings: it embeds photos that have no vector in the
 * model's space, fills a collection beside the one that serves, lets it serve when it is complete, and drops
 * the old one.
 */
export function createSpaceUpkeep(services: Needs): SpaceUpkeep {
  const { database, index, models, collections, log } = services;
  let known: { key: string; space: Space } | null = null;
  let pointedAt = "";
  let completed = "";

  /** Returns the space of the chosen model as it embeds now; null while the model is away. */
  async function spaceOfSetting(signal: AbortSignal): Promise<Space | null> {
    const { embed, version } = await models.status();
    if (!embed.ready) return null;
    const key = `${version} ${embed.model}`;
    if (known?.key !== key) {
      const { space } = await models.embed(["a dog on a beach"], "query", { signal });
      known = { key, space };
    }
    return known.space;
  }

  async function fill(space: Space, why: string, signal: AbortSignal): Promise<void> {
    log.info({ space: space.id, why }, "filling a new collection of vectors");
    for await (const _ of rebuild(services, space, signal));
    log.info({ space: space.id }, "the new collection of vectors serves");
  }

  async function dropRetired(current: Space): Promise<void> {
    for (const retired of await collections.retiredBefore(libraryTime() - keptAfterSwitch)) {
      await index.drop(retired.id);
      await collections.forget(retired, current.id);
    }
  }

  async function look(signal: AbortSignal): Promise<void> {
    const serving = await collections.serving();
    if (!serving) return;
    if (pointedAt !== serving.id) {
      await index.serve(serving.id);
      pointedAt = serving.id;
    }
    await refreshSample(services, serving);
    const space = await spaceOfSetting(signal);
    if (!space) return;
    // This reads every caption. Once a space has all its vectors we skip it, because each new caption brings
    // its own job.
    const missing = completed === space.id ? 0 : await armMissing(database, space.id);
    if (missing === 0) completed = space.id;
    const embedded = await countEmbedded(database, space.id);
    const begun = await collections.filling();
    if (space.id !== serving.space.id) {
      if (missing === 0 && embedded > 0) await fill(space, "the embedding model has changed", signal);
    } else if (begun?.space.id === space.id) {
      await fill(space, "going on where it stopped", signal);
    } else if (!space.trained && !serving.standard?.deviations && embedded >= enoughToMeasure) {
      await fill(space, "enough vectors to standardise them", signal);
    }
    await dropRetired(space);
    const now = await collections.serving();
    if (!now || now.space.id !== space.id) return;
    if (await refreshHubs(database, now, embedded, signal)) log.info({ collection: now.id }, "hubs measured");
    else await calibrate(services, now, embedded, signal);
  }

  return {
    look: (signal) =>
      look(signal).catch((error: unknown) => {
        // Another process is doing this work, or an engine is away for now.
        const passes = ["CONFLICT", "MODEL_AWAY", "MODEL_FAILED", "INDEX_AWAY"];
        if (!(error instanceof AppError && passes.includes(error.code))) throw error;
      }),
  };
}
