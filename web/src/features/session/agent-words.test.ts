import { expect, test } from "vitest";
import { agentWords } from "./agent-words";

test("a browser is called by its own name, not by its ancestors'", () => {
  const edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36 Edg/140";
  expect(agentWords(edge)).toBe("Edge · Windows");
  expect(agentWords("Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Version/18 Safari/604.1")).toBe(
    "Safari · iPhone",
  );
  expect(agentWords("curl/8.5.0")).toBe("");
});
