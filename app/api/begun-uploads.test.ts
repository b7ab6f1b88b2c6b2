import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetBegun, keepBegun, takeBegun } from "./begun-uploads.ts";

/** The part of a browser's storage that is used here. */
function storage(): Storage {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void Object.assign(kept, { [key]: value }),
    removeItem: (key: string) => void delete kept[key],
  };
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(kept, name, { value });
  return kept as unknown as Storage;
}

let pages = 0;

/** Loads the page anew in the same tab: everything in its memory is gone, because another address is another module. */
async function loadedAnew(): Promise<typeof import("./begun-uploads.ts")> {
  pages++;
  return await import(`./begun-uploads.ts?page=${pages}`);
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("sessionStorage", storage());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a page that is loaded anew goes on at once, and only once", async () => {
  keepBegun("aa", "/api/uploads/1");
  // The same file twice on one page is sent twice.
  expect(takeBegun("aa")).toBeUndefined();
  const page = await loadedAnew();
  expect(page.takeBegun("bb")).toBeUndefined();
  expect(page.takeBegun("aa")).toBe("/api/uploads/1");
  expect(page.takeBegun("aa")).toBeUndefined();
});

test("another tab waits until the first one has said nothing for a minute", async () => {
  keepBegun("cc", "/api/uploads/2");
  vi.stubGlobal("sessionStorage", storage());
  const other = await loadedAnew();
  vi.advanceTimersByTime(50_000);
  expect(other.takeBegun("cc")).toBeUndefined();
  vi.advanceTimersByTime(11_000);
  expect(other.takeBegun("cc")).toBe("/api/uploads/2");
});

test("an upload that has ended, or is older than a day, is forgotten", async () => {
  keepBegun("dd", "/api/uploads/3");
  forgetBegun("dd", "/api/uploads/3");
  expect(Object.keys(localStorage)).toEqual([]);
  keepBegun("ee", "/api/uploads/4");
  vi.advanceTimersByTime(90_000_000);
  keepBegun("ff", "/api/uploads/5");
  expect(Object.keys(localStorage)).toEqual(["glimpse.upload.ff"]);
});

test("a browser that keeps nothing does no harm", () => {
  vi.stubGlobal("localStorage", undefined);
  keepBegun("gg", "/api/uploads/6");
  expect(takeBegun("gg")).toBeUndefined();
  forgetBegun("gg", "/api/uploads/6");
});
