import { Button, Form, Input } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import { Refusal } from "@/ui/states";
import css from "./portal.module.css";
import { useAskForLink } from "./queries";

/** Customers sign in by a mailed link: no password to lose. The answer never tells whether the address is known. */
export function PortalSignIn() {
  const { t } = useWords();
  const ask = useAskForLink();
  if (ask.isSuccess) {
    return (
      <div className={`${css.card} ${css.done}`} role="status">
        <span className={css.sign}>
          <Icon name="send" size={24} />
        </span>
        <h1 className={css.title}>{t("portal.sign_in.sent_title")}</h1>
        <p className={css.lead}>{t("portal.sign_in.sent_text", { mail: ask.variables })}</p>
      </div>
    );
  }
  return (
    <>
      <h1 className={css.title}>{t("portal.sign_in.title")}</h1>
      <p className={css.lead}>{t("portal.sign_in.lead")}</p>
      <Form<{ mail: string }>
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={({ mail }) => ask.mutate(mail)}
      >
        <Form.Item
          name="mail"
          label={t("portal.form.mail")}
          rules={[
            { required: true, message: t("common.needed") },
            { type: "email", message: t("common.mail_wrong") },
          ]}
        >
          <Input type="email" autoComplete="email" inputMode="email" autoFocus />
        </Form.Item>
        {ask.error && (
          <Form.Item>
            <Refusal error={ask.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={ask.isPending}>
          {t("portal.sign_in.send")}
        </Button>
      </Form>
    </>
  );
}
