/** How near a picture is: one step after the other, between the whole of it and eight times that. */
export const WHOLE = 1;
const STEPS = [WHOLE, 1.5, 2, 3, 4, 6, 8] as const;

export function nearer(zoom: number, by: 1 | -1): number {
  const at = STEPS.findIndex((step) => step >= zoom);
  return STEPS[Math.min(Math.max((at < 0 ? STEPS.length - 1 : at) + by, 0), STEPS.length - 1)] ?? WHOLE;
}
