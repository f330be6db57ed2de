import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { copy } from "@/lib/browser/copy";
import { useWords } from "@/lib/words";
import type { MadeLink } from "../queries";
import css from "./members.module.css";

/** What became of a link to choose a password: it is on its way by mail, or stands here this once. */
export function LinkMade({
  made: { mail, mailed, link, expires_at },
  onClose,
}: {
  made: MadeLink;
  onClose: () => void;
}) {
  const { t, minute } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const until = minute(expires_at);
  return (
    <Modal
      open
      title={t(mailed ? "people.link.mailed" : "people.link.once")}
      closable={mailed}
      keyboard={mailed}
      mask={{ closable: mailed }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t(mailed ? "people.link.seen" : "people.link.handed")}
        </Button>
      }
    >
      <p>{t(mailed ? "people.link.mailed_text" : "people.link.once_text", { mail, until })}</p>
      {link && (
        <div className={css.once}>
          <Input
            readOnly
            value={link}
            aria-label={t("people.link.address")}
            onFocus={(event) => event.target.select()}
          />
          <Button onClick={async () => setIsCopied(await copy(link))}>
            {t(isCopied ? "people.link.copied" : "people.link.copy")}
          </Button>
        </div>
      )}
    </Modal>
  );
}
