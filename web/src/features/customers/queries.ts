import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Posted, type Schemas, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";

export type CustomerLine = Schemas["CustomerLine"];
export type CustomerRecord = Schemas["CustomerRecord"];
export type CustomerHandle = Schemas["CustomerHandle"];
export type MergeProposal = Schemas["MergeProposal"];

export interface Wanted {
  q?: string;
  tier?: string;
}

/** Beneath it stands all that is known of customers and organisations: what changes one shows in lists of others. */
const CUSTOMERS = ["customers"] as const;

export const TIERS = ["normal", "partner", "vip"] as const;

export const customersQuery = ({ q, tier }: Wanted) =>
  infiniteQueryOptions({
    queryKey: [...CUSTOMERS, "list", { q, tier }],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/customers", { params: { query: { q, tier, after: pageParam ?? undefined } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  });

const at = (id: number) => ({ path: { customer_id: id } });

export const customerQuery = (id: number) =>
  queryOptions({
    queryKey: [...CUSTOMERS, "one", id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/customers/{customer_id}", { params: at(id), signal })),
  });

export const ticketsQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...CUSTOMERS, "tickets", id],
    queryFn: ({ pageParam, signal }) => {
      const query = { after: pageParam ?? undefined, limit: 10 };
      return unwrap(api.GET("/api/v1/customers/{customer_id}/tickets", { params: { ...at(id), query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  });

export const conversationsQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...CUSTOMERS, "conversations", id],
    queryFn: ({ pageParam, signal }) => {
      const query = { after: pageParam ?? undefined, limit: 10 };
      return unwrap(api.GET("/api/v1/customers/{customer_id}/conversations", { params: { ...at(id), query }, signal }));
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.after,
  });

export const proposalsQuery = (id: number, isAsked: boolean) =>
  queryOptions({
    queryKey: [...CUSTOMERS, "likenesses", id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/customers/{customer_id}/likenesses", { params: at(id), signal })),
    enabled: isAsked,
  });

function useCommand<Given, Answer>(run: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSettled: () => client.invalidateQueries({ queryKey: CUSTOMERS }) });
}

export const useAddCustomer = () =>
  useCommand((body: Posted<"/api/v1/customers">) =>
    asOneWish(["customer", body], (header) => unwrap(api.POST("/api/v1/customers", { body, params: { header } }))),
  );

/** What is left out stays; refused if somebody changed the customer since this reader saw them. */
export const useSetCustomer = ({ id, version }: CustomerRecord) =>
  useCommand((body: Schemas["SetCustomer"]) =>
    unwrap(
      api.PATCH("/api/v1/customers/{customer_id}", {
        params: { ...at(id), header: { "If-Match": `"${version}"` } },
        body,
      }),
    ),
  );

export const useMerge = (id: number) =>
  useCommand((merged_id: number) =>
    asOneWish(["merge", id, merged_id], (header) =>
      unwrap(api.POST("/api/v1/customers/{customer_id}/merge", { params: { ...at(id), header }, body: { merged_id } })),
    ),
  );

export const useUnmerge = (id: number) =>
  useCommand((merged_id: number) =>
    unwrap(
      api.DELETE("/api/v1/customers/{customer_id}/merge/{merged_id}", {
        params: { path: { customer_id: id, merged_id } },
      }),
    ),
  );

// Organisations -------------------------------------------------------------------------------------------------------

export type OrganisationLine = Schemas["OrganisationLine"];
export type OrganisationRecord = Schemas["OrganisationRecord"];

export const organisationsQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...CUSTOMERS, "organisations", q],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/organisations", { params: { query: { q, after: pageParam ?? undefined } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  });

export const organisationQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...CUSTOMERS, "organisation", id],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { organisation_id: id }, query: { after: pageParam ?? undefined } };
      return unwrap(api.GET("/api/v1/organisations/{organisation_id}", { params, signal }));
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.after,
  });

export const useAddOrganisation = () =>
  useCommand((body: Posted<"/api/v1/organisations">) =>
    asOneWish(["organisation", body], (header) =>
      unwrap(api.POST("/api/v1/organisations", { body, params: { header } })),
    ),
  );

export const useSetOrganisation = ({ id, version }: OrganisationRecord) =>
  useCommand((body: Schemas["SetOrganisation"]) =>
    unwrap(
      api.PATCH("/api/v1/organisations/{organisation_id}", {
        params: { path: { organisation_id: id }, header: { "If-Match": `"${version}"` } },
        body,
      }),
    ),
  );
