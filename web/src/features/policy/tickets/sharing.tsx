/** Who may use something that somebody keeps for themselves: a canned reply, a macro. */
import { Form, type FormInstance, Radio, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { FormSection } from "@/ui/form/form-page";

interface Shared {
  shared: "nobody" | "teams" | "everybody";
  teams: string[];
}

interface SharingProps<V extends Shared> {
  form: FormInstance<V>;
  /** The file of its texts. */
  area: "replies" | "macros";
  /** That sharing with any team and with everybody takes. */
  right: string;
}

/** With one's own teams a lead shares; with others and with everybody whoever has the right. */
export function Sharing<V extends Shared>({ form, area, right }: SharingProps<V>) {
  const { t, local } = useWords();
  const { directory } = useNames();
  const { led_teams: led, permissions } = useMe();
  const shared = Form.useWatch("shared", form as FormInstance);
  const teams = (Form.useWatch("teams", form as FormInstance) as string[] | undefined) ?? [];
  const mayAll = permissions.includes(right);
  const open = directory.teams.filter(({ key }) => mayAll || led.includes(key) || teams.includes(key));
  const ways = [
    { value: "nobody", isOpen: true },
    { value: "teams", isOpen: open.length > 0 },
    { value: "everybody", isOpen: mayAll },
  ];
  return (
    <FormSection title={t(`${area}.shared`)}>
      <Form.Item name="shared" label={t(`${area}.who`)} extra={mayAll ? undefined : t(`${area}.shared_help`)}>
        <Radio.Group
          options={ways.map(({ value, isOpen }) => ({
            value,
            label: t(`${area}.way.${value}`),
            disabled: !isOpen && shared !== value,
          }))}
        />
      </Form.Item>
      {shared === "teams" && (
        <Form.Item name="teams" label={t(`${area}.teams`)} rules={[{ required: true, message: t("common.needed") }]}>
          <Select mode="multiple" options={open.map(({ key, name }) => ({ value: key, label: local(name) }))} />
        </Form.Item>
      )}
    </FormSection>
  );
}
