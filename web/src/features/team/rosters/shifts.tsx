import { Button, Form, Input, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { type EnteredShift, NEW_SHIFT, NOBODY, WEEKDAYS } from "./entered";
import css from "./rosters.module.css";

const MOST = 200;

/** Whose hours are when: of a week, or of a date that differs from it. */
export function Shifts({ members }: { members: readonly number[] }) {
  const { t } = useWords();
  return (
    <Form.List name="shifts">
      {(fields, { add, remove }) => (
        <>
          {fields.length === 0 && <p className={css.none}>{t("rosters.always_text")}</p>}
          <ol className={css.shifts} aria-label={t("rosters.shifts")}>
            {fields.map(({ key, name }) => (
              <li key={key} className={css.shift}>
                <ShiftFields at={name} members={members} />
                <Button size="small" onClick={() => remove(name)}>
                  {t("rosters.remove")}
                </Button>
              </li>
            ))}
          </ol>
          <Button disabled={fields.length >= MOST} icon={<Icon name="plus" size={14} />} onClick={() => add(NEW_SHIFT)}>
            {t("rosters.add")}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function ShiftFields({ at, members }: { at: number; members: readonly number[] }) {
  const { t } = useWords();
  const names = useNames();
  const shift = Form.useWatch(["shifts", at]) as EnteredShift | undefined;
  const isOfDate = shift?.when === "date";
  const needed = { required: true, message: t("common.needed") };
  const people = members.map((value) => ({ value, label: names.member(value)?.name ?? String(value) }));
  const gone = shift?.person_id && !members.includes(shift.person_id) ? [shift.person_id] : [];
  const strangers = gone.map((value) => ({ value, label: names.member(value)?.name ?? String(value) }));
  const nobody = isOfDate ? [{ value: NOBODY, label: t("rosters.nobody") }] : [];
  return (
    <div className={css.fields}>
      <Form.Item name={[at, "when"]} label={t("rosters.when")} required>
        <Select options={(["week", "date"] as const).map((value) => ({ value, label: t(`rosters.of.${value}`) }))} />
      </Form.Item>
      {isOfDate ? (
        <Form.Item name={[at, "on_date"]} label={t("rosters.date")} rules={[needed]}>
          <Input type="date" />
        </Form.Item>
      ) : (
        <Form.Item name={[at, "weekdays"]} label={t("rosters.weekdays")} rules={[needed]}>
          <Select
            mode="multiple"
            showSearch={false}
            options={WEEKDAYS.map((value) => ({ value, label: t(`rosters.day.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item name={[at, "person_id"]} label={t("rosters.person")} rules={[needed]}>
        <Select showSearch={{ optionFilterProp: "label" }} options={[...nobody, ...people, ...strangers]} />
      </Form.Item>
      <div className={css.hours}>
        <Form.Item name={[at, "begins"]} label={t("rosters.begins")} rules={[needed]}>
          <Input type="time" step={900} />
        </Form.Item>
        <Form.Item name={[at, "ends"]} label={t("rosters.ends")} rules={[needed]}>
          <Input type="time" step={900} />
        </Form.Item>
      </div>
    </div>
  );
}
