import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { words } from "#app/words/en.ts";
import type { ModelsStatus, Readiness } from "#server/engines/models/port.ts";
import type { ModelsWanted } from "./indexing-counts.ts";

export interface ModelsState {
  /** What describing or embedding lacks; null when nothing does. */
  lacking: (Readiness & { ready: false }) | null;
  ready: ModelsWanted;
  address: string;
}

/** How often the server is asked while its models are away, ms. */
const patience = 10_000;

/** Whether photos can be described and compared now. Asks again by itself while they cannot. */
export function useModels(): ModelsState {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.system.status.queryOptions(),
    refetchInterval: ({ state }) => (state.data && lackingOf(state.data.models) ? patience : false),
  });
  const { models } = data;
  const lacking = lackingOf(models);
  const off = lacking?.reason === "off";
  return {
    lacking,
    ready: { describe: models.describe.ready, embed: models.embed.ready, off },
    address: models.address,
  };
}

/** Why, in a sentence; what to do about it stands in the settings. */
export function lackingWords({ model, detail, remedy }: NonNullable<ModelsState["lacking"]>): string {
  if (!remedy) return detail;
  return remedy.action === "pull" ? words.models.missing(model) : words.models.needsCopy(model);
}

function lackingOf({ describe, embed }: ModelsStatus): ModelsState["lacking"] {
  if (!describe.ready) return describe;
  return embed.ready ? null : embed;
}
