/** Which meanings are told by which ways: a table of check boxes. What is fixed says why. */
import { Checkbox, Tooltip } from "antd";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import css from "./notice-matrix.module.css";

type Cell = Schemas["NoticeCell"];

interface MatrixProps {
  kept: Pick<Schemas["NoticeMatrix"], "channels" | "meanings">;
  caption: string;
  /** What is chosen of a cell; undefined: it stays as it is. */
  chosen: (meaning: string, channel: string) => boolean | undefined;
  onChange: (meaning: string, channel: string, on: boolean) => void;
}

export function NoticeTable({ kept, caption, chosen, onChange }: MatrixProps) {
  const { t, local } = useWords();
  return (
    <table className={css.matrix}>
      <caption className={css.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("notices.meaning")}</th>
          {kept.channels.map((channel) => (
            <th key={channel.key} scope="col" className={css.cell}>
              {local(channel.name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kept.meanings.map((meaning) => (
          <tr key={meaning.key}>
            <th scope="row">
              {local(meaning.name)}
              {meaning.urgent && <span className={css.urgent}>{t("notices.urgent")}</span>}
            </th>
            {kept.channels.map((channel) => {
              const cell = meaning.channels[channel.key];
              return (
                <td key={channel.key} className={css.cell}>
                  {cell && (
                    <Choice
                      cell={cell}
                      label={`${local(meaning.name)} · ${local(channel.name)}`}
                      on={chosen(meaning.key, channel.key) ?? cell.on}
                      onChange={(on) => onChange(meaning.key, channel.key, on)}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChoiceProps {
  cell: Cell;
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** What is fixed can be reached by the keyboard all the same: it says why. */
function Choice({ cell, label, on, onChange }: ChoiceProps) {
  const { t } = useWords();
  if (!cell.fixed)
    return <Checkbox aria-label={label} checked={on} onChange={(event) => onChange(event.target.checked)} />;
  const why = t(`notices.fixed.${cell.fixed}`);
  return (
    <Tooltip title={why} trigger={["hover", "focus"]}>
      <Checkbox
        aria-label={`${label}: ${why}`}
        aria-disabled
        checked
        className={css.fixed}
        onChange={() => undefined}
      />
    </Tooltip>
  );
}
