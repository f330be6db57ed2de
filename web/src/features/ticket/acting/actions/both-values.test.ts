import { expect, test } from "vitest";
import type { Command } from "@/features/ticket/queries";
import { wishesOf } from "./both-values";

test.each<[string, Command, Record<string, unknown>]>([
  ["a move", { do: "move", body: { to: "waiting" } } as Command, { status: "waiting" }],
  ["an assignment to nobody", { do: "assign", body: { assignee_id: null } } as Command, { assignee_id: null }],
  [
    "fields, custom ones among them",
    { do: "set", body: { priority: "P1", fields: { model: "X" } } } as Command,
    { priority: "P1", "fields.model": "X" },
  ],
  ["words set nothing", { do: "note", body: { text: "x" } } as Command, {}],
])("what is wished by %s", (_name, command, wished) => expect(wishesOf(command)).toEqual(wished));
