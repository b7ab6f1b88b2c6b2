import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { chosenTheme, themeBy } from "./ui/theme.ts";
import { isLanguage, speakBy } from "./words/language.ts";
import { loadPageWords } from "./words/load-words.ts";

declare global {
  /** Read by the scroll lock inside Radix's dialogs, which inserts a style element. */
  var __webpack_nonce__: string | undefined;
}

globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

/** The server has drawn the page in this language, so the browser has to use the same. */
const { lang } = document.documentElement;
const pageLanguage = isLanguage(lang) ? lang : "en";
speakBy(() => pageLanguage);
themeBy(() => chosenTheme(`glimpse-theme=${document.documentElement.dataset.theme ?? ""}`));
// If they cannot be loaded, the page works in English.
await loadPageWords(pageLanguage).catch(() => {});

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
