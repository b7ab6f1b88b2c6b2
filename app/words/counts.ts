const number = new Intl.NumberFormat("en-GB");

export const count = (n: number): string => number.format(n);
export const plural = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`;
export const photos = (n: number): string => plural(n, "photo", "photos");
export const files = (n: number): string => plural(n, "file", "files");
