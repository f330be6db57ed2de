import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { api, type Schemas, unwrap } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./setup-guide.module.css";

type Step = Schemas["SetupStepInfo"];

const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/setup", { signal })),
});

interface SetupGuideProps {
  /** The way to where a step is done; undefined where there is none. */
  linkTo: (step: Step["key"], text: string) => ReactNode;
}

/** What is left to set up in a new workspace; gone when nothing is. It never stands in the way: without it, nothing. */
export function SetupGuide({ linkTo }: SetupGuideProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const { data } = useQuery(setupQuery);
  const set = useMutation({
    mutationFn: (body: Schemas["SetSetupStep"]) => unwrap(api.PUT("/api/v1/setup", { body })),
    onSuccess: (guide) => client.setQueryData(setupQuery.queryKey, guide),
  });
  if (!data || data.is_over) return null;
  const left = data.steps.filter((step) => !step.done && !step.skipped).length;
  return (
    <section className={css.guide} aria-label={t("admin.setup.title")}>
      <h2>{t("admin.setup.title")}</h2>
      <p>{t("admin.setup.left", { n: left, total: data.steps.length })}</p>
      <ol className={css.steps}>
        {data.steps.map(({ key, done, skipped }) => (
          <li key={key} data-done={done || skipped || undefined}>
            <span className={css.sign}>{done && <Icon name="check" size={14} />}</span>
            <div className={css.words}>
              <strong>{t(`admin.setup.${key}.title`)}</strong>
              <span>{t(done ? "admin.setup.done" : skipped ? "admin.setup.aside" : `admin.setup.${key}.text`)}</span>
            </div>
            {!done && (
              <div className={css.deeds}>
                {!skipped && linkTo(key, t("admin.setup.go"))}
                <Button
                  size="small"
                  type="text"
                  disabled={set.isPending}
                  aria-label={t(skipped ? "admin.setup.back_of" : "admin.setup.skip_of", {
                    name: t(`admin.setup.${key}.title`),
                  })}
                  onClick={() => set.mutate({ step: key, skipped: !skipped })}
                >
                  {t(skipped ? "admin.setup.back" : "admin.setup.skip")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
