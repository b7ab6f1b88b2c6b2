import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button, IconButton } from "#app/ui/button.tsx";
import { dayWords, monthOf, weekdays } from "#app/words/dates.ts";
import { dayByKey, monthAfter, today, weeksOf, wholeMonth, wholeYear } from "./calendar-days.ts";
import { useTurnLanguage, useTurnWords } from "./turn-words.tsx";

/** The first and the last day of a stretch, both included. */
export interface Days {
  from: string;
  to: string;
}

interface CalendarProps {
  /** The days that are chosen now. */
  days: Days | null;
  /** How many photos there are of each day. */
  photosOn: ReadonlyMap<string, number>;
  onChoose(days: Days): void;
}

/** Chooses a day, a stretch of days, a month or a year. Arrows go by days and weeks, Page keys by months and years. */
export function Calendar({ days, photosOn, onChoose }: CalendarProps) {
  const turnWords = useTurnWords();
  const language = useTurnLanguage();
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [day, setDay] = useState(days?.from ?? today());
  const [begun, setBegun] = useState<string | null>(null);
  const moved = useRef(true);
  const chosen = begun === null ? days : { from: begun, to: begun };
  const said = turnWords.calendar;

  // The focus goes with the day that the keys lead to, also into another month.
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    moved.current = false;
  }, [day]);

  function onKeyDown(event: KeyboardEvent): void {
    const next = dayByKey(day, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    moved.current = true;
    setDay(next);
  }

  /** The first day begins a stretch, and the second ends it; Show takes the first alone. */
  function take(clicked: string): void {
    setDay(clicked);
    if (begun === null) setBegun(clicked);
    else onChoose(begun < clicked ? { from: begun, to: clicked } : { from: clicked, to: begun });
  }

  return (
    <div>
      <div className="flex items-center">
        <IconButton label={said.previousYear} onClick={() => setDay(monthAfter(day, -12))}>
          <ChevronsLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label={said.previousMonth} onClick={() => setDay(monthAfter(day, -1))}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <p id={`${id}-month`} aria-live="polite" className="flex-1 text-center font-semibold">
          {monthOf(day.slice(0, 7), language)}
        </p>
        <IconButton label={said.nextMonth} onClick={() => setDay(monthAfter(day, 1))}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        <IconButton label={said.nextYear} onClick={() => setDay(monthAfter(day, 12))}>
          <ChevronsRight size={16} aria-hidden />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA pattern of a date grid is a table. */}
      <table ref={grid} role="grid" aria-labelledby={`${id}-month`} className="mt-1 w-full table-fixed">
        <thead>
          <tr>
            {weekdays(language).map(({ whole, short }) => (
              <th key={whole} scope="col" abbr={whole} className="h-8 font-normal text-ink-3 text-xs">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(day).map((week) => (
            <tr key={week.find((each) => each !== null)}>
              {week.map((each, at) => {
                const place = `${at} ${each}`;
                if (each === null) return <td key={place} />;
                const isChosen = chosen !== null && chosen.from <= each && each <= chosen.to;
                const photos = photosOn.get(each) ?? 0;
                return (
                  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid can be selected.
                  <td key={place} aria-selected={isChosen} className="p-0 text-center">
                    <button
                      type="button"
                      data-day={each}
                      tabIndex={each === day ? 0 : -1}
                      aria-label={said.photosOn(dayWords(each, language), photos)}
                      onClick={() => take(each)}
                      onKeyDown={onKeyDown}
                      className={`relative size-9 rounded-control tabular-nums hover:bg-fill-2 ${isChosen ? "bg-ink text-on-ink hover:text-ink" : photos > 0 ? "font-semibold" : "text-ink-3"}`}
                    >
                      {Number(each.slice(8))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-pretty text-ink-3 text-xs">{said.hint}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button look="secondary" onClick={() => onChoose(wholeMonth(day))}>
          {said.wholeMonth}
        </Button>
        <Button look="secondary" onClick={() => onChoose(wholeYear(day))}>
          {said.wholeYear}
        </Button>
        {begun !== null && (
          <Button look="primary" onClick={() => onChoose({ from: begun, to: begun })}>
            {said.show}
          </Button>
        )}
      </div>
    </div>
  );
}
