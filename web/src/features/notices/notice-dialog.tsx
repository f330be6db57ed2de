import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Modal, Radio } from "antd";
import { useState } from "react";
import type { Schemas } from "@/lib/api";
import { useWords } from "@/lib/words";
import { NoticeTable } from "@/ui/form/notice-matrix";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { askedBy, byDefault, cellKey, type Draft, draftOf, flawOf } from "./choices";
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
  const { message } = useVoice();
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
      <NoticeTable
        kept={kept}
        caption={t("notices.what")}
        chosen={(meaning, channel) => draft.on.get(cellKey(meaning, channel))}
        onChange={(meaning, channel, on) => change({ on: new Map([...draft.on, [cellKey(meaning, channel), on]]) })}
      />
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
