import { useId } from "react";
import { buttonLook } from "#app/ui/button.tsx";
import { loginWords as words } from "#app/words/login-words.ts";
import { Brand } from "./brand.tsx";

/** Asks for the password of the household. It is a plain form, which works before the page's scripts have come. */
export function Login({ problem }: { problem: string | null }) {
  const id = useId();
  return (
    <div className="column flex grow flex-col pt-[clamp(16px,11vh,160px)] pb-10 max-sm:pt-4">
      <Brand />
      <h1 className="mt-10 text-balance font-semibold text-2xl tracking-display">{words.title}</h1>
      <p className="mt-1.5 mb-6 text-pretty text-ink-2">{words.intro}</p>
      <form method="post" className="flex max-w-90 flex-col items-start gap-4">
        <div className="w-full">
          <label htmlFor={`${id}-password`} className="mb-1.5 block font-medium text-sm">
            {words.password}
          </label>
          <input
            id={`${id}-password`}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={1_000}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            className="h-11 w-full rounded-control bg-surface px-3 text-[1rem] shadow-[0_0_0_1px_var(--color-line-2)]"
          />
          {problem !== null && (
            <p id={`${id}-problem`} role="alert" className="mt-2 text-danger text-sm">
              {problem}
            </p>
          )}
        </div>
        <button type="submit" className={buttonLook("primary")}>
          {words.enter}
        </button>
      </form>
    </div>
  );
}
