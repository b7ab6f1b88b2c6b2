import { expect, test } from "vitest";
import { inTime } from "./in-time.ts";

test("work that never ends is given up, and other work is not touched", async () => {
  await expect(inTime(new Promise(() => {}), 1)).rejects.toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    cause: { code: "TOO_SLOW" },
  });
  expect(await inTime(Promise.resolve("done"), 1_000)).toBe("done");
  await expect(inTime(Promise.reject(new Error("its own")), 1_000)).rejects.toThrow("its own");
});
