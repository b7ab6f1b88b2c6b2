import type { ReactNode } from "react";

interface EmptyShelfProps {
  title: string;
  body?: string;
  /** The buttons for what can be done about it. */
  children?: ReactNode;
}

/** Says that nothing is here, and what will be here. */
export function EmptyShelf({ title, body, children }: EmptyShelfProps) {
  return (
    <div className="pt-[clamp(16px,11vh,160px)]">
      <h2 className="text-balance font-semibold text-2xl tracking-display">{title}</h2>
      {body && <p className="mt-1.5 mb-6 max-w-(--measure) text-ink-2">{body}</p>}
      {children}
    </div>
  );
}
