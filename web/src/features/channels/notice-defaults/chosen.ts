/** What is chosen for members who have not chosen, before it is saved: meaning → channel → on. */
import type { Schemas } from "@/lib/api";

type Kept = Schemas["NoticeMatrix"];
export type Chosen = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

export const withCell = (before: Chosen, meaning: string, channel: string, on: boolean): Chosen => ({
  ...before,
  [meaning]: { ...before[meaning], [channel]: on },
});

/** Every cell as it would be: the whole is what is sent. */
export function wishOf({ meanings }: Kept, chosen: Chosen): Record<string, Record<string, boolean>> {
  const cells = meanings.map(({ key, channels }) => {
    const each = Object.entries(channels).map(([channel, { on }]) => [channel, chosen[key]?.[channel] ?? on] as const);
    return [key, Object.fromEntries(each)] as const;
  });
  return Object.fromEntries(cells);
}

export const isChanged = ({ meanings }: Kept, chosen: Chosen): boolean =>
  meanings.some(({ key, channels }) =>
    Object.entries(channels).some(([channel, { on }]) => (chosen[key]?.[channel] ?? on) !== on),
  );

/** As it was before anybody chose. */
export const shipped = ({ meanings }: Kept): Chosen =>
  Object.fromEntries(
    meanings.map(({ key, channels }) => [
      key,
      Object.fromEntries(Object.entries(channels).map(([channel, cell]) => [channel, cell.default])),
    ]),
  );
