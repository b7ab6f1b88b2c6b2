import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { useTRPC } from "#app/api/client.ts";
import { connection } from "#app/api/connection.ts";
import { reasonOf } from "#app/api/errors.ts";
import { createPart } from "#app/ui/part.tsx";
import { useStore } from "#app/ui/store.ts";
import { settingsWords } from "#app/words/settings-words.ts";
import type { SystemStatus } from "#server/status.ts";
import { About } from "./about.tsx";
import { AccessCard } from "./access-card.tsx";
import { AppearanceCard } from "./appearance-card.tsx";
import { DescribingCard } from "./describing-card.tsx";
import { EnginesCard } from "./engines-card.tsx";
import { LanguageCard } from "./language-card.tsx";
import { ModelsCard } from "./models-card.tsx";
import { SafetyCard } from "./safety-card.tsx";
import { SecondReaderCard } from "./second-reader-card.tsx";
import { StorageCard } from "./storage-card.tsx";

const KinCard = createPart(() => import("./kin-card.tsx"));

/** How often we ask the server while something is missing, ms. */
const patience = 5_000;

/** Shows the models and engines that Glimpse uses, and what to do about those that are missing. */
export function Settings() {
  const trpc = useTRPC();
  const { data: status, error } = useSuspenseQuery({
    ...trpc.system.status.queryOptions(),
    refetchInterval: ({ state: { data } }) =>
      data && isComplete(data) && !data.safety.checking ? false : patience,
  });
  return (
    <div className="column grow pt-4 pb-16">
      <div className="max-w-180">
        <Trouble error={error} />
        <ModelsCard models={status.models} />
        {status.models.describe.ready || status.models.describe.reason !== "off" ? <DescribingCard /> : null}
        <SecondReaderCard rule={status.secondReader} isReady={status.models.converse.ready} />
        <EnginesCard {...status} />
        <AppearanceCard />
        <LanguageCard />
        <KinCard />
        <AccessCard />
        <SafetyCard {...status.safety} />
        <StorageCard />
        <About version={status.version} />
      </div>
    </div>
  );
}

function isComplete({ models: { describe, embed, converse }, engines, vectors }: SystemStatus): boolean {
  const isSearched = !vectors.filling && (vectors.serving === null || vectors.serving === embed.model);
  return isSearched && [describe, embed, converse, ...engines].every(({ ready }) => ready);
}

/** Says why the page may be out of date, and offers to ask again. */
function Trouble({ error }: { error: unknown }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const lost = useStore(connection, (state) => state === "lost");
  if (!lost && !error) return null;

  function retry(): void {
    void queryClient.invalidateQueries(trpc.system.status.queryFilter());
    void queryClient.invalidateQueries(trpc.models.tasks.queryFilter());
  }

  return (
    <p role="alert" className="mb-6 flex items-start gap-2 text-ink-2 text-sm">
      <CloudOff size={16} aria-hidden className="mt-0.5 text-danger" />
      <span>
        {lost ? settingsWords.offline : reasonOf(error)}{" "}
        <button type="button" onClick={retry} className="link -my-1 py-1">
          {settingsWords.retry}
        </button>
      </span>
    </p>
  );
}
