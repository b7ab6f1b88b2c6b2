/** Made by `scripts/shipped-packages.ts` when the pages are built. */
declare module "virtual:shipped-packages" {
  export const shipped: { name: string; version: string; licence: string }[];
}
