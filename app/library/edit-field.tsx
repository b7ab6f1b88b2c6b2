import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { editWords } from "#app/words/edit-words.ts";
import type { Photo } from "#server/library/photo.ts";
import { changesFor, type TypedField, typedDate, typedOf } from "./edit-texts.ts";
import type { PhotoEdits } from "./use-photo-edits.ts";

interface EditFieldProps {
  photo: Photo;
  field: TypedField;
  edits: PhotoEdits;
}

const look =
  "block w-full rounded-control bg-surface px-2.5 py-1.5 text-base outline-2 outline-accent pointer-coarse:text-[1rem]";
const most: Partial<Record<TypedField, number>> = {
  title: 500,
  description: 10_000,
  caption: 10_000,
  place: 300,
};

/** Edits a field. Enter or leaving it saves; Esc does not. */
export function EditField({ photo, field, edits }: EditFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const left = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  function leave(isSaved: boolean): void {
    if (left.current) return;
    const typed = input.current?.value ?? "";
    const isValid = input.current?.validity.valid ?? true;
    if (isSaved && !isValid) return void input.current?.reportValidity();
    left.current = true;
    const changes = isSaved ? changesFor(photo, field, typed) : null;
    if (changes) edits.save(changes, editWords.saved(field), { field, text: typed });
    edits.setOpen(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") leave(false);
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    leave(true);
  }

  const props = {
    ...{ id, ref: input, onKeyDown, onBlur: () => leave(true), maxLength: most[field] },
    ...{
      defaultValue: edits.draft ?? typedOf(photo, field),
      "aria-describedby": `${id}-hint`,
      "data-editing": true,
    },
  };
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {editWords.label(field)}
      </label>
      {field === "description" || field === "caption" ? (
        <textarea {...props} rows={4} className={`${look} field-sizing-content max-h-60 resize-none`} />
      ) : (
        <input
          {...props}
          type="text"
          {...(field === "takenAt" && { pattern: typedDate, title: editWords.hints.takenAt })}
          className={look}
        />
      )}
      <p id={`${id}-hint`} className="mt-1 text-ink-3 text-xs">
        {editWords.hints[field]}
      </p>
    </div>
  );
}
