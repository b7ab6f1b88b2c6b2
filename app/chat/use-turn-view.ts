import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import type { SearchPlan, Turn } from "#server/search/types.ts";
import { type Chip, chipsOf, putBack, takenAsWords, takenOff } from "./chips.ts";
import { withTurn } from "./live-turns.ts";
import { inOrder, type Order, orderOf, ordersOf } from "./orders.ts";

/** How the answer of a turn is looked at, and how that is changed. The server keeps every change. */
export interface TurnView {
  /** As it will be: a change shows at once, its photos follow. */
  plan: SearchPlan | null;
  chips: Chip[];
  order: Order;
  orders: Order[];
  /** A running turn cannot be changed. */
  fixed: boolean;
  /** The answer to a change is still to come; the photos are those from before. */
  pending: boolean;
  /** Why the last change did not get through: then everything is as it was before. */
  problem: string | null;
  retry(): void;
  takeOff(chip: Chip): void;
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
    // One after the other: the last one counts.
    scope: { id: `adjust ${turn.id}` },
    onSuccess(adjusted) {
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
    takeOff: (chip) => change((before) => takenOff(before, chip)),
    putBack: (chip) => change((before) => putBack(before, chip)),
    takeAsWords: (chip) => change((before) => takenAsWords(before, chip)),
    setOrder: (order) => change((before) => inOrder(before, order, sort)),
  };
}
