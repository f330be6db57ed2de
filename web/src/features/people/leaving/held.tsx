import { useWords } from "@/lib/words";
import css from "./leaving.module.css";
import type { Holdings } from "./queries";

/** What somebody holds: what is handed over, what ends with them, and which seats stay empty until they are filled. */
export function Held({ held }: { held: Holdings }) {
  const { t, local, minute } = useWords();
  const list = (names: readonly string[]) => names.join(t("common.list_comma"));
  const ends = (["watched_tickets", "drafts", "sessions", "tokens"] as const).filter((key) => held[key] > 0);
  const seats = [
    ...held.leads.map((seat) => t(seat.is_only ? "people.leaving.only_lead" : "people.leaving.lead", named(seat))),
    ...held.heads.map((seat) => t("people.leaving.head", named(seat))),
    ...(held.manages.length
      ? [t("people.leaving.manages", { names: list(held.manages.map(({ name }) => name)) })]
      : []),
    ...(["customers", "conversations", "shared_views"] as const)
      .filter((key) => held[key] > 0)
      .map((key) => t(`people.leaving.${key}`, { n: held[key] })),
  ];
  const leaves = held.stands_in.map(({ person, from_at, until_at }) =>
    t("people.leaving.stands_in", { name: person.name, from: minute(from_at), until: minute(until_at) }),
  );
  function named({ name }: { name: Record<string, string> }) {
    return { name: local(name) };
  }
  return (
    <div className={css.held}>
      <p>
        {held.open_tickets > 0
          ? t("people.leaving.open", { n: held.open_tickets, waiting: held.waiting_tickets })
          : t("people.leaving.nothing_open")}
      </p>
      <Part
        title={t("people.leaving.ends")}
        lines={[...ends.map((key) => t(`people.leaving.${key}`, { n: held[key] })), ...leaves]}
      />
      <Part title={t("people.leaving.stays")} lines={seats} />
    </div>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
