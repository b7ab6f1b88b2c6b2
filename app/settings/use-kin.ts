import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, useTRPC } from "#app/api/client.ts";
import type { Relative } from "#server/library/relatives.ts";

/** Somebody in the library, with the relation that a person has given. */
export interface Kin extends Relative {
  photos: number;
}

/** Saves the relations of people, and shows a change before the server has it. */
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
