import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useSetMe } from "@/features/session/queries";
import { sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import css from "./back-again.module.css";

/** Who was taken for offline without a word is asked; the first deed answers as well, so it is looked at now and then. */
export function BackAgain() {
  const { t } = useWords();
  const { data: me } = useQuery({
    ...sessionQuery,
    staleTime: 60_000,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (state.data?.offline_by === "auto" ? 10_000 : false),
  });
  const setMe = useSetMe();
  if (me?.presence !== "offline" || me.offline_by !== "auto") return null;
  return (
    <section className={css.bar} aria-label={t("shell.back.label")}>
      <span>{t("shell.back.ask")}</span>
      <Button
        size="small"
        type="primary"
        loading={setMe.isPending}
        onClick={() => setMe.mutate({ presence: "available" })}
      >
        {t("shell.back.yes")}
      </Button>
      <Button size="small" type="text" onClick={() => setMe.mutate({ presence: "offline" })}>
        {t("shell.back.no")}
      </Button>
    </section>
  );
}
