import { Form, Modal } from "antd";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList, useUploads } from "@/ui/content/files";
import { Refusal } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { Inputs } from "./inputs";
import { bodyOf, type Entered, faultsOf, namedFields } from "./opening";
import { useOpenTicket } from "./queries";

/** A new ticket on behalf of a customer, or of oneself when no customer is named. Ctrl/Cmd+Enter opens it. */
export function CreateDialog({ onClose, onOpened }: { onClose: () => void; onOpened: (number: string) => void }) {
  const { t } = useWords();
  const { message, modal } = useVoice();
  const [form] = Form.useForm<Entered>();
  const open = useOpenTicket();
  const uploads = useUploads();
  const isBusy = uploads.isBusy || open.isPending;

  const send = (entered: Entered) =>
    open.mutate(bodyOf(entered, uploads.ids), {
      onSuccess: ({ number }) => {
        message.success(t("shell.create.done", { number }));
        onOpened(number);
      },
      onError: (error) => form.setFields(faultsOf(error) as Parameters<typeof form.setFields>[0]),
    });

  const leave = async () => {
    const isUntouched = !form.isFieldsTouched() && uploads.all.length === 0;
    if (isUntouched || (await modal.confirm({ title: t("common.leave.title"), content: t("common.leave.text") })))
      onClose();
  };

  return (
    <Modal
      open
      width={680}
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
        scrollToFirstError={{ block: "center" }}
        onFinish={send}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isBusy && form.submit()}
      >
        <Refusal error={open.error} />
        <Inputs named={namedFields(open.error)} />
        <UploadList uploads={uploads} />
        <PickFiles uploads={uploads} label={t("common.files.add")} />
      </Form>
    </Modal>
  );
}
