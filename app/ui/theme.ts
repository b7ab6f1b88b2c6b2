import { keepCookie } from "./keep-cookie.ts";
/** How the screens look: as the system does, or as a person has chosen in this browser. */
export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

const themeCookie = "glimpse-theme";

/** Returns the colour of the bars around the page, as `app.css` has it behind the page. */
export const themeColour = (theme: Theme): string => (theme === "light" ? "#fbfbfa" : "#181817");

/** Returns the theme that stands in the cookies; null if the system decides. */
export function chosenTheme(cookies: string): Theme | null {
  const value = new RegExp(`(?:^|; )${themeCookie}=([^;]*)`).exec(cookies)?.[1];
  return themes.find((theme) => theme === value) ?? null;
}

let current: () => Theme | null = () => null;

/** Returns the theme that the page has now; null if the system decides. */
export const pageTheme = (): Theme | null => current();

/** Says which theme the page has. On the server that differs from one request to the next. */
export function themeBy(theme: () => Theme | null): void {
  current = theme;
}

/** Keeps the choice for a year, and shows it at once. */
export function chooseTheme(theme: Theme | null): void {
  keepCookie(themeCookie, theme ?? "");
  const { dataset } = document.documentElement;
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]"))
    meta.content = themeColour(theme ?? (meta.media.includes("dark") ? "dark" : "light"));
}
