import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useRef, useState } from "react";
import { markRemoved } from "#app/library/removed-photos.ts";
import type { PhotoEvent } from "#server/library/photo.ts";
import { useTRPC } from "./client.ts";
import { connection } from "./connection.ts";
import { onOtherTabs } from "./other-tabs.ts";

/** The shortest time between two refreshes, in ms. */
const pace = 500;
const shelvesPace = 2_000;

/** These events change which photos the library counts and shows. */
const changesLibrary = new Set<PhotoEvent["type"]>([
  "received",
  "prepared",
  "removed",
  "restored",
  "damaged",
  "repaired",
  "edited",
  "joined",
]);

/** Listens to photo events and refetches what the screen shows. Pauses while the tab is hidden. */
export function Live() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const visible = useVisible();
  const changed = useRef(new Set<string>());
  const editedIds = useRef(new Set<string>());
  const libraryChanged = useRef(false);
  const answersChanged = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const shelvesTimer = useRef<ReturnType<typeof setTimeout>>();

  /** A shelf is one large answer, so it is asked for less often. */
  function refreshShelves(): void {
    shelvesTimer.current = undefined;
    void queryClient.invalidateQueries(trpc.shelves.pathFilter());
  }

  function refresh(): void {
    timer.current = undefined;
    const ids = changed.current;
    changed.current = new Set();
    const edited = editedIds.current;
    editedIds.current = new Set();
    for (const id of ids) {
      void queryClient.invalidateQueries(trpc.photos.get.queryFilter({ id }));
      void queryClient.invalidateQueries(trpc.photos.timeline.queryFilter({ id }));
    }
    // Tiles do not refetch photos that are indexed, so an edit of one is fetched here.
    for (const id of edited) {
      const query = trpc.photos.get.queryOptions({ id });
      if (queryClient.getQueryData(query.queryKey)) void queryClient.fetchQuery({ ...query, staleTime: 0 });
    }
    void queryClient.invalidateQueries(trpc.jobs.pathFilter());
    if (answersChanged.current) {
      answersChanged.current = false;
      void queryClient.invalidateQueries(trpc.conversations.get.queryFilter());
      void queryClient.invalidateQueries(trpc.search.run.queryFilter());
    }
    if (!libraryChanged.current) return;
    libraryChanged.current = false;
    void queryClient.invalidateQueries(trpc.system.status.queryFilter());
    void queryClient.invalidateQueries(trpc.photos.list.queryFilter());
    void queryClient.invalidateQueries(trpc.photos.map.queryFilter());
    void queryClient.invalidateQueries(trpc.photos.within.infiniteQueryFilter());
  }

  function onEvent({ photoId, type }: PhotoEvent): void {
    changed.current.add(photoId);
    libraryChanged.current ||= changesLibrary.has(type);
    if (type === "damaged" || type === "repaired" || type === "edited" || type === "joined")
      answersChanged.current = true;
    if (type === "edited" || type === "joined") editedIds.current.add(photoId);
    if (type === "removed" || type === "restored") {
      answersChanged.current = true;
      markRemoved(photoId, type === "removed");
    }
    timer.current ??= setTimeout(refresh, pace);
    if (changesLibrary.has(type)) shelvesTimer.current ??= setTimeout(refreshShelves, shelvesPace);
  }

  useSubscription(
    trpc.jobs.watch.subscriptionOptions(undefined, {
      enabled: visible,
      onData: ({ data }) => onEvent(data),
      // Nobody told us of events between the making of the page and now, so everything they concern is refetched.
      onStarted() {
        void queryClient.invalidateQueries(trpc.jobs.pathFilter());
        void queryClient.invalidateQueries(trpc.photos.get.queryFilter());
        void queryClient.invalidateQueries(trpc.shelves.pathFilter());
      },
      // If we were logged out, the answer to this query says so, and the page asks for the password.
      onError: () => void queryClient.invalidateQueries(trpc.jobs.pathFilter()),
      onConnectionStateChange: ({ state, error }) =>
        connection.set((before) => (state === "pending" ? "up" : error ? "lost" : before)),
    }),
  );

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      clearTimeout(shelvesTimer.current);
    },
    [],
  );
  // A question asked in another tab appears here too, and its answer as it comes.
  useEffect(
    () => onOtherTabs(() => void queryClient.invalidateQueries(trpc.conversations.pathFilter())),
    [queryClient, trpc],
  );
  // When the tab is hidden we stop listening, so mark the jobs and the answers as stale for its return.
  useEffect(() => {
    if (!visible) return;
    return () => {
      void queryClient.invalidateQueries(trpc.jobs.pathFilter(), { cancelRefetch: false });
      const answers = { ...trpc.conversations.get.queryFilter(), refetchType: "none" as const };
      void queryClient.invalidateQueries(answers);
    };
  }, [visible, queryClient, trpc]);
  return null;
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const update = () => setVisible(document.visibilityState === "visible");
    update();
    document.addEventListener("visibilitychange", update);
    return () => document.removeEventListener("visibilitychange", update);
  }, []);
  return visible;
}
