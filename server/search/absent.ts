import type { Database } from "../engines/database/port.ts";
import type { Clause, PhotoIndex } from "../engines/index/port.ts";
import { loadKnownPhotos } from "../library/photo-rows.ts";
import type { Schema } from "../library/schema.ts";
import { searchableText } from "./document.ts";
import { deviationsFrom, weighingFor } from "./rank.ts";
import { synonymsOf } from "./reading/synonyms.ts";
import type { QuestionVector } from "./vectors.ts";
import { documentTokens, questionTokens } from "./words.ts";

interface Needs {
  database: Database<Schema>;
  index: PhotoIndex;
}

interface Asked {
  owner: string;
  filter: Clause[];
  /** The thing that must not be seen in a photo. */
  thing: string;
  vector: QuestionVector | undefined;
  signal?: AbortSignal | undefined;
}

/** The same limit as for browsing; Milvus answers with 16,383 at most. */
const mostLooked = 100_000;
/** No more photos than this are near to a thing, however large the library is. */
const mostNear = 10_000;
const inOnePage = 500;

/**
 * Returns the photos that show the thing: their words name it, or their vector is near enough to be found by
 * it. A photo whose text only says that the thing is absent ("no people are visible") does not show it.
 */
export async function showing(
  { database, index }: Needs,
  asked: Asked,
  photoIds: string[],
): Promise<Set<string>> {
  const { owner, filter, thing, vector, signal } = asked;
  const there = new Set(photoIds);
  const names = synonymsOf(thing).map((name) => questionTokens(name).map(({ tokens }) => tokens));
  const query = { owner, filter, limit: mostLooked, signal };
  const shown = new Set<string>();
  if (vector) {
    const space = vector.collection.id;
    const near = await index.searchVector({ ...query, limit: mostNear, space, vector: vector.vector });
    const deviations = deviationsFrom(await index.background(space, owner));
    const least = weighingFor(vector.collection.space.trained, "words").near;
    for (const { photoId, score } of near)
      if (there.has(photoId) && deviations(score) >= least) shown.add(photoId);
  }
  const withAny = async (tokens: string[]) =>
    (await index.searchText({ ...query, tokens }))
      .map(({ photoId }) => photoId)
      .filter((id) => there.has(id));
  const [single, several] = [
    names.filter(({ length }) => length === 1),
    names.filter(({ length }) => length > 1),
  ];
  const tokens = single.flat(2);
  const said = new Set(await withAny(tokens.filter((token) => !counting.has(token))));
  const counted = tokens.some((token) => counting.has(token)) ? await withAny([...counting]) : [];
  for (const words of several) {
    // A photo of "a red car" has both words.
    let withAll = [...there];
    for (const one of words) {
      const found = new Set(await withAny(one));
      withAll = withAll.filter((photoId) => found.has(photoId));
    }
    for (const photoId of withAll) said.add(photoId);
  }
  // Only photos with a word of denial need to be read, and most have none.
  const denying = await index.searchText({ ...query, tokens: denialTokens });
  const denied = denying.flatMap(({ photoId }) => (said.delete(photoId) ? [photoId] : []));
  const toRead = [...new Set([...denied, ...counted])].filter((photoId) => !said.has(photoId));
  for (const photoId of said) shown.add(photoId);
  for (let from = 0; from < toRead.length; from += inOnePage) {
    signal?.throwIfAborted();
    for (const known of await loadKnownPhotos(database.rows, owner, toRead.slice(from, from + inOnePage))) {
      const mentions = names.map((words) => mentionOf(searchableText(known), words));
      if (mentions.includes("shown")) shown.add(known.photo.id);
      else if (mentions.includes("denied")) shown.delete(known.photo.id);
    }
  }
  return shown;
}

/** "a couple of ducks" shows no couple. */
const counting = new Set(documentTokens("couple").split(" "));

const denials = new Set(
  `no not without none nobody neither nor never isn't aren't free devoid empty absence lack
  kein keine keinen keinem keiner keines nicht ohne niemand weder noch`.split(/\s+/),
);
const denialTokens = [...denials].flatMap((word) => documentTokens(word).split(" "));
/** How many words a denial reaches over: "no visible signs of people". */
const denialReaches = 4;

/** Says whether a text mentions the thing as present or only as absent; null if it does not mention it. */
function mentionOf(text: string, words: string[][]): "shown" | "denied" | null {
  if (words.length === 0) return null;
  let denied = false;
  for (const sentence of text.split(/[.;!?\n]/)) {
    const said = sentence.toLowerCase().match(/[\p{L}\p{N}_']+/gu) ?? [];
    const tokens = said.map((word) => documentTokens(word).split(" "));
    const isAt = (at: number, wanted: string[]) =>
      wanted.some((token) => tokens[at]?.includes(token) && !(counting.has(token) && said[at + 1] === "of"));
    // The words of the thing may stand anywhere in a sentence: "a car that is red" shows a red car.
    const places = words.map((wanted) => tokens.findIndex((_, at) => isAt(at, wanted)));
    if (places.includes(-1)) continue;
    const first = Math.min(...places);
    const before = said.slice(Math.max(0, first - denialReaches), first);
    if (!before.some((word) => denials.has(word))) return "shown";
    denied = true;
  }
  return denied ? "denied" : null;
}
