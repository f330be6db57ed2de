import { Alert, App, Form, Input, Modal, Select } from "antd";
import { Problem, type Schemas } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList, useUploads } from "@/ui/files";
import { useOpenTicket } from "./queries";

interface Entered {
  title: string;
  text?: string;
  type?: string;
  category: string;
  priority: string;
  mail?: string;
  name?: string;
}

/** A new ticket on behalf of a customer, or of oneself when no customer is named. Ctrl/Cmd+Enter opens it. */
export function CreateDialog({ onClose, onOpened }: { onClose: () => void; onOpened: (number: string) => void }) {
  const { t, problem } = useWords();
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const open = useOpenTicket();
  const uploads = useUploads();

  const send = (entered: Entered) =>
    open.mutate(bodyOf(entered, uploads.ids), {
      onSuccess: ({ number }) => {
        message.success(t("shell.create.done", { number }));
        onOpened(number);
      },
      onError: (error) => form.setFields(faultsOf(error)),
    });

  const leave = async () => {
    const isUntouched = !form.isFieldsTouched() && uploads.all.length === 0;
    if (isUntouched || (await modal.confirm({ title: t("common.leave.title"), content: t("common.leave.text") })))
      onClose();
  };

  return (
    <Modal
      open
      width={600}
      title={t("shell.create.title")}
      okText={t("shell.create.send")}
      okButtonProps={{ disabled: uploads.isBusy }}
      confirmLoading={open.isPending}
      onOk={form.submit}
      onCancel={leave}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        onFinish={send}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.submit()}
      >
        {open.error && (
          <Alert
            type="error"
            role="alert"
            showIcon
            title={problem(open.error).title}
            description={problem(open.error).remedy}
          />
        )}
        <Fields />
        <UploadList uploads={uploads} />
        <PickFiles uploads={uploads} label={t("common.files.add")} />
      </Form>
    </Modal>
  );
}

function Fields() {
  const { t, local } = useWords();
  const names = useNames();
  const type: string | undefined = Form.useWatch("type");
  const needed = [{ required: true, message: t("common.needed") }];
  const searchable = { showSearch: { optionFilterProp: "label" } } as const;
  return (
    <>
      <Form.Item name="title" label={t("common.field.title")} rules={needed}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <Form.Item
        name="mail"
        label={t("shell.create.mail")}
        extra={t("shell.create.mail_help")}
        rules={[{ type: "email", message: t("common.mail_wrong") }]}
      >
        <Input type="email" autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t("shell.create.name")}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="type" label={t("common.field.type")}>
        <Select
          allowClear
          options={names.types
            .filter((each) => !each.retired)
            .map((each) => ({ value: each.key, label: local(each.name) }))}
        />
      </Form.Item>
      <Form.Item name="category" label={t("common.field.category")} rules={needed}>
        <Select
          {...searchable}
          options={names
            .categoriesOf(type)
            .map((each) => ({ value: each.key, label: names.path(each.key).map(local).join(" / ") }))}
        />
      </Form.Item>
      <Form.Item name="priority" label={t("common.field.priority")} rules={needed}>
        <Select
          options={names.priorities.map((each) => ({
            value: each.key,
            label: local(each.name),
            definition: local(each.definition),
          }))}
          optionRender={({ data }) => (
            <>
              {data.label}
              <div style={{ fontSize: 12, color: "var(--text-3)", whiteSpace: "normal" }}>{data.definition}</div>
            </>
          )}
        />
      </Form.Item>
      <Form.Item name="text" label={t("common.field.description")}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={100_000} />
      </Form.Item>
    </>
  );
}

function bodyOf(entered: Entered, files: string[]): Schemas["OpenTicket"] {
  const { mail, name, title, text = "", type = null, category, priority } = entered;
  const requester = mail ? { mail, name: name ?? "" } : null;
  return { title, text, type, category, priority, requester, files };
}

/** The server's word on a field stands at that field. */
function faultsOf(error: unknown) {
  if (!(error instanceof Problem)) return [];
  return error.faults.map((fault) => ({
    name: (fault.field.split(".").at(-1) ?? fault.field) as keyof Entered,
    errors: [fault.title],
  }));
}
