import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { SkeletonLines } from "@/ui/states";
import { ownTicketsQuery, useRedeemLink } from "./queries";
import { Refused } from "./refused";

interface LinkProps {
  token: string;
  /** The ticket that the address names, if it does. */
  number: string | undefined;
  onTicket: (number: string) => void;
  onList: () => void;
}

/** Turns a signed address into a session, once, and leads to the ticket that it is for: the one named, or the only one. */
export function RedeemedLink({ token, number, onTicket, onList }: LinkProps) {
  const client = useQueryClient();
  const { mutateAsync, error } = useRedeemLink();
  const begun = useRef(false);
  const lead = useRef({ onTicket, onList });
  lead.current = { onTicket, onList };

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const go = async () => {
      await mutateAsync(token);
      if (number) return lead.current.onTicket(number);
      const own = await client.fetchQuery(ownTicketsQuery);
      const only = own.length === 1 ? own[0] : undefined;
      if (only) lead.current.onTicket(only.number);
      else lead.current.onList();
    };
    go().catch(() => undefined);
  }, [client, mutateAsync, number, token]);

  return error ? <Refused error={error} /> : <SkeletonLines count={6} height={64} />;
}
