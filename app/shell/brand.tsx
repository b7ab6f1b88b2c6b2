import { words } from "#app/words/words.ts";

export function Brand() {
  return (
    <span className="flex items-center gap-2.25 font-semibold tracking-[-0.012em]">
      <svg viewBox="0 0 18 18" aria-hidden="true" className="size-4.5">
        <circle cx="9" cy="9" r="7.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M3.6 9a5.4 5.4 0 0 0 10.8 0z" fill="currentColor" />
      </svg>
      {words.brand}
    </span>
  );
}
