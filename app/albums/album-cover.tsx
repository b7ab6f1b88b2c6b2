import { Images } from "lucide-react";
import { PhotoImage } from "#app/library/photo-image.tsx";

/** A square picture that stands for many photos; the pictures beside it say what it is. */
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
