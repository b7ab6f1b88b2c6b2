import { Star } from "lucide-react";
import { editWords } from "#app/words/edit-words.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { RevertButton } from "./editable-field.tsx";
import type { PhotoEdits } from "./use-photo-edits.ts";

/** Shows the stars of a photo. A click on its present rating removes the rating. */
export function StarRating({ photo, edits }: { photo: Photo; edits: PhotoEdits }) {
  const stars = photo.rating ?? 0;
  return (
    <div className="flex items-center gap-1">
      <fieldset className="-my-0.5 -ml-1 flex pointer-coarse:-my-2">
        <legend className="sr-only">
          {words.photo.rating}
          {stars > 0 && `: ${words.photo.stars(stars)}`}
        </legend>
        {[1, 2, 3, 4, 5].map((star) => (
          <button
            key={star}
            type="button"
            aria-label={editWords.star(star)}
            title={editWords.star(star)}
            aria-pressed={star === stars}
            className="grid size-6 place-items-center rounded-control text-ink-3 hover:text-ink pointer-coarse:size-9"
            onClick={() => edits.save({ rating: star === stars ? 0 : star }, editWords.saved("rating"))}
          >
            <Star size={15} aria-hidden className={star <= stars ? "fill-current text-ink-2" : undefined} />
          </button>
        ))}
      </fieldset>
      {photo.edited.includes("rating") && (
        <RevertButton label={editWords.revert("rating")} onClick={() => edits.revert("rating")} />
      )}
    </div>
  );
}
