/** The living page of the design system: every part as it is, in the reader's language and look. */
import type { ReactNode } from "react";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { ICON_NAMES, Icon } from "@/ui/marks/icon";
import { SettingsPage } from "@/ui/settings/settings-page";
import tokens from "@/ui/tokens/tokens.json";
import { useTitle } from "../../title";
import { ConditionShown } from "./condition";
import { ControlsShown, MarksShown } from "./controls";
import css from "./design.module.css";
import { StatesShown, TableShown } from "./lists";

export function DesignRoute() {
  const { t } = useWords();
  const me = useMe();
  useTitle(t("design.title"), me.workspace_name);
  return (
    <SettingsPage title={t("design.title")} lead={t("design.lead")}>
      <Part title={t("design.colour")}>
        <Swatches names={Object.keys(tokens.colour)} />
      </Part>
      <Part title={t("design.chart")}>
        <Swatches names={tokens.chart.map((_, at) => `chart-${at + 1}`)} />
      </Part>
      <Part title={t("design.type")}>
        {Object.keys(tokens.type).map((size) => (
          <p key={size} style={{ fontSize: `var(--type-${size})` }}>
            {size} {t("design.sample")}
          </p>
        ))}
      </Part>
      <Part title={t("design.space")}>
        {Object.keys(tokens.space).map((size) => (
          <div key={size} className={css.measure}>
            <span>{size}</span>
            <i style={{ width: `var(--space-${size})` }} />
          </div>
        ))}
      </Part>
      <Part title={t("design.icons")}>
        <div className={css.wrap}>
          {ICON_NAMES.map((name) => (
            <span key={name} title={name} className={css.icon}>
              <Icon name={name} />
            </span>
          ))}
        </div>
      </Part>
      <Part title={t("design.marks")}>
        <MarksShown />
      </Part>
      <Part title={t("design.controls")}>
        <ControlsShown />
      </Part>
      <Part title={t("design.condition")}>
        <ConditionShown />
      </Part>
      <Part title={t("design.table")}>
        <TableShown />
      </Part>
      <Part title={t("design.states")}>
        <StatesShown />
      </Part>
    </SettingsPage>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Swatches({ names }: { names: readonly string[] }) {
  return (
    <ul className={css.swatches}>
      {names.map((name) => (
        <li key={name}>
          <i style={{ background: `var(--${name})` }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
