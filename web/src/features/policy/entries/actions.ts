import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import type { RowAction } from "@/ui/table/data-table";

export interface Entry {
  key: string;
  name: Record<string, string>;
  retired?: boolean;
}

/** One step up or down among those in use; undefined: there is no further. */
export function stepped<T extends Entry>(all: readonly T[], key: string, by: 1 | -1): T[] | undefined {
  const beside = all.filter(({ retired }) => !retired);
  const one = beside.find((each) => each.key === key);
  const other = one && beside[beside.indexOf(one) + by];
  if (!one || !other) return undefined;
  return all.map((each) => (each === one ? other : each === other ? one : each));
}

interface Ways<T> {
  /** One step up or down; null: their order says nothing. */
  step?: ((all: readonly T[], key: string, by: 1 | -1) => T[] | undefined) | null;
  /** What becomes of what names it, once it is retired. */
  retireText?: string;
}

/** Keeps a changed list, retires and restores: with words, and with the question first. */
export function useKeeping<T extends Entry>(
  all: readonly T[],
  save: (next: T[]) => Promise<unknown>,
  retireText?: string,
) {
  const { t, local, problem } = useWords();
  const { message, modal } = useVoice();
  const keep = async (next: T[]) => {
    try {
      await save(next);
      message.success(t("policy.entry.saved"));
    } catch (error) {
      message.error(problem(error).title);
    }
  };
  const set = (key: string, retired: boolean) => keep(all.map((one) => (one.key === key ? { ...one, retired } : one)));
  const retire = async ({ key, name }: T) => {
    const title = t("policy.entry.retire_title", { name: local(name) });
    const buttons = {
      okText: t("policy.entry.retire"),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: true },
    };
    const content = retireText ?? t("policy.entry.retire_text");
    if (await modal.confirm({ title, content, ...buttons })) await set(key, true);
  };
  const ending = (row: T, ends: (row: T) => unknown = retire): RowAction =>
    row.retired
      ? { key: "restore", label: t("policy.entry.restore"), run: () => set(row.key, false) }
      : { key: "retire", label: t("policy.entry.retire"), isDangerous: true, run: () => ends(row) };
  return { keep, retire, ending };
}

/** What can be done to an entry of a list; mostly its order counts. */
export function useEntryActions<T extends Entry>(
  all: readonly T[],
  save: (next: T[]) => Promise<unknown>,
  { step = stepped, retireText }: Ways<T> = {},
) {
  const { t } = useWords();
  const { keep, ending } = useKeeping(all, save, retireText);
  return (row: T): RowAction[] => {
    const [up, down] = [step?.(all, row.key, -1), step?.(all, row.key, 1)];
    return [
      ...(up ? [{ key: "up", label: t("policy.entry.up"), run: () => keep(up) }] : []),
      ...(down ? [{ key: "down", label: t("policy.entry.down"), run: () => keep(down) }] : []),
      ending(row),
    ];
  };
}
