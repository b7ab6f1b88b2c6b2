import type { ObjectKey } from "#server/engines/objects/port.ts";
import { kindOf } from "#server/formats.ts";
import { writeCaption } from "#server/library/captions.ts";
import { renditionKey } from "#server/library/renditions.ts";
import type { RunStage, StageTools } from "./stages.ts";

/** Vision models look at a few hundred pixels; more would cost time and tell them nothing. */
const sideForModels = 1_024;

/** Lets the vision model say what the photo shows. A video is described by one sheet of its frames. */
export const describe: RunStage = async ({ photo, facts }, tools, job, signal) => {
  const sheet = renditionKey(photo.sha256, "sheet");
  const isSheet = kindOf(photo.type) === "video" && (await tools.objects.stat(sheet)) !== null;
  const key = isSheet ? sheet : renditionKey(photo.sha256, "preview");
  // The preview of a small photo is no larger than the photo.
  const longest = Math.max(
    facts?.width ?? Number.POSITIVE_INFINITY,
    facts?.height ?? Number.POSITIVE_INFINITY,
  );
  const jpeg =
    !isSheet && longest <= sideForModels ? await tools.objects.read(key) : await shrunk(key, tools, signal);
  const caption = await tools.models.describe(jpeg, { signal, isSheet });
  return {
    status: "described",
    event: { type: "described", data: { model: caption.model } },
    next: ["embed"],
    // The caption must be found even if no model embeds it. Usually one does so at once, and the photo is
    // indexed then.
    later: ["index"],
    write: (rows) => writeCaption(rows, job.owner, photo.id, caption),
  };
};

async function shrunk(
  key: ObjectKey,
  { objects, decoder }: StageTools,
  signal: AbortSignal,
): Promise<Uint8Array> {
  await using picture = await objects.localFile(key);
  return await decoder.shrink({ path: picture.path, side: sideForModels }, signal);
}
