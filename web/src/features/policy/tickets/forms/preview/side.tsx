import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useDrafted } from "@/features/policy/entries/drafted";
import { Problem } from "@/lib/api";
import { useWords } from "@/lib/words";
import { FormFields } from "@/ui/fields/form-fields";
import { useSettled } from "@/ui/fields/settled";
import { Icon } from "@/ui/marks/icon";
import { SkeletonLines } from "@/ui/states";
import css from "./preview.module.css";
import { type CustomField, type TicketForm, tryQuery } from "./queries";

interface SideProps {
  by: "agent" | "portal";
  type: string | undefined;
  priority: string | undefined;
  step: string;
  form: TicketForm | undefined;
  field: CustomField | undefined;
}

/** The form of one side. It stands in another one, whose inputs it must not touch. */
export function Side({ by, ...asked }: SideProps) {
  const { t } = useWords();
  const [form] = Form.useForm();
  return (
    <section className={css.side} aria-label={t(`forms.by.${by}`)}>
      <h3>
        <Icon name={by === "agent" ? "team" : "globe"} /> {t(`forms.by.${by}`)}
      </h3>
      <Form
        form={form}
        component={false}
        layout="vertical"
        requiredMark="optional"
        disabled={false}
        name={`preview-${by}`}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in a line would send the page that it stands in */}
        <div
          onKeyDown={(event) =>
            event.key === "Enter" && event.target instanceof HTMLInputElement && event.preventDefault()
          }
        >
          {asked.step === "open" && <Always />}
          <Fields by={by} {...asked} />
        </div>
      </Form>
    </section>
  );
}

/** What every form asks at the beginning. */
function Always() {
  const { t } = useWords();
  return (
    <Form.Item name="title" label={t("common.field.title")} required>
      <Input maxLength={200} />
    </Form.Item>
  );
}

function Fields({ by, form: edited, field, ...asked }: SideProps) {
  const { t, local } = useWords();
  const drafted = useDrafted("fields");
  const fields = Form.useWatch<Record<string, unknown> | undefined>("fields");
  const filled = Object.entries(fields ?? {}).filter(([, value]) => value != null && value !== "");
  const typed = useSettled({ ...asked, fields: Object.fromEntries(filled) });
  const body = { ...typed, filled_by: by, form: edited, custom: field ? [field] : [] };
  const { data, error } = useQuery(tryQuery(body, Boolean(asked.type)));
  if (error) {
    const findings = error instanceof Problem ? ((error.members.findings ?? []) as Finding[]) : [];
    return (
      <div role="alert" className={css.fault}>
        <p>{t("forms.preview.unsound")}</p>
        <ul>
          {findings.slice(0, 3).map(({ path, text }) => (
            <li key={path}>{local(text)}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (!data) return <SkeletonLines count={3} height={44} />;
  const known = [...(field ? [field] : []), ...drafted.filter(({ key }) => key !== field?.key)];
  const said = !data.has_form ? t(`forms.preview.none_${by}`) : data.fields.length === 0 && t("forms.preview.nothing");
  return (
    <>
      {said && <p className={css.help}>{said}</p>}
      <FormFields states={data.fields} fields={known.map(shown)} />
    </>
  );
}

interface Finding {
  path: string;
  text: Record<string, string>;
}

const shown = ({ help = {}, choices = [], ...field }: CustomField) => ({ ...field, help, choices });
