import { useQuery } from "@tanstack/react-query";
import { type ButtonHTMLAttributes, type ComponentProps, forwardRef, type Ref, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { PhotoImage } from "#app/library/photo-image.tsx";
import { noPictureReason } from "#app/library/photo-words.ts";
import { useOpenPhoto } from "#app/library/use-open-photo.ts";
import { createPart } from "#app/ui/part.tsx";
import type { Chip } from "./chips.ts";
import { useTurnWords } from "./turn-words.tsx";

const ChipMenu = createPart(() => import("./chip-menu.tsx"));

interface ChipLabelProps extends Omit<ComponentProps<typeof ChipMenu>, "trigger"> {
  chip: Chip;
  disabled: boolean;
}

/** Opens the menu of the chip's other actions, which is loaded on demand. */
export function ChipLabel({ chip, disabled, ...menu }: ChipLabelProps) {
  const [menuWanted, setMenuWanted] = useState(false);
  const trigger = (
    <LabelButton
      chip={chip}
      disabled={disabled}
      onClick={() => setMenuWanted(true)}
      onPointerEnter={ChipMenu.preload}
    />
  );
  if (!menuWanted) return trigger;
  return (
    <ChipMenu
      {...menu}
      meanwhile={trigger}
      onGiveUp={() => setMenuWanted(false)}
      trigger={<LabelButton chip={chip} disabled={disabled} />}
    />
  );
}

type LabelButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { chip: Chip };

const LabelButton = forwardRef(function LabelButton(
  { chip, ...props }: LabelButtonProps,
  ref: Ref<HTMLButtonElement>,
) {
  const turnWords = useTurnWords();
  return (
    <button
      type="button"
      ref={ref}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={turnWords.filterOptions(chip.label)}
      className="relative flex items-center rounded-l-full pr-1 pl-3.25 transition-colors after:absolute after:inset-x-0 after:-inset-y-1 hover:bg-fill-2 disabled:cursor-not-allowed data-[state=open]:bg-fill-2"
      {...props}
    >
      <ChipText chip={chip} />
    </button>
  );
});

/** Shows what a chip is about; a photo that the answer resembles is shown as it is. */
export function ChipText({ chip }: { chip: Chip }) {
  const { kind, words: said, label, like } = chip;
  if (like) return <LikeText {...like} label={label} />;
  const not = kind === "without" ? label.slice(0, -said.length) : "";
  return (
    <span className="max-w-72 truncate font-medium">
      {not && <span className="whitespace-pre font-normal text-ink-2">{not}</span>}
      {label.slice(not.length)}
    </span>
  );
}

function LikeText({ photoId, number, label }: { photoId: string; number: number | null; label: string }) {
  const trpc = useTRPC();
  const turnWords = useTurnWords();
  const openPhoto = useOpenPhoto();
  const { data: photo } = useQuery({ ...trpc.photos.get.queryOptions({ id: photoId }), retry: false });
  const name = `like/${photoId}`;
  return (
    <>
      {photo && noPictureReason(photo) === null && (
        <button
          type="button"
          data-tile={`${name}/${photoId}`}
          aria-label={turnWords.showLike(number)}
          onClick={() =>
            openPhoto({ id: photoId, from: name, list: [{ id: photoId, why: null }], rest: null })
          }
          className="-ml-2.25 mr-1.5 size-6 shrink-0 overflow-hidden rounded-full"
        >
          <PhotoImage photo={photo} width={24} alt="" className="size-full object-cover" />
        </button>
      )}
      <span className="font-medium">{label}</span>
    </>
  );
}
