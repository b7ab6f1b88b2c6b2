import { Images } from "lucide-react";
import { PhotoImage } from "#app/library/photo-image.tsx";

/** A square picture of one photo of an album, a trip or a person; the text beside it says which. */
export function AlbumCover({
  photoId,
  width,
  className,
}: {
  photoId: string | null;
  width: number;
  className: string;
}) {
  return (
    <span className={`grid shrink-0 place-items-center overflow-hidden bg-fill text-ink-3 ${className}`}>
      {photoId === null ? (
        <Images size={Math.min(32, width / 2)} aria-hidden />
      ) : (
        <PhotoImage
          photo={{ id: photoId, width: 4, height: 3 }}
          width={width}
          alt=""
          className="size-full object-cover"
        />
      )}
    </span>
  );
}
