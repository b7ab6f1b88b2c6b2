/** Keeps a value in a cookie of the whole site for a year; an empty value deletes the cookie. */
export function keepCookie(name: string, value: string): void {
  const age = value === "" ? 0 : 365 * 86_400;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing over plain HTTP from another machine.
  document.cookie = `${name}=${value}; path=/; max-age=${age}; samesite=lax`;
}
