import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { codeOf, reasonOf } from "#app/api/errors.ts";
import { IconButton } from "#app/ui/button.tsx";
import { wide } from "#app/ui/use-media.ts";
import { editWords } from "#app/words/edit-words.ts";
import { lightboxWords } from "#app/words/lightbox-words.ts";
import { words } from "#app/words/words.ts";
import { EditNotice } from "./edit-notice.tsx";
import { FilmNote, useFilm } from "./film-note.tsx";
import { LightboxBar } from "./lightbox-bar.tsx";
import { PhotoDetails } from "./photo-details.tsx";
import { photoUrl } from "./photo-image.tsx";
import { numberOf } from "./photo-list.ts";
import { noPictureReason } from "./photo-words.ts";
import { Stage } from "./stage.tsx";
import { useBrowsed } from "./use-browsed.ts";
import { useDescribedSoon } from "./use-describing.ts";
import { useGrowth } from "./use-growth.ts";
import type { OpenPhoto } from "./use-open-photo.ts";
import { usePhotoEdits } from "./use-photo-edits.ts";
import { useSlideShow } from "./use-slide-show.ts";
import { useZoom } from "./use-zoom.ts";

/** Shows one photo as large as the window allows, and its details. */
export default function Lightbox({ opened }: { opened: OpenPhoto }) {
  const trpc = useTRPC();
  const { data: photo, error } = useQuery(trpc.photos.get.queryOptions({ id: opened.id }));
  const { data: shot } = useQuery(trpc.photos.shot.queryOptions({ id: opened.id }));
  const [detailsWanted, setDetails] = useState(() => matchMedia(wide).matches);
  const [showsFaces, setShowsFaces] = useState(false);
  const zoom = useZoom(opened.id, photo?.width ?? null);
  const edits = usePhotoEdits(opened.id);
  useDescribedSoon(photo?.status === "prepared" ? opened.id : null);
  const film = useFilm(opened.id);
  const lastId = useRef(opened.id);
  lastId.current = opened.id;
  const { browsed, total } = useBrowsed(opened);
  const { list } = browsed;
  const index = list.findIndex((listed) => listed.id === opened.id);
  const position = index >= 0 && total > 1 ? words.photo.position(numberOf(browsed, index), total) : "";
  /** A step that was asked for before the photo that it leads to was loaded. */
  const wanted = useRef<{ from: string; by: 1 | -1 } | null>(null);
  const step = (by: 1 | -1) => {
    const next = list[index + by];
    const isThereMore = by === 1 ? numberOf(browsed, index) < total : numberOf(browsed, index) > 1;
    wanted.current = next || !isThereMore ? null : { from: opened.id, by };
    if (next) opened.show(next.id, browsed);
  };
  useEffect(() => {
    if (wanted.current?.from === opened.id && list[index + wanted.current.by]) step(wanted.current.by);
  });
  const slides = useSlideShow({
    photoId: opened.id,
    isThere: photo !== undefined || error !== null,
    isVideo: photo?.kind === "video",
    next: index >= 0 && index < list.length - 1 ? () => step(1) : null,
  });
  const details = detailsWanted && !error && !slides.runs;
  const isPictured = photo !== undefined && photo.kind === "photo" && noPictureReason(photo) === null;
  useGrowth(zoom.picture, `${opened.from}/${opened.id}`, isPictured);

  function markFavourite(): void {
    if (photo) edits.save({ favourite: !photo.favourite }, editWords.favoured(!photo.favourite));
  }

  // A layout effect, so that it is in place before the picture is seen: a key is meant for the photo on the screen.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key === "z" && !isTyping(event);
      if (isUndo && edits.notice?.undo) edits.undo(edits.notice.undo);
      if (event.ctrlKey || event.metaKey || event.altKey || isCovered()) return;
      // In a video player that has the focus, the arrow keys seek.
      if (isTyping(event) || isPlaying(event)) return;
      if (photo && /^[0-5]$/.test(event.key))
        edits.save({ rating: Number(event.key) }, editWords.saved("rating"));
      const actions: Record<string, () => void> = {
        ArrowLeft: () => step(-1),
        ArrowRight: () => step(1),
        i: () => setDetails((shown) => !shown),
        "+": zoom.in,
        "=": zoom.in,
        "-": zoom.out,
        f: markFavourite,
        p: () => setShowsFaces((shown) => !shown),
        " "() {
          // Space presses a button that has the focus, and scrolls the details.
          if (event.target instanceof Element && event.target.closest("button, a, summary, aside")) return;
          if (list.length < 2) return;
          event.preventDefault();
          slides.toggle();
        },
        e() {
          // Otherwise the letter would be typed into the field that opens.
          event.preventDefault();
          setDetails(true);
          edits.setOpen("title");
        },
      };
      actions[event.key]?.();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  // Fetch the neighbours ahead, so that browsing does not wait.
  useEffect(() => {
    if (!photo) return;
    for (const neighbour of [list[index + 1], list[index - 1]]) {
      if (neighbour) new Image().src = photoUrl(neighbour.id, "preview");
    }
  }, [photo, index, list]);

  /** Moves the focus to the tile of the photo that was shown last. */
  function returnFocus(event: Event): void {
    event.preventDefault();
    const tile =
      document.querySelector<HTMLElement>(
        `[data-tile="${opened.from}/${opened.like[0] ?? lastId.current}"]`,
      ) ??
      document.querySelector<HTMLElement>(`[data-tile^="${opened.from}/"]`) ??
      document.querySelector<HTMLElement>("textarea");
    tile?.focus();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && opened.close()}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          // The focus is on no button, so that Space is free for the slide show.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onEscapeKeyDown={(event) => {
            if (isTyping(event) || slides.runs) event.preventDefault();
            if (slides.runs) slides.stop();
          }}
          className={`fixed inset-0 z-20 animate-fade-in bg-stage outline-none max-lg:overflow-y-auto ${details ? "lg:grid lg:grid-cols-[minmax(0,1fr)_376px]" : ""}`}
        >
          <Dialog.Title className="sr-only">
            {photo?.kind === "video" ? words.photo.video : words.photo.label} {position}
          </Dialog.Title>
          <div
            className={`relative grid grid-rows-[64px_minmax(0,1fr)_64px] max-lg:grid-rows-[56px_minmax(0,1fr)] lg:h-dvh ${details ? "max-lg:h-[calc(62dvh+56px)]" : "max-lg:h-dvh"}`}
          >
            <LightboxBar
              id={error ? null : opened.id}
              photo={photo}
              position={position}
              onBack={opened.back}
              details={details}
              onDetails={() => setDetails(!detailsWanted)}
              zoom={zoom}
              onFavourite={markFavourite}
              slides={list.length > 1 ? slides : null}
              onPlay={film.toggle}
              plays={photo?.motion ? film.plays : null}
              onRemoved={() => (list[index + 1] ? step(1) : opened.close())}
            />
            {photo ? (
              <Stage
                key={photo.id}
                photo={photo}
                zoom={zoom}
                onSwipe={step}
                onFilmEnd={film.plays ? film.ended : null}
                faces={showsFaces && shot ? shot.faces : []}
                slides={slides}
              />
            ) : (
              <p role={error ? "alert" : undefined} className="place-self-center p-6 text-ink-2">
                {error && (codeOf(error) === "NOT_FOUND" ? words.photo.gone : reasonOf(error))}
              </p>
            )}
            {index > 0 && <Arrow side="left" onClick={() => step(-1)} />}
            {index >= 0 && index < list.length - 1 && <Arrow side="right" onClick={() => step(1)} />}
            <p
              aria-hidden
              className={`grid place-items-center text-ink-3 text-xs max-lg:hidden pointer-coarse:hidden ${edits.notice ? "invisible" : ""}`}
            >
              {slides.runs ? lightboxWords.slidesRun : words.photo.hint}
            </p>
            <p role="status" className="sr-only">
              {slides.runs ? lightboxWords.slidesRun : slides.isOver ? lightboxWords.slidesEnd : ""}
            </p>
            {film.failed && <FilmNote />}
            <EditNotice edits={edits} />
          </div>
          {details && photo && (
            <PhotoDetails
              key={photo.id}
              photo={photo}
              why={list[index]?.why ?? null}
              edits={edits}
              shot={shot}
              faces={{ shown: showsFaces, toggle: () => setShowsFaces(!showsFaces) }}
              onOpen={opened.showLike}
            />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Tells whether a dialog lies over the lightbox, which the keys are for then. */
const isCovered = () =>
  document.querySelector("[role=alertdialog]") !== null ||
  document.querySelectorAll("[role=dialog]").length > 1;

/** Says whether a key is for a field, which Esc leaves too. */
const isTyping = ({ target }: Event) =>
  target instanceof HTMLElement && target.closest("input, textarea") !== null;

const isPlaying = ({ target }: Event) => target instanceof HTMLMediaElement;

function Arrow({ side, onClick }: { side: "left" | "right"; onClick(): void }) {
  const Icon = side === "left" ? ChevronLeft : ChevronRight;
  return (
    <IconButton
      look="arrow"
      label={side === "left" ? words.photo.previous : words.photo.next}
      onClick={onClick}
      className={`absolute top-1/2 -translate-y-1/2 max-sm:hidden ${side === "left" ? "left-3.5" : "right-3.5"}`}
    >
      <Icon size={22} aria-hidden />
    </IconButton>
  );
}
