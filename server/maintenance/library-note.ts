import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeIdentity } from "../engines/objects/identity-file.ts";

/**
 * A note outside the data folder that says which library lies there. With it, a folder whose disk is not mounted is
 * told from a folder in which a library is only about to begin.
 */
export interface LibraryNote {
  folder: string;
  library: string;
  /** ISO 8601: when Glimpse last started with it. */
  seenAt: string;
}

const noteShape = z.object({ folder: z.string(), library: z.string(), seenAt: z.string() });

function fileOfNote(stateFolder: string, folder: string): string {
  const key = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return join(stateFolder, "libraries", `${key}.json`);
}

/** Returns the note for a data folder; null if there is none, or none that can be read. */
export async function readNote(stateFolder: string | null, folder: string): Promise<LibraryNote | null> {
  if (stateFolder === null) return null;
  try {
    return noteShape.parse(JSON.parse(await readFile(fileOfNote(stateFolder, folder), "utf8")));
  } catch {
    return null;
  }
}

/** Writes the note. Glimpse works without it, so nothing fails if it cannot be written (as in a container). */
export async function writeNote(stateFolder: string | null, folder: string, library: string): Promise<void> {
  if (stateFolder === null) return;
  const file = fileOfNote(stateFolder, folder);
  const note: LibraryNote = { folder, library, seenAt: new Date().toISOString() };
  try {
    await mkdir(join(stateFolder, "libraries"), { recursive: true });
    await writeIdentity(file, JSON.stringify(note));
  } catch {
    // The next start tries again.
  }
}
