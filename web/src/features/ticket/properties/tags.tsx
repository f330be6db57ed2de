import { Select } from "antd";
import { useWords } from "@/lib/words";
import { may } from "../queries";
import css from "./properties.module.css";
import type { PropertyProps } from "./property";

export function Tags({ ticket, act }: PropertyProps) {
  const { t } = useWords();
  const set = (tags: string[]) => {
    const add = tags.filter((tag) => !ticket.tags.includes(tag));
    const remove = ticket.tags.filter((tag) => !tags.includes(tag));
    void act({ do: "tag", body: { add, remove } }, { tags });
  };
  return (
    <Select
      mode="tags"
      size="small"
      variant="borderless"
      className={css.tags}
      aria-label={t("common.field.tags")}
      placeholder={t("ticket.add_tag")}
      disabled={!may(ticket, "edit")}
      value={ticket.tags}
      onChange={set}
      open={false}
      suffixIcon={null}
      maxTagCount="responsive"
      maxTagPlaceholder={(left) => (
        <span title={left.map((each) => each.value).join(t("common.list_comma"))}>+{left.length}</span>
      )}
      tokenSeparators={[",", "，"]}
    />
  );
}
