import { useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { settingsWords } from "#app/words/settings-words.ts";

/** Shows a command to run in a terminal, and a button that copies it. */
export function CommandLine({ command }: { command: string }) {
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    if (code.current) setCopied(await copyText(command, code.current));
  }

  return (
    <div className="mt-2 flex flex-wrap items-center justify-end gap-x-2 rounded-control bg-fill py-1 pr-1 pl-3 sm:flex-nowrap">
      <code
        ref={code}
        className="min-w-0 flex-1 py-1 font-mono text-xs [overflow-wrap:anywhere] max-sm:basis-full max-sm:pr-2"
      >
        {command}
      </code>
      <Button
        look="raised"
        aria-label={copied ? undefined : settingsWords.command.copyOne}
        onClick={() => void copy()}
      >
        {copied ? settingsWords.command.copied : settingsWords.command.copy}
      </Button>
      <span role="status" className="sr-only">
        {copied && settingsWords.command.copied}
      </span>
    </div>
  );
}

/** Copies a text. Over plain HTTP from another machine there is no clipboard API, so it copies the selection. */
async function copyText(text: string, shown: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy");
  }
}
