import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { useMemo } from "react";
import { SaveAsAlbumButton } from "#app/albums/save-as-album-button.tsx";
import { buttonLook } from "#app/ui/button.tsx";
import { albumWords } from "#app/words/album-words.ts";
import { libraryWords } from "#app/words/library-words.ts";
import type { Shelf } from "#server/search/shelves.ts";
import { EmptyShelf } from "./empty-shelf.tsx";
import { ShelfPage } from "./shelf-page.tsx";

interface AnswerPageProps {
  conversation: string;
  turn: string;
  /** The question, as it was asked. */
  question: string;
}

const texts = libraryWords.answer;

/** All photos of one answer, in its order. */
export function AnswerPage({ conversation, turn, question }: AnswerPageProps) {
  const shelf = useMemo<Shelf>(() => ({ kind: "turn", turn }), [turn]);
  return (
    <ShelfPage
      shelf={shelf}
      look={{
        name: `answer/${turn}`,
        label: texts.grid,
        headings: { section: 0, day: 0 },
        titleOf: () => texts.title,
        hasPlaces: false,
      }}
      header={({ total }) => (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-2 pb-4">
          {/* On a phone it is an arrow before the title, so that both fit on one line. */}
          <Link
            to={`/c/${conversation}`}
            aria-label={texts.back}
            className={`${buttonLook("secondary")} max-sm:-mx-3 max-sm:bg-transparent max-sm:px-3 sm:order-last`}
          >
            <ArrowLeft size={16} aria-hidden />
            <span className="max-sm:hidden">{texts.back}</span>
          </Link>
          <h2 className="min-w-0 grow basis-64 max-sm:basis-40 font-semibold text-xl tracking-title [overflow-wrap:anywhere]">
            {question || texts.title}
            <span className="ml-3 whitespace-nowrap font-normal text-ink-3 text-sm tracking-normal">
              {libraryWords.whole(total)}
            </span>
          </h2>
          <SaveAsAlbumButton turnId={turn} question={question} total={total} label={albumWords.saveAnswer} />
        </div>
      )}
      empty={<EmptyShelf title={texts.empty} />}
    />
  );
}
