/** Language and look: chosen in many places, changed in this one. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSetMe } from "@/features/session/queries";
import { resyncTickets } from "@/features/ticket/queries";
import { chooseLocale, type Locale } from "@/lib/i18n";
import { sessionQuery } from "@/lib/session";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { Icon, type IconName } from "@/ui/marks/icon";
import { Button } from "@/ui/plain/button";
import { chooseTheme, themeStore } from "./theme";

export interface Preference {
  label: string;
  icon: IconName;
  /** To the other one of the two. */
  turn: () => void;
}

/**
 * This browser keeps it; of a member the server does, too, for their mails and their other browsers. What the server
 * has said in the other language is asked anew.
 */
export function useLanguage(): Preference {
  const { t, locale } = useWords();
  const { data: me } = useQuery({ ...sessionQuery, enabled: false });
  const setMe = useSetMe();
  const client = useQueryClient();
  const other: Locale = locale === "en" ? "zh-CN" : "en";
  const turn = async () => {
    await chooseLocale(other);
    resyncTickets(client);
    if (me?.kind === "staff") setMe.mutate({ locale: other });
  };
  return { label: t("shell.language"), icon: "globe", turn };
}

export function useLook(): Preference {
  const { t } = useWords();
  const isDark = useStore(themeStore) === "dark";
  return {
    label: t(isDark ? "shell.light" : "shell.dark"),
    icon: isDark ? "sun" : "moon",
    turn: () => chooseTheme(isDark ? "light" : "dark"),
  };
}

export function PreferenceButtons({ className, size }: { className?: string; size?: number }) {
  return [useLanguage(), useLook()].map(({ label, icon, turn }) => (
    <Button
      key={label}
      type="text"
      aria-label={label}
      title={label}
      className={className}
      onClick={turn}
      icon={<Icon name={icon} size={size} />}
    />
  ));
}
