/** Browsers cap the height of an element (2^24 px in Chrome at two pixels a px), so no page is made higher than this. */
const mostHeight = 12_000_000;

/**
 * The position of a page: `scrolled` is the browser's, `shown` is that on the shelf, which may be higher than a page
 * can be.
 */
export interface Stand {
  scrolled: number;
  shown: number;
}

export interface Heights {
  /** The height of the shelf, and of the page that stands for it, px. */
  shelf: number;
  page: number;
  window: number;
}

export const heightsOf = (shelf: number, window: number, most = mostHeight): Heights => ({
  shelf,
  page: Math.min(shelf, most),
  window,
});

const clamp = (value: number, most: number) => Math.min(Math.max(0, value), Math.max(0, most));

/** Where the page must be scrolled to, to show this place of the shelf. */
export function scrolledFor(shown: number, { shelf, page, window }: Heights): number {
  if (shelf === page) return shown;
  return (clamp(shown, shelf - window) * (page - window)) / (shelf - window);
}

/**
 * Follows the browser's scrolling. A small step moves the shelf by as much; a leap moves it in proportion; at both ends
 * of the page the shelf ends too.
 */
export function moved(before: Stand, scrolled: number, heights: Heights): Stand {
  const { shelf, page, window } = heights;
  if (shelf === page) return { scrolled, shown: scrolled };
  if (scrolled <= 0) return { scrolled, shown: 0 };
  if (scrolled >= page - window - 1) return { scrolled, shown: shelf - window };
  const step = scrolled - before.scrolled;
  const shown =
    Math.abs(step) < 2 * window ? before.shown + step : (scrolled * (shelf - window)) / (page - window);
  return { scrolled, shown: clamp(shown, shelf - window) };
}
