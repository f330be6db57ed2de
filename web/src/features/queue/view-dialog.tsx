import { Form, Input, Modal, Radio, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Refusal } from "@/ui/states";
import { useChangeView, useSaveView } from "./queries";
import { conditionOf, type Order, type Slice, type ViewInfo } from "./slice";

interface ViewDialogProps {
  /** `save`: what the list shows now becomes a view; `change`: name and sharing of the view. */
  kind: "save" | "change";
  view: ViewInfo;
  shown: { slice: Slice; sort: string; order: Order };
  onClose: () => void;
  onSaved: (key: string) => void;
}

interface Entered {
  name: string;
  shared: ViewInfo["shared"];
  teams?: string[];
}

/** Name of a view, and who has it too. */
export function ViewDialog({ kind, view, shown, onClose, onSaved }: ViewDialogProps) {
  const { t, local } = useWords();
  const [form] = Form.useForm<Entered>();
  const shared = Form.useWatch("shared", form);
  const save = useSaveView();
  const change = useChangeView();
  const { mayShareWithAll, teams } = useSharing(kind === "change" ? view : undefined);

  const send = (entered: Entered) => {
    const body = { ...entered, teams: entered.shared === "teams" ? (entered.teams ?? []) : [] };
    const done = { onSuccess: ({ key }: { key: string }) => onSaved(key) };
    if (kind === "change") return change.mutate({ view, body }, done);
    const { slice, sort, order } = shown;
    const columns = view.columns.map(({ key }) => key);
    const { group, colours, layout } = view;
    const condition = conditionOf(view.condition, slice);
    save.mutate({ ...body, condition, columns, sort, order, group, colours, layout }, done);
  };

  const isNew = kind === "save";
  const initial: Entered = isNew
    ? { name: "", shared: "nobody" }
    : { name: local(view.name), shared: view.shared, teams: view.teams };
  return (
    <Modal
      open
      title={t(`queue.view.${kind}_title`)}
      okText={t("queue.view.send")}
      confirmLoading={save.isPending || change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={send} requiredMark={false}>
        <Form.Item
          name="name"
          label={t("queue.view.name")}
          rules={[{ required: true, whitespace: true, message: t("common.needed") }]}
          extra={isNew ? t("queue.view.save_help") : undefined}
        >
          <Input maxLength={60} autoFocus />
        </Form.Item>
        {(mayShareWithAll || teams.length > 0) && (
          <Form.Item name="shared" label={t("queue.view.shared")}>
            <Radio.Group
              options={[
                { value: "nobody", label: t("queue.view.nobody") },
                ...(teams.length > 0 ? [{ value: "teams", label: t("queue.view.teams") }] : []),
                ...(mayShareWithAll ? [{ value: "everybody", label: t("queue.view.everybody") }] : []),
              ]}
            />
          </Form.Item>
        )}
        {shared === "teams" && (
          <Form.Item
            name="teams"
            label={t("queue.view.which_teams")}
            rules={[{ required: true, message: t("common.needed") }]}
          >
            <Select mode="multiple" options={teams} optionFilterProp="label" />
          </Form.Item>
        )}
        <Refusal error={save.error ?? change.error} />
        {/* Without one in the form, Enter sends it only where the name is its only input. */}
        <button type="submit" hidden />
      </Form>
    </Modal>
  );
}

/** With whom this person may share: the teams that they lead; with the right to, all of them and everybody. What is
 *  shared already can stay so. */
function useSharing(view: ViewInfo | undefined) {
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
