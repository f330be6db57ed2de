import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { Problem } from "@/lib/api";
import type { Me } from "@/lib/session";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import { showFaults } from "@/ui/form/problem-fields";
import logo from "@/ui/marks/logo.svg";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { passwordLinkQuery, useChoosePassword } from "./queries";
import css from "./sign-in.module.css";

interface ChooseProps {
  token: string;
  preferences: ReactNode;
  onSignedIn: (me: Me) => void;
}

/** Where the link leads that a member was sent: they choose a password, and are in. */
export function ChoosePassword({ token, preferences, onSignedIn }: ChooseProps) {
  const { t } = useWords();
  const choose = useChoosePassword();
  // Whoever is let in forgets all that was read before; a link that was used is not asked for again.
  const { data, error, refetch } = useQuery({ ...passwordLinkQuery(token), enabled: choose.isIdle || choose.isError });
  const isOver = error instanceof Problem && error.status === 401;
  return (
    <main className={css.page}>
      <div className={css.card}>
        <div className={css.preferences}>{preferences}</div>
        <img src={logo} alt="" width={40} height={40} />
        <h1 className={css.title}>{t("session.choose.title")}</h1>
        {data && (
          <p className={css.lead}>{t("session.choose.lead", { name: data.name, workspace: data.workspace_name })}</p>
        )}
        {data && <Chosen token={token} mail={data.mail} choose={choose} onSignedIn={onSignedIn} />}
        {!data && !error && <SkeletonLines count={3} height={44} />}
        {error && (
          <Failure error={error} onRetry={isOver ? undefined : refetch}>
            <a href={`${BASE}/sign-in`}>{t("session.choose.to_sign_in")}</a>
          </Failure>
        )}
      </div>
    </main>
  );
}

interface Entered {
  password: string;
  again: string;
}

interface ChosenProps extends Omit<ChooseProps, "preferences"> {
  mail: string;
  choose: ReturnType<typeof useChoosePassword>;
}

function Chosen({ token, mail, choose, onSignedIn }: ChosenProps) {
  const { t } = useWords();
  const [form] = Form.useForm<Entered>();
  const needed = { required: true, message: t("session.needed") };
  const send = ({ password }: Entered) =>
    choose.mutate({ token, password }, { onSuccess: onSignedIn, onError: (error) => void showFaults(form, error) });
  const isAtField = choose.error instanceof Problem && choose.error.faults.length > 0;
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <Form.Item label={t("session.mail")} htmlFor="choose-mail">
        <Input id="choose-mail" value={mail} readOnly autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item name="password" label={t("session.account.fresh")} extra={t("session.choose.rule")} rules={[needed]}>
        <Input.Password autoComplete="new-password" size="large" maxLength={256} autoFocus />
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
        <Input.Password autoComplete="new-password" size="large" maxLength={256} />
      </Form.Item>
      {!isAtField && <Refusal error={choose.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={choose.isPending}>
        {t("session.choose.send")}
      </Button>
    </Form>
  );
}
