import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, useTRPC } from "#app/api/client.ts";
import type { Relative } from "#server/library/relatives.ts";

/** Somebody of the library, and what was said of them. */
export interface Kin extends Relative {
  photos: number;
}

/** Saves what is said of people, and shows it before the server has it. */
export function useSaveKin() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ name, relation, nicknames, birthday }: Relative) =>
      client.people.set.mutate({ name, relation, nicknames, birthday }),
    // One after the other, so that the last one wins.
    scope: { id: "kin" },
    onMutate: (next) =>
      queryClient.setQueryData(trpc.people.list.queryKey(), (all) =>
        all?.map((each) => (each.name === next.name ? { ...each, ...next } : each)),
      ),
    onError: () => queryClient.invalidateQueries(trpc.people.list.queryFilter()),
  });
}
