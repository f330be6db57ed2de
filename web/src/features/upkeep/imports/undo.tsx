import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Refusal } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { useUndo, type Work } from "./queries";

/** Take back what an import made; how far that is, its operation tells. */
export function UndoImport({ work }: { work: Work }) {
  const { t } = useWords();
  const { modal } = useVoice();
  const navigate = useNavigate();
  const { plan, start, stop } = useUndo();
  const undo = async () => {
    const planned = await plan.mutateAsync(work.operation_id).catch(() => undefined);
    if (!planned) return;
    const words = { title: t("imports.undo_title", { n: planned.total }), content: t("imports.undo_text") };
    if (await modal.confirm({ ...words, okText: t("imports.undo"), cancelText: t("common.cancel") })) {
      const params = { section: "operations", id: String(planned.id) };
      start.mutate(planned.id, { onSuccess: () => navigate({ to: "/admin/$section/$id", params }) });
    } else {
      stop.mutate(planned.id);
    }
  };
  return (
    <>
      <Refusal error={plan.error ?? start.error} />
      <Button icon={<Icon name="history" size={14} />} loading={plan.isPending || start.isPending} onClick={undo}>
        {t("imports.undo")}
      </Button>
    </>
  );
}
