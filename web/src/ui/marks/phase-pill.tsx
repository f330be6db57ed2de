import css from "./phase-pill.module.css";

/** A status with the sign of its phase: an empty ring at first, a filled disc at the end. */
export function PhasePill({ phase, name, plain = false }: { phase: string; name: string; plain?: boolean }) {
  return (
    <span className={css.pill} data-plain={plain || undefined}>
      <i className={css.sign} data-phase={phase} aria-hidden="true" />
      <span className={css.name}>{name}</span>
    </span>
  );
}
