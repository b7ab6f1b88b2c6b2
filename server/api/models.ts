import { z } from "zod";
import { modelUses } from "../library/chosen-models.ts";
import { procedure, router } from "./trpc.ts";

const task = z.object({ action: z.enum(["pull", "prepare"]), model: z.string().min(1).max(200) });

/** Gets the models that the settings name; `system.status` says what they can do. */
export const models = router({
  tasks: procedure.query(({ ctx }) => ctx.services.modelTasks.list()),

  start: procedure
    .input(task)
    .mutation(({ ctx, input }) => ctx.services.modelTasks.start(input.action, input.model)),

  /** Which models are used, and which could be. */
  choices: procedure.query(({ ctx }) => ctx.services.modelChoice.choices()),

  /** Null leaves it to the settings again. */
  choose: procedure
    .input(z.object({ use: z.enum(modelUses), model: z.string().min(1).max(200).nullable() }))
    .mutation(({ ctx, input }) => ctx.services.modelChoice.choose(input.use, input.model)),

  stop: procedure
    .input(task)
    .mutation(({ ctx, input }) => ctx.services.modelTasks.stop(input.action, input.model)),
});
