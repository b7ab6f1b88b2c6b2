import { Link, useNavigate } from "@remix-run/react";
import { useQuery } from "@tanstack/react-query";
import {
  ArrowLeft,
  ChevronLeft,
  ChevronRight,
  FolderMinus,
  ImageUp,
  MoreHorizontal,
  RefreshCw,
} from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { type ComponentProps, useMemo, useState } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { EmptyShelf } from "#app/shelf/empty-shelf.tsx";
import { ShelfPage, type ShelfTools } from "#app/shelf/shelf-page.tsx";
import { IconButton, iconButtonLook } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { albumWords } from "#app/words/album-words.ts";
import type { AlbumItem } from "#server/search/albums.ts";
import type { Shelf } from "#server/search/shelves.ts";
import { AlbumDialog } from "./album-dialog.tsx";
import { movedBeside } from "./moved-beside.ts";
import { useAlbumEdits, useAlbumRefresh } from "./use-album-edits.ts";

/** The photos of one album, in its order. */
export function AlbumPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const shelf = useMemo<Shelf>(() => ({ kind: "album", album: id }), [id]);
  const { data: album } = useQuery(trpc.albums.get.queryOptions({ id }));
  const name = album?.name ?? albumWords.title;
  const mover = useMover(album);
  return (
    <ShelfPage
      shelf={shelf}
      look={{
        name: `album/${id}`,
        label: albumWords.grid(name),
        headings: { section: 0, day: 0 },
        titleOf: () => name,
        hasPlaces: false,
      }}
      header={(tools) => album && <AlbumHeader album={album} tools={tools} />}
      actions={(ids, tools, onDone) =>
        album && <InAlbum ids={ids} album={album} tools={tools} onMove={mover} onDone={onDone} />
      }
      {...(mover && { onMove: mover })}
      empty={<EmptyShelf title={albumWords.emptyAlbum} body={albumWords.emptyAlbumBody} />}
    />
  );
}

type Mover = ComponentProps<typeof ShelfPage>["onMove"];

/** Moves photos of an album that is ordered by hand; undefined where it is not. */
function useMover(album: AlbumItem | undefined): Mover {
  const refresh = useAlbumRefresh();
  if (album?.order !== "hand") return undefined;
  const { id } = album;
  return async (photoIds, before, { tell, fail }) => {
    try {
      await client.albums.move.mutate({ id, photoIds, before });
      tell({ text: albumWords.moved(photoIds.length) });
    } catch (error) {
      fail(error);
    }
    await refresh();
  };
}

function AlbumHeader({ album, tools }: { album: AlbumItem; tools: ShelfTools }) {
  const [open, setOpen] = useState<"rename" | "remove" | null>(null);
  const close = () => setOpen(null);
  const edits = useAlbumEdits(tools.notices);
  const isByHand = album.order === "hand";
  return (
    <div className="pt-2 pb-4">
      <Link to="/albums" className="link inline-flex min-h-6 items-center gap-1.5 text-ink-2 text-sm">
        <ArrowLeft size={14} aria-hidden />
        {albumWords.back}
      </Link>
      <div className="flex items-center gap-4">
        <h2 className="min-w-0 grow font-semibold text-xl tracking-title [overflow-wrap:anywhere]">
          {album.name}
          <span className="ml-3 whitespace-nowrap font-normal text-ink-3 text-sm tracking-normal">
            {albumWords.photos(tools.total)}
          </span>
        </h2>
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger
            aria-label={albumWords.options}
            title={albumWords.options}
            className={iconButtonLook("bar")}
          >
            <MoreHorizontal size={18} aria-hidden />
          </DropdownMenu.Trigger>
          <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={menuLook}>
            <DropdownMenu.Item className={menuItemLook} onSelect={() => setOpen("rename")}>
              {albumWords.rename}
            </DropdownMenu.Item>
            {!album.isLiving && (
              <DropdownMenu.Item
                className={menuItemLook}
                onSelect={() => void edits.order(album, isByHand ? "date" : "hand")}
              >
                {isByHand ? albumWords.byDate : albumWords.byHand}
              </DropdownMenu.Item>
            )}
            <DropdownMenu.Item className={`${menuItemLook} text-danger`} onSelect={() => setOpen("remove")}>
              {albumWords.remove}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Root>
      </div>
      {(album.isLiving || (isByHand && tools.total > 1)) && (
        <p
          className={`flex items-center gap-1.5 text-ink-2 text-sm ${album.isLiving ? "" : "pointer-coarse:hidden"}`}
        >
          {album.isLiving && <RefreshCw size={13} aria-hidden />}
          {album.isLiving ? `${albumWords.livingHint}.` : albumWords.handHint}
        </p>
      )}
      {open === "rename" && <RenameAlbum album={album} onClose={close} />}
      {open === "remove" && <RemoveAlbum album={album} onClose={close} />}
    </div>
  );
}

function RenameAlbum({ album: { id, name }, onClose }: { album: AlbumItem; onClose(): void }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useAlbumRefresh();
  async function rename(to: string): Promise<void> {
    setBusy(true);
    try {
      await client.albums.change.mutate({ id, name: to });
      await refresh();
      onClose();
    } catch (error) {
      setProblem(reasonOf(error));
      setBusy(false);
    }
  }
  return (
    <AlbumDialog
      title={albumWords.rename}
      name={name}
      save={albumWords.save}
      problem={problem}
      isBusy={isBusy}
      onSave={rename}
      onClose={onClose}
    />
  );
}

function RemoveAlbum({ album: { id, name }, onClose }: { album: AlbumItem; onClose(): void }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const refresh = useAlbumRefresh();
  const navigate = useNavigate();
  async function remove(): Promise<void> {
    setBusy(true);
    try {
      await client.albums.remove.mutate({ id });
      navigate("/albums", { replace: true });
      await refresh();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }
  return (
    <Confirm
      title={albumWords.removeTitle(name)}
      body={albumWords.removeBody}
      yes={albumWords.removeYes}
      error={error}
      busy={isBusy}
      onYes={remove}
      onClose={onClose}
    />
  );
}

interface InAlbumProps {
  ids: string[];
  album: AlbumItem;
  tools: ShelfTools;
  onMove: Mover;
  onDone(): void;
}

/** What can be done with chosen photos of an album, beside what can be done with any. */
function InAlbum({ ids, album, tools, onMove, onDone }: InAlbumProps) {
  const edits = useAlbumEdits(tools.notices);
  const [first] = ids;
  async function shift(step: 1 | -1): Promise<void> {
    const before = movedBeside(await tools.idsBetween(0, tools.total - 1), ids, step);
    if (before !== undefined) await onMove?.(ids, before, tools.notices);
  }
  return (
    <>
      {onMove && (
        <>
          <IconButton label={albumWords.earlier} onClick={() => void shift(-1)}>
            <ChevronLeft size={18} aria-hidden />
          </IconButton>
          <IconButton label={albumWords.later} onClick={() => void shift(1)}>
            <ChevronRight size={18} aria-hidden />
          </IconButton>
        </>
      )}
      {ids.length === 1 && first !== undefined && (
        <IconButton
          label={albumWords.cover}
          onClick={async () => {
            if (await edits.setCover(album, first)) onDone();
          }}
        >
          <ImageUp size={18} aria-hidden />
        </IconButton>
      )}
      <IconButton
        label={albumWords.takeOut}
        onClick={async () => {
          if (await edits.takeOut(album, ids)) onDone();
        }}
      >
        <FolderMinus size={18} aria-hidden />
      </IconButton>
    </>
  );
}
