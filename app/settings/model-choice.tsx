import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { careWords } from "#app/words/care-words.ts";
import type { ModelUse } from "#server/library/chosen-models.ts";
import type { ModelChoices } from "#server/maintenance/model-choice.ts";
import type { Use } from "./model-rows.ts";

const uses: Use[] = ["describe", "embed", "converse"];
const can = { describe: "describes", embed: "embeds", converse: "converses" } as const;

/** Lets a person choose a model for each use among those that the servers have, and says what a change costs. */
export function ModelChoice() {
  const words = careWords.choice;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.models.choices.queryOptions());
  const { data: described = [] } = useQuery(trpc.captions.models.queryOptions());
  const [asked, setAsked] = useState<{ use: ModelUse; model: string } | null>(null);
  const choose = useMutation(
    trpc.models.choose.mutationOptions({
      onSuccess: () => setAsked(null),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.models.choices.queryFilter()),
          queryClient.invalidateQueries(trpc.system.status.queryFilter()),
        ]),
    }),
  );
  if (!data || data.installed.length === 0) return null;
  const photos = described.reduce((sum, each) => sum + each.photos, 0);
  return (
    <section aria-label={words.title} className="border-line border-t px-5 py-4 text-sm max-sm:px-4">
      <h3 className="mb-2 font-medium">{words.title}</h3>
      <ul className="grid gap-3">
        {uses.map((use) => (
          <Choice key={use} use={use} choices={data} onChoose={(model) => setAsked({ use, model })} />
        ))}
      </ul>
      {asked && (
        <Confirm
          title={words.askTitle(asked.model)}
          body={[words.good(asked.model), words.costs[asked.use](photos)].filter(Boolean).join(" ")}
          yes={words.yes}
          error={choose.error}
          busy={choose.isPending}
          onYes={() => choose.mutate(asked)}
          onClose={() => {
            setAsked(null);
            // An error with one model must not stay on the screen when another is chosen.
            choose.reset();
          }}
        />
      )}
    </section>
  );
}

interface ChoiceProps {
  use: Use;
  choices: ModelChoices;
  onChoose(model: string): void;
}

function Choice({ use, choices, onChoose }: ChoiceProps) {
  const words = careWords.choice;
  const id = useId();
  const { model, isFixed } = choices.uses[use];
  const able = choices.installed.filter((each) => each[can[use]]);
  const isListed = able.some(({ name }) => name === model);
  return (
    <li className="grid gap-x-4 gap-y-1 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <label htmlFor={id} className="pt-2 text-ink-2">
        {words.labels[use]}
      </label>
      <div>
        <select
          id={id}
          value={model}
          disabled={isFixed}
          onChange={(event) => onChoose(event.target.value)}
          className="h-9 w-full max-w-80 rounded-control bg-fill px-3 pointer-coarse:h-11"
        >
          {!isListed && <option value={model}>{words.standard(model)}</option>}
          {able.map(({ name, bytes }) => (
            <option key={name} value={name}>
              {words.sized(name, bytes)}
            </option>
          ))}
        </select>
        <p className="mt-1 text-pretty text-ink-3 text-xs">{isFixed ? words.fixed : words.good(model)}</p>
      </div>
    </li>
  );
}
