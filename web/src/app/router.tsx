/** Every address of the application. Screens load when they are first opened. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { infoQuery } from "@/features/portal/queries";
import { directoryQuery } from "@/lib/directory";
import { keptLocale, showLocale } from "@/lib/i18n";
import { readKept } from "@/lib/kept";
import { sessionQuery } from "@/lib/session";
import { BASE } from "@/lib/workspace";
import { ComingPage, NotFoundPage, RouteFailure } from "./fallbacks";
import { type OpenTicketSearch, openTicketSearch, portalTicketSearch, queueSearch, signInSearch } from "./search";

interface Context {
  client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import("./routes/sign-in"), "SignInRoute"),
});

/** Only for staff; customers have their own house. */
const workbench = createRoute({
  getParentRoute: () => root,
  id: "workbench",
  beforeLoad: async ({ context, location }) => {
    const me = await context.client.ensureQueryData(sessionQuery);
    if (!me) throw redirect({ to: "/sign-in", search: { next: location.href } });
    if (me.kind === "customer") throw redirect({ to: "/portal" });
    // Names stand on every screen: they are under way before the screen itself is.
    void context.client.prefetchQuery(directoryQuery);
    if (!keptLocale()) await showLocale([me.locale]);
  },
  component: lazyRouteComponent(() => import("./shell/workbench"), "Workbench"),
});

const home = createRoute({
  getParentRoute: () => workbench,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/queue/$view", params: { view: readKept("view", "mine") } });
  },
});

const queue = createRoute({
  getParentRoute: () => workbench,
  path: "/queue/$view",
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import("./routes/queue"), "QueueRoute"),
});

const ticket = createRoute({
  getParentRoute: () => workbench,
  path: "/tickets/$number",
  validateSearch: (search): OpenTicketSearch => openTicketSearch(search),
  component: lazyRouteComponent(() => import("./routes/ticket"), "TicketRoute"),
});

const portal = createRoute({
  getParentRoute: () => root,
  path: "/portal",
  beforeLoad: async ({ context }) => {
    const me = await context.client.ensureQueryData(sessionQuery);
    if (keptLocale()) return;
    const host = await context.client.ensureQueryData(infoQuery).catch(() => undefined);
    await showLocale([me?.locale, ...navigator.languages, host?.locale]);
  },
  component: lazyRouteComponent(() => import("./routes/portal"), "PortalRoute"),
});

const portalHome = createRoute({
  getParentRoute: () => portal,
  path: "/",
  component: lazyRouteComponent(() => import("./routes/portal"), "PortalHomeRoute"),
});

const portalForm = createRoute({
  getParentRoute: () => portal,
  path: "/new",
  component: lazyRouteComponent(() => import("./routes/portal"), "PortalFormRoute"),
});

const portalSignIn = createRoute({
  getParentRoute: () => portal,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./routes/portal"), "PortalSignInRoute"),
});

const portalLink = createRoute({
  getParentRoute: () => portal,
  path: "/t/$token",
  validateSearch: portalTicketSearch,
  component: lazyRouteComponent(() => import("./routes/portal"), "PortalLinkRoute"),
});

const portalTicket = createRoute({
  getParentRoute: () => portal,
  path: "/tickets/$number",
  validateSearch: portalTicketSearch,
  component: lazyRouteComponent(() => import("./routes/portal"), "PortalTicketRoute"),
});

const tree = root.addChildren([
  signIn,
  workbench.addChildren([home, queue, ticket]),
  portal.addChildren([portalHome, portalForm, portalSignIn, portalLink, portalTicket]),
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    basepath: BASE || "/",
    context: { client },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RouteFailure,
    defaultPendingComponent: ComingPage,
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
