import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Modal } from "antd";
import { useEffect, useId, useState } from "react";
import { titleQuery, viewsQuery } from "@/features/queue/queries";
import { useSetMe } from "@/features/session/queries";
import { findQuery } from "@/lib/api/find";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { type Command, commandStore } from "@/ui/commands";
import { useSettled } from "@/ui/fields/settled";
import { Icon } from "@/ui/marks/icon";
import { useLanguage, useLook } from "../../look/preferences";
import type { Overlay } from "../overlay";
import css from "./palette.module.css";
import { matching } from "./palette-match";
import { takeTyped } from "./typed-ahead";

interface PaletteProps {
  onClose: () => void;
  onShow: (overlay: Overlay) => void;
  onOpen: (number: string) => void;
}

/** Goes anywhere and does anything by a few letters; a ticket's number, or words of its title, lead to the ticket. */
export function Palette({ onClose, onShow, onOpen }: PaletteProps) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState(takeTyped);
  const [active, setActive] = useState(0);
  const commands = useAllCommands(onShow);
  const named = matching(text, commands, (number) => ({
    id: "number",
    title: t("shell.palette.number", { number }),
    run: () => onOpen(number),
  }));
  const found = onlyOnce([...named, ...useRecords(text, onOpen)]);
  const at = Math.min(active, found.length - 1);
  const idOf = (index: number) => `${id}-${index}`;

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // The Enter that ends the choice of a Chinese word is not meant for the list.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((at + step + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter") run(found[at]);
    else return;
    event.preventDefault();
  };

  useEffect(() => {
    // No value of it: newer browsers answer a promise, which React would take for a clean-up.
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  return (
    <Modal
      open
      title={t("shell.palette.open")}
      classNames={{ header: "visually-hidden" }}
      footer={null}
      closable={false}
      onCancel={onClose}
      width={560}
      styles={{ container: { padding: 0 } }}
      style={{ top: "14vh" }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: opening the palette means to type
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[at] && idOf(at)}
        aria-label={t("shell.palette.label")}
        placeholder={t("shell.palette.label")}
        className={css.input}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={id} aria-label={t("shell.palette.label")} className={css.list}>
        {found.length === 0 && <p className={css.none}>{t("shell.palette.none")}</p>}
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns the list
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={command.id}
            id={idOf(index)}
            role="option"
            aria-selected={index === at}
            className={css.option}
            onMouseMove={() => setActive(index)}
            onClick={() => run(command)}
          >
            <span className={css.title}>
              {command.icon && <Icon name={command.icon} size={14} />}
              {command.title}
            </span>
            {command.hint && <kbd>{command.hint}</kbd>}
          </div>
        ))}
      </div>
    </Modal>
  );
}

/** What one has of a record leads to it, once the person stops typing; after that come words inside of titles. */
function useRecords(text: string, onOpen: (number: string) => void): Command[] {
  const navigate = useNavigate();
  const typed = text.trim();
  const words = useSettled(typed.length > 1 ? typed : "");
  const { data: found } = useQuery(findQuery(words));
  const { data: titled } = useQuery(titleQuery(words));
  if (typed.length < 2) return [];
  const tickets = [...(found?.tickets ?? []), ...(titled?.rows ?? [])];
  return [
    ...tickets.map(({ number, title }) => ({
      id: `ticket.${number}`,
      icon: "inbox" as const,
      title,
      hint: number,
      run: () => onOpen(number),
    })),
    ...(found?.customers ?? []).map(({ id, name, mail, phone }) => ({
      id: `customer.${id}`,
      icon: "user" as const,
      title: name,
      hint: mail ?? phone ?? undefined,
      run: () => void navigate({ to: "/customers/$id", params: { id: String(id) } }),
    })),
  ];
}

const onlyOnce = (commands: readonly Command[]): Command[] => [
  ...new Map(commands.map((command) => [command.id, command])).values(),
];

function useAllCommands(onShow: (overlay: Overlay) => void): Command[] {
  const { t, local } = useWords();
  const navigate = useNavigate();
  const setMe = useSetMe();
  const language = useLanguage();
  const look = useLook();
  const ofPage = useStore(commandStore);
  const { data: views = [] } = useQuery(viewsQuery);
  return [
    ...ofPage,
    ...views.map((view) => ({
      id: `view.${view.key}`,
      title: t("shell.palette.view", { name: local(view.name) }),
      run: () => navigate({ to: "/queue/$view", params: { view: view.key } }),
    })),
    { id: "create", title: t("shell.create.title"), hint: "Alt T", run: () => onShow("create") },
    { id: "available", title: t("shell.palette.available"), run: () => setMe.mutate({ presence: "available" }) },
    { id: "away", title: t("shell.palette.away"), run: () => setMe.mutate({ presence: "away" }) },
    { id: "look", title: look.label, run: look.turn },
    { id: "language", title: language.label, run: language.turn },
    { id: "account", title: t("shell.account"), run: () => onShow("account") },
    { id: "notices", title: t("shell.notice_settings"), run: () => onShow("notices") },
    { id: "keys", title: t("shell.keys.title"), hint: "?", run: () => onShow("keys") },
  ];
}
