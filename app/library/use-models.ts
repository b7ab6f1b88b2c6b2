import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { words } from "#app/words/words.ts";
import type { ModelsStatus, Readiness } from "#server/engines/models/port.ts";
import type { ModelsWanted } from "./indexing-counts.ts";

export interface ModelsState {
  /** The model for describing or embedding that is not ready, and why; null if both are ready. */
  lacking: (Readiness & { ready: false }) | null;
  ready: Omit<ModelsWanted, "allowed">;
  address: string;
}

/** How often we ask the server while models are missing, ms. */
const patience = 10_000;

/** Tells whether photos can be described and compared now. Asks again by itself until they can. */
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
    address: models.servers.length > 1 ? listOf(models.servers) : models.address,
  };
}

const listOf = (servers: ModelsStatus["servers"]) =>
  servers.map(({ address }) => address.replace(/^https?:\/\//, "")).join(", ");

/** Returns a sentence that says why a model is not ready. The settings say what to do about it. */
export function lackingWords({ model, detail, remedy }: NonNullable<ModelsState["lacking"]>): string {
  if (!remedy) return detail;
  return remedy.action === "pull" ? words.models.missing(model) : words.models.needsCopy(model);
}

function lackingOf({ describe, embed }: ModelsStatus): ModelsState["lacking"] {
  if (!describe.ready) return describe;
  return embed.ready ? null : embed;
}
