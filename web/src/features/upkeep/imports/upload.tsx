import { useQuery } from "@tanstack/react-query";
import { Button, Radio } from "antd";
import { useId, useRef, useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, Refusal, SkeletonLines } from "@/ui/states";
import css from "./imports.module.css";
import { type ImportKind, kindsQuery, template, useUpload } from "./queries";
import { Steps } from "./steps";

/** The first step: what it is about, and the file. */
export function UploadPage({ onOpen }: Pick<SectionProps, "onOpen">) {
  const { t } = useWords();
  const { data: kinds, error, refetch } = useQuery(kindsQuery);
  return (
    <SettingsPage title={t("imports.begin")} onBack={() => onOpen()}>
      <Steps at="file" />
      {error && !kinds && <Failure error={error} onRetry={refetch} />}
      {!kinds && !error && <SkeletonLines count={4} height={44} />}
      {kinds?.length === 0 && (
        <Empty icon="lock" title={t("common.forbidden.title")} text={t("common.forbidden.text")} />
      )}
      {kinds?.[0] && <Choice kinds={kinds} first={kinds[0]} onUploaded={(id) => onOpen(String(id))} />}
    </SettingsPage>
  );
}

interface ChoiceProps {
  kinds: readonly ImportKind[];
  first: ImportKind;
  onUploaded: (id: number) => void;
}

function Choice({ kinds, first, onUploaded }: ChoiceProps) {
  const { t, local } = useWords();
  const [kind, setKind] = useState(first);
  const upload = useUpload();
  const send = (file: File) => upload.mutate({ kind: kind.key, file }, { onSuccess: (made) => onUploaded(made.id) });
  return (
    <section className={css.step}>
      <fieldset className={css.kinds}>
        <legend>{t("imports.what")}</legend>
        <Radio.Group
          value={kind.key}
          onChange={({ target }) => setKind(kinds.find((one) => one.key === target.value) ?? first)}
          options={kinds.map((one) => ({ value: one.key, label: local(one.name) }))}
        />
      </fieldset>
      <p className={css.templates}>
        {t("imports.template")}
        <a href={template(kind.key, "xlsx")} download>
          {t("imports.template_xlsx")}
        </a>
        <a href={template(kind.key, "csv")} download>
          {t("imports.template_csv")}
        </a>
      </p>
      <Drop isSending={upload.isPending} onFile={send} />
      <Refusal error={upload.error} nameOf={() => ""} />
    </section>
  );
}

/** A file by drag or by hand. */
function Drop({ isSending, onFile }: { isSending: boolean; onFile: (file: File) => void }) {
  const { t } = useWords();
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const help = useId();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !isSending) onFile(file);
    if (input.current) input.current.value = "";
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keys
    <div
      className={css.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Button
        type="primary"
        icon={<Icon name="clip" size={14} />}
        loading={isSending}
        aria-describedby={help}
        onClick={() => input.current?.click()}
      >
        {t(isSending ? "imports.reading" : "imports.choose")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx"
        aria-label={t("imports.choose")}
        onChange={({ target }) => take(target.files)}
      />
      <p id={help} className={css.help}>
        {t("imports.file_help")}
      </p>
    </div>
  );
}
