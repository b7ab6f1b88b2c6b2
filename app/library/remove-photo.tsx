import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { words } from "#app/words/words.ts";
import { markRemoved } from "./removed-photos.ts";

interface RemovePhotoProps {
  id: string;
  onClose(): void;
  onRemoved(): void;
}

/** Asks before a photo is deleted, and takes it out of every answer on the screen. */
export function RemovePhoto({ id, onClose, onRemoved }: RemovePhotoProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.photos.remove.mutationOptions({
      onSuccess() {
        void queryClient.invalidateQueries(trpc.conversations.get.queryFilter());
        void queryClient.invalidateQueries(trpc.search.run.queryFilter());
        void queryClient.invalidateQueries(trpc.photos.list.queryFilter());
        onClose();
        onRemoved();
        markRemoved(id, true);
      },
    }),
  );
  return (
    <Confirm
      title={words.photo.removeTitle}
      body={words.photo.removeBody}
      yes={words.photo.removeYes}
      error={remove.error}
      busy={remove.isPending}
      onYes={() => remove.mutate({ ids: [id] })}
      onClose={onClose}
    />
  );
}
