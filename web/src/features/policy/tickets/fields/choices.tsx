import { Button, Form, Input, Select, Switch } from "antd";
import { isKey, keyOf, nameOf, type Texts, terse } from "@/features/policy/entry";
import css from "@/features/policy/tickets/forms/forms.module.css";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";

export interface Choice {
  key: string;
  name: Texts;
  parent: string | null;
  retired: boolean;
}

/** As the policy has them; one without a key is given that of its English name. */
export function choicesOf(all: readonly Choice[]) {
  const taken = new Set(all.map(({ key }) => key));
  return all.map(({ key, name, parent, retired }) => {
    const own = key || keyOf(name.en, taken);
    taken.add(own);
    return terse({ key: own, name: nameOf(name), parent: parent ?? null, retired });
  });
}

/** What can be chosen. Those that were saved are retired, never taken away: tickets hold their keys. */
export function Choices({ known, hasSteps }: { known: ReadonlySet<string>; hasSteps: boolean }) {
  const { t, local } = useWords();
  const form = Form.useFormInstance();
  const all = (Form.useWatch<Choice[] | undefined>("choices") ?? []).filter(Boolean);
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  const keyRule = (n: number) => ({
    validator: async (_: unknown, key: string) => {
      if (!key && keyOf(all[n]?.name?.en ?? "", new Set())) return;
      if (!isKey(key)) throw Error(t("policy.entry.key_wrong"));
      if (all.some((one, other) => other !== n && one.key === key)) throw Error(t("policy.entry.key_taken"));
    },
  });
  const suggest = (n: number) => {
    const one = all[n];
    const taken = new Set(all.map(({ key }) => key));
    if (one && !one.key && one.name?.en) form.setFieldValue(["choices", n, "key"], keyOf(one.name.en, taken));
  };
  return (
    <Form.List name="choices">
      {(rows, { add, remove }) => (
        <Form.Item label={t("fields.choices")} extra={t("fields.choices_help")} required>
          {rows.map(({ key: row, name: n }) => {
            const isKnown = known.has(all[n]?.key ?? "");
            const isGone = all[n]?.retired ?? false;
            return (
              <div key={row} className={`${css.choice} ${isGone ? css.gone : ""}`}>
                <Form.Item name={[n, "retired"]} hidden valuePropName="checked">
                  <Switch />
                </Form.Item>
                <Form.Item name={[n, "name", "zh-CN"]} rules={[needed]}>
                  <Input
                    aria-label={t("fields.choice_zh", { n: n + 1 })}
                    placeholder={t("policy.entry.name_zh")}
                    maxLength={100}
                  />
                </Form.Item>
                <Form.Item name={[n, "name", "en"]} rules={[needed]}>
                  <Input
                    aria-label={t("fields.choice_en", { n: n + 1 })}
                    placeholder={t("policy.entry.name_en")}
                    maxLength={100}
                    onBlur={() => suggest(n)}
                  />
                </Form.Item>
                <Form.Item name={[n, "key"]} rules={isKnown ? [] : [keyRule(n)]}>
                  <Input
                    aria-label={t("fields.choice_key", { n: n + 1 })}
                    placeholder={t("policy.entry.key")}
                    maxLength={63}
                    disabled={isKnown}
                  />
                </Form.Item>
                {hasSteps && (
                  <Form.Item name={[n, "parent"]} className={css.above}>
                    <Select
                      allowClear
                      aria-label={t("fields.choice_above", { n: n + 1 })}
                      placeholder={t("fields.choice_top")}
                      options={all
                        .filter((one, other) => other !== n && one.key && !one.retired)
                        .map(({ key, name }) => ({ value: key, label: local(nameOf(name)) }))}
                    />
                  </Form.Item>
                )}
                <Button
                  type="text"
                  aria-label={t(isGone ? "fields.choice_restore" : "fields.choice_remove", { n: n + 1 })}
                  icon={<Icon name={isGone ? "refresh" : "close"} />}
                  onClick={() => (isKnown ? form.setFieldValue(["choices", n, "retired"], !isGone) : remove(n))}
                />
              </div>
            );
          })}
          <Button
            icon={<Icon name="plus" size={14} />}
            onClick={() => add({ key: "", name: { "zh-CN": "", en: "" }, parent: null, retired: false })}
          >
            {t("fields.choice_add")}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}
