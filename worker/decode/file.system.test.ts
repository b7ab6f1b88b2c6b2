import sharp from "sharp";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { decodeFile } from "./file.ts";

test.each([
  [4_000, 3_000, true, "large"],
  [2_400, 1_600, true, "decoded"],
  [4_000, 3_000, false, "decoded"],
])("a JPEG of %i × %i, progressive: %s, beside another file: %s", async (width, height, progressive, outcome) => {
  await using folder = await temporaryFolder();
  const flat = sharp({ create: { width, height, channels: 3, background: "teal" } });
  const path = await folder.write("flat.jpg", await flat.jpeg({ progressive }).toBuffer());
  const request = { path, type: "image/jpeg", maxMegapixels: 200 };
  const tools = { largestPreview: async () => null, ffmpeg: () => null };
  const decoded = await decodeFile(request, false, async () => ({ tags: {}, notes: [] }), tools);
  expect(decoded === "large" ? "large" : "decoded").toBe(outcome);
});
