import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import type { JobQueue } from "../engines/queue/port.ts";
import type { EditMade, Edits, PhotoEdit } from "../library/edits.ts";
import type { Events } from "../library/events.ts";
import type { Gazetteer } from "../library/gazetteer/gazetteer.ts";
import type { PhotoChanges } from "../library/photo-changes.ts";
import { type PlaceGiven, readPlace } from "../library/place-asked.ts";
import type { Schema } from "../library/schema.ts";
import { indexNow } from "./index-now.ts";
import type { Vocabularies } from "./vocabulary/vocabulary.ts";

export interface EditAsked extends Omit<PhotoEdit, "changes"> {
  changes: PhotoChanges<PlaceGiven>;
}

/** Edits facts of photos, so that the next question finds the photos by them. */
export interface Editing {
  /** Throws AppError BAD_REQUEST for a place or a date that cannot be, and NOT_FOUND if no photo is there. */
  edit(owner: string, asked: EditAsked): Promise<EditMade>;
  /** Takes an edit back, and returns for how many photos. Throws AppError NOT_FOUND. */
  undo(owner: string, id: string): Promise<number>;
}

interface EditingNeeds {
  database: Database<Schema>;
  edits: Pick<Edits, "edit" | "undo">;
  gazetteer: Gazetteer;
  index: PhotoIndex;
  queue: Pick<JobQueue, "publish">;
  events: Pick<Events, "nudge">;
  vocabularies: Pick<Vocabularies, "refresh">;
}

export function createEditing(needs: EditingNeeds): Editing {
  const { edits, gazetteer, queue, events, vocabularies } = needs;

  async function told(owner: string, photoIds: string[]): Promise<void> {
    vocabularies.refresh(owner);
    queue.publish("index");
    queue.publish("embed");
    events.nudge();
    await indexNow(needs, owner, photoIds);
  }

  return {
    async edit(owner, { changes, ...asked }) {
      const { place, ...others } = changes;
      const read = typeof place === "string" || place ? readPlace(gazetteer, place) : place;
      const made = await edits.edit(owner, {
        ...asked,
        changes: { ...others, ...(read !== undefined && { place: read }) },
      });
      await told(owner, asked.photoIds);
      return made;
    },
    async undo(owner, id) {
      const photoIds = await edits.undo(owner, id);
      await told(owner, photoIds);
      return photoIds.length;
    },
  };
}
