import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import type { SearchPlan, Turn } from "#server/search/types.ts";
import { type Chip, chipsOf, putBack, takenAsWords, takenOff } from "./chips.ts";
import { withTurn } from "./live-turns.ts";
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
  setOrder(order: Order): void;
}

export function useTurnView(turn: Turn, conversationId: string): TurnView {
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
      queryClient.setQueryData(
        trpc.conversations.get.queryKey({ id: conversationId }),
        (conversation) => conversation && { ...conversation, turns: withTurn(conversation.turns, adjusted) },
      );
    },
  });
  const plan = adjust.isPending ? adjust.variables : turn.plan;
  const sort = asked.current ?? "relevance";

  function change(to: (plan: SearchPlan) => SearchPlan): void {
    if (plan && turn.state !== "running") adjust.mutate(to(plan));
  }

  return {
    plan,
    chips: plan ? chipsOf(plan) : [],
    order: plan ? orderOf(plan) : "relevance",
    orders: plan ? ordersOf(plan, sort) : [],
    fixed: turn.state === "running",
    pending: adjust.isPending,
    problem: adjust.isError ? reasonOf(adjust.error) : null,
    retry: () => adjust.variables && adjust.mutate(adjust.variables),
    takeOff: (...chips) => change((before) => chips.reduce(takenOff, before)),
    putBack: (chip) => change((before) => putBack(before, chip)),
    takeAsWords: (chip) => change((before) => takenAsWords(before, chip)),
    setOrder: (order) => change((before) => inOrder(before, order, sort)),
  };
}
