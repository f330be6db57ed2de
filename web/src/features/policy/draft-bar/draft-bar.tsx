/** Above every page of the administration, as long as something is drafted: how much, whether it can go out, and the way. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { draftQuery } from "../draft";
import css from "./draft-bar.module.css";

const DraftDrawer = lazy(() => import("./drawer"));
const PublishDialog = lazy(() => import("./publish"));

interface DraftBarProps {
  /** The way to the editor of a section's entry; undefined where there is none. */
  linkTo: (section: string, entry: string | null, text: string) => ReactNode;
}

export function DraftBar({ linkTo }: DraftBarProps) {
  const { t } = useWords();
  const me = useMe();
  const { data: draft } = useQuery({ ...draftQuery, enabled: me.permissions.includes("policy.edit") });
  const [open, setOpen] = useState<"draft" | "publish">();
  if (!draft || draft.sections.length === 0) return null;
  const mayPublish = me.permissions.includes("policy.publish");
  const errors = draft.findings.filter(({ severity }) => severity === "error").length;
  const clashes = draft.sections.reduce((sum, one) => sum + one.clashes.length, 0);
  return (
    <section className={css.bar} aria-label={t("policy.draft.title")}>
      <Icon name="edit" size={14} />
      <span role="status" className={css.words}>
        {t("policy.draft.count", { n: draft.count })}
        {errors > 0 && <em> {t("policy.draft.errors", { n: errors })}</em>}
        {clashes > 0 && <em> {t("policy.draft.collides", { n: clashes })}</em>}
      </span>
      <Button onClick={() => setOpen("draft")}>{t("policy.draft.check")}</Button>
      {mayPublish && (
        <Button
          type="primary"
          onClick={() => setOpen(draft.publishable ? "publish" : "draft")}
          title={draft.publishable ? undefined : t("policy.draft.hindered")}
        >
          {t("policy.draft.publish")}
        </Button>
      )}
      <Suspense>
        {open === "draft" && (
          <DraftDrawer
            draft={draft}
            linkTo={linkTo}
            onPublish={mayPublish ? () => setOpen("publish") : undefined}
            onClose={() => setOpen(undefined)}
          />
        )}
        {open === "publish" && <PublishDialog draft={draft} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </section>
  );
}
