import { readDates } from "./dates.ts";
import type { SearchPlan } from "./types.ts";

/** What people say around what they want to see; matched at the beginning only. */
const request =
  /^(?:(?:please|show|find|give|get|me|us|i|want|to|see|all|any|some|my|our|the|photos?|pictures?|images?|pics?|snaps?|shots?|taken|of|from|with|in)\s+)*?(?:photos?|pictures?|images?|pics?|snaps?|shots?)(?:\s+(?:of|with|from|taken|showing|where|in|that show))*(?:\s+|$)/i;
const courtesy = /^(?:(?:please|can you|could you|show|find|give|get)\s+(?:me\s+|us\s+)?)+/i;

export interface Clock {
  now: Date;
  /** IANA */
  timeZone: string;
}

/** Reads a question: its explicit dates become filters, the rest is what the photos should show. Never throws. */
export function planQuestion(question: string, clock: Clock): SearchPlan {
  const text = question.toWellFormed().replace(/\s+/g, " ").trim().slice(0, 2_000);
  const dates = readDates(text, clock.now, clock.timeZone);
  let rest = "";
  let at = 0;
  for (const { from, to } of dates) {
    rest += `${text.slice(at, from)} `;
    at = to;
  }
  rest = (rest + text.slice(at)).replace(/\s+/g, " ").trim();
  return {
    text: rest
      .replace(courtesy, "")
      .replace(request, "")
      .replace(/^[\s,;:.!?]+|[\s,;:.!?]+$/g, ""),
    filters: dates.flatMap((date) => date.filters),
    sort: "relevance",
    limit: null,
    like: [],
    intent: "search",
  };
}
