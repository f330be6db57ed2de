import { Button, Form } from "antd";
import { useWords } from "@/lib/words";
import css from "./calendars.module.css";
import { Intervals } from "./intervals";
import { dayName } from "./words";
import { WEEKDAYS } from "./year/days";

/** The hours of a week, day by day. */
export function WeekHours() {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const spread = () => {
    const monday = form.getFieldValue(["week", "mon"]);
    for (const day of WEEKDAYS.slice(1, 5)) form.setFieldValue(["week", day], structuredClone(monday));
  };
  return (
    <>
      <div className={css.week}>
        {WEEKDAYS.map((day) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of the grid
          <div key={day} role="group" aria-label={dayName(t, day)} className={css.weekday}>
            <span className={css.dayname}>{dayName(t, day)}</span>
            <Intervals path={["week", day]} label={dayName(t, day)} />
          </div>
        ))}
      </div>
      <Button size="small" onClick={spread}>
        {t("calendars.spread")}
      </Button>
    </>
  );
}
