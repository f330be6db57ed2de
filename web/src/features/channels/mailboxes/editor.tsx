import { useQuery } from "@tanstack/react-query";
import { Alert, Form, type FormInstance, Input, Select, Switch } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { SignInFields } from "./consent";
import { type Entered, enteredOf, NEW, presetOf, providerOf, wishOf, withPreset } from "./entered";
import { type Mailbox, presetsQuery, useAddMailbox, useChangeMailbox } from "./queries";
import { ServerFields } from "./server";
import { Standing } from "./standing";
import { Trial } from "./trial";

interface EditorProps {
  id: string;
  mailboxes: readonly Mailbox[] | undefined;
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
  /** One that is to be signed in next is opened. */
  onOpen: (id: string) => void;
}

export function MailboxEditor({ id, mailboxes, error, onRetry, onClose, onOpen }: EditorProps) {
  const { t } = useWords();
  const mailbox = mailboxes?.find((each) => String(each.id) === id);
  const onAdded = (added: number, isSignedInNext: boolean) => (isSignedInNext ? onOpen(String(added)) : onClose());
  const title = id === "new" ? t("mailboxes.add") : (mailbox?.address ?? t("mailboxes.title"));
  return (
    <SettingsPage title={title} onBack={onClose}>
      {mailbox && <Standing mailbox={mailbox} />}
      {id === "new" || mailbox ? (
        <MailboxForm mailbox={mailbox} onAdded={onAdded} />
      ) : (
        <Missing isLoading={!mailboxes} error={error} onRetry={onRetry} />
      )}
    </SettingsPage>
  );
}

function Missing({ isLoading, error, onRetry }: { isLoading: boolean; error: unknown; onRetry: () => void }) {
  const { t } = useWords();
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (isLoading) return <SkeletonLines count={6} height={44} />;
  return <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />;
}

interface MailboxFormProps {
  mailbox: Mailbox | undefined;
  onAdded: (id: number, isSignedInNext: boolean) => void;
}

function MailboxForm({ mailbox, onAdded }: MailboxFormProps) {
  const { t } = useWords();
  const add = useAddMailbox();
  const change = useChangeMailbox();
  // What others do to it meanwhile does not wipe out what is being entered: a save on top of it is refused.
  const [kept, setKept] = useState(mailbox);
  const initial = kept ? enteredOf(kept) : NEW;
  const save = async (entered: Entered) => {
    const { kind, address, ...wish } = wishOf(entered);
    if (!kept) {
      const { id } = await add.mutateAsync({ kind, address, ...wish });
      onAdded(id, entered.login === "oauth"); // while it is being saved: nobody is asked whether to leave what is kept
      return;
    }
    await change.mutateAsync({ id: kept.id, version: kept.version, change: wish });
    setKept({ ...kept, ...wish, settings: wish.settings ?? {}, version: kept.version + 1 });
  };
  return (
    <FormPage<Entered>
      key={kept?.version ?? "new"}
      initial={initial}
      nameOf={(field) => t(`mailboxes.part.${field}`, { defaultValue: "" }) || undefined}
      onSave={save}
    >
      {(form) => <Fields form={form} mailbox={mailbox} />}
    </FormPage>
  );
}

function Fields({ form, mailbox }: { form: FormInstance<Entered>; mailbox: Mailbox | undefined }) {
  const { t, local } = useWords();
  const { data: presets = [] } = useQuery(presetsQuery);
  const { teams } = useNames().directory;
  const values = Form.useWatch([], { form, preserve: true }) as Entered | undefined;
  const { reads = true, sends = true, settings = NEW.settings } = values ?? {};
  const preset = providerOf(presets, reads ? settings.imap.host : "", sends ? settings.smtp.host : "");
  const fill = (key: string | undefined) => {
    const chosen = presets.find((each) => each.key === key);
    if (!chosen) return;
    form.setFieldValue("settings", withPreset(form.getFieldsValue(true).settings, chosen));
    if (!chosen.takes_passwords) form.setFieldValue("login", "oauth");
  };
  const guess = (address: string) => {
    const found = presetOf(presets, address);
    if (found && !settings.imap.host && !settings.smtp.host) fill(found.key);
  };
  const needed = { required: true, message: t("common.needed") };
  return (
    <>
      <FormSection title={t("mailboxes.section.address")}>
        <Form.Item
          name="address"
          label={t("mailboxes.mail")}
          rules={[needed, { type: "email", message: t("common.mail_wrong") }]}
        >
          <Input
            type="email"
            maxLength={254}
            autoComplete="off"
            disabled={Boolean(mailbox)}
            onBlur={(event) => guess(event.target.value)}
          />
        </Form.Item>
        <Form.Item name="name" label={t("mailboxes.sender")} extra={t("mailboxes.sender_help")} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="team" label={t("mailboxes.team")} extra={t("mailboxes.team_help")}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder={t("mailboxes.team_none")}
            options={teams.map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        </Form.Item>
        <Form.Item required label={t("mailboxes.provider")} htmlFor="mailbox-provider">
          <Select
            id="mailbox-provider"
            allowClear
            placeholder={t("mailboxes.provider_other")}
            value={preset?.key}
            options={presets.map(({ key, name }) => ({ value: key, label: local(name) }))}
            onChange={fill}
          />
        </Form.Item>
        {preset && <Alert type={preset.takes_passwords ? "info" : "warning"} showIcon title={local(preset.login)} />}
      </FormSection>
      <SignInFields form={form} mailbox={mailbox} />
      <ServerFields form={form} way="imap" isOn={reads} hasSecret={Boolean(mailbox?.has_secrets)} />
      <ServerFields form={form} way="smtp" isOn={sends} hasSecret={Boolean(mailbox?.has_secrets)} />
      <Trial form={form} mailbox={mailbox} />
      <FormSection title={t("mailboxes.section.more")}>
        <Form.Item
          required
          name={["settings", "plus_addressing"]}
          label={t("mailboxes.plus")}
          extra={t("mailboxes.plus_help")}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
        <Form.Item name={["settings", "trusted_relay"]} label={t("mailboxes.relay")} extra={t("mailboxes.relay_help")}>
          <Input maxLength={253} />
        </Form.Item>
      </FormSection>
    </>
  );
}
