import { Form, type FormInstance, Input } from "antd";
import { type ComponentRef, useRef, useState } from "react";
import { nameOf, type Texts, textsOf } from "@/features/policy/entry";
import { Sharing } from "@/features/policy/tickets/sharing";
import type { Schemas } from "@/lib/api";
import type { CannedReply, Variable } from "@/lib/api/canned";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { useReplies } from "./queries";
import css from "./replies.module.css";

interface EditorProps {
  id: string;
  all: Schemas["CannedReplies"] | undefined;
  error: unknown;
  onRetry: () => void;
  onOpen: (id?: string) => void;
}

export function ReplyEditor({ id, all, error, onRetry, onOpen }: EditorProps) {
  const { t, local } = useWords();
  const found = all?.replies.find(({ key }) => key === id);
  const title = id === "new" ? t("replies.add") : local(found?.name) || t("replies.title");
  const lead = found && !found.can_edit ? t("replies.read_only") : undefined;
  return (
    <SettingsPage title={title} lead={lead} onBack={() => onOpen()}>
      {!all && (error ? <Failure error={error} onRetry={onRetry} /> : <SkeletonLines count={6} height={44} />)}
      {all && id !== "new" && !found && (
        <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />
      )}
      {all && (id === "new" || found) && (
        <ReplyForm key={id} reply={found} variables={all.variables} onAdded={() => onOpen()} />
      )}
    </SettingsPage>
  );
}

interface Entered {
  name: Texts;
  text: Texts;
  keyword: string;
  shared: CannedReply["shared"];
  teams: string[];
}

const enteredOf = (one: CannedReply | undefined): Entered => ({
  name: textsOf(one?.name),
  text: textsOf(one?.text),
  keyword: one?.keyword ?? "",
  shared: one?.shared ?? "nobody",
  teams: one?.teams ?? [],
});

interface FormProps {
  reply: CannedReply | undefined;
  variables: readonly Variable[];
  onAdded: () => void;
}

function ReplyForm({ reply, variables, onAdded }: FormProps) {
  const { t } = useWords();
  const { add, change } = useReplies();
  // What others do to it meanwhile does not wipe out what is being entered: a save on top of it is refused.
  const [kept, setKept] = useState({ reply, n: 0 });
  const save = async ({ name, text, teams, ...rest }: Entered) => {
    const body = { ...rest, name: nameOf(name), text: nameOf(text), teams: rest.shared === "teams" ? teams : [] };
    if (!kept.reply) {
      await add(body);
      return onAdded();
    }
    const { key, version } = kept.reply;
    setKept({ reply: await change({ key, version, body }), n: kept.n + 1 });
  };
  return (
    <FormPage<Entered>
      key={kept.n}
      isReadOnly={reply && !reply.can_edit}
      initial={enteredOf(kept.reply)}
      nameOf={(field) => t(`replies.${field}`)}
      onSave={save}
    >
      {(form) => <Fields form={form} variables={variables} isReadOnly={reply?.can_edit === false} />}
    </FormPage>
  );
}

const LOCALES = ["zh-CN", "en"] as const;

function Fields({
  form,
  variables,
  isReadOnly,
}: {
  form: FormInstance<Entered>;
  variables: readonly Variable[];
  isReadOnly: boolean;
}) {
  const { t } = useWords();
  const one = (field: "name" | "text") => ({
    validator: async () => {
      const texts = form.getFieldValue(field) as Texts;
      if (!LOCALES.some((locale) => texts[locale]?.trim())) throw Error(t("replies.one_language"));
    },
  });
  return (
    <>
      <FormSection title={t("replies.part.name")}>
        {LOCALES.map((locale) => (
          <Form.Item
            key={locale}
            name={["name", locale]}
            label={t(`replies.name_${locale.slice(0, 2)}`)}
            dependencies={LOCALES.map((other) => ["name", other])}
            rules={[one("name")]}
          >
            <Input maxLength={80} />
          </Form.Item>
        ))}
        <Form.Item name="keyword" label={t("replies.keyword")} extra={t("replies.keyword_help")}>
          <Input maxLength={40} prefix="/" />
        </Form.Item>
      </FormSection>
      <FormSection title={t("replies.text")} help={t("replies.text_help")}>
        {LOCALES.map((locale) => (
          <TextField
            key={locale}
            form={form}
            locale={locale}
            variables={isReadOnly ? [] : variables}
            rule={one("text")}
          />
        ))}
      </FormSection>
      <Sharing form={form} area="replies" right="canned_reply.share" />
    </>
  );
}

interface TextFieldProps {
  form: FormInstance<Entered>;
  locale: (typeof LOCALES)[number];
  variables: readonly Variable[];
  rule: { validator: () => Promise<void> };
}

/** A text, and the variables that one click puts where the caret stands. */
function TextField({ form, locale, variables, rule }: TextFieldProps) {
  const { t } = useWords();
  const box = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const put = ({ name, key }: Variable) => {
    const field = box.current?.resizableTextArea?.textArea;
    if (!field) return;
    const [from, to] = [field.selectionStart, field.selectionEnd];
    const word = `{${name[locale] ?? key}}`;
    form.setFieldValue(["text", locale], field.value.slice(0, from) + word + field.value.slice(to));
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(from + word.length, from + word.length);
    });
  };
  return (
    <>
      <Form.Item
        name={["text", locale]}
        label={t(`replies.text_${locale.slice(0, 2)}`)}
        dependencies={LOCALES.map((other) => ["text", other])}
        rules={[rule]}
      >
        <Input.TextArea ref={box} autoSize={{ minRows: 4, maxRows: 16 }} maxLength={10_000} />
      </Form.Item>
      {variables.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: the fields around it are one already
        <div className={css.variables} role="group" aria-label={t("replies.variables")}>
          {variables.map((each) => (
            <button key={each.key} type="button" className={css.variable} onClick={() => put(each)}>
              {each.name[locale] ?? each.key}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
