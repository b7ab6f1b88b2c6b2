import latin from "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
} from "@remix-run/react";
import { dehydrate, HydrationBoundary, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useContext, useState } from "react";
import { client, TRPCProvider } from "./api/client.ts";
import { Live } from "./api/live.tsx";
import { getQueryClient } from "./api/query-client.ts";
import styles from "./app.css?url";
import icon from "./favicon.svg?no-inline";
import { OpenedPhoto } from "./library/opened-photo.tsx";
import { DropArea } from "./shell/drop-area.tsx";
import { LoadTroubleNote } from "./shell/load-trouble-note.tsx";
import { PageGuard } from "./shell/page-guard.tsx";
import { RouteError } from "./shell/route-error.tsx";
import { Shortcuts } from "./shell/shortcuts.tsx";
import { Sidebar } from "./shell/sidebar.tsx";
import { TopBar } from "./shell/top-bar.tsx";
import { UnsentWork } from "./shell/unsent-work.tsx";
import { hintsOf } from "./ui/first-hints.ts";
import { HintsProvider } from "./ui/hints.tsx";
import { NonceContext } from "./ui/nonce.ts";
import { createPart, useWhenIdle } from "./ui/part.tsx";
import { pageTheme, themeColour } from "./ui/theme.ts";
import { language } from "./words/language.ts";
import { words } from "./words/words.ts";

/** What it does as an installed app is seen by nobody at first. */
const Installed = createPart(() => import("./install/installed.tsx"));

export const links: LinksFunction = () => [
  { rel: "preload", href: latin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: icon, type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

/** The data that every page shows is loaded once; from then on `live.tsx` keeps it fresh. */
export const shouldRevalidate = () => false;

export async function loader({ request, context: { trpc, queryClient, isKnown } }: LoaderFunctionArgs) {
  const hints = hintsOf(request.headers);
  if (!isKnown) return { hints, state: null, isKnown };
  await Promise.all([
    queryClient.fetchQuery(trpc.conversations.list.queryOptions()),
    queryClient.fetchQuery(trpc.jobs.summary.queryOptions()),
    queryClient.fetchQuery(trpc.system.status.queryOptions()),
  ]);
  return { hints, state: dehydrate(queryClient), isKnown };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const theme = pageTheme();
  return (
    <html lang={language()} data-theme={theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <meta
          name="theme-color"
          media="(prefers-color-scheme: light)"
          content={themeColour(theme ?? "light")}
        />
        <meta
          name="theme-color"
          media="(prefers-color-scheme: dark)"
          content={themeColour(theme ?? "dark")}
        />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { hints, state, isKnown } = useLoaderData<typeof loader>();
  const [queryClient] = useState(getQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <HydrationBoundary state={state}>
          <HintsProvider initial={hints}>{isKnown ? <Screen /> : <StrangersScreen />}</HintsProvider>
        </HydrationBoundary>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

function Screen() {
  const isInstalledHere = useWhenIdle(Installed);
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-surface focus:px-4 focus:py-2 focus:shadow-float"
      >
        {words.shell.skip}
      </a>
      <div className="min-h-dvh lg:grid lg:grid-cols-[var(--sidebar)_minmax(0,1fr)]">
        <nav aria-label={words.shell.navigation} className="sticky top-0 hidden h-dvh bg-sunken lg:block">
          <Sidebar />
        </nav>
        <main id="content" tabIndex={-1} className="flex min-h-dvh min-w-0 flex-col outline-none">
          <TopBar />
          <Outlet />
        </main>
      </div>
      <Live />
      <DropArea />
      <UnsentWork />
      {isInstalledHere && <Installed />}
      <OpenedPhoto />
      <PageGuard />
      <LoadTroubleNote />
      <Shortcuts />
    </>
  );
}

/**
 * The page that strangers see. It shows the login alone, because everything beside it would show what is in the
 * library.
 */
function StrangersScreen() {
  return (
    <main id="content" className="flex min-h-dvh flex-col">
      <Outlet />
    </main>
  );
}

/** Shown when the shell of the page itself fails. */
export function ErrorBoundary() {
  const error = useRouteError();
  console.error(error);
  return (
    <main className="flex min-h-dvh flex-col">
      <RouteError />
    </main>
  );
}
