/** “A ticket created then would be due at …”: by the calendar as it is being edited, and the rest as it is drafted. */
import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useEffect, useState } from "react";
import { sectionQuery } from "@/features/policy/draft";
import { Problem } from "@/lib/api";
import { useWords } from "@/lib/words";
import { fromLocalInput, toLocalInput } from "@/lib/words/time";
import { StateTag } from "@/ui/marks/state-tag";
import css from "./calendars.module.css";
import { calendarOf, type Entered, isSound } from "./entered";
import { type Asked, type TriedPromise, trialQuery } from "./queries";

interface Entry {
  key: string;
  name: Record<string, string>;
  retired?: boolean;
}

/** Whoever types is not asked about half a word. */
const PAUSE_MS = 500;

export function Probe({ entered }: { entered: Entered }) {
  const { t, local } = useWords();
  const [types, priorities] = [useEntries("types"), useEntries("priorities")];
  const [type, setType] = useState<string>();
  const [priority, setPriority] = useState<string>();
  const [at, setAt] = useState(() => toLocalInput(new Date(), entered.zone));
  const created = fromLocalInput(at, entered.zone);
  const chosen = { type: type ?? types[0]?.key, priority: priority ?? priorities.at(-1)?.key };
  const asked: Asked | undefined =
    chosen.type && chosen.priority && created && isSound(entered.week)
      ? {
          type: chosen.type,
          priority: chosen.priority,
          created_at: created.toISOString(),
          calendar: entered.key ? calendarOf(entered, undefined) : null,
        }
      : undefined;
  const options = (entries: readonly Entry[]) => entries.map(({ key, name }) => ({ value: key, label: local(name) }));
  return (
    <section className={css.probe} aria-labelledby="calendar-probe">
      <h2 id="calendar-probe">{t("calendars.probe.title")}</h2>
      <p className={css.text}>{t("calendars.probe.help")}</p>
      <div className={css.asked}>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is antd's */}
        <label>
          {t("calendars.probe.priority")}
          <Select value={chosen.priority} options={options(priorities)} onChange={setPriority} />
        </label>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is antd's */}
        <label>
          {t("calendars.probe.type")}
          <Select value={chosen.type} options={options(types)} onChange={setType} />
        </label>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is antd's */}
        <label>
          {t("calendars.probe.at", { zone: entered.zone })}
          <Input type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
        </label>
      </div>
      <Answer asked={asked} entered={entered} />
    </section>
  );
}

function useEntries(section: "types" | "priorities"): readonly Entry[] {
  const { data } = useQuery(sectionQuery(section));
  return ((data?.value ?? []) as Entry[]).filter(({ retired }) => !retired);
}

/** The value once nobody has changed it for a moment. */
function useSettled<T>(value: T): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === undefined ? (undefined as T) : (JSON.parse(settled) as T);
}

function Answer({ asked, entered }: { asked: Asked | undefined; entered: Entered }) {
  const { t, local, problem } = useWords();
  const { data, error } = useQuery(trialQuery(useSettled(asked)));
  if (!isSound(entered.week)) return <p>{t("calendars.probe.no_hours")}</p>;
  if (!asked) return <p>{t("calendars.probe.incomplete")}</p>;
  if (error) {
    const findings = error instanceof Problem ? ((error.members.findings ?? []) as { text: Entry["name"] }[]) : [];
    return (
      <div role="alert">
        <p>{findings.length > 0 ? t("calendars.probe.unsound") : problem(error).title}</p>
        <ul>
          {findings.slice(0, 3).map(({ text }) => (
            <li key={local(text)}>{local(text)}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (!data) return <p role="status">{t("calendars.probe.asking")}</p>;
  if (data.promises.length === 0) return <p>{t("calendars.probe.nothing")}</p>;
  const counts = data.promises.some(({ calendar }) => calendar === entered.key);
  return (
    <div aria-live="polite">
      <dl className={css.promises}>
        {data.promises.map((one) => (
          <Promised key={one.metric} one={one} zone={entered.zone} />
        ))}
      </dl>
      <p className={css.text}>
        {t("calendars.probe.by", { policy: local(data.policy) })} {!counts && t("calendars.probe.other_hours")}
      </p>
    </div>
  );
}

function Promised({ one, zone }: { one: TriedPromise; zone: string }) {
  const { t, locale } = useWords();
  const words = (at: string) =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeStyle: "short",
      hourCycle: "h23",
      timeZone: zone,
    }).format(new Date(at));
  const weekday = (at: string) =>
    new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: zone }).format(new Date(at));
  return (
    <div>
      <dt>
        {t(`calendars.probe.metric.${one.metric}`)}
        <small>{t(`calendars.probe.unit.${one.unit}`, { n: one.amount })}</small>
      </dt>
      <dd>
        {one.due_at ? `${words(one.due_at)} ${weekday(one.due_at)}` : t("calendars.probe.never")}{" "}
        {one.is_provisional && <StateTag tone="warn">{t("calendars.probe.provisional")}</StateTag>}
        {one.warns_at.length > 0 && (
          <small>{t("calendars.probe.warns", { at: one.warns_at.map(words).join(t("common.list_comma")) })}</small>
        )}
      </dd>
    </div>
  );
}
