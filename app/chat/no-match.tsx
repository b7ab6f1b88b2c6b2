import { useQueries } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useTRPC } from "#app/api/client.ts";
import { PhotoImage } from "#app/library/photo-image.tsx";
import { noPictureReason } from "#app/library/photo-words.ts";
import { words } from "#app/words/en.ts";
import { changedPlan, type TurnView } from "./use-turn-view.ts";

/** When nothing matches: each filter whose loss helps, with the photos that it would bring. */
export function NoMatch({ view }: { view: TurnView }) {
  const trpc = useTRPC();
  const { plan, chips } = view;
  const without = useQueries({
    queries: plan
      ? chips.map(({ words: chip }) =>
          trpc.search.run.queryOptions({ plan: changedPlan(plan, [chip], view.order), limit: 4 }),
        )
      : [],
  });
  const helpful = chips.flatMap((chip, index) => {
    const answer = without[index]?.data;
    return answer && answer.total > 0 ? [{ chip, answer }] : [];
  });
  if (helpful.length === 0) return null;
  return (
    <>
      <p className="text-ink-2">{words.turn.oneLess}</p>
      <ul className="mt-2 border-line border-t">
        {helpful.map(({ chip, answer }) => (
          <li key={chip.words} className="border-line border-b">
            <button
              type="button"
              onClick={() => view.toggle(chip)}
              className="grid w-full grid-cols-[minmax(0,1fr)_auto_20px] items-center gap-3 py-2.5 pr-2 text-left sm:grid-cols-[200px_minmax(0,1fr)_20px] sm:gap-4"
            >
              <span>
                <span className="block font-medium">{words.turn.without(chip.label)}</span>
                <span className="block text-ink-2 text-sm">{words.photos(answer.total)}</span>
              </span>
              <span className="flex gap-0.75">
                {answer.hits
                  .filter(({ photo }) => noPictureReason(photo) === null)
                  .map(({ photo }) => (
                    <PhotoImage
                      key={photo.id}
                      photo={photo}
                      width={88}
                      alt=""
                      className="size-16 rounded-photo object-cover max-sm:nth-[n+3]:hidden sm:size-22"
                    />
                  ))}
              </span>
              <ChevronRight size={18} aria-hidden className="text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
