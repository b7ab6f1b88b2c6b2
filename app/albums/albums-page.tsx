import { Link } from "@remix-run/react";
import { useQuery } from "@tanstack/react-query";
import { Plus, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { EmptyShelf } from "#app/shelf/empty-shelf.tsx";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { albumWords } from "#app/words/album-words.ts";
import type { AlbumItem } from "#server/search/albums.ts";
import { AlbumCover } from "./album-cover.tsx";
import { AlbumDialog } from "./album-dialog.tsx";
import { useMakeAlbum } from "./use-make-album.ts";

/** All albums with their covers, those that were changed last first. */
export function AlbumsPage() {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.albums.list.queryOptions());
  const [isMaking, setMaking] = useState(false);
  const albums = data?.items;
  return (
    <div className="column grow pb-24">
      {error && !albums && (
        <p role="alert" className="pt-6 text-ink-2">
          {reasonOf(error)}
        </p>
      )}
      {albums && (
        <div className="flex items-center gap-4 pt-2 pb-4">
          <h2 className="min-w-0 grow font-semibold text-xl tracking-title">
            {albumWords.title}
            {albums.length > 0 && (
              <span className="ml-3 font-normal text-ink-3 text-sm tracking-normal">
                {albumWords.count(albums.length)}
              </span>
            )}
          </h2>
          <Button look="secondary" onClick={() => setMaking(true)}>
            <Plus size={16} aria-hidden />
            {albumWords.make}
          </Button>
        </div>
      )}
      {albums?.length === 0 && (
        <EmptyShelf title={albumWords.empty} body={albumWords.emptyBody}>
          <Link to="/library" className={buttonLook("secondary")}>
            {albumWords.toLibrary}
          </Link>
        </EmptyShelf>
      )}
      {albums && albums.length > 0 && (
        <ul
          aria-label={albumWords.title}
          className="grid grid-cols-[repeat(auto-fill,minmax(min(150px,42vw),1fr))] gap-x-4 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(190px,1fr))]"
        >
          {albums.map((album) => (
            <AlbumCard key={album.id} album={album} />
          ))}
        </ul>
      )}
      {isMaking && <NewAlbum onClose={() => setMaking(false)} />}
    </div>
  );
}

function AlbumCard({ album: { id, name, cover, photos, isLiving } }: { album: AlbumItem }) {
  return (
    <li>
      <Link to={`/albums/${id}`} className="group block rounded-photo outline-offset-4">
        <AlbumCover
          photoId={cover}
          width={220}
          className="aspect-square w-full rounded-panel transition-opacity group-hover:opacity-90"
        />
        <span className="mt-2 line-clamp-2 font-medium text-sm [overflow-wrap:anywhere]">{name}</span>
        <span className="flex items-center gap-1.5 text-ink-3 text-xs">
          {albumWords.photos(photos)}
          {isLiving && (
            <span title={albumWords.livingHint} className="inline-flex items-center gap-1">
              · <RefreshCw size={11} aria-hidden /> {albumWords.living}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

function NewAlbum({ onClose }: { onClose(): void }) {
  const { make, isBusy, problem } = useMakeAlbum(onClose);
  return (
    <AlbumDialog
      title={albumWords.make}
      name=""
      save={albumWords.save}
      problem={problem}
      isBusy={isBusy}
      onSave={(name) => make({ name })}
      onClose={onClose}
    />
  );
}
