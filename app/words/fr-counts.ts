const number = new Intl.NumberFormat("fr-FR");

export const count = (n: number): string => number.format(n);
/** In French 0 is singular too. */
export const plural = (n: number, one: string, many: string): string => `${count(n)} ${n < 2 ? one : many}`;
export const photos = (n: number): string => plural(n, "photo", "photos");
export const files = (n: number): string => plural(n, "fichier", "fichiers");
