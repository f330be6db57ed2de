import { Button, type FormInstance } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import { Icon } from "@/ui/marks/icon";
import { Refusal } from "@/ui/states";
import { type Entered, wishOf } from "./entered";
import css from "./mailboxes.module.css";
import { type Mailbox, type Tested, testMailbox } from "./queries";

/** Tries what is entered before it is kept: each step, and where it ends, why and what to do. */
export function Trial({ form, mailbox }: { form: FormInstance<Entered>; mailbox: Mailbox | undefined }) {
  const { t } = useWords();
  const [tested, setTested] = useState<Tested>();
  const [error, setError] = useState<unknown>(null);
  const [isTrying, setIsTrying] = useState(false);
  const attempt = async () => {
    setTested(undefined);
    setError(null);
    try {
      await form.validateFields();
    } catch {
      return; // the fields say what they lack
    }
    setIsTrying(true);
    const { name: _name, team: _team, ...wish } = wishOf(form.getFieldsValue(true));
    try {
      setTested(await testMailbox({ ...wish, account_id: mailbox?.id ?? null }));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setIsTrying(false);
    }
  };
  return (
    <FormSection title={t("mailboxes.section.test")} help={t("mailboxes.section.test_help")}>
      <Button onClick={attempt} loading={isTrying}>
        {t("mailboxes.test")}
      </Button>
      <div role="status">
        {isTrying && <p className={css.note}>{t("mailboxes.trying")}</p>}
        {tested?.works && <p className={css.note}>{t("mailboxes.works")}</p>}
        {tested && <Steps steps={tested.steps} />}
      </div>
      <Refusal error={error} />
    </FormSection>
  );
}

function Steps({ steps }: { steps: Tested["steps"] }) {
  const { t } = useWords();
  return (
    <div className={css.ways}>
      {(["reads", "sends"] as const).map((way) => {
        const made = steps.filter((step) => step.way === way);
        return (
          made.length > 0 && (
            <section key={way} aria-label={t(`mailboxes.way.${way}`)}>
              <h3>{t(`mailboxes.way.${way}`)}</h3>
              <ol className={css.steps}>
                {made.map((step) => (
                  <li key={step.step} data-bad={!step.works || undefined}>
                    <Icon name={step.works ? "check" : "close"} size={14} />
                    <span>
                      {step.name}
                      {step.title && <strong>{step.title}</strong>}
                      {step.remedy && <span className={css.remedy}>{step.remedy}</span>}
                      {step.said && <q className={css.said}>{step.said}</q>}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          )
        );
      })}
    </div>
  );
}
