import { DecodeError } from "./protocol.ts";

/**
 * The meanings of sharp's messages; the first match counts. Memory comes first, because AVIF adds "end of
 * file" to it.
 */
const meanings: [RegExp, () => DecodeError][] = [
  [
    /out of memory|insufficient memory|memory allocation|could not allocate|bad_alloc|allocation failed|\(OOM\)/i,
    outOfMemory,
  ],
  [
    /premature end of jpeg|unexpected end|end of file|file size too small|insufficient input data/i,
    endsEarly,
  ],
];

/** Turns an error of a decoder into one that a person understands. A DecodeError stays as it is. */
export function failureFrom(error: unknown): DecodeError {
  if (error instanceof DecodeError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const meaning = meanings.find(([form]) => form.test(message))?.[1];
  // Files that fail at the same moment share libvips' messages, so this one may have none left to explain it.
  return meaning?.() ?? damagedFile(message.trim() !== "");
}

/** Turns what a decoder says of a file's damage into words for a person. */
export function failureSaid(message: string): DecodeError {
  return meanings.find(([form]) => form.test(message))?.[1]() ?? damagedFile();
}

export function damagedFile(isCertain = true): DecodeError {
  const message = "The file is damaged or incomplete. It may not have been copied completely.";
  return new DecodeError("damaged", message, isCertain);
}

export function missing(): DecodeError {
  return new DecodeError("missing", "The file is not where it was stored.");
}

export function outOfMemory(): DecodeError {
  return new DecodeError("memory", "Opening this picture takes more memory than one file may use.", false);
}

/** Uncertain, because a machine may be busy with other files. */
export function tookTooLong(): DecodeError {
  return new DecodeError("timeout", "Opening the file took too long.", false);
}

export function tooManyPixels(pixels: number, limit: number): DecodeError {
  const megapixels = Math.ceil(pixels / 1e6);
  return new DecodeError(
    "too-many-pixels",
    `The picture has ${megapixels} megapixels; up to ${limit} are opened.`,
  );
}

export function unsupported(type: string): DecodeError {
  return new DecodeError("unsupported", `Files of the type ${type} cannot be opened.`);
}

export function endsEarly(): DecodeError {
  return new DecodeError("damaged", "The file ends too early. It may not have been copied completely.");
}
