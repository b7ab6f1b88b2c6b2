import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "#app/api/client.ts";
import type { DescribingStatus } from "#server/library/describing.ts";

/** How often we ask how far describing is while photos wait for it, ms. */
const pace = 5_000;

/** Tells whether photos are described now, and how fast. Begins with what the page arrived with. */
export function useDescribing(): DescribingStatus {
  const trpc = useTRPC();
  const { data: system } = useSuspenseQuery(trpc.system.status.queryOptions());
  const { data: jobs } = useSuspenseQuery(trpc.jobs.summary.queryOptions());
  const { data } = useQuery({
    ...trpc.describing.status.queryOptions(),
    initialData: system.describing,
    refetchInterval: ({ state }) =>
      jobs.byStatus.prepared > 0 || (state.data?.waiting ?? 0) > 0 ? pace : false,
  });
  return data;
}

/** Changes when photos may be described. */
export function useDescribingRule() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.describing.set.mutationOptions({
      onSuccess(status) {
        queryClient.setQueryData(trpc.describing.status.queryKey(), status);
        void queryClient.invalidateQueries(trpc.system.status.queryFilter());
      },
    }),
  );
}

/** Asks for a photo that somebody looks at to be described before others; null asks for nothing. */
export function useDescribedSoon(photoId: string | null): void {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.describing.lookAt.mutationOptions());
  useEffect(() => {
    if (photoId !== null) mutate({ ids: [photoId] });
  }, [photoId, mutate]);
}
