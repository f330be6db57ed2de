import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Form, Input, Modal, Select } from "antd";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import css from "./account-dialog.module.css";
import { agentWords } from "./agent-words";
import { placesQuery, useEndPlace, useSetMe, useSetPassword } from "./queries";

/** A member's own affairs: time zone, password, and where they are signed in. */
export function AccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal open width={560} title={t("session.account.title")} footer={null} onCancel={onClose}>
      <ZoneSelect />
      <UndoSelect />
      <Password />
      <Places />
    </Modal>
  );
}

function ZoneSelect() {
  const { t } = useWords();
  const me = useMe();
  const setMe = useSetMe();
  return (
    <Form layout="vertical">
      <Form.Item label={t("session.account.zone")} htmlFor="zone" extra={t("session.account.zone_help")}>
        <Select
          id="zone"
          showSearch
          value={me.zone}
          options={[...new Set([me.zone, ...Intl.supportedValuesOf("timeZone")])].map((zone) => ({ value: zone }))}
          onChange={(zone) => setMe.mutate({ zone })}
        />
      </Form.Item>
      <Refusal error={setMe.error} />
    </Form>
  );
}

const WAITS_S = [0, 5, 10, 20, 30];

/** For how long a reply can be taken back. */
function UndoSelect() {
  const { t } = useWords();
  const { undo_send_s: wait } = useMe();
  const setMe = useSetMe();
  return (
    <Form layout="vertical">
      <Form.Item label={t("session.account.undo")} htmlFor="undo-send" extra={t("session.account.undo_help")}>
        <Select
          id="undo-send"
          value={wait}
          options={[...new Set([...WAITS_S, wait])]
            .sort((a, b) => a - b)
            .map((n) => ({
              value: n,
              label: n === 0 ? t("session.account.undo_off") : t("session.account.undo_for", { n }),
            }))}
          onChange={(undo_send_s) => setMe.mutate({ undo_send_s })}
        />
      </Form.Item>
      <Refusal error={setMe.error} />
    </Form>
  );
}

interface Entered {
  current: string;
  password: string;
  again: string;
  end_others: boolean;
}

function Password() {
  const { t } = useWords();
  const { message } = useVoice();
  const [form] = Form.useForm<Entered>();
  const set = useSetPassword();
  const needed = { required: true, message: t("common.needed") };
  const send = ({ current, password, end_others }: Entered) =>
    set.mutate(
      { current, password, end_others },
      {
        onSuccess: () => {
          form.resetFields();
          message.success(t(end_others ? "session.account.changed_ended" : "session.account.changed"));
        },
      },
    );
  return (
    <section aria-labelledby="account-password">
      <h3 id="account-password" className={css.heading}>
        {t("session.account.password")}
      </h3>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="current" label={t("session.account.current")} rules={[needed]}>
          <Input.Password autoComplete="current-password" maxLength={256} />
        </Form.Item>
        <Form.Item name="password" label={t("session.account.fresh")} rules={[needed]}>
          <Input.Password autoComplete="new-password" maxLength={256} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t("session.account.again")}
          dependencies={["password"]}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_rule, again) =>
                again && again !== getFieldValue("password")
                  ? Promise.reject(new Error(t("session.account.again_wrong")))
                  : Promise.resolve(),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={256} />
        </Form.Item>
        <Form.Item name="end_others" valuePropName="checked" initialValue={true} extra={t("session.account.end_help")}>
          <Checkbox>{t("session.account.end_with")}</Checkbox>
        </Form.Item>
        <Refusal error={set.error} nameOf={() => ""} />
        <Button htmlType="submit" loading={set.isPending}>
          {t("session.account.change")}
        </Button>
      </Form>
    </section>
  );
}

function Places() {
  const { t, ago } = useWords();
  const { data, error, refetch } = useQuery(placesQuery);
  const end = useEndPlace();
  if (error && !data) return <Failure error={error} onRetry={() => refetch()} />;
  if (!data) return <SkeletonLines count={2} height={48} />;
  return (
    <section aria-labelledby="account-places">
      <h3 id="account-places" className={css.heading}>
        {t("session.account.places")}
      </h3>
      <Refusal error={end.error} />
      <ul className={css.places}>
        {data.map((place) => (
          <li key={place.id} className={css.place}>
            <span className={css.agent} title={place.agent}>
              {agentWords(place.agent) || place.agent || place.address}
            </span>
            <span className={css.meta}>
              {place.address} · {t("session.account.since", { ago: ago(place.created_at, new Date()) })}
            </span>
            {place.current ? (
              <span className={css.this}>{t("session.account.this")}</span>
            ) : (
              <Button size="small" onClick={() => end.mutate(place.id)}>
                {t("session.account.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.length > 1 && (
        <Button onClick={() => end.mutate(null)} loading={end.isPending}>
          {t("session.account.end_others")}
        </Button>
      )}
    </section>
  );
}
