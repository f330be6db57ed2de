import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Modal } from "antd";
import { lazy, Suspense, useState } from "react";
import { needTexts } from "@/lib/i18n";
import { sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { useVoice } from "@/ui/states/voice";
import type { Display } from "../list/display";
import { useArrangeViews, useRemoveView, useSaveView } from "../queries";
import type { Order, Slice, ViewInfo } from "../slice";
import type { Draft } from "./editor/draft";

/** What stands on the screen. */
export interface Shown {
  slice: Slice;
  sort: string;
  order: Order;
  display: Display;
}

interface ViewMenuProps {
  view: ViewInfo;
  shown: Shown;
  onView: (key: string) => void;
}

/** The editor is loaded when it is opened, with its texts and what a draft begins with. */
const loadEditor = () =>
  Promise.all([import("./editor/view-editor"), needTexts("condition", "views")]).then(([part]) => part);
const ViewEditor = lazy(() => loadEditor().then((part) => ({ default: part.ViewEditor })));
const Arranging = lazy(() =>
  Promise.all([import("./arranging"), needTexts("views")]).then(([part]) => ({ default: part.Arranging })),
);
const ExportDialog = lazy(() =>
  Promise.all([import("./export-dialog"), needTexts("views")]).then(([part]) => ({ default: part.ExportDialog })),
);

interface Editing {
  isNew: boolean;
  initial: Draft;
}

/** What can be done with the list as a view: keep it as one of one's own, change, copy, hide, remove; and all of them. */
export function ViewMenu({ view, shown, onView }: ViewMenuProps) {
  const { t, local, problem } = useWords();
  const { message } = useVoice();
  const [editing, setEditing] = useState<Editing>();
  const [isAsking, setIsAsking] = useState(false);
  const [isArranging, setIsArranging] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  const { data: me } = useQuery(sessionQuery);
  const remove = useRemoveView();
  const save = useSaveView();
  const { arrange } = useArrangeViews();
  const refused = (error: unknown) => message.error([problem(error).title, problem(error).remedy].join(" "));
  const tell = (text: string, undo: () => void) => {
    const back = () => {
      message.destroy(view.key);
      undo();
    };
    const button = (
      <Button type="link" size="small" onClick={back}>
        {t("queue.view.undo")}
      </Button>
    );
    message.success({ key: view.key, duration: 8, content: [text, <span key="undo">{button}</span>] });
  };

  const removeNow = () =>
    remove.mutate(view, {
      onSuccess: () => {
        setIsAsking(false);
        onView("mine");
        // As it was, under another key.
        const bringBack = () =>
          save.mutate(bodyOf(view, local(view.name)), { onSuccess: ({ key }) => onView(key), onError: refused });
        tell(t("queue.view.removed", { name: local(view.name) }), bringBack);
      },
      onError: refused,
    });
  const hide = (isHidden: boolean) =>
    arrange((views) => views.map((each) => (each.key === view.key ? { ...each, is_hidden: isHidden } : each)));
  const edit = async (what: "save" | "change" | "copy") => {
    const { draftOf, draftOfShown } = await import("./editor/draft");
    const name = local(view.name);
    if (what === "save") return setEditing({ isNew: true, initial: draftOfShown(view, shown) });
    if (what === "change") return setEditing({ isNew: false, initial: draftOf(view, name) });
    const copy = {
      ...draftOf(view, t("queue.view.copy_name", { name }).slice(0, 60)),
      shared: "nobody" as const,
      teams: [],
    };
    setEditing({ isNew: true, initial: copy });
  };
  const act = (key: string) => {
    if (key === "remove") return setIsAsking(true);
    if (key === "arrange") return setIsArranging(true);
    if (key === "export") return setIsExporting(true);
    if (key !== "hide") return void edit(key as "save" | "change" | "copy");
    void hide(!view.is_hidden).then(() => {
      if (!view.is_hidden) tell(t("queue.view.hidden", { name: local(view.name) }), () => void hide(false));
    }, refused);
  };
  const items = [
    { key: "save", label: t("queue.view.save") },
    ...(view.can_edit ? [{ key: "change", label: t("queue.view.change") }] : []),
    ...(view.owner ? [{ key: "copy", label: t("queue.view.copy") }] : []),
    { key: "hide", label: t(view.is_hidden ? "queue.view.show" : "queue.view.hide") },
    { key: "arrange", label: t("queue.view.arrange") },
    ...(me?.permissions.includes("ticket.export") ? [{ key: "export", label: t("queue.view.export") }] : []),
    ...(view.can_edit ? [{ key: "remove", label: t("queue.view.remove"), danger: true }] : []),
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
        <Button type="text" aria-label={t("queue.view.menu")} icon={<Icon name="more" />} />
      </Dropdown>
      <Suspense>
        {editing && (
          <ViewEditor
            view={view}
            {...editing}
            onClose={() => setEditing(undefined)}
            onSaved={(key) => {
              setEditing(undefined);
              message.success(t("queue.view.saved"));
              if (key !== view.key) onView(key);
            }}
          />
        )}
        {isExporting && <ExportDialog shown={shown} onClose={() => setIsExporting(false)} />}
        {isArranging && <Arranging onClose={() => setIsArranging(false)} />}
      </Suspense>
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
  const { sort, order, group, colours, layout, density, counted, shared, teams } = view;
  const columns = view.columns.map(({ key }) => key);
  const shown = { columns, sort, order, group, colours, layout, density, counted };
  return { name, condition: view.condition ?? {}, ...shown, shared, teams };
}
