import { writeEmbedding } from "#server/library/embeddings.ts";
import { isPrepared } from "#server/library/stages.ts";
import { textToEmbed } from "#server/search/document.ts";
import type { RunStage } from "./stages.ts";

/** Embeds the caption and the facts together. */
export const embed: RunStage = async (known, tools, job, signal) => {
  const text = textToEmbed(known);
  if (text === null) return { next: ["describe"] };
  const { space, vectors } = await tools.models.embed([text], "document", { signal });
  const [vector] = vectors;
  if (!vector) throw new Error("the model gave no vector");
  return {
    // A photo whose file cannot be opened stays failed, although a person has written its caption.
    ...(isPrepared(known.photo) && { status: "embedded" as const }),
    event: { type: "embedded", data: { model: space.model } },
    next: ["index"],
    write: (rows) => writeEmbedding(rows, job.owner, known.photo.id, space, vector),
  };
};
