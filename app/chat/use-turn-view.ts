import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import type { PlanFilter, SearchPlan, Turn } from "#server/search/types.ts";
import { replacedBy, turnedRound } from "./chip-changes.ts";
import { type Chip, chipsOf, putBack, takenAsWords, takenOff } from "./chips.ts";
import { keepTurn } from "./live-turns.ts";
import { inOrder, type Order, orderOf, ordersOf } from "./orders.ts";

/** The plan of a turn as it is shown, and the ways to change it. The server keeps every change. */
export interface TurnView {
  /** Shows a change at once, before its photos arrive. */
  plan: SearchPlan | null;
  chips: Chip[];
  order: Order;
  orders: Order[];
  /** True while the turn is running, because it cannot be changed then. */
  fixed: boolean;
  /** True while the answer to a change is loading and the old photos are still shown. */
  pending: boolean;
  /** Why the last change failed; the plan is then as it was before. */
  problem: string | null;
  retry(): void;
  /** Takes one or more chips off, in one change. */
  takeOff(...chips: Chip[]): void;
  putBack(chip: Chip): void;
  takeAsWords(chip: Chip): void;
  /** Keeps out what the chip asks for, or the other way round. */
  turnRound(chip: Chip): void;
  /** Puts another filter in the chip's place. */
  replace(chip: Chip, filter: PlanFilter): void;
  setOrder(order: Order): void;
}

/** `before` are the turns before it, whose tiles bear the numbers that a question may have used. */
export function useTurnView(turn: Turn, conversationId: string, before: Turn[]): TurnView {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const asked = useRef<SearchPlan["sort"]>();
  asked.current ??= turn.plan?.sort;
  const adjust = useMutation({
    mutationFn: (plan: SearchPlan) => client.conversations.adjust.mutate({ turnId: turn.id, plan }),
    // Changes run one after the other, so that the last one wins.
    scope: { id: `adjust ${turn.id}` },
    onSuccess(adjusted) {
      tellOtherTabs();
      void queryClient.invalidateQueries(trpc.conversations.followUps.queryFilter({ turnId: turn.id }));
      keepTurn(conversationId, adjusted);
    },
  });
  const plan = adjust.isPending ? adjust.variables : turn.plan;
  const sort = asked.current ?? "relevance";

  /** Photos attached to the question need no chip, because they are shown above the question. */
  const isNews = ({ like }: Chip) => !like || !turn.photos.some(({ id }) => id === like.photoId);

  function change(to: (plan: SearchPlan) => SearchPlan): void {
    if (plan && turn.state !== "running") adjust.mutate(to(plan));
  }

  return {
    plan,
    chips: plan ? chipsOf(plan, (id) => numberIn(before, id)).filter(isNews) : [],
    order: plan ? orderOf(plan) : "relevance",
    orders: plan ? ordersOf(plan, sort) : [],
    fixed: turn.state === "running",
    pending: adjust.isPending,
    problem: adjust.isError ? reasonOf(adjust.error) : null,
    retry: () => adjust.variables && adjust.mutate(adjust.variables),
    takeOff: (...chips) => change((from) => chips.reduce(takenOff, from)),
    putBack: (chip) => change((from) => putBack(from, chip)),
    takeAsWords: (chip) => change((from) => takenAsWords(from, chip)),
    turnRound: (chip) => change((from) => turnedRound(from, chip)),
    replace: (chip, filter) => change((from) => replacedBy(from, chip, filter)),
    setOrder: (order) => change((from) => inOrder(from, order, sort)),
  };
}

/** Returns the number of a photo's tile in the latest turn that shows it. */
function numberIn(turns: Turn[], photoId: string): number | null {
  const shown = turns.findLast(({ hits }) => hits.some(({ photo }) => photo.id === photoId));
  const at = shown?.hits.findIndex(({ photo }) => photo.id === photoId) ?? -1;
  return at < 0 ? null : at + 1;
}
