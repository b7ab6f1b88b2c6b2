import type { Models, Progress } from "../engines/models/port.ts";
import { canonicalName } from "../engines/models/templates.ts";
import { AppError } from "../errors.ts";

export type ModelAction = "pull" | "prepare";

/** The fetching or preparing of one model, running or ended. */
export interface ModelTask {
  action: ModelAction;
  model: string;
  state: "running" | "done" | "failed" | "stopped";
  progress: Progress | null;
  /** Why it failed, for a person. */
  reason: string | null;
}

/** Fetches and prepares models in the background. A new process knows nothing of the old one's tasks. */
export interface ModelTasks {
  /** Starts the task unless it is running. Throws BAD_REQUEST for a model that no setting names. */
  start(action: ModelAction, model: string): void;
  /** Stops the task. The model server keeps what was fetched, and the next start goes on from there. */
  stop(action: ModelAction, model: string): void;
  list(): ModelTask[];
  close(): Promise<void>;
}

export function createModelTasks(
  models: Models,
  /** The models that may be fetched. */
  known: () => string[],
  onError: (error: unknown) => void,
): ModelTasks {
  const tasks = new Map<string, { task: ModelTask; stopping: AbortController; ended: Promise<void> }>();

  async function run(task: ModelTask, signal: AbortSignal): Promise<void> {
    try {
      const steps = models[task.action](task.model, { signal });
      for await (const progress of steps) task.progress = progress;
      // A caller that reads "done" asks next what the model can do, so the status must be fresh.
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
      if (!known().some((name) => canonicalName(name) === canonicalName(model))) {
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
