import type { ModelsStatus, Readiness, Remedy } from "#server/engines/models/port.ts";
import type { ModelTask } from "#server/maintenance/model-tasks.ts";

export type Use = "describe" | "embed" | "converse";
export type Lacking = Readiness & { ready: false };

/** What one use of a model has to say, and what can be done about it on its row. */
export interface ModelRow {
  use: Use;
  readiness: Readiness;
  /** Getting the model: under way, or how it ended in vain. */
  task: ModelTask | null;
  remedy: Remedy | null;
  /** A row above gets this model already; here is nothing to do. */
  asAbove: boolean;
}

const uses: Use[] = ["describe", "embed", "converse"];
const keyOf = ({ action, model }: Pick<ModelTask, "action" | "model">) => `${action} ${model}`;

export const isSameTask = (one: ModelTask, other: ModelTask): boolean => keyOf(one) === keyOf(other);

/** One row a use; what two uses need alike stands on the first. */
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

/** What keeps every model from being used: the server's own trouble, and not that of one model. */
export function serverProblem({ describe, embed, converse }: ModelsStatus): Lacking | null {
  const isServers = (readiness: Readiness): readiness is Lacking =>
    !readiness.ready && ["off", "not-running", "too-old"].includes(readiness.reason);
  return isServers(describe) && isServers(embed) && isServers(converse) ? describe : null;
}
