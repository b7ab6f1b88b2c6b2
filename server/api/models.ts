import { z } from "zod";
import { procedure, router } from "./trpc.ts";

const task = z.object({ action: z.enum(["pull", "prepare"]), model: z.string().min(1).max(200) });

/** Gets the models that the settings name; `system.status` says what they can do. */
export const models = router({
  tasks: procedure.query(({ ctx }) => ctx.services.modelTasks.list()),

  start: procedure
    .input(task)
    .mutation(({ ctx, input }) => ctx.services.modelTasks.start(input.action, input.model)),

  stop: procedure
    .input(task)
    .mutation(({ ctx, input }) => ctx.services.modelTasks.stop(input.action, input.model)),
});
