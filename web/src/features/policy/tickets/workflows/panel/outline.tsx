import { Button } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { PhasePill } from "@/ui/marks/phase-pill";
import { REOPENING } from "../model/chosen";
import type { Graveness } from "../model/findings";
import { leaving, type Status, standing, type Transition, type Workflow } from "../model/flow";
import type { Severity } from "../queries";
import { useWho } from "../who";
import css from "./panel.module.css";

interface OutlineProps extends Graveness {
  flow: Workflow;
  chosenStatus: string | undefined;
  chosenWay: string | undefined;
  counts: ReadonlyMap<string, number> | undefined;
  onStatus: (key: string) => void;
  onWay: (key: string) => void;
  /** A transition out of this status is to be added; undefined: not by them. */
  onAdd: ((from: string) => void) | undefined;
  onRestore: ((list: List, key: string) => void) | undefined;
}

type List = "statuses" | "transitions";

/** The workflow as a list: each status, and beneath it what leads out of it. All that the drawing can, without a mouse. */
export function Outline(props: OutlineProps) {
  const { t } = useWords();
  const { flow, chosenWay, onWay } = props;
  return (
    <section className={css.panel} aria-label={t("workflows.outline")}>
      <ul className={css.outline}>
        {standing(flow.statuses).map((status) => (
          <StatusItem key={status.key} status={status} {...props} />
        ))}
      </ul>
      <button
        type="button"
        className={css.rule}
        aria-current={chosenWay === REOPENING || undefined}
        onClick={() => onWay(REOPENING)}
      >
        <Reopening flow={flow} />
      </button>
      <Retired {...props} />
    </section>
  );
}

function StatusItem({ status, ...props }: OutlineProps & { status: Status }) {
  const { t, local } = useWords();
  const { flow, counts, chosenStatus, chosenWay, statusFindings, wayFindings, onStatus, onWay, onAdd } = props;
  const count = counts && (counts.get(status.key) ?? 0);
  return (
    <li className={css.status}>
      <button
        type="button"
        className={css.name}
        aria-current={chosenStatus === status.key || undefined}
        onClick={() => onStatus(status.key)}
      >
        <PhasePill plain phase={status.phase} name={local(status.name)} />
        <FindingMark severity={statusFindings.get(status.key)} />
        <span className={css.aside}>
          {[
            flow.initial === status.key && t("workflows.initial"),
            count !== undefined && t("workflows.standing", { n: count }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </button>
      <ul>
        {leaving(flow, status.key).map((way) => (
          <li key={way.key}>
            <button
              type="button"
              className={css.way}
              aria-current={chosenWay === way.key || undefined}
              onClick={() => onWay(way.key)}
            >
              <WayWords flow={flow} way={way} />
              <FindingMark severity={wayFindings.get(way.key)} />
            </button>
          </li>
        ))}
        {onAdd && (
          <li>
            <button type="button" className={css.way} data-adds onClick={() => onAdd(status.key)}>
              <Icon name="plus" size={12} />
              <span>
                {t("workflows.add_transition")}
                <span className="visually-hidden">{t("workflows.out_of", { name: local(status.name) })}</span>
              </span>
            </button>
          </li>
        )}
      </ul>
    </li>
  );
}

function WayWords({ flow, way }: { flow: Workflow; way: Transition }) {
  const { local } = useWords();
  const who = useWho();
  const to = flow.statuses.find(({ key }) => key === way.to);
  return (
    <span className={css.words}>
      <b>{local(way.name)}</b> → {local(to?.name) || way.to}
      <small>{who(way.who)}</small>
    </span>
  );
}

function Reopening({ flow }: { flow: Workflow }) {
  const { t, local, span } = useWords();
  const who = useWho();
  const to = flow.statuses.find(({ key }) => key === flow.reopen.to);
  return (
    <span className={css.words}>
      <b>{t("workflows.reopening")}</b> → {local(to?.name) || flow.reopen.to}
      <small>
        {[t("workflows.within", { span: span(flow.reopen.window_s) }), who(flow.reopen.who ?? [])].join(" · ")}
      </small>
    </span>
  );
}

/** What tickets may still name, and nobody meets any more. */
function Retired({ flow, onRestore }: OutlineProps) {
  const { t, local } = useWords();
  const gone = (["statuses", "transitions"] as const).flatMap((list) =>
    flow[list].filter(({ retired }) => retired).map(({ key, name }) => ({ list, key, name: local(name) })),
  );
  if (gone.length === 0) return null;
  return (
    <details className={css.retired}>
      <summary>{t("workflows.retired_n", { n: gone.length })}</summary>
      <ul>
        {gone.map(({ list, key, name }) => (
          <li key={`${list} ${key}`}>
            <span>{t(`workflows.retired.${list}`, { name })}</span>
            {onRestore && (
              <Button
                size="small"
                aria-label={t("workflows.restore_named", { name })}
                onClick={() => onRestore(list, key)}
              >
                {t("policy.entry.restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function FindingMark({ severity }: { severity: Severity | undefined }) {
  const { t } = useWords();
  if (!severity) return null;
  return (
    <span className={css.mark} data-severity={severity}>
      <Icon name="alert" size={14} />
      <span className="visually-hidden">{t(`policy.draft.${severity}`)}</span>
    </span>
  );
}
