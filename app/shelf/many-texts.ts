import { namesIn } from "#app/library/edit-texts.ts";
import type { ChangesToSend } from "#app/library/use-photo-edits.ts";

/** The texts that were typed to change many photos. */
export interface ManyTexts {
  amount: string;
  unit: "minutes" | "hours" | "days";
  direction: "later" | "earlier";
  place: string;
  people: string;
  keywords: string;
}

export const noManyTexts: ManyTexts = {
  amount: "",
  unit: "hours",
  direction: "later",
  place: "",
  people: "",
  keywords: "",
};

const minutes: Record<ManyTexts["unit"], number> = { minutes: 1, hours: 60, days: 1_440 };

/** Returns the changes that were typed; null if nothing was. */
export function changesOf({
  amount,
  unit,
  direction,
  place,
  people,
  keywords,
}: ManyTexts): ChangesToSend | null {
  const by = Math.round(Number(amount) * minutes[unit]) * (direction === "later" ? 1 : -1);
  const changes: ChangesToSend = {
    ...(Number.isFinite(by) && by !== 0 && { shiftMinutes: by }),
    ...(place.trim() !== "" && { place: place.trim() }),
    ...(namesIn(people).length > 0 && { addPeople: namesIn(people) }),
    ...(namesIn(keywords).length > 0 && { addKeywords: namesIn(keywords) }),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}
