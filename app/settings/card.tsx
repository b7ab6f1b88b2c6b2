import { type ReactNode, useId } from "react";

/** One part of the settings: a title, an introduction, and a panel with the content. */
export function Card({ title, intro, children }: { title: string; intro: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-12 max-sm:mb-10">
      <h2 id={id} className="font-semibold text-xl tracking-title">
        {title}
      </h2>
      <p className="mt-1 max-w-(--measure) text-pretty text-ink-2">{intro}</p>
      <div className="mt-5 rounded-panel bg-surface shadow-[0_0_0_1px_var(--color-line)]">{children}</div>
    </section>
  );
}
