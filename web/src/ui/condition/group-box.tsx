import { Button, Select, Tooltip } from "antd";
import { useWords } from "@/lib/words";
import { Icon } from "../marks/icon";
import type { Builder } from "./builder";
import css from "./condition.module.css";
import { LeafRow } from "./leaf-row";
import { depthOf, faultsAt, type Group, groupOf, leafOf, type Part, pathOf } from "./tree";

interface GroupBoxProps {
  group: Group;
  path: string;
  /** On which level it stands, counted from 1. */
  level: number;
  builder: Builder;
  isRoot?: boolean;
  joint?: string;
}

const MODES = ["all", "any", "none", "not_all"] as const;
type Mode = (typeof MODES)[number];

const modeOf = ({ mode, isDenied }: Group): Mode => (isDenied ? (mode === "any" ? "none" : "not_all") : mode);
const isDenying = (mode: Mode) => mode === "none" || mode === "not_all";

/** Parts that hold together: all, any, none, not all of them. */
export function GroupBox({ group, path, level, builder, isRoot = false, joint = "" }: GroupBoxProps) {
  const { t } = useWords();
  const { language, change, room } = builder;
  const inner = level + Number(group.isDenied) + 1;
  const height = depthOf({ ...group, isDenied: true });
  const mayDeny = group.isDenied || level - 1 + height <= language.max_depth;
  const add = (part: Part) => change(group.id, (it) => ({ ...(it as Group), parts: [...(it as Group).parts, part] }));
  const choose = (mode: Mode) =>
    change(group.id, () => ({
      ...group,
      mode: mode === "any" || mode === "none" ? "any" : "all",
      isDenied: isDenying(mode),
    }));
  const options = MODES.map((mode) => ({
    value: mode,
    label: t(`condition.mode.${mode}`),
    disabled: isDenying(mode) && !mayDeny,
  }));
  const own = isRoot ? [] : faultsAt(builder.faults, path, group);
  return (
    <div className={isRoot ? css.root : css.line}>
      {!isRoot && <span className={css.joint}>{joint}</span>}
      <fieldset className={isRoot ? css.whole : css.group}>
        <legend className="visually-hidden">
          {t("condition.group", { mode: t(`condition.mode.${modeOf(group)}`) })}
        </legend>
        <div className={css.head}>
          <Select<Mode>
            aria-label={t("condition.mode.label")}
            variant="filled"
            popupMatchSelectWidth={false}
            options={options}
            value={modeOf(group)}
            onChange={choose}
          />
          {!isRoot && (
            <Button
              type="text"
              className={css.remove}
              aria-label={t("condition.remove_group")}
              title={t("condition.remove_group")}
              icon={<Icon name="close" size={14} />}
              onClick={() => builder.remove(group.id)}
            />
          )}
        </div>
        {own.length > 0 && (
          <p className={css.fault} role="alert">
            {own.map(({ title }) => title).join(" ")}
          </p>
        )}
        {group.parts.map((part, at) => {
          const word = at === 0 ? "" : t(`condition.joint.${group.mode}`);
          const partPath = pathOf(path, group, at);
          return part.kind === "group" ? (
            <GroupBox key={part.id} group={part} path={partPath} level={inner} builder={builder} joint={word} />
          ) : (
            <LeafRow
              key={part.id}
              leaf={part}
              faults={faultsAt(builder.faults, partPath, part)}
              builder={builder}
              joint={word}
              mayDeny={inner + 1 <= language.max_depth}
            />
          );
        })}
        <div className={css.adding}>
          <Add
            label={t("condition.add")}
            refusal={room < 1 ? t("condition.full", { n: language.max_leaves }) : undefined}
            onAdd={() => add(leafOf("", "", undefined))}
          />
          <Add
            label={t("condition.add_group")}
            refusal={
              inner + 1 > language.max_depth
                ? t("condition.deep", { n: language.max_depth })
                : room < 1
                  ? t("condition.full", { n: language.max_leaves })
                  : undefined
            }
            onAdd={() => add(groupOf(group.mode === "all" ? "any" : "all", [leafOf("", "", undefined)]))}
          />
        </div>
      </fieldset>
    </div>
  );
}

/** Why one cannot be added stands at its button. */
function Add({ label, refusal, onAdd }: { label: string; refusal: string | undefined; onAdd: () => void }) {
  return (
    <Tooltip title={refusal}>
      <Button
        data-add
        type="link"
        size="small"
        disabled={refusal !== undefined}
        onClick={onAdd}
        icon={<Icon name="plus" size={12} />}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
