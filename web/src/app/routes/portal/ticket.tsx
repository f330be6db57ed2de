import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FollowedLink } from "@/features/portal/link";
import { portalTicketQuery } from "@/features/portal/queries";
import { CustomerTicket } from "@/features/portal/ticket/ticket";
import { ForCustomers, usePortalTitle } from "./for-customers";

export function PortalLinkRoute() {
  const { token } = useParams({ from: "/portal/t/$token" });
  const search = useSearch({ from: "/portal/t/$token" });
  const navigate = useNavigate();
  return (
    <FollowedLink
      token={token}
      number={search.number}
      onPlace={({ house, number }) => {
        if (house === "workbench") {
          return number
            ? navigate({ to: "/tickets/$number", params: { number }, replace: true })
            : navigate({ to: "/", replace: true });
        }
        if (!number) return navigate({ to: "/portal", replace: true });
        const wanted = { do: search.do, score: search.score };
        return navigate({ to: "/portal/tickets/$number", params: { number }, search: wanted, replace: true });
      }}
    />
  );
}

export function PortalTicketRoute() {
  const { number } = useParams({ from: "/portal/tickets/$number" });
  const search = useSearch({ from: "/portal/tickets/$number" });
  const { data: ticket } = useQuery({ ...portalTicketQuery(number), enabled: false });
  usePortalTitle([number, ticket?.title].filter(Boolean).join(" "));
  const navigate = useNavigate();
  return (
    <ForCustomers>
      <CustomerTicket
        key={number}
        number={number}
        wanted={search.do}
        score={search.score}
        follows={search.follows}
        onFollowUp={(next) =>
          navigate({ to: "/portal/tickets/$number", params: { number: next }, search: { follows: number } })
        }
      />
    </ForCustomers>
  );
}
