import { useEffect, useState } from "react";

/** Returns the value as it was when it last stood still for so many ms. */
export function useDelayed<Value>(value: Value, ms: number): Value {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return still;
}
