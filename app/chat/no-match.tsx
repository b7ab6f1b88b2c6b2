import { useQueries } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useTRPC } from "#app/api/client.ts";
import { PhotoImage } from "#app/library/photo-image.tsx";
import { noPictureReason } from "#app/library/photo-words.ts";
import { everything } from "#server/search/plan/everything.ts";
import type { SearchAnswer, Turn } from "#server/search/types.ts";
import { type Chip, chipsOf, keyOf, takenOff, textChips } from "./chips.ts";
import { useTurnWords } from "./turn-words.tsx";

interface Loosened {
  /** One chip, or two where no single one is enough. */
  chips: Chip[];
  answer: SearchAnswer;
}

/** If no single chip is enough, pairs of at most this many chips are tried. */
const mostPaired = 5;

/** Finds, for an answer without photos, which chips to remove to find some, and which photos those are. */
export function useLoosened({ plan, state, total }: Turn, wanted: boolean): Loosened[] {
  const trpc = useTRPC();
  const isWanted = wanted && state === "done" && total === 0;
  const asked = isWanted && plan ? [...chipsOf(plan), ...textChips(plan)].filter((chip) => !chip.off) : [];
  const queryWithout = (chips: Chip[]) => ({
    ...trpc.search.run.queryOptions({ plan: chips.reduce(takenOff, plan ?? everything), limit: 4 }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const singles = asked.map((chip) => [chip]);
  const alone = useQueries({ queries: singles.map(queryWithout) });
  const isInVain = alone.length > 0 && alone.every(({ data }) => data?.total === 0);
  const pairs = isInVain ? pairsOf(asked.slice(0, mostPaired)) : [];
  const together = useQueries({ queries: pairs.map(queryWithout) });
  return [...singles, ...pairs].flatMap((chips, index) => {
    const answer = [...alone, ...together][index]?.data;
    return answer && answer.total > 0 ? [{ chips, answer }] : [];
  });
}

/** Returns all pairs that leave something of the question. */
function pairsOf(chips: Chip[]): Chip[][] {
  if (chips.length < 3) return [];
  return chips.flatMap((one, at) => chips.slice(at + 1).map((other) => [one, other]));
}

/** Shows one row for each chip, or pair of chips, whose removal would bring photos. */
export function NoMatch({ loosened, onDrop }: { loosened: Loosened[]; onDrop(chips: Chip[]): void }) {
  const turnWords = useTurnWords();
  return (
    <ul className="border-line border-t">
      {loosened.map(({ chips, answer }) => (
        <li key={chips.map(keyOf).join()} className="border-line border-b">
          <button
            type="button"
            onClick={() => onDrop(chips)}
            className="grid w-full grid-cols-[minmax(0,1fr)_auto_20px] items-center gap-3 py-2.5 pr-2 text-left sm:grid-cols-[200px_minmax(0,1fr)_20px] sm:gap-4"
          >
            <span>
              <span className="block font-medium">{turnWords.without(chips.map(({ label }) => label))}</span>
              <span className="block text-ink-2 text-sm">{turnWords.photos(answer.total)}</span>
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
  );
}
