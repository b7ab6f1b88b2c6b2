import { Heart, Play, Star } from "lucide-react";
import { clockLength, spokenLength } from "#app/words/lengths.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";

interface TileMarksProps {
  photo: Pick<Photo, "kind" | "durationMs" | "animated" | "motion">;
  /** Whether a raw file belongs to it. */
  raw: boolean;
}

/** Says in the corner of a tile what its picture does not show: that it moves, or that there is a raw file. */
export function TileMarks({ photo, raw }: TileMarksProps) {
  if (photo.kind === "video") return <VideoMark durationMs={photo.durationMs} />;
  const marks = [
    photo.animated && words.tile.animated,
    photo.motion && words.tile.motion[photo.motion.from],
    raw && words.tile.raw,
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

/** Shows the heart and the stars that a person has given. A screen reader hears of them in the name of the tile. */
export function LikingMarks({
  photo: { favourite, rating },
}: {
  photo: Pick<Photo, "favourite" | "rating">;
}) {
  if (!favourite && !rating) return null;
  return (
    <span
      aria-hidden
      className="absolute bottom-1.5 left-1.5 flex h-5.5 items-center gap-1 rounded-full bg-over-photo px-1.5 font-medium text-2xs text-on-photo"
    >
      {favourite && <Heart size={12} className="fill-current" />}
      {rating ? (
        <>
          <Star size={11} className="fill-current" />
          {rating}
        </>
      ) : null}
    </span>
  );
}

/** A play mark and the length. */
function VideoMark({ durationMs }: { durationMs: number | null }) {
  return (
    <>
      <span className="sr-only">
        {words.tile.video(durationMs === null ? null : spokenLength(durationMs))}
      </span>
      <span
        aria-hidden
        className="absolute right-1.5 bottom-1.5 flex items-center gap-1 rounded-full bg-over-photo px-1.5 py-0.5 font-medium text-2xs text-on-photo tabular-nums"
      >
        <Play size={10} className="fill-current" />
        {durationMs !== null && clockLength(durationMs)}
      </span>
    </>
  );
}
