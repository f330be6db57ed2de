import { useNavigate, useSearch } from "@tanstack/react-router";
import { SignIn } from "@/features/session/sign-in";
import { chooseLocale, isLocale } from "@/lib/i18n";
import { useWords } from "@/lib/words";
import { AntLook } from "../look/ant-look";
import { PreferenceButtons } from "../look/preferences";
import { useTitle } from "../title";

export function SignInRoute() {
  const { next } = useSearch({ from: "/sign-in" });
  const { t } = useWords();
  const navigate = useNavigate();
  useTitle(t("session.title"), "Gongdan");
  return (
    <AntLook>
      <SignIn
        preferences={<PreferenceButtons />}
        onSignedIn={async (me) => {
          if (isLocale(me.locale)) await chooseLocale(me.locale);
          await navigate({ href: next ?? (me.kind === "customer" ? "/portal" : "/") });
        }}
      />
    </AntLook>
  );
}
