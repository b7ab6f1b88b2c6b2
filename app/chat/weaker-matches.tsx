import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { words } from "#app/words/words.ts";
import type { SearchPlan, Turn } from "#server/search/types.ts";
import { lackingWords } from "./lacking.ts";
import { pageSize, Results } from "./results.tsx";
import { isSaid } from "./sentence.tsx";
import { useTurnWords } from "./turn-words.tsx";

/** Tells whether there are weaker matches to offer: some were counted, and the limit of the plan is not reached. */
export function canHaveWeaker(turn: Turn): boolean {
  const { plan, total, state, found } = turn;
  if (!plan || isSaid(turn) || state !== "done") return false;
  const hasWords = plan.text !== "" || plan.either.length + plan.also.length > 0;
  return hasWords && (found?.weaker ?? 0) > 0 && (plan.limit === null || total < plan.limit);
}

/** Shows less relevant photos, only on demand and apart from the others. */
export function WeakerMatches({ turn, plan }: { turn: Turn; plan: SearchPlan }) {
  const turnWords = useTurnWords();
  const trpc = useTRPC();
  const headingId = useId();
  const [wanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    ...trpc.search.run.queryOptions({ plan: { ...plan, weaker: true }, limit: pageSize }),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) {
    return (
      <div className="mt-4 flex items-center gap-3">
        <Button
          look="quiet"
          disabled={isFetching}
          onClick={() => (wanted ? void refetch() : setWanted(true))}
          className="-ml-3.5"
        >
          {turnWords.showWeaker}
        </Button>
        {error && (
          <span role="alert" className="text-ink-3 text-sm">
            {reasonOf(error)}
          </span>
        )}
      </div>
    );
  }
  if (data.total === 0) {
    return (
      <p role="status" className="mt-4 text-ink-3 text-sm">
        {turnWords.noWeaker}
      </p>
    );
  }
  return (
    <section aria-labelledby={headingId} className="mt-8">
      <h3 id={headingId} className="font-semibold text-ink-2">
        {turnWords.weaker}
      </h3>
      <p className="mb-3 text-ink-3 text-sm">{lackingWords(data, turnWords)}</p>
      <Results key={data.next ?? "all"} name={`${turn.id}/weaker`} label={words.turn.weaker} answer={data} />
    </section>
  );
}
