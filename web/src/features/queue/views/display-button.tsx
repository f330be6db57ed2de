import { Button, Popover, Tooltip } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { Display } from "../list/display";
import type { ViewInfo } from "../slice";
import css from "./display-menu.module.css";

const Choices = lazy(() => import("./display-menu").then((part) => ({ default: part.Choices })));

export interface DisplayMenuProps {
  view: ViewInfo;
  display: Display;
  onDisplay: (change: Partial<Display>) => void;
  isSaving: boolean;
}

/** How the list is shown: as rows or cards, how close, together by what, with which columns. */
export function DisplayButton(props: DisplayMenuProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: KeyboardEvent) => event.key === "Escape" && setIsOpen(false);
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [isOpen]);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setIsOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<div className={css.choices} />}>
          <Choices {...props} onClose={() => setIsOpen(false)} />
        </Suspense>
      }
    >
      <Tooltip title={t("queue.display.label")}>
        <Button type="text" aria-label={t("queue.display.label")} icon={<Icon name="rows" />} />
      </Tooltip>
    </Popover>
  );
}
