import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";

/** Says in the corner of a tile what its picture does not show: that it moves, or that there is a raw file. */
export function TileMarks({ photo }: { photo: Photo }) {
  const marks = [
    photo.animated && words.tile.animated,
    photo.motion && words.tile.motion[photo.motion.from],
    photo.companions.some(({ role }) => role === "raw") && words.tile.raw,
  ].filter((mark) => typeof mark === "string");
  if (marks.length === 0) return null;
  return (
    <span className="absolute right-1.5 bottom-1.5 flex gap-1">
      {marks.map((mark) => (
        <span
          key={mark}
          className="rounded-full bg-over-photo px-1.5 py-0.5 font-medium text-2xs text-on-photo"
        >
          {mark}
        </span>
      ))}
    </span>
  );
}
