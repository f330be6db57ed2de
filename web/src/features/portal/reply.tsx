import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList, useUploads } from "@/ui/files";
import { usePortalAct } from "./queries";
import css from "./ticket.module.css";

export function Reply({ number }: { number: string }) {
  const { t, problem } = useWords();
  const [text, setText] = useState("");
  const uploads = useUploads();
  const write = usePortalAct(number, "write");
  const isEmpty = text.trim() === "" || uploads.isBusy;
  const send = () =>
    write.mutate(
      { text: text.trim(), files: uploads.ids },
      {
        onSuccess: () => {
          setText("");
          uploads.clear();
        },
      },
    );
  return (
    <form
      className={css.reply}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Input.TextArea
        value={text}
        variant="borderless"
        className={css.words}
        aria-label={t("portal.reply.label")}
        placeholder={t("portal.reply.label")}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={100_000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isEmpty && send()}
      />
      <UploadList uploads={uploads} />
      {write.error && (
        <Alert type="error" role="alert" title={problem(write.error).title} description={problem(write.error).remedy} />
      )}
      <div className={css.foot}>
        <PickFiles uploads={uploads} />
        <Button type="primary" size="large" htmlType="submit" disabled={isEmpty} loading={write.isPending}>
          {t("portal.reply.send")}
        </Button>
      </div>
    </form>
  );
}
