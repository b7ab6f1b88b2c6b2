import { isRaw } from "#server/formats.ts";
import { tellsAnything } from "#server/library/facts.ts";
import {
  type Decoded,
  DecodeError,
  type DecodeHow,
  type DecodeRequest,
  type Decoder,
} from "./decode/protocol.ts";

/**
 * Opens a file. A picture that breaks or holds up what opens it still tells its facts, and a raw file may have a small
 * preview. Throws DecodeError.
 */
export async function decodeOrRead(
  decoder: Decoder,
  request: DecodeRequest,
  how: DecodeHow,
  attempt: number,
): Promise<Decoded> {
  try {
    return await decoder.decode(request, how);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    // The decoder may have broken down by chance once.
    const isFinal = error.kind === "crashed" ? attempt > 1 : ["timeout", "memory"].includes(error.kind);
    if (!isFinal) throw error;
    const again = (less: DecodeRequest) => decoder.decode(less, how).catch(() => null);
    // Raw data that cannot be developed may lie beside a small preview.
    const shown = isRaw(request.type) ? await again({ ...request, previewOnly: true }) : null;
    if (shown?.renditions) return shown;
    const known = await again({ ...request, factsOnly: error.message });
    if (!known || !tellsAnything(known.facts)) throw error;
    return known;
  }
}
