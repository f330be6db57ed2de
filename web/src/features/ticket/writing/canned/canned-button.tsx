import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./canned.module.css";

/** Opens the list of canned replies where the caret stands. */
export function CannedButton({ onBegin }: { onBegin: () => void }) {
  const { t } = useWords();
  const label = t("ticket.canned.open");
  return (
    <button type="button" className={css.begin} title={label} aria-label={label} onClick={onBegin}>
      <Icon name="message" />
    </button>
  );
}
