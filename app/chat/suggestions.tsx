import { words } from "#app/words/words.ts";
import type { useSuggestions } from "./use-suggestions.ts";

interface SuggestionsProps {
  id: string;
  suggestions: ReturnType<typeof useSuggestions>;
  /** The side of the field on which the list opens, so that it stays in the window. */
  side: "above" | "below";
}

/** Lists names of the library while somebody types. The field keeps the focus. */
export function Suggestions({ id, suggestions: { names, active, take }, side }: SuggestionsProps) {
  return (
    <>
      <p role="status" className="sr-only">
        {names.length > 0 ? words.composer.suggested(names.length) : ""}
      </p>
      {names.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label={words.composer.suggestions}
          className={`absolute inset-x-0 z-10 max-w-100 animate-fade-in rounded-panel bg-surface p-1.5 text-sm shadow-float ${side === "above" ? "bottom-full mb-2" : "top-full mt-2"}`}
        >
          {names.map(({ kind, value, photos }, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
            <div
              key={value}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              // Pressing must not take the focus from the field.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(at)}
              className="flex h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 hover:bg-fill aria-selected:bg-fill pointer-coarse:h-11"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{value}</span>
              <span className="text-ink-2">{words.composer.kinds[kind]}</span>
              <span className="w-12 text-right text-ink-2 tabular-nums">{words.count(photos)}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
