import type { ModelServer, Models } from "#server/engines/models/port.ts";
import type { Consumer } from "#server/engines/queue/port.ts";
import { type DescribingRule, stateBy } from "#server/library/describing.ts";
import type { Jobs } from "#server/library/jobs.ts";
import type { Describers } from "./describers.ts";

type ModelStage = "describe" | "embed";

export interface ModelLanes {
  /** Asks the models what they can do now, and whether photos may be described. */
  look(): Promise<void>;
  /** Says that a job of the stage has ended. */
  ended(stage: ModelStage): Promise<void>;
  /** Says that the model of a stage was away. */
  away(stage: ModelStage): void;
  /** True while only photos that a person waits for may be described. */
  isResting(): boolean;
}

interface Needs {
  lanes: Record<ModelStage, Pick<Consumer, "pause" | "resume">>;
  models: Pick<Models, "embedder">;
  describers: Pick<Describers, "look" | "areReadyBeside" | "areWaitedFor" | "reserve" | "stopped" | "uses">;
  jobs: Pick<Jobs, "due" | "isUrgent">;
  rule(): Promise<DescribingRule>;
}

/** If each change of the model loads it again, this many photos are described before they are embedded. */
const groupSize = 32;

/**
 * Runs the lanes of models while their models can be used, and while photos may be described. If the server that embeds
 * can hold only one of the two models in memory, the lanes alternate after a group of photos; otherwise it would load a
 * model for every photo. Other servers only describe.
 */
export function createModelLanes({ lanes, models, describers, jobs, rule }: Needs): ModelLanes {
  const ready: Record<ModelStage, boolean> = { describe: false, embed: false };
  let embedder: ModelServer | null = null;
  let alternates = false;
  let current: ModelStage = "describe";
  let described = 0;
  let resting = false;

  function apply(): void {
    const isEmbedding = alternates && current === "embed";
    describers.reserve(isEmbedding ? embedder : null);
    const describes = ready.describe && (!isEmbedding || describers.areReadyBeside(embedder));
    if (!describes) lanes.describe.pause();
    else if (resting) lanes.describe.pause("waited-for");
    else lanes.describe.resume();
    if (ready.embed && (!alternates || current === "embed")) lanes.embed.resume();
    else lanes.embed.pause();
  }

  async function switchLanes(): Promise<void> {
    const isDue = async (stage: ModelStage) =>
      (await jobs.due(stage, 1, stage === "describe" && resting ? "waited-for" : undefined)).length > 0;
    const isWaiting = async (stage: ModelStage) =>
      ready[stage] && ((stage === "describe" && describers.areWaitedFor()) || (await isDue(stage)));
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
      const rests = stateBy(await rule(), Date.now()) !== "on";
      if (rests && !resting) describers.stopped();
      resting = rests;
      ready.describe = await describers.look();
      embedder = await models.embedder();
      ready.embed = embedder !== null;
      alternates = embedder !== null && describers.uses(embedder) && (await embedder.holdsBoth()) === false;
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
      ready[stage] = stage === "describe" && describers.areReadyBeside(null);
      apply();
    },
    isResting: () => resting,
  };
}
