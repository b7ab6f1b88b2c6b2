import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { z } from "zod";
import { AppError } from "../errors.ts";

/**
 * A backup has these files, in a folder or in a tar archive: `library.id`, the database, `originals/` as in a data
 * folder, `originals.txt` with a line for each original, and `manifest.json`, which is written last.
 */
export const manifestName = "manifest.json";
export const listName = "originals.txt";
export const databaseNames = { sqlite: "glimpse.sqlite", postgres: "glimpse.dump" } as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const manifestShape = z.object({
  format: z.literal(1),
  glimpse: z.string(),
  library: z.string(),
  /** The newest migration of the database. */
  migration: z.number(),
  /** ISO 8601 */
  madeAt: z.string(),
  database: z.object({ engine: z.enum(["sqlite", "postgres"]), bytes: z.number(), sha256: hash }),
  photos: z.number(),
  originals: z.object({ count: z.number(), bytes: z.number(), listSha256: hash }),
  /** Originals that were damaged or missing in the library already. */
  lacking: z.array(z.object({ sha256: hash, fileName: z.string(), damage: z.string() })),
});
export type Manifest = z.infer<typeof manifestShape>;

/** Reads a manifest. Throws BAD_REQUEST if it is none, or of a newer Glimpse. */
export function parseManifest(text: string, migrationsKnown: number): Manifest {
  let manifest: Manifest;
  try {
    manifest = manifestShape.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("BAD_REQUEST", `This is no backup: its ${manifestName} cannot be read.`, { cause });
  }
  if (manifest.migration <= migrationsKnown) return manifest;
  throw new AppError(
    "DATABASE_NEWER",
    `The backup is of Glimpse ${manifest.glimpse} (database ${manifest.migration}); this one knows up to ${migrationsKnown}. Use the newer Glimpse.`,
  );
}

export interface ListedOriginal {
  sha256: string;
  bytes: number;
}

export const toLine = ({ sha256, bytes }: ListedOriginal) => `${sha256} ${bytes}\n`;

export function parseList(text: string): ListedOriginal[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [sha256 = "", bytes] = line.split(" ");
      return { sha256: hash.parse(sha256), bytes: Number(bytes) };
    });
}

/** Returns where an original lies in a backup. */
export const nameOfOriginal = (sha256: string) =>
  `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

export async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const sum = createHash("sha256");
  for await (const chunk of bytes) sum.update(chunk);
  return sum.digest("hex");
}

export const hashOfFile = (path: string) => hashOf(createReadStream(path));
export const hashOfText = (text: string) => createHash("sha256").update(text).digest("hex");
