import { useKept } from "@/lib/kept";
import { useWords } from "@/lib/words";
import { PickFiles, UploadList, useUploads } from "@/ui/content/files";
import { Button } from "@/ui/plain/button";
import { TextArea } from "@/ui/plain/text-area";
import { Refusal } from "@/ui/states";
import { type PortalTicket, usePortalAct } from "../queries";
import css from "./ticket.module.css";

/** What is written and not yet sent outlives the page, as the page may end at any moment. */
export function Reply({ ticket }: { ticket: PortalTicket }) {
  const { t } = useWords();
  const { number } = ticket;
  const [text, setText] = useKept(`draft.portal.${number}`, "");
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
      <TextArea
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
      {ticket.phase === "resolved" && <p className={css.help}>{t("portal.reply.reopens")}</p>}
      <UploadList uploads={uploads} />
      <Refusal error={write.error} />
      <div className={css.foot}>
        <PickFiles uploads={uploads} />
        <Button type="primary" size="large" htmlType="submit" disabled={isEmpty} loading={write.isPending}>
          {t("portal.reply.send")}
        </Button>
      </div>
    </form>
  );
}
