import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { Icon } from "../marks/icon";
import { isPaneDrawn } from "./pane";
import css from "./pane-button.module.css";

/** On a phone, what draws the second pane over the page; elsewhere the pane is there. */
export function PaneButton() {
  const { t } = useWords();
  const isDrawn = useStore(isPaneDrawn);
  return (
    <button
      type="button"
      className={css.button}
      aria-label={t("shell.pane.open")}
      aria-expanded={isDrawn}
      onClick={() => isPaneDrawn.set(true)}
    >
      <Icon name="menu" />
    </button>
  );
}
