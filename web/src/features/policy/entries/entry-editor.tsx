/** An entry of the policy as a page: its names and key, and what its section asks besides. */
import type { FormInstance } from "antd";
import { type ReactNode, useState } from "react";
import { nameOf, type Texts, terse, textsOf, withEntry } from "@/features/policy/entry";
import { useWords } from "@/lib/words";
import { FormPage } from "@/ui/form/form-page";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import type { Entry } from "./actions";
import type { EditorProps } from "./entries-page";
import { NameFields } from "./name-fields";

export interface Named {
  key: string;
  name: Texts;
}

interface EntryEditorProps<T extends Entry, V extends Named> extends EditorProps<T> {
  /** The name of the section, and of its texts. */
  texts: string;
  /** What a form holds of an entry, or of a new one. */
  entered: (one: T | undefined) => Omit<V, keyof Named>;
  /** The entry that a form gives. */
  made: (values: V, before: T | undefined) => Omit<T, "name">;
  /** Beneath names and key. */
  children: (form: FormInstance<V>, one: T | undefined) => ReactNode;
  className?: string;
}

export function EntryEditor<T extends Entry, V extends Named>(props: EntryEditorProps<T, V>) {
  const { id, section, texts, className, onClose } = props;
  const { t, local } = useWords();
  const { value: all, error, retry } = section;
  const found = all?.find(({ key }) => key === id);
  const title = id === "new" ? t(`${texts}.add`) : local(found?.name) || t(`${texts}.title`);
  return (
    <SettingsPage title={title} lead={t("policy.saved_as")} onBack={onClose}>
      <div className={className}>
        {!all && (error ? <Failure error={error} onRetry={retry} /> : <SkeletonLines count={6} height={44} />)}
        {all && id !== "new" && !found && (
          <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />
        )}
        {all && (id === "new" || found) && <EntryForm {...props} all={all} one={found} />}
      </div>
    </SettingsPage>
  );
}

interface EntryFormProps<T extends Entry, V extends Named> extends EntryEditorProps<T, V> {
  all: T[];
  one: T | undefined;
}

function EntryForm<T extends Entry, V extends Named>(props: EntryFormProps<T, V>) {
  const { all, one, section, texts, entered, made, children, onClose } = props;
  const { t } = useWords();
  const enter = (entry: T | undefined) =>
    ({ key: entry?.key ?? "", name: textsOf(entry?.name), ...entered(entry) }) as unknown as V;
  // What others draft meanwhile does not wipe out what is being entered; saving goes on top of it.
  const [kept, setKept] = useState({ all, entered: enter(one), n: 0 });
  const save = async (values: V) => {
    const before = kept.all.find(({ key }) => key === values.key);
    const entry = { ...before, ...made(values, before), key: values.key, name: nameOf(values.name) } as unknown as T;
    const after = await section.save(withEntry(kept.all, terse(entry)), kept.all);
    if (!one) return onClose();
    setKept({ all: after, entered: enter(after.find(({ key }) => key === entry.key)), n: kept.n + 1 });
  };
  return (
    <FormPage<V>
      key={kept.n}
      isReadOnly={one ? !section.mayEdit(one.key) : !section.mayEdit()}
      initial={kept.entered}
      nameOf={(field) => (field === "key" ? undefined : t(`${texts}.member.${field}`))}
      onSave={save}
    >
      {(form) => (
        <>
          <NameFields form={form} taken={one ? undefined : new Set(all.map(({ key }) => key))} />
          {children(form, one)}
        </>
      )}
    </FormPage>
  );
}
