import type { ModelServerStatus, ModelsStatus, Readiness, Remedy } from "#server/engines/models/port.ts";
import type { ModelTask } from "#server/maintenance/model-tasks.ts";

export type Use = "describe" | "embed" | "converse";
export type Lacking = Readiness & { ready: false };

/** The row of one use of a model: its state, and what can be done about it there. */
export interface ModelRow {
  use: Use;
  readiness: Readiness;
  /** The task that gets the model, if it is running, was stopped or has failed. */
  task: ModelTask | null;
  remedy: Remedy | null;
  /** True if a row above already offers this model, so that there is nothing to do here. */
  asAbove: boolean;
}

const uses: Use[] = ["describe", "embed", "converse"];
const keyOf = ({ action, model }: Pick<ModelTask, "action" | "model">) => `${action} ${model}`;

export const isSameTask = (one: ModelTask, other: ModelTask): boolean => keyOf(one) === keyOf(other);

/** Makes one row for each use. If two uses need the same model, only the first row offers it. */
export function modelRows(models: ModelsStatus, tasks: ModelTask[]): ModelRow[] {
  const taken = new Set<string>();
  return uses.map((use) => {
    const readiness = models[use];
    const nothing = { use, readiness, task: null, remedy: null, asAbove: false };
    if (readiness.ready) return nothing;
    const { remedy } = readiness;
    const task =
      tasks.find(({ model, state }) => model === readiness.model && state === "running") ??
      tasks.find((each) => each.state !== "done" && remedy !== null && keyOf(each) === keyOf(remedy)) ??
      null;
    const wanted = task ?? remedy;
    if (!wanted) return nothing;
    if (taken.has(keyOf(wanted))) return { ...nothing, asAbove: true };
    taken.add(keyOf(wanted));
    return { use, readiness, task, remedy, asAbove: false };
  });
}

/** Returns the problem of the model server itself that stops every model, or null. */
export function serverProblem({ describe, embed, converse }: ModelsStatus): Lacking | null {
  const isServers = (readiness: Readiness): readiness is Lacking =>
    !readiness.ready && ["off", "not-running", "too-old"].includes(readiness.reason);
  return isServers(describe) && isServers(embed) && isServers(converse) ? describe : null;
}

/** Returns the uses that a server lacks a model for; one that two uses lack counts once. */
export function lackedBy(server: ModelServerStatus): (Lacking & { use: Use })[] {
  const lacking = uses.flatMap((use) => {
    const readiness = server[use];
    return readiness.ready ? [] : [{ ...readiness, use }];
  });
  return lacking.filter(({ detail }, at) => lacking.findIndex((other) => other.detail === detail) === at);
}

/** Says whether a task that does this is running. */
export const isUnderWay = (tasks: ModelTask[], remedy: Remedy): boolean =>
  tasks.some((task) => task.state === "running" && keyOf(task) === keyOf(remedy));
