import { useEffect, useRef, useState } from "react";
import { useHydrated } from "#app/ui/hydrated.ts";
import { language, locales } from "#app/words/language.ts";
import { words } from "#app/words/words.ts";

/** The parts of the browser's speech recognition that we use; TypeScript has no types for it yet. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
}

function newRecognition(): Recognition | null {
  const Found = Reflect.get(window, "SpeechRecognition") ?? Reflect.get(window, "webkitSpeechRecognition");
  return typeof Found === "function" ? new Found() : null;
}

export interface Speech {
  /** True where the browser can listen. */
  isThere: boolean;
  isListening: boolean;
  problem: string | null;
  toggle(): void;
  /** Ends listening; words that are recognised after that are ignored. */
  stop(): void;
}

/** Listens, and hands on what was understood so far, until there is silence. */
export function useSpeech(onHeard: (text: string) => void): Speech {
  const isHydrated = useHydrated();
  const current = useRef<Recognition | null>(null);
  const [isListening, setListening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  function toggle(): void {
    current.current?.abort();
    const recognition = current.current ? null : newRecognition();
    if (!recognition) return;
    current.current = recognition;
    recognition.lang = locales[language()];
    recognition.interimResults = true;
    recognition.onresult = ({ results }) =>
      onHeard(Array.from(results, (result) => result[0]?.transcript ?? "").join(""));
    recognition.onerror = ({ error }) => {
      if (error === "aborted") return;
      setProblem(error === "no-speech" ? words.composer.notHeard : words.composer.notAllowed);
    };
    recognition.onend = () => {
      current.current = null;
      setListening(false);
    };
    setProblem(null);
    setListening(true);
    recognition.start();
  }

  function stop(): void {
    if (!current.current) return;
    current.current.onresult = null;
    current.current.abort();
  }

  const isThere = isHydrated && ("SpeechRecognition" in window || "webkitSpeechRecognition" in window);
  return { isThere, isListening, problem, toggle, stop };
}
