/** Words for spans, instants and refusals in the reader's language. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Fault, Problem, UNREACHABLE } from "../api";
import { currentLocale, localised } from "../i18n";
import { useZone } from "../session";
import { useNow } from "./now";
import * as time from "./time";

export interface Words {
  t: (key: string, values?: Record<string, unknown>) => string;
  locale: string;
  zone: string;
  local: (name: Record<string, string> | null | undefined) => string;
  /** `1 小时 12 分` / `1 h 12 min`. */
  span: (seconds: number) => string;
  /** Time of work, in minutes: days have no part in it. `26 小时 5 分` / `26 h 5 min`. */
  worked: (minutes: number) => string;
  /** `1 小时` / `1 h`. */
  roughSpan: (seconds: number) => string;
  /** `3 分钟前` / `3 min ago`; beyond a week the date. */
  ago: (at: string | Date, now: Date) => string;
  exact: (at: string | Date) => string;
  /** `11月28日 14:05` / `Nov 28 14:05`: as a person names a time that is agreed. */
  minute: (at: string | Date) => string;
  clock: (at: string | Date) => string;
  problem: (error: unknown) => { title: string; remedy: string; faults: readonly Fault[] };
}

type T = Words["t"];

/** The same words, and the same functions, until the language or the zone changes. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const zone = useZone();
  const locale = i18n.language || currentLocale();
  return useMemo(() => wordsOf((key, values) => t(key, values ?? {}), locale, zone), [t, locale, zone]);
}

function wordsOf(t: T, locale: string, zone: string): Words {
  return {
    t,
    locale,
    zone,
    local: (name) => localised(name, locale),
    span: (seconds) => {
      const { form, d, h, m } = time.span(seconds);
      return t(`common.span.${form}`, { d, h, m });
    },
    worked: (minutes) => {
      const [h, m] = [Math.floor(minutes / 60), minutes % 60];
      return t(`common.span.${h === 0 ? "m" : m === 0 ? "h" : "h_m"}`, { h, m });
    },
    roughSpan: (seconds) => {
      const { form, d, h, m } = time.roughSpan(seconds);
      return t(`common.span.${form}`, { d, h, m });
    },
    ago: (at, now) => {
      const instant = new Date(at);
      const { form, count } = time.since(instant, now);
      if (form === "date" || form === "year") return time.day(instant, zone, locale, form === "year");
      return t(`common.ago.${form}`, { n: count });
    },
    exact: (at) => time.exact(new Date(at), zone),
    minute: (at) => time.minute(new Date(at), zone, locale),
    clock: (at) => time.clock(new Date(at), zone),
    problem: (error) => problemWords(error, t),
  };
}

function problemWords(error: unknown, t: T): ReturnType<Words["problem"]> {
  if (error instanceof Problem && error.code !== UNREACHABLE && error.title !== "") return error;
  const unreachable = error instanceof Problem && error.status === 0;
  const key = unreachable ? "unreachable" : "unexpected";
  return { title: t(`common.problem.${key}.title`), remedy: t(`common.problem.${key}.remedy`), faults: [] };
}

/** `useNow` and `useWords` together: for components that count. */
export function useCounting(): Words & { now: Date } {
  return { ...useWords(), now: useNow() };
}
