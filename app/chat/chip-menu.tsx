import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useAfterClose } from "#app/ui/after-close.ts";
import { menuItemLook, menuLook } from "#app/ui/menu.ts";
import type { ChoiceKind } from "./chip-changes.ts";
import { useTurnWords } from "./turn-words.tsx";

interface ChipMenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  /** The words that can be searched for instead of using the filter; null if there are none. */
  said: string | null;
  /** The kind of list from which another value is chosen; null if there is no list. */
  choice: ChoiceKind | null;
  /** True if the filter keeps photos out; null if it cannot be turned round. */
  turned: boolean | null;
  onChoose(): void;
  onTurnRound(): void;
  onTakeOff(): void;
  onTakeAsWords(): void;
}

/** Shows the actions of a filter. The menu starts open, because it is only loaded when somebody opens it. */
export default function ChipMenu(props: ChipMenuProps) {
  const { trigger, said, choice, turned, onChoose, onTurnRound, onTakeOff, onTakeAsWords } = props;
  const turnWords = useTurnWords();
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* There is no portal, so that the menu stays within the page's landmark. */}
      <DropdownMenu.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        onCloseAutoFocus={onCloseAutoFocus}
        className={`${menuLook} max-w-[min(24rem,calc(100vw-16px))]`}
      >
        {choice && (
          <DropdownMenu.Item className={menuItemLook} onSelect={() => choose(onChoose)}>
            {turnWords.change[choice]}
          </DropdownMenu.Item>
        )}
        {turned !== null && (
          <DropdownMenu.Item className={menuItemLook} onSelect={() => choose(onTurnRound)}>
            {turned ? turnWords.thisAgain : turnWords.notThis}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Item className={menuItemLook} onSelect={() => choose(onTakeOff)}>
          {turnWords.takeOff}
        </DropdownMenu.Item>
        {said !== null && (
          <DropdownMenu.Item className={menuItemLook} onSelect={() => choose(onTakeAsWords)}>
            <span className="truncate">{turnWords.asWords(said)}</span>
          </DropdownMenu.Item>
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
