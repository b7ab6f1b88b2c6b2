import { checkedCondition, rangesOf } from "../conditions.ts";
import { type Clause, type Condition, type FilterField, fieldKinds, type IndexQuery } from "../port.ts";
import { quoted, term } from "./terms.ts";

/** Returns the name of a filter field in Milvus. Without the prefix, `iso` would be a keyword. */
export function columnOf(field: FilterField): string {
  return `f_${field}`;
}

const never = 'id == ""';

/**
 * Writes an expression for the owner's documents that meet all conditions. Every text in it is a `term`, and
 * we write all numbers ourselves. Throws AppError BAD_REQUEST as `checkedCondition` does.
 */
export function expressionOf({ owner, filter }: Pick<IndexQuery, "owner" | "filter">): string {
  const conditions = filter.map(clauseOf);
  return [`owner == ${quoted(term(owner))}`, ...conditions].join(" and ");
}

function clauseOf(clause: Clause): string {
  if (!Array.isArray(clause)) return conditionOf(checkedCondition(clause));
  return anyOf(clause.map((condition) => conditionOf(checkedCondition(condition))));
}

/** Joins the parts with "or". An empty list of parts matches nothing. */
function anyOf(parts: string[]): string {
  return parts.length === 0 ? never : `(${parts.join(" or ")})`;
}

function conditionOf(condition: Condition): string {
  const test = testOf(condition);
  if (!condition.negated) return `(${test})`;
  const { field, operator } = condition;
  // A comparison with a null field is neither true nor false, so we test for null too. Lists are never null.
  const open = operator === "known" || fieldKinds[field] === "list" ? "" : `${columnOf(field)} is null or `;
  return `(${open}not (${test}))`;
}

function testOf({ field, operator, value }: Condition): string {
  const column = columnOf(field);
  if (operator === "within") {
    return anyOf(
      rangesOf(value).map(([from, to]) => `(${column} >= ${literal(from)} and ${column} < ${literal(to)})`),
    );
  }
  const values = (Array.isArray(value) ? value : [value]).map(literal);
  if (values.length === 0) return never;
  const list = `[${values.join(", ")}]`;
  if (fieldKinds[field] === "list") {
    return operator === "known" ? `array_length(${column}) > 0` : `array_contains_any(${column}, ${list})`;
  }
  switch (operator) {
    case "known":
      return `${column} is not null`;
    case "in":
      return `${column} in ${list}`;
    case "=":
      return `${column} == ${values[0]}`;
    default:
      return `${column} ${operator} ${values[0]}`;
  }
}

function literal(value: string | number | boolean): string {
  if (typeof value === "string") return quoted(term(value));
  // The server does not accept a whole number beyond 64 bits, so we write it with an exponent.
  return typeof value === "number" && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
}
