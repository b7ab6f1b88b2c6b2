import type { Page } from "playwright-core";

declare global {
  interface Window {
    screenFigures(): { lcp: number; cls: number; slowest: number };
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

interface Interaction extends PerformanceEntry {
  interactionId: number;
}

/** Notes in every document of the page what the browser says of its paints, shifts, answers and long tasks. */
export async function watchScreen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const figures = { lcp: 0, cls: 0, slowest: 0 };
    const watch = (type: string, note: (entry: PerformanceEntry) => void, more: object = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        ...{ type, buffered: true },
        ...more,
      });
    watch("largest-contentful-paint", ({ startTime }) => {
      figures.lcp = startTime;
    });
    watch("layout-shift", (entry) => {
      const { value, hadRecentInput } = entry as LayoutShift;
      if (!hadRecentInput) figures.cls += value;
    });
    watch(
      "event",
      (entry) => {
        // A pointer that only comes across something has no interaction, and nobody waits for an answer.
        const { duration, interactionId } = entry as Interaction;
        if (interactionId > 0) figures.slowest = Math.max(figures.slowest, duration);
      },
      { durationThreshold: 16 },
    );
    window.screenFigures = () => ({ ...figures });
  });
}

/** Types, tabs and opens and closes the menu, and returns how long the page took at most to show an answer, ms. */
export async function slowestAnswer(page: Page): Promise<number> {
  const field = page.getByRole("textbox").first();
  if (await field.isVisible().catch(() => false))
    await field.pressSequentially("a dog on a beach", { delay: 40 });
  for (let press = 0; press < 10; press++) await page.keyboard.press("Tab", { delay: 20 });
  for (const key of ["ArrowRight", "ArrowDown", "Escape"]) await page.keyboard.press(key, { delay: 20 });
  await page.mouse.click(640, 500);
  // The browser tells of an answer once it is painted.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200))));
  return (await page.evaluate(() => window.screenFigures())).slowest;
}

/** Scrolls down and up again for `ms`, 60 px a frame, and counts frames that came late. */
export async function framesOf(page: Page, ms: number): Promise<{ dropped: number; longestTask: number }> {
  return page.evaluate(async (duration) => {
    const scroller = document.scrollingElement ?? document.documentElement;
    const late = 34;
    const pace = 60;
    const begun = performance.now();
    let [dropped, before, direction, longestTask] = [0, begun, 1, 0];
    const tasks = new PerformanceObserver((list) => {
      for (const { duration: length } of list.getEntries()) longestTask = Math.max(longestTask, length);
    });
    tasks.observe({ type: "longtask" });
    for (let now = begun; now - begun < duration; before = now) {
      now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      if (now - before > late) dropped++;
      const top = scroller.scrollTop;
      scroller.scrollTop = top + direction * pace;
      if (scroller.scrollTop === top) direction = -direction;
    }
    tasks.disconnect();
    return { dropped, longestTask };
  }, ms);
}

/** Returns how many bytes of script objects are in use after a garbage collection. */
export async function heapAfterCollection(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}
