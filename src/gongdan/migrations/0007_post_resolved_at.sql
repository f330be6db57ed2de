-- A ticket that was closed without being solved (timed out, not needed, duplicate) was never resolved.
update ticket
   set resolved_at = null
 where phase = 'closed'
   and close_reason in ('timed_out', 'not_needed', 'duplicate')
   and resolved_at = closed_at;
