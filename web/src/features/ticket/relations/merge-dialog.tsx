import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Alert, Checkbox, Form, type FormInstance, Radio } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import type { Ticket } from "../queries";
import { TicketFinder } from "./finder";
import { mergeQuery, useMerge } from "./queries";

interface Entered {
  other: string;
  across?: boolean;
}

/** Two tickets that are one: which of them stays, and who would see what, before anything is done. */
export function MergeDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useWords();
  const { message } = useVoice();
  const navigate = useNavigate();
  const { mutateAsync } = useMerge();
  const [chosen, setChosen] = useState<string>();
  const merge = async ({ other, across = false }: Entered) => {
    const survivor = stays(chosen, ticket.number, other);
    const loser = survivor === other ? ticket.number : other;
    await mutateAsync({ loser, survivor, across });
    message.success(t("ticket.merge.done", { loser, survivor }));
    if (survivor !== ticket.number) void navigate({ to: "/tickets/$number", params: { number: survivor } });
  };
  return (
    <FormDialog<Entered>
      title={t("ticket.merge.title")}
      send={t("ticket.merge.send")}
      isDangerous
      onSend={merge}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Form.Item
            name="other"
            label={t("ticket.relations.other")}
            rules={[{ required: true, message: t("ticket.relations.other_missing") }]}
          >
            <TicketFinder but={ticket.number} />
          </Form.Item>
          <Preview form={form} number={ticket.number} chosen={chosen} onChoose={setChosen} />
        </>
      )}
    </FormDialog>
  );
}

/** The one that was chosen of the two, else the older: numbers begin with their day and are counted. */
const stays = (chosen: string | undefined, one: string, other: string) =>
  chosen === one || chosen === other ? chosen : one < other ? one : other;

interface PreviewProps {
  form: FormInstance<Entered>;
  number: string;
  /** The ticket that is to stand for both. */
  chosen: string | undefined;
  onChoose: (number: string) => void;
}

function Preview({ form, number, chosen, onChoose }: PreviewProps) {
  const { t } = useWords();
  const other = Form.useWatch("other", form) as string | undefined;
  const survivor = other && stays(chosen, number, other);
  const loser = survivor === number ? other : number;
  const { data, error, refetch } = useQuery(mergeQuery(loser ?? number, survivor));
  if (!other) return null;
  if (error) return <Failure error={error} onRetry={() => refetch()} />;
  if (!data) return <SkeletonLines count={3} height={24} />;
  const isAcross = data.customers.length > 1;
  return (
    <>
      <Form.Item label={t("ticket.merge.stays")} required>
        <Radio.Group
          vertical
          value={survivor}
          onChange={(event) => onChoose(event.target.value)}
          options={[number, other].map((value) => ({
            value,
            label: value === data.older ? t("ticket.merge.older", { number: value }) : value,
          }))}
        />
      </Form.Item>
      <p>{t("ticket.merge.what", { loser, stays: survivor, messages: data.messages })}</p>
      {data.joining > 0 && <p>{t("ticket.merge.joining", { n: data.joining })}</p>}
      {!data.may_merge && <Alert type="error" showIcon title={t("ticket.merge.refused")} />}
      {isAcross && data.may_merge && (
        <>
          <Alert
            type="warning"
            showIcon
            title={t("ticket.merge.across", { names: data.customers.join(t("common.list_comma")) })}
            description={t("ticket.merge.across_help")}
          />
          <Form.Item
            name="across"
            valuePropName="checked"
            rules={[
              {
                validator: (_rule, value) =>
                  value ? Promise.resolve() : Promise.reject(new Error(t("ticket.merge.across_missing"))),
              },
            ]}
          >
            <Checkbox>{t("ticket.merge.across_known")}</Checkbox>
          </Form.Item>
        </>
      )}
    </>
  );
}
