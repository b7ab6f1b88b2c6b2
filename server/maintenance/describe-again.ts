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
import type { Schema } from "../library/schema.ts";

/** The photos that are described again; `refused`: those whose caption is none, and those that have failed. */
export type WhichPhotos = { ids: string[] } | { model: string } | { refused: true };

export interface Captions {
  /**
   * Has the worker describe photos again, and returns how many. A photo that waits for it already is not
   * counted. An old caption serves until the new one is written.
   */
  describeAgain(owner: string, which: WhichPhotos): Promise<number>;
  /** The models that have described photos, and how many each, most first. */
  models(owner: string): Promise<{ model: string; photos: number }[]>;
}

/** Photos of one transaction. */
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
      // Reading takes its time, and others wait for this thread too.
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
