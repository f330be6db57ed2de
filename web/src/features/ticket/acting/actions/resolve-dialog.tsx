import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useState } from "react";
import { changesOf } from "@/features/ticket/panel/field-values";
import { type Command, resolvingQuery, type Ticket } from "@/features/ticket/queries";
import { ChildrenOpen } from "@/features/ticket/relations/children-open";
import { BeforeSolving, isGoneThrough } from "@/features/ticket/work/solving";
import { Audience } from "@/features/ticket/writing/composer/audience";
import { Unseen } from "@/features/ticket/writing/composer/unseen";
import { MissedMessage } from "@/features/ticket/writing/composer/writing-form";
import { partsOf } from "@/features/ticket/writing/rich/said";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { UploadList, type Uploads } from "@/ui/content/files";
import { MessageContent } from "@/ui/content/message-content";
import { FormFields } from "@/ui/fields/form-fields";
import { useSettled } from "@/ui/fields/settled";
import { Refusal } from "@/ui/states";
import { type DialogProps, Question, Words } from "./dialogs";

/**
 * The reply that was begun goes to the customer together with the notice, and its files with it: in one step. Where
 * replies can be taken back it waits, and the solution with it.
 */
export function ResolveDialog({ ticket, act, reply, filled, onClose }: DialogProps) {
  const { t } = useWords();
  const names = useNames();
  const { form, states, fields, isFilled } = useResolving(ticket, filled);
  const [isTried, setIsTried] = useState(false);
  const { draft, uploads, excess } = reply;
  const text = draft.text.trim();
  const files = partsOf(uploads, draft.html);
  const isMissing = reply.unseen.length > 0;
  const isTooMuch = excess.signs + excess.files > 0;
  const to = ticket.moves.find((key) => names.status(key, ticket.type).phase === "resolved");
  const isToApprove = to !== undefined && ticket.to_approve.includes(to);
  const waits = reply.waits && text !== "" && to !== undefined && !isToApprove;
  const [why, setWhy] = useState("");
  const commands: Command[] = isToApprove
    ? [{ do: "ask_approval", body: { to, why: why.trim(), text, fields } }]
    : [{ do: "resolve", body: { text, files, fields, ...(draft.html !== null && { html: draft.html }) } }];
  const forget = (command: Command) => {
    if (command !== commands[0]) return;
    draft.sent(draft);
    uploads.clear(files);
  };
  const hold = (version?: number) => {
    setIsTried(true);
    return reply.submit({ ...(version === undefined ? {} : { version }), to, fields });
  };
  const again = async (version?: number) => {
    if (await hold(version)) onClose();
  };
  return (
    <Question
      name={isToApprove ? "ask_approval" : "resolve"}
      act={act}
      onClose={onClose}
      onSent={forget}
      onSend={waits ? () => hold() : undefined}
      commands={commands}
      isReady={
        !(isToApprove && files.length > 0) &&
        !isMissing &&
        !isTooMuch &&
        !uploads.isBusy &&
        (files.length === 0 || text !== "") &&
        isFilled &&
        isGoneThrough(ticket)
      }
    >
      <ChildrenOpen ticket={ticket} />
      <BeforeSolving ticket={ticket} act={act} />
      {ticket.resolving.length > 0 && (
        <Form
          form={form}
          layout="vertical"
          requiredMark="optional"
          initialValues={{ fields: { ...ticket.fields, ...filled } }}
        >
          <FormFields states={states} fields={names.fields} />
        </Form>
      )}
      {isToApprove && <Words text={why} onText={setWhy} label={t("ticket.approval.ask.why")} most={2_000} />}
      {draft.html !== null && !isToApprove ? (
        <MessageContent text={draft.text} html={draft.html} files={shownParts(uploads)} />
      ) : (
        <Words
          text={draft.text}
          onText={draft.write}
          label={t("ticket.resolve.words", { name: ticket.requester.name })}
        />
      )}
      <Audience ticket={ticket} mode="reply" />
      <UploadList uploads={uploads} />
      {isToApprove && files.length > 0 && <p role="alert">{t("ticket.approval.ask.no_files")}</p>}
      {isMissing && <Unseen entries={reply.unseen} onSeen={reply.acknowledge} />}
      {isTried && reply.changed && (
        <MissedMessage changed={reply.changed} onAgain={() => again(reply.changed?.version)} />
      )}
      {isTried && !reply.changed && <Refusal error={reply.error} />}
    </Question>
  );
}

/** The files that the words show, by the ids under which they name them. */
const shownParts = ({ all }: Uploads) =>
  all.flatMap(({ file, isInline }) => (file && isInline ? [{ ...file, content_id: file.id }] : []));

/** What resolving asks for, and what is filled in of it. */
function useResolving(ticket: Ticket, filled: DialogProps["filled"]) {
  const [form] = Form.useForm<{ fields?: Record<string, unknown> }>();
  const entered = Form.useWatch("fields", { form, preserve: true }) ?? { ...ticket.fields, ...filled };
  const changed = changesOf(ticket.fields, entered);
  const typed = useSettled(changed);
  const { data = ticket.resolving } = useQuery(resolvingQuery(ticket, typed));
  const states = Object.keys(typed).length > 0 ? data : ticket.resolving;
  const fields = Object.fromEntries(states.flatMap(({ key }) => (key in changed ? [[key, changed[key]]] : [])));
  const isFilled = states.every((each) => !each.required || isThere(entered[each.key]));
  return { form, states, fields, isFilled };
}

const isThere = (value: unknown) => value != null && value !== "" && !(Array.isArray(value) && value.length === 0);
