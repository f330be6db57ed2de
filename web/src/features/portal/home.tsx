import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Ago } from "@/ui/marks/ago";
import { Icon, type IconName } from "@/ui/marks/icon";
import { PhasePill } from "@/ui/marks/phase-pill";
import { Empty, Failure, SkeletonLines, Stale } from "@/ui/states";
import css from "./portal.module.css";
import { ownTicketsQuery, useMails } from "./queries";

/** Two doors: ask something, or see what became of it. */
export function Home() {
  const { t } = useWords();
  const { data: me } = useQuery(sessionQuery);
  const mails = useMails();
  return (
    <>
      <h1 className={css.title}>{t("portal.home.title")}</h1>
      <p className={css.lead}>{t(me || mails ? "portal.home.lead" : "portal.home.lead_unmailed")}</p>
      <div className={css.doors}>
        <Door to="/portal/new" icon="edit" name="new" isMain />
        {mails && (!me || me.only_ticket) && <Door to="/portal/sign-in" icon="user" name="sign_in" />}
      </div>
      {me && <OwnTickets />}
    </>
  );
}

function Door({
  to,
  icon,
  name,
  isMain,
}: {
  to: "/portal/new" | "/portal/sign-in";
  icon: IconName;
  name: string;
  isMain?: boolean;
}) {
  const { t } = useWords();
  return (
    <Link to={to} className={css.door} data-main={isMain || undefined}>
      <Icon name={icon} size={20} />
      <span>
        <b>{t(`portal.home.${name}.title`)}</b>
        <span>{t(`portal.home.${name}.text`)}</span>
      </span>
      <Icon name="next" />
    </Link>
  );
}

function OwnTickets() {
  const { t, local } = useWords();
  const { data, error, isPending, refetch } = useQuery(ownTicketsQuery);
  return (
    <section aria-label={t("portal.own.title")}>
      <h2 className={css.heading}>{t("portal.own.title")}</h2>
      {data && <Stale error={error} onRetry={() => refetch()} />}
      <div className={css.card}>
        {isPending && <SkeletonLines count={4} height={64} />}
        {error && !data && <Failure error={error} onRetry={() => refetch()} />}
        {data?.length === 0 && (
          <Empty icon="inbox" title={t("portal.own.empty.title")} text={t("portal.own.empty.text")} />
        )}
        <ul>
          {data?.map((row) => (
            <li key={row.number}>
              <Link to="/portal/tickets/$number" params={{ number: row.number }} className={css.row}>
                <span className={css.row_title}>{row.title}</span>
                <PhasePill phase={row.phase} name={local(row.status)} />
                <span className={css.quiet}>{row.number}</span>
                <Ago at={row.updated_at} className={css.quiet} />
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
