import { Alert, Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { Problem } from "@/lib/api";
import type { Me } from "@/lib/session";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import logo from "@/ui/marks/logo.svg";
import { useSignIn } from "./queries";
import css from "./sign-in.module.css";

interface Entered {
  mail: string;
  password: string;
}

interface SignInProps {
  onSignedIn: (me: Me) => void;
  preferences: ReactNode;
}

export function SignIn({ onSignedIn, preferences }: SignInProps) {
  const { t } = useWords();
  const signIn = useSignIn();
  const required = [{ required: true, message: t("session.needed") }];

  return (
    <main className={css.page}>
      <div className={css.card}>
        <div className={css.preferences}>{preferences}</div>
        <img src={logo} alt="" width={40} height={40} />
        <h1 className={css.title}>{t("session.title")}</h1>
        <p className={css.lead}>{t("session.lead")}</p>
        {signIn.error && <SignInFailure error={signIn.error} />}
        <Form<Entered>
          layout="vertical"
          requiredMark={false}
          onFinish={(entered) => signIn.mutate(entered, { onSuccess: onSignedIn })}
        >
          <Form.Item name="mail" label={t("session.mail")} rules={required}>
            <Input type="email" autoComplete="username" size="large" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t("session.password")} rules={required}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
            {t("session.enter")}
          </Button>
        </Form>
        <p className={css.foot}>
          <a href={`${BASE}/portal`}>{t("session.to_portal")}</a>
        </p>
      </div>
    </main>
  );
}

function SignInFailure({ error }: { error: unknown }) {
  const { problem } = useWords();
  const { title, remedy } = problem(error);
  const wait = error instanceof Problem ? error.members.retry_after_s : undefined;
  return (
    <Alert
      role="alert"
      type={typeof wait === "number" ? "warning" : "error"}
      showIcon
      title={title}
      description={remedy}
      className={css.failure}
    />
  );
}
