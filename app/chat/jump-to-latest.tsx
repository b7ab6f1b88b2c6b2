import { ArrowDown } from "lucide-react";
import { useEffect, useState } from "react";
import { words } from "#app/words/words.ts";

/** A button that appears while the latest question is below the visible part of the page. */
export default function JumpToLatest({ turnId }: { turnId?: string }) {
  const [below, setBelow] = useState(false);
  useEffect(() => {
    const heading = document.querySelector(`[data-turn="${turnId}"] h2`);
    if (!heading) return setBelow(false);
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setBelow(!entry.isIntersecting && entry.boundingClientRect.top > 0);
    });
    observer.observe(heading);
    return () => observer.disconnect();
  }, [turnId]);
  if (!below) return null;
  return (
    <div className="relative">
      <button
        type="button"
        onClick={() => document.querySelector(`[data-turn="${turnId}"]`)?.scrollIntoView()}
        className="absolute bottom-3 left-1/2 flex h-9 -translate-x-1/2 animate-fade-in items-center gap-2 rounded-full bg-surface px-3.5 font-medium text-sm shadow-float"
      >
        <ArrowDown size={16} aria-hidden className="text-ink-2" />
        {words.conversation.latest}
      </button>
    </div>
  );
}
