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

/** What can be done to an entry of a list whose order counts. */
export function useEntryActions<T extends Entry>(all: readonly T[], save: (next: T[]) => Promise<unknown>) {
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
    if (await modal.confirm({ title, content: t("policy.entry.retire_text"), ...buttons })) await set(key, true);
  };
  return (row: T): RowAction[] => {
    const up = stepped(all, row.key, -1);
    const down = stepped(all, row.key, 1);
    return [
      ...(up ? [{ key: "up", label: t("policy.entry.up"), run: () => keep(up) }] : []),
      ...(down ? [{ key: "down", label: t("policy.entry.down"), run: () => keep(down) }] : []),
      row.retired
        ? { key: "restore", label: t("policy.entry.restore"), run: () => set(row.key, false) }
        : { key: "retire", label: t("policy.entry.retire"), isDangerous: true, run: () => retire(row) },
    ];
  };
}
