import { Link } from "@remix-run/react";
import { useState } from "react";
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
  const [said, setSaid] = useState<string | null>(null);
  async function undo(): Promise<void> {
    try {
      await client.albums.takeOut.mutate({ id, photoIds: added });
      setSaid(turnWords.undoneAlbum);
    } catch (error) {
      setSaid(reasonOf(error));
    }
  }
  return (
    <div className="mt-3 flex items-center gap-2">
      <Link to={`/albums/${id}`} className={buttonLook("secondary")}>
        {turnWords.showAlbum}
      </Link>
      {said === null && added.length > 0 && (
        <Button look="quiet" onClick={undo}>
          {turnWords.undoAlbum}
        </Button>
      )}
      <span role="status" className="text-ink-2 text-sm">
        {said}
      </span>
    </div>
  );
}
