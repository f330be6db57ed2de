import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { guardSession } from "@/lib/session";
import { makeQueryClient } from "./query-client";
import { makeRouter } from "./router";
import { ThemeProvider } from "./theme";

const client = makeQueryClient();
const router = makeRouter(client);
// Every route asks again who may be there.
guardSession(client, () => void router.invalidate());

export function App() {
  return (
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  );
}
