/** Databases limit how many values one statement takes. */
const mostInList = 1_000;

/** Runs `page` for some of the ids at a time, and returns everything that it found. */
export async function inPages<Row>(ids: string[], page: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < ids.length; from += mostInList) {
    found.push(...(await page(ids.slice(from, from + mostInList))));
  }
  return found;
}

/** A photo's place in a list that begins with the newest. */
interface Placed {
  id: string;
  sort_at: number;
}

/** Makes a page of a list that begins with the newest photo; `found` holds one row more than the page, if there is one. */
export function newestPage(found: Placed[], limit: number): { ids: string[]; next: string | null } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? `${last.sort_at}_${last.id}` : null;
  return { ids: page.map(({ id }) => id), next };
}

/** Reads the cursor that `newestPage` returns as `next`. */
export function placeAfter(cursor: string): [sortAt: number, id: string] {
  const [sortAt, id] = cursor.split("_");
  return [Number(sortAt), String(id)];
}
