import { Alert, Form, Select } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { type Entered, enteredOf, planOf } from "./entered";
import { Preview } from "./preview";
import { type Roster, usePlanDuty } from "./queries";
import { Shifts } from "./shifts";

interface EditorProps {
  id: string;
  rosters: readonly Roster[] | undefined;
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
}

export function RosterEditor({ id, rosters, error, onRetry, onClose }: EditorProps) {
  const { t, local } = useWords();
  const roster = rosters?.find(({ key }) => key === id);
  return (
    <SettingsPage title={roster ? local(roster.name) : t("rosters.title")} lead={t("rosters.lead")} onBack={onClose}>
      {roster && <Planned roster={roster} />}
      {!rosters && Boolean(error) && <Failure error={error} onRetry={onRetry} />}
      {!rosters && !error && <SkeletonLines count={6} height={44} />}
      {rosters && !roster && <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />}
    </SettingsPage>
  );
}

const zones = (kept: string): string[] => [...new Set([kept, ...Intl.supportedValuesOf("timeZone")])];

function Planned({ roster }: { roster: Roster }) {
  const { t } = useWords();
  const plan = usePlanDuty();
  // What others change meanwhile does not wipe out what is being entered: a save on top of it is refused.
  const [kept, setKept] = useState(roster);
  const save = async (entered: Entered) =>
    setKept(await plan.mutateAsync({ key: kept.key, version: kept.version, plan: planOf(entered) }));
  return (
    <>
      <FormPage<Entered>
        key={kept.version}
        initial={enteredOf(kept)}
        nameOf={(field) => t(`rosters.${field}`, { defaultValue: "" }) || undefined}
        onSave={save}
      >
        {roster.members.length === 0 && <Alert type="warning" showIcon title={t("rosters.no_members")} />}
        <FormSection title={t("rosters.shifts")} help={t("rosters.shifts_help")}>
          <Shifts members={roster.members} />
        </FormSection>
        <FormSection title={t("rosters.clock")}>
          <Form.Item required name="zone" label={t("rosters.zone")} extra={t("rosters.zone_help")}>
            <Select showSearch options={zones(kept.zone).map((value) => ({ value, label: value }))} />
          </Form.Item>
        </FormSection>
      </FormPage>
      <Preview roster={kept.key} />
    </>
  );
}
