import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { Button } from "#app/ui/button.tsx";
import { settingsWords } from "#app/words/settings-words.ts";
import type { ModelsStatus } from "#server/engines/models/port.ts";
import { Card } from "./card.tsx";
import { DescribeAgain } from "./describe-again.tsx";
import { ModelChoice } from "./model-choice.tsx";
import { ModelItem } from "./model-item.tsx";
import { type Lacking, modelRows, serverProblem } from "./model-rows.ts";
import { ModelServers } from "./model-servers.tsx";
import { useModelTasks } from "./use-model-tasks.ts";

const words = settingsWords.models;
const hostOf = (address: string) => address.replace(/^https?:\/\//, "");

/** Shows the model server and the model for each use: ready, or how to get it. */
export function ModelsCard({ models }: { models: ModelsStatus }) {
  const { tasks, ended } = useModelTasks();
  const problem = serverProblem(models);
  return (
    <Card title={words.title} intro={words.intro}>
      <Server models={models} problem={problem} />
      <ul aria-label={words.list}>
        {modelRows(models, tasks).map((row) => (
          <ModelItem
            key={row.use}
            row={row}
            version={models.version ?? ""}
            waits={problem && (problem.reason === "off" ? words.isOff : words.waits)}
            advice={row.use === "embed" ? models.embed.advice : null}
          />
        ))}
      </ul>
      <ModelServers servers={models.servers} tasks={tasks} />
      <ModelChoice />
      <DescribeAgain />
      <p role="status" className="sr-only">
        {ended}
      </p>
    </Card>
  );
}

function Server({ models, problem }: { models: ModelsStatus; problem: Lacking | null }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const checking = useIsFetching(trpc.system.status.queryFilter()) > 0;
  return (
    <div className="px-5 py-3 text-sm max-sm:px-4">
      <div className="flex items-baseline gap-2.5 not-has-[button]:pt-1">
        <span
          aria-hidden
          className={`size-2 shrink-0 -translate-y-px rounded-full ${problem ? "bg-line-2" : "bg-accent"}`}
        />
        <p role="status" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          {problem ? problem.detail : words.answers(models.version ?? "", hostOf(models.address))}
        </p>
        {problem?.reason !== "off" && (
          <Button
            look="quiet"
            aria-disabled={checking}
            className="-mr-3"
            onClick={() => void queryClient.invalidateQueries(trpc.system.status.queryFilter())}
          >
            {words.check}
          </Button>
        )}
      </div>
      {problem && <WhatToDo {...problem} />}
    </div>
  );
}

function WhatToDo({ reason }: Lacking) {
  return (
    <p className="mt-0.5 mb-1 max-w-(--measure) text-pretty pl-4.5 text-ink-2">
      {reason === "off" ? (
        words.howOn
      ) : (
        <>
          <a
            href="https://ollama.com/download"
            rel="noreferrer"
            target="_blank"
            className="link -my-1 py-1 text-ink"
          >
            {words.get}
          </a>
          {reason === "not-running" ? words.elsewhere : "."} {words.looksAgain}
        </>
      )}
    </p>
  );
}
