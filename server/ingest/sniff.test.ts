import { expect, test } from "vitest";
import { xmpOf } from "#tests/fixtures/shots.ts";
import { sniff } from "./sniff.ts";

const xmp = `\uFEFF<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\r\n${xmpOf("")}`;

test.each([
  ["UTF-8", Buffer.from(xmp)],
  ["UTF-8 without a mark", Buffer.from(xmp.slice(1))],
  ["UTF-16, little end first", Buffer.from(xmp, "utf16le")],
  ["UTF-16, big end first", Buffer.from(xmp, "utf16le").swap16()],
])("a sidecar in %s is one", async (_, bytes) => {
  expect(await sniff(bytes.subarray(0, 4_100))).toEqual({ type: "application/rdf+xml", extension: "xmp" });
});

test("other text in UTF-16 is none", async () => {
  expect(await sniff(Buffer.from("\uFEFFHello <x:xmpmeta>", "utf16le"))).toHaveProperty("refusal");
});
