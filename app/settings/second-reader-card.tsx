import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { useHydrated } from "#app/ui/hydrated.ts";
import { settingsWords } from "#app/words/settings-words.ts";
import type { SystemStatus } from "#server/status.ts";
import { Card } from "./card.tsx";

const words = settingsWords.secondReader;

interface SecondReaderCardProps {
  rule: SystemStatus["secondReader"];
  /** True if there is a chat model to do it. */
  isReady: boolean;
}

/** Turns the second reading of questions on and off. */
export function SecondReaderCard({ rule, isReady }: SecondReaderCardProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isHydrated = useHydrated();
  const set = useMutation({
    mutationFn: (on: boolean) => client.secondReader.set.mutate({ on }),
    onSettled: () => queryClient.invalidateQueries(trpc.system.status.queryFilter()),
  });
  const on = set.isPending ? set.variables : rule.on;
  const note = rule.fixed ? words.fixed : on && !isReady ? words.waits : null;
  return (
    <Card title={words.title} intro={words.intro}>
      <div className="px-5 py-4 text-sm max-sm:px-4">
        <label className="flex items-center gap-3 font-medium pointer-coarse:min-h-11 min-h-6">
          <input
            type="checkbox"
            checked={on}
            disabled={rule.fixed || !isHydrated}
            onChange={(event) => set.mutate(event.target.checked)}
            className="size-4 accent-accent"
          />
          {words.label}
        </label>
        {note && <p className="mt-2 text-ink-2">{note}</p>}
        {set.error && (
          <p role="alert" className="mt-2 text-danger">
            {reasonOf(set.error)}
          </p>
        )}
      </div>
    </Card>
  );
}
