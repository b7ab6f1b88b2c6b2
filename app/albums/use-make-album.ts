import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { client } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { useAlbumRefresh } from "./use-album-edits.ts";

type AlbumToMake = Parameters<typeof client.albums.make.mutate>[0];

/** Makes an album, closes the dialog and opens the album's page. If that fails, `problem` says why, and the dialog stays. */
export function useMakeAlbum(onMade: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useAlbumRefresh();
  const navigate = useNavigate();
  async function make(album: AlbumToMake): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const { id } = await client.albums.make.mutate(album);
      await refresh();
      onMade();
      navigate(`/albums/${id}`);
    } catch (error) {
      setProblem(reasonOf(error));
      setBusy(false);
    }
  }
  return { make, isBusy, problem };
}
