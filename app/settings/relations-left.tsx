import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { kinWords } from "#app/words/kin-words.ts";
import type { Relation } from "#server/languages/relations.ts";

/** Lists the relations after which answers no longer ask, and lets them ask again. */
export function RelationsLeft() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const { data } = useQuery({ ...trpc.people.left.queryOptions(), staleTime: 0 });
  const ask = useMutation({
    mutationFn: (relation: Relation) => client.people.leave.mutate({ relation, left: false }),
    onSettled: () => queryClient.invalidateQueries(trpc.people.left.queryFilter()),
  });
  if (!data || data.length === 0) return null;
  return (
    <div className="border-line border-t px-5 py-4 text-sm max-sm:px-4">
      <p id={id} className="text-ink-2">
        {kinWords.left}
      </p>
      <ul aria-labelledby={id}>
        {data.map((relation) => (
          <li key={relation} className="flex items-center justify-between gap-3">
            {kinWords.relations[relation]}
            <Button
              look="quiet"
              className="-mr-3.5"
              aria-label={`${kinWords.askAgain}: ${kinWords.relations[relation]}`}
              onClick={() => ask.mutate(relation)}
            >
              {kinWords.askAgain}
            </Button>
          </li>
        ))}
      </ul>
      {ask.error && (
        <p role="alert" className="mt-1 text-danger">
          {reasonOf(ask.error)}
        </p>
      )}
    </div>
  );
}
