import { FolderPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { createPart } from "#app/ui/part.tsx";

const SaveAsAlbum = createPart(() => import("./save-as-album.tsx"));

interface SaveAsAlbumButtonProps {
  turnId: string;
  question: string;
  total: number;
  /** The text of the button. */
  label: string;
  isQuiet?: boolean;
}

/** A button that keeps an answer as an album; an answer without photos has none. */
export function SaveAsAlbumButton(props: SaveAsAlbumButtonProps) {
  const { turnId, question, total, label, isQuiet = false } = props;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (total === 0) return null;
  return (
    <>
      <Button look={isQuiet ? "quiet" : "secondary"} onClick={() => setOpen(true)}>
        <FolderPlus size={16} aria-hidden />
        {label}
      </Button>
      {isOpen && <SaveAsAlbum {...{ turnId, question, total }} onClose={close} onGiveUp={close} />}
    </>
  );
}
