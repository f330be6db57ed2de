import { Button, Dropdown, Tooltip } from "antd";
import { Bell } from "@/features/notices/bell";
import { useSetMe, useSignOut } from "@/features/session/queries";
import { chooseLocale, type Locale } from "@/lib/i18n";
import { liveness } from "@/lib/realtime";
import { type PresenceState, useMe } from "@/lib/session";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/avatar";
import { Icon } from "@/ui/icon";
import { chooseTheme, themeStore } from "../theme";
import css from "./header.module.css";
import type { Overlay } from "./workbench";

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
        <LanguageButton />
        <ThemeButton />
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
        <PersonMenu />
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

function LanguageButton() {
  const { t, locale } = useWords();
  const setMe = useSetMe();
  const other: Locale = locale === "en" ? "zh-CN" : "en";
  const change = async () => {
    await chooseLocale(other);
    setMe.mutate({ locale: other });
  };
  return (
    <Tooltip title={t("shell.language")}>
      <Button
        type="text"
        aria-label={t("shell.language")}
        onClick={change}
        icon={<Icon name="globe" />}
        className={css.wide}
      />
    </Tooltip>
  );
}

function ThemeButton() {
  const { t } = useWords();
  const theme = useStore(themeStore);
  const label = t(theme === "dark" ? "shell.light" : "shell.dark");
  return (
    <Tooltip title={label}>
      <Button
        type="text"
        aria-label={label}
        className={css.wide}
        onClick={() => chooseTheme(theme === "dark" ? "light" : "dark")}
        icon={<Icon name={theme === "dark" ? "sun" : "moon"} />}
      />
    </Tooltip>
  );
}

const PRESENCES: readonly PresenceState[] = ["available", "away", "offline"];

/** The person's own presence first: it decides whether the router gives him work. */
function PersonMenu() {
  const { t, locale } = useWords();
  const me = useMe();
  const setMe = useSetMe();
  const signOut = useSignOut();
  const theme = useStore(themeStore);
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
            key: "language",
            icon: <Icon name="globe" size={14} />,
            label: t("shell.language"),
            onClick: () => chooseLocale(locale === "en" ? "zh-CN" : "en"),
          },
          {
            key: "theme",
            icon: <Icon name={theme === "dark" ? "sun" : "moon"} size={14} />,
            label: t(theme === "dark" ? "shell.light" : "shell.dark"),
            onClick: () => chooseTheme(theme === "dark" ? "light" : "dark"),
          },
          { type: "divider" },
          {
            key: "out",
            icon: <Icon name="out" size={14} />,
            label: t("shell.sign_out"),
            onClick: () => signOut.mutate(undefined, { onSuccess: () => location.assign("/sign-in") }),
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
