import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import type { ModelsStatus, Readiness } from "#server/engines/models/port.ts";

export interface ModelsState {
  /** What describing or embedding lacks; null when nothing does. */
  lacking: (Readiness & { ready: false }) | null;
  missing: boolean;
  address: string;
}

/** Whether photos can be described and compared now. Asks again by itself while they cannot. */
export function useModels(): ModelsState {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.system.status.queryOptions(),
    refetchInterval: ({ state }) => (state.data && lackingOf(state.data.models) ? 10_000 : false),
  });
  const lacking = lackingOf(data.models);
  return { lacking, missing: lacking !== null, address: data.models.address };
}

function lackingOf({ describe, embed }: ModelsStatus): ModelsState["lacking"] {
  if (!describe.ready) return describe;
  return embed.ready ? null : embed;
}
