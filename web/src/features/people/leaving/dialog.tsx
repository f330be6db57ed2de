import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Modal, Radio, Select } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { PersonSelect } from "../members/selects";
import { type Person, teamsQuery } from "../queries";
import { departureOf, type Entered } from "./entered";
import { Foreseen } from "./foreseen";
import { Held } from "./held";
import css from "./leaving.module.css";
import { foresee, type Holdings, holdingsQuery, type Plan, useShutOut } from "./queries";

/** Shuts a member out. First it says what they hold, and asks who takes it over; nothing happens before. */
export function LeavingDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useWords();
  const { message } = useVoice();
  const [form] = Form.useForm<Entered>();
  const [plan, setPlan] = useState<Plan>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const held = useQuery(holdingsQuery(person.id));
  const shutOut = useShutOut();
  const hasWork = (held.data?.open_tickets ?? 0) > 0;

  const send = async (entered: Entered) => {
    const to = departureOf(hasWork ? entered : { way: "routing", seats: entered.seats });
    setIsBusy(true);
    setError(undefined);
    try {
      if (hasWork && !plan) return setPlan(await foresee(person.id, to));
      const { tickets } = await shutOut.mutateAsync({ id: person.id, to });
      message.success(tickets > 0 ? t("people.leaving.done", { n: tickets }) : t("people.is_shut_out"));
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t("people.shut_out_title", { name: person.name })}
      okText={t(hasWork && !plan ? "people.leaving.preview" : "people.shut_out")}
      okButtonProps={{ danger: !hasWork || plan !== undefined, disabled: !held.data }}
      cancelText={t("common.cancel")}
      confirmLoading={isBusy}
      onOk={form.submit}
      onCancel={onClose}
      styles={{ body: { maxHeight: "calc(100dvh - 240px)", overflowY: "auto" } }}
    >
      <p>{t("people.shut_out_text")}</p>
      {held.error && !held.data && <Failure error={held.error} onRetry={held.refetch} />}
      {!held.data && !held.error && <SkeletonLines count={3} height={28} />}
      {held.data && <Held held={held.data} />}
      {/* What was planned is frozen: another choice is another plan. */}
      <Form<Entered>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ way: "routing" }}
        onFinish={send}
        onValuesChange={(changed) => !("seats" in changed) && setPlan(undefined)}
      >
        {held.data && hasSeats(held.data) && (
          <Form.Item name="seats" label={t("people.leaving.seats")} extra={t("people.leaving.seats_help")}>
            <PersonSelect but={[person.id]} />
          </Form.Item>
        )}
        {hasWork && <Receiver but={person.id} />}
      </Form>
      {plan && <Foreseen plan={plan} />}
      <Refusal error={error} />
    </Modal>
  );
}

/** Seats that go over with one choice; what else stays is arranged where it stands. */
const hasSeats = ({ leads, heads, manages, stands_in }: Holdings) =>
  [leads, heads, manages, stands_in].some((list) => list.length > 0);

function Receiver({ but }: { but: number }) {
  const { t, local } = useWords();
  const { data: teams = [] } = useQuery(teamsQuery);
  const way = Form.useWatch<Entered["way"]>("way");
  const needed = [{ required: true, message: t("common.needed") }];
  return (
    <>
      <Form.Item name="way" label={t("people.leaving.who")}>
        <Radio.Group
          className={css.ways}
          options={(["routing", "person", "team"] as const).map((value) => ({
            value,
            label: t(`people.leaving.way.${value}`),
          }))}
        />
      </Form.Item>
      {way === "person" && (
        <Form.Item
          name="person"
          label={t("people.leaving.person")}
          extra={t("people.leaving.person_help")}
          rules={needed}
        >
          <PersonSelect but={[but]} />
        </Form.Item>
      )}
      {way === "team" && (
        <Form.Item name="team" label={t("people.leaving.team")} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={teams
              .filter(({ is_roster }) => !is_roster)
              .map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="silent" valuePropName="checked">
        <Checkbox>{t("people.leaving.silent")}</Checkbox>
      </Form.Item>
    </>
  );
}
