import { useQuery } from "@tanstack/react-query";
import { Alert, Segmented } from "antd";
import { useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { StateTag } from "@/ui/marks/state-tag";
import { Failure, SkeletonLines } from "@/ui/states";
import { isGap } from "./entered";
import { dutyQuery, pastDutyQuery, type Watch } from "./queries";
import css from "./rosters.module.css";

const DAYS = 14;
const SIDES = ["ahead", "past"] as const;

/** Who is on duty in the days to come, as it is saved, and who was. What nobody serves is named. */
export function Preview({ roster }: { roster: string }) {
  const { t } = useWords();
  const [side, setSide] = useState<(typeof SIDES)[number]>("ahead");
  const isPast = side === "past";
  const ahead = useQuery({ ...dutyQuery(roster, DAYS), enabled: !isPast });
  const past = useQuery({ ...pastDutyQuery(roster, DAYS), enabled: isPast });
  const { data, error, refetch } = isPast ? past : ahead;
  const gaps = isPast ? 0 : (data?.filter(isGap).length ?? 0);
  const options = SIDES.map((value) => ({ value, label: t(`rosters.side.${value}`, { n: DAYS }) }));
  return (
    <section className={css.preview} aria-labelledby="roster-preview">
      <h2 id="roster-preview">{t("rosters.preview")}</h2>
      <Segmented options={options} value={side} onChange={setSide} />
      {isPast && <p className={css.none}>{t("rosters.past_text")}</p>}
      {!data && Boolean(error) && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={4} height={32} />}
      {gaps > 0 && <Alert type="warning" showIcon title={t("rosters.gaps", { n: gaps })} />}
      {data && (
        <ol className={css.watches}>
          {(isPast ? [...data].reverse() : data).map((watch) => (
            <WatchLine key={watch.from_at} watch={watch} />
          ))}
        </ol>
      )}
    </section>
  );
}

function WatchLine({ watch }: { watch: Watch }) {
  const { t, minute } = useWords();
  const names = useNames();
  const nameOf = (one: number) => {
    const name = names.member(one)?.name ?? String(one);
    return watch.away.includes(one) ? t("rosters.on_leave", { name }) : name;
  };
  return (
    <li data-gap={isGap(watch) || undefined}>
      <span className={css.span}>
        {t("rosters.span", { from: minute(watch.from_at), until: minute(watch.until_at) })}
      </span>
      <span>
        {isGap(watch) && <StateTag tone="warn">{t("rosters.gap")}</StateTag>}{" "}
        {watch.people.map(nameOf).join(t("common.list_comma"))}
      </span>
    </li>
  );
}
