import { createHash } from "node:crypto";
import type { ObjectStore } from "../engines/objects/port.ts";
import { AppError } from "../errors.ts";
import type { DamageMarks } from "../library/damage.ts";
import type { PhotoDamage } from "../library/photo.ts";
import type { PhotoRow } from "../library/schema.ts";

/** The facts of a row that the file of an original must match. */
export type Promised = Pick<PhotoRow, "sha256" | "bytes" | "damage">;

/** Tells whole originals from damaged ones, and keeps what it finds in the rows. */
export interface WholeOriginals {
  /**
   * Looks at the file and marks its photos: its length, and if `deep` its bytes. Throws LIBRARY_AWAY where it is
   * missing because a disk is.
   */
  look(photo: Promised, options: { deep: boolean; signal?: AbortSignal }): Promise<PhotoDamage | null>;
  /**
   * Resolves if the file has the bytes that were stored. They are not read again within ten minutes, and not at
   * all if `isNew`: then only the length is compared. Throws ORIGINAL_DAMAGED with a reason for a person, and
   * LIBRARY_AWAY.
   */
  ensure(photo: Promised, isNew?: boolean): Promise<void>;
}

interface Needs {
  objects: ObjectStore;
  marks: Pick<DamageMarks, "markDamage">;
  library: { check(): Promise<void> };
}

const believedFor = 600_000;
const mostBelieved = 2_000;

const sentences: Record<PhotoDamage, string> = {
  missing: "The original of this photo is missing.",
  damaged: "The original of this photo is damaged.",
};

export function createWholeOriginals({ objects, marks, library }: Needs): WholeOriginals {
  const believed = new Map<string, number>();

  async function stateOf({ sha256, bytes }: Promised, deep: boolean, signal?: AbortSignal) {
    const stored = await objects.stat(`originals/${sha256}`);
    if (!stored) return "missing";
    if (stored.bytes !== Number(bytes)) return "damaged";
    if (!deep) return null;
    const hash = createHash("sha256");
    try {
      for await (const chunk of await objects.open(`originals/${sha256}`)) {
        signal?.throwIfAborted();
        hash.update(chunk);
      }
    } catch (error) {
      // A disk that cannot read a file any more says EIO.
      if (error instanceof Error && "code" in error && error.code === "EIO") return "damaged";
      throw error;
    }
    return hash.digest("hex") === sha256 ? null : "damaged";
  }

  async function look(photo: Promised, { deep, signal }: { deep: boolean; signal?: AbortSignal }) {
    const damage = await stateOf(photo, deep, signal);
    if (damage) await library.check();
    // Only reading all bytes tells that a damaged file is whole again.
    if (photo.damage !== damage && (damage || deep)) await marks.markDamage(photo.sha256, damage);
    return damage ?? (deep ? null : photo.damage);
  }

  return {
    look,
    async ensure(photo, isNew = false) {
      const now = performance.now();
      const at = isNew ? now : (believed.get(photo.sha256) ?? Number.NEGATIVE_INFINITY);
      const deep = photo.damage !== null || now - at > believedFor;
      const damage = await look(photo, { deep });
      if (damage) {
        believed.delete(photo.sha256);
        throw new AppError(
          "ORIGINAL_DAMAGED",
          `${sentences[damage]} Uploading the same file again repairs it.`,
        );
      }
      if (!deep) return;
      believed.delete(photo.sha256);
      believed.set(photo.sha256, performance.now());
      const oldest = believed.keys().next();
      if (believed.size > mostBelieved && !oldest.done) believed.delete(oldest.value);
    },
  };
}
