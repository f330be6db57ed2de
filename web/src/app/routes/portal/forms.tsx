/** Pages that ask: what their inputs are made of comes with them. */
import { PortalForm } from "@/features/portal/form";
import { PortalSignIn } from "@/features/portal/sign-in";
import { useWords } from "@/lib/words";
import { AntLook } from "../../look/ant-look";
import { ForCustomers, usePortalTitle } from "./for-customers";

export function PortalFormRoute() {
  const { t } = useWords();
  usePortalTitle(t("portal.form.title"));
  return (
    <ForCustomers>
      <AntLook>
        <PortalForm />
      </AntLook>
    </ForCustomers>
  );
}

export function PortalSignInRoute() {
  const { t } = useWords();
  usePortalTitle(t("portal.sign_in.title"));
  return (
    <AntLook>
      <PortalSignIn />
    </AntLook>
  );
}
