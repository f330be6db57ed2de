import { Button, Dropdown, Tooltip } from "antd";
import { Bell } from "@/features/notices/bell";
import { useSetMe, useSignOut } from "@/features/session/queries";
import { liveness } from "@/lib/realtime";
import { type PresenceState, useMe } from "@/lib/session";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { BASE } from "@/lib/workspace";
import { Avatar } from "@/ui/avatar";
import { Icon } from "@/ui/icon";
import { PreferenceButtons, useLanguage, useLook } from "../preferences";
import css from "./header.module.css";
import type { Overlay } from "./overlay";

interface HeaderProps {
  onShow: (overlay: Overlay) => void;
  onOpen: (number: string) => void;
}

export function Header({ onShow, onOpen }: HeaderProps) {
  const { t } = useWords();
  return (
    <header className={css.header}>
      <Button
        type="text"
        className={css.menu}
        aria-label={t("shell.views")}
        onClick={() => onShow("rail")}
        icon={<Icon name="menu" />}
      />
      <button type="button" className={css.search} onClick={() => onShow("palette")}>
        <Icon name="search" size={14} />
        <span>{t("shell.palette.open")}</span>
        <kbd>{/Mac/.test(navigator.platform) ? "⌘" : "Ctrl"} K</kbd>
      </button>
      <div className={css.right}>
        <Connection />
        <PreferenceButtons className={css.wide} />
        <Tooltip title={t("shell.keys.title")}>
          <Button
            type="text"
            className={css.keys}
            aria-label={t("shell.keys.title")}
            onClick={() => onShow("keys")}
            icon={<Icon name="keyboard" />}
          />
        </Tooltip>
        <Bell onOpen={onOpen} />
        <PersonMenu onShow={onShow} />
      </div>
    </header>
  );
}

/** Says only when live changes do not arrive; silence means that all is well. */
function Connection() {
  const { t } = useWords();
  const state = useStore(liveness);
  return (
    <span role="status" className={css.connection}>
      {state === "lost" && (
        <>
          <i aria-hidden="true" />
          {t("shell.lost")}
        </>
      )}
    </span>
  );
}

const PRESENCES: readonly PresenceState[] = ["available", "away", "offline"];

/** The person's own presence first: it decides whether the router gives them work. */
function PersonMenu({ onShow }: { onShow: (overlay: Overlay) => void }) {
  const { t } = useWords();
  const me = useMe();
  const setMe = useSetMe();
  const signOut = useSignOut();
  const preferences = Object.entries({ language: useLanguage(), look: useLook() });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectedKeys: [me.presence],
        items: [
          {
            type: "group",
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
          { type: "divider" },
          {
            key: "account",
            icon: <Icon name="user" size={14} />,
            label: t("shell.account"),
            onClick: () => onShow("account"),
          },
          {
            key: "notices",
            icon: <Icon name="bell" size={14} />,
            label: t("shell.notice_settings"),
            onClick: () => onShow("notices"),
          },
          ...preferences.map(([key, { icon, label, turn }]) => ({
            key,
            icon: <Icon name={icon} size={14} />,
            label,
            onClick: turn,
          })),
          { type: "divider" },
          {
            key: "out",
            icon: <Icon name="out" size={14} />,
            label: t("shell.sign_out"),
            onClick: () => signOut.mutate(undefined, { onSuccess: () => location.assign(`${BASE}/sign-in`) }),
          },
        ],
      }}
    >
      <button
        type="button"
        className={css.person}
        aria-label={t("shell.person", { name: me.name, presence: t(`shell.presence.${me.presence}`) })}
      >
        <Avatar name={me.name} size={26} presence={me.presence} />
        <span className={css.label}>{t(`shell.presence.${me.presence}`)}</span>
        <Icon name="down" size={12} />
      </button>
    </Dropdown>
  );
}
