import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { guardSession } from "@/lib/session";
import { showTheme } from "./look/theme";
import { makeQueryClient } from "./query-client";
import { makeRouter } from "./router";

const client = makeQueryClient();
const router = makeRouter(client);
// Every route asks again who may be there.
guardSession(client, () => void router.invalidate());

showTheme();

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
