import { Form, Input } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useVoice } from "@/ui/states/voice";
import { Changes } from "../changes";
import type { Draft } from "../draft";
import { usePublish } from "./queries";

/** Publishing asks for a word of why. */
export default function PublishDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { t } = useWords();
  const { message } = useVoice();
  const publish = usePublish();
  // What others draft or publish meanwhile is not what was looked at here: it is refused.
  const [looked] = useState(draft);
  const send = async ({ note = "" }: { note?: string }) => {
    const body = { note: note.trim() };
    const { release } = await publish.mutateAsync({ body, version: looked.version });
    message.success(t("policy.draft.published", { release }));
  };
  return (
    <FormDialog
      title={t("policy.draft.publish_title")}
      send={t("policy.draft.publish")}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="note" label={t("policy.draft.note")} extra={t("policy.draft.note_help")}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <h4>{t("policy.draft.count", { n: looked.count })}</h4>
      <Changes changes={looked.changes} count={looked.count} />
    </FormDialog>
  );
}
