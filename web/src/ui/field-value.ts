/** Values of custom fields, between what an input shows and what the API takes. Pure. */
import { fromLocalInput, toLocalInput } from "@/lib/time";

export interface CustomValue {
  show: (value: unknown) => unknown;
  read: (shown: unknown) => unknown;
}

const asIs: CustomValue = { show: (value) => value, read: (shown) => shown };

/** Shown in whole units, kept in minor ones: `12.50` is 1250. */
const money: CustomValue = {
  show: (value) => (typeof value === "number" ? value / 100 : value),
  read: (shown) => (typeof shown === "number" ? Math.round(shown * 100) : shown),
};

/** Shown as the clocks of the reader's zone, kept with the zone told. */
const instant = (zone: string): CustomValue => ({
  show: (value) => (typeof value === "string" ? toLocalInput(new Date(value), zone) : ""),
  read: (shown) => fromLocalInput(String(shown), zone)?.toISOString() ?? null,
});

export function customValue(kind: string, zone: string): CustomValue {
  if (kind === "money") return money;
  return kind === "instant" ? instant(zone) : asIs;
}
