/** An area of the house: its second pane, which folds by `[`, and its content. On a phone the pane is drawn over it. */
import { lazy, type ReactNode, Suspense } from "react";
import { useMedia } from "@/lib/browser/media";
import { useHotkeys } from "@/lib/hotkeys";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { Icon } from "../marks/icon";
import css from "./area-frame.module.css";
import { foldPane, isPaneDrawn, isPaneFolded } from "./pane";

const DrawnPane = lazy(() => import("./drawn-pane"));

export const IS_WIDE = "(min-width: 901px)";

interface AreaFrameProps {
  title: string;
  pane: ReactNode;
  children: ReactNode;
}

export function AreaFrame({ title, pane, children }: AreaFrameProps) {
  const { t } = useWords();
  const isWide = useMedia(IS_WIDE);
  const isFolded = useStore(isPaneFolded);
  const isDrawn = useStore(isPaneDrawn);
  useHotkeys({ "[": () => foldPane() }, isWide);
  return (
    <div className={css.area}>
      {isWide && !isFolded && (
        <div className={css.pane}>
          <div className={css.head}>
            <h2>{title}</h2>
            <button
              type="button"
              className={css.fold}
              aria-label={t("shell.pane.fold")}
              title={`${t("shell.pane.fold")} [`}
              onClick={() => foldPane(true)}
            >
              <Icon name="fold" size={14} />
            </button>
          </div>
          {pane}
        </div>
      )}
      {isWide && isFolded && (
        <button
          type="button"
          className={css.unfold}
          aria-label={t("shell.pane.unfold")}
          title={`${t("shell.pane.unfold")} [`}
          onClick={() => foldPane(false)}
        >
          <Icon name="next" size={12} />
        </button>
      )}
      {!isWide && isDrawn && (
        <Suspense>
          <DrawnPane title={title}>{pane}</DrawnPane>
        </Suspense>
      )}
      <div className={css.content}>{children}</div>
    </div>
  );
}
