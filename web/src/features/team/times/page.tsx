/** Recorded time added up: by person, team, kind of work, ticket or day; and its entries as a file. */
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Segmented, Select } from "antd";
import { useId, useState } from "react";
import { saveAs } from "@/lib/browser/save-as";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { toLocalInput } from "@/lib/words/time";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { DataTable } from "@/ui/table/data-table";
import { useColumns } from "./columns";
import { lastWeek, withDay } from "./days";
import { type Asked, BY, type By, readFile, workTimesQuery } from "./queries";
import css from "./times.module.css";

export function WorkTimesPage() {
  const { t, zone, worked } = useWords();
  const today = toLocalInput(new Date(), zone).slice(0, 10);
  const [asked, setAsked] = useState<Asked>({ ...lastWeek(today), team: undefined });
  const [by, setBy] = useState<By>("person");
  const { data, error, refetch } = useQuery(workTimesQuery(asked, by));
  const { columns, nameOf } = useColumns(by, data);
  return (
    <SettingsPage title={t("team.times.title")} lead={t("team.times.lead")} actions={<Download asked={asked} />}>
      <Filters asked={asked} onAsk={setAsked} by={by} onBy={setBy} />
      {data && data.entries > 0 && (
        <p className={css.sum} role="status">
          {t("team.times.sum", { span: worked(data.minutes), n: data.entries })}
          {data.left_out > 0 && ` ${t("team.times.left_out", { shown: data.rows.length, n: data.left_out })}`}
        </p>
      )}
      <DataTable
        label={t("team.times.title")}
        columns={columns}
        rows={data?.rows}
        error={error}
        onRetry={refetch}
        keyOf={(row) => row.key}
        nameOf={nameOf}
        empty={<Empty icon="clock" title={t("team.times.none.title")} text={t("team.times.none.text")} />}
      />
    </SettingsPage>
  );
}

interface FiltersProps {
  asked: Asked;
  onAsk: (asked: Asked) => void;
  by: By;
  onBy: (by: By) => void;
}

function Filters({ asked, onAsk, by, onBy }: FiltersProps) {
  const { t, local } = useWords();
  const { teams } = useNames().directory;
  return (
    <div className={css.filters}>
      <Segmented<By>
        aria-label={t("team.times.by.label")}
        value={by}
        onChange={onBy}
        options={BY.map((value) => ({ value, label: t(`team.times.by.${value}`) }))}
      />
      {(["since", "until"] as const).map((end) => (
        <DayField
          key={end}
          label={t(`team.times.${end}`)}
          value={asked[end]}
          onDay={(day) => onAsk(withDay(asked, end, day))}
        />
      ))}
      <Select
        allowClear
        className={css.team}
        aria-label={t("team.times.team")}
        placeholder={t("team.times.all_teams")}
        value={asked.team}
        onChange={(team) => onAsk({ ...asked, team })}
        options={teams.map(({ key, name }) => ({ value: key, label: local(name) }))}
      />
    </div>
  );
}

function DayField({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={value} onChange={({ target }) => target.value && onDay(target.value)} />
    </div>
  );
}

function Download({ asked }: { asked: Asked }) {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    try {
      saveAs(await readFile(asked), `work-times-${asked.since}-${asked.until}.csv`);
    } catch (error) {
      message.error(problem(error).title);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Button loading={isBusy} onClick={save}>
      {t("team.times.download")}
    </Button>
  );
}
