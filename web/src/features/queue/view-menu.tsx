import { App, Button, Dropdown, Modal } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import { useRemoveView, useSaveView } from "./queries";
import type { Order, Slice, ViewInfo } from "./slice";
import { ViewDialog } from "./view-dialog";

interface ViewMenuProps {
  view: ViewInfo;
  slice: Slice;
  sort: string;
  order: Order;
  onView: (key: string) => void;
}

/** What can be done with the list as a view: keep it as one of one's own, rename, share, remove. */
export function ViewMenu({ view, slice, sort, order, onView }: ViewMenuProps) {
  const { t, local, problem } = useWords();
  const { message } = App.useApp();
  const [dialog, setDialog] = useState<"save" | "change">();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useRemoveView();
  const save = useSaveView();
  const refused = (error: unknown) => message.error([problem(error).title, problem(error).remedy].join(" "));

  /** As it was, under another key. */
  const bringBack = () =>
    save.mutate(bodyOf(view, local(view.name)), { onSuccess: ({ key }) => onView(key), onError: refused });

  const removeNow = () =>
    remove.mutate(view, {
      onSuccess: () => {
        setIsAsking(false);
        onView("mine");
        message.success({
          key: view.key,
          duration: 8,
          content: (
            <>
              {t("queue.view.removed", { name: local(view.name) })}
              <Button
                type="link"
                size="small"
                onClick={() => {
                  message.destroy(view.key);
                  bringBack();
                }}
              >
                {t("queue.view.undo")}
              </Button>
            </>
          ),
        });
      },
      onError: refused,
    });

  const items = [
    { key: "save", label: t("queue.view.save") },
    ...(view.can_edit
      ? [
          { key: "change", label: t("queue.view.change") },
          { key: "remove", label: t("queue.view.remove"), danger: true },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items,
          onClick: ({ key }) => (key === "remove" ? setIsAsking(true) : setDialog(key as "save" | "change")),
        }}
      >
        <Button type="text" aria-label={t("queue.view.menu")} icon={<Icon name="more" />} />
      </Dropdown>
      {dialog && (
        <ViewDialog
          kind={dialog}
          view={view}
          shown={{ slice, sort, order }}
          onClose={() => setDialog(undefined)}
          onSaved={(key) => {
            setDialog(undefined);
            if (key !== view.key) onView(key);
          }}
        />
      )}
      <Modal
        open={isAsking}
        title={t("queue.view.remove_title", { name: local(view.name) })}
        okText={t("queue.view.remove")}
        okButtonProps={{ danger: true }}
        confirmLoading={remove.isPending}
        onOk={removeNow}
        onCancel={() => setIsAsking(false)}
      >
        {t(view.shared === "nobody" ? "queue.view.remove_own" : "queue.view.remove_shared")}
      </Modal>
    </>
  );
}

function bodyOf(view: ViewInfo, name: string) {
  const { sort, order, group, colours, layout, shared, teams } = view;
  const columns = view.columns.map(({ key }) => key);
  return { name, condition: view.condition ?? {}, columns, sort, order, group, colours, layout, shared, teams };
}
