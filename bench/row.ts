/** One measured figure; `ok` tells whether it reaches the goal. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  goal?: string;
  ok?: boolean;
}
