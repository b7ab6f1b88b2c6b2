import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { forwardRef } from "react";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement>;

const looks = {
  /** Acts; one in a view. */
  primary: "bg-ink text-on-ink",
  secondary: "bg-fill hover:bg-fill-2",
  quiet: "text-ink-2 hover:bg-fill hover:text-ink",
  danger: "text-danger hover:bg-danger-soft",
  /** On a coloured ground. */
  raised: "bg-surface hover:bg-fill",
};

/** How a button looks; for links that look like one, too. */
export const buttonLook = (look: keyof typeof looks): string =>
  `inline-flex h-9 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-control px-3.5 font-medium text-sm transition-colors disabled:cursor-not-allowed disabled:bg-fill disabled:text-ink-3 pointer-coarse:h-11 ${looks[look]}`;

export const Button = forwardRef(function Button(
  { look, className = "", ...props }: ButtonProps & { look: keyof typeof looks },
  ref: Ref<HTMLButtonElement>,
) {
  return <button type="button" ref={ref} className={`${buttonLook(look)} ${className}`} {...props} />;
});

/** A square button that shows an icon; `label` is its name. */
export const IconButton = forwardRef(function IconButton(
  {
    label,
    className = "",
    children,
    ...props
  }: Omit<ButtonProps, "children"> & { label: string; children: ReactNode },
  ref: Ref<HTMLButtonElement>,
) {
  return (
    <button
      type="button"
      ref={ref}
      aria-label={label}
      title={label}
      className={`grid size-9 shrink-0 place-items-center rounded-control text-ink-2 transition-colors hover:bg-fill hover:text-ink aria-pressed:bg-fill-2 aria-pressed:text-ink disabled:text-ink-3 pointer-coarse:size-11 ${className}`}
      {...props}
    >
      {children}
    </button>
  );
});
