import type { KnownPhoto } from "../library/photo-rows.ts";
import type { RankedHit } from "../library/result-sets.ts";
import { saysOf } from "./concepts/bound.ts";
import { conceptsOf } from "./concepts/concepts.ts";
import { supposedPrefix } from "./concepts/said.ts";
import { photoTokens, sentencesIn } from "./document.ts";
import { heldOf } from "./filters.ts";
import type { SearchPlan, Why } from "./types.ts";
import { textsOf } from "./vectors.ts";
import { questionTokens } from "./words.ts";

/**
 * Says why a photo is among the hits. It needs only the photo and the plan, so any page can be explained
 * later.
 */
export function explain(plan: SearchPlan, known: KnownPhoto, hit: RankedHit): Why {
  const text = [plan.text, ...plan.also].join(" ");
  const words = questionTokens(text);
  const tokens = new Set(photoTokens(known).split(" "));
  return {
    words: words.filter((word) => word.tokens.some((token) => tokens.has(token))).map((word) => word.word),
    concepts: conceptsIn(plan, known, hit, tokens),
    similarity: hit.similarity === null ? null : Math.round(hit.similarity * 1_000) / 1_000,
    filters: [...new Set(heldOf(plan).map((filter) => filter.label))],
  };
}

/**
 * Says for each concept of the plan's text how we know it: the photo's words say it, they suppose it, or its vector is
 * near.
 */
function conceptsIn(
  plan: SearchPlan,
  known: KnownPhoto,
  { near = 0 }: RankedHit,
  tokens: Set<string>,
): Why["concepts"] {
  if (plan.like.length > 0) return [];
  return textsOf(plan)
    .asked.concat(plan.also)
    .flatMap((text) =>
      conceptsOf(text, plan.language).map((concept, at): Why["concepts"][number] => {
        const { words, qualities } = concept;
        const token = concept.tokens.find((each) => tokens.has(each));
        const isBound = qualities.every((quality) => saysOf(sentencesIn(known), quality, concept.tokens));
        if (token !== undefined && isBound) {
          const isOwn = token === concept.tokens[0];
          return { words, by: isOwn ? "word" : "kind", said: isOwn ? null : plainWord(token) };
        }
        if ((near >> Math.min(at, 30)) & 1) return { words, by: "near", said: null };
        const isSupposed = concept.tokens.some((each) => tokens.has(supposedPrefix + each));
        return { words, by: isSupposed ? "supposed" : null, said: null };
      }),
    );
}

/** Writes a token such as "_fire_hydrant" as people do. */
const plainWord = (token: string): string => token.replaceAll("_", " ").trim();
