/** The frame of a settings page: what it is, one line of what it is for, what can be begun, and its content. */
import type { ReactNode } from "react";
import { useWords } from "@/lib/words";
import { PaneButton } from "../frame/pane-button";
import { Icon } from "../marks/icon";
import css from "./settings-page.module.css";

interface SettingsPageProps {
  title: string;
  lead?: string;
  /** Leads back to what this page is a part of. */
  onBack?: () => void;
  actions?: ReactNode;
  /** Takes all the room that there is, for what is drawn. */
  isWide?: boolean;
  children: ReactNode;
}

export function SettingsPage({ title, lead, onBack, actions, isWide, children }: SettingsPageProps) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else that takes the keys
    <article className={css.page} aria-label={title} tabIndex={0}>
      <header className={css.head}>
        {onBack ? (
          <button type="button" className={css.back} aria-label={t("common.back")} onClick={onBack}>
            <Icon name="back" />
          </button>
        ) : (
          <PaneButton />
        )}
        <div className={css.words}>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      <div className={css.body} data-wide={isWide || undefined}>
        {children}
      </div>
    </article>
  );
}
