import { join } from "node:path";
import { type RunningGlimpse, startGlimpse } from "#tests/fixtures/glimpse.ts";
import { realPhotos } from "#tests/fixtures/photos.ts";
import { until } from "#tests/fixtures/until.ts";

type Told = Omit<Parameters<RunningGlimpse["api"]["photos"]["edit"]["mutate"]>[0], "ids">;

/**
 * The photos of the screenshots, and what a person would tell of those whose files say little. All are in the public
 * domain, say nothing else of themselves (some beside them have "all rights reserved" in their files), and show nobody.
 */
const told: Record<string, Told> = {
  "albums/text/japanese-shop.jpg": { takenAt: "2024-06-16T19:40:00", place: "Kyoto, Japan" },
  "albums/text/book-beside-flowers.jpg": { takenAt: "2024-06-16T10:12:00", title: "A page on the balcony" },
  "albums/text/handwritten-notes.jpg": { takenAt: "2024-06-16T09:30:00" },
  "albums/nature/orychophragmus_violaceus.jpg": { takenAt: "2024-04-14T11:02:00" },
  "albums/nature/polemonium_reptans.jpg": { takenAt: "2024-04-14T11:25:00", favourite: true },
  "albums/nature/wood_anemones.jpg": { takenAt: "2024-04-14T15:04:00", title: "Wood anemones" },
  "albums/nature/silver_fir.jpg": { takenAt: "2024-04-14T15:31:00" },
  "albums/nature/cyclamen_persicum.jpg": {},
  "albums/nature/notocactus_minimus.jpg": {},
  "albums/nature/el_torcal_rocks.jpg": {
    ...{ title: "The rocks of El Torcal", place: "Antequera, Spain", rating: 5, favourite: true },
    ...{ description: "Limestone that the rain has cut into plates.", keywords: ["rocks", "hike"] },
  },
  "formats/avif/8bit-sRGB.avif": { takenAt: "2024-02-03T16:20:00", title: "Ice on the shore" },
  "formats/webp/denali.webp": { title: "On the way to Denali" },
  "metadata/rating/mongolels.jpg": { title: "The singing dunes" },
};

/** A question that ten of the photos answer. */
export const landscapes = "landscape photos";

export interface PicturedLibrary extends AsyncDisposable {
  glimpse: RunningGlimpse;
  /** Ids by the names of the files. */
  ids: Map<string, string>;
}

/** Starts Glimpse with a fresh library of these photos. There is no model server: a newcomer has none, either. */
export async function startPicturedLibrary(): Promise<PicturedLibrary> {
  const glimpse = await startGlimpse({ ollama: "127.0.0.1:9" });
  try {
    const ids = new Map<string, string>();
    for (const [path, edit] of Object.entries(told)) {
      const { photo } = await glimpse.upload(join(realPhotos, path));
      ids.set(path.slice(path.lastIndexOf("/") + 1), photo.id);
      if (Object.keys(edit).length > 0) await glimpse.api.photos.edit.mutate({ ...edit, ids: [photo.id] });
    }
    await until(
      "all photos can be found",
      async () => {
        return (await glimpse.api.search.run.query({ text: landscapes })).total === 10;
      },
      120_000,
    );
    return { glimpse, ids, [Symbol.asyncDispose]: () => glimpse[Symbol.asyncDispose]() };
  } catch (error) {
    await glimpse[Symbol.asyncDispose]();
    throw error;
  }
}
