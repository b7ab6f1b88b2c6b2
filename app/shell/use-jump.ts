import { useLocation, useNavigate, useParams } from "@remix-run/react";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { useSend } from "#app/chat/use-send.ts";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { tripName } from "#app/trips/trip-name.ts";
import { settingsPath } from "#app/ui/settings-link.tsx";
import { useDelayed } from "#app/ui/use-delayed.ts";
import { jumpWords } from "#app/words/jump-words.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { exportConversation } from "./export-conversation.ts";
import { shortcutDialog } from "./shortcuts-state.ts";
import { titleOf } from "./title.ts";

/** One line of the search of everything, with its action. */
export interface Goal {
  key: string;
  group: "ask" | keyof typeof jumpWords.jump.groups;
  label: string;
  note?: string;
  photo?: Photo;
  /**
   * Opens it. Returns true if the dialog has another one in its place; for a promise the dialog waits, and says why it
   * failed.
   */
  go(): unknown;
}

const mostEach = 6;
/** ms without a key before names and conversations are looked for; photos take more work. */
const pause = 100;
const pauseForPhotos = 300;

/** Finds conversations, photos, places, people and actions for what was typed. */
export function useJump(text: string): Goal[] {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const openPhoto = useOpenPhoto();
  const send = useSend();
  const { id } = useParams();
  const { pathname } = useLocation();
  // Albums and trips have an id in their address too.
  const shown = pathname.startsWith("/c/") ? id : undefined;
  const typed = text.trim();
  const asked = useDelayed(typed, pause);
  const forPhotos = useDelayed(typed, pauseForPhotos);
  const { data: history } = useSuspenseQuery(trpc.conversations.list.queryOptions());
  const still = { retry: false, staleTime: 30_000 };
  const { data: conversations } = useQuery({
    ...trpc.conversations.find.queryOptions({ text: asked, limit: mostEach }),
    ...still,
    enabled: asked !== "",
  });
  const { data: names } = useQuery({
    ...trpc.search.complete.queryOptions({ text: asked, limit: mostEach }),
    ...still,
    enabled: asked.length > 1,
  });
  const { data: photos } = useQuery({
    ...trpc.search.run.queryOptions({ text: forPhotos, limit: mostEach }),
    ...still,
    enabled: forPhotos.length > 2,
  });

  const { data: trips } = useQuery({ ...trpc.trips.list.queryOptions({ limit: 200 }), ...still });
  const { data: albums } = useQuery({ ...trpc.albums.list.queryOptions(), ...still });

  const actions: Goal[] = [
    { key: "new", group: "actions", label: words.shell.newQuestion, go: () => navigate("/") },
    { key: "settings", group: "actions", label: words.shell.settings, go: () => navigate(settingsPath) },
    {
      key: "keys",
      group: "actions",
      label: jumpWords.keys.open,
      note: "?",
      go() {
        shortcutDialog.set(() => "keys");
        return true;
      },
    },
  ];
  if (shown !== undefined) {
    const go = () => exportConversation(shown);
    actions.push({ key: "export", group: "actions", label: words.conversation.export, go });
  }
  const wanted = typed.toLocaleLowerCase();
  const isMeant = ({ label }: Goal) => wanted !== "" && label.toLocaleLowerCase().includes(wanted);
  const albumsAndTrips: Goal[] = [
    ...(albums?.items ?? []).map(({ id, name, photos: count }): Goal => {
      const note = `${jumpWords.jump.album}, ${words.photos(count)}`;
      return { key: id, group: "names", label: name, note, go: () => navigate(`/albums/${id}`) };
    }),
    ...(trips?.items ?? []).map((trip): Goal => {
      const note = `${jumpWords.jump.trip}, ${words.photos(trip.photos)}`;
      const go = () => navigate(`/trips/${trip.id}`);
      return { key: trip.id, group: "names", label: tripName(trip), note, go };
    }),
  ];
  const found = typed === "" ? history.items.slice(0, mostEach) : (conversations?.items ?? []);
  const ask = typed !== "" && {
    key: "ask",
    group: "ask" as const,
    label: jumpWords.jump.ask(typed),
    go: () => void send(typed),
  };
  const hits = typed === "" ? [] : (photos?.hits ?? []);
  return [
    ...found.map((item): Goal => {
      const note = "matched" in item && typeof item.matched === "string" ? { note: item.matched } : {};
      const go = () => navigate(`/c/${item.id}`);
      return { key: item.id, group: "conversations", label: titleOf(item), ...note, go };
    }),
    ...(typed === "" ? [] : (names?.names ?? [])).map(({ kind, value, photos: count }): Goal => {
      const { from, camera } = words.home.asks;
      const isPlace = kind === "city" || kind === "region" || kind === "country" || kind === "place";
      const question = isPlace ? from(value) : kind === "camera" ? camera(value) : value;
      const note = `${words.composer.kinds[kind]}, ${words.photos(count)}`;
      return { key: `${kind} ${value}`, group: "names", label: value, note, go: () => void send(question) };
    }),
    ...albumsAndTrips.filter(isMeant).slice(0, mostEach),
    ...hits.map(({ photo }): Goal => {
      const list = hits.map(({ photo: { id }, why }) => ({ id, why }));
      const go = () => openPhoto({ id: photo.id, from: "jump", list, rest: null });
      return { key: photo.id, group: "photos", label: photo.caption?.text ?? photo.fileName, photo, go };
    }),
    ...actions.filter(({ label }) => label.toLocaleLowerCase().includes(wanted)),
    ...(ask ? [ask] : []),
  ];
}
