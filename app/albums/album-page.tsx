import { Link } from "@remix-run/react";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ChevronLeft, ChevronRight, FolderMinus, ImageUp, RefreshCw } from "lucide-react";
import { type ComponentProps, useMemo } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { EmptyShelf } from "#app/shelf/empty-shelf.tsx";
import { ShelfPage, type ShelfTools } from "#app/shelf/shelf-page.tsx";
import { IconButton } from "#app/ui/button.tsx";
import { createPart } from "#app/ui/part.tsx";
import { albumWords } from "#app/words/album-words.ts";
import type { AlbumItem } from "#server/search/albums.ts";
import type { Shelf } from "#server/search/shelves.ts";
import { useAlbumEdits, useAlbumRefresh } from "./use-album-edits.ts";

/** Menu and dialogs are loaded when somebody wants to change the album. */
const AlbumMenu = createPart(() => import("./album-menu.tsx"));

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
        album && <InAlbum ids={ids} album={album} tools={tools} onDone={onDone} />
      }
      {...(mover && { onMove: mover })}
      empty={<EmptyShelf title={albumWords.emptyAlbum} body={albumWords.emptyAlbumBody} />}
    />
  );
}

type Mover = ComponentProps<typeof ShelfPage>["onMove"];

/** Returns the function that moves photos of an album that is ordered by hand; undefined for other albums. */
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
        <AlbumMenu album={album} notices={tools.notices} meanwhile={<span className="size-9" />} />
      </div>
      {(album.isLiving || (isByHand && tools.total > 1)) && (
        <p
          className={`flex items-center gap-1.5 text-ink-2 text-sm ${album.isLiving ? "" : "pointer-coarse:hidden"}`}
        >
          {album.isLiving && <RefreshCw size={13} aria-hidden />}
          {album.isLiving ? `${albumWords.livingHint}.` : albumWords.handHint}
        </p>
      )}
    </div>
  );
}

interface InAlbumProps {
  ids: string[];
  album: AlbumItem;
  tools: ShelfTools;
  onDone(): void;
}

/** The actions on chosen photos that only an album has. */
function InAlbum({ ids, album, tools, onDone }: InAlbumProps) {
  const edits = useAlbumEdits(tools.notices);
  const { move } = tools;
  const [first] = ids;
  return (
    <>
      {move && (
        <>
          <IconButton label={albumWords.earlier} onClick={() => move(ids, -1)}>
            <ChevronLeft size={18} aria-hidden />
          </IconButton>
          <IconButton label={albumWords.later} onClick={() => move(ids, 1)}>
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
