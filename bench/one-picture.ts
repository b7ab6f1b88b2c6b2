import { existsSync, linkSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { renditionKey } from "#server/library/renditions.ts";
import { madeHash } from "./library.ts";

/** File systems limit how many names a file may have; ext4 allows 65,000. */
const mostNames = 10_000;

/**
 * Gives all photos of a made library the same drawn thumbnail and preview, which Glimpse serves like any others. Few files
 * have very many names, because as many files would take gigabytes.
 */
export async function drawOnePicture(dataFolder: string, photos: number): Promise<void> {
  const drawn = (side: number) =>
    sharp({ create: { width: side, height: Math.round(side * 0.75), channels: 3, background: "#7a8" } });
  await nameAll("thumbnail", await drawn(250).webp().toBuffer());
  await nameAll("preview", await drawn(1_440).jpeg().toBuffer());

  async function nameAll(rendition: "thumbnail" | "preview", bytes: Buffer): Promise<void> {
    const pathOf = (at: number) => {
      const [kind = "", name = ""] = renditionKey(madeHash(at), rendition).split("/");
      return join(dataFolder, kind, name.slice(0, 2), name.slice(2, 4), name);
    };
    if (existsSync(pathOf(photos - 1))) return;
    mkdirSync(dirname(pathOf(0)), { recursive: true });
    for (let at = 0; at < photos; at++) {
      const first = at - (at % mostNames);
      if (at === first) writeFileSync(pathOf(at), bytes);
      else linkSync(pathOf(first), pathOf(at));
    }
  }
}
