import { useMutation } from "@tanstack/react-query";
import { CloudOff, FileX, Image, ImageOff, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { photoUrl } from "#app/library/photo-image.tsx";
import { useFreshPhoto } from "#app/library/use-fresh-photo.ts";
import { useModels } from "#app/library/use-models.ts";
import { words } from "#app/words/words.ts";
import type { Photo } from "#server/library/photo.ts";
import { isActive, type Upload } from "./upload-queue.ts";
import { takeOut, uploads } from "./uploads.ts";

/** Shows one file of a message: its picture, its progress, and a button to remove it. */
export function UploadItem({ upload }: { upload: Upload }) {
  const { file, failure, photo } = upload;
  return (
    <li className="grid min-h-15 grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-2.5 rounded-send pr-1 pl-2 hover:bg-fill">
      {failure ? (
        <span className="grid size-11 place-items-center rounded-thumb bg-danger-soft text-danger">
          {failure.retryable ? <CloudOff size={18} aria-hidden /> : <FileX size={18} aria-hidden />}
        </span>
      ) : (
        <Thumbnail file={file} photo={photo} dimmed={isActive(upload)} />
      )}
      <div className="min-w-0">
        <span className="flex items-baseline gap-2 text-sm leading-4.5">
          <span className="min-w-0 flex-1 truncate font-medium" title={file.name}>
            {file.name}
          </span>
          {upload.state === "uploading" && (
            <span className="text-ink-3 text-xs">{words.uploads.percent(upload.sent)}</span>
          )}
        </span>
        {photo ? (
          <UploadProgress photo={photo} duplicate={upload.state === "duplicate"} repaired={upload.repaired} />
        ) : (
          <Way upload={upload} />
        )}
      </div>
      <button
        type="button"
        onClick={() => takeOut(upload)}
        aria-label={words.uploads.remove(file.name)}
        className="grid size-8 place-items-center rounded-thumb text-ink-3 hover:bg-fill-2 hover:text-ink pointer-coarse:size-11"
      >
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}

/** Shows how far a file is on its way into the library. */
function Way({ upload: { id, file, state, sent, lost, failure } }: { upload: Upload }) {
  if (failure) {
    const retry = failure.retryable ? () => uploads.retry([id]) : undefined;
    return <Failure reason={failure.reason} name={file.name} onRetry={retry} />;
  }
  return (
    <>
      {lost ? (
        <span role="status" className="block text-ink-3 text-xs">
          {words.uploads.lost}
        </span>
      ) : (
        state !== "uploading" && (
          <span className="block text-ink-3 text-xs">
            {state === "hashing" ? words.uploads.hashing : words.uploads.waiting}
          </span>
        )
      )}
      <span
        role="progressbar"
        aria-label={words.uploads.progress(file.name)}
        aria-valuenow={Math.round(sent * 100)}
        className="mt-1.5 block h-0.75 overflow-hidden rounded-full bg-fill-2"
      >
        <span className="block h-full rounded-full bg-accent" style={{ width: `${sent * 100}%` }} />
      </span>
    </>
  );
}

function Failure({ reason, name, onRetry }: { reason: string; name: string; onRetry?(): void }) {
  return (
    <span className="flex flex-wrap gap-x-1.5 py-0.5 text-danger text-xs">
      <span className="min-w-0 text-pretty [overflow-wrap:anywhere]">{reason}</span>
      {onRetry && (
        <button
          type="button"
          onClick={onRetry}
          aria-label={words.uploads.retryOne(name)}
          className="link -my-1 shrink-0 py-1"
        >
          {words.uploads.retry}
        </button>
      )}
    </span>
  );
}

/** Shows how far the worker is with a stored photo. */
function UploadProgress({
  photo: stored,
  duplicate,
  repaired,
}: {
  photo: Photo;
  duplicate: boolean;
  repaired: boolean;
}) {
  const photo = useFreshPhoto(stored);
  const models = useModels();
  const trpc = useTRPC();
  const retry = useMutation(trpc.jobs.retry.mutationOptions());
  if (photo.failure) {
    return (
      <Failure
        reason={photo.failure.reason}
        name={photo.fileName}
        onRetry={() => retry.mutate({ ids: [photo.id] })}
      />
    );
  }
  return (
    <span className="block truncate text-ink-3 text-xs">
      {repaired ? words.uploads.repaired : standingWords(photo, duplicate, models.lacking !== null)}
    </span>
  );
}

function standingWords(photo: Photo, duplicate: boolean, withoutModels: boolean): string {
  if (photo.partOf && photo.status !== "received") {
    const { of, role } = photo.partOf;
    return of === null ? words.uploads.waitsForPhoto : words.uploads.partOfPhoto[role];
  }
  if (duplicate) return words.uploads.duplicate;
  switch (photo.status) {
    case "received":
      return words.uploads.received;
    case "prepared":
      return withoutModels ? words.uploads.rests : words.uploads.prepared;
    case "indexed":
      // No model has looked at a photo that has no picture.
      return photo.thumbhash === null ? words.uploads.rests : words.uploads.indexed;
    default:
      return words.uploads.described;
  }
}

function Thumbnail({ file, photo, dimmed }: { file: File; photo: Photo | null; dimmed: boolean }) {
  const url = useObjectUrl(file);
  const [broken, setBroken] = useState(false);
  if (broken && !photo?.thumbhash) {
    const Icon = photo?.failure ? ImageOff : Image;
    return (
      <span className="grid size-11 place-items-center rounded-thumb bg-fill text-ink-3">
        <Icon size={18} aria-hidden />
      </span>
    );
  }
  return (
    <img
      src={broken && photo ? photoUrl(photo.id, "thumbnail") : url}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setBroken(true)}
      className={`size-11 rounded-thumb bg-fill object-cover transition-opacity ${dimmed ? "opacity-55" : ""}`}
    />
  );
}

function useObjectUrl(file: File): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
