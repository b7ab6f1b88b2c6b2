import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { useHints } from "#app/ui/hints.tsx";
import { careWords } from "#app/words/care-words.ts";
import { momentWords } from "#app/words/dates.ts";
import { Card } from "./card.tsx";

/** How often we ask while the disk is counted, ms. */
const patience = 2_000;

/** Shows how much room the library takes, by what it is and by year. */
export function StorageCard() {
  const words = careWords.storage;
  const trpc = useTRPC();
  const { timeZone } = useHints();
  const { data, error } = useQuery({
    ...trpc.system.storage.queryOptions(),
    refetchInterval: ({ state }) => (state.data && state.data.disk === null ? patience : false),
  });
  const disk = data?.disk;
  const lines: [name: string, size: string | null | undefined][] = [
    [words.originals, data && words.files(data.originals.files, data.originals.bytes)],
    [words.renditions, disk && words.size(disk.renditions)],
    ...(disk?.index === null ? [] : [[words.index, disk && words.size(disk.index)] as const].map(copied)),
    ...(disk?.database === null
      ? []
      : [[words.database, disk && words.size(disk.database)] as const].map(copied)),
  ];
  return (
    <Card title={words.title} intro={words.intro}>
      {error && (
        <p role="alert" className="px-5 pt-4 text-danger text-sm max-sm:px-4">
          {reasonOf(error)}
        </p>
      )}
      <dl className="grid gap-3 px-5 py-4 text-sm max-sm:px-4">
        {lines.map(([name, size]) => (
          <div key={name} className="grid gap-x-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
            <dt className="font-medium">{name}</dt>
            <dd className="text-ink-2">{size ?? `${words.counting} …`}</dd>
          </div>
        ))}
      </dl>
      {data && data.originals.years.length > 0 && (
        <details className="border-line border-t px-5 py-3 text-sm max-sm:px-4">
          <summary className="cursor-pointer py-1 font-medium">{words.years}</summary>
          <dl className="grid gap-2 pt-2">
            {data.originals.years.map(({ year, photos, bytes }) => (
              <div key={year} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4">
                <dt>{year ?? words.undated}</dt>
                <dd className="text-ink-2">{words.year(photos, bytes)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {disk && (
        <p className="border-line border-t px-5 py-3 text-ink-3 text-xs max-sm:px-4">
          {words.counted(momentWords(disk.countedAt, timeZone))}
        </p>
      )}
    </Card>
  );
}

const copied = ([name, size]: readonly [string, string | null | undefined]): [
  string,
  string | null | undefined,
] => [name, size];
