/** Time in words that a person says. Pure: `now`, zone and language are arguments. */

export interface Span {
  /** Catalogue key below `common.span`: `d_h`, `d`, `h_m`, `h`, `m` or `s`. */
  form: "d_h" | "d" | "h_m" | "h" | "m" | "s";
  d: number;
  h: number;
  m: number;
}

/** The two largest units of a length of time; under a minute is said as such. Whole minutes, rounded down. */
export function span(seconds: number): Span {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  const d = Math.floor(minutes / 1440);
  const h = Math.floor((minutes % 1440) / 60);
  const m = minutes % 60;
  if (d > 0) return { form: h > 0 && d < 10 ? "d_h" : "d", d, h, m };
  if (h > 0) return { form: m > 0 ? "h_m" : "h", d, h, m };
  return { form: m > 0 ? "m" : "s", d, h, m };
}

/** The largest unit alone, for where a glance must do. */
export function roughSpan(seconds: number): Span {
  const { d, h, m } = span(seconds);
  return { form: d > 0 ? "d" : h > 0 ? "h" : m > 0 ? "m" : "s", d, h, m };
}

export interface Since {
  /** `now`, `m`, `h` or `d` below `common.ago`; `date` and `year`: say the date instead. */
  form: "now" | "m" | "h" | "d" | "date" | "year";
  count: number;
}

/** How long ago something was; beyond a week the date says more than a count. */
export function since(at: Date, now: Date): Since {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return { form: "now", count: 0 };
  if (minutes < 60) return { form: "m", count: minutes };
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return { form: "h", count: hours };
  const days = Math.floor(hours / 24);
  if (days < 7) return { form: "d", count: days };
  return { form: at.getUTCFullYear() === now.getUTCFullYear() ? "date" : "year", count: days };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, hourCycle: "h23" });
  formats.set(key, made);
  return made;
}

/** `2026-11-22 14:05:09` in both languages: unambiguous, sortable by eye. */
export function exact(at: Date, zone: string, withSeconds = true): string {
  const { year, month, day, hour, minute, second } = parts(at, zone);
  const clock = withSeconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
  return `${year}-${month}-${day} ${clock}`;
}

/** `11月22日` / `Nov 22`, with the year where `withYear`. */
export function day(at: Date, zone: string, locale: string, withYear = false): string {
  return format(locale, zone, { month: "short", day: "numeric", ...(withYear ? { year: "numeric" } : {}) }).format(at);
}

/** `11月22日 14:05` / `Nov 22 14:05`. */
export function minute(at: Date, zone: string, locale: string): string {
  return `${day(at, zone, locale)} ${clock(at, zone)}`;
}

/** `14:05`. */
export function clock(at: Date, zone: string): string {
  const { hour, minute } = parts(at, zone);
  return `${hour}:${minute}`;
}

/** The value of an `<input type="datetime-local">` for an instant, as the clocks of `zone` show it. */
export function toLocalInput(at: Date, zone: string): string {
  const { year, month, day: date, hour, minute } = parts(at, zone);
  return `${year}-${month}-${date}T${hour}:${minute}`;
}

/**
 * The instant that clocks of `zone` show as `value`; null when it is no time. In the hour that a change of clocks
 * repeats, the earlier instant.
 */
export function fromLocalInput(value: string, zone: string): Date | null {
  const asUtc = Date.parse(`${value}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsets = [-86_400_000, 86_400_000].map((shift) => offset(new Date(asUtc + shift), zone));
  const instants = offsets.map((ms) => asUtc - ms);
  const fitting = instants.filter((ms) => toLocalInput(new Date(ms), zone) === value.slice(0, 16));
  return new Date(Math.min(...(fitting.length > 0 ? fitting : instants)));
}

function offset(at: Date, zone: string): number {
  const { year, month, day: date, hour, minute, second } = parts(at, zone);
  const shown = Date.UTC(+year, +month - 1, +date, +hour, +minute, +second);
  return shown - Math.floor(at.getTime() / 1000) * 1000;
}

type Part = "year" | "month" | "day" | "hour" | "minute" | "second";

function parts(at: Date, zone: string): Record<Part, string> {
  const numeric = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const all = format("en-CA", zone, { ...numeric, second: "2-digit" }).formatToParts(at);
  return Object.fromEntries(all.map((part) => [part.type, part.value])) as Record<Part, string>;
}
