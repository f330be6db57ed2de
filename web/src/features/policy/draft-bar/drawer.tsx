import { Button, Drawer } from "antd";
import { type ReactNode, useState } from "react";
import type { Schemas } from "@/lib/api";
import { useNames } from "@/lib/directory";
import { useCounting } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { useVoice } from "@/ui/states/voice";
import { Changes } from "../changes";
import { ChoiceDialog } from "../clash";
import type { Draft } from "../draft";
import css from "./draft-bar.module.css";
import { useDiscard, useSettle } from "./queries";

type Drafted = Schemas["DraftedSection"];
type Finding = Schemas["DraftFinding"];

interface DrawerProps {
  draft: Draft;
  linkTo: (section: string, entry: string | null, text: string) => ReactNode;
  /** Who may not publish has no such button. */
  onPublish?: () => void;
  onClose: () => void;
}

/** The draft, section by section: what it would change, and what is wrong with it. */
export default function DraftDrawer({ draft, linkTo, onPublish, onClose }: DrawerProps) {
  const { t } = useCounting();
  const discard = useDiscardAsking();
  const keys = draft.sections.map(({ section }) => section);
  const elsewhere = draft.findings.filter(({ section }) => !keys.includes(section));
  const foot = (
    <div className={css.foot}>
      {draft.sections.every((part) => part.may_discard) && (
        <Button danger onClick={() => discard(draft.version)}>
          {t("policy.draft.discard_all")}
        </Button>
      )}
      {onPublish && (
        <Button type="primary" disabled={!draft.publishable} onClick={onPublish}>
          {t("policy.draft.publish")}
        </Button>
      )}
    </div>
  );
  return (
    <Drawer open title={t("policy.draft.title")} size={560} onClose={onClose} footer={foot}>
      {!draft.publishable && <p className={css.bad}>{t("policy.draft.hindered")}</p>}
      {draft.sections.map((part) => (
        <Part key={part.section} part={part} draft={draft} onDiscard={discard}>
          <Findings all={draft.findings.filter(({ section }) => section === part.section)} linkTo={linkTo} />
        </Part>
      ))}
      {elsewhere.length > 0 && (
        <section className={css.section}>
          <h3>{t("policy.draft.elsewhere")}</h3>
          <Findings all={elsewhere} linkTo={linkTo} />
        </section>
      )}
    </Drawer>
  );
}

interface PartProps {
  part: Drafted;
  draft: Draft;
  onDiscard: (version: number, section: string) => unknown;
  children: ReactNode;
}

function Part({ part, draft, onDiscard, children }: PartProps) {
  const { t, ago, local, now } = useCounting();
  const names = useNames();
  const { section, version, author_id: id, updated_at: at, clashes, remedy } = part;
  const name = t(`policy.section.${section}`, { defaultValue: section });
  const who = (id !== null && names.member(id)?.name) || t("policy.system");
  return (
    <section className={css.section} aria-label={name}>
      <div className={css.head}>
        <h3>{name}</h3>
        <span className={css.who}>{t("policy.draft.by", { who, when: ago(at, now) })}</span>
        {part.may_discard && (
          <Button size="small" onClick={() => onDiscard(version, section)}>
            {t("policy.draft.discard")}
          </Button>
        )}
      </div>
      {clashes.length > 0 && <Clashes part={part} name={name} release={draft.release} />}
      {remedy && <p className={css.bad}>{local(remedy)}</p>}
      <Changes changes={draft.changes.filter((one) => one.section === section)} />
      {children}
    </section>
  );
}

/** What a release since changed too: one of both is chosen before the draft goes out. */
function Clashes({ part, name, release }: { part: Drafted; name: string; release: number }) {
  const { t } = useCounting();
  const settle = useSettle();
  const [isChoosing, setIsChoosing] = useState(false);
  const { section, version, clashes } = part;
  return (
    <div className={css.clash}>
      <p className={css.bad}>{t("policy.draft.collides_with", { n: clashes.length })}</p>
      {part.may_choose && <Button onClick={() => setIsChoosing(true)}>{t("policy.draft.choose")}</Button>}
      {isChoosing && (
        <ChoiceDialog
          said={t("policy.draft.choose_text", { name, release })}
          clashes={clashes}
          sides={{ yours: t("policy.draft.mine"), theirs: t("policy.release", { n: release }) }}
          send={t("policy.draft.chosen")}
          onSend={(choices) => settle.mutateAsync({ section, version, choices })}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </div>
  );
}

function Findings({ all, linkTo }: { all: readonly Finding[]; linkTo: DrawerProps["linkTo"] }) {
  const { t, local } = useCounting();
  if (all.length === 0) return null;
  return (
    <ul className={css.findings} aria-label={t("policy.draft.findings")}>
      {all.map(({ path, code, severity, text, what, remedy, section, entry }) => (
        <li key={`${path} ${code}`}>
          <span className={severity === "error" ? css.bad : css.warn}>
            <Icon name="alert" size={14} />
          </span>
          <div>
            <strong>{t(`policy.draft.${severity}`)}</strong>{" "}
            {t("policy.draft.finding", { what: local(what), text: local(text) })}
            <p>
              {local(remedy)} {linkTo(section, entry, t("policy.draft.open")) ?? <code>{path}</code>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function useDiscardAsking() {
  const { t, problem } = useCounting();
  const { message, modal } = useVoice();
  const discard = useDiscard();
  return async (version: number, section?: string) => {
    const name = t(section ? `policy.section.${section}` : "policy.draft.everything", { defaultValue: section });
    const words = { title: t("policy.draft.discard_title", { name }), content: t("policy.draft.discard_text") };
    const buttons = {
      okText: t("policy.draft.discard"),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: true },
    };
    if (!(await modal.confirm({ ...words, ...buttons }))) return;
    discard.mutate(
      { section, version },
      {
        onSuccess: () => message.success(t("policy.draft.discarded")),
        onError: (error) => message.error(problem(error).title),
      },
    );
  };
}
