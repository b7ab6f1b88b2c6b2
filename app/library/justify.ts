/** A row of photos that fills a width exactly. Its height follows from that, so that nothing is cropped. */
export interface Row<Item> {
  items: Item[];
  /** In px, at the width that the rows were made for. */
  height: number;
}

export interface GridShape {
  /** Width of the grid, px. */
  width: number;
  /** Wished height of a row, px. */
  row: number;
  /** Space between two photos, px. */
  gap: number;
}

/**
 * Breaks photos into full rows whose heights are as near to the wished height as possible. It minimises the sum of
 * the squared logarithms of height by wished height with dynamic programming, as Knuth and Plass break lines.
 */
export function justify<Item>(items: Item[], ratioOf: (item: Item) => number, shape: GridShape): Row<Item>[] {
  const { starts, heights } = breaks(items.map(ratioOf), shape);
  const rows: Row<Item>[] = [];
  for (let end = items.length; end > 0; end = starts[end] ?? 0) {
    rows.unshift({ items: items.slice(starts[end], end), height: heights[end] ?? shape.row });
  }
  return rows;
}

/** Returns how many of the first photos, between `least` and `most`, make the most even rows. */
export function evenCount(ratios: number[], least: number, most: number, shape: GridShape): number {
  if (ratios.length <= most && ratios.length <= least) return ratios.length;
  const { costs, counts } = breaks(ratios.slice(0, most), shape);
  let best = Math.min(most, ratios.length);
  const unevenness = (count: number) => (costs[count] ?? Number.POSITIVE_INFINITY) / (counts[count] ?? 1);
  for (let count = best; count >= least; count--)
    if (unevenness(count) < unevenness(best) * 0.9) best = count;
  return best;
}

function breaks(ratios: number[], { width, row, gap }: GridShape) {
  const costs = [0];
  const starts = [0];
  const heights = [row];
  const counts = [0];
  for (let end = 1; end <= ratios.length; end++) {
    let total = 0;
    let best = Number.POSITIVE_INFINITY;
    for (let start = end - 1; start >= 0; start--) {
      total += ratios[start] ?? 1;
      const height = (width - gap * (end - start - 1)) / total;
      if (height < row / 2 && best < Number.POSITIVE_INFINITY) break;
      const cost = (costs[start] ?? 0) + Math.log(Math.max(height, 1) / row) ** 2;
      if (cost >= best) continue;
      best = cost;
      costs[end] = cost;
      starts[end] = start;
      heights[end] = height;
      counts[end] = (counts[start] ?? 0) + 1;
    }
  }
  return { costs, starts, heights, counts };
}
