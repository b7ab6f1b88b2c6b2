import { Download, FolderPlus, Heart, MessageCircle, Pencil, Star, Trash2 } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useState } from "react";
import { AddToAlbum } from "#app/albums/add-to-album.tsx";
import { buttonLook, IconButton, iconButtonLook } from "#app/ui/button.tsx";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { albumWords } from "#app/words/album-words.ts";
import { libraryWords } from "#app/words/library-words.ts";
import { EditMany } from "./edit-many.tsx";
import type { Notices } from "./notice.tsx";
import type { ShelfEdits } from "./use-shelf-edits.ts";

export interface ActionsProps {
  ids: string[];
  edits: ShelfEdits;
  /** True if all chosen photos that are on the screen are favourites. */
  areFavourites: boolean;
  notices: Notices;
  onDone(): void;
  /** Further actions of this page, such as those of an album. */
  children?: ReactNode;
}

/** The actions on photos of the library. */
export default function LibraryActions(props: ActionsProps) {
  const { ids, edits, areFavourites, notices, onDone, children } = props;
  const [isEditing, setEditing] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const favour = () =>
    edits.edit(
      ids,
      { favourite: !areFavourites },
      areFavourites ? libraryWords.unfavoured : libraryWords.favoured,
    );
  return (
    <>
      <button
        type="button"
        onClick={() => edits.ask(ids)}
        aria-label={libraryWords.ask}
        className={`${buttonLook("primary")} max-sm:px-3`}
      >
        <MessageCircle size={16} aria-hidden />
        <span className="max-sm:hidden">{libraryWords.ask}</span>
      </button>
      <span aria-hidden className="mx-1 h-6 w-px bg-line max-sm:hidden" />
      <IconButton label={albumWords.add} onClick={() => setAdding(true)}>
        <FolderPlus size={18} aria-hidden />
      </IconButton>
      {children}
      <IconButton
        label={areFavourites ? libraryWords.unmarkFavourite : libraryWords.markFavourite}
        onClick={favour}
      >
        <Heart size={18} aria-hidden className={areFavourites ? "fill-current" : undefined} />
      </IconButton>
      <StarsMenu
        onRate={(rating) => edits.edit(ids, { rating }, (photos) => libraryWords.rated(photos, rating))}
      />
      <IconButton label={libraryWords.edit} onClick={() => setEditing(true)}>
        <Pencil size={18} aria-hidden />
      </IconButton>
      <IconButton label={libraryWords.download(ids.length)} onClick={() => edits.download(ids)}>
        <Download size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={libraryWords.remove}
        onClick={async () => {
          if (await edits.remove(ids)) onDone();
        }}
      >
        <Trash2 size={18} aria-hidden />
      </IconButton>
      {isAdding && <AddToAlbum ids={ids} notices={notices} onClose={() => setAdding(false)} />}
      {isEditing && <EditMany ids={ids} notices={notices} onClose={() => setEditing(false)} />}
    </>
  );
}

function StarsMenu({ onRate }: { onRate(stars: number): void }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={libraryWords.rate}
        title={libraryWords.rate}
        className={iconButtonLook("bar")}
      >
        <Star size={18} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content side="top" sideOffset={8} collisionPadding={8} className={menuLook}>
        {[5, 4, 3, 2, 1, 0].map((stars) => (
          <DropdownMenu.Item key={stars} className={menuItemLook} onSelect={() => onRate(stars)}>
            {stars === 0 ? libraryWords.noStars : libraryWords.stars(stars)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
