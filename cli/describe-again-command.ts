import { parseArgs } from "node:util";
import { z } from "zod";
import { AppError } from "#server/errors.ts";
import { describeAgainLocally, type WhichPhotos } from "#server/maintenance/describe-again.ts";
import { openExistingLibrary } from "./existing-library.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `glimpse describe-again …`. The worker describes the photos, now or when it runs again. */
export async function describeAgainCommand(args: string[], { print }: Terminal): Promise<number> {
  const which = parse(args);
  const services = await openExistingLibrary();
  try {
    const queued = await describeAgainLocally(services.captions, which);
    const photos = queued === 1 ? "1 photo is" : `${queued} photos are`;
    print(
      queued === 0 ? "No photo has to be described again." : `${photos} now waiting to be described again.`,
    );
    return 0;
  } finally {
    await services.close();
  }
}

function parse(args: string[]): WhichPhotos {
  const usage = "Say “glimpse describe-again” with one of --photo ID, --model NAME and --refused.";
  try {
    const options = {
      photo: { type: "string", multiple: true },
      model: { type: "string" },
      refused: { type: "boolean" },
    } as const;
    const { photo, model, refused } = parseArgs({ args, options }).values;
    if ([photo, model, refused].filter(Boolean).length !== 1) throw new AppError("BAD_REQUEST", usage);
    if (photo) return { ids: z.array(z.uuid()).parse(photo) };
    return model ? { model } : { refused: true };
  } catch (cause) {
    throw new AppError("BAD_REQUEST", usage, { cause });
  }
}
