import { Link, useLocation } from "@tanstack/react-router";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { Bell } from "@/features/notices/bell";
import type { OpenNotice } from "@/features/notices/notice-list";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "@/ui/marks/icon";
import logo from "@/ui/marks/logo.svg";
import { areasOf } from "../areas/areas";
import { MeMenu } from "./me-menu";
import type { Overlay } from "./overlay";
import css from "./rail.module.css";

interface RailProps {
  onShow: (overlay: Overlay) => void;
  onNotice: OpenNotice;
}

/** The areas of the house; above them what begins something, below what is always at hand. */
export function Rail({ onShow, onNotice }: RailProps) {
  const { t } = useWords();
  const me = useMe();
  const path = useLocation({ select: (at) => at.pathname });
  const mod = /Mac/.test(navigator.platform) ? "⌘" : "Ctrl";
  return (
    <aside className={css.rail} aria-label={me.workspace_name}>
      <Link to="/" className={css.logo} aria-label={t("shell.home", { name: me.workspace_name })}>
        <img src={logo} alt="" width={26} height={26} />
      </Link>
      <RailButton icon="plus" label={t("shell.create.title")} keys="Alt T" onClick={() => onShow("create")} isMain />
      <RailButton icon="search" label={t("shell.palette.open")} keys={`${mod} K`} onClick={() => onShow("palette")} />
      <nav aria-label={t("shell.areas.label")} className={css.areas}>
        {areasOf(me).map(({ key, icon, to, holds }) => (
          <Link key={key} to={to} className={css.area} aria-current={holds.test(path) ? "true" : undefined}>
            <Icon name={icon} size={18} />
            {t(`shell.areas.${key}`)}
          </Link>
        ))}
      </nav>
      <Bell onOpen={onNotice} className={css.button} placement="rightBottom" />
      <RailButton icon="help" label={t("shell.keys.title")} keys="?" onClick={() => onShow("keys")} />
      <MeMenu onShow={onShow} />
    </aside>
  );
}

interface RailButtonProps {
  icon: IconName;
  label: string;
  keys: string;
  isMain?: boolean;
  onClick: () => void;
}

function RailButton({ icon, label, keys, isMain, onClick }: RailButtonProps): ReactNode {
  return (
    <Tooltip title={`${label} ${keys}`} placement="right">
      <button type="button" aria-label={label} className={css.button} data-main={isMain || undefined} onClick={onClick}>
        <Icon name={icon} size={18} />
      </button>
    </Tooltip>
  );
}
