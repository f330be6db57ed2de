import { Form, Radio, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/marks/avatar";
import css from "./bulk.module.css";
import { type ChangeKind, isPutting, NOBODY } from "./changes";

interface Option {
  value: string;
  label: React.ReactNode;
  search: string;
}

/** What to choose among, for one kind of change. */
export function ChangeFields({ kind }: { kind: ChangeKind }) {
  const { t } = useWords();
  const options = useOptions(kind);
  const rules = [{ required: true, message: t("common.needed") }];
  if (kind === "tags") {
    return (
      <>
        <Form.Item name="add" label={t("queue.bulk.add_tags")}>
          <Select mode="tags" maxCount={50} tokenSeparators={[",", ",", "、", " "]} open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="remove" label={t("queue.bulk.remove_tags")}>
          <Select mode="tags" maxCount={50} tokenSeparators={[",", ",", "、", " "]} open={false} suffixIcon={null} />
        </Form.Item>
      </>
    );
  }
  if (isPutting(kind)) return <p className={css.remedy}>{t(`queue.bulk.away.${kind}`)}</p>;
  if (kind === "watch") {
    const choices = (["on", "off"] as const).map((value) => ({ value, label: t(`queue.bulk.watch.${value}`) }));
    return (
      <Form.Item name="value" label={t("queue.bulk.kind.watch")} rules={rules}>
        <Radio.Group options={choices} />
      </Form.Item>
    );
  }
  return (
    <Form.Item name="value" label={t(`common.field.${kind}`)} rules={rules}>
      <Select showSearch={{ optionFilterProp: "search" }} options={options} defaultOpen={false} />
    </Form.Item>
  );
}

function useOptions(kind: ChangeKind): Option[] {
  const { t, local } = useWords();
  const names = useNames();
  const people = usePeople();
  const plain = (value: string, words: string): Option => ({ value, label: words, search: words });
  switch (kind) {
    case "assignee":
      return [plain(NOBODY, t("queue.nobody")), ...people];
    case "team":
      return names.directory.teams.map(({ key, name }) => plain(key, local(name)));
    case "priority":
      return names.priorities.map(({ key, name }) => plain(key, local(name)));
    case "category":
      return names.categories
        .filter(({ retired }) => !retired)
        .map(({ key }) => plain(key, names.path(key).map(local).join(" / ")));
    case "status":
      return names.statusKeys.map((key) => plain(key, local(names.status(key).name)));
    default:
      return [];
  }
}

/** Active members, oneself first, with how they are present. */
export function usePeople(team?: string | null): Option[] {
  const names = useNames();
  const me = useMe();
  const first = ({ id, teams }: { id: number; teams: string[] }) =>
    id === me.person_id ? 0 : team && teams.includes(team) ? 1 : 2;
  return names.directory.members
    .filter(({ active }) => active)
    .sort((a, b) => first(a) - first(b))
    .map(({ id, name, presence }) => ({
      value: String(id),
      search: name,
      label: (
        <span className={css.person}>
          <Avatar name={name} size={18} presence={presence} />
          {name}
        </span>
      ),
    }));
}
