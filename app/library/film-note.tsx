import { useEffect, useState } from "react";
import { words } from "#app/words/words.ts";

/** Plays and stops the film of the photo that is shown. It stops when another photo is shown. */
export function useFilm(photoId: string) {
  const [state, setState] = useState<"rests" | "plays" | "failed">("rests");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another photo is another film.
  useEffect(() => setState("rests"), [photoId]);
  return {
    plays: state === "plays",
    failed: state === "failed",
    toggle: () => setState((before) => (before === "plays" ? "rests" : "plays")),
    ended: (failed: boolean) => setState(failed ? "failed" : "rests"),
  };
}

/** Says that this browser has no decoder for a film, which can still be downloaded. */
export function FilmNote() {
  return (
    <p
      role="status"
      className="absolute inset-x-4 bottom-20 z-1 mx-auto w-fit rounded-send bg-over-photo px-3 py-2 text-center text-on-photo text-sm max-lg:bottom-4"
    >
      {words.photo.filmFails}
    </p>
  );
}
