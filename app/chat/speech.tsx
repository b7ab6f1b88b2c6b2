import { Mic, MicOff } from "lucide-react";
import { IconButton } from "#app/ui/button.tsx";
import { words } from "#app/words/words.ts";
import type { Speech } from "./use-speech.ts";

/** Begins and ends listening. It is there only where the browser can listen. */
export function SpeechButton({ speech: { isThere, isListening, toggle } }: { speech: Speech }) {
  if (!isThere) return null;
  return (
    <IconButton
      look="composer"
      label={isListening ? words.composer.stopSpeaking : words.composer.speak}
      aria-pressed={isListening}
      onClick={toggle}
    >
      {isListening ? <MicOff size={18} aria-hidden /> : <Mic size={18} aria-hidden />}
    </IconButton>
  );
}

/** Says that the browser listens and who else may hear it, or why it does not. */
export function SpeechNote({ speech: { isListening, problem } }: { speech: Speech }) {
  if (!isListening && problem === null) return null;
  return (
    <p role="status" className="px-3 pt-1 pb-0.5 text-pretty text-ink-2 text-sm">
      {isListening ? words.composer.listening : problem}
    </p>
  );
}
