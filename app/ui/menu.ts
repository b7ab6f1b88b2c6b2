/** Classes of a menu and of its items. */
export const menuLook = "z-30 min-w-40 animate-fade-in rounded-panel bg-surface p-1.5 text-sm shadow-float";
export const menuItemLook =
  "flex h-9 cursor-pointer select-none items-center rounded-control px-2.5 outline-none data-highlighted:bg-fill pointer-coarse:h-11";
