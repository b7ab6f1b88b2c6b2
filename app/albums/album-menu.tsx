import { useNavigate } from "@remix-run/react";
import { MoreHorizontal } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { client } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import type { Notices } from "#app/shelf/notice.tsx";
import { iconButtonLook } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import { albumWords } from "#app/words/album-words.ts";
import type { AlbumItem } from "#server/search/albums.ts";
import { AlbumDialog } from "./album-dialog.tsx";
import { useAlbumEdits, useAlbumRefresh } from "./use-album-edits.ts";

/** The menu with the actions on a whole album. */
export default function AlbumMenu({ album, notices }: { album: AlbumItem; notices: Notices }) {
  const [open, setOpen] = useState<"rename" | "remove" | null>(null);
  const close = () => setOpen(null);
  const edits = useAlbumEdits(notices);
  const isByHand = album.order === "hand";
  return (
    <>
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
      {open === "rename" && <RenameAlbum album={album} onClose={close} />}
      {open === "remove" && <RemoveAlbum album={album} onClose={close} />}
    </>
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
