import { Button } from "antd";
import { useClash } from "@/features/policy/clash";
import { useDraftSection } from "@/features/policy/draft";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import { StateTag } from "@/ui/marks/state-tag";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Column, DataTable } from "@/ui/table/data-table";
import css from "./calendars.module.css";
import { CalendarEditor, COPY_OF } from "./editor";
import type { Calendar } from "./queries";
import { useUses } from "./uses";
import { weekWords } from "./words";
import type { Week } from "./year/days";

/** The calendars, as they are drafted. */
export default function CalendarsPage({ id, onOpen }: SectionProps) {
  const { t, local } = useWords();
  const section = useDraftSection("calendars");
  const { value, error, retry } = section;
  const { round, clash } = useClash(section);
  const columns = useColumns();
  const actionsOf = useActions(value ?? [], section.save, onOpen);
  if (id) {
    return (
      <>
        <CalendarEditor key={`${id} ${round}`} id={id} section={section} onClose={() => onOpen()} />
        {clash}
      </>
    );
  }
  const add = section.mayAdd && (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t("calendars.add")}
    </Button>
  );
  return (
    <SettingsPage title={t("calendars.title")} lead={t("calendars.lead")} actions={add}>
      <DataTable
        label={t("calendars.title")}
        columns={columns}
        rows={value}
        error={error}
        onRetry={retry}
        keyOf={(row) => row.key}
        nameOf={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.key)}
        actionsOf={section.mayEdit() ? actionsOf : undefined}
        empty={<Empty icon="clock" title={t("calendars.empty.title")} text={t("calendars.empty.text")} />}
      />
      {clash}
    </SettingsPage>
  );
}

function useColumns(): readonly Column<Calendar>[] {
  const { t, local } = useWords();
  return [
    { key: "name", title: t("calendars.name"), cell: (row) => local(row.name) },
    {
      key: "hours",
      title: t("calendars.hours"),
      cell: (row) => <span className={css.text}>{weekWords(t, row.week as Week)}</span>,
      width: "minmax(0, 2.4fr)",
    },
    { key: "zone", title: t("calendars.zone"), cell: (row) => row.zone },
    {
      key: "state",
      title: t("calendars.state"),
      cell: ({ retired }) =>
        retired ? t("calendars.retired") : <StateTag tone="good">{t("calendars.in_use")}</StateTag>,
    },
  ];
}

function useActions(
  all: readonly Calendar[],
  save: (next: Calendar[]) => Promise<unknown>,
  onOpen: SectionProps["onOpen"],
) {
  const { t, local, problem } = useWords();
  const { message, modal } = useVoice();
  const uses = useUses();
  const set = async (key: string, retired: boolean) => {
    try {
      await save(all.map((one) => (one.key === key ? { ...one, retired } : one)));
      message.success(t("calendars.saved"));
    } catch (error) {
      message.error(problem(error).title);
    }
  };
  const retire = async ({ key, name }: Calendar) => {
    const title = t("calendars.retire_title", { name: local(name) });
    const using = uses(key);
    if (using === undefined) return message.error(t("calendars.uses_unknown"));
    if (using.length > 0) {
      const content = (
        <>
          <p>{t("calendars.used_text")}</p>
          <ul>
            {using.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      );
      return modal.confirm({
        title: t("calendars.used_title", { name: local(name) }),
        content,
        okText: t("calendars.understood"),
        okCancel: false,
      });
    }
    const buttons = { okText: t("calendars.retire"), cancelText: t("common.cancel"), okButtonProps: { danger: true } };
    if (await modal.confirm({ title, content: t("calendars.retire_text"), ...buttons })) await set(key, true);
  };
  return (row: Calendar) => [
    { key: "copy", label: t("calendars.copy"), run: () => onOpen(`${COPY_OF}${row.key}`) },
    row.retired
      ? { key: "restore", label: t("calendars.restore"), run: () => set(row.key, false) }
      : { key: "retire", label: t("calendars.retire"), isDangerous: true, run: () => retire(row) },
  ];
}
