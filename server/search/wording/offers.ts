import { languageOf } from "#server/languages/languages.ts";
import type { OfferWords } from "#server/languages/wording.ts";
import type { SearchPlan } from "../types.ts";

export const offerWordsOf = (language: SearchPlan["language"]): OfferWords =>
  languageOf(language).wording.offers;
