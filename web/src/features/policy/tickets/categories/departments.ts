import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

const query = {
  queryKey: ["departments"],
  queryFn: ({ signal }: { signal: AbortSignal }) => unwrap(api.GET("/api/v1/departments", { signal })),
};

export const useDepartments = () => useQuery(query).data ?? [];
