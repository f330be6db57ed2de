/** A roster as its form has it. Pure. */
import type { Plan, Roster, Watch } from "./queries";

export interface EnteredShift {
  when: "week" | "date";
  weekdays: number[];
  on_date?: string | null;
  /** `NOBODY`, or somebody's id. */
  person_id?: number;
  begins: string;
  ends: string;
}

export interface Entered {
  zone: string;
  shifts: EnteredShift[];
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const NOBODY = 0;
export const NEW_SHIFT: EnteredShift = { when: "week", weekdays: [1, 2, 3, 4, 5], begins: "09:00", ends: "18:00" };

export const enteredOf = ({ zone, shifts }: Roster): Entered => ({
  zone,
  shifts: shifts.map(({ weekdays = [], on_date, person_id, ...hours }) => ({
    ...hours,
    when: on_date ? "date" : "week",
    weekdays,
    on_date,
    person_id: person_id ?? NOBODY,
  })),
});

export const planOf = ({ zone, shifts }: Entered): Plan => ({
  zone,
  shifts: shifts.map(({ when, weekdays, on_date, person_id, begins, ends }) => ({
    person_id: person_id || null,
    weekdays: when === "week" ? weekdays : [],
    on_date: when === "date" ? on_date : null,
    begins,
    ends,
  })),
});

/** Nobody is on duty: none are planned, or all who are have leave. */
export const isGap = ({ people, away }: Watch): boolean => people.every((one) => away.includes(one));
