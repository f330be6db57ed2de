import { Alert } from "antd";
import { useWords } from "@/lib/words";
import type { Ticket } from "../queries";

/** Before a ticket ends: that children of it are open still, and what becomes of them. */
export function ChildrenOpen({ ticket: { children } }: { ticket: Ticket }) {
  const { t } = useWords();
  if (!children || children.done === children.total) return null;
  const title = t(`ticket.relations.open.${children.closing}`, { n: children.total - children.done });
  return <Alert type="warning" showIcon title={title} style={{ marginBottom: 12 }} />;
}
