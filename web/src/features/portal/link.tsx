import { useEffect, useRef } from "react";
import { Failure, SkeletonLines } from "@/ui/states";
import { isRefusal, type Place, useFollowLink } from "./queries";
import { Refused } from "./refused";

interface LinkProps {
  token: string;
  /** The ticket that the address names, if it does. */
  number: string | undefined;
  onPlace: (place: Place) => void;
}

/** Follows a signed address, once, and leads to the ticket that it is for: the one named, or the only one. */
export function FollowedLink({ token, number, onPlace }: LinkProps) {
  const { mutate, error } = useFollowLink();
  const begun = useRef(false);
  const follow = () => mutate({ token, number }, { onSuccess: onPlace });

  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is followed once
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    follow();
  }, []);

  if (!error) return <SkeletonLines count={6} height={64} />;
  return isRefusal(error) ? <Refused error={error} /> : <Failure error={error} onRetry={follow} />;
}
