import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { Icon } from "@/ui/marks/icon";
import { useVoice } from "@/ui/states/voice";
import css from "../customers.module.css";
import { PickCustomer } from "../picker";
import { type CustomerRecord, type MergeProposal, proposalsQuery, useMerge, useUnmerge } from "../queries";
import { Part } from "./part";

/** Who else turned out to be this customer, and who may be; for who may manage customers. */
export function Merges({ customer }: { customer: CustomerRecord }) {
  const { t } = useWords();
  const isAsked = customer.can_manage && customer.merged_into === null;
  const { data: proposals = [] } = useQuery(proposalsQuery(customer.id, isAsked));
  const [isChoosing, setIsChoosing] = useState(false);
  const { ask } = useMergeWith(customer);
  const takeBack = useTakeBack(customer);
  if (!isAsked && customer.merged.length === 0) return null;
  const choose = isAsked && (
    <Button size="small" type="text" icon={<Icon name="link" size={14} />} onClick={() => setIsChoosing(true)}>
      {t("customers.merge.choose")}
    </Button>
  );
  return (
    <Part title={t("customers.merge.title")} action={choose}>
      {proposals.length === 0 && customer.merged.length === 0 && (
        <p className={css.quiet}>{t("customers.merge.none")}</p>
      )}
      <ul className={css.lines}>
        {proposals.map((one) => (
          <li key={one.customer.id}>
            <Likely proposal={one} />
            <Button size="small" onClick={() => ask(one.customer.id, one.customer.name)}>
              {t("customers.merge.do")}
            </Button>
          </li>
        ))}
        {customer.merged.map(({ id, name }) => (
          <li key={id}>
            <span className={css.handle}>{t("customers.merge.was", { name })}</span>
            {customer.can_manage && (
              <Button size="small" type="text" onClick={() => takeBack(id, name)}>
                {t("customers.merge.undo")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isChoosing && <Choose customer={customer} onClose={() => setIsChoosing(false)} />}
    </Part>
  );
}

function Likely({ proposal: { customer, reasons } }: { proposal: MergeProposal }) {
  const { t } = useWords();
  return (
    <span className={css.handle}>
      <Link to="/customers/$id" params={{ id: String(customer.id) }}>
        {customer.name}
      </Link>
      <span className={css.quiet}>
        {[customer.mail ?? customer.phone, ...reasons.map((reason) => t(`customers.merge.reasons.${reason}`))]
          .filter(Boolean)
          .join(t("common.list_comma"))}
      </span>
    </span>
  );
}

function useMergeWith({ id, name }: CustomerRecord) {
  const { t, problem } = useWords();
  const { message, modal } = useVoice();
  const merge = useMerge(id);
  const run = async (other: number) => {
    const { tickets } = await merge.mutateAsync(other);
    message.success(t("customers.merge.done", { n: tickets }));
  };
  const ask = async (other: number, otherName: string) => {
    const words = {
      title: t("customers.merge.ask", { other: otherName, name }),
      content: t("customers.merge.ask_text"),
    };
    const buttons = { okText: t("customers.merge.do"), cancelText: t("common.cancel") };
    if (!(await modal.confirm({ ...words, ...buttons }))) return;
    await run(other).catch((error) => message.error(`${problem(error).title} ${problem(error).remedy}`));
  };
  return { run, ask };
}

function useTakeBack({ id, name }: CustomerRecord) {
  const { t, problem } = useWords();
  const { message, modal } = useVoice();
  const unmerge = useUnmerge(id);
  return async (other: number, otherName: string) => {
    const words = {
      title: t("customers.merge.undo_ask", { other: otherName, name }),
      content: t("customers.merge.undo_text"),
    };
    const buttons = { okText: t("customers.merge.undo"), cancelText: t("common.cancel") };
    if (!(await modal.confirm({ ...words, ...buttons }))) return;
    unmerge.mutate(other, {
      onSuccess: ({ tickets }) => message.success(t("customers.merge.undone", { n: tickets })),
      onError: (error) => message.error(problem(error).title),
    });
  };
}

/** Somebody whom nothing proposes. */
function Choose({ customer, onClose }: { customer: CustomerRecord; onClose: () => void }) {
  const { t } = useWords();
  const { run } = useMergeWith(customer);
  return (
    <FormDialog<{ other: number }>
      title={t("customers.merge.choose_title", { name: customer.name })}
      send={t("customers.merge.do")}
      onSend={({ other }) => run(other)}
      onClose={onClose}
    >
      <p className={css.help}>{t("customers.merge.ask_text")}</p>
      <PickCustomer name="other" label={t("customers.merge.other")} except={customer.id} />
    </FormDialog>
  );
}
