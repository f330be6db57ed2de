import { Form, Input } from "antd";
import { useEffect, useState } from "react";
import { keepProver } from "@/lib/api";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useProve } from "./queries";

interface Asked {
  answer: (isProved: boolean) => void;
}

/** Whatever waits for the password meanwhile waits for the same answer. */
let waiting: Promise<boolean> | undefined;

/**
 * Asks for one's password where the server wants to see it again before something sensitive. What was asked for then
 * goes on by itself; who leaves the dialog is told why it did not.
 */
export function ProofDialog() {
  const { t } = useWords();
  const [asked, setAsked] = useState<Asked>();
  const prove = useProve();
  useEffect(
    () =>
      keepProver(() => {
        waiting ??= new Promise<boolean>((answer) => setAsked({ answer }));
        return waiting;
      }),
    [],
  );
  if (!asked) return null;
  const end = (isProved: boolean) => {
    waiting = undefined;
    setAsked(undefined);
    asked.answer(isProved);
  };
  const send = async ({ password }: { password: string }) => {
    await prove.mutateAsync({ password });
    end(true);
  };
  return (
    <FormDialog<{ password: string }>
      title={t("session.proof.title")}
      send={t("session.proof.send")}
      width={400}
      onSend={send}
      onClose={() => end(false)}
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
