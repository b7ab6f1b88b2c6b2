const number = new Intl.NumberFormat("es-ES");

export const count = (n: number): string => number.format(n);
export const plural = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`;
export const photos = (n: number): string => plural(n, "foto", "fotos");
export const files = (n: number): string => plural(n, "archivo", "archivos");
