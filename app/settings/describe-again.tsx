import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { settingsWords } from "#app/words/settings-words.ts";

const words = settingsWords.captions;

/** Offers to describe photos again: all of one model, or those whose caption looks like a refusal. */
export function DescribeAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<{ model: string; photos: number } | null>(null);
  const { data: models = [] } = useQuery(trpc.captions.models.queryOptions());
  const describe = useMutation(
    trpc.captions.describeAgain.mutationOptions({
      onSuccess() {
        setAsked(null);
        void queryClient.invalidateQueries(trpc.jobs.pathFilter());
      },
    }),
  );
  if (models.length === 0) return null;
  return (
    <section aria-label={words.title} className="border-line border-t px-5 py-3 text-sm max-sm:px-4">
      <ul>
        {models.map((one) => (
          <li key={one.model} className="flex items-center justify-between gap-3">
            <span className="min-w-0 [overflow-wrap:anywhere]">{words.described(one.model, one.photos)}</span>
            <Button
              look="quiet"
              className="-mr-3"
              aria-label={words.againWith(one.model)}
              onClick={() => setAsked(one)}
            >
              {words.again}
            </Button>
          </li>
        ))}
        <li className="flex items-center justify-between gap-3">
          <span className="min-w-0 text-pretty">{words.refused}</span>
          <Button
            look="quiet"
            className="-mr-3"
            aria-label={words.againRefused}
            disabled={describe.isPending}
            onClick={() => describe.mutate({ refused: true })}
          >
            {words.again}
          </Button>
        </li>
      </ul>
      <p role="status" className="text-ink-2">
        {describe.data && words.queued(describe.data.queued)}
      </p>
      {describe.error && !asked && (
        <p role="alert" className="text-danger">
          {reasonOf(describe.error)}
        </p>
      )}
      {asked && (
        <Confirm
          title={words.askTitle(asked.photos)}
          body={words.askBody}
          yes={words.again}
          error={describe.error}
          busy={describe.isPending}
          onYes={() => describe.mutate({ model: asked.model })}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
