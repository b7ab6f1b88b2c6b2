import { monthOf } from "#app/words/dates.ts";

/** Names a trip as people do: "Lisbon, May 2024", or by its month alone where its place has no name. */
export function tripName({ place, from }: { place: string | null; from: string }): string {
  const month = monthOf(from.slice(0, 7));
  return place === null ? month : `${place}, ${month}`;
}
