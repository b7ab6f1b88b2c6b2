import { Aperture, Film, Image, ScanFace, Star, Tag, Timer, User } from "lucide-react";
import type { ReactNode } from "react";
import { PhotoAlbums } from "#app/albums/photo-albums.tsx";
import { Button } from "#app/ui/button.tsx";
import { takenWords } from "#app/words/dates.ts";
import { editWords } from "#app/words/edit-words.ts";
import { clockLength } from "#app/words/lengths.ts";
import { lightboxWords } from "#app/words/lightbox-words.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Shot } from "#server/library/shots.ts";
import type { Why } from "#server/search/types.ts";
import { DescribeAgain } from "./describe-again.tsx";
import { EditableField } from "./editable-field.tsx";
import { HowIndexed } from "./how-indexed.tsx";
import { PhotoFiles } from "./photo-files.tsx";
import type { ListedPhoto } from "./photo-list.ts";
import { PhotoPlace } from "./photo-place.tsx";
import { bytesWords, formatName, placeWords } from "./photo-words.ts";
import { Section } from "./section.tsx";
import { shotWords } from "./shot-words.ts";
import { SimilarPhotos } from "./similar-photos.tsx";
import { StarRating } from "./star-rating.tsx";
import type { PhotoEdits } from "./use-photo-edits.ts";
import { WhyPhoto } from "./why-photo.tsx";

interface PhotoDetailsProps {
  photo: Photo;
  /** Why the photo is in the answer that it was opened from. */
  why: Why | null;
  edits: PhotoEdits;
  shot: Shot | undefined;
  /** Whether the picture shows who is where. */
  faces: { shown: boolean; toggle(): void };
  onOpen(id: string, like: ListedPhoto[]): void;
}

/** Shows what is known about a photo, beside it or, on a phone, below it. */
export function PhotoDetails({ photo, why, edits, shot, faces, onOpen }: PhotoDetailsProps) {
  const place = placeWords(photo);
  const editable = { photo, edits };
  return (
    <aside
      aria-label={words.photo.details}
      className="overflow-y-auto bg-canvas px-6 pt-5 pb-8 text-sm max-lg:relative max-lg:-mt-4 max-lg:min-h-[40dvh] max-lg:rounded-t-composer max-lg:px-5 max-lg:shadow-float"
    >
      <EditableField {...editable} field="takenAt">
        <h2 className="font-semibold text-lg tracking-[-0.01em]">
          {photo.takenAt ? takenWords(photo.takenAt) : words.photo.noDate}
        </h2>
        {photo.takenFrom && (
          <p className={isGuess(photo.takenFrom) ? "text-ink-2" : "text-ink-3 text-xs"}>
            {lightboxWords.takenFrom[photo.takenFrom]}
          </p>
        )}
      </EditableField>
      <EditableField {...editable} field="place">
        {(place || photo.otherPlaces.length > 0) && (
          <>
            {place && <p className="text-ink-2">{place}</p>}
            {photo.otherPlaces.length > 0 && <p className="text-ink-3">{photo.otherPlaces.join(", ")}</p>}
          </>
        )}
      </EditableField>
      <PhotoPlace photo={photo} towns={shot?.towns} />
      {photo.damage && <p className="mt-3 text-danger">{words.photo.damage[photo.damage]}</p>}
      {photo.pictureNote && <p className="mt-3 text-ink-2">{words.photo.pictureNote[photo.pictureNote]}</p>}
      {photo.flaw && (
        <p className="mt-3 text-danger [overflow-wrap:anywhere]">
          {words.photo.flaw(photo.thumbhash !== null)} {photo.flaw}
        </p>
      )}
      {photo.failure && (
        <p className="mt-3 text-danger [overflow-wrap:anywhere]">
          {words.photo.failedWhile(words.stages[photo.failure.stage])} {photo.failure.reason}
        </p>
      )}
      <Section title={words.photo.titleInFile}>
        <EditableField {...editable} field="title">
          {photo.title && <p className="text-pretty font-medium text-base">{photo.title}</p>}
        </EditableField>
      </Section>
      <Section title={captionTitle(photo)}>
        <EditableField {...editable} field="caption">
          {photo.caption && <p className="whitespace-pre-line text-pretty text-base">{photo.caption.text}</p>}
        </EditableField>
      </Section>
      <DescribeAgain photo={photo} />
      <Section title={editWords.description}>
        <EditableField {...editable} field="description">
          {photo.description && (
            <p className="whitespace-pre-line text-pretty [overflow-wrap:anywhere]">{photo.description}</p>
          )}
        </EditableField>
      </Section>
      {why && <WhyPhoto why={why} />}
      <Section title={words.photo.facts}>
        <dl className="grid gap-2.5">
          {photo.camera && (
            <Fact
              icon={<Aperture size={16} />}
              label={words.photo.camera}
              value={photo.camera}
              more={photo.lens}
            />
          )}
          {shot && shotWords(shot) !== "" && (
            <Fact icon={<Timer size={16} />} label={lightboxWords.shot} value={shotWords(shot)} />
          )}
          <Fact
            icon={photo.kind === "video" ? <Film size={16} /> : <Image size={16} />}
            label={words.photo.file}
            value={photo.fileName}
            more={[
              photo.width && photo.height && words.photo.size(photo.width, photo.height),
              formatName(photo),
              photo.durationMs !== null && clockLength(photo.durationMs),
              photo.animated && words.photo.animated,
              bytesWords(photo.bytes),
            ]
              .filter(Boolean)
              .join(", ")}
          />
          <Fact icon={<Star size={16} />} label={words.photo.rating} value={<StarRating {...editable} />} />
          <Fact
            icon={<User size={16} />}
            label={words.photo.people}
            value={
              <EditableField {...editable} field="people">
                {photo.people.join(", ")}
              </EditableField>
            }
            more={
              shot &&
              shot.faces.length > 0 &&
              photo.thumbhash !== null && (
                <Button
                  look="secondary"
                  aria-pressed={faces.shown}
                  onClick={faces.toggle}
                  className="my-1.5 text-ink aria-pressed:bg-fill-2"
                >
                  <ScanFace size={16} aria-hidden />
                  {lightboxWords.showFaces}
                </Button>
              )
            }
          />
          <Fact
            icon={<Tag size={16} />}
            label={words.photo.keywords}
            value={
              <EditableField {...editable} field="keywords">
                {photo.keywords.join(", ")}
              </EditableField>
            }
          />
        </dl>
      </Section>
      <PhotoAlbums photoId={photo.id} />
      <PhotoFiles photo={photo} />
      <SimilarPhotos photo={photo} onOpen={onOpen} />
      <HowIndexed photo={photo} similarity={why?.similarity ?? null} />
    </aside>
  );
}

const isGuess = (from: Photo["takenFrom"]) => from === "name" || from === "change";

function captionTitle({ caption }: Photo): string {
  if (!caption) return editWords.label("caption");
  return caption.model === "person" ? editWords.captionByPerson : words.photo.captionBy(caption.model);
}

interface FactProps {
  icon: ReactNode;
  label: string;
  value: ReactNode;
  more?: ReactNode;
}

function Fact({ icon, label, value, more }: FactProps) {
  return (
    <div className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2.5">
      <dt className="mt-0.5 text-ink-3">
        <span aria-hidden>{icon}</span>
        <span className="sr-only">{label}</span>
      </dt>
      <dd className="[overflow-wrap:anywhere]">
        {value}
        {more && <span className="block text-ink-3">{more}</span>}
      </dd>
    </div>
  );
}
