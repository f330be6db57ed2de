import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { findQuery } from "@/lib/api/find";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { useSettled } from "@/ui/fields/settled";
import { PhasePill } from "@/ui/marks/phase-pill";
import { alikeQuery } from "./queries";
import css from "./relations.module.css";

interface FinderProps {
  /** The ticket that is not to be found. */
  but: string;
  id?: string;
  value?: string;
  onChange?: (number: string) => void;
}

/** Another ticket: one that may say the same, or what is found by its number or title. */
export function TicketFinder({ but, ...input }: FinderProps) {
  const { t, local } = useWords();
  const names = useNames();
  const [text, setText] = useState("");
  const typed = useSettled(text.trim());
  const { data } = useQuery(findQuery(typed));
  const { data: alike = [] } = useQuery(alikeQuery(but));
  const found = typed ? (data?.tickets ?? []).filter(({ number }) => number !== but) : alike;
  return (
    <Select
      {...input}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t("ticket.relations.find")}
      notFoundContent={t(typed ? "ticket.relations.none_found" : "ticket.relations.find")}
      optionLabelProp="short"
      options={found.map(({ number, title, phase, status, type }) => ({
        value: number,
        short: `${number} ${title}`,
        label: (
          <span className={css.found}>
            <PhasePill phase={phase} name={local(names.status(status, type).name)} plain />
            <span className={css.title}>{title}</span>
            <span className={css.quiet}>{number}</span>
          </span>
        ),
      }))}
    />
  );
}
