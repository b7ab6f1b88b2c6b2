import { Link } from "@remix-run/react";
import { useState } from "react";
import { useAlbumRefresh } from "#app/albums/use-album-edits.ts";
import { client } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { useTurnWords } from "./turn-words.tsx";

interface AlbumDoneProps {
  done: { id: string; added: string[] };
}

/** Below the turn that has put photos into an album: the way there, and the way back. */
export default function AlbumDone({ done: { id, added } }: AlbumDoneProps) {
  const turnWords = useTurnWords();
  const refresh = useAlbumRefresh();
  const [isUndone, setUndone] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function undo(): Promise<void> {
    setProblem(null);
    try {
      await client.albums.takeOut.mutate({ id, photoIds: added });
      setUndone(true);
    } catch (error) {
      setProblem(reasonOf(error));
    }
    await refresh();
  }
  return (
    <div className="mt-3 flex items-center gap-2">
      <Link to={`/albums/${id}`} className={buttonLook("secondary")}>
        {turnWords.showAlbum}
      </Link>
      {!isUndone && added.length > 0 && (
        <Button look="quiet" onClick={undo}>
          {turnWords.undoAlbum}
        </Button>
      )}
      <span role="status" className="text-ink-2 text-sm">
        {isUndone && turnWords.undoneAlbum}
      </span>
      {problem && (
        <span role="alert" className="text-danger text-sm">
          {problem}
        </span>
      )}
    </div>
  );
}
