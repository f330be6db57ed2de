/** Addresses of customers and organisations. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { needTexts } from "@/lib/i18n";
import { workbench } from "../roots";
import { customersSearch } from "../search";

const area = createRoute({
  getParentRoute: () => workbench,
  id: "customers-area",
  beforeLoad: () => needTexts("customers"),
  component: lazyRouteComponent(() => import("./customers"), "CustomersAreaRoute"),
});

const customers = createRoute({
  getParentRoute: () => area,
  path: "/customers",
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import("./customers"), "CustomersRoute"),
});

const customer = createRoute({
  getParentRoute: () => area,
  path: "/customers/$id",
  component: lazyRouteComponent(() => import("./customers"), "CustomerRoute"),
});

const imports = createRoute({
  getParentRoute: () => area,
  path: "/customers/import",
  beforeLoad: () => needTexts("imports"),
  component: lazyRouteComponent(() => import("./customer-imports"), "CustomerImportsRoute"),
});

const customerImport = createRoute({
  getParentRoute: () => area,
  path: "/customers/import/$id",
  beforeLoad: () => needTexts("imports"),
  component: lazyRouteComponent(() => import("./customer-imports"), "CustomerImportsRoute"),
});

const organisations = createRoute({
  getParentRoute: () => area,
  path: "/organisations",
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import("./customers"), "OrganisationsRoute"),
});

const organisation = createRoute({
  getParentRoute: () => area,
  path: "/organisations/$id",
  component: lazyRouteComponent(() => import("./customers"), "OrganisationRoute"),
});

export const customersArea = area.addChildren([
  customers,
  customer,
  imports,
  customerImport,
  organisations,
  organisation,
]);
