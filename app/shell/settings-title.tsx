import { Link, useLocation } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { iconButtonLook } from "#app/ui/button.tsx";
import { useHydrated } from "#app/ui/hydrated.ts";
import { words } from "#app/words/words.ts";

/** Shows the title of the settings, and a link back to the previous page. */
export function SettingsTitle() {
  const { state } = useLocation();
  // Only the browser knows the previous page, so the server's page cannot show it.
  const from: unknown = useHydrated() ? state?.from : null;
  return (
    <>
      <Link
        to={typeof from === "string" ? from : "/"}
        aria-label={words.shell.back}
        title={words.shell.back}
        className={`${iconButtonLook("bar")} lg:-ml-2.5`}
      >
        <ArrowLeft size={18} aria-hidden />
      </Link>
      <h1 className="min-w-0 flex-1 truncate font-medium text-ink-2 max-lg:pl-0.5">{words.shell.settings}</h1>
    </>
  );
}
