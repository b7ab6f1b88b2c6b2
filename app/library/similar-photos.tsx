import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { PhotoGrid } from "./photo-grid.tsx";
import { type ListedPhoto, listed } from "./photo-list.ts";
import { placeAndMonth } from "./photo-words.ts";
import { Section } from "./section.tsx";

interface SimilarPhotosProps {
  photo: Photo;
  /** Opens one of them; the lightbox then browses all of them. */
  onOpen(id: string, like: ListedPhoto[]): void;
}

/** Small rows within the width of the details without their padding; all px. */
const shape = { width: 328, row: 88, gap: 4 };

/** Shows the photos that resemble this one, as soon as it can be compared. */
export function SimilarPhotos({ photo, onOpen }: SimilarPhotosProps) {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.search.similar.queryOptions({ photoId: photo.id, limit: 7 }),
    enabled: photo.status === "indexed",
    retry: false,
  });
  const hits = (data?.hits ?? []).filter((hit) => hit.photo.id !== photo.id).slice(0, 6);
  if (hits.length === 0) return null;
  return (
    <Section title={words.photo.similar}>
      <PhotoGrid
        name={`like/${photo.id}`}
        label={words.photo.similar}
        groups={[hits.map((hit) => ({ photo: hit.photo, note: placeAndMonth(hit.photo) }))]}
        shape={shape}
        onOpen={({ id }) => onOpen(id, listed(hits))}
      />
    </Section>
  );
}
