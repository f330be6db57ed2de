import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { LeavingDialog } from "../leaving/dialog";
import type { MadeLink, Person } from "../queries";
import { useLetIn, useSendLink } from "./wishes";

/** How a member comes in, or no longer. One's own way is not taken away here. */
export function Way({ person, onMade }: { person: Person; onMade: (made: MadeLink) => void }) {
  const { t } = useWords();
  const me = useMe();
  const send = useSendLink(onMade);
  const letIn = useLetIn();
  const [isLeaving, setIsLeaving] = useState(false);
  if (person.id === me.person_id) return null;
  if (!person.active) return <Button onClick={() => letIn(person)}>{t("people.let_in")}</Button>;
  const items = [
    { key: "show", label: t("people.link.show"), onClick: () => send(person, true) },
    { key: "active", label: t("people.shut_out"), danger: true, onClick: () => setIsLeaving(true) },
  ];
  return (
    <>
      <Button onClick={() => send(person)}>{t(person.has_password ? "people.link.reset" : "people.link.again")}</Button>
      <Dropdown trigger={["click"]} menu={{ items }}>
        <Button aria-label={t("common.table.actions_of", { name: person.name })} icon={<Icon name="more" />} />
      </Dropdown>
      {isLeaving && <LeavingDialog person={person} onClose={() => setIsLeaving(false)} />}
    </>
  );
}
