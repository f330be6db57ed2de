import { Modal } from "antd";
import { useWords } from "@/lib/words";
import { Refusal } from "@/ui/states";
import type { Matrix } from "./matrix";
import type { Foreseen } from "./queries";
import css from "./roles.module.css";

interface ForeseenProps {
  foreseen: Foreseen;
  matrix: Matrix;
  error: unknown;
  isSaving: boolean;
  onSave: () => void;
  onClose: () => void;
}

/** What a change of a role means for whom, before it is made. */
export function ForeseenDialog({ foreseen, matrix, error, isSaving, onSave, onClose }: ForeseenProps) {
  const { t } = useWords();
  const { people, bearers, looked_at } = foreseen;
  return (
    <Modal
      open
      width={640}
      title={t("roles.foreseen.title")}
      okText={t("common.form.save")}
      cancelText={t("common.cancel")}
      confirmLoading={isSaving}
      onOk={onSave}
      onCancel={onClose}
      styles={{ body: { maxHeight: "calc(100dvh - 240px)", overflowY: "auto" } }}
    >
      <p>{t(people.length ? "roles.foreseen.some" : "roles.foreseen.nobody", { n: people.length, bearers })}</p>
      {looked_at < bearers && <p>{t("roles.foreseen.part", { n: looked_at, bearers })}</p>}
      <ul className={css.people}>
        {people.map((person) => (
          <li key={person.person_id}>
            <h3>{person.name}</h3>
            <Changes person={person} matrix={matrix} />
          </li>
        ))}
      </ul>
      <Refusal error={error} />
    </Modal>
  );
}

function Changes({ person, matrix }: { person: Foreseen["people"][number]; matrix: Matrix }) {
  const { t, local } = useWords();
  const comma = t("common.list_comma");
  type Places = Foreseen["people"][number]["actions"][number]["before"];
  const places = (found: Places) =>
    found
      .map(({ scope, keys = [] }) =>
        keys.length ? `${t(`roles.scope.${scope}`)} (${keys.join(comma)})` : t(`roles.scope.${scope}`),
      )
      .join(comma) || t("roles.foreseen.nowhere");
  const named = (keys: readonly string[]) => keys.map((key) => local(matrix.classes[key]) || key).join(comma);
  return (
    <ul>
      {person.actions.map(({ action, before, after }) => (
        <li key={action}>
          {t("roles.foreseen.line", {
            action: local(matrix.actions.find(({ key }) => key === action)?.name) || action,
            before: places(before),
            after: places(after),
          })}
        </li>
      ))}
      {person.opened.length > 0 && <li>{t("roles.foreseen.opened", { names: named(person.opened) })}</li>}
      {person.closed.length > 0 && <li>{t("roles.foreseen.closed", { names: named(person.closed) })}</li>}
    </ul>
  );
}
