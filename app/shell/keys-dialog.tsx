import { useLocation } from "@remix-run/react";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { IconButton } from "#app/ui/button.tsx";
import { jumpWords } from "#app/words/jump-words.ts";
import { isMac, keysAt, keyWords } from "./keys.ts";

/** Lists the keys. It starts open, because it is only loaded when somebody asks for it. */
export default function KeysDialog({ onClose }: { onClose(): void }) {
  const mac = isMac();
  const { pathname } = useLocation();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-1/2 left-1/2 z-40 max-h-[calc(100dvh-32px)] w-[min(680px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 animate-fade-in overflow-y-auto rounded-panel bg-surface p-6 text-sm shadow-float max-sm:p-4"
        >
          <div className="mb-4 flex items-center justify-between">
            <Dialog.Title className="font-semibold text-lg">{jumpWords.keys.title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={jumpWords.keys.close} className="-my-2 -mr-2">
                <X size={18} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <div className="gap-x-10 sm:columns-2">
            {keysAt(pathname).map(({ group, lines }) => (
              <section key={group} className="mb-5 break-inside-avoid">
                <h3 className="mb-1 font-medium text-ink-3 text-xs">{jumpWords.keys.groups[group]}</h3>
                <dl>
                  {lines.map(({ does, keys }) => (
                    <div key={does} className="flex items-start justify-between gap-4 py-1">
                      <dt className="min-w-28 text-ink-2">{jumpWords.keys.does[does]}</dt>
                      <dd className="flex flex-wrap justify-end gap-x-2.5 gap-y-1">
                        {keys.map((together) => (
                          <kbd key={JSON.stringify(together)} className="flex gap-1 font-sans">
                            {together.map((key) => (
                              <kbd
                                key={keyWords(key, mac)}
                                className="min-w-6 rounded-[6px] bg-fill px-1.5 text-center font-medium font-sans"
                              >
                                {keyWords(key, mac)}
                              </kbd>
                            ))}
                          </kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
