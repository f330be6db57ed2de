/** Line icons on a 16 px grid, drawn for this product; always decorative: the control beside them carries the name. */
const PATHS = {
  alert: "M8 5.2v3.4M8 10.9v.1M7 2.6 1.8 11.8a1.2 1.2 0 0 0 1 1.8h10.4a1.2 1.2 0 0 0 1-1.8L9 2.6a1.2 1.2 0 0 0-2 0Z",
  back: "M9.8 3.2 5 8l4.8 4.8",
  bell: "M8 2a4 4 0 0 0-4 4v2.6L2.8 11h10.4L12 8.6V6a4 4 0 0 0-4-4ZM6.6 13.2a1.5 1.5 0 0 0 2.8 0",
  check: "m3 8.4 3.2 3.2L13 4.8",
  clip: "m13 7.2-5.4 5.4a3.2 3.2 0 0 1-4.5-4.5l5.7-5.7a2.1 2.1 0 0 1 3 3L6.2 11a1 1 0 0 1-1.5-1.4L9.6 4.8",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6",
  close: "m3.8 3.8 8.4 8.4M12.2 3.8l-8.4 8.4",
  down: "m4 6 4 4 4-4",
  edit: "m10.6 2.8 2.6 2.6L5.6 13H3v-2.6l7.6-7.6Z",
  eye: "M1.6 8S4 3.6 8 3.6 14.4 8 14.4 8 12 12.4 8 12.4 1.6 8 1.6 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z",
  filter: "M2.4 4h11.2M4.6 8h6.8M6.8 12h2.4",
  flame:
    "M8 14c2.6 0 4.4-1.7 4.4-4.2 0-3-2.6-4-2.4-7.6C7.4 3 6.4 5.2 6.6 7 5.6 6.6 5.2 5.6 5.2 5 4.2 6 3.6 7.8 3.6 9.8 3.6 12.3 5.4 14 8 14Z",
  globe:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c1.8 1.7 2.6 3.7 2.6 6S9.8 12.3 8 14C6.2 12.3 5.4 10.3 5.4 8S6.2 3.7 8 2Z",
  hand: "M5 8V3.4a1 1 0 0 1 2 0V7m0-.4V2.6a1 1 0 0 1 2 0V7m0-3.4a1 1 0 0 1 2 0V8m0-2.4a1 1 0 0 1 2 0V9.6A4.4 4.4 0 0 1 8.6 14C6.4 14 5.4 13 4.2 11L2.6 8.4a1 1 0 0 1 1.7-1.1L5 8.2",
  history: "M2.2 8a5.8 5.8 0 1 0 1.9-4.3L2.2 5.4M2.2 2.4v3h3M8 5v3.2l2 1.4",
  inbox: "M2 9h3.2l1 2h3.6l1-2H14M4 3h8l2 6v3.4a.8.8 0 0 1-.8.8H2.8a.8.8 0 0 1-.8-.8V9l2-6Z",
  keyboard: "M2 4h12v8H2zM4.4 6.6h.1M7 6.6h.1M9.4 6.6h.1M11.8 6.6h.1M5 9.6h6",
  link: "M6.6 9.4 9.4 6.6M7.2 4.6 8.9 2.9a2.9 2.9 0 0 1 4.1 4.1l-1.7 1.7M8.8 11.4l-1.7 1.7A2.9 2.9 0 0 1 3 9l1.7-1.7",
  list: "M5.6 4h8.2M5.6 8h8.2M5.6 12h8.2M2.4 4h.1M2.4 8h.1M2.4 12h.1",
  lock: "M4 7h8v6.4H4zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2",
  menu: "M2.4 4.4h11.2M2.4 8h11.2M2.4 11.6h11.2",
  message: "M2.4 3h11.2v8H8l-3.2 2.6V11H2.4V3Z",
  moon: "M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7Z",
  more: "M3.4 8h.1M8 8h.1M12.6 8h.1",
  next: "m6.2 3.2 4.8 4.8-4.8 4.8",
  out: "M6.4 2.6H3v10.8h3.4M10 5l3 3-3 3M13 8H6.4",
  panel: "M2 3h12v10H2zM10 3v10",
  pause: "M5.4 3.4v9.2M10.6 3.4v9.2",
  plus: "M8 3v10M3 8h10",
  refresh: "M13.6 3v3.4h-3.4M13.2 6.4A5.6 5.6 0 1 0 13.6 9",
  reply: "M6.4 3.4 2.4 7.4l4 4M2.6 7.4h6.2c3 0 4.6 1.8 4.8 5",
  rows: "M2 3.4h12M2 6.5h12M2 9.6h12M2 12.6h12",
  search: "M7 11.6A4.6 4.6 0 1 0 7 2.4a4.6 4.6 0 0 0 0 9.2ZM10.4 10.4 14 14",
  send: "M2 8 14 2.4 10.6 14 7.8 9 2 8Zm5.8 1L14 2.4",
  star: "m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5L8 2Z",
  sun: "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M12.5 3.5l-.8.8M4.3 11.7l-.8.8",
  swap: "M3 5.4h9.4L10 3M13 10.6H3.6L6 13",
  tag: "M2.4 2.4h5.2l6 6-5.2 5.2-6-6V2.4ZM5 5h.1",
  team: "M6 7.6A2.3 2.3 0 1 0 6 3a2.3 2.3 0 0 0 0 4.6ZM1.8 13c0-2.3 1.9-3.8 4.2-3.8s4.2 1.5 4.2 3.8M10.6 3.4a2 2 0 0 1 0 4M11.8 9.6c1.5.5 2.4 1.7 2.4 3.4",
  user: "M8 7.8A2.7 2.7 0 1 0 8 2.4a2.7 2.7 0 0 0 0 5.4ZM3 13.6c0-2.6 2.2-4.2 5-4.2s5 1.6 5 4.2",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
