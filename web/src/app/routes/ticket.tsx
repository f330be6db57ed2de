import { useCanGoBack, useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { useOpened } from "@/features/queue/live";
import { TicketPage } from "@/features/ticket/ticket-page";
import { useDeskTitle } from "../title";

export function TicketRoute() {
  const { number } = useParams({ from: "/workbench/tickets/$number" });
  const { as_of } = useSearch({ from: "/workbench/tickets/$number" });
  const navigate = useNavigate();
  useOpened(number);
  useDeskTitle(undefined, number);
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <TicketPage
      number={number}
      asOf={as_of}
      onTravel={(at) => navigate({ to: "/tickets/$number", params: { number }, search: { as_of: at } })}
      onBack={() => (canGoBack ? router.history.back() : navigate({ to: "/" }))}
    />
  );
}
