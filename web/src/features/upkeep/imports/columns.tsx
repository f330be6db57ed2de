import { Button, Select } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Refusal } from "@/ui/states";
import css from "./imports.module.css";
import { type Import, type ImportKind, useCheck } from "./queries";

interface ColumnsProps {
  one: Import;
  kind: ImportKind;
  onChecked: () => void;
}

const SHOWN = 3;

/** The second step: which column of the file is which. */
export function ColumnsStep({ one, kind, onChecked }: ColumnsProps) {
  const { t } = useWords();
  const [columns, setColumns] = useState(one.columns.map(({ column }) => column));
  const check = useCheck(one);
  const set = (at: number, key: string | null) =>
    setColumns((before) => before.map((old, n) => (n === at ? key : old === key ? null : old)));
  const send = () => check.mutate(columns, { onSuccess: onChecked });
  return (
    <section className={css.step} aria-label={t("imports.step.columns")}>
      <p className={css.help}>{t("imports.columns_help")}</p>
      <ul className={css.mapping}>
        {one.columns.map(({ heading }, at) => (
          <FileColumn
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file are told apart by their place
            key={at}
            heading={heading || t("imports.unnamed", { n: at + 1 })}
            samples={one.first.map(({ cells }) => cells[at] ?? "").filter(Boolean)}
            kind={kind}
            chosen={columns[at] ?? null}
            onChoose={(key) => set(at, key)}
          />
        ))}
      </ul>
      <Missing kind={kind} columns={columns} />
      <Refusal error={check.error} nameOf={() => ""} />
      <div className={css.deeds}>
        <Button type="primary" disabled={one.forgotten_at !== null} loading={check.isPending} onClick={send}>
          {t("imports.check")}
        </Button>
      </div>
    </section>
  );
}

interface FileColumnProps {
  heading: string;
  samples: readonly string[];
  kind: ImportKind;
  chosen: string | null;
  onChoose: (key: string | null) => void;
}

function FileColumn({ heading, samples, kind, chosen, onChoose }: FileColumnProps) {
  const { t, local } = useWords();
  const options = kind.columns.map(({ key, name }) => ({ value: key, label: local(name) }));
  return (
    <li data-out={chosen === null || undefined}>
      <div className={css.heading}>
        <strong>{heading}</strong>
        <span>{samples.slice(0, SHOWN).join(t("common.list_comma")) || t("imports.no_samples")}</span>
      </div>
      <Select
        aria-label={t("imports.means", { heading })}
        value={chosen ?? ""}
        options={[{ value: "", label: t("imports.left_out") }, ...options]}
        onChange={(key: string) => onChoose(key || null)}
        className={css.choice}
      />
    </li>
  );
}

/** What the file does not have and new ones need. */
function Missing({ kind, columns }: { kind: ImportKind; columns: readonly (string | null)[] }) {
  const { t, local } = useWords();
  const missing = kind.columns.filter(({ key, needed }) => needed !== "never" && !columns.includes(key));
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => local(name)).join(t("common.list_comma"));
  return (
    <p className={css.missing} role="status">
      {t("imports.missing", { names })}
    </p>
  );
}
