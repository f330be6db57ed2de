import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, type FormInstance, Input, Radio, Select, Typography } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import { Refusal } from "@/ui/states";
import type { Entered } from "./entered";
import css from "./mailboxes.module.css";
import { beginSignIn, type Mailbox, signInsQuery } from "./queries";

interface SignInProps {
  form: FormInstance<Entered>;
  mailbox: Mailbox | undefined;
}

/** How the mailbox signs in: by passwords, or by consent of its provider. */
export function SignInFields({ form, mailbox }: SignInProps) {
  const { t } = useWords();
  const login = Form.useWatch("login", { form, preserve: true });
  return (
    <FormSection title={t("mailboxes.section.login")} help={t("mailboxes.section.login_help")}>
      <Form.Item required name="login" label={t("mailboxes.login")}>
        <Radio.Group
          optionType="button"
          options={(["password", "oauth"] as const).map((value) => ({ value, label: t(`mailboxes.logins.${value}`) }))}
        />
      </Form.Item>
      {login === "oauth" && <ApplicationFields form={form} hasSecret={Boolean(mailbox?.sign_in)} />}
      {login === "oauth" && <Consent mailbox={mailbox} />}
    </FormSection>
  );
}

function ApplicationFields({ form, hasSecret }: { form: FormInstance<Entered>; hasSecret: boolean }) {
  const { t, local } = useWords();
  const { data, error } = useQuery(signInsQuery);
  const key = Form.useWatch(["settings", "oauth", "provider"], { form, preserve: true });
  const chosen = data?.providers.find((each) => each.key === key);
  const needed = { required: true, message: t("common.needed") };
  return (
    <>
      <Form.Item required name={["settings", "oauth", "provider"]} label={t("mailboxes.grantor")}>
        <Select options={data?.providers.map(({ key, name }) => ({ value: key, label: local(name) }))} />
      </Form.Item>
      <Refusal error={error} />
      {chosen && <Alert type="info" showIcon title={local(chosen.help)} />}
      {data && (
        <Form.Item required label={t("mailboxes.redirect")} extra={t("mailboxes.redirect_help")}>
          <Typography.Text code copyable className={css.address}>
            {data.redirect_url}
          </Typography.Text>
        </Form.Item>
      )}
      <Form.Item name={["settings", "oauth", "client_id"]} label={t("mailboxes.client_id")} rules={[needed]}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={["secrets", "oauth"]}
        label={t("mailboxes.client_secret")}
        extra={t(hasSecret ? "mailboxes.client_secret_kept" : "mailboxes.password_help")}
      >
        <Input.Password maxLength={500} autoComplete="new-password" />
      </Form.Item>
      {chosen?.has_tenants && (
        <Form.Item
          name={["settings", "oauth", "tenant"]}
          label={t("mailboxes.tenant")}
          extra={t("mailboxes.tenant_help")}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      {chosen && !chosen.has_endpoints && <Endpoints />}
    </>
  );
}

function Endpoints() {
  const { t } = useWords();
  const needed = { required: true, message: t("common.needed") };
  return (
    <>
      {(["authorize_url", "token_url"] as const).map((member) => (
        <Form.Item
          key={member}
          name={["settings", "oauth", member]}
          label={t(`mailboxes.${member}`)}
          rules={[needed, { type: "url", message: t("mailboxes.url_wrong") }]}
        >
          <Input maxLength={500} autoComplete="off" placeholder="https://login.example.com/…" />
        </Form.Item>
      ))}
      <Form.Item
        name={["settings", "oauth", "scopes"]}
        label={t("mailboxes.scopes")}
        extra={t("mailboxes.scopes_help")}
      >
        <Input maxLength={1000} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** Where the mailbox stands with its provider, and the way there. */
function Consent({ mailbox }: { mailbox: Mailbox | undefined }) {
  const { t, exact } = useWords();
  const [error, setError] = useState<unknown>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  if (!mailbox?.sign_in) return <p className={css.note}>{t("mailboxes.consent.save_first")}</p>;
  const { state, granted_at } = mailbox.sign_in;
  const leave = async () => {
    setIsLeaving(true);
    setError(null);
    try {
      const { url } = await beginSignIn(mailbox.id);
      window.location.assign(url);
    } catch (refusal) {
      setError(refusal);
    }
    setIsLeaving(false);
  };
  return (
    <div className={css.consent}>
      <p className={css.note}>
        {state === "granted" && granted_at
          ? t("mailboxes.consent.granted", { at: exact(granted_at) })
          : t(`mailboxes.consent.${state}`)}
      </p>
      <Button type={state === "granted" ? "default" : "primary"} onClick={leave} loading={isLeaving}>
        {t(state === "granted" ? "mailboxes.consent.again" : "mailboxes.consent.go")}
      </Button>
      <Refusal error={error} />
    </div>
  );
}
