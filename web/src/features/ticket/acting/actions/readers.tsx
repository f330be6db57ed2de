import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { type Readers, readersQuery, type Ticket } from "@/features/ticket/queries";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/marks/avatar";
import { Failure, SkeletonLines } from "@/ui/states";
import css from "./readers.module.css";

/** Who can see this ticket, and why: as the server judges it, for everybody. */
export function ReadersDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(readersQuery(ticket.number));
  return (
    <Modal
      open
      title={t("ticket.readers.title")}
      footer={null}
      onCancel={onClose}
      styles={{ body: { maxHeight: "calc(100dvh - 200px)", overflowY: "auto" } }}
    >
      {data && <Lists found={data} />}
      {!data && (error ? <Failure error={error} onRetry={refetch} /> : <SkeletonLines count={6} height={40} />)}
    </Modal>
  );
}

function Lists({ found: { readers, looked_at, members } }: { found: Readers }) {
  const { t } = useWords();
  return (
    <>
      {looked_at < members && <p className={css.help}>{t("ticket.readers.part", { n: looked_at, members })}</p>}
      {(["staff", "customer"] as const).map((kind) => {
        const some = readers.filter((each) => each.kind === kind);
        return (
          some.length > 0 && (
            <section key={kind} aria-label={t(`ticket.readers.${kind}`)}>
              <h3 className={css.heading}>{t(`ticket.readers.${kind}`)}</h3>
              <ul>
                {some.map((each) => (
                  <Line key={each.person_id} reader={each} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function Line({ reader }: { reader: Readers["readers"][number] }) {
  const { t } = useWords();
  const why = reader.grounds.map(({ scope, is_narrowed }) =>
    t(`ticket.readers.ground.${scope}${is_narrowed ? "_narrowed" : ""}`, {
      defaultValue: t(`ticket.readers.ground.${scope}`),
    }),
  );
  return (
    <li className={css.line}>
      <Avatar name={reader.name} size={28} />
      <span className={css.words}>
        <span>{reader.name}</span>
        <span className={css.why}>
          {why.join(t("common.list_comma"))}
          {reader.kind === "staff" && !reader.reads_notes && ` · ${t("ticket.readers.no_notes")}`}
        </span>
      </span>
    </li>
  );
}
