import { useId } from "react";
import { PhotoImage } from "#app/library/photo-image.tsx";
import { noPictureReason, photoName } from "#app/library/photo-words.ts";
import { useFreshPhoto } from "#app/library/use-fresh-photo.ts";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { createPart } from "#app/ui/part.tsx";
import { useStore } from "#app/ui/store.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Turn } from "#server/search/types.ts";
import { Answer } from "./answer.tsx";
import { ChangeLine } from "./change-line.tsx";
import { EditNote } from "./edit-note.tsx";
import { editedTurn } from "./edited-turn.ts";
import { QuestionHeading } from "./question-heading.tsx";
import { TurnLanguage, useLoadedLanguage, useTurnWords } from "./turn-words.tsx";

const QuestionEditor = createPart(() => import("./question-editor.tsx"));

interface TurnArticleProps {
  turn: Turn;
  conversationId: string;
  /** The turns before it, and those after it. */
  before: Turn[];
  later: Turn[];
  /** Leaves room below, so that the question can be scrolled to the top while its answer is still short. */
  roomBelow: boolean;
  /** True if this is the latest turn. */
  last: boolean;
}

/** Shows a question as a heading with its answer below. */
export function TurnArticle({ turn, conversationId, before, later, roomBelow, last }: TurnArticleProps) {
  const headingId = useId();
  const spoken = turn.plan?.language;
  const loaded = useLoadedLanguage(spoken);
  const isEdited = useStore(editedTurn, (id) => id === turn.id);
  return (
    <TurnLanguage.Provider value={loaded}>
      <article
        lang={spoken}
        aria-labelledby={headingId}
        data-turn={turn.id}
        className={`pt-5 max-sm:pt-2 [&+&]:-scroll-mt-11 [&+&]:pt-16 max-sm:[&+&]:-scroll-mt-10 max-sm:[&+&]:pt-12 ${roomBelow ? "min-h-[calc(100dvh-var(--top-bar)-112px)]" : ""}`}
      >
        {turn.photos.length > 0 && <AskedWith turn={turn} />}
        {isEdited ? (
          <QuestionEditor
            turn={turn}
            later={later}
            headingId={headingId}
            conversationId={conversationId}
            meanwhile={<QuestionHeading turn={turn} headingId={headingId} />}
            onGiveUp={() => editedTurn.set(() => null)}
          />
        ) : (
          <QuestionHeading turn={turn} headingId={headingId} />
        )}
        {last && turn.replaced > 0 && !isEdited && <EditNote turn={turn} conversationId={conversationId} />}
        <ChangeLine turn={turn} conversationId={conversationId} last={last} />
        <Answer turn={turn} conversationId={conversationId} before={before} last={last} />
      </article>
    </TurnLanguage.Provider>
  );
}

function AskedWith({ turn }: { turn: Turn }) {
  const turnWords = useTurnWords();
  const openPhoto = useOpenPhoto();
  const open = (photo: Photo) =>
    openPhoto({
      id: photo.id,
      from: `${turn.id}/asked`,
      list: turn.photos.map(({ id }) => ({ id, why: null })),
      rest: null,
    });
  return (
    <ul aria-label={turnWords.askedWith} className="mb-3.5 flex flex-wrap gap-2">
      {turn.photos.map((photo) => (
        <AskedPhoto
          key={photo.id}
          photo={photo}
          name={`${turn.id}/asked/${photo.id}`}
          onOpen={() => open(photo)}
        />
      ))}
    </ul>
  );
}

interface AskedPhotoProps {
  photo: Photo;
  /** The tile's name in the page. */
  name: string;
  onOpen(): void;
}

/** Shows a photo of the question. It may have been uploaded a moment ago, and gets its picture as soon as it has one. */
function AskedPhoto({ photo: asked, name, onOpen }: AskedPhotoProps) {
  const photo = useFreshPhoto(asked);
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        data-tile={name}
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
  );
}
