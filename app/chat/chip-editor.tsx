import { useQuery } from "@tanstack/react-query";
import { Popover } from "radix-ui";
import type { RefObject } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { dayWords, monthOf } from "#app/words/dates.ts";
import type { PlanFilter, SearchPlan } from "#server/search/types.ts";
import { Calendar, type Days } from "./calendar.tsx";
import type { ChoiceKind } from "./chip-changes.ts";
import { daysFilter, daysOf } from "./chip-days.ts";
import type { Chip } from "./chips.ts";
import { ChoiceList } from "./choice-list.tsx";
import { useTurnLanguage, useTurnWords } from "./turn-words.tsx";

interface ChipEditorProps {
  chip: Chip;
  kind: ChoiceKind;
  plan: SearchPlan;
  turnId: string;
  /** The chip, beside which the editor opens. */
  anchor: RefObject<HTMLElement>;
  onChange(filter: PlanFilter): void;
  onClose(): void;
}

/** Changes a chip where it stands: a calendar for dates, a list with counts for names. It starts open. */
export default function ChipEditor({ chip, kind, plan, turnId, anchor, onChange, onClose }: ChipEditorProps) {
  const trpc = useTRPC();
  const turnWords = useTurnWords();
  const language = useTurnLanguage();
  const { data, error } = useQuery({
    ...trpc.conversations.choices.queryOptions({ turnId, words: chip.words, kind }),
    retry: false,
  });

  function choose(filter: PlanFilter): void {
    onChange(filter);
    onClose();
  }

  /** A whole month and a whole year are called so. */
  function labelOf({ from, to }: Days): string {
    const isEndOfMonth = new Date(Date.parse(to) + 86_400_000).getUTCDate() === 1;
    if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
    if (from.endsWith("-01") && to.startsWith(from.slice(0, 7)) && isEndOfMonth)
      return monthOf(from.slice(0, 7), language);
    if (from === to) return dayWords(from, language);
    return turnWords.calendar.range(dayWords(from, language), dayWords(to, language));
  }

  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      {/* There is no portal, so that the editor stays within the page's landmark. */}
      <Popover.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        aria-label={turnWords.choose[kind]}
        className="z-30 w-[min(20rem,calc(100vw-16px))] animate-fade-in rounded-panel bg-surface p-3 text-sm shadow-float"
      >
        {kind === "day" ? (
          <Calendar
            days={daysOf(plan, chip)}
            photosOn={new Map(data?.choices.map(({ name, photos }) => [name, photos]))}
            onChoose={(days) => choose(daysFilter(days.from, days.to, labelOf(days)))}
          />
        ) : (
          <ChoiceList kind={kind} label={chip.label} choices={data?.choices ?? null} onChoose={choose} />
        )}
        {error && (
          <p role="alert" className="mt-2 text-danger text-xs">
            {reasonOf(error)}
          </p>
        )}
        {data && data.counted < data.of && (
          <p className="mt-2 text-ink-3 text-xs">{turnWords.countedAmong(data.counted, data.of)}</p>
        )}
      </Popover.Content>
    </Popover.Root>
  );
}
