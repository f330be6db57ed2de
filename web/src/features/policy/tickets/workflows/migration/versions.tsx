import { Button } from "antd";
import { useState } from "react";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import type { Running } from "../queries";
import { MigrationDialog } from "./dialog";
import css from "./migration.module.css";

interface VersionsProps {
  running: Running | undefined;
  others: readonly Running[];
}

/** The versions that still run, and the way to the one in force for whoever may publish. */
export function Versions({ running, others }: VersionsProps) {
  const { t, exact } = useWords();
  const me = useMe();
  const [isOpen, setIsOpen] = useState(false);
  const used = running?.versions.filter(({ tickets }) => tickets > 0) ?? [];
  const old = used.filter(({ is_current }) => !is_current);
  if (!running || used.length === 0) return null;
  const mayMigrate = me.permissions.includes("policy.publish");
  return (
    <details className={css.versions}>
      <summary>
        {old.length > 0
          ? t("workflows.migration.behind", { n: old.reduce((sum, one) => sum + one.tickets, 0), of: running.tickets })
          : t("workflows.migration.current", { n: running.tickets })}
      </summary>
      <ul>
        {used.map(({ version, is_current, release, published_at, tickets }) => (
          <li key={version}>
            <span>{t("policy.release", { n: release })}</span>
            <span>{is_current ? t("policy.in_force") : exact(published_at)}</span>
            <span>{t("workflows.standing", { n: tickets })}</span>
          </li>
        ))}
      </ul>
      {mayMigrate && (
        <Button size="small" onClick={() => setIsOpen(true)}>
          {t("workflows.migration.open")}
        </Button>
      )}
      {isOpen && <MigrationDialog running={running} others={others} onClose={() => setIsOpen(false)} />}
    </details>
  );
}
