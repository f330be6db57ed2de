import { Checkbox, Form, type FormInstance, Input, InputNumber, Select, Switch } from "antd";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";
import { type Entered, PORTS, type Security } from "./entered";
import css from "./mailboxes.module.css";

interface ServerProps {
  form: FormInstance<Entered>;
  way: "imap" | "smtp";
  isOn: boolean;
  hasSecret: boolean;
}

const SWITCH = { imap: "reads", smtp: "sends" } as const;

/** One way of a mailbox: whether there is one, where its server is, and who signs in. */
export function ServerFields({ form, way, isOn, hasSecret }: ServerProps) {
  const { t } = useWords();
  const reads = Form.useWatch("reads", { form, preserve: true });
  const same = Form.useWatch("sameLogin", { form, preserve: true });
  const isGranted = Form.useWatch("login", { form, preserve: true }) === "oauth";
  const isShared = way === "smtp" && reads && same;
  return (
    <FormSection title={t(`mailboxes.section.${way}`)} help={t(`mailboxes.section.${way}_help`)}>
      <Form.Item required name={SWITCH[way]} label={t(`mailboxes.${SWITCH[way]}`)} valuePropName="checked">
        <Switch />
      </Form.Item>
      {isOn && <Place form={form} way={way} />}
      {isOn && way === "smtp" && reads && (
        <Form.Item name="sameLogin" valuePropName="checked">
          <Checkbox>{t("mailboxes.same_login")}</Checkbox>
        </Form.Item>
      )}
      {isOn && !isShared && <Login way={way} hasSecret={hasSecret} isGranted={isGranted} />}
    </FormSection>
  );
}

function Place({ form, way }: Pick<ServerProps, "form" | "way">) {
  const { t } = useWords();
  const needed = { required: true, message: t("common.needed") };
  const secure = (security: Security) => form.setFieldValue(["settings", way, "port"], PORTS[way][security]);
  return (
    <>
      <Form.Item name={["settings", way, "host"]} label={t("mailboxes.host")} rules={[needed]}>
        <Input
          maxLength={253}
          autoComplete="off"
          placeholder={way === "imap" ? "imap.example.com" : "smtp.example.com"}
        />
      </Form.Item>
      <div className={css.pair}>
        <Form.Item required name={["settings", way, "security"]} label={t("mailboxes.security")}>
          <Select
            onChange={secure}
            options={(["tls", "starttls", "plain"] as const).map((value) => ({
              value,
              label: t(`mailboxes.secured.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name={["settings", way, "port"]} label={t("mailboxes.port")} rules={[needed]}>
          <InputNumber min={1} max={65535} controls={false} className={css.port} />
        </Form.Item>
      </div>
      {way === "imap" && (
        <Form.Item name={["settings", "imap", "folder"]} label={t("mailboxes.folder")}>
          <Input maxLength={255} />
        </Form.Item>
      )}
    </>
  );
}

function Login({ way, hasSecret, isGranted }: Pick<ServerProps, "way" | "hasSecret"> & { isGranted: boolean }) {
  const { t } = useWords();
  return (
    <>
      <Form.Item
        name={["settings", way, "user"]}
        label={t("mailboxes.user")}
        extra={t(way === "imap" || isGranted ? "mailboxes.user_help" : "mailboxes.user_none")}
      >
        <Input maxLength={254} autoComplete="off" />
      </Form.Item>
      {!isGranted && (
        <Form.Item
          name={["secrets", way]}
          label={t("mailboxes.password")}
          extra={t(hasSecret ? "mailboxes.password_kept" : "mailboxes.password_help")}
        >
          <Input.Password maxLength={500} autoComplete="new-password" />
        </Form.Item>
      )}
    </>
  );
}
