const number = new Intl.NumberFormat("de-DE");

export const count = (n: number): string => number.format(n);
export const plural = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`;
export const photos = (n: number): string => plural(n, "Foto", "Fotos");
export const files = (n: number): string => plural(n, "Datei", "Dateien");
