import { useNavigate, useParams } from "@tanstack/react-router";
import ImportsPage from "@/features/upkeep/imports/page";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Empty } from "@/ui/states";

/** Imports for whoever manages customers and does not administer: within the area of customers. */
export function CustomerImportsRoute() {
  const { t } = useWords();
  const me = useMe();
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  if (!me.permissions.includes("customer.manage"))
    return <Empty icon="lock" title={t("common.forbidden.title")} text={t("common.forbidden.text")} />;
  return (
    <ImportsPage
      id={id}
      search={{}}
      onOpen={(next) =>
        next === undefined
          ? navigate({ to: "/customers/import" })
          : navigate({ to: "/customers/import/$id", params: { id: next } })
      }
      onSearch={() => undefined}
    />
  );
}
