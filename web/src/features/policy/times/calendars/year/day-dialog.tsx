import { Form, type FormInstance, Input, Radio, Select } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { type EnteredInterval, intervalsOf, NINE_TO_SIX } from "../entered";
import { Intervals } from "../intervals";
import { dateWords, dayName, hoursWords } from "../words";
import {
  type Day,
  daysFrom,
  type Interval,
  overridesOf,
  WEEKDAYS,
  type Week,
  type Weekday,
  weekdayOf,
  withDays,
  withoutDays,
} from "./days";

/** As long as somebody may say at once. */
const MOST = 366;
const HOW = ["week", "closed", "works_as", "intervals"] as const;

interface Entered {
  how: (typeof HOW)[number];
  works_as: Weekday;
  intervals: EnteredInterval[];
  name: string;
  name_en: string;
  until: string;
}

interface DayDialogProps {
  date: string;
  days: readonly Day[];
  week: Week;
  onSave: (days: Day[]) => void;
  onClose: () => void;
}

/** What is different on a date, or on several in a row. */
export function DayDialog({ date, days, week, onSave, onClose }: DayDialogProps) {
  const { t, locale } = useWords();
  const before = overridesOf(days).get(date);
  const save = async (entered: Entered) => {
    const dates = daysFrom(date, entered.until || date, MOST);
    const others = withoutDays(days, dates);
    onSave(
      entered.how === "week"
        ? others
        : withDays(
            others,
            dates.map((on) => dayOf(on, entered)),
          ),
    );
  };
  return (
    <FormDialog<Entered>
      title={dateWords(date, locale)}
      send={t("calendars.set_day")}
      initial={enteredOf(date, before)}
      onSend={save}
      onClose={onClose}
    >
      {(form) => <Fields form={form} date={date} before={before} week={week} />}
    </FormDialog>
  );
}

const enteredOf = (date: string, before: Day | undefined): Entered => ({
  how: before ? (before.intervals ? "intervals" : before.works_as ? "works_as" : "closed") : "week",
  works_as: (before?.works_as as Weekday | null | undefined) ?? weekdayOf(date),
  intervals: before?.intervals
    ? (before.intervals as Interval[]).map(([opens, closes]) => ({ opens, closes }))
    : [NINE_TO_SIX],
  name: before?.name?.["zh-CN"] ?? "",
  name_en: before?.name?.en ?? "",
  until: date,
});

/** It has no source any more: somebody here has said it. */
function dayOf(on: string, { how, works_as, intervals, name, name_en }: Entered): Day {
  const texts = Object.entries({ "zh-CN": name.trim(), en: name_en.trim() }).filter(([, text]) => text);
  return {
    on,
    ...(texts.length > 0 ? { name: Object.fromEntries(texts) } : {}),
    ...(how === "intervals" ? { intervals: intervalsOf(intervals ?? []) } : {}),
    ...(how === "works_as" ? { works_as } : {}),
  };
}

interface FieldsProps {
  form: FormInstance<Entered>;
  date: string;
  before: Day | undefined;
  week: Week;
}

function Fields({ form, date, before, week }: FieldsProps) {
  const { t, local } = useWords();
  const how = Form.useWatch("how", form) ?? enteredOf(date, before).how;
  const own = hoursWords(t, week[weekdayOf(date)] ?? []);
  const spanRule = {
    validator: async (_: unknown, until: string) => {
      if (until && until < date) throw Error(t("calendars.until_early"));
      if (until && daysFrom(date, until, MOST + 1).length > MOST) throw Error(t("calendars.until_late", { n: MOST }));
    },
  };
  return (
    <>
      {before?.source && <p>{t("calendars.was_official", { name: local(before.name), source: before.source })}</p>}
      <Form.Item name="how" label={t("calendars.how")} required>
        <Radio.Group
          options={HOW.map((value) => ({ value, label: t(`calendars.as.${value}`, { hours: own }) }))}
          style={{ display: "grid", gap: "var(--space-8)" }}
        />
      </Form.Item>
      {how === "works_as" && (
        <Form.Item name="works_as" label={t("calendars.works_as")} required>
          <Select
            options={WEEKDAYS.map((value) => ({
              value,
              label: `${dayName(t, value)} ${hoursWords(t, week[value] ?? [])}`,
            }))}
          />
        </Form.Item>
      )}
      {how === "intervals" && (
        <Form.Item label={t("calendars.hours")} required>
          <Intervals path={["intervals"]} label={t("calendars.that_day")} />
        </Form.Item>
      )}
      {how !== "week" && (
        <>
          <Form.Item name="name" label={t("calendars.reason_zh")}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="name_en" label={t("calendars.reason_en")}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      )}
      <Form.Item name="until" label={t("calendars.until")} extra={t("calendars.until_help")} rules={[spanRule]}>
        <Input type="date" min={date} />
      </Form.Item>
    </>
  );
}
