import { useEffect, useState } from "react";

/** Returns the last value that has not changed for this many ms. */
export function useDelayed<Value>(value: Value, ms: number): Value {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return still;
}
