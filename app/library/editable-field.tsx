import { Pencil, RotateCcw } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { editWords } from "#app/words/edit-words.ts";
import type { Photo } from "#server/library/photo.ts";
import { EditField } from "./edit-field.tsx";
import { type TypedField, typedOf } from "./edit-texts.ts";
import type { PhotoEdits } from "./use-photo-edits.ts";

interface EditableFieldProps {
  photo: Photo;
  field: TypedField;
  edits: PhotoEdits;
  /** How the field is shown while nobody edits it. */
  children: ReactNode;
}

const smallButton =
  "-my-0.5 grid size-6 shrink-0 place-items-center rounded-control text-ink-3 hover:bg-fill hover:text-ink pointer-coarse:-my-2 pointer-coarse:size-9";

/** Shows a field of a photo with a pencil, and edits it in its place. */
export function EditableField({ photo, field, edits, children }: EditableFieldProps) {
  const pencil = useRef<HTMLButtonElement>(null);
  const isOpen = edits.open === field;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // Somebody who left the field by a key goes on from it; a click elsewhere has moved the focus itself.
    const isNowhere = !document.activeElement?.closest("button, input, textarea, a");
    if (wasOpen.current && !isOpen && isNowhere) pencil.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (isOpen) return <EditField photo={photo} field={field} edits={edits} />;
  const isEdited = photo.edited.includes(field);
  const isEmpty = typedOf(photo, field) === "" && !children;
  return (
    <div className="flex items-start gap-1">
      {isEmpty ? (
        <button
          type="button"
          ref={pencil}
          className="link min-h-6 text-ink-3"
          onClick={() => edits.setOpen(field)}
        >
          {editWords.add[field]}
        </button>
      ) : (
        <>
          <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
          <button
            type="button"
            ref={pencil}
            aria-label={editWords.edit(field)}
            title={editWords.edit(field)}
            className={smallButton}
            onClick={() => edits.setOpen(field)}
          >
            <Pencil size={13} aria-hidden />
          </button>
        </>
      )}
      {isEdited && <RevertButton onClick={() => edits.revert(field)} label={editWords.revert(field)} />}
    </div>
  );
}

/** A button that goes back to the value from the file. */
export function RevertButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" aria-label={label} title={label} className={smallButton} onClick={onClick}>
      <RotateCcw size={13} aria-hidden />
    </button>
  );
}
