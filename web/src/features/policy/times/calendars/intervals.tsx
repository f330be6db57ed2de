import { Button, Form, Input } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./calendars.module.css";
import { type EnteredInterval, faultOf } from "./entered";

const MOST = 12;
const AFTERNOON: EnteredInterval = { opens: "13:30", closes: "18:00" };
const MORNING: EnteredInterval = { opens: "09:00", closes: "12:00" };

interface IntervalsProps {
  /** Where in the form they stand. */
  path: readonly (string | number)[];
  /** Whose hours they are. */
  label: string;
}

/** The hours of a day: none, one stretch, or several. */
export function Intervals({ path, label }: IntervalsProps) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const rule = (at: number) => ({
    validator: async () => {
      const fault = faultOf(form.getFieldValue(path) ?? [], at);
      if (fault) throw Error(t(`calendars.fault.${fault}`));
    },
  });
  return (
    <Form.List name={[...path]}>
      {(fields, { add, remove }) => (
        <div className={css.intervals}>
          {fields.length === 0 && <span className={css.closed}>{t("calendars.closed")}</span>}
          {fields.map(({ key, name }, at) => (
            <span key={key} className={css.interval}>
              <Form.Item name={[name, "opens"]} noStyle>
                <Input
                  className={css.clock}
                  maxLength={5}
                  aria-label={t("calendars.opens_of", { day: label, n: at + 1 })}
                />
              </Form.Item>
              <span aria-hidden="true">–</span>
              <Form.Item className={css.closes} name={[name, "closes"]} rules={[rule(name)]} validateTrigger="onBlur">
                <Input
                  className={css.clock}
                  maxLength={5}
                  aria-label={t("calendars.closes_of", { day: label, n: at + 1 })}
                />
              </Form.Item>
              <Button
                type="text"
                aria-label={t("calendars.remove_of", { day: label, n: at + 1 })}
                icon={<Icon name="close" size={14} />}
                onClick={() => remove(name)}
              />
            </span>
          ))}
          <Button
            type="text"
            size="small"
            disabled={fields.length >= MOST}
            aria-label={t("calendars.add_hours_of", { day: label })}
            icon={<Icon name="plus" size={14} />}
            onClick={() => add(fields.length === 0 ? MORNING : AFTERNOON)}
          >
            {t("calendars.add_hours")}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
