/**
 * A form over the page: its first field is focused, Ctrl/Cmd+Enter sends, faults stand at their fields, and what was
 * filled in is not thrown away without asking.
 */
import { Form, type FormInstance, Modal } from "antd";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import { Refusal } from "../states";
import { showFaults } from "./problem-fields";

interface FormDialogProps<V extends object> {
  title: string;
  /** What the button says: a verb. */
  send: string;
  initial?: Partial<V>;
  width?: number;
  isDangerous?: boolean;
  /** Throws the refusal; the dialog shows it. */
  onSend: (values: V) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode | ((form: FormInstance<V>) => ReactNode);
}

export function FormDialog<V extends object>(props: FormDialogProps<V>) {
  const { title, send, initial, width = 520, isDangerous, onSend, onClose, children } = props;
  const { t } = useWords();
  const { modal } = useVoice();
  const [form] = Form.useForm<V>();
  const [error, setError] = useState<unknown>(null);
  const [isSending, setIsSending] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const submit = async (values: V) => {
    setIsSending(true);
    setError(null);
    try {
      await onSend(values);
      onClose();
    } catch (refusal) {
      setError(showFaults(form, refusal) ? null : refusal);
    } finally {
      setIsSending(false);
    }
  };
  useSendKey(box, () => !isSending && form.submit());
  const leave = async () => {
    const words = { title: t("common.leave.title"), content: t("common.leave.text") };
    const buttons = { okText: t("common.leave.discard"), cancelText: t("common.leave.stay") };
    if (!form.isFieldsTouched() || (await modal.confirm({ ...words, ...buttons }))) onClose();
  };
  return (
    <Modal
      open
      title={title}
      width={width}
      okText={send}
      cancelText={t("common.cancel")}
      okButtonProps={{ danger: isDangerous }}
      confirmLoading={isSending}
      onOk={form.submit}
      onCancel={leave}
      afterOpenChange={(isOpen) => isOpen && focusFirst(box.current)}
      styles={{ body: { maxHeight: "calc(100dvh - 240px)", overflowY: "auto" } }}
    >
      <div ref={box}>
        <Form
          form={form}
          layout="vertical"
          requiredMark="optional"
          initialValues={initial as Parameters<typeof form.setFieldsValue>[0]}
          onFinish={submit}
        >
          {typeof children === "function" ? children(form) : children}
          <Refusal error={error} />
        </Form>
      </div>
    </Modal>
  );
}

/** Whoever chose a field before the dialog had quite opened stays in it. */
function focusFirst(box: HTMLElement | null): void {
  if (!box?.contains(document.activeElement)) box?.querySelector<HTMLElement>("input, textarea")?.focus();
}

/** Ctrl/Cmd+Enter sends wherever the focus is, unless another dialog lies over this one. */
function useSendKey(box: RefObject<HTMLElement | null>, send: () => void): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      const over = (event.target as Element).closest?.("[role=dialog]");
      if (!over || over.contains(box.current)) latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [box]);
}
