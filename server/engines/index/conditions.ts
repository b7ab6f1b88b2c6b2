import { AppError } from "#server/errors.ts";
import { fold } from "./fold.ts";
import {
  type Condition,
  type FieldKind,
  type FilterField,
  type FilterFields,
  fieldKinds,
  type Operator,
} from "./port.ts";

const operatorsOf: Record<FieldKind, Operator[]> = {
  number: ["=", "<", "<=", ">", ">=", "in", "known", "within"],
  text: ["=", "in", "known"],
  flag: ["=", "known"],
  list: ["contains", "in", "known"],
};

const fits: Record<FieldKind, (value: unknown) => boolean> = {
  number: Number.isFinite,
  text: (value) => typeof value === "string",
  flag: (value) => typeof value === "boolean",
  list: (value) => typeof value === "string",
};

/**
 * Checks a condition against the kind of its field and folds its text. Throws AppError BAD_REQUEST for an
 * unknown field, an operator that the field does not take, or a value of another kind.
 */
export function checkedCondition(condition: Condition): Condition {
  const { field, operator, value } = condition;
  const kind: FieldKind | undefined = Object.hasOwn(fieldKinds, field) ? fieldKinds[field] : undefined;
  if (!kind) throw new AppError("BAD_REQUEST", "A filter names a field that photos do not have");
  if (!operatorsOf[kind].includes(operator)) {
    throw new AppError("BAD_REQUEST", `${field} cannot be filtered with this operator`);
  }
  if (!takes(kind, operator, value)) {
    throw new AppError("BAD_REQUEST", `The filter on ${field} has a value that does not fit`);
  }
  return { ...condition, value: folded(value) };
}

function takes(kind: FieldKind, operator: Operator, value: Condition["value"]): boolean {
  if (operator === "known") return value === true;
  if (operator === "in") return isListOf(kind, value);
  if (operator === "within") return isListOf(kind, value) && (value as number[]).length % 2 === 0;
  return fits[kind](value);
}

/** Returns the half-open ranges of a `within` condition. */
export function rangesOf(value: Condition["value"]): [from: number, to: number][] {
  const numbers = Array.isArray(value) ? value.map(Number) : [];
  return Array.from({ length: numbers.length / 2 }, (_, at) => [
    numbers[2 * at] ?? Number.NaN,
    numbers[2 * at + 1] ?? Number.NaN,
  ]);
}

function isListOf(kind: FieldKind, value: unknown): boolean {
  return Array.isArray(value) && value.every(fits[kind]);
}

/** Folds the text in the value of a field or of a condition. */
export function folded<T extends FilterFields[FilterField] | Condition["value"]>(value: T): T;
export function folded(value: unknown): unknown {
  if (typeof value === "string") return fold(value);
  return Array.isArray(value) ? value.map(folded) : value;
}
