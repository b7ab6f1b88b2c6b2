import type { Models, Progress } from "../engines/models/port.ts";
import { canonicalName } from "../engines/models/templates.ts";
import { AppError } from "../errors.ts";

export type ModelAction = "pull" | "prepare";

/** Getting one model: under way, or how it ended. */
export interface ModelTask {
  action: ModelAction;
  model: string;
  state: "running" | "done" | "failed" | "stopped";
  progress: Progress | null;
  /** Why it failed, for a person. */
  reason: string | null;
}

/** Fetches and prepares models for whoever asked and then looked away. A new process knows nothing of the old one's. */
export interface ModelTasks {
  /** Starts it unless it is running. Throws BAD_REQUEST for a model that no setting names. */
  start(action: ModelAction, model: string): void;
  /** What was fetched stays with the server, and the next start goes on from there. */
  stop(action: ModelAction, model: string): void;
  list(): ModelTask[];
  close(): Promise<void>;
}

export function createModelTasks(
  models: Models,
  known: string[],
  onError: (error: unknown) => void,
): ModelTasks {
  const tasks = new Map<string, { task: ModelTask; stopping: AbortController; ended: Promise<void> }>();

  async function run(task: ModelTask, signal: AbortSignal): Promise<void> {
    try {
      const steps = models[task.action](task.model, { signal });
      for await (const progress of steps) task.progress = progress;
      // Whoever reads that it is done asks next what the model can do, and is not to hear what was so before.
      await models.status(0);
      task.state = "done";
    } catch (error) {
      if (!(error instanceof AppError) && !signal.aborted) onError(error);
      task.state = signal.aborted ? "stopped" : "failed";
      task.reason = error instanceof AppError ? error.message : "Something went wrong inside Glimpse.";
    }
  }

  return {
    start(action, model) {
      if (!known.some((name) => canonicalName(name) === canonicalName(model))) {
        throw new AppError("BAD_REQUEST", `No setting names a model ${model}.`);
      }
      const key = `${action} ${model}`;
      if (tasks.get(key)?.task.state === "running") return;
      const task: ModelTask = { action, model, state: "running", progress: null, reason: null };
      const stopping = new AbortController();
      tasks.set(key, { task, stopping, ended: run(task, stopping.signal).catch(onError) });
    },
    stop(action, model) {
      tasks.get(`${action} ${model}`)?.stopping.abort();
    },
    list: () => [...tasks.values()].map(({ task }) => ({ ...task })),
    async close() {
      for (const { stopping } of tasks.values()) stopping.abort();
      await Promise.all([...tasks.values()].map(({ ended }) => ended));
    },
  };
}
