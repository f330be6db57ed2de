import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { copy } from "@/lib/browser/copy";
import { useWords } from "@/lib/words";
import { fromLocalInput } from "@/lib/words/time";
import { Checks } from "@/ui/form/checks";
import { FormDialog } from "@/ui/form/form-dialog";
import css from "./make.module.css";
import { scopeText, useMakeToken, type Wanted } from "./queries";

const SCOPES = ["read", "tickets:write", "admin", "all"] as const;

interface Entered {
  name: string;
  scopes: Wanted["scopes"];
  /** As the browser's own field has it, in the reader's zone. */
  expires?: string;
}

export function MakeToken({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const { t, zone } = useWords();
  const make = useMakeToken();
  const send = async ({ name, scopes, expires }: Entered) => {
    const expires_at = expires ? (fromLocalInput(expires, zone)?.toISOString() ?? null) : null;
    onMade((await make.mutateAsync({ name, scopes, expires_at })).token);
  };
  const needed = { required: true, message: t("common.needed") };
  return (
    <FormDialog<Entered>
      title={t("tokens.make")}
      send={t("tokens.make")}
      initial={{ scopes: ["read"] }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="name" label={t("tokens.name")} extra={t("tokens.name_help")} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="scopes" label={t("tokens.scopes")} rules={[needed]}>
        <Checks options={SCOPES.map((value) => ({ value, label: t(scopeText(value)) }))} />
      </Form.Item>
      <Form.Item name="expires" label={t("tokens.expires")} extra={t("tokens.expires_help")}>
        <Input type="datetime-local" />
      </Form.Item>
    </FormDialog>
  );
}

/** Shown this once, and only left by saying so. */
export function MadeToken({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Modal
      open
      title={t("tokens.once.title")}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("tokens.once.done")}
        </Button>
      }
    >
      <p>{t("tokens.once.text")}</p>
      <div className={css.once}>
        <Input readOnly value={token} aria-label={t("tokens.title")} onFocus={(event) => event.target.select()} />
        <Button onClick={async () => setIsCopied(await copy(token))}>
          {t(isCopied ? "tokens.once.copied" : "tokens.once.copy")}
        </Button>
      </div>
    </Modal>
  );
}
