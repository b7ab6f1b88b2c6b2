import { Download } from "lucide-react";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { photoUrl } from "./photo-image.tsx";
import { bytesWords } from "./photo-words.ts";
import { Section } from "./section.tsx";

/** Lists the files of a photo that is more than one, to be downloaded each. */
export function PhotoFiles({ photo }: { photo: Photo }) {
  if (photo.companions.length === 0) return null;
  return (
    <Section title={words.photo.files}>
      <ul className="grid gap-1">
        {[{ ...photo, role: "photo" as const }, ...photo.companions].map(({ id, role, fileName, bytes }) => (
          <li key={id} className="flex items-baseline gap-2">
            <a
              href={photoUrl(id, "download")}
              download
              aria-label={words.photo.downloadFile(fileName)}
              className="link flex min-w-0 items-baseline gap-1.5 py-1 [overflow-wrap:anywhere]"
            >
              <Download size={14} aria-hidden className="shrink-0 self-center" />
              {fileName}
            </a>
            <span className="ml-auto shrink-0 text-ink-3">
              {words.photo.roles[role]}, {bytesWords(bytes)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
