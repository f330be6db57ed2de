import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect } from "react";
import { useWords } from "@/lib/words";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { finishSignInQuery } from "./queries";

interface ReturnedProps {
  /** What stands behind the question mark of the address. */
  search: string;
  /** With the id of the mailbox where it is signed in. */
  onDone: (id?: string) => void;
}

/** Where a provider sends somebody back to who was asked for consent. */
export function ReturnedFromProvider({ search, onDone }: ReturnedProps) {
  const { t } = useWords();
  const { message } = useVoice();
  const brought = new URLSearchParams(search);
  const { data, error } = useQuery(
    finishSignInQuery({
      state: brought.get("state")?.slice(0, 500) || "-",
      code: brought.get("code")?.slice(0, 4000) ?? null,
      error: brought.get("error")?.slice(0, 200) ?? null,
      said: brought.get("error_description")?.slice(0, 2000) ?? null,
    }),
  );
  useEffect(() => {
    if (!data) return;
    message.success(t("mailboxes.consent.done"));
    onDone(String(data.account_id));
  }, [data, message, t, onDone]);
  return (
    <SettingsPage title={t("mailboxes.consent.title")} onBack={() => onDone()}>
      {error ? (
        <Failure error={error}>
          <Button type="primary" onClick={() => onDone()}>
            {t("mailboxes.consent.back")}
          </Button>
        </Failure>
      ) : (
        <SkeletonLines count={3} height={32} />
      )}
    </SettingsPage>
  );
}
