import { Link } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { useSetMe, useSignOut } from "@/features/session/queries";
import { type PresenceState, useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import { Avatar } from "@/ui/marks/avatar";
import { Icon } from "@/ui/marks/icon";
import { personalSectionsOf } from "../areas/sections";
import { useLanguage, useLook } from "../look/preferences";
import css from "./me-menu.module.css";
import type { Overlay } from "./overlay";

const PRESENCES: readonly PresenceState[] = ["available", "away", "offline"];

/** The person's own presence first: it decides whether the router gives them work. `onLeave`: an item led elsewhere. */
export function useMeItems(onShow: (overlay: Overlay) => void, onLeave?: () => void) {
  const { t } = useWords();
  const me = useMe();
  const setMe = useSetMe();
  const signOut = useSignOut();
  const preferences = Object.entries({ language: useLanguage(), look: useLook() });
  return [
    {
      key: "presence",
      type: "group" as const,
      label: me.name,
      children: PRESENCES.map((presence) => ({
        key: presence,
        label: (
          <span className={css.presence} data-presence={presence}>
            {t(`shell.presence.${presence}`)}
          </span>
        ),
        onClick: () => setMe.mutate({ presence }),
      })),
    },
    { key: "line", type: "divider" as const },
    {
      key: "account",
      icon: <Icon name="user" size={14} />,
      label: t("shell.account"),
      onClick: () => onShow("account"),
    },
    {
      key: "leaves",
      icon: <Icon name="sun" size={14} />,
      label: t("shell.leaves"),
      onClick: () => onShow("leaves"),
    },
    {
      key: "notices",
      icon: <Icon name="bell" size={14} />,
      label: t("shell.notice_settings"),
      onClick: () => onShow("notices"),
    },
    // Whoever administers nothing finds what is their own among the sections here only.
    ...personalSectionsOf(me).map(({ key }) => ({
      key,
      icon: <Icon name="message" size={14} />,
      label: (
        <Link to="/admin/$section" params={{ section: key }} className={css.link}>
          {t(`shell.own.${key}`)}
        </Link>
      ),
      onClick: onLeave,
    })),
    ...preferences.map(([key, { icon, label, turn }]) => ({
      key,
      icon: <Icon name={icon} size={14} />,
      label,
      onClick: turn,
    })),
    { key: "line2", type: "divider" as const },
    {
      key: "out",
      icon: <Icon name="out" size={14} />,
      label: t("shell.sign_out"),
      onClick: () => signOut.mutate(undefined, { onSuccess: () => location.assign(`${BASE}/sign-in`) }),
    },
  ];
}

export function MeMenu({ onShow }: { onShow: (overlay: Overlay) => void }) {
  const { t } = useWords();
  const me = useMe();
  const items = useMeItems(onShow);
  return (
    <Dropdown trigger={["click"]} placement="topLeft" menu={{ selectedKeys: [me.presence], items }}>
      <button
        type="button"
        className={css.me}
        aria-label={t("shell.person", { name: me.name, presence: t(`shell.presence.${me.presence}`) })}
      >
        <Avatar name={me.name} size={28} presence={me.presence} />
      </button>
    </Dropdown>
  );
}
