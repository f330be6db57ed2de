/** Every address of the application. Screens load when they are first opened. */
import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent, notFound, redirect } from "@tanstack/react-router";
import { infoQuery } from "@/features/portal/queries";
import { ticketQuery } from "@/features/ticket/queries";
import { keptLocale, needTexts, showLocale } from "@/lib/i18n";
import { readKept } from "@/lib/kept";
import { sessionQuery } from "@/lib/session";
import { BASE } from "@/lib/workspace";
import { landingOf } from "./areas/areas";
import { SECTIONS } from "./areas/sections";
import { ComingPage, RouteFailure } from "./fallbacks";
import { root, workbench } from "./roots";
import { customersArea } from "./routes/customers-tree";
import {
  type OpenTicketSearch,
  openTicketSearch,
  portalTicketSearch,
  queueSearch,
  sectionSearch,
  signInSearch,
} from "./search";

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import("./routes/sign-in"), "SignInRoute"),
});

/** Where the link leads by which a member chooses a password. */
const password = createRoute({
  getParentRoute: () => root,
  path: "/password/$token",
  component: lazyRouteComponent(() => import("./routes/password"), "PasswordRoute"),
});

const home = createRoute({
  getParentRoute: () => workbench,
  path: "/",
  beforeLoad: async ({ context }) => {
    const me = await context.client.ensureQueryData(sessionQuery);
    if (me) throw redirect(landingOf(me, readKept<string | undefined>("view", undefined)));
  },
});

const desk = createRoute({
  getParentRoute: () => workbench,
  id: "desk",
  component: lazyRouteComponent(() => import("./routes/desk/frame"), "DeskRoute"),
});

/** The view that was last looked at. */
const lists = createRoute({
  getParentRoute: () => desk,
  path: "/queue",
  beforeLoad: () => {
    throw redirect({ to: "/queue/$view", params: { view: readKept("view", "mine") } });
  },
});

const queue = createRoute({
  getParentRoute: () => desk,
  path: "/queue/$view",
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import("./routes/desk/queue"), "QueueRoute"),
});

const ticket = createRoute({
  getParentRoute: () => desk,
  path: "/tickets/$number",
  validateSearch: (search): OpenTicketSearch => openTicketSearch(search),
  // Under way while the screen itself is still loading, and on the way to a click already.
  loader: ({ context, params }) => {
    void context.client.prefetchQuery(ticketQuery(params.number));
  },
  component: lazyRouteComponent(() => import("./routes/desk/ticket"), "TicketRoute"),
});

const teamArea = createRoute({
  getParentRoute: () => workbench,
  path: "/team",
  beforeLoad: () => needTexts("team"),
  component: lazyRouteComponent(() => import("./routes/team"), "TeamAreaRoute"),
});

const allTeams = createRoute({
  getParentRoute: () => teamArea,
  path: "/",
  component: lazyRouteComponent(() => import("./routes/team"), "TeamRoute"),
});

const oneTeam = createRoute({
  getParentRoute: () => teamArea,
  path: "/$team",
  component: lazyRouteComponent(() => import("./routes/team"), "TeamRoute"),
});

const workTimes = createRoute({
  getParentRoute: () => teamArea,
  path: "/report/times",
  component: lazyRouteComponent(() => import("./routes/team"), "WorkTimesRoute"),
});

/** All sections are named in the pane, so the texts of all are there. */
const needSections = () => needTexts("admin", ...SECTIONS.flatMap(({ texts }) => texts));

const admin = createRoute({
  getParentRoute: () => workbench,
  path: "/admin",
  beforeLoad: needSections,
  component: lazyRouteComponent(() => import("./routes/admin"), "AdminRoute"),
});

const adminHome = createRoute({
  getParentRoute: () => admin,
  path: "/",
  component: lazyRouteComponent(() => import("./routes/admin"), "AdminHomeRoute"),
});

const section = createRoute({
  getParentRoute: () => admin,
  path: "/$section",
  validateSearch: sectionSearch,
  component: lazyRouteComponent(() => import("./routes/admin"), "SectionRoute"),
});

/** A row of the section; its page shows it. */
const row = createRoute({ getParentRoute: () => section, path: "/$id" });

/** Where providers of mailboxes send whoever they were asked for consent back to. */
const mailboxSignIn = createRoute({
  getParentRoute: () => workbench,
  path: "/mailbox-sign-in",
  beforeLoad: needSections,
  component: lazyRouteComponent(() => import("./routes/admin"), "MailboxSignInRoute"),
});

/** For who builds or shapes the workspace. */
const design = createRoute({
  getParentRoute: () => workbench,
  path: "/design",
  beforeLoad: async ({ context }) => {
    const me = await context.client.ensureQueryData(sessionQuery);
    if (!import.meta.env.DEV && !me?.permissions.includes("policy.edit")) throw notFound();
    await needTexts("design", "condition");
  },
  component: lazyRouteComponent(() => import("./routes/design"), "DesignRoute"),
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
  component: lazyRouteComponent(() => import("./routes/portal/house"), "PortalRoute"),
});

const portalHome = createRoute({
  getParentRoute: () => portal,
  path: "/",
  component: lazyRouteComponent(() => import("./routes/portal/home"), "PortalHomeRoute"),
});

const portalForm = createRoute({
  getParentRoute: () => portal,
  path: "/new",
  component: lazyRouteComponent(() => import("./routes/portal/forms"), "PortalFormRoute"),
});

const portalSignIn = createRoute({
  getParentRoute: () => portal,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./routes/portal/forms"), "PortalSignInRoute"),
});

const portalLink = createRoute({
  getParentRoute: () => portal,
  path: "/t/$token",
  validateSearch: portalTicketSearch,
  component: lazyRouteComponent(() => import("./routes/portal/ticket"), "PortalLinkRoute"),
});

const portalTicket = createRoute({
  getParentRoute: () => portal,
  path: "/tickets/$number",
  validateSearch: portalTicketSearch,
  component: lazyRouteComponent(() => import("./routes/portal/ticket"), "PortalTicketRoute"),
});

const tree = root.addChildren([
  signIn,
  password,
  workbench.addChildren([
    home,
    design,
    mailboxSignIn,
    desk.addChildren([lists, queue, ticket]),
    customersArea,
    teamArea.addChildren([allTeams, workTimes, oneTeam]),
    admin.addChildren([adminHome, section.addChildren([row])]),
  ]),
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
