import { Link } from "@remix-run/react";
import { useQuery } from "@tanstack/react-query";
import { FolderPlus } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { Section } from "#app/library/section.tsx";
import { NoticeLine, useNotices } from "#app/shelf/notice.tsx";
import { Button } from "#app/ui/button.tsx";
import { createPart } from "#app/ui/part.tsx";
import { albumWords } from "#app/words/album-words.ts";

const AddToAlbum = createPart(async () => ({ default: (await import("./add-to-album.tsx")).AddToAlbum }));

/** Shows the albums that a photo is in, and puts it into another one. */
export function PhotoAlbums({ photoId }: { photoId: string }) {
  const trpc = useTRPC();
  // Another window may have put it into one meanwhile, and a living album changes by itself.
  const { data } = useQuery({ ...trpc.albums.withPhoto.queryOptions({ photoId }), staleTime: 0 });
  const [isAdding, setAdding] = useState(false);
  const notices = useNotices();
  const close = () => setAdding(false);
  // Nothing is shown until the answer has come.
  if (!data) return null;
  return (
    <Section title={albumWords.title}>
      {data.items.length > 0 && (
        <ul aria-label={albumWords.title} className="mb-1.5 flex flex-wrap gap-x-4 gap-y-1">
          {data.items.map(({ id, name }) => (
            <li key={id} className="min-w-0 max-w-full">
              <Link to={`/albums/${id}`} className="link inline-block min-h-6 max-w-full truncate">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Button look="secondary" onClick={() => setAdding(true)}>
        <FolderPlus size={16} aria-hidden />
        {albumWords.add}
      </Button>
      <div className="mt-2">
        <NoticeLine notices={notices} />
      </div>
      {isAdding && <AddToAlbum ids={[photoId]} notices={notices} onClose={close} onGiveUp={close} />}
    </Section>
  );
}
