import type { ReactNode } from "react";

/** A part of what is known of a photo, under its small heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-6">
      <h3 className="mb-1.5 font-medium text-ink-3 text-xs">{title}</h3>
      {children}
    </section>
  );
}
