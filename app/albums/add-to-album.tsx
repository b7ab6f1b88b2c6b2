import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import type { Notices } from "#app/shelf/notice.tsx";
import { albumWords } from "#app/words/album-words.ts";
import { AlbumCover } from "./album-cover.tsx";
import { AlbumDialog } from "./album-dialog.tsx";
import { useAlbumEdits } from "./use-album-edits.ts";

interface AddToAlbumProps {
  ids: string[];
  notices: Notices;
  onClose(): void;
}

/** Puts photos into an album that there is, or into a new one. */
export function AddToAlbum({ ids, notices, onClose }: AddToAlbumProps) {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.albums.list.queryOptions(), staleTime: 0 });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // A name that is taken is said here, where it can be changed.
  const edits = useAlbumEdits({ tell: notices.tell, fail: (error) => setProblem(reasonOf(error)) });

  async function done(act: Promise<boolean>): Promise<void> {
    setBusy(true);
    const isDone = await act;
    setBusy(false);
    if (isDone) onClose();
  }

  const albums = data?.items ?? [];
  return (
    <AlbumDialog
      title={albumWords.addTitle(ids.length)}
      body={albumWords.addBody}
      name=""
      label={albumWords.make}
      save={albumWords.make}
      problem={problem}
      isBusy={isBusy}
      above={
        albums.length > 0 && (
          <ul aria-label={albumWords.choose} className="-mx-2 mt-3 max-h-64 overflow-y-auto p-0.5">
            {albums.map((album) => (
              <li key={album.id}>
                <button
                  type="button"
                  disabled={isBusy}
                  onClick={() => done(edits.add(album, ids))}
                  className="flex w-full items-center gap-3 rounded-control p-2 text-left text-sm hover:bg-fill"
                >
                  <AlbumCover photoId={album.cover} width={40} className="size-10 rounded-thumb" />
                  <span className="min-w-0 grow truncate">{album.name}</span>
                  <span className="text-ink-3 text-xs">{albumWords.photos(album.photos)}</span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
      onSave={(name) => done(edits.make(name, ids))}
      onClose={onClose}
    />
  );
}
