import type { KnownPhoto } from "../library/photo-rows.ts";
import type { RankedHit } from "../library/result-sets.ts";
import { saysOf } from "./concepts/bound.ts";
import { type Concept, conceptsOf } from "./concepts/concepts.ts";
import { supposedPrefix } from "./concepts/said.ts";
import { photoTokens, sentencesIn } from "./document.ts";
import { heldOf } from "./filters.ts";
import type { SearchPlan, Why } from "./types.ts";
import { textsOf } from "./vectors.ts";
import { questionTokens } from "./words.ts";

/**
 * Says why photos are among the hits of a plan. It needs only the photos and the plan, so any page can be explained
 * later. What the plan asks for is read once for all photos.
 */
export function explainer(plan: SearchPlan): (known: KnownPhoto, hit: RankedHit) => Why {
  const words = questionTokens([plan.text, ...plan.also].join(" "));
  const filters = [...new Set(heldOf(plan).map((filter) => filter.label))];
  const asked = askedBy(plan);
  return (known, hit) => {
    const tokens = new Set(photoTokens(known).split(" "));
    return {
      words: words.filter((word) => word.tokens.some((token) => tokens.has(token))).map((word) => word.word),
      concepts: asked.map(({ concept, at }) => howKnown(concept, at, known, hit, tokens)),
      similarity: hit.similarity === null ? null : Math.round(hit.similarity * 1_000) / 1_000,
      filters: [...filters],
    };
  };
}

/** Returns the concepts of the plan's texts, and the place of each in its text. */
function askedBy(plan: SearchPlan): { concept: Concept; at: number }[] {
  if (plan.like.length > 0) return [];
  return textsOf(plan)
    .asked.concat(plan.also)
    .flatMap((text) => conceptsOf(text, plan.language).map((concept, at) => ({ concept, at })));
}

/**
 * Says how we know that a photo has a concept of the plan's text: the photo's words say it, they suppose it, or its
 * vector is near.
 */
function howKnown(
  { words, qualities, tokens: saying }: Concept,
  at: number,
  known: KnownPhoto,
  { near = 0 }: RankedHit,
  tokens: Set<string>,
): Why["concepts"][number] {
  const token = saying.find((each) => tokens.has(each));
  const isBound = qualities.every((quality) => saysOf(sentencesIn(known), quality, saying));
  if (token !== undefined && isBound) {
    const isOwn = token === saying[0];
    return { words, by: isOwn ? "word" : "kind", said: isOwn ? null : plainWord(token) };
  }
  if ((near >> Math.min(at, 30)) & 1) return { words, by: "near", said: null };
  const isSupposed = saying.some((each) => tokens.has(supposedPrefix + each));
  return { words, by: isSupposed ? "supposed" : null, said: null };
}

/** Writes a token such as "_fire_hydrant" as people do. */
const plainWord = (token: string): string => token.replaceAll("_", " ").trim();
