import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { everything } from "#server/search/everything.ts";
import type { SearchPlan, Turn } from "#server/search/types.ts";

/** A filter as a person sees it: conditions that were read from the same words. */
export interface Chip {
  words: string;
  label: string;
  negated: boolean;
}

export type Order = "relevance" | "date";

/** How the answer of a turn is looked at: as it came, or with a filter less, or by date. */
export interface TurnView {
  plan: SearchPlan | null;
  chips: Chip[];
  /** The words of the chips that were taken off. */
  removed: string[];
  order: Order;
  /** Differs from what the turn answered. */
  changed: boolean;
  /** The answer to the change is still to come; what is shown is older. */
  pending: boolean;
  hits: Turn["hits"];
  total: number;
  next: string | null;
  toggle(chip: Chip): void;
  setOrder(order: Order): void;
}

/** As many hits as an answer comes with. */
const pageSize = 24;

export function useTurnView(turn: Turn): TurnView {
  const trpc = useTRPC();
  const [removed, setRemoved] = useState<string[]>([]);
  const [order, setOrder] = useState<Order>();
  const given: Order = !turn.plan || turn.plan.sort === "relevance" ? "relevance" : "date";
  const shown = order ?? given;
  const changed = removed.length > 0 || shown !== given;
  const plan = turn.plan && changed ? changedPlan(turn.plan, removed, shown) : turn.plan;
  const input = { plan: plan ?? everything, limit: pageSize };
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...trpc.search.run.queryOptions(input),
    enabled: changed,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });
  const answer = changed && data ? data : turn;
  return {
    plan,
    chips: turn.plan ? chipsOf(turn.plan) : [],
    removed,
    order: shown,
    changed,
    pending: changed && (isPlaceholderData || !data) && isFetching,
    hits: answer.hits,
    total: answer.total,
    next: answer.next,
    toggle({ words }) {
      setRemoved((before) =>
        before.includes(words) ? before.filter((other) => other !== words) : [...before, words],
      );
    },
    setOrder,
  };
}

/** The plan without the filters that were read from these words, in this order. */
export function changedPlan(plan: SearchPlan, without: string[], order: Order): SearchPlan {
  const byDate = plan.sort === "relevance" ? "newest" : plan.sort;
  return {
    ...plan,
    filters: plan.filters.filter((filter) => !without.includes(filter.words)),
    sort: order === "date" ? byDate : "relevance",
  };
}

/** One chip for all conditions that were read from the same words. */
export function chipsOf(plan: SearchPlan): Chip[] {
  const chips = new Map<string, Chip>();
  for (const { words, label, negated } of plan.filters) {
    if (!chips.has(words)) chips.set(words, { words, label: label || words, negated });
  }
  return [...chips.values()];
}
