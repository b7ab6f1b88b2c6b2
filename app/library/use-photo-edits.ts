import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterInputs } from "@trpc/server";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { uuid } from "#app/ui/uuid.ts";
import { editWords } from "#app/words/edit-words.ts";
import type { AppRouter } from "#server/api/router.ts";
import type { EditableField } from "#server/library/photo.ts";
import type { TypedField } from "./edit-texts.ts";

export type ChangesToSend = Omit<inferRouterInputs<AppRouter>["photos"]["edit"], "id" | "ids">;

/** The last edit: a text that says what it did, and its id, to take it back. */
export interface EditNoticed {
  text: string;
  undo: string | null;
  isProblem: boolean;
}

export interface PhotoEdits {
  /** Saves changes and says `text` when they are saved. If they are not, the field opens with what was typed. */
  save(changes: ChangesToSend, text: string, typed?: TypedDraft): void;
  revert(field: EditableField): void;
  undo(edit: string): void;
  notice: EditNoticed | null;
  /** The field that is being edited; null if none is. */
  open: TypedField | null;
  setOpen(field: TypedField | null): void;
  /** The text in the open field that could not be saved; null if there is none. */
  draft: string | null;
}

interface TypedDraft {
  field: TypedField;
  text: string;
}

/** Milliseconds for which an edit can be taken back on the screen. */
const shownFor = 12_000;

/** Edits the photo that is shown. Another photo closes the field that was open; the notice stays. */
export function usePhotoEdits(id: string): PhotoEdits {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [notice, setNotice] = useState<EditNoticed | null>(null);
  const [open, setOpen] = useState<{ id: string; field: TypedField; draft: string | null } | null>(null);

  /** `live.tsx` has everything else fetched again. */
  const refetch = () => queryClient.fetchQuery({ ...trpc.photos.get.queryOptions({ id }), staleTime: 0 });
  const onError = (error: unknown) => setNotice({ text: reasonOf(error), undo: null, isProblem: true });
  const edit = useMutation(trpc.photos.edit.mutationOptions());
  const takeBack = useMutation(
    trpc.photos.undo.mutationOptions({
      onError,
      async onSuccess({ undone }) {
        const text = undone > 0 ? editWords.undone : editWords.notUndone;
        setNotice({ text, undo: null, isProblem: false });
        await refetch();
      },
    }),
  );

  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), shownFor);
    return () => clearTimeout(timer);
  }, [notice]);

  async function send(changes: ChangesToSend, text: string, typed?: TypedDraft): Promise<void> {
    try {
      const { undo } = await edit.mutateAsync({ ...changes, id: uuid(), ids: [id] });
      setNotice({ text, undo, isProblem: false });
    } catch (error) {
      onError(error);
      if (typed) setOpen({ id, field: typed.field, draft: typed.text });
      return;
    }
    await refetch();
  }

  function save(changes: ChangesToSend, text: string, typed?: TypedDraft): void {
    // Refetching the photo may fail too; its own query shows that.
    send(changes, text, typed).catch(() => {});
  }

  return {
    save,
    revert: (field) => save({ revert: [field] }, editWords.reverted(field)),
    undo: (made) => takeBack.mutate({ edit: made }),
    notice,
    open: open?.id === id ? open.field : null,
    setOpen: (field) => setOpen(field && { id, field, draft: null }),
    draft: open?.id === id ? open.draft : null,
  };
}
