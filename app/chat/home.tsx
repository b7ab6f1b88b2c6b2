import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { removedPhotos } from "#app/library/removed-photos.ts";
import { useHints } from "#app/ui/hints.tsx";
import { useStore } from "#app/ui/store.ts";
import { useIsOnPhone } from "#app/ui/use-media.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { Composer } from "./composer.tsx";
import { EmptyLibrary } from "./empty-library.tsx";
import { type Example, examplesFrom, newestPhotos } from "./example-questions.ts";
import { Examples } from "./examples.tsx";
import { ModelsNote } from "./models-note.tsx";

/** The page on which a new conversation starts. */
export function Home() {
  const trpc = useTRPC();
  const { data: status } = useSuspenseQuery(trpc.system.status.queryOptions());
  const { data: newest } = useSuspenseQuery(trpc.photos.list.queryOptions(newestPhotos));
  const { now, timeZone } = useHints();
  const onPhone = useIsOnPhone();
  const field = useRef<HTMLTextAreaElement>(null);
  const { total, oldest, newest: latest } = status.photos;
  const examples = useExamples(newest.items);
  return (
    <div className="column flex grow flex-col pt-[clamp(16px,11vh,160px)] pb-10 max-sm:pt-4">
      <h1 className="text-balance font-semibold text-2xl tracking-display">{words.home.title}</h1>
      <p className="mt-1.5 mb-6 text-ink-2">
        {total > 0 ? words.home.span(total, oldest, latest, now, timeZone) : words.home.none}
      </p>
      <Composer
        field={field}
        placeholder={onPhone ? words.composer.placeholderShort : words.composer.placeholder}
      />
      <ModelsNote />
      {total === 0 ? <EmptyLibrary /> : examples.length > 0 && <Examples examples={examples} />}
    </div>
  );
}

/** Makes examples of these photos. While photos come in, those that are shown stay as they are. */
function useExamples(photos: Photo[]): Example[] {
  const removed = useStore(removedPhotos, (ids) => ids);
  const [kept, setKept] = useState<Example[]>([]);
  const left = kept.filter(({ photo }) => !removed.has(photo.id));
  const here = photos.filter(({ id }) => !removed.has(id));
  const examples = examplesFrom(here, left);
  const isSame = examples.length === kept.length && examples.every((example, at) => example === kept[at]);
  // Not while it renders: on the server's page that would mix in what only the browser knows.
  useEffect(() => {
    if (!isSame) setKept(examples);
  });
  return examples;
}
