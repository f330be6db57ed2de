import { Button, Checkbox, Segmented, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { GROUPS, type Group } from "../list/arrange";
import { chooseDensity, type Density, type Display, OPTIONAL, useDensity } from "../list/display";
import { selection } from "../list/selection";
import type { DisplayMenuProps } from "./display-button";
import css from "./display-menu.module.css";

interface ChoicesProps extends DisplayMenuProps {
  onClose: () => void;
}

export function Choices({ view, display, onDisplay, isSaving, onClose }: ChoicesProps) {
  const { t } = useWords();
  const density = useDensity();
  const isBoard = display.layout === "board";
  const isList = display.layout === "list";
  const layouts = (["list", "board", "calendar"] as const).map((value) => ({
    value,
    label: t(`queue.display.${value}`),
  }));
  const densities = (["comfortable", "compact"] as const).map((value) => ({
    value,
    label: t(`queue.display.${value}`),
  }));
  const groups = GROUPS.filter((key) => !isBoard || key !== "priority").map((value) => ({
    value: value as Group | "none",
    label: t(`common.field.${value}`),
  }));
  const none = { value: "none" as const, label: t("queue.display.ungrouped") };
  const group = display.group ?? "none";
  return (
    <div className={css.choices}>
      <Segmented<Display["layout"]>
        block
        options={layouts}
        value={display.layout}
        disabled={isSaving}
        onChange={(layout) => onDisplay({ layout })}
        aria-label={t("queue.display.layout")}
      />
      {isList && (
        <Segmented<Density>
          block
          options={densities}
          value={display.density ?? density}
          onChange={(next) => (display.density === null ? chooseDensity(next) : onDisplay({ density: next }))}
          aria-label={t("queue.display.density")}
        />
      )}
      {(isBoard || isList) && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is the select inside
        <label className={css.line}>
          {t(isBoard ? "queue.display.lanes" : "queue.display.group")}
          <Select<Group | "none">
            size="small"
            className={css.group}
            options={isBoard ? groups : [none, ...groups]}
            value={isBoard && group !== "assignee" ? "status" : group}
            onChange={(value) => onDisplay({ group: value === "none" ? null : value })}
          />
        </label>
      )}
      {isList && <Columns view={view} display={display} onDisplay={onDisplay} isSaving={isSaving} />}
      {isList && (
        <Button
          size="small"
          className={css.select}
          onClick={() => {
            selection.set((before) => ({ ...before, isAsked: true }));
            onClose();
          }}
        >
          {t("queue.select.begin")}
        </Button>
      )}
    </div>
  );
}

/** Values of custom fields are read only where the view has columns for them: so they are a choice of one's own views. */
function Columns({ view, display, onDisplay, isSaving }: DisplayMenuProps) {
  const { t, local } = useWords();
  const names = useNames();
  const custom = view.can_edit
    ? names.fields.map(({ key, name }) => ({ key: `fields.${key}`, name: local(name) }))
    : [];
  const all = [...OPTIONAL.map((key) => ({ key: key as string, name: t(`queue.column.${key}`) })), ...custom];
  const toggle = (key: string) => {
    const has = display.columns.includes(key);
    onDisplay({ columns: has ? display.columns.filter((each) => each !== key) : [...display.columns, key] });
  };
  return (
    <fieldset className={css.columns} disabled={isSaving}>
      <legend>{t("queue.display.columns")}</legend>
      {all.map(({ key, name }) => (
        <Checkbox key={key} disabled={isSaving} checked={display.columns.includes(key)} onChange={() => toggle(key)}>
          {name}
        </Checkbox>
      ))}
      <p className={css.kept}>{t(view.can_edit ? "queue.display.kept_in_view" : "queue.display.kept_here")}</p>
    </fieldset>
  );
}
