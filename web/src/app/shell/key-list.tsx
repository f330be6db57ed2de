import { Modal } from "antd";
import { useWords } from "@/lib/words";
import css from "./key-list.module.css";

const MOD = /Mac/.test(navigator.platform) ? "⌘" : "Ctrl";

const GROUPS: Record<string, readonly [keys: string[], what: string][]> = {
  everywhere: [
    [[MOD, "K"], "palette"],
    [["Alt", "T"], "create"],
    [["G", "Q"], "desk"],
    [["G", "C"], "customers"],
    [["G", "T"], "team"],
    [["G", "X"], "admin"],
    [["G", "N"], "bell"],
    [["["], "fold"],
    [["?"], "keys"],
    [["Esc"], "close"],
  ],
  queue: [
    [["J"], "next"],
    [["K"], "previous"],
    [["↵"], "open"],
    [["X"], "choose"],
    [["Shift", "J"], "choose_next"],
    [[MOD, "A"], "choose_all"],
    [["C"], "claim"],
  ],
  ticket: [
    [["R"], "reply"],
    [["N"], "note"],
    [[MOD, "↵"], "send"],
    [["C"], "claim"],
    [["A"], "accept"],
    [["D"], "resolve"],
    [["Z"], "snooze"],
    [["M"], "macros"],
    [["S"], "status"],
    [["I"], "assign"],
    [[MOD, "Z"], "undo"],
    [["U"], "back"],
  ],
};

export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal open title={t("shell.keys.title")} footer={null} onCancel={onClose} width={440}>
      {Object.entries(GROUPS).map(([group, keys]) => (
        <section key={group} className={css.group}>
          <h3>{t(`shell.keys.${group}`)}</h3>
          <dl>
            {keys.map(([held, what]) => (
              <div key={what} className={css.line}>
                <dt>{t(`shell.keys.do.${what}`)}</dt>
                <dd>
                  {held.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
