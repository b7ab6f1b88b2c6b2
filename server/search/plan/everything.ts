import type { SearchPlan } from "../types.ts";

/** The plan that asks for everything, the newest first. */
export const everything: SearchPlan = {
  text: "",
  either: [],
  also: [],
  without: [],
  filters: [],
  sort: "relevance",
  limit: null,
  perDay: false,
  like: [],
  among: [],
  except: [],
  weaker: false,
  intent: "search",
  language: "en",
  act: null,
  ask: null,
  by: null,
  changed: null,
  undoes: null,
};
