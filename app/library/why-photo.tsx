import { Check, Minus } from "lucide-react";
import { words } from "#app/words/words.ts";
import type { Why } from "#server/search/types.ts";
import { Section } from "./section.tsx";

/** Shows why a photo was found: filters, how each concept is known or that it is lacking, and its similarity. */
export function WhyPhoto({ why }: { why: Why }) {
  const reasons: { text: string; kind: string; lacks?: boolean }[] = [
    ...why.filters.map((label) => ({ text: label, kind: words.photo.whyFilter })),
    ...why.concepts.map((concept) => ({
      text: words.photo.whyWord(concept.words),
      kind: words.photo.whyConcept(concept),
      lacks: concept.by === null,
    })),
    ...(why.concepts.length > 0
      ? []
      : why.words.map((word) => ({ text: words.photo.whyWord(word), kind: words.photo.whyWordIn }))),
    ...(why.similarity === null ? [] : [{ text: words.photo.whySimilar, kind: "" }]),
  ];
  if (reasons.length === 0) return null;
  return (
    <Section title={words.photo.why}>
      <ul>
        {reasons.map(({ text, kind, lacks }) => (
          <li key={`${kind}: ${text}`} className="flex items-baseline gap-2 py-0.75">
            {lacks ? (
              <Minus size={14} strokeWidth={2} aria-hidden className="self-center text-ink-3" />
            ) : (
              <Check size={14} strokeWidth={2} aria-hidden className="self-center text-accent" />
            )}
            <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
            <span className="ml-auto shrink-0 text-ink-3">{kind}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
