import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { Problem, type Schemas } from "@/lib/api";
import { sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList, useUploads } from "@/ui/content/files";
import { FormFields } from "@/ui/fields/form-fields";
import { useSettled } from "@/ui/fields/settled";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { Back } from "./back";
import css from "./portal.module.css";
import { formQuery, infoQuery, useMails, useSendForm } from "./queries";
import { Sent } from "./sent";
import { TemplateSelect } from "./template-select";

interface Entered {
  template?: string;
  type?: string;
  title: string;
  text: string;
  mail?: string;
  name?: string;
  fields?: Record<string, unknown>;
}

export function PortalForm() {
  const { data: info, error, isPending, refetch } = useQuery(infoQuery);
  if (isPending) return <SkeletonLines count={6} height={64} />;
  if (!info) return <Failure error={error} onRetry={() => refetch()} />;
  return <Filling info={info} />;
}

function Filling({ info }: { info: Schemas["PortalInfo"] }) {
  const { t } = useWords();
  const { data: me } = useQuery(sessionQuery);
  const [form] = Form.useForm<Entered>();
  const send = useSendForm();
  const uploads = useUploads();
  const isGuest = !me || me.only_ticket !== null;

  if (send.data) return <Sent sent={send.data} isGuest={isGuest} />;
  const submit = ({ fields = {}, ...entered }: Entered) => {
    send.mutate(
      { ...entered, name: entered.name ?? "", fields: filledOf(fields), files: uploads.ids },
      {
        onError: (error) => {
          const faults = faultsOf(error);
          form.setFields(faults);
          const [first] = faults;
          if (first) form.scrollToField(first.name, { focus: true });
        },
      },
    );
  };
  return (
    <>
      <Back />
      <h1 className={css.title}>{t("portal.form.title")}</h1>
      <p className={css.lead}>{t("portal.form.lead")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        size="large"
        onFinish={submit}
        scrollToFirstError={{ focus: true }}
      >
        <TemplateSelect templates={info.templates} />
        <TypeAndFields types={info.types} templates={info.templates} />
        <Form.Item
          name="title"
          label={t("portal.form.subject")}
          rules={[{ required: true, message: t("common.needed") }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="text"
          label={t("portal.form.text")}
          extra={t("portal.form.text_help")}
          rules={[{ required: true, message: t("common.needed") }]}
        >
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={100_000} />
        </Form.Item>
        <div className={css.files}>
          <UploadList uploads={uploads} />
          <PickFiles uploads={uploads} label={t("portal.form.files")} />
        </div>
        {isGuest && <GuestFields />}
        {send.error && (
          <Form.Item>
            <Refusal error={send.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={send.isPending} disabled={uploads.isBusy}>
          {t("portal.form.send")}
        </Button>
      </Form>
    </>
  );
}

function TypeAndFields({ types, templates }: { types: Schemas["FormType"][]; templates: Schemas["FormTemplate"][] }) {
  const { t, local } = useWords();
  const chosen: string | undefined = Form.useWatch("type");
  const type = types.find((each) => each.key === chosen);
  const template: string | undefined = Form.useWatch("template");
  const own = templates.find((each) => each.key === template && each.type === chosen);
  return (
    <>
      {types.length > 0 && (
        <Form.Item name="type" label={t("portal.form.type")}>
          <Select
            allowClear
            placeholder={t("portal.form.type_placeholder")}
            options={types.map((each) => ({ value: each.key, label: local(each.name) }))}
          />
        </Form.Item>
      )}
      {type && <TypeFields key={type.key} type={type} template={own} />}
    </>
  );
}

/** Of a form that is the same whatever is filled in, nothing is asked. */
function TypeFields({ type, template }: { type: Schemas["FormType"]; template?: Schemas["FormTemplate"] }) {
  const fields: Record<string, unknown> = Form.useWatch("fields") ?? {};
  const asks = type.asks || template !== undefined;
  const typed = useSettled({ type: type.key, template: template?.key, fields: filledOf(fields) });
  const { data } = useQuery(formQuery(typed, asks));
  const states = asks ? (data ?? []) : type.fields.map(stateOf);
  const known = [...type.fields, ...(template?.fields ?? [])];
  return <FormFields states={states} fields={known} />;
}

const stateOf = ({ key, required }: Schemas["FormField"]) => ({ key, visible: true, required, read_only: false });

const filledOf = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null && value !== ""));

function GuestFields() {
  const { t } = useWords();
  const mails = useMails();
  return (
    <>
      <Form.Item
        name="mail"
        label={t("portal.form.mail")}
        extra={t(mails ? "portal.form.mail_help" : "portal.form.mail_help_unmailed")}
        rules={[
          { required: true, message: t("common.needed") },
          { type: "email", message: t("common.mail_wrong") },
        ]}
      >
        <Input type="email" autoComplete="email" inputMode="email" />
      </Form.Item>
      <Form.Item name="name" label={t("portal.form.name")}>
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
    </>
  );
}

/** `fields.order_number` belongs to the input of that custom field; everything else to the input of its name. */
function faultsOf(error: unknown) {
  if (!(error instanceof Problem)) return [];
  return error.faults.map(({ field, title }) => ({ name: field.split(".") as never, errors: [title] }));
}
