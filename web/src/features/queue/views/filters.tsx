import { Button, Select } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { day } from "@/lib/words/time";
import { Icon } from "@/ui/marks/icon";
import css from "../queue.module.css";
import { FILTER_KEYS, type Filters, isFiltered } from "../slice";

const dueDay = (due: string, zone: string, locale: string) => day(new Date(due.split("/")[0] ?? ""), zone, locale);

/** Narrowing a view; each choice is at once part of the page's address. */
export function FilterBar({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const { t, local, zone, locale } = useWords();
  const names = useNames();
  const set = (key: keyof Filters, value: unknown) => onChange({ ...filters, [key]: value });

  const common = { allowClear: true, size: "small", variant: "filled", popupMatchSelectWidth: false } as const;
  const searchable = { showSearch: { optionFilterProp: "label" } } as const;
  return (
    <fieldset className={css.filters}>
      <legend className="visually-hidden">{t("queue.filter.label")}</legend>
      <Select
        {...common}
        mode="multiple"
        maxTagCount="responsive"
        className={css.filter}
        aria-label={t("queue.filter.priority")}
        placeholder={t("queue.filter.priority")}
        value={filters.priority ?? []}
        onChange={(value) => set("priority", value)}
        options={names.priorities.map((each) => ({ value: each.key, label: local(each.name) }))}
      />
      <Select
        {...common}
        mode="multiple"
        maxTagCount="responsive"
        className={css.filter}
        aria-label={t("queue.filter.status")}
        placeholder={t("queue.filter.status")}
        value={filters.status ?? []}
        onChange={(value) => set("status", value)}
        options={names.statusKeys.map((key) => ({ value: key, label: local(names.status(key).name) }))}
      />
      <Select
        {...common}
        {...searchable}
        className={css.filter}
        aria-label={t("queue.filter.category")}
        placeholder={t("queue.filter.category")}
        value={filters.category}
        onChange={(value) => set("category", value)}
        options={names.categories
          .filter((each) => !each.retired)
          .map((each) => ({ value: each.key, label: names.path(each.key).map(local).join(" / ") }))}
      />
      <Select
        {...common}
        {...searchable}
        className={css.filter}
        aria-label={t("queue.filter.assignee")}
        placeholder={t("queue.filter.assignee")}
        value={filters.assignee}
        onChange={(value) => set("assignee", value)}
        options={[
          { value: "none", label: t("queue.nobody") },
          ...names.directory.members
            .filter((each) => each.active)
            .map((each) => ({ value: String(each.id), label: each.name })),
        ]}
      />
      {filters.due && (
        <Button
          size="small"
          iconPlacement="end"
          icon={<Icon name="close" size={12} />}
          onClick={() => set("due", undefined)}
        >
          {t("queue.filter.due", { day: dueDay(filters.due, zone, locale) })}
        </Button>
      )}
      {isFiltered(filters) && (
        <Button
          type="link"
          size="small"
          onClick={() => onChange(Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined])))}
        >
          {t("queue.filter.clear")}
        </Button>
      )}
    </fieldset>
  );
}
