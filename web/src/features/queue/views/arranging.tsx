import { useQuery } from "@tanstack/react-query";
import { Button, Modal, Switch } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { useArrangeViews, viewsQuery } from "../queries";
import type { ViewInfo } from "../slice";
import css from "./arranging.module.css";

const DRAGGED = "application/x-gongdan-view";

/** All views of a person: in which order they stand, and which of them they see. Each choice is kept at once. */
export function Arranging({ onClose }: { onClose: () => void }) {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const { data: views, error, refetch } = useQuery(viewsQuery);
  const { arrange } = useArrangeViews();
  const box = useRef<HTMLOListElement>(null);
  const put = (change: (views: readonly ViewInfo[]) => ViewInfo[]) =>
    arrange(change).catch((refusal) => message.error([problem(refusal).title, problem(refusal).remedy].join(" ")));
  const move = (key: string, to: number) => {
    void put((all) => moved(all, key, to));
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-view="${CSS.escape(key)}"] button`)?.focus(),
    );
  };
  return (
    <Modal open title={t("views.arrange.title")} footer={null} onCancel={onClose}>
      <p className={css.help}>{t("views.arrange.help")}</p>
      {!views && !error && <SkeletonLines count={8} height={36} />}
      {!views && error && <Failure error={error} onRetry={() => refetch()} />}
      <ol className={css.list} ref={box}>
        {views?.map((view, at) => (
          <Line
            key={view.key}
            view={view}
            at={at}
            last={views.length - 1}
            onMove={move}
            onShow={(isShown) =>
              put((all) => all.map((each) => (each.key === view.key ? { ...each, is_hidden: !isShown } : each)))
            }
          />
        ))}
      </ol>
    </Modal>
  );
}

export function moved(views: readonly ViewInfo[], key: string, to: number): ViewInfo[] {
  const view = views.find((each) => each.key === key);
  const others = views.filter((each) => each.key !== key);
  return view ? [...others.slice(0, to), view, ...others.slice(to)] : others;
}

interface LineProps {
  view: ViewInfo;
  at: number;
  last: number;
  onMove: (key: string, to: number) => void;
  onShow: (isShown: boolean) => void;
}

/** Dragged, or moved by its buttons and by Alt with an arrow. */
function Line({ view, at, last, onMove, onShow }: LineProps) {
  const { t, local } = useWords();
  const [isOver, setIsOver] = useState(false);
  const name = local(view.name);
  const to = (next: number) => next >= 0 && next <= last && onMove(view.key, next);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const key = event.dataTransfer.getData(DRAGGED);
    if (key && key !== view.key) onMove(key, at);
  };
  return (
    <li
      className={css.line}
      data-view={view.key}
      data-over={isOver || undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, view.key)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        to(at + (event.key === "ArrowUp" ? -1 : 1));
      }}
    >
      <span className={css.moving}>
        <Button
          type="text"
          size="small"
          disabled={at === 0}
          aria-label={t("views.arrange.up", { name })}
          icon={<Icon name="arrow" size={14} className={css.up} />}
          onClick={() => to(at - 1)}
        />
        <Button
          type="text"
          size="small"
          disabled={at === last}
          aria-label={t("views.arrange.down", { name })}
          icon={<Icon name="arrow" size={14} />}
          onClick={() => to(at + 1)}
        />
      </span>
      <span className={css.name}>
        {name}
        {view.owner && <span className={css.owner}>{t("queue.view.owner", { name: view.owner.name })}</span>}
      </span>
      <Switch size="small" checked={!view.is_hidden} aria-label={t("views.arrange.show", { name })} onChange={onShow} />
    </li>
  );
}
