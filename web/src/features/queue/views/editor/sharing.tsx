import { Radio, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import type { ViewInfo } from "../../slice";
import type { Draft } from "./draft";
import css from "./editor.module.css";
import { Field } from "./view-editor";

interface SharingProps {
  draft: Draft;
  sharing: ReturnType<typeof useSharing>;
  isAsked: boolean;
  onChange: (change: Partial<Draft>) => void;
}

/** Who has the view. Whoever may share with nobody is not asked. */
export function Sharing({ draft, sharing, isAsked, onChange }: SharingProps) {
  const { t } = useWords();
  const { mayShareWithAll, teams } = sharing;
  if (!mayShareWithAll && teams.length === 0) return null;
  const noTeam = isAsked && draft.shared === "teams" && draft.teams.length === 0;
  return (
    <Field label={t("views.shared")} fault={noTeam ? t("common.needed") : undefined}>
      <Radio.Group
        value={draft.shared}
        onChange={({ target }) => onChange({ shared: target.value })}
        options={[
          { value: "nobody", label: t("queue.view.nobody") },
          ...(teams.length > 0 ? [{ value: "teams", label: t("queue.view.teams") }] : []),
          ...(mayShareWithAll ? [{ value: "everybody", label: t("queue.view.everybody") }] : []),
        ]}
      />
      {draft.shared === "teams" && (
        <Select<string[]>
          mode="multiple"
          className={css.teams}
          aria-label={t("queue.view.which_teams")}
          placeholder={t("queue.view.which_teams")}
          status={noTeam ? "error" : undefined}
          showSearch={{ optionFilterProp: "label" }}
          options={teams}
          value={[...draft.teams]}
          onChange={(chosen) => onChange({ teams: chosen })}
        />
      )}
    </Field>
  );
}

/** With whom this person may share: the teams that they lead; with the right to, all of them and everybody. What is
 *  shared already can stay so. */
export function useSharing(view: ViewInfo | undefined) {
  const { local } = useWords();
  const me = useMe();
  const names = useNames();
  const mayShareWithAll = me.permissions.includes("view.share");
  const keys = new Set([...me.led_teams, ...(view?.teams ?? [])]);
  const teams = names.directory.teams
    .filter(({ key }) => mayShareWithAll || keys.has(key))
    .map(({ key, name }) => ({ value: key, label: local(name) }));
  return { mayShareWithAll: mayShareWithAll || view?.shared === "everybody", teams };
}
