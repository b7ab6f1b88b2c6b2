import { languageOf } from "../../languages/languages.ts";
import type { Wording } from "../../languages/wording.ts";
import { isGuess, type TakenSource } from "../../library/photo.ts";
import type { ResultSet, WordsFound } from "../../library/result-sets.ts";
import { type Answer, isMost, type Known } from "../answers.ts";
import { heldOf } from "../filters.ts";
import { partsRead } from "../plan/labels.ts";
import type { Hit, SearchPlan } from "../types.ts";

/**
 * Writes the one sentence of an answer from facts alone: how many photos there are, and what they have in common or
 * when the best was taken. `hits` is the first page.
 */
export function searchSentence(
  plan: SearchPlan,
  total: number,
  hits: Hit[],
  found: WordsFound | null,
): string {
  const say = languageOf(plan.language).wording;
  const isAlike = plan.like.length > 0 && plan.text === "";
  if (total === 0) return meantIn(plan) + (isAlike ? say.noneAlike : nothingFound(plan, found));
  return meantIn(plan) + foundSentence(plan, total, hits) + unusedIn(plan, found);
}

/** Says which names the question was corrected to. */
function meantIn(plan: SearchPlan): string {
  const names = [...new Set(heldOf(plan).flatMap(({ meant }) => meant ?? []))];
  return names.length > 0 ? `${languageOf(plan.language).wording.meant(names)} ` : "";
}

/** Says which words had no influence on the answer. */
function unusedIn({ language }: SearchPlan, found: WordsFound | null): string {
  return found && found.unused.length > 0 ? ` ${languageOf(language).wording.unused(found.unused)}` : "";
}

/**
 * Writes a sentence again after photos of its answer have been removed: a count is corrected, and any other sentence
 * stays and says how many are gone. `hits` is the first page.
 */
export function sentenceSince(
  said: string,
  plan: SearchPlan,
  { total, removed, found }: Pick<ResultSet<SearchPlan>, "total" | "removed" | "found">,
  hits: Hit[],
): string {
  const say = languageOf(plan.language).wording;
  const isSearch = plan.intent === "search" || plan.intent === "refine";
  if (isSearch && said !== say.notDescribed) return searchSentence(plan, total, hits, found);
  if (plan.intent === "question" && plan.ask === "count")
    return answerSentence({ ask: "count", photos: total }, plan, { total, found });
  return `${said} ${say.removedSince(removed)}`;
}

/** Says which thing, or which things together, no photo shows; or that photos are not described yet. */
function nothingFound(plan: SearchPlan, found: WordsFound | null): string {
  const say = languageOf(plan.language).wording;
  if (!found) return say.none;
  const { counts, unused, described } = found;
  if (described?.photos === 0) return say.undescribed;
  if (counts.length === 0) return unused.length > 0 ? say.notUnderstood(unused) : say.none;
  const labels = partsRead({ ...plan, filters: heldOf(plan) }).map(({ label }) => label);
  const missing = counts.filter(({ photos }) => photos === 0);
  const note = unusedIn(plan, found);
  const isWhole = plan.without.length > 0 || plan.among.length > 0 || plan.except.length > 0;
  if (missing.length > 0)
    return (
      say.nothingShows(
        missing.map(({ words }) => words),
        labels,
        described?.photos ?? null,
      ) + note
    );
  if (counts.length === 1 || isWhole) return say.none + note;
  const each = counts.map(({ words, photos }): [string, number] => [words, photos]);
  return say.notTogether(each, labels, described?.photos ?? null) + note;
}

function foundSentence(plan: SearchPlan, total: number, hits: Hit[]): string {
  const say = languageOf(plan.language).wording;
  const [first] = hits;
  if (plan.limit === 1 && first?.photo.takenAt && (plan.sort === "oldest" || plan.sort === "newest")) {
    const { takenAt, takenFrom, place } = first.photo;
    const where = [place?.city, place?.country].filter((part) => part != null).join(", ");
    return say.end(plan.sort === "oldest" ? "first" : "last", dated(takenAt, takenFrom, say), where || null);
  }
  // "12 videos" need no further "videos".
  const others = heldOf(plan).filter((filter) => !asksForVideos(filter));
  const labels = partsRead({ ...plan, filters: others }).map(({ label }) => label);
  if (others.length < heldOf(plan).length) return say.found(say.videos(total), labels);
  const taken = isGuess(first?.photo.takenFrom) ? null : first?.photo.takenAt;
  if (labels.length > 0 || !taken || plan.sort === "oldest") return say.found(say.photos(total), labels);
  const isRanked = plan.sort === "relevance" && (plan.text !== "" || plan.like.length > 0);
  return say.foundFrom(total, say.month(taken), isRanked || plan.sort === "best");
}

/** Writes the sentence of an answer that was counted in the rows of the photos that a search found. */
export function answerSentence(
  answer: Answer,
  plan: SearchPlan,
  { total, found }: { total: number; found: WordsFound | null },
): string {
  // That nothing is described explains why there is no answer.
  const none = found?.described?.photos === 0 ? `${languageOf(plan.language).wording.none} ` : "";
  if (total === 0) return meantIn(plan) + none + nothingFound(plan, found);
  return meantIn(plan) + countedIn(answer, plan) + unusedIn(plan, found);
}

function asksForVideos({ field, value, negated }: SearchPlan["filters"][number]): boolean {
  return field === "kind" && value === "video" && !negated;
}

function countedIn(answer: Answer, plan: SearchPlan): string {
  const say = languageOf(plan.language).wording;
  if (answer.ask === "count") {
    const note = answer.guessed ? ` (${say.guessedAmong(answer.guessed)})` : "";
    const count = heldOf(plan).some(asksForVideos) ? say.videos : say.photos;
    return `${count(answer.photos)}${note}.`;
  }
  if ("of" in answer) {
    const { ask, of } = answer;
    return of ? say.end(ask, dated(of.takenLocal, of.takenFrom, say), of.place) : say.unknown[ask];
  }
  if (answer.ask === "about") return aboutIn(answer.known, say);
  if (answer.ask === "when") {
    const { first, last } = answer;
    if (!first || !last) return say.unknown.when;
    const [from, to] = [first, last].map((each) => dated(each.takenLocal, each.takenFrom, say));
    return say.span(from ?? "", to ?? "");
  }
  return countsIn(answer, say);
}

/** Writes a date, and where it comes from if it is a guess. */
function dated(local: string, from: TakenSource | null, say: Wording, time = ""): string {
  const date = [say.day(local), time].filter(Boolean).join(", ");
  return isGuess(from) ? `${date} (${say.guessed[from]})` : date;
}

/** Quotes what a photo shows word for word, and adds the facts. */
function aboutIn({ shows, takenLocal, takenFrom, place, people, ...gear }: Known, say: Wording): string {
  const { camera, lens, focalLength, iso } = gear;
  const settings = [camera, lens, focalLength && `${Math.round(focalLength)} mm`, iso && `ISO ${iso}`];
  const parts = [
    shows,
    people.join(", "),
    takenLocal && dated(takenLocal, takenFrom, say, takenLocal.slice(11, 16)),
    place,
    settings.filter((part) => part).join(", "),
  ].filter((part) => typeof part === "string" && part !== "");
  return parts.length === 0 ? say.unknown.about : say.about(parts as string[]);
}

function countsIn(
  { ask, by, counts: found, names, photos, guessed, coordinates }: Extract<Answer, { counts: unknown }>,
  say: Wording,
): string {
  const called = { days: say.day, months: (month: string) => say.month(`${month}-01`) };
  const name =
    ask === "days" || ask === "months" ? called[ask] : by ? (each: string) => say.group(by, each) : String;
  const counts = found.map(([each, count]): [string, number] => [name(each), count]);
  if (counts.length === 0) return ask === "where" && coordinates ? say.at(coordinates) : say.unknown[ask];
  if (isMost(ask)) return say.most(counts, photos);
  const more = names - counts.length;
  const isOfDates = ask === "years" || ask === "months" || ask === "days";
  const note = isOfDates && guessed > 0 ? ` (${say.guessedAmong(guessed)})` : "";
  const said = say.counts(counts, photos, more).replace(/\.$/, `${note}.`);
  return ask === "countries" || ask === "cities" || ask === "days" || ask === "months"
    ? `${say[ask](names)}: ${said}`
    : said;
}
