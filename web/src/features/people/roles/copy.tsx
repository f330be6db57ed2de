import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { KeyField, NameFields } from "../named";
import type { Role } from "../queries";
import type { Grant } from "./matrix";
import { useAddRole } from "./queries";

interface Entered {
  key: string;
  name: Record<string, string>;
}

interface CopyProps {
  role: Role;
  onMade: (role: Role) => void;
  onClose: () => void;
}

/** A role of one's own begins as another one is. */
export function CopyRole({ role, onMade, onClose }: CopyProps) {
  const { t, local } = useWords();
  const add = useAddRole();
  const send = async ({ key, name }: Entered) =>
    onMade(await add.mutateAsync({ key, name, grants: role.grants as unknown as Grant[], classes: role.classes }));
  const title = t("roles.copy_of", { name: local(role.name) });
  return (
    <FormDialog<Entered> title={title} send={t("roles.copy")} onSend={send} onClose={onClose}>
      <p>{t("roles.copy_text")}</p>
      <NameFields />
      <KeyField />
    </FormDialog>
  );
}
