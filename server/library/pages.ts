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
