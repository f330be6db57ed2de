import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { Changes } from "../changes";
import { releaseQuery } from "../draft-bar/queries";
import { textOf } from "./queries";
import css from "./releases.module.css";
import { RollBackDialog } from "./roll-back";

interface ReleaseProps {
  number: number;
  /** The release in force. */
  current: number | undefined;
  onClose: () => void;
}

/** One release: what it changed; it can be taken along as text, and published again. */
export function ReleasePage({ number, current, onClose }: ReleaseProps) {
  const { t, exact } = useWords();
  const me = useMe();
  const names = useNames();
  const { data, error, refetch } = useQuery(releaseQuery(number));
  const [isAsking, setIsAsking] = useState(false);
  const exportIt = useExport();
  const mayRollBack = me.permissions.includes("policy.publish") && current !== undefined && number < current;
  const actions = data && (
    <>
      <Button onClick={() => exportIt(number)}>{t("policy.export")}</Button>
      {mayRollBack && <Button onClick={() => setIsAsking(true)}>{t("policy.roll_back.open")}</Button>}
    </>
  );
  return (
    <SettingsPage title={t("policy.release", { n: number })} onBack={onClose} actions={actions}>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={6} height={32} />}
      {data && (
        <>
          <dl className={css.facts}>
            <dt>{t("policy.who")}</dt>
            <dd>{(data.author_id !== null && names.member(data.author_id)?.name) || t("policy.system")}</dd>
            <dt>{t("policy.when")}</dt>
            <dd>{exact(data.published_at)}</dd>
            <dt>{t("policy.note")}</dt>
            <dd>{data.note || t("common.nothing")}</dd>
          </dl>
          <h2 className={css.title}>{t("policy.changed", { n: data.count })}</h2>
          {data.is_readable && data.count > 0 && <Changes changes={data.changes} count={data.count} />}
          {data.is_readable && data.count === 0 && <Empty icon="check" isPart title={t("policy.nothing_changed")} />}
          {!data.is_readable && <Empty icon="alert" isPart title={t("policy.unreadable")} />}
        </>
      )}
      {isAsking && <RollBackDialog to={number} onDone={onClose} onClose={() => setIsAsking(false)} />}
    </SettingsPage>
  );
}

function useExport() {
  const { problem } = useWords();
  const { message } = useVoice();
  return async (release: number) => {
    try {
      const { yaml } = await textOf(release);
      const url = URL.createObjectURL(new Blob([yaml], { type: "application/yaml" }));
      const link = Object.assign(document.createElement("a"), { href: url, download: `policy-${release}.yaml` });
      link.click();
      URL.revokeObjectURL(url);
    } catch (error) {
      message.error(problem(error).title);
    }
  };
}
