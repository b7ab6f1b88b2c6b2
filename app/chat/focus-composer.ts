/** Gives the focus to the field of the next question. On touch devices that would open the keyboard. */
export function focusComposer(): void {
  if (!matchMedia("(pointer: fine)").matches) return;
  document.querySelector<HTMLElement>("[data-composer]")?.focus();
}
