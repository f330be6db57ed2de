/** One workflow as it is drafted. */
import type { DraftSection } from "@/features/policy/draft";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { FlowEditor } from "./flow-editor";
import type { Workflow } from "./model/flow";

interface FlowPageProps extends Omit<SectionProps, "id"> {
  id: string;
  section: DraftSection<Workflow[]>;
}

export function FlowPage({ id, section, search, onOpen, onSearch }: FlowPageProps) {
  const { t, local } = useWords();
  const { value: all, error, retry } = section;
  const found = all?.find(({ key }) => key === id);
  return (
    <SettingsPage
      isWide
      title={local(found?.name) || t("workflows.title")}
      lead={t("policy.saved_as")}
      onBack={() => onOpen()}
    >
      {!all && (error ? <Failure error={error} onRetry={retry} /> : <SkeletonLines count={6} height={44} />)}
      {all && !found && <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />}
      {found && <FlowEditor flow={found} section={section} search={search} onSearch={onSearch} />}
    </SettingsPage>
  );
}
