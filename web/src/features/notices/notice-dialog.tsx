import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Modal, Radio, Tooltip } from "antd";
import { useState } from "react";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { askedBy, byDefault, type Cell, cellKey, type Draft, draftOf, flawOf } from "./choices";
import css from "./notice-dialog.module.css";
import { myNoticesQuery, useSetMyNotices } from "./queries";

type Kept = Schemas["MyNotices"];
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const DIGESTS = ["off", "hourly", "daily"] as const;

interface Part {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** What a member is told and where, their quiet hours, and whether mails come one by one. */
export function NoticeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(myNoticesQuery);
  return (
    <Modal open width={640} title={t("notices.title")} footer={null} onCancel={onClose}>
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      {!data && !error && <SkeletonLines count={6} height={32} />}
      {data && <Choosing kept={data} onClose={onClose} />}
    </Modal>
  );
}

function Choosing({ kept, onClose }: { kept: Kept; onClose: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(() => draftOf(kept));
  const set = useSetMyNotices();
  const flaw = flawOf(draft);
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  const save = () =>
    set.mutate(askedBy(draft, kept), {
      onSuccess: () => {
        message.success(t("notices.saved"));
        onClose();
      },
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!flaw) save();
      }}
    >
      <Matrix kept={kept} draft={draft} onChange={change} />
      <Quiet zone={kept.zone} draft={draft} onChange={change} />
      <DigestChoice draft={draft} onChange={change} />
      <Refusal error={set.error} nameOf={() => ""} />
      {flaw && (
        <p role="alert" className={css.flaw}>
          {t(`notices.flaw.${flaw}`)}
        </p>
      )}
      <div className={css.foot}>
        <Button onClick={() => setDraft(byDefault(draft, kept))}>{t("notices.reset")}</Button>
        <Button type="primary" htmlType="submit" disabled={flaw !== null} loading={set.isPending}>
          {t("notices.save")}
        </Button>
      </div>
    </form>
  );
}

function Matrix({ kept, draft, onChange }: Part & { kept: Kept }) {
  const { t, local } = useWords();
  return (
    <table className={css.matrix}>
      <caption className={css.caption}>{t("notices.what")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("notices.meaning")}</th>
          {kept.channels.map((channel) => (
            <th key={channel.key} scope="col" className={css.cell}>
              {local(channel.name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kept.meanings.map((meaning) => (
          <tr key={meaning.key}>
            <th scope="row">
              {local(meaning.name)}
              {meaning.urgent && <span className={css.urgent}>{t("notices.urgent")}</span>}
            </th>
            {kept.channels.map((channel) => {
              const cell = meaning.channels[channel.key];
              const key = cellKey(meaning.key, channel.key);
              return (
                <td key={channel.key} className={css.cell}>
                  {cell && (
                    <Choice
                      cell={cell}
                      label={`${local(meaning.name)} · ${local(channel.name)}`}
                      on={draft.on.get(key) ?? cell.on}
                      onChange={(on) => onChange({ on: new Map([...draft.on, [key, on]]) })}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChoiceProps {
  cell: Cell;
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** What is fixed can be reached by the keyboard all the same: it says why. */
function Choice({ cell, label, on, onChange }: ChoiceProps) {
  const { t } = useWords();
  if (!cell.fixed)
    return <Checkbox aria-label={label} checked={on} onChange={(event) => onChange(event.target.checked)} />;
  const why = t(`notices.fixed.${cell.fixed}`);
  return (
    <Tooltip title={why} trigger={["hover", "focus"]}>
      <Checkbox
        aria-label={`${label}: ${why}`}
        aria-disabled
        checked
        className={css.fixed}
        onChange={() => undefined}
      />
    </Tooltip>
  );
}

function Quiet({ zone, draft, onChange }: Part & { zone: string }) {
  const { t } = useWords();
  return (
    <fieldset className={css.part}>
      <legend>{t("notices.quiet.title")}</legend>
      <p className={css.help}>{t("notices.quiet.help", { zone })}</p>
      <div className={css.line}>
        <Checkbox checked={draft.quiet} onChange={(event) => onChange({ quiet: event.target.checked })}>
          {t("notices.quiet.on")}
        </Checkbox>
        <Input
          type="time"
          required
          aria-label={t("notices.quiet.start")}
          className={css.time}
          disabled={!draft.quiet}
          value={draft.start}
          onChange={(event) => onChange({ start: event.target.value })}
        />
        <span>{t("notices.quiet.to")}</span>
        <Input
          type="time"
          required
          aria-label={t("notices.quiet.until")}
          className={css.time}
          disabled={!draft.quiet}
          value={draft.until}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      </div>
      <div className={css.line}>
        <span id="notice-days">{t("notices.days.title")}</span>
        <Checkbox.Group
          aria-labelledby="notice-days"
          value={[...draft.days]}
          options={DAYS.map((day) => ({ value: day, label: t(`notices.days.${day}`) }))}
          onChange={(days) => onChange({ days })}
        />
      </div>
    </fieldset>
  );
}

function DigestChoice({ draft, onChange }: Part) {
  const { t } = useWords();
  return (
    <fieldset className={css.part}>
      <legend>{t("notices.digest.title")}</legend>
      <div className={css.line}>
        <Radio.Group
          value={draft.digest}
          options={DIGESTS.map((digest) => ({ value: digest, label: t(`notices.digest.${digest}`) }))}
          onChange={(event) => onChange({ digest: event.target.value })}
        />
        {draft.digest === "daily" && (
          <Input
            type="time"
            required
            aria-label={t("notices.digest.at")}
            className={css.time}
            value={draft.digestAt}
            onChange={(event) => onChange({ digestAt: event.target.value })}
          />
        )}
      </div>
    </fieldset>
  );
}
