import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../engines/database/port.ts";
import { readAnswer } from "../engines/models/caption/read-answer.ts";
import {
  captionsAfter,
  describingFailed,
  describingModels,
  isSameModel,
  queueDescribing,
} from "../library/captions.ts";
import { localOwner } from "../library/ids.ts";
import type { Schema } from "../library/schema.ts";

/**
 * Says which photos are described again. `refused` means photos whose caption is a refusal or the like, and
 * photos that could not be described.
 */
export type WhichPhotos = { ids: string[] } | { model: string } | { refused: true };

export interface Captions {
  /**
   * Queues photos for the worker to describe them again, and returns how many. A photo that already waits is
   * not counted. An old caption serves until the new one is written.
   */
  describeAgain(owner: string, which: WhichPhotos): Promise<number>;
  /** Counts the photos that each model has described, the largest count first. */
  models(owner: string): Promise<{ model: string; photos: number }[]>;
}

/** The number of photos in one transaction. */
const atOnce = 200;

export function createCaptions({ rows }: Database<Schema>): Captions {
  async function* idsOf(owner: string, which: WhichPhotos): AsyncGenerator<string[]> {
    if ("ids" in which) return yield which.ids;
    const isMeant = (caption: { text: string; model: string }) =>
      "model" in which
        ? isSameModel(caption.model, which.model)
        : readAnswer(caption.text, false).flaw !== null;
    for (let after = ""; ; ) {
      const page = await captionsAfter(rows, owner, after, atOnce);
      const last = page.at(-1);
      if (!last) break;
      after = last.photo_id;
      yield page.filter(isMeant).map(({ photo_id }) => photo_id);
      // Reading the captions takes time, and other requests wait for this thread.
      await nextTurn();
    }
    if ("refused" in which) yield describingFailed(rows, owner);
  }

  return {
    models: (owner) => describingModels(rows, owner),

    async describeAgain(owner, which) {
      let queued = 0;
      for await (const meant of idsOf(owner, which)) {
        for (let from = 0; from < meant.length; from += atOnce) {
          const ids = meant.slice(from, from + atOnce);
          queued += await rows
            .transaction()
            .execute((transaction) => queueDescribing(transaction, owner, ids));
        }
      }
      return queued;
    },
  };
}

/** Describes photos of the local owner again, the only owner that the command line knows. */
export const describeAgainLocally = (captions: Captions, which: WhichPhotos): Promise<number> =>
  captions.describeAgain(localOwner, which);
