import { queryOptions, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, type Schemas, unwrap } from "@/lib/api";
import { useCounting } from "@/lib/words";
import { Icon, type IconName } from "@/ui/marks/icon";
import { StateTag, type Tone } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, SkeletonLines, Stale } from "@/ui/states";
import css from "./system.module.css";

type Check = Schemas["SystemCheck"];

const REFRESHED_MS = 10_000;
const COLOURS: Record<Check["state"], Tone> = { ok: "good", warn: "warn", bad: "bad" };
const ICONS: Record<Check["state"], IconName> = { ok: "check", warn: "alert", bad: "alert" };
const ORDER: readonly Check["state"][] = ["bad", "warn", "ok"];

const systemQuery = queryOptions({
  queryKey: ["system"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/system", { signal })),
  refetchInterval: REFRESHED_MS,
});

/** How the installation is: what is wrong first, each with what it means and what to do. */
export default function SystemPage(_section: SectionProps) {
  const { t, ago, now } = useCounting();
  const { data, error, refetch, isFetching } = useQuery(systemQuery);
  const again = (
    <Button icon={<Icon name="refresh" size={14} />} loading={isFetching} onClick={() => refetch()}>
      {t("system.again")}
    </Button>
  );
  return (
    <SettingsPage title={t("system.title")} lead={t("system.lead")} actions={again}>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={8} height={44} />}
      {data && (
        <>
          <Stale error={error} onRetry={refetch} />
          <p className={css.whole} role="status">
            <StateTag tone={COLOURS[data.state]}>{t(`system.whole.${data.state}`)}</StateTag>
            <span>{t("system.looked", { ago: ago(data.at, now) })}</span>
          </p>
          <ul className={css.checks}>
            {ORDER.flatMap((state) => data.checks.filter((check) => check.state === state)).map((check) => (
              <li key={check.code + check.text} data-state={check.state}>
                <Icon name={ICONS[check.state]} />
                <div>
                  <h2>
                    {check.title}
                    {check.state !== "ok" && (
                      <StateTag tone={COLOURS[check.state]}>{t(`system.state.${check.state}`)}</StateTag>
                    )}
                  </h2>
                  <p>{check.text}</p>
                  {check.remedy && <p className={css.remedy}>{check.remedy}</p>}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </SettingsPage>
  );
}
