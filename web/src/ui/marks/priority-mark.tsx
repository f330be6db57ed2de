import css from "./priority-mark.module.css";

/** A small mark of three bars, filled by urgency; the most urgent is a filled square. Never confused with escalation. */
export function PriorityMark({ rank, colour, name }: { rank: number; colour: string; name: string }) {
  const bars = Math.max(0, 3 - rank);
  return (
    <span className={css.mark} data-colour={colour} title={name}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {rank === 0 ? (
          <>
            <rect x="0.5" y="0.5" width="13" height="13" rx="3.5" fill="currentColor" />
            <path d="M7 3.4v4.4M7 10.4v.1" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="round" />
          </>
        ) : (
          [0, 1, 2].map((at) => (
            <rect
              key={at}
              x={1 + at * 4.4}
              y={9 - at * 3.6}
              width="3"
              height={4 + at * 3.6}
              rx="1"
              fill="currentColor"
              opacity={at <= bars ? 1 : 0.22}
            />
          ))
        )}
      </svg>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
