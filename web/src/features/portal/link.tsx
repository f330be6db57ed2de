import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Failure, SkeletonLines } from "@/ui/states";
import { isRefusal, type Place, receiptQuery, useFollowLink } from "./queries";
import { Refused } from "./refused";
import { ReceiptCard } from "./sent";

interface LinkProps {
  token: string;
  /** The ticket that the address names, if it does. */
  number: string | undefined;
  onPlace: (place: Place) => void;
}

/**
 * Follows a signed address, once, and leads to the ticket that it is for: the one named, or the only one. The address of
 * a receipt leads nowhere; it shows what it is.
 */
export function FollowedLink({ token, number, onPlace }: LinkProps) {
  const { mutate, error } = useFollowLink();
  const [isReceipt, setIsReceipt] = useState(false);
  const begun = useRef(false);
  const arrive = (place: Place) => (place.house === "receipt" ? setIsReceipt(true) : onPlace(place));
  const follow = () => mutate({ token, number }, { onSuccess: arrive });

  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is followed once
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    follow();
  }, []);

  if (isReceipt) return <Receipt token={token} />;
  if (!error) return <SkeletonLines count={6} height={64} />;
  return isRefusal(error) ? <Refused error={error} /> : <Failure error={error} onRetry={follow} />;
}

function Receipt({ token }: { token: string }) {
  const { data, error, refetch } = useQuery(receiptQuery(token));
  if (data) return <ReceiptCard receipt={data} />;
  if (!error) return <SkeletonLines count={6} height={64} />;
  return isRefusal(error) ? <Refused error={error} /> : <Failure error={error} onRetry={() => refetch()} />;
}
