import { shipped } from "virtual:shipped-packages";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { IconButton } from "#app/ui/button.tsx";
import { careWords } from "#app/words/care-words.ts";

/**
 * Lists the works of others that come with Glimpse. It starts open, because it is only loaded when somebody asks for
 * it.
 */
export default function LicencesDialog({ onClose }: { onClose(): void }) {
  const words = careWords.licences;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Dialog.Content className="fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[min(680px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 animate-fade-in flex-col rounded-panel bg-surface text-sm shadow-float">
          <div className="flex items-start justify-between p-6 pb-4 max-sm:p-4">
            <div>
              <Dialog.Title className="font-semibold text-lg">{words.title}</Dialog.Title>
              <Dialog.Description className="mt-1 text-pretty text-ink-2">
                {words.body(shipped.length)}
              </Dialog.Description>
            </div>
            <Dialog.Close asChild>
              <IconButton label={words.close} className="-my-1 -mr-2">
                <X size={18} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <ul
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be scrolled by keys too.
            tabIndex={0}
            aria-label={words.title}
            className="min-h-0 overflow-y-auto border-line border-t px-6 py-3 max-sm:px-4"
          >
            {shipped.map(({ name, version, licence }) => (
              <li key={`${name} ${version}`} className="flex justify-between gap-6 py-1">
                <span className="[overflow-wrap:anywhere]">
                  {name} <span className="text-ink-3">{version}</span>
                </span>
                <span className="max-w-1/2 text-right text-ink-2">{licence}</span>
              </li>
            ))}
          </ul>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
