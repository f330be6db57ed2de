/** What agents and customers are asked, side by side: the drafted forms, drawn as they are when they are filled in. */
import { Select } from "antd";
import { useState } from "react";
import { choosable, useDrafted } from "@/features/policy/entries/drafted";
import { useWords } from "@/lib/words";
import { useSettled } from "@/ui/fields/settled";
import css from "./preview.module.css";
import type { CustomField, TicketForm } from "./queries";
import { Side } from "./side";

interface FormPreviewProps {
  /** Those that it can be looked at for; empty: all. */
  types?: readonly string[];
  step?: string;
  /** As they are being edited. */
  form?: TicketForm;
  field?: CustomField;
}

export function FormPreview({ types = [], step = "open", form, field }: FormPreviewProps) {
  const { t, local } = useWords();
  const [allTypes, priorities] = [useDrafted("types"), useDrafted("priorities")];
  const [chosen, setChosen] = useState<{ type?: string; priority?: string }>({});
  const offered = choosable(allTypes, local).filter(({ value }) => types.length === 0 || types.includes(value));
  const type = offered.find(({ value }) => value === chosen.type)?.value ?? offered[0]?.value;
  const priority = chosen.priority ?? priorities.at(-1)?.key;
  const settled = useSettled({ form, field });
  const shared = { type, priority, step, form: settled.form, field: settled.field };
  return (
    <section className={css.preview} aria-labelledby="form-preview">
      <h2 id="form-preview">{t("forms.preview.title")}</h2>
      <p className={css.help}>{t("forms.preview.help")}</p>
      <div className={css.asked}>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is antd's */}
        <label>
          {t("forms.preview.type")}
          <Select value={type} options={offered} onChange={(next) => setChosen({ ...chosen, type: next })} />
        </label>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is antd's */}
        <label>
          {t("forms.preview.priority")}
          <Select
            value={priority}
            options={choosable(priorities, local)}
            onChange={(next) => setChosen({ ...chosen, priority: next })}
          />
        </label>
      </div>
      <div className={css.sides}>
        <Side by="agent" {...shared} />
        <Side by="portal" {...shared} />
      </div>
    </section>
  );
}
