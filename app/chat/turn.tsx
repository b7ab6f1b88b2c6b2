import { useId } from "react";
import { PhotoImage } from "#app/library/photo-image.tsx";
import { noPictureReason, photoName } from "#app/library/photo-words.ts";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { words } from "#app/words/en.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Turn } from "#server/search/types.ts";
import { Answer } from "./answer.tsx";

interface TurnArticleProps {
  turn: Turn;
  conversationId: string;
  /** Leaves room below, so that the question can be scrolled to the top while its answer is still short. */
  roomBelow: boolean;
  /** True if this is the latest turn. */
  last: boolean;
}

/** Shows a question as a heading with its answer below. */
export function TurnArticle({ turn, conversationId, roomBelow, last }: TurnArticleProps) {
  const headingId = useId();
  return (
    <article
      aria-labelledby={headingId}
      data-turn={turn.id}
      className={`pt-5 max-sm:pt-2 [&+&]:-scroll-mt-11 [&+&]:pt-16 max-sm:[&+&]:-scroll-mt-10 max-sm:[&+&]:pt-12 ${roomBelow ? "min-h-[calc(100dvh-var(--top-bar)-112px)]" : ""}`}
    >
      {turn.photos.length > 0 && <AskedWith turn={turn} />}
      <h2
        id={headingId}
        className="max-w-190 text-balance font-semibold text-xl tracking-title [overflow-wrap:anywhere]"
      >
        {turn.text || words.turn.photosOnly(turn.photos.length)}
      </h2>
      <Answer turn={turn} conversationId={conversationId} last={last} />
    </article>
  );
}

function AskedWith({ turn }: { turn: Turn }) {
  const openPhoto = useOpenPhoto();
  const open = (photo: Photo) =>
    openPhoto({
      id: photo.id,
      from: `${turn.id}/asked`,
      list: turn.photos.map(({ id }) => ({ id, why: null })),
      rest: null,
    });
  return (
    <ul aria-label={words.turn.askedWith} className="mb-3.5 flex flex-wrap gap-2">
      {turn.photos.map((photo) => (
        <li key={photo.id}>
          <button
            type="button"
            onClick={() => open(photo)}
            data-tile={`${turn.id}/asked/${photo.id}`}
            aria-label={photoName(photo)}
            className="block size-16 overflow-hidden rounded-thumb bg-fill p-1 text-2xs text-ink-2 has-[img]:p-0"
          >
            {noPictureReason(photo) ? (
              <span className="line-clamp-3 break-all">{photo.fileName}</span>
            ) : (
              <PhotoImage photo={photo} width={64} alt="" className="size-full object-cover" />
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
