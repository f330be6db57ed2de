import { Form, Input } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useProve } from "./queries";

interface ProofDialogProps {
  /** True: the server has seen the password. */
  onEnd: (isProved: boolean) => void;
}

export function ProofDialog({ onEnd }: ProofDialogProps) {
  const { t } = useWords();
  const prove = useProve();
  const send = async ({ password }: { password: string }) => {
    await prove.mutateAsync({ password });
    onEnd(true);
  };
  return (
    <FormDialog<{ password: string }>
      title={t("session.proof.title")}
      send={t("session.proof.send")}
      width={400}
      onSend={send}
      onClose={() => onEnd(false)}
    >
      <p>{t("session.proof.text")}</p>
      <Form.Item
        name="password"
        label={t("session.password")}
        rules={[{ required: true, message: t("session.needed") }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
    </FormDialog>
  );
}
