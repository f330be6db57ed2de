import { useCounting } from "@/lib/words";

/** A relative time with the exact one, in the reader's zone, on hover. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const { ago, exact, now } = useCounting();
  return (
    <time dateTime={at} title={exact(at)} className={className}>
      {ago(at, now)}
    </time>
  );
}
