import { expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { DecodeError, type DecodeFailure, type DecodeRequest } from "./decode/protocol.ts";
import { decodeOrRead } from "./decode-or-read.ts";

const renditions = {
  ...{ preview: new Uint8Array(), sheet: null, thumbnail: new Uint8Array() },
  ...{ thumbhash: "", colours: [], brightness: 0 },
};

/**
 * A decoder that fails like this over pixels, and the requests that it got. `hasPreview` says whether a raw file has
 * one.
 */
function failing(kind: DecodeFailure, hasPreview: boolean, says: boolean) {
  const asked: string[] = [];
  const facts = { ...noFacts, make: says ? "Nikon" : null };
  const decode = async ({ previewOnly, factsOnly }: DecodeRequest) => {
    asked.push(previewOnly ? "preview" : factsOnly ? "facts" : "all");
    if (!previewOnly && !factsOnly) throw new DecodeError(kind, "It took too long.");
    const shown = previewOnly && hasPreview ? renditions : null;
    return { facts, renditions: shown, animated: false, pictureNote: null, notes: [], flaw: factsOnly };
  };
  const decoder = {
    decode,
    shrink: async () => new Uint8Array(),
    missing: () => null,
    close: async () => {},
  };
  return { decoder, asked };
}

const of = (type: string) => ({ path: "/photo", type, maxMegapixels: 200 });
const nef = of("image/x-nikon-nef");

test.each([
  // A preview is shown, also if the file says nothing.
  ["timeout", nef, true, false, 1, ["all", "preview"], true],
  ["memory", nef, true, true, 1, ["all", "preview"], true],
  ["timeout", nef, false, true, 1, ["all", "preview", "facts"], false],
  ["crashed", nef, true, true, 2, ["all", "preview"], true],
  ["timeout", of("image/jpeg"), true, true, 1, ["all", "facts"], false],
] as const)("after %s of %o, preview %s, facts %s", async (...row) => {
  const [kind, request, hasPreview, says, attempt, expected, isShown] = row;
  const { decoder, asked } = failing(kind, hasPreview, says);
  const decoded = await decodeOrRead(decoder, request, {}, attempt);
  expect(asked).toEqual(expected);
  expect(decoded.renditions !== null).toBe(isShown);
  if (!isShown) expect(decoded.flaw).toBe("It took too long.");
});

test("a file with neither facts nor a picture fails, and so does one that may have failed by chance", async () => {
  const mute = failing("timeout", false, false);
  await expect(decodeOrRead(mute.decoder, nef, {}, 1)).rejects.toMatchObject({ kind: "timeout" });
  const unlucky = failing("crashed", true, true);
  await expect(decodeOrRead(unlucky.decoder, nef, {}, 1)).rejects.toMatchObject({ kind: "crashed" });
  expect(unlucky.asked).toEqual(["all"]);
});
