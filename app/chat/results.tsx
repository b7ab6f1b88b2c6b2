import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { evenCount } from "#app/library/justify.ts";
import { PhotoGrid } from "#app/library/photo-grid.tsx";
import { placeAndMonth, ratioOf } from "#app/library/photo-words.ts";
import { gridShape, useGridWidth } from "#app/library/use-grid-width.ts";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { Button } from "#app/ui/button.tsx";
import { words } from "#app/words/en.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Hit, Turn } from "#server/search/types.ts";
import type { TurnView } from "./use-turn-view.ts";

/** Up to so many are shown at once by "Show all"; beyond that, page by page. */
const mostAtOnce = 200;
const pageSize = 60;

/** The photos of an answer, as many as make even rows, and the rest on demand, in place. */
export function Results({ turn, view }: { turn: Turn; view: TurnView }) {
  const box = useRef<HTMLDivElement>(null);
  const shape = gridShape(useGridWidth(box, true));
  const openPhoto = useOpenPhoto();
  const rest = useRest(view);
  const ratios = view.hits.map((hit) => ratioOf(hit.photo));
  const [least, most] = shape.width < 600 ? [8, 9] : [12, 24];
  const few = view.next === null && ratios.length <= most;
  const first = few ? ratios.length : evenCount(ratios, least, most, shape);
  const all = [...view.hits, ...rest.pages.flat()];
  const groups = rest.opened
    ? [view.hits.slice(0, first), view.hits.slice(first), ...rest.pages]
    : [all.slice(0, first)];
  const shown = rest.opened ? all.length : first;
  const left = view.total - shown;

  function open(photo: Photo): void {
    openPhoto({ id: photo.id, from: turn.id, list: all.map(({ photo: { id }, why }) => ({ id, why })) });
  }

  return (
    <div ref={box} className={`max-sm:-mx-4 ${view.pending ? "opacity-60" : ""} transition-opacity`}>
      <PhotoGrid
        name={turn.id}
        label={words.turn.results(view.total, words.turn[view.order])}
        groups={groups.filter((group) => group.length > 0).map((group) => group.map(toGridPhoto))}
        shape={shape}
        numbered
        onOpen={open}
      />
      {left > 0 && (
        <div className="mt-3 flex items-center gap-3 px-4 sm:px-0">
          <Button look="secondary" disabled={rest.loading} onClick={() => rest.show(left)}>
            {view.total <= mostAtOnce ? words.turn.showAll(view.total) : words.turn.showMore}
          </Button>
          <span className="text-ink-3 text-sm">{rest.problem ?? words.turn.shown(shown, view.total)}</span>
        </div>
      )}
    </div>
  );
}

/** The hits beyond those that the answer came with. */
function useRest(view: TurnView) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [pages, setPages] = useState<Hit[][]>([]);
  const [next, setNext] = useState(view.next);
  const [state, setState] = useState<"closed" | "loading" | "opened">("closed");
  const [problem, setProblem] = useState<string | null>(null);

  async function show(left: number): Promise<void> {
    if (!next || !view.plan) return setState("opened");
    setState("loading");
    setProblem(null);
    const limit = left <= mostAtOnce ? mostAtOnce : pageSize;
    try {
      const page = await queryClient.fetchQuery(
        trpc.search.run.queryOptions({ plan: view.plan, cursor: next, limit }),
      );
      setPages((before) => [...before, page.hits]);
      setNext(page.next);
    } catch (error) {
      setProblem(reasonOf(error));
    }
    setState("opened");
  }

  return {
    pages,
    problem,
    opened: state === "opened" || pages.length > 0,
    loading: state === "loading",
    show,
  };
}

function toGridPhoto({ photo, why }: Hit): { photo: Photo; note: string } {
  const note = why.words.length > 0 ? words.tile.matches(why.words) : placeAndMonth(photo);
  return { photo, note };
}
