import { Checkbox } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { type Marks, type Matrix, markOf, SCOPES, type Scope } from "./matrix";
import css from "./roles.module.css";

interface TableProps {
  matrix: Matrix;
  marks: Marks;
  /** Undefined: to be read only. */
  onToggle?: (action: string, scope: Scope) => void;
}

/** Actions down, scopes across, in groups. What concerns the workspace is granted everywhere, or not at all. */
export function MatrixTable({ matrix, marks, onToggle }: TableProps) {
  const { t, local } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a narrow screen
    <section className={css.scroll} aria-label={t("roles.matrix")} tabIndex={0}>
      <table className={css.matrix}>
        <thead>
          <tr>
            <th scope="col">{t("roles.action")}</th>
            {SCOPES.map((scope) => (
              <th key={scope} scope="col" title={t(`roles.scope_help.${scope}`)}>
                {t(`roles.scope.${scope}`)}
              </th>
            ))}
          </tr>
        </thead>
        {Object.entries(matrix.groups).map(([group, name]) => (
          <tbody key={group}>
            <tr className={css.group}>
              <th scope="rowgroup" colSpan={SCOPES.length + 1}>
                {local(name)}
              </th>
            </tr>
            {matrix.actions
              .filter((action) => action.group === group)
              .map((action) => (
                <ActionRow key={action.key} action={action} marks={marks} onToggle={onToggle} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

type RowProps = Omit<TableProps, "matrix"> & { action: Matrix["actions"][number] };

function ActionRow({ action, marks, onToggle }: RowProps) {
  const { t, local } = useWords();
  const name = local(action.name);
  return (
    <tr>
      <th scope="row">{name}</th>
      {SCOPES.map((scope) => {
        const isOn = marks.has(markOf(action.key, scope));
        if (action.is_wide && scope !== "all" && !isOn) return <td key={scope} />;
        const label = `${name}: ${t(`roles.scope.${scope}`)}`;
        return (
          <td key={scope}>
            {onToggle ? (
              <Checkbox aria-label={label} checked={isOn} onChange={() => onToggle(action.key, scope)} />
            ) : (
              isOn && (
                <span role="img" aria-label={label}>
                  <Icon name="check" size={14} />
                </span>
              )
            )}
          </td>
        );
      })}
    </tr>
  );
}
