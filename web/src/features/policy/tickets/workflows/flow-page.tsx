/** One workflow as it is drafted: its drawing, and beside it the same as a list, which needs no mouse. */
import { lazy, Suspense } from "react";
import type { DraftSection } from "@/features/policy/draft";
import { useMedia } from "@/lib/browser/media";
import { useWords } from "@/lib/words";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { graveness } from "./model/findings";
import type { Workflow } from "./model/flow";
import { Outline } from "./panel/outline";
import { countsOf, useFindings, useRunning } from "./queries";
import css from "./workflows.module.css";

const Canvas = lazy(() => import("./canvas/canvas"));

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
      {found && <Flow flow={found} search={search} onSearch={onSearch} />}
    </SettingsPage>
  );
}

interface FlowProps extends Pick<SectionProps, "search" | "onSearch"> {
  flow: Workflow;
}

function Flow({ flow, search, onSearch }: FlowProps) {
  const hasRoom = useMedia("(min-width: 1101px)");
  const findings = useFindings(flow.key);
  const choose = (change: { status?: string; way?: string }) =>
    onSearch({ status: undefined, way: undefined, ...change });
  const chosen = { chosenStatus: search.status, chosenWay: search.way };
  const counts = countsOf(useRunning()?.find(({ key }) => key === flow.key));
  const grave = graveness(findings, flow.key);
  return (
    <div className={css.flow}>
      {hasRoom && (
        <Suspense fallback={<SkeletonLines count={8} height={56} />}>
          <Canvas
            flow={flow}
            mayEdit={false}
            {...chosen}
            counts={counts}
            {...grave}
            onStatus={(status) => choose({ status })}
            onWay={(way) => choose({ way })}
            onNothing={() => choose({})}
            onConnect={() => undefined}
          />
        </Suspense>
      )}
      <Outline
        flow={flow}
        counts={counts}
        {...chosen}
        {...grave}
        onStatus={(status) => choose({ status })}
        onWay={(way) => choose({ way })}
      />
    </div>
  );
}
