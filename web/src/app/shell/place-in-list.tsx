import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Tooltip } from "antd";
import { viewsQuery } from "@/features/queue/queries";
import { useHotkeys } from "@/lib/hotkeys";
import { usePlace } from "@/lib/trail";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./place-in-list.module.css";

/** Where a ticket stands: area, view, and its place in the list: `工作台 / 待领取 ‹ 3 / 22 ›`. `j` and `k` go along it. */
export function PlaceInList({ number }: { number: string }) {
  const { t, local } = useWords();
  const navigate = useNavigate();
  const place = usePlace(number);
  const view = place?.view ?? "";
  const { data: name } = useQuery({ ...viewsQuery, select: (views) => views.find(({ key }) => key === view)?.name });
  const search = { in: view };
  const go = (to: string | undefined) => to && navigate({ to: "/tickets/$number", params: { number: to }, search });
  useHotkeys({ j: () => go(place?.next), k: () => go(place?.previous) });
  if (!place) return null;
  const step = (icon: "back" | "next", to: string | undefined, label: string, key: string) => (
    <Tooltip title={`${label} ${key}`}>
      <Button
        type="text"
        size="small"
        aria-label={label}
        disabled={!to}
        onClick={() => go(to)}
        icon={<Icon name={icon} size={12} />}
      />
    </Tooltip>
  );
  return (
    <nav aria-label={t("shell.place.label")} className={css.place}>
      <span className={css.crumbs}>
        <Link to="/queue" className={css.area}>
          {t("shell.areas.desk")}
        </Link>
        <span aria-hidden="true" className={css.area}>
          /
        </span>
        <Link
          to="/queue/$view"
          params={{ view }}
          search={place.search}
          className={css.view}
          title={local(name) || undefined}
        >
          {local(name) || view}
        </Link>
      </span>
      {step("back", place.previous, t("shell.place.previous"), "K")}
      <span className="figures">
        {place.at} / {place.of}
      </span>
      {step("next", place.next, t("shell.place.next"), "J")}
    </nav>
  );
}
