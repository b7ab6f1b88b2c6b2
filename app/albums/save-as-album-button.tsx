import { FolderPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { createPart } from "#app/ui/part.tsx";

const SaveAsAlbum = createPart(() => import("./save-as-album.tsx"));

interface SaveAsAlbumButtonProps {
  turnId: string;
  question: string;
  total: number;
  /** What the button says. */
  label: string;
  isQuiet?: boolean;
}

/** Offers to keep an answer as an album; nothing where it has no photos. */
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
