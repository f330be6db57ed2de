import { useNavigate, useSearch } from "@tanstack/react-router";
import { SignIn } from "@/features/session/sign-in";
import { chooseLocale, isLocale } from "@/lib/i18n";

export function SignInRoute() {
  const { next } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  return (
    <SignIn
      onSignedIn={async (me) => {
        if (isLocale(me.locale)) await chooseLocale(me.locale);
        await navigate({ href: next ?? (me.kind === "customer" ? "/portal" : "/") });
      }}
    />
  );
}
