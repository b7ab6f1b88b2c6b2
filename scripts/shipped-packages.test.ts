import { resolve } from "node:path";
import { expect, test } from "vitest";
import { listShipped } from "./shipped-packages.ts";

const shipped = listShipped(resolve(import.meta.dirname, ".."));
const named = (name: string) => shipped.filter((each) => each.name === name);

test("everything that is shipped is listed with its licence: what runs, what pages are built with, and data", () => {
  expect(named("react")).toMatchObject([{ version: "18.3.1", licence: "MIT" }]);
  // A dependency of a dependency, and tools that are built into the pages.
  expect(named("scheduler")).toMatchObject([{ licence: "MIT" }]);
  expect(named("maplibre-gl")).toMatchObject([{ licence: "BSD-3-Clause" }]);
  expect(named("@fontsource-variable/figtree")).toMatchObject([{ licence: "OFL-1.1" }]);
  expect(named("GeoNames")).toMatchObject([{ licence: "CC-BY-4.0" }]);
  expect(named("LibRaw (in libraw-wasm)")).toMatchObject([{ licence: "LGPL-2.1-only OR CDDL-1.0" }]);
  expect(["vitest", "playwright-core", "typescript"].flatMap(named)).toEqual([]);
});

test("each says which licence it has", () => {
  expect(shipped.filter(({ licence }) => licence === "")).toEqual([]);
});
