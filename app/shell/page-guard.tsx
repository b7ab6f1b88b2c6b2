import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { whenIdle } from "#app/ui/load-trouble.ts";
import { followTrouble } from "#app/ui/part.tsx";
import { settingsPath } from "#app/ui/settings-link.tsx";
import { binPath, libraryPath } from "./library-title.tsx";
import { isPageHere, loadPage } from "./pages.ts";

/** An address of each page that links lead to. */
const addresses = [
  ...["/", "/c/any", "/c/any/r/any", "/map", "/albums", "/albums/any", "/trips/any"],
  ...[libraryPath, binPath, settingsPath],
];

/** Loads the code of the other pages ahead, and does not leave a page before that of the next one is there. */
export function PageGuard() {
  const blocker = useBlocker(({ nextLocation }) => !isPageHere(nextLocation.pathname));

  useEffect(
    () =>
      whenIdle(() => {
        for (const address of addresses) loadPage(address).catch(() => {});
      }),
    [],
  );

  useEffect(() => {
    if (blocker.state !== "blocked") return;
    const { location, proceed, reset } = blocker;
    let isOver = false;
    let trouble = followTrouble(() => {});
    function attempt(): void {
      trouble.end();
      trouble = followTrouble(attempt, reset);
      loadPage(location.pathname).then(() => !isOver && proceed(), trouble.begin);
    }
    attempt();
    return () => {
      isOver = true;
      trouble.end();
    };
  }, [blocker]);

  return null;
}
