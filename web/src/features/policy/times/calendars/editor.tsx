import { Form, type FormInstance, Input, Select } from "antd";
import { useState } from "react";
import type { DraftSection } from "@/features/policy/draft";
import { isKey, keyOf, withEntry } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import css from "./calendars.module.css";
import { calendarOf, type Entered, enteredOf, weekOf } from "./entered";
import { Probe } from "./probe";
import type { Calendar } from "./queries";
import { useUses } from "./uses";
import { WeekHours } from "./week";
import { provisionalAfter } from "./year/days";
import { YearView } from "./year/year";

/** Before the key of the calendar that a new one is a copy of; no key has such a sign. */
export const COPY_OF = "copy:";

interface EditorProps {
  id: string;
  section: DraftSection<Calendar[]>;
  onClose: () => void;
}

export function CalendarEditor({ id, section, onClose }: EditorProps) {
  const { t, local } = useWords();
  const { value: all, error, retry } = section;
  const copied = id.startsWith(COPY_OF) ? id.slice(COPY_OF.length) : undefined;
  const isNew = id === "new" || copied !== undefined;
  const found = all?.find(({ key }) => key === (copied ?? id));
  const isThere = isNew ? copied === undefined || found : found;
  return (
    <SettingsPage
      title={isNew ? t("calendars.add") : local(found?.name) || t("calendars.title")}
      lead={t("policy.saved_as")}
      onBack={onClose}
    >
      {!all && (error ? <Failure error={error} onRetry={retry} /> : <SkeletonLines count={8} height={44} />)}
      {all && !isThere && <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />}
      {all && isThere && <CalendarForm all={all} calendar={found} isNew={isNew} section={section} onAdded={onClose} />}
    </SettingsPage>
  );
}

interface FormProps {
  all: Calendar[];
  /** That is edited, or copied. */
  calendar: Calendar | undefined;
  isNew: boolean;
  section: DraftSection<Calendar[]>;
  onAdded: () => void;
}

function CalendarForm({ all, calendar, isNew, section, onAdded }: FormProps) {
  const { t, zone } = useWords();
  // What others draft meanwhile does not wipe out what is being entered; saving goes on top of it.
  const [kept, setKept] = useState({ all, entered: enteredOf(calendar, isNew, zone), n: 0 });
  const save = async (entered: Entered) => {
    const entry = calendarOf(
      entered,
      kept.all.find(({ key }) => key === entered.key),
    );
    const after = await section.save(withEntry(kept.all, entry), kept.all);
    if (isNew) return onAdded();
    setKept({ all: after, entered: enteredOf(entry, false, zone), n: kept.n + 1 });
  };
  const nameOf = (field: string) => (field === "key" ? undefined : t(`calendars.member.${field}`));
  return (
    <div className={css.frame}>
      <FormPage<Entered>
        key={kept.n}
        isReadOnly={!section.mayEdit(calendar?.key)}
        initial={kept.entered}
        nameOf={nameOf}
        onSave={save}
      >
        {(form) => <Fields form={form} all={all} isNew={isNew} initial={kept.entered} />}
      </FormPage>
    </div>
  );
}

const zones = (kept: string): string[] => [...new Set([kept, ...Intl.supportedValuesOf("timeZone")])];

interface FieldsProps {
  form: FormInstance<Entered>;
  all: Calendar[];
  isNew: boolean;
  initial: Entered;
}

function Fields({ form, all, isNew, initial }: FieldsProps) {
  const { t } = useWords();
  const now = (Form.useWatch([], { form, preserve: true }) as Entered | undefined) ?? initial;
  const week = weekOf(now.week ?? initial.week);
  const onOfficial = (year: number, isAnnounced: boolean) => {
    const before = form.getFieldValue("provisional_from") || null;
    form.setFieldValue("provisional_from", provisionalAfter(before, year, isAnnounced) ?? "");
  };
  return (
    <>
      <div className={css.narrow}>
        <Naming form={form} all={all} isNew={isNew} />
        <FormSection title={t("calendars.part.week")} help={t("calendars.week_help")}>
          <WeekHours />
        </FormSection>
        <FormSection title={t("calendars.part.clock")}>
          <Form.Item required name="zone" label={t("calendars.zone")} extra={t("calendars.zone_help")}>
            <Select showSearch options={zones(initial.zone).map((value) => ({ value, label: value }))} />
          </Form.Item>
        </FormSection>
      </div>
      <FormSection title={t("calendars.part.year")} help={t("calendars.year_help")}>
        <Form.Item name="days" noStyle>
          <YearView zone={now.zone ?? initial.zone} week={week} onOfficial={onOfficial} />
        </Form.Item>
      </FormSection>
      <div className={css.narrow}>
        <Form.Item
          name="provisional_from"
          label={t("calendars.member.provisional_from")}
          extra={t("calendars.provisional_help")}
        >
          <Input type="date" />
        </Form.Item>
        <Users calendar={isNew ? undefined : initial.key} />
        <Probe entered={{ ...initial, ...now }} />
      </div>
    </>
  );
}

function Naming({ form, all, isNew }: Omit<FieldsProps, "initial">) {
  const { t } = useWords();
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  const taken = new Set(all.map(({ key }) => key));
  const keyRule = {
    validator: async (_: unknown, key: string) => {
      if (!isKey(key)) throw Error(t("calendars.key_wrong"));
      if (taken.has(key)) throw Error(t("calendars.key_taken"));
    },
  };
  const suggest = () => {
    const { key, name } = form.getFieldsValue(true);
    if (isNew && !key) form.setFieldValue("key", keyOf(name.en, taken));
  };
  return (
    <FormSection title={t("calendars.part.name")}>
      <Form.Item name={["name", "zh-CN"]} label={t("calendars.name_zh")} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={["name", "en"]} label={t("calendars.name_en")} rules={[needed]}>
        <Input maxLength={100} onBlur={suggest} />
      </Form.Item>
      <Form.Item
        name="key"
        required
        label={t("calendars.key")}
        extra={t("calendars.key_help")}
        rules={isNew ? [keyRule] : []}
      >
        <Input maxLength={63} disabled={!isNew} />
      </Form.Item>
    </FormSection>
  );
}

/** What of the policy measures by this calendar. */
function Users({ calendar }: { calendar: string | undefined }) {
  const { t } = useWords();
  const found = useUses()(calendar ?? "");
  if (!calendar || !found) return null;
  const words = found.length > 0 ? found.join(t("common.list_comma")) : t("calendars.unused");
  return (
    <FormSection title={t("calendars.part.uses")}>
      <p>{words}</p>
    </FormSection>
  );
}
