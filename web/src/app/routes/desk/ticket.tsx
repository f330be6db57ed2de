import { useCanGoBack, useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { useTicketsNoticesRead } from "@/features/notices/queries";
import { useOpened } from "@/features/queue/live";
import { useRestoredPlace } from "@/features/queue/restored";
import { TicketPage } from "@/features/ticket/ticket-page";
import { PlaceInList } from "../../shell/place-in-list";
import { useDeskTitle } from "./title";

export function TicketRoute() {
  const { number } = useParams({ from: "/workbench/desk/tickets/$number" });
  const { as_of, in: view, ask } = useSearch({ from: "/workbench/desk/tickets/$number" });
  const navigate = useNavigate();
  useOpened(number);
  useTicketsNoticesRead(number);
  useRestoredPlace(number, view);
  useDeskTitle(undefined, number);
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <TicketPage
      number={number}
      place={<PlaceInList number={number} />}
      asOf={as_of}
      ask={ask}
      onAsked={() =>
        navigate({ to: "/tickets/$number", params: { number }, search: { as_of, in: view }, replace: true })
      }
      onTravel={(at) => navigate({ to: "/tickets/$number", params: { number }, search: { as_of: at, in: view } })}
      onNext={(next) => navigate({ to: "/tickets/$number", params: { number: next }, search: { in: view } })}
      onBack={() =>
        canGoBack ? router.history.back() : navigate(view ? { to: "/queue/$view", params: { view } } : { to: "/" })
      }
    />
  );
}
