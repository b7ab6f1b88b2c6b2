import type { SearchPlan } from "#server/search/types.ts";

type Sort = SearchPlan["sort"];

export type Order = "best" | "relevance" | "date";

export function orderOf({ sort }: SearchPlan): Order {
  return sort === "best" || sort === "relevance" ? sort : "date";
}

/** Returns the orders that make a difference. `asked` is the order that the question asked for. */
export function ordersOf(plan: SearchPlan, asked: Sort): Order[] {
  const isRanked = plan.text !== "" || plan.also.length > 0;
  const best: Order[] = asked === "best" ? ["best"] : [];
  const ranked: Order[] = isRanked ? ["relevance"] : [];
  const orders: Order[] = [...best, ...ranked, "date"];
  return orders.length > 1 ? orders : [];
}

/** Returns the plan in this order. By date the newest comes first, unless the question asked for the oldest. */
export function inOrder(plan: SearchPlan, order: Order, asked: Sort): SearchPlan {
  const byDate = asked === "oldest" ? "oldest" : "newest";
  return { ...plan, sort: order === "date" ? byDate : order };
}
