import type { ReactNode } from "react";

interface EmptyShelfProps {
  title: string;
  body?: string;
  /** What can be done. */
  children?: ReactNode;
}

/** Says that there is nothing here, and what would be. */
export function EmptyShelf({ title, body, children }: EmptyShelfProps) {
  return (
    <div className="pt-[clamp(16px,11vh,160px)]">
      <h2 className="text-balance font-semibold text-2xl tracking-display">{title}</h2>
      {body && <p className="mt-1.5 mb-6 max-w-(--measure) text-ink-2">{body}</p>}
      {children}
    </div>
  );
}
