/** What all addresses stand beneath: the application, and the house of the staff. */
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { directoryQuery } from "@/lib/directory";
import { keptLocale, needTexts, showLocale } from "@/lib/i18n";
import { sessionQuery } from "@/lib/session";
import { NotFoundPage } from "./fallbacks";

interface Context {
  client: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage });

/** Only for staff; customers have their own house. */
export const workbench = createRoute({
  getParentRoute: () => root,
  id: "workbench",
  beforeLoad: async ({ context, location }) => {
    // Words of lists are none of the portal's; they are under way while the session is asked for.
    const texts = needTexts("queue");
    const me = await context.client.ensureQueryData(sessionQuery);
    if (!me) throw redirect({ to: "/sign-in", search: { next: location.href } });
    if (me.kind === "customer") throw redirect({ to: "/portal" });
    // Names stand on every screen: they are under way before the screen itself is.
    void context.client.prefetchQuery(directoryQuery);
    if (!keptLocale()) await showLocale([me.locale]);
    await texts;
  },
  component: lazyRouteComponent(() => import("./shell/workbench"), "Workbench"),
});
