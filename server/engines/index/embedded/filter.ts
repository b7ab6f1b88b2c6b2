import { checkedCondition, rangesOf } from "../conditions.ts";
import { type Clause, type Condition, fieldKinds, type IndexQuery } from "../port.ts";

export interface Where {
  /** An SQL expression over `documents AS d`. It contains only our own names; every value is bound. */
  sql: string;
  values: (string | number)[];
}

/**
 * Returns a test for the owner's documents that meet all conditions. Throws BAD_REQUEST as `checkedCondition`
 * does.
 */
export function whereOf({ owner, filter }: Pick<IndexQuery, "owner" | "filter">): Where {
  const parts = filter.map(clauseOf);
  return {
    sql: ["d.owner = ?", ...parts.map(({ sql }) => sql)].join(" AND "),
    values: [owner, ...parts.flatMap(({ values }) => values)],
  };
}

function clauseOf(clause: Clause): Where {
  if (!Array.isArray(clause)) return conditionOf(checkedCondition(clause));
  const parts = clause.map((condition) => conditionOf(checkedCondition(condition)));
  return anyOf(parts);
}

/** Joins the parts with OR. An empty list of parts matches nothing. */
function anyOf(parts: Where[]): Where {
  if (parts.length === 0) return { sql: "FALSE", values: [] };
  return {
    sql: `(${parts.map(({ sql }) => sql).join(" OR ")})`,
    values: parts.flatMap(({ values }) => values),
  };
}

function conditionOf(condition: Condition): Where {
  const { sql, values } = testOf(condition);
  // NOT would leave out documents whose field is null.
  return { sql: condition.negated ? `(${sql}) IS NOT TRUE` : sql, values };
}

function testOf({ field, operator, value }: Condition): Where {
  if (operator === "within") {
    return anyOf(
      rangesOf(value).map((range) => ({ sql: `(d."${field}" >= ? AND d."${field}" < ?)`, values: range })),
    );
  }
  const values = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === "boolean" ? Number(one) : one,
  );
  const among = `IN (${values.map(() => "?").join(", ")})`;
  if (fieldKinds[field] === "list") {
    const labelled = "d.id IN (SELECT document FROM labels WHERE field = ?";
    if (operator === "known") return { sql: `${labelled})`, values: [field] };
    return { sql: `${labelled} AND value ${among})`, values: [field, ...values] };
  }
  if (operator === "known") return { sql: `d."${field}" IS NOT NULL`, values: [] };
  if (operator === "in") return { sql: `d."${field}" ${among}`, values };
  return { sql: `d."${field}" ${operator} ?`, values };
}
