import { Form, Input } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { type MadeLink, type Person, useAddPerson, useMakeLink } from "../queries";
import { RoleSelect, TeamSelect } from "./selects";

interface Entered {
  name: string;
  mail: string;
  roles: string[];
  teams?: string[];
}

interface InviteProps {
  onInvited: (made: MadeLink) => void;
  onClose: () => void;
}

/** Makes somebody a member, and a link by which they choose their password. */
export function InvitePerson({ onInvited, onClose }: InviteProps) {
  const { t } = useWords();
  const add = useAddPerson();
  const link = useMakeLink();
  const send = async ({ name, mail, roles, teams = [] }: Entered) => {
    const body = {
      name: name.trim(),
      mail: mail.trim(),
      roles,
      teams: Object.fromEntries(teams.map((key) => [key, false])),
    };
    const person: Person = add.data?.mail === body.mail.toLowerCase() ? add.data : await add.mutateAsync(body);
    onInvited(await link.mutateAsync({ id: person.id, shown: false }));
  };
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  return (
    <FormDialog<Entered>
      title={t("people.invite")}
      send={t("people.invite_send")}
      initial={{ roles: ["agent"] }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="name" label={t("people.name")} rules={[needed]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="mail"
        label={t("people.mail")}
        extra={t("people.invite_help")}
        rules={[needed, { type: "email", message: t("common.mail_wrong") }]}
      >
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="roles" label={t("people.roles")} rules={[{ required: true, message: t("common.needed") }]}>
        <RoleSelect />
      </Form.Item>
      <Form.Item name="teams" label={t("people.teams")} extra={t("people.teams_help")}>
        <TeamSelect />
      </Form.Item>
    </FormDialog>
  );
}
