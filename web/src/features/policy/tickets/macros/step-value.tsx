import { Form, Input, Radio, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FieldInput } from "@/ui/fields/field-input";
import { NONE, type StepKind } from "./entered";

/** What is chosen or written for one step of a macro; `at` is its place in the list. */
export function StepValue({ at, kind }: { at: number; kind: StepKind }) {
  const { t } = useWords();
  const names = useNames();
  const needed = [{ required: true, message: t("common.needed") }];
  if (kind === "reply" || kind === "note") return <Texts at={at} />;
  if (kind === "tags") return <Tags at={at} />;
  if (kind === "watch") {
    const options = (["on", "off"] as const).map((value) => ({ value, label: t(`macros.watch.${value}`) }));
    return (
      <Form.Item name={[at, "value"]} label={t("macros.kind.watch")} rules={needed}>
        <Radio.Group options={options} />
      </Form.Item>
    );
  }
  if (kind.startsWith("fields.")) {
    const field = names.fields.find(({ key }) => `fields.${key}` === kind);
    return field ? <FieldInput field={field} isNeeded={false} name={[at, "value"]} label={t("macros.value")} /> : null;
  }
  return <Choice at={at} kind={kind} />;
}

function Choice({ at, kind }: { at: number; kind: StepKind }) {
  const { t } = useWords();
  const options = useOptions(kind);
  if (options.length === 0) return null;
  return (
    <Form.Item name={[at, "value"]} label={t("macros.value")} rules={[{ required: true, message: t("common.needed") }]}>
      <Select showSearch={{ optionFilterProp: "label" }} options={options} />
    </Form.Item>
  );
}

function useOptions(kind: StepKind): { value: string; label: string }[] {
  const { t, local } = useWords();
  const names = useNames();
  const { directory } = names;
  const entry = ({ key, name }: { key: string; name: Record<string, string> }) => ({ value: key, label: local(name) });
  switch (kind) {
    case "assignee":
      return [
        { value: NONE, label: t("macros.nobody") },
        ...directory.members.filter(({ active }) => active).map(({ id, name }) => ({ value: String(id), label: name })),
      ];
    case "team":
      return directory.teams.map(entry);
    case "priority":
      return names.priorities.filter(({ retired }) => !retired).map(entry);
    case "type":
      return names.types.filter(({ retired }) => !retired).map(entry);
    case "category":
      return names.categories
        .filter(({ retired }) => !retired)
        .map(({ key }) => ({ value: key, label: names.path(key).map(local).join(" / ") }));
    case "status":
      return names.statusKeys.map((key) => ({ value: key, label: local(names.status(key).name) }));
    default:
      return [];
  }
}

function Tags({ at }: { at: number }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const one = {
    validator: async () => {
      const { add = [], remove = [] } = form.getFieldValue(["steps", at]) ?? {};
      if (add.length + remove.length === 0) throw Error(t("common.needed"));
    },
  };
  return (["add", "remove"] as const).map((which) => (
    <Form.Item key={which} name={[at, which]} label={t(`macros.tags.${which}`)} rules={which === "add" ? [one] : []}>
      <Select mode="tags" maxCount={50} tokenSeparators={[",", "，", "、", " "]} open={false} suffixIcon={null} />
    </Form.Item>
  ));
}

const LOCALES = ["zh-CN", "en"] as const;

function Texts({ at }: { at: number }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const one = {
    validator: async () => {
      const text = form.getFieldValue(["steps", at, "text"]) ?? {};
      if (!LOCALES.some((locale) => text[locale]?.trim())) throw Error(t("macros.one_language"));
    },
  };
  return LOCALES.map((locale) => (
    <Form.Item
      key={locale}
      name={[at, "text", locale]}
      label={t(`macros.text_${locale.slice(0, 2)}`)}
      extra={locale === "en" ? t("macros.text_help") : undefined}
      rules={[one]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={10_000} />
    </Form.Item>
  ));
}
