/** People, teams, departments and roles, as the administration reads and changes them. */
import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Posted, type Schemas, seen, unwrap } from "@/lib/api";
import { asOneWish } from "@/lib/api/wish";
import { directoryQuery } from "@/lib/directory";

export type Person = Schemas["MemberDetail"];
export type PersonChange = Schemas["SetMember"];
export type NewPerson = Posted<"/api/v1/members">;
export type MadeLink = Schemas["PasswordLinkInfo"];
export type Team = Schemas["TeamDetail"];
export type Department = Schemas["DepartmentDetail"];
export type NewTeam = Posted<"/api/v1/teams">;
export type NewDepartment = Posted<"/api/v1/departments">;
export type Role = Schemas["RoleDetail"];

/** Beneath it stands all of them: a change of one shows in the lists of the others. */
export const PEOPLE = ["people"] as const;

export const peopleQuery = queryOptions({
  queryKey: [...PEOPLE, "members"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/members", { signal })),
});

export const teamsQuery = queryOptions({
  queryKey: [...PEOPLE, "teams"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/teams", { signal })),
});

export const departmentsQuery = queryOptions({
  queryKey: [...PEOPLE, "departments"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/departments", { signal })),
});

export const rolesQuery = queryOptions({
  queryKey: [...PEOPLE, "roles"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/roles", { signal })),
});

/** Names of people and teams stand on every screen. */
export const reread = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: PEOPLE }),
    client.invalidateQueries({ queryKey: directoryQuery.queryKey }),
  ]);

export function useAddPerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPerson) =>
      asOneWish(body, (key) => unwrap(api.POST("/api/v1/members", { body, params: { header: key } }))),
    onSettled: () => reread(client),
  });
}

export function useChangePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: number; change: PersonChange }) =>
      unwrap(api.PATCH("/api/v1/members/{person_id}", { body: change, params: { path: { person_id: id } } })),
    onSettled: () => reread(client),
  });
}

/** A link by which a member chooses a password; each time another one. `shown`: not mailed, although it could be. */
export function useMakeLink() {
  return useMutation({
    mutationFn: ({ id, shown }: { id: number; shown: boolean }) =>
      unwrap(
        api.POST("/api/v1/members/{person_id}/password-link", { body: { shown }, params: { path: { person_id: id } } }),
      ),
  });
}

export function useAddTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewTeam) =>
      asOneWish(body, (key) => unwrap(api.POST("/api/v1/teams", { body, params: { header: key } }))),
    onSettled: () => reread(client),
  });
}

export function useChangeTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version, change }: { key: string; version?: number; change: Schemas["ChangeTeam"] }) =>
      unwrap(api.PATCH("/api/v1/teams/{key}", { body: change, params: { path: { key }, header: seen(version) } })),
    onSettled: () => reread(client),
  });
}

export function useAddDepartment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDepartment) =>
      asOneWish(body, (key) => unwrap(api.POST("/api/v1/departments", { body, params: { header: key } }))),
    onSettled: () => reread(client),
  });
}

export function useChangeDepartment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version, change }: { key: string; version: number; change: Schemas["ChangeDepartment"] }) =>
      unwrap(
        api.PATCH("/api/v1/departments/{key}", { body: change, params: { path: { key }, header: seen(version) } }),
      ),
    onSettled: () => reread(client),
  });
}

export function useRemoveDepartment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version }: { key: string; version: number }) =>
      unwrap(api.DELETE("/api/v1/departments/{key}", { params: { path: { key }, header: seen(version) } })),
    onSettled: () => reread(client),
  });
}
