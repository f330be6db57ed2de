import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { copy } from "@/lib/browser/copy";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, SkeletonLines } from "@/ui/states";
import { useChangeWorkspace, type Workspace, workspaceQuery } from "./queries";
import css from "./workspace.module.css";

interface Entered {
  name: string;
  locale: Workspace["locale"];
  zone: string;
  host: string;
}

/** What the company is called, how its system speaks, and where it is found. */
export default function WorkspacePage(_section: SectionProps) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(workspaceQuery);
  return (
    <SettingsPage title={t("workspace.title")} lead={t("workspace.lead")}>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={6} height={44} />}
      {data && <WorkspaceForm workspace={data} />}
    </SettingsPage>
  );
}

const zones = (kept: string): string[] => [...new Set([kept, ...Intl.supportedValuesOf("timeZone")])];

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { t } = useWords();
  // What others change meanwhile does not wipe out what is being entered: a save on top of it is refused.
  const [kept, setKept] = useState(workspace);
  const change = useChangeWorkspace();
  const { name, locale, zone, host } = kept;
  const save = async (entered: Entered) =>
    setKept(await change.mutateAsync({ version: kept.version, change: entered }));
  const needed = { required: true, message: t("common.needed") };
  return (
    <FormPage<Entered>
      key={kept.version}
      initial={{ name, locale, zone, host: host ?? "" }}
      nameOf={(field) => t(`workspace.${field}`, { defaultValue: "" }) || undefined}
      onSave={save}
    >
      <FormSection title={t("workspace.company")}>
        <Form.Item name="name" label={t("workspace.name")} extra={t("workspace.name_help")} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item required name="locale" label={t("workspace.locale")} extra={t("workspace.locale_help")}>
          <Select
            options={[
              { value: "zh-CN", label: t("workspace.language.chinese") },
              { value: "en", label: t("workspace.language.english") },
            ]}
          />
        </Form.Item>
        <Form.Item name="zone" label={t("workspace.zone")} extra={t("workspace.zone_help")} rules={[needed]}>
          <Select showSearch options={zones(zone).map((value) => ({ value, label: value }))} />
        </Form.Item>
      </FormSection>
      <FormSection title={t("workspace.addresses")} help={t("workspace.addresses_help")}>
        <Form.Item name="host" label={t("workspace.host")} extra={t("workspace.host_help")}>
          <Input maxLength={253} placeholder="help.example.com" />
        </Form.Item>
        <Address label={t("workspace.portal")} url={kept.portal_url} />
        <Address label={t("workspace.desk")} url={kept.desk_url} />
      </FormSection>
    </FormPage>
  );
}

function Address({ label, url }: { label: string; url: string }) {
  const { t } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className={css.address}>
      <span>{label}</span>
      <a href={url} target="_blank" rel="noreferrer">
        {url}
      </a>
      <Button size="small" onClick={async () => setIsCopied(await copy(url))}>
        {t(isCopied ? "workspace.copied" : "workspace.copy")}
      </Button>
    </div>
  );
}
