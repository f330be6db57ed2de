import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Empty, Refusal } from "@/ui/states";
import { Back } from "./back";
import css from "./portal.module.css";
import { infoQuery, useAskForLink } from "./queries";

/** Customers sign in by a mailed link: no password to lose. The answer never tells whether the address is known. */
export function PortalSignIn() {
  const { t } = useWords();
  const ask = useAskForLink();
  const { data: info } = useQuery(infoQuery);
  if (info && !info.mails)
    return (
      <Empty icon="lock" title={t("portal.sign_in.unmailed_title")} text={t("portal.sign_in.unmailed_text")}>
        <Link to="/portal">{t("portal.sent.home")}</Link>
      </Empty>
    );
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
      <Back />
      <h1 className={css.title}>{t("portal.sign_in.title")}</h1>
      <p className={css.lead}>{t("portal.sign_in.lead")}</p>
      <Form<{ mail: string }>
        scrollToFirstError={{ focus: true }}
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
