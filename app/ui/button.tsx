import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { forwardRef } from "react";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement>;

const looks = {
  /** The main action; there is one in a view. */
  primary: "bg-ink text-on-ink",
  secondary: "bg-fill hover:bg-fill-2",
  quiet: "text-ink-2 hover:bg-fill hover:text-ink",
  danger: "text-danger hover:bg-danger-soft",
  /** For coloured backgrounds. */
  raised: "bg-surface hover:bg-fill",
};

/** Returns the classes of a button; links that look like one use them too. */
export const buttonLook = (look: keyof typeof looks): string =>
  `inline-flex h-9 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-control px-3.5 font-medium text-sm transition-colors disabled:cursor-not-allowed disabled:bg-fill disabled:text-ink-3 pointer-coarse:h-11 ${looks[look]}`;

export const Button = forwardRef(function Button(
  { look, className = "", ...props }: ButtonProps & { look: keyof typeof looks },
  ref: Ref<HTMLButtonElement>,
) {
  return <button type="button" ref={ref} className={`${buttonLook(look)} ${className}`} {...props} />;
});

const iconLooks = {
  bar: "size-9 rounded-control hover:bg-fill pointer-coarse:size-11",
  composer: "size-10 rounded-send hover:bg-fill pointer-coarse:size-11",
  stage: "size-10 rounded-control hover:bg-fill-2 pointer-coarse:size-11",
  arrow: "size-12 rounded-full hover:bg-fill-2",
};

/** Returns the classes of a button that shows only an icon; links that look like one use them too. */
export const iconButtonLook = (look: keyof typeof iconLooks): string =>
  `grid shrink-0 place-items-center text-ink-2 transition-colors hover:text-ink aria-pressed:bg-fill-2 aria-pressed:text-ink disabled:cursor-not-allowed disabled:text-ink-3 ${iconLooks[look]}`;

interface IconButtonProps extends Omit<ButtonProps, "children"> {
  look?: keyof typeof iconLooks;
  /** The button's name, because a screen reader cannot read an icon. */
  label: string;
  children: ReactNode;
}

export const IconButton = forwardRef(function IconButton(
  { look = "bar", label, className = "", children, ...props }: IconButtonProps,
  ref: Ref<HTMLButtonElement>,
) {
  return (
    <button
      type="button"
      ref={ref}
      aria-label={label}
      title={label}
      className={`${iconButtonLook(look)} ${className}`}
      {...props}
    >
      {children}
    </button>
  );
});
