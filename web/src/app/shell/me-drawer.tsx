import { Link } from "@tanstack/react-router";
import { Drawer, Menu } from "antd";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { areasOf } from "../areas/areas";
import { useMeItems } from "./me-menu";
import css from "./me-menu.module.css";
import type { Overlay } from "./overlay";

/** The fourth tab of a phone: one's presence, the other areas, one's own settings. */
export function MeDrawer({ onClose, onShow }: { onClose: () => void; onShow: (overlay: Overlay) => void }) {
  const { t } = useWords();
  const me = useMe();
  const items = useMeItems(onShow, onClose);
  const areas = areasOf(me).filter(({ key }) => key !== "desk");
  const links = areas.map(({ key, icon, to }) => ({
    key,
    icon: <Icon name={icon} size={14} />,
    label: (
      <Link to={to} className={css.link} onClick={onClose}>
        {t(`shell.areas.${key}`)}
      </Link>
    ),
  }));
  const [presence, line, ...rest] = items;
  const all = [
    presence,
    ...(links.length > 0 ? [{ key: "areas", type: "divider" as const }, ...links] : []),
    line,
    ...rest,
  ];
  return (
    <Drawer
      open
      placement="bottom"
      size="auto"
      title={t("shell.tabs.me")}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
    >
      <Menu selectedKeys={[me.presence]} items={all as typeof items} />
    </Drawer>
  );
}
