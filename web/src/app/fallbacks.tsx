import type { ErrorComponentProps } from "@tanstack/react-router";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import { Empty, Failure, SkeletonLines } from "@/ui/states";

export function NotFoundPage() {
  const { t } = useWords();
  return (
    <main>
      <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")}>
        <a href={`${BASE}/`}>{t("common.no_page.home")}</a>
      </Empty>
    </main>
  );
}

/** Until a screen has loaded, alone or inside the shell, which has a `main` already. */
export function ComingPage() {
  return <SkeletonLines count={10} height={48} />;
}

/** As `ComingPage`: the shell around it stays. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  return <Failure error={error} onRetry={reset} />;
}
