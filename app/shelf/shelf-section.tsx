import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";

import { useTRPC } from "#app/api/client.ts";
import { dayWithinMonth } from "#app/words/dates.ts";
import { libraryWords } from "#app/words/library-words.ts";
import type { LaidDay, LaidSection } from "./shelf-layout.ts";

interface SectionHeadingProps {
  section: LaidSection;
  title: string;
  height: number;
  /** Whether the places of a month stand beside its name. */
  hasPlaces: boolean;
  isQuiet: boolean;
}

/** The name of a month, which stays at the top while its photos are on the screen, with the places of the month. */
export function SectionHeading(props: SectionHeadingProps) {
  const { section, title, height, hasPlaces, isQuiet } = props;
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.shelves.places.queryOptions({ section: section.key }),
    enabled: hasPlaces,
  });
  return (
    <div
      role="row"
      className="pointer-events-none sticky top-(--top-bar) z-4 flex items-end bg-canvas pb-3 max-sm:px-4"
      style={{ height }}
    >
      <div role="rowheader" className="flex min-w-0 items-baseline gap-3">
        <h2
          className={`shrink-0 font-semibold ${isQuiet ? "text-lg" : "text-2xl tracking-display max-sm:text-xl max-sm:tracking-title"}`}
        >
          {title}
        </h2>
        {data && data.places.length > 0 && (
          <span className="truncate text-ink-3 text-sm">{data.places.join(", ")}</span>
        )}
      </div>
    </div>
  );
}

interface DayHeadingProps {
  day: LaidDay;
  height: number;
  /** Where the section begins on the page, px. */
  sectionTop: number;
  places: string;
  isSelecting: boolean;
  onSelect(first: number, photos: number): void;
}

/** The name of a day above its photos, with its places; its check selects all of the day. */
export function DayHeading(props: DayHeadingProps) {
  const { day, height, sectionTop, places, isSelecting, onSelect } = props;
  const title = dayTitle(day);
  return (
    <div
      role="row"
      className="group/day absolute flex items-end pb-2 text-sm max-sm:px-4"
      style={{ top: day.top - sectionTop, left: day.left, width: Math.max(day.width, 96), height }}
    >
      <div role="rowheader" className="flex min-w-0 max-w-full items-center gap-2">
        <h3 className="shrink-0 font-medium">{title}</h3>
        {places && <span className="truncate text-ink-3">{places}</span>}
        <button
          type="button"
          aria-label={libraryWords.selectDay(title)}
          title={libraryWords.selectDay(title)}
          onClick={() => onSelect(day.first, day.photos)}
          className={`-my-1.5 grid size-8 shrink-0 place-items-center rounded-full text-ink-3 hover:text-ink ${isSelecting ? "" : "opacity-0 focus-visible:opacity-100 group-hover/day:opacity-100 pointer-coarse:opacity-100"}`}
        >
          <CircleCheck size={16} aria-hidden />
        </button>
      </div>
    </div>
  );
}

function dayTitle({ section, day }: LaidDay): string {
  if (section.key === "undated" || day === 0) return libraryWords.undatedDay;
  return dayWithinMonth(`${section.key}-${String(day).padStart(2, "0")}`);
}
