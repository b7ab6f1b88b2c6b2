import type { Models } from "#server/engines/models/port.ts";
import type { Consumer } from "#server/engines/queue/port.ts";
import type { Jobs } from "#server/library/jobs.ts";

type ModelStage = "describe" | "embed";

export interface ModelLanes {
  /** Asks the models what they can do now. */
  look(): Promise<void>;
  /** Says that a job of the stage has ended. */
  ended(stage: ModelStage): Promise<void>;
  /** Says that the model of the stage was away. */
  away(stage: ModelStage): void;
}

interface Needs {
  lanes: Record<ModelStage, Pick<Consumer, "pause" | "resume">>;
  models: Pick<Models, "status" | "holdsBoth">;
  jobs: Pick<Jobs, "due" | "isUrgent">;
}

/** This many photos are described before they are embedded, when each change loads a model again. */
export const groupSize = 32;

/**
 * Runs the lanes of models while their models can be used. If memory holds only one of the two, they
 * alternate, a group of photos each: models that push each other out for every photo would be loading all the
 * time.
 */
export function createModelLanes({ lanes, models, jobs }: Needs): ModelLanes {
  const ready: Record<ModelStage, boolean> = { describe: false, embed: false };
  let alternates = false;
  let current: ModelStage = "describe";
  let described = 0;

  function apply(): void {
    for (const stage of ["describe", "embed"] as const) {
      if (ready[stage] && (!alternates || current === stage)) lanes[stage].resume();
      else lanes[stage].pause();
    }
  }

  async function switchLanes(): Promise<void> {
    const isWaiting = async (stage: ModelStage) => ready[stage] && (await jobs.due(stage, 1)).length > 0;
    const other = current === "describe" ? "embed" : "describe";
    if (!(await isWaiting(other))) return;
    const isOver =
      current === "describe"
        ? described >= groupSize || (await jobs.isUrgent("embed")) || !(await isWaiting("describe"))
        : !(await isWaiting("embed"));
    if (!isOver) return;
    current = other;
    described = 0;
  }

  return {
    async look() {
      const status = await models.status();
      ready.describe = status.describe.ready;
      ready.embed = status.embed.ready;
      alternates = ready.describe && ready.embed && (await models.holdsBoth()) === false;
      if (alternates) await switchLanes();
      apply();
    },
    async ended(stage) {
      if (stage === "describe") described++;
      if (!alternates) return;
      await switchLanes();
      apply();
    },
    away(stage) {
      ready[stage] = false;
      apply();
    },
  };
}
