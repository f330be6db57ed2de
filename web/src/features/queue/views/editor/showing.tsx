import { Checkbox, Segmented, Select, Switch } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { GROUPS } from "../../list/arrange";
import { OPTIONAL } from "../../list/display";
import { naturalOrder, SORTS, type ViewInfo } from "../../slice";
import type { Draft } from "./draft";
import css from "./editor.module.css";
import { Field } from "./view-editor";

interface ShowingProps {
  draft: Draft;
  view: ViewInfo;
  onChange: (change: Partial<Draft>) => void;
}

const LAYOUTS = ["list", "board", "calendar"] as const;
const DENSITIES = ["own", "comfortable", "compact"] as const;

/** How the tickets of the view are shown. */
export function Showing({ draft, view, onChange }: ShowingProps) {
  const { t } = useWords();
  const { layout } = draft;
  const groups = GROUPS.filter((key) => layout === "list" || key !== "priority");
  const label = (kind: string, key: string) => t(`${kind}.${key}`);
  return (
    <>
      <Field label={t("views.layout")}>
        <Segmented<Draft["layout"]>
          aria-label={t("views.layout")}
          options={LAYOUTS.map((value) => ({ value, label: label("queue.display", value) }))}
          value={layout}
          onChange={(value) => onChange({ layout: value })}
        />
      </Field>
      {layout !== "calendar" && (
        <div className={css.pairs}>
          <Field label={t("views.sort")}>
            <Sort draft={draft} view={view} onChange={onChange} />
          </Field>
          <Field label={t(layout === "board" ? "queue.display.lanes" : "views.group")}>
            <Select
              aria-label={t("views.group")}
              options={[
                ...(layout === "board" ? [] : [{ value: "", label: t("queue.display.ungrouped") }]),
                ...groups.map((value) => ({ value: value as string, label: label("common.field", value) })),
              ]}
              value={draft.group ?? (layout === "board" ? "status" : "")}
              onChange={(group) => onChange({ group: group || null })}
            />
          </Field>
        </div>
      )}
      {layout === "list" && (
        <>
          <Field label={t("views.density")}>
            <Segmented
              aria-label={t("views.density")}
              options={DENSITIES.map((value) => ({
                value,
                label: t(value === "own" ? "views.own_density" : `queue.display.${value}`),
              }))}
              value={draft.density ?? "own"}
              onChange={(value) => onChange({ density: value === "own" ? null : (value as Draft["density"]) })}
            />
          </Field>
          <Columns draft={draft} onChange={onChange} />
        </>
      )}
      <Field label={t("views.counter")}>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the switch inside */}
        <label className={css.switch}>
          <Switch
            checked={draft.counted}
            onChange={(counted) => onChange({ counted })}
            aria-label={t("views.counter")}
          />
          {t("views.counter_help")}
        </label>
      </Field>
    </>
  );
}

function Sort({ draft, view, onChange }: ShowingProps) {
  const { t, local } = useWords();
  const names = useNames();
  const custom = names.fields
    .map(({ key, name }) => ({ value: `fields.${key}`, label: local(name) }))
    .filter(({ value }) => view.columns.some((each) => each.sort === value) || draft.sort === value);
  const subjects = view.columns.flatMap(({ sort, name }) =>
    sort && !SORTS.some((each) => each === sort) && !sort.startsWith("fields.")
      ? [{ value: sort, label: local(name) }]
      : [],
  );
  const common = SORTS.map((value) => ({ value: value as string, label: t(`queue.sort.${value}`) }));
  return (
    <div className={css.sort}>
      <Select
        aria-label={t("views.sort")}
        options={[...common, ...subjects, ...custom]}
        value={draft.sort}
        onChange={(sort) => onChange({ sort, order: naturalOrder(sort) })}
      />
      <Select
        aria-label={t("views.direction")}
        options={(["asc", "desc"] as const).map((value) => ({ value, label: t(`views.${value}`) }))}
        value={draft.order}
        onChange={(order) => onChange({ order })}
      />
    </div>
  );
}

function Columns({ draft, onChange }: Omit<ShowingProps, "view">) {
  const { t, local } = useWords();
  const names = useNames();
  const custom = names.fields.filter(({ retired }) => !retired);
  const all = [
    ...OPTIONAL.map((key) => ({ value: key as string, label: t(`queue.column.${key}`) })),
    ...custom.map(({ key, name }) => ({ value: `fields.${key}`, label: local(name) })),
  ];
  const known = new Set(all.map(({ value }) => value));
  return (
    <Field label={t("queue.display.columns")}>
      <Checkbox.Group
        className={css.columns}
        options={all}
        value={draft.columns.filter((key) => known.has(key))}
        onChange={(chosen) => onChange({ columns: [...draft.columns.filter((key) => !known.has(key)), ...chosen] })}
      />
    </Field>
  );
}
