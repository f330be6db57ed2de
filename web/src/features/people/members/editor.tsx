import { Alert, Form, type FormInstance, Input, Switch } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormPage, FormSection } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { type MadeLink, type Person, useChangePerson } from "../queries";
import { changeOf, type Entered, enteredOf } from "./entered";
import { LinkMade } from "./link-made";
import { PersonSelect, RoleSelect, ShiftSelect, TeamSelect } from "./selects";
import { SkillFields } from "./skills";
import { standingOf } from "./standing";
import { Way } from "./way";

interface EditorProps {
  id: string;
  people: readonly Person[] | undefined;
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
}

export function PersonEditor({ id, people, error, onRetry, onClose }: EditorProps) {
  const { t } = useWords();
  const [made, setMade] = useState<MadeLink>();
  const person = people?.find((each) => String(each.id) === id);
  return (
    <SettingsPage
      title={person?.name ?? t("people.title")}
      onBack={onClose}
      actions={person && <Way person={person} onMade={setMade} />}
    >
      {person ? (
        <PersonForm key={person.id} person={person} people={people ?? []} />
      ) : (
        <Missing isLoading={!people} error={error} onRetry={onRetry} />
      )}
      {made && <LinkMade made={made} onClose={() => setMade(undefined)} />}
    </SettingsPage>
  );
}

function Missing({ isLoading, error, onRetry }: { isLoading: boolean; error: unknown; onRetry: () => void }) {
  const { t } = useWords();
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (isLoading) return <SkeletonLines count={6} height={44} />;
  return <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />;
}

/** What others do to them meanwhile does not wipe out what is being entered; of two saves each part keeps the later. */
function PersonForm({ person, people }: { person: Person; people: readonly Person[] }) {
  const { t } = useWords();
  const change = useChangePerson();
  const [kept, setKept] = useState(person);
  const [saves, setSaves] = useState(0);
  const save = async (entered: Entered) => {
    setKept(await change.mutateAsync({ id: kept.id, change: changeOf(kept, entered) }));
    setSaves(saves + 1);
  };
  return (
    <>
      {standingOf(person) !== "active" && (
        <Alert type="info" showIcon title={t(`people.stands_text.${standingOf(person)}`)} />
      )}
      <FormPage<Entered>
        key={saves}
        initial={enteredOf(kept)}
        nameOf={(field) => t(`people.part.${field}`, { defaultValue: "" }) || undefined}
        onSave={save}
      >
        {(form) => <Fields form={form} person={kept} people={people} />}
      </FormPage>
    </>
  );
}

interface FieldsProps {
  form: FormInstance<Entered>;
  person: Person;
  people: readonly Person[];
}

function Fields({ form, person, people }: FieldsProps) {
  const { t } = useWords();
  const teams = Form.useWatch("teams", { form, preserve: true }) as string[] | undefined;
  const needed = { required: true, whitespace: true, message: t("common.needed") };
  return (
    <>
      <FormSection title={t("people.section.who")}>
        <Form.Item name="name" label={t("people.name")} rules={[needed]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="mail"
          label={t("people.mail")}
          extra={t("people.mail_help")}
          rules={[needed, { type: "email", message: t("common.mail_wrong") }]}
        >
          <Input type="email" maxLength={254} autoComplete="off" />
        </Form.Item>
      </FormSection>
      <FormSection title={t("people.section.rights")} help={t("people.section.rights_help")}>
        <Form.Item name="roles" label={t("people.roles")}>
          <RoleSelect />
        </Form.Item>
        <Form.Item name="teams" label={t("people.teams")} extra={t("people.teams_help")}>
          <TeamSelect />
        </Form.Item>
        <Form.Item name="led_teams" label={t("people.leads")} extra={t("people.leads_help")}>
          <TeamSelect among={teams ?? person.teams} />
        </Form.Item>
        <Form.Item name="manager_id" label={t("people.manager")} extra={t("people.manager_help")}>
          <PersonSelect but={[person.id]} />
        </Form.Item>
      </FormSection>
      <FormSection title={t("people.section.work")} help={t("people.section.work_help")}>
        <Form.Item
          required
          name="routable"
          label={t("people.routable")}
          extra={t("people.routable_help")}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
        <Form.Item name="calendar" label={t("people.part.calendar")} extra={t("people.shift_help")}>
          <ShiftSelect />
        </Form.Item>
        <SkillFields known={[...new Set(people.flatMap(({ skills }) => Object.keys(skills)))].sort()} />
      </FormSection>
    </>
  );
}
