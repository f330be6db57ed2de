import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { api, type Schemas, unwrap } from "@/lib/api";
import { useWords } from "@/lib/words";
import { NoticeTable } from "@/ui/form/notice-matrix";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Failure, Refusal, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { type Chosen, isChanged, shipped, wishOf, withCell } from "./chosen";
import css from "./defaults.module.css";

const defaultsQuery = queryOptions({
  queryKey: ["notice-defaults"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/notices/defaults", { signal })),
});

/** How members are told who have not chosen. */
export default function NoticeDefaultsPage(_section: SectionProps) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(defaultsQuery);
  return (
    <SettingsPage title={t("notice_defaults.title")} lead={t("notice_defaults.lead")}>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines count={8} height={32} />}
      {data && <Defaults kept={data} />}
    </SettingsPage>
  );
}

function Defaults({ kept }: { kept: Schemas["NoticeMatrix"] }) {
  const { t } = useWords();
  const { message, modal } = useVoice();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>({});
  const isDirty = isChanged(kept, chosen);
  const save = useMutation({
    mutationFn: () => unwrap(api.PUT("/api/v1/notices/defaults", { body: { choices: wishOf(kept, chosen) } })),
    onSuccess: (after) => {
      client.setQueryData(defaultsQuery.queryKey, after);
      setChosen({});
      message.success(t("notice_defaults.saved"));
    },
  });
  useBlocker({
    shouldBlockFn: async () => {
      if (!isDirty) return false;
      const words = { title: t("common.leave.title"), content: t("common.leave.text") };
      const buttons = { okText: t("common.leave.discard"), cancelText: t("common.leave.stay") };
      return !(await modal.confirm({ ...words, ...buttons }));
    },
    enableBeforeUnload: () => isDirty,
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <NoticeTable
        kept={kept}
        caption={t("notice_defaults.caption")}
        chosen={(meaning, channel) => chosen[meaning]?.[channel]}
        onChange={(meaning, channel, on) => setChosen((before) => withCell(before, meaning, channel, on))}
      />
      <Refusal error={save.error} nameOf={() => ""} />
      <div className={css.foot}>
        <span role="status">{t(isDirty ? "notice_defaults.unsaved" : "notice_defaults.unchanged")}</span>
        <Button onClick={() => setChosen(shipped(kept))}>{t("notice_defaults.reset")}</Button>
        <Button type="primary" htmlType="submit" disabled={!isDirty} loading={save.isPending}>
          {t("notice_defaults.save")}
        </Button>
      </div>
    </form>
  );
}
