import { Alert, Button } from "antd";
import type { ConditionLanguage } from "@/lib/api/conditions";
import { useWords } from "@/lib/words";
import { useSentenceWords } from "@/ui/condition/naming";
import { sentence } from "@/ui/condition/sentence";
import type { ViewInfo } from "../../slice";
import { type Draft, differing, draftOf, type Member } from "./draft";
import css from "./editor.module.css";

interface ConflictProps {
  /** As somebody else left the view meanwhile. */
  theirs: ViewInfo;
  mine: Draft;
  /** As it was when one began. */
  begun: Draft;
  language: ConditionLanguage | undefined;
  /** Who changed it last; null where that is not known any more. */
  by: string | null;
  onTake: (theirs: Draft) => void;
  onKeep: () => void;
}

/** Somebody else changed the view meanwhile: what they made of it, and what one made of it oneself. */
export function Conflict({ theirs, mine, begun, language, by, onTake, onKeep }: ConflictProps) {
  const { t, local } = useWords();
  const other = draftOf(theirs, local(theirs.name));
  const members = differing(other, begun);
  return (
    <Alert
      className={css.conflict}
      type="warning"
      role="alert"
      showIcon
      title={by ? t("views.conflict.title_by", { by }) : t("views.conflict.title")}
      description={
        <>
          <dl className={css.compared}>
            {members.map((member) => (
              <div key={member}>
                <dt>{t(`views.member.${member}`)}</dt>
                <dd>
                  {t("views.conflict.theirs")}
                  <Told member={member} draft={other} language={language} />
                </dd>
                <dd>
                  {t("views.conflict.mine")}
                  <Told member={member} draft={mine} language={language} />
                </dd>
              </div>
            ))}
          </dl>
          <div className={css.ways}>
            <Button size="small" onClick={() => onTake(other)}>
              {t("views.conflict.take")}
            </Button>
            <Button size="small" danger onClick={onKeep}>
              {t("views.conflict.keep")}
            </Button>
          </div>
        </>
      }
    />
  );
}

interface ToldProps {
  member: Member;
  draft: Draft;
  language: ConditionLanguage | undefined;
}

function Told({ member, draft, language }: ToldProps) {
  const { t } = useWords();
  switch (member) {
    case "condition":
      return language ? <Sentence draft={draft} language={language} /> : null;
    case "name":
      return <b>{draft.name}</b>;
    case "columns":
      return (
        <b>
          {draft.columns.map((key) => t(`queue.column.${key}`, { defaultValue: key })).join(t("common.list_comma"))}
        </b>
      );
    case "layout":
      return <b>{t(`queue.display.${draft.layout}`)}</b>;
    case "sort":
      return <b>{t(`queue.sort.${draft.sort}`, { defaultValue: draft.sort })}</b>;
    case "order":
      return <b>{t(`views.${draft.order}`)}</b>;
    case "group":
      return (
        <b>
          {draft.group ? t(`common.field.${draft.group}`, { defaultValue: draft.group }) : t("queue.display.ungrouped")}
        </b>
      );
    case "density":
      return <b>{t(draft.density ? `queue.display.${draft.density}` : "views.own_density")}</b>;
    case "counted":
      return <b>{t(draft.counted ? "views.on" : "views.off")}</b>;
    case "shared":
      return <b>{t(`queue.view.${draft.shared}`)}</b>;
    case "teams":
      return <b>{draft.teams.join(t("common.list_comma")) || t("common.nothing")}</b>;
  }
}

function Sentence({ draft, language }: { draft: Draft; language: ConditionLanguage }) {
  const words = useSentenceWords(language, draft.root);
  return <b>{sentence(draft.root, words)}</b>;
}
