import { useNavigate, useParams } from "@tanstack/react-router";
import { ChoosePassword } from "@/features/session/choose-password";
import { useWords } from "@/lib/words";
import { AntLook } from "../look/ant-look";
import { PreferenceButtons } from "../look/preferences";
import { useTitle } from "../title";

export function PasswordRoute() {
  const { token } = useParams({ from: "/password/$token" });
  const { t } = useWords();
  const navigate = useNavigate();
  useTitle(t("session.choose.title"), "Gongdan");
  return (
    <AntLook>
      <ChoosePassword
        token={token}
        preferences={<PreferenceButtons />}
        onSignedIn={() => navigate({ href: "/", replace: true })}
      />
    </AntLook>
  );
}
