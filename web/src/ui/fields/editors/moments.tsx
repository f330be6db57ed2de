/** A day, and an instant: shown as the clocks of the reader's zone, kept with the zone told. */
import { fromLocalInput, toLocalInput } from "@/lib/words/time";
import type { FieldKind } from "../kind";
import { Input } from "./inputs";

export const DATE: FieldKind = { Editor: ({ control }) => <Input {...control} type="date" /> };

export const INSTANT: FieldKind = {
  Editor: ({ control }) => <Input {...control} type="datetime-local" />,
  show: (value, zone) => (typeof value === "string" ? toLocalInput(new Date(value), zone) : ""),
  read: (shown, zone) => fromLocalInput(String(shown), zone)?.toISOString() ?? null,
  say: (value, _field, { exact }) => exact(String(value)),
};
