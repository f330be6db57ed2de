-- What waits for the customer is no load any more.
update agent_load l
   set used = (select count(*)
                 from ticket t
                where t.workspace_id = l.workspace_id
                  and t.assignee_id = l.person_id
                  and t.priority = l.priority
                  and t.phase not in ('waiting_customer', 'resolved', 'closed'));
