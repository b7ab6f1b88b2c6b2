import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { RawAnswer } from "./raw-answer.tsx";

/** Shows what the model answered in full, if it is more than the caption, and offers to ask it again. */
export function DescribeAgain({ photo }: { photo: Photo }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const describe = useMutation(
    trpc.captions.describeAgain.mutationOptions({
      async onSuccess() {
        // The query of an indexed photo rests, so we fetch it; from then on it follows the photo again.
        await queryClient.fetchQuery({ ...trpc.photos.get.queryOptions({ id: photo.id }), staleTime: 0 });
        void queryClient.invalidateQueries(trpc.photos.timeline.queryFilter({ id: photo.id }));
        void queryClient.invalidateQueries(trpc.jobs.pathFilter());
      },
    }),
  );
  if (photo.thumbhash === null || photo.status === "received") return null;
  const isWaiting = photo.status === "prepared";
  return (
    <div className="mt-1.5 text-ink-3 text-xs">
      {photo.caption?.raw && <RawAnswer text={photo.caption.raw} />}
      {isWaiting ? (
        <p role="status">{words.photo.describeWaits}</p>
      ) : (
        <button
          type="button"
          className="link -my-1 py-1"
          disabled={describe.isPending}
          onClick={() => describe.mutate({ ids: [photo.id] })}
        >
          {words.photo.describeAgain}
        </button>
      )}
      {describe.error && (
        <p role="alert" className="text-danger">
          {reasonOf(describe.error)}
        </p>
      )}
    </div>
  );
}
