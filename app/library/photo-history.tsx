import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { useHints } from "#app/ui/hints.tsx";
import { afterWords, momentWords } from "#app/words/dates.ts";
import { editWords } from "#app/words/edit-words.ts";
import { words } from "#app/words/words.ts";
import type { PhotoEvent } from "#server/library/photo.ts";
import { RawAnswer } from "./raw-answer.tsx";

/** Shows a photo's events, and how long after its arrival each happened. */
export function PhotoHistory({ photoId }: { photoId: string }) {
  const trpc = useTRPC();
  const { timeZone } = useHints();
  const { data: events } = useQuery(trpc.photos.timeline.queryOptions({ id: photoId }));
  const first = events?.[0];
  if (!first) return null;
  const isDescribed = events.some(({ type }) => type === "described");
  return (
    <ol aria-label={words.photo.history}>
      {events.map((event) => (
        <li
          key={event.id}
          className="relative flex gap-3 pb-2 pl-4.5 before:absolute before:top-1.75 before:left-0.5 before:size-1.5 before:rounded-full before:bg-line-2 after:absolute after:top-4 after:-bottom-1 after:left-[4.5px] after:w-px after:bg-line last:pb-0 last:after:hidden last:before:bg-accent"
        >
          <span className="min-w-0">
            {event.type === "indexed" && !isDescribed ? words.uploads.rests : eventWords(event)}
            {event.reason && (
              <span className="block text-ink-3 [overflow-wrap:anywhere]">{event.reason}</span>
            )}
            {event.raw && <RawAnswer text={event.raw} />}
          </span>
          <span className="ml-auto shrink-0 text-ink-3">
            {event === first ? momentWords(event.at, timeZone) : afterWords(first.at, event.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function eventWords({ type, model, stage, attempt, fields }: PhotoEvent): string {
  const during = stage ? words.stages[stage] : "";
  const attempts = words.events.attempt(attempt ?? 1);
  switch (type) {
    case "described":
    case "embedded":
      return words.events[type](model) + attempts;
    case "prepared":
      return words.events.prepared + attempts;
    case "edited":
      return editWords.edited(fields);
    case "failed":
      return words.events.failed(during);
    case "attempt-failed":
      return words.events.attemptFailed(during);
    default:
      return words.events[type];
  }
}
