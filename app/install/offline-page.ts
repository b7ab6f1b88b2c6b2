import { offlineWords } from "#app/words/offline.ts";

/** Makes the page that is shown while Glimpse cannot be reached. It needs nothing that has to be fetched. */
export function offlinePage(language: string): Response {
  const { lang, title, body, retry } = offlineWords(language);
  const html = `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Glimpse</title>
<style>
  body { font: 17px/1.5 system-ui, sans-serif; max-width: 30em; margin: 18vh auto 0; padding: 0 24px; }
  h1 { font-size: 1.5em; line-height: 1.2; }
  a { color: inherit; }
</style>
<h1>${title}</h1>
<p>${body}</p>
<p><a href="">${retry}</a></p>
</html>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
