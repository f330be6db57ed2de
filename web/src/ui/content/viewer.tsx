/** One picture over the page, whole at first, however tall; its neighbours are an arrow away. */
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { holdHotkeys } from "@/lib/hotkeys";
import { useWords } from "@/lib/words";
import { Icon } from "../marks/icon";
import type { FileRef } from "./files";
import css from "./viewer.module.css";
import { nearer, WHOLE } from "./zoom";

interface ViewerProps {
  pictures: readonly FileRef[];
  /** Id of the one that was opened. */
  first: string;
  onClose: () => void;
}

export function Viewer({ pictures, first, onClose }: ViewerProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(first);
  const [zoom, setZoom] = useState(WHOLE);
  const at = Math.max(
    pictures.findIndex(({ id }) => id === shown),
    0,
  );
  const picture = pictures[at];
  useEffect(() => {
    dialog.current?.showModal();
    return holdHotkeys();
  }, []);
  const go = (by: number) => {
    const next = pictures[at + by];
    if (!next) return;
    setShown(next.id);
    setZoom(WHOLE);
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => go(-1),
    ArrowRight: () => go(1),
    "+": () => setZoom(nearer(zoom, 1)),
    "=": () => setZoom(nearer(zoom, 1)),
    "-": () => setZoom(nearer(zoom, -1)),
    "0": () => setZoom(WHOLE),
  };
  const press = (event: KeyboardEvent) => {
    // Escape closes the picture, and nothing beneath it.
    event.stopPropagation();
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  if (!picture) return null;
  return (
    <dialog ref={dialog} className={css.viewer} aria-label={picture.name} onClose={onClose} onKeyDown={press}>
      <header className={css.bar}>
        <p className={css.name}>{picture.name}</p>
        {pictures.length > 1 && (
          <p className={css.place} role="status">
            {at + 1} / {pictures.length}
          </p>
        )}
        <Act icon="minus" label={t("common.picture.smaller")} keys="-" off={zoom <= WHOLE} onClick={keys["-"]} />
        <Act
          icon="plus"
          label={t("common.picture.larger")}
          keys="+"
          off={nearer(zoom, 1) === zoom}
          onClick={keys["+"]}
        />
        <a className={css.act} href={picture.url} download={picture.name} title={t("common.picture.save")}>
          <Icon name="arrow" size={18} />
          <span className="visually-hidden">{t("common.picture.save")}</span>
        </a>
        <Act icon="close" label={t("common.picture.close")} keys="Esc" onClick={() => dialog.current?.close()} />
      </header>
      <Stage key={picture.id} picture={picture} zoom={zoom} onZoom={setZoom} onBeside={() => dialog.current?.close()} />
      {pictures.length > 1 && (
        <footer className={css.turns}>
          <Act icon="back" label={t("common.picture.before")} keys="←" off={at === 0} onClick={() => go(-1)} />
          <Act
            icon="next"
            label={t("common.picture.after")}
            keys="→"
            off={at === pictures.length - 1}
            onClick={() => go(1)}
          />
        </footer>
      )}
    </dialog>
  );
}

interface ActProps {
  icon: "minus" | "plus" | "close" | "back" | "next";
  label: string;
  keys: string;
  off?: boolean;
  onClick: (() => void) | undefined;
}

function Act({ icon, label, keys, off, onClick }: ActProps) {
  return (
    <button
      type="button"
      className={css.act}
      aria-label={label}
      title={`${label} ${keys}`}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
    >
      <Icon name={icon} size={18} />
    </button>
  );
}

interface StageProps {
  picture: FileRef;
  zoom: number;
  onZoom: (zoom: number) => void;
  /** Pressed where no picture is. */
  onBeside: () => void;
}

/** Larger than its room, it is drawn about by the pointer, and scrolls. */
function Stage({ picture, zoom, onZoom, onBeside }: StageProps) {
  const [whole, setWhole] = useState<number>();
  const press = (event: MouseEvent) => event.target === event.currentTarget && onBeside();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the close button and Escape do the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: the close button and Escape do the same
    <div
      className={css.stage}
      data-large={zoom > WHOLE || undefined}
      onClick={press}
      onPointerMove={(event) => {
        if (event.buttons === 1 && event.pointerType === "mouse")
          event.currentTarget.scrollBy(-event.movementX, -event.movementY);
      }}
    >
      <img
        className={css.large}
        src={picture.url}
        alt={picture.name}
        draggable={false}
        style={zoom > WHOLE && whole ? { width: whole * zoom } : undefined}
        onLoad={({ currentTarget }) => setWhole(currentTarget.clientWidth)}
        onDoubleClick={() => onZoom(zoom > WHOLE ? WHOLE : nearer(nearer(zoom, 1), 1))}
      />
    </div>
  );
}
