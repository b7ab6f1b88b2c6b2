import { Link } from "@remix-run/react";
import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { evenCount } from "#app/library/justify.ts";
import { type GridPhoto, PhotoGrid } from "#app/library/photo-grid.tsx";
import { listed } from "#app/library/photo-list.ts";
import { placeAndMonth, ratioOf } from "#app/library/photo-words.ts";
import { gridShape, useGridWidth } from "#app/library/use-grid-width.ts";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { language } from "#app/words/language.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Hit, SearchAnswer } from "#server/search/types.ts";
import { useTurnWords } from "./turn-words.tsx";
import { useUnfolded } from "./use-unfolded.ts";

/** The number of hits that an answer arrives with. */
export const pageSize = 24;
/** Answers with more photos than this have a page for all of them. */
const mostInline = 60;
/** "Show all" loads up to this many photos at once; larger answers are loaded page by page. */
const mostAtOnce = 200;
const nextPageSize = 60;

interface ResultsProps {
  /** Tells this grid from the others on the page. */
  name: string;
  /** In the language of the screens. */
  label: string;
  answer: SearchAnswer;
  /** Shows each photo's number, which people use to refer to it. */
  numbered?: boolean;
  /** True while other photos are about to replace these. */
  pending?: boolean;
  /** The address of the page of all its photos, for an answer with very many. */
  page?: string;
  /** Shown below the photos when all of them are shown. */
  below?: ReactNode;
}

/** Shows as many photos of an answer as fill even rows, and the rest on demand. */
export function Results(props: ResultsProps) {
  const turnWords = useTurnWords();
  const { name, label, answer, numbered = false, pending = false, page, below } = props;
  const box = useRef<HTMLDivElement>(null);
  const shape = gridShape(useGridWidth(box, numbered));
  const openPhoto = useOpenPhoto();
  const rest = useRest(answer);
  const ratios = answer.hits.map((hit) => ratioOf(hit.photo));
  const [least, most] = shape.width < 600 ? [8, 9] : [12, 24];
  const few = answer.next === null && ratios.length <= most;
  const first = few ? ratios.length : evenCount(ratios, least, most, shape);
  const all = [...answer.hits, ...rest.pages.flat()];
  const unfolded = useUnfolded(all);
  const shown = rest.opened ? all.length : first;
  const shownHits = all.slice(0, shown);
  const shownPhotos = listed(shownHits).length;
  const tiles = shownHits.reduce((sum, hit) => sum + 1 + unfolded.photosOf(hit).length, 0);
  const isAll = shown === all.length && rest.next === null;
  const groups = rest.opened
    ? [answer.hits.slice(0, first), answer.hits.slice(first), ...rest.pages]
    : [all.slice(0, first)];
  const numberOf = new Map(all.map((hit, index) => [hit, index + 1]));

  function toGridPhotos(hit: Hit): GridPhoto[] {
    const { photo, why, more } = hit;
    const lead: GridPhoto = {
      photo,
      note: why.words.length > 0 ? words.tile.matches(why.words) : placeAndMonth(photo),
      number: numbered ? numberOf.get(hit) : undefined,
      more:
        more.length > 0
          ? { count: more.length, open: unfolded.isOpen(hit), onToggle: () => unfolded.toggle(hit) }
          : undefined,
    };
    return [lead, ...unfolded.photosOf(hit).map((each) => ({ photo: each, note: placeAndMonth(each) }))];
  }

  function open({ id }: Photo): void {
    const list = listed(all);
    const { plan, total } = answer;
    const further = rest.next === null ? null : { plan, cursor: rest.next, photos: total - list.length };
    openPhoto({ id, from: name, list, rest: further });
  }

  return (
    <>
      <div ref={box} className={`max-sm:-mx-4 ${pending ? "opacity-60" : ""} transition-opacity`}>
        {/* Tiles are the same on every screen, and speak as the screens do. */}
        <div lang={language()}>
          <PhotoGrid
            name={name}
            label={label}
            groups={groups.filter((group) => group.length > 0).map((group) => group.flatMap(toGridPhotos))}
            shape={shape}
            selectable
            onOpen={open}
          />
        </div>
        {!isAll && (
          <div className="mt-3 flex items-center gap-3 px-4 sm:px-0">
            {page && answer.total > mostInline ? (
              <Link to={page} className={buttonLook("secondary")}>
                {turnWords.showAll(answer.total)}
              </Link>
            ) : (
              <Button
                look="secondary"
                disabled={rest.loading}
                onClick={() => rest.show(answer.total - shownPhotos)}
              >
                {answer.total <= mostAtOnce ? turnWords.showAll(answer.total) : turnWords.showMore}
              </Button>
            )}
            <span className="text-ink-3 text-sm">
              {rest.problem ?? turnWords.shown(shownPhotos, answer.total, tiles)}
            </span>
          </div>
        )}
        {isAll && tiles < shownPhotos && (
          <p className="mt-3 px-4 text-ink-3 text-sm sm:px-0">
            {turnWords.folded(tiles, shownPhotos - tiles)}
          </p>
        )}
      </div>
      {isAll && below}
    </>
  );
}

/** Loads the hits that follow those the answer arrived with. */
function useRest(answer: SearchAnswer) {
  const trpc = useTRPC();
  const [isOpened, setOpened] = useState(false);
  const [asked, setAsked] = useState<{ cursor: string; limit: number }[]>([]);
  const loaded = useQueries({
    queries: asked.map((page) => ({
      ...trpc.search.run.queryOptions({ plan: answer.plan, ...page }),
      // Photos may have been removed while the tab was hidden.
      staleTime: 0,
    })),
  });
  const last = loaded.at(-1);
  const next = last ? (last.data ? last.data.next : (asked.at(-1)?.cursor ?? null)) : answer.next;
  const isLoading = last?.isLoading ?? false;

  function show(left: number): void {
    setOpened(true);
    if (!next) return;
    if (last && !last.data) void last.refetch();
    else setAsked([...asked, { cursor: next, limit: left <= mostAtOnce ? mostAtOnce : nextPageSize }]);
  }

  return {
    pages: loaded.flatMap(({ data }) => (data ? [data.hits] : [])),
    next,
    problem: last?.error && !last.data ? reasonOf(last.error) : null,
    opened: isOpened && !(isLoading && loaded.length === 1),
    loading: isLoading,
    show,
  };
}
