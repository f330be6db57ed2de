import { liveness } from "@/lib/realtime";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import css from "./connection.module.css";

/** Says only when live changes do not arrive; silence means that all is well. */
export function Connection() {
  const { t } = useWords();
  const state = useStore(liveness);
  return (
    <div role="status" className={css.connection}>
      {state === "lost" && (
        <p className={css.lost}>
          <i aria-hidden="true" />
          {t("shell.lost")}
        </p>
      )}
    </div>
  );
}
