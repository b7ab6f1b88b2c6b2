import { useState } from "react";
import { language, locales } from "#app/words/language.ts";
import { lightboxWords } from "#app/words/lightbox-words.ts";
import type { Photo } from "#server/library/photo.ts";
import { PhotoHistory } from "./photo-history.tsx";

interface HowIndexedProps {
  photo: Photo;
  /** The similarity of the photo to the question whose answer it was opened from; null if there is none. */
  similarity: number | null;
}

const twoDigits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** Shows, when it is unfolded, the numbers behind an answer and what the pipeline did with a photo, and when. */
export function HowIndexed({ photo, similarity }: HowIndexedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mt-6" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-1 font-medium text-ink-3 text-xs">
        {lightboxWords.indexed}
      </summary>
      {isOpen && (
        <div className="pt-1.5">
          {similarity !== null && (
            <p className="mb-2">
              {lightboxWords.similarity(similarity.toLocaleString(locales[language()], twoDigits))}
            </p>
          )}
          <PhotoHistory photoId={photo.id} />
        </div>
      )}
    </details>
  );
}
