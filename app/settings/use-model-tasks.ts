import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { settingsWords } from "#app/words/settings-words.ts";
import type { ModelTask } from "#server/maintenance/model-tasks.ts";
import { isSameTask } from "./model-rows.ts";

/** How often we fetch the tasks while one is running, ms. */
const pace = 1_000;

const isRunning = ({ state }: ModelTask) => state === "running";

/** Returns the model tasks, kept fresh while one is running. `ended` says how the last one ended, to announce it. */
export function useModelTasks(): { tasks: ModelTask[]; ended: string } {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: tasks } = useSuspenseQuery({
    ...trpc.models.tasks.queryOptions(undefined, { staleTime: pace }),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? pace : false),
  });
  const [ended, setEnded] = useState("");
  const seenRunning = useRef<ModelTask[]>([]);

  useEffect(() => {
    const over = tasks.filter(
      (task) => !isRunning(task) && seenRunning.current.some((before) => isSameTask(before, task)),
    );
    seenRunning.current = tasks.filter(isRunning);
    if (over.length > 0) setEnded(over.map(endOf).join(" "));
    else if (seenRunning.current.length > 0) setEnded("");
    if (over.length > 0) void queryClient.invalidateQueries(trpc.system.status.queryFilter());
  }, [tasks, queryClient, trpc]);

  return { tasks, ended };
}

function endOf({ action, model, state, reason }: ModelTask): string {
  const { done, failed, stopped } = settingsWords.models.ends;
  if (state === "failed") return failed(action, model, reason ?? "");
  return (state === "done" ? done : stopped)(action, model);
}

/** Starts and stops model tasks. */
export function useTaskActions() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries(trpc.models.tasks.queryFilter());
  const start = useMutation(
    trpc.models.start.mutationOptions({
      async onMutate({ action, model }) {
        const started: ModelTask = { action, model, state: "running", progress: null, reason: null };
        await queryClient.cancelQueries(trpc.models.tasks.queryFilter());
        queryClient.setQueryData(trpc.models.tasks.queryKey(), (tasks = []) => [
          ...tasks.filter((task) => !isSameTask(task, started)),
          started,
        ]);
      },
      onSettled,
    }),
  );
  const stop = useMutation(trpc.models.stop.mutationOptions({ onSettled }));
  return { start, stop };
}
