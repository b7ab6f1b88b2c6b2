import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ImageOff } from "lucide-react";
import { useState } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { words } from "#app/words/words.ts";
import type { JobItem } from "#server/library/photo.ts";
import { photoUrl } from "./photo-image.tsx";

const page = 20;

/** Lists the photos that failed with their stage and reason, and offers to retry or remove them, and to bring those back. */
export function FailedJobs({ count }: { count: number }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [limit, setLimit] = useState(page);
  const [removed, setRemoved] = useState<JobItem | null>(null);
  const { data } = useQuery({
    ...trpc.jobs.list.queryOptions({ state: "failed", limit }),
    placeholderData: (previous) => previous,
  });
  const refresh = () => queryClient.invalidateQueries(trpc.jobs.pathFilter());
  const retry = useMutation(trpc.jobs.retry.mutationOptions({ onSettled: refresh }));
  const remove = useMutation({
    mutationFn: ({ photoId }: JobItem) => client.photos.remove.mutate({ ids: [photoId] }),
    onSuccess: (_, job) => setRemoved(job),
    onSettled: refresh,
  });
  const restore = useMutation(
    trpc.photos.restore.mutationOptions({ onSuccess: () => setRemoved(null), onSettled: refresh }),
  );
  const problem = retry.error ?? remove.error ?? restore.error;
  if (count === 0 && !removed) return <div className="h-3" />;
  return (
    <section className="p-3 pr-3">
      {removed && (
        <p role="status" className="px-3 pb-2 text-ink-2 text-sm [overflow-wrap:anywhere]">
          {words.indexing.removed(removed.fileName)}{" "}
          <button
            type="button"
            disabled={restore.isPending}
            onClick={() => restore.mutate({ ids: [removed.photoId] })}
            className="link -my-1 py-1"
          >
            {words.indexing.undo}
          </button>
        </p>
      )}
      <div className="flex items-center justify-between pb-1 pl-3 text-sm">
        {count > 0 && <h3 className="font-semibold">{words.indexing.failed(count)}</h3>}
        {count > 1 && (
          <Button look="quiet" disabled={retry.isPending} onClick={() => retry.mutate({ all: "failed" })}>
            {words.indexing.retryAll(count)}
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="px-3 pb-2 text-danger text-sm">
          {reasonOf(problem)}
        </p>
      )}
      <ul>
        {data?.items.map((job) => (
          <FailedJob
            key={job.id}
            job={job}
            onRetry={() => retry.mutate({ ids: [job.id] })}
            onRemove={() => remove.mutate(job)}
          />
        ))}
      </ul>
      {data?.next && limit < 200 && (
        <Button look="quiet" className="ml-0.5" onClick={() => setLimit(Math.min(200, limit + 60))}>
          {words.turn.showMore}
        </Button>
      )}
    </section>
  );
}

interface FailedJobProps {
  job: JobItem;
  onRetry(): void;
  onRemove(): void;
}

function FailedJob({ job, onRetry, onRemove }: FailedJobProps) {
  return (
    <li className="grid grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-x-3 py-2 pl-3">
      {job.thumbhash ? (
        <img
          src={photoUrl(job.photoId, "thumbnail")}
          alt=""
          className="size-11 rounded-thumb bg-fill object-cover"
        />
      ) : (
        <span className="grid size-11 place-items-center rounded-thumb bg-fill text-ink-3">
          <ImageOff size={18} aria-hidden />
        </span>
      )}
      <div className="text-sm">
        <p className="font-medium [overflow-wrap:anywhere]">
          {job.fileName}{" "}
          <span className="font-normal text-ink-3">{words.indexing.while(words.stages[job.stage])}</span>
        </p>
        <p className="text-pretty text-ink-2 [overflow-wrap:anywhere]">{job.reason}</p>
      </div>
      <div className="flex max-sm:flex-col">
        <Button look="quiet" aria-label={words.indexing.retryOne(job.fileName)} onClick={onRetry}>
          {words.indexing.retry}
        </Button>
        <Button look="quiet" aria-label={words.indexing.removeOne(job.fileName)} onClick={onRemove}>
          {words.indexing.remove}
        </Button>
      </div>
    </li>
  );
}
