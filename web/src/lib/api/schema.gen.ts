/* Made by tools/gen.mjs from openapi.json. */

export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, to what, and with which rights; null when nobody is, which is no error of a page that asks
         * @description Who is signed in, to what, and with which rights; null when nobody is, which is no error of a page that asks.
         *
         *     For everybody, signed in or not.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in as a member, by password
         * @description Sign in as a member, by password. The answer sets the session's cookie.
         *
         *     For everybody, signed in or not.
         */
        post: operations["signIn"];
        /**
         * End this session
         * @description End this session. A member who has no other is offline from then on.
         *
         *     For everybody who is signed in. A token needs the scope `all`.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show one's password again
         * @description Show one's password again. For ten minutes the session may then do what is sensitive: give roles, let people in,
         *     make tokens.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        post: operations["proveMyself"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link mailed by which a customer signs in
         * @description Have a link mailed by which a customer signs in. The answer is the same for an address that nobody has.
         *
         *     For everybody, signed in or not.
         */
        post: operations["askForSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in as a customer by a mailed link, or open one ticket by the link that was mailed for it; that proves nothing, since programs that look through mails follow links too (`ownWords` does)
         * @description Sign in as a customer by a mailed link, or open one ticket by the link that was mailed for it; that
         *     proves nothing, since programs that look through mails follow links too (`ownWords` does). The answer sets the
         *     session's cookie.
         *
         *     For everybody, signed in or not.
         */
        post: operations["redeemLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whom a link to choose a password is for, as long as it is good
         * @description Whom a link to choose a password is for, as long as it is good. Nothing is written.
         *
         *     For everybody, signed in or not.
         */
        post: operations["lookAtPasswordLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a password by the link that one was sent, and be signed in
         * @description Choose a password by the link that one was sent, and be signed in. The link works once; whatever the old password
         *     had opened ends.
         *
         *     For everybody, signed in or not.
         */
        post: operations["choosePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's language, time zone, presence, or how long one can take back a reply; what is left out stays
         * @description Change one's language, time zone, presence, or how long one can take back a reply; what is left out stays.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        patch: operations["setMe"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set one's password, showing the current one
         * @description Set one's password, showing the current one. Unless `end_others` is false, all other sessions end and one's
         *     tokens open nothing any more.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        put: operations["setMyPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one is signed in, latest first
         * @description Where one is signed in, latest first.
         *
         *     For members, with any role.
         */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        /**
         * End all sessions but this one
         * @description End all sessions but this one.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        delete: operations["endMyOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's sessions
         * @description End one of one's sessions.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        delete: operations["endMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All members, by name
         * @description All members, by name.
         *
         *     For members, with `people.read`.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Add a member
         * @description Add a member. Without a password they cannot sign in by one until it is set.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["addMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member's name, mail address, roles, teams, manager, shift, skills, or whether they are let in
         * @description Change a member's name, mail address, roles, teams, manager, shift, skills, or whether they are let in. All of it
         *     happens, or nothing. Who is no longer let in stands in for nobody, and their sessions and tokens end.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        patch: operations["setMember"];
        trace?: never;
    };
    "/api/v1/members/{person_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a member's password; their sessions end, and their tokens
         * @description Set a member's password; their sessions end, and their tokens.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        put: operations["setMemberPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All teams and duty rosters with who belongs to them, by key
         * @description All teams and duty rosters with who belongs to them, by key.
         *
         *     For members, with `people.read`.
         */
        get: operations["listTeams"];
        put?: never;
        /**
         * Make a team or a duty roster
         * @description Make a team or a duty roster.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["makeTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a team's name, department, shift or members
         * @description Change a team's name, department, shift or members. Who belongs to it holds from their next request on. 412
         *     when name, department or shift were changed since `If-Match`.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        patch: operations["changeTeam"];
        trace?: never;
    };
    "/api/v1/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All duty rosters, by key: their shifts, and who is on duty now
         * @description All duty rosters, by key: their shifts, and who is on duty now.
         *
         *     For members, with `people.read`.
         */
        get: operations["listRosters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rosters/{key}/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is on duty in the days to come, in stretches without a break between them
         * @description Who is on duty in the days to come, in stretches without a break between them. Gaps are among them.
         *
         *     For members, with `people.read`.
         */
        get: operations["listDuty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rosters/{key}/duty/past": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was on duty in the days before an instant, by default now, by the plan of each time, in stretches without a break between them
         * @description Who was on duty in the days before an instant, by default now, by the plan of each time, in stretches without a
         *     break between them.
         *
         *     For members, with `people.read`.
         */
        get: operations["listPastDuty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rosters/{key}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the shifts of a roster: by a lead of it, or with `people.manage`
         * @description Replace the shifts of a roster: by a lead of it, or with `people.manage`. Work that rules give to the roster
         *     comes to those on duty from then on. 412 when they were changed since `If-Match`.
         *
         *     For members, with any role. A token needs the scope `admin` or `all`.
         */
        put: operations["planDuty"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All departments, by key; `parent` makes the tree
         * @description All departments, by key; `parent` makes the tree.
         *
         *     For members, with `people.read`.
         */
        get: operations["listDepartments"];
        put?: never;
        /**
         * Make a department below another one, or at the top
         * @description Make a department below another one, or at the top.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["makeDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a department that has neither teams nor departments below it
         * @description Remove a department that has neither teams nor departments below it.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        delete: operations["removeDepartment"];
        options?: never;
        head?: never;
        /**
         * Change a department's name, place in the tree or head
         * @description Change a department's name, place in the tree or head. It changes at once who reaches which teams. 412 when it
         *     was changed since `If-Match`.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        patch: operations["changeDepartment"];
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The actions and field classes that roles can grant, with their names
         * @description The actions and field classes that roles can grant, with their names.
         *
         *     For members, with `people.read`.
         */
        get: operations["getPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All roles with what they grant, by key
         * @description All roles with what they grant, by key.
         *
         *     For members, with `people.read`.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Make a role
         * @description Make a role. Nobody grants what they do not hold themselves.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["makeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a role of one's own making that nobody has any more
         * @description Remove a role of one's own making that nobody has any more.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        delete: operations["removeRole"];
        options?: never;
        head?: never;
        /**
         * Change a role of one's own making
         * @description Change a role of one's own making. It holds from everybody's next request on. 412 when it was changed since
         *     `If-Match`; a role that comes with the product is copied instead (409).
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/api/v1/roles/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would change for whom if the role granted this
         * @description What would change for whom if the role granted this. Nothing is written.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["previewRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{person_id}/leaves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leaves of a member that are not over: one's own, of members of teams that one leads, or with `people.manage`
         * @description Leaves of a member that are not over: one's own, of members of teams that one leads, or with `people.manage`.
         *
         *     For members, with any role.
         */
        get: operations["listLeaves"];
        put?: never;
        /**
         * Say that a member is away
         * @description Say that a member is away. Meanwhile no work comes to them, and what they have to work on goes to the substitute,
         *     or back into its queue.
         *
         *     For members, with any role. A token needs the scope `admin` or `all`.
         */
        post: operations["setLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{person_id}/leaves/past": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leaves of a member that are over, the last first, 50 at a time: for the next page `before` is when the last of this one ended
         * @description Leaves of a member that are over, the last first, 50 at a time: for the next page `before` is when the last of
         *     this one ended.
         *
         *     For members, with any role.
         */
        get: operations["listPastLeaves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{person_id}/leaves/{leave_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a leave back, or end it early
         * @description Take a leave back, or end it early.
         *
         *     For members, with any role. A token needs the scope `admin` or `all`.
         */
        delete: operations["cancelLeave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's tokens; everybody's for who manages tokens
         * @description One's tokens; everybody's for who manages tokens. The tokens themselves are not stored.
         *
         *     For members, with any role.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token with one's own rights, cut down to scopes
         * @description Make a token with one's own rights, cut down to scopes. It is shown this once, to a repetition under the
         *     same key too: that is told (409) the id of the token, which can be revoked.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token at once
         * @description Revoke a token at once.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the workspace is called, how it speaks, and where it is found
         * @description What the workspace is called, how it speaks, and where it is found.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change it; what is left out stays
         * @description Change it; what is left out stays. Language and zone hold everywhere within a minute. 412 when it was changed
         *     since `If-Match`.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        patch: operations["changeWorkspace"];
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what of people, teams, roles, policy and workspace, latest first; by `actor_id`, by the `person_id` that it concerns, by `kind` of event, `since` and `until`
         * @description Who changed what of people, teams, roles, policy and workspace, latest first; by `actor_id`, by the `person_id`
         *     that it concerns, by `kind` of event, `since` and `until`. The next page begins `before` the last entry.
         *
         *     For members, with `audit.read`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a file for spreadsheets, the latest 10,000 entries
         * @description The same as a file for spreadsheets, the latest 10,000 entries.
         *
         *     For members, with `audit.read`.
         */
        get: operations["downloadAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask those who must agree to a move
         * @description Ask those who must agree to a move. It happens by itself when all have agreed, by one's own rights. Whatever
         *     would refuse the move refuses this, but for the approval. One waits at a time; a change of custom fields, a move, a
         *     change of type or the close end it.
         *
         *     For members, with `ticket.move`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["askForApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/approval/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to what waits for one's decision, or decline it, which takes a reason
         * @description Agree to what waits for one's decision, or decline it, which takes a reason. The last one who agrees makes the
         *     move happen. The same decision again changes nothing; 409 when it is over, or another was given.
         *
         *     For members, with `ticket.read`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/approval/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand one's decision to another member
         * @description Hand one's decision to another member. Not to whoever asked.
         *
         *     For members, with `ticket.read`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["forwardApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/approval/approvers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have another member decide too, before oneself or after this step
         * @description Have another member decide too, before oneself or after this step.
         *
         *     For members, with `ticket.read`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["addApprover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/approval/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the ticket back to an earlier handler and say why
         * @description Give the ticket back to an earlier handler and say why. The approval is over; the ticket stays in its status.
         *
         *     For members, with `ticket.read`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["sendBackFromApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/approval/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what one asked for; a lead may, too
         * @description Take back what one asked for; a lead may, too. The ticket stays as it is.
         *
         *     For members, with `ticket.read`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["cancelApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The kinds of channels, and what each can carry
         * @description The kinds of channels, and what each can carry.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["listChannelKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts of channels that were not retired, with how receiving and sending stand
         * @description The accounts of channels that were not retired, with how receiving and sending stand.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["listChannelAccounts"];
        put?: never;
        /**
         * Add an account of a channel; it works at once
         * @description Add an account of a channel; it works at once. Its secrets are sealed, and never shown again. Servers inside the
         *     network must be allowed by the operator.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["addChannelAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Switch an account on or off, or change its name, its team, its settings as a whole, or its secrets
         * @description Switch an account on or off, or change its name, its team, its settings as a whole, or its secrets. Off, nothing
         *     is taken in or sent by it; what waits to be sent keeps waiting. 412 when it was changed since `If-Match`.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        patch: operations["changeChannelAccount"];
        trace?: never;
    };
    "/api/v1/channel-accounts/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an account before it is kept: step by step, and where it ends, why and what to do
         * @description Try an account before it is kept: step by step, and where it ends, why and what to do. Nothing is kept, read or
         *     sent. Servers inside the network must be allowed by the operator.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["testNewChannelAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{account_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try its servers now, step by step: signing in to them, or sending something that means nothing
         * @description Try its servers now, step by step: signing in to them, or sending something that means nothing.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["testChannelAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailbox-sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one needs to have a provider grant access to mailboxes by OAuth2
         * @description What one needs to have a provider grant access to mailboxes by OAuth2.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["getMailboxSignIns"];
        put?: never;
        /**
         * Come back from a provider
         * @description Come back from a provider. The mailbox is opened by what it granted from now on; its tokens are sealed, renewed
         *     by themselves, and never shown.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["finishMailboxSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{account_id}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go to the provider of a mailbox to have it grant access
         * @description Go to the provider of a mailbox to have it grant access. What it gives whoever comes back is good once, within
         *     ten minutes, in this session.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["beginMailboxSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{account_id}/in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what another system brings, signed by the secret of the account (Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature`)
         * @description Take what another system brings, signed by the secret of the account (Standard Webhooks: `webhook-id`,
         *     `webhook-timestamp`, `webhook-signature`). It is stored before it is answered, and settled soon after; the same
         *     `webhook-id` is taken once.
         *
         *     For everybody, signed in or not. A token needs the scope `all`.
         */
        post: operations["takeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits, failed, was stopped or is uncertain, latest first; with `states` what is in these
         * @description What waits, failed, was stopped or is uncertain, latest first; with `states` what is in these. `before` is
         *     the id of the last one of the page before.
         *
         *     For members, with `outbox.manage`.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, with what it says
         * @description One of them, with what it says.
         *
         *     For members, with `outbox.manage`.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{delivery_id}/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed, stopped or uncertain mail, under the same Message-ID
         * @description Send a failed, stopped or uncertain mail, under the same Message-ID. Who manages the outbox may, and, of a reply,
         *     whoever may reply on its ticket.
         *
         *     For members, with `outbox.manage` or `ticket.reply`. A token needs the scope `admin` or `all`.
         */
        post: operations["repeatDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails that came in, latest first; `before` is the id of the last one of the page before
         * @description Mails that came in, latest first; `before` is the id of the last one of the page before. With
         *     `states` what became so; else those that made neither a ticket nor a message.
         *
         *     For members, with `quarantine.manage`.
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails that came in and could not be settled, oldest first
         * @description Mails that came in and could not be settled, oldest first.
         *
         *     For members, with `quarantine.manage`.
         */
        get: operations["listQuarantinedMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/{mail_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a mail that was held or passed over be settled again, and say what became of it
         * @description Let a mail that was held or passed over be settled again, and say what became of it. A person has looked at it,
         *     so no guess and no budget stops it; what cannot be settled comes back with its reason. They may name the ticket that
         *     it belongs to, and the address of who wrote it.
         *
         *     For members, with `quarantine.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["releaseMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/{mail_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a mail that was held make nothing
         * @description Have a mail that was held make nothing. It stays among those that were passed over, and can be let go later.
         *
         *     For members, with `quarantine.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["discardMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incoming/{mail_id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came, as text: read as far as it can be, and its source
         * @description What came, as text: read as far as it can be, and its source.
         *
         *     For members, with `quarantine.manage`.
         */
        get: operations["getOriginalMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{account_id}/remains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an account still has that goes to another when it is retired
         * @description What an account still has that goes to another when it is retired.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["getRemains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{account_id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an account for good: nothing is taken in or sent by it any more, its secrets are thrown away, and its address is free for another
         * @description End an account for good: nothing is taken in or sent by it any more, its secrets are thrown away, and its address
         *     is free for another. What waits to be sent, and replies in its conversations, go out by the successor. 412 when it
         *     was changed since `If-Match`.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["retireChannelAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of customers, the latest first; with `q` those whose name has a part, or whose mail address or number begins so
         * @description A page of customers, the latest first; with `q` those whose name has a part, or whose mail address or number
         *     begins so. Whoever may not read personal data finds by names alone. `after` is the cursor that the page before
         *     gave.
         *
         *     For members, with `customer.read`.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Add a customer
         * @description Add a customer. A mail address or a number names one person: one that is taken is refused (409).
         *
         *     For members, with `customer.manage`. A token needs the scope `all`.
         */
        post: operations["addCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A customer whole: how they are reached, to what they belong, who else turned out to be them
         * @description A customer whole: how they are reached, to what they belong, who else turned out to be them. One who turned out
         *     to be somebody else says who (`merged_into`).
         *
         *     For members, with `customer.read`.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is known of a customer, and how they are reached
         * @description Change what is known of a customer, and how they are reached. What is left out stays. 412 when they were changed
         *     since `If-Match`. An address that you do not vouch for brings their mails together and lets nobody sign in.
         *
         *     For members, with `customer.manage`. A token needs the scope `all`.
         */
        patch: operations["setCustomer"];
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/likenesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may be the same person as this customer, the likeliest first, and why
         * @description Who may be the same person as this customer, the likeliest first, and why. Only whom the reader may see.
         *
         *     For members, with `customer.manage`.
         */
        get: operations["listMergeProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of organisations in the order of their names; with `q` those whose name has this part
         * @description A page of organisations in the order of their names; with `q` those whose name has this part.
         *
         *     For members, with `customer.read`.
         */
        get: operations["listOrganisations"];
        put?: never;
        /**
         * Add an organisation
         * @description Add an organisation. Its members are whoever is put into it: a mail domain proves nothing by itself.
         *
         *     For members, with `customer.manage`. A token needs the scope `all`.
         */
        post: operations["addOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An organisation, with a page of those who belong to it
         * @description An organisation, with a page of those who belong to it.
         *
         *     For members, with `customer.read`.
         */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an organisation, and who belongs to it or administers it
         * @description Change an organisation, and who belongs to it or administers it. What is left out stays. 412 when it was changed
         *     since `If-Match`.
         *
         *     For members, with `customer.manage`. A token needs the scope `all`.
         */
        patch: operations["setOrganisation"];
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file of at most 25 MB: the body is its bytes, `X-File-Name` its name, percent-encoded as UTF-8
         * @description Upload a file of at most 25 MB: the body is its bytes, `X-File-Name` its name, percent-encoded as UTF-8.
         *
         *     What type it is, its bytes say; `Content-Type` is not believed. The answered id goes into `files` of
         *     a message; what no message has within a day is removed.
         *
         *     For everybody, signed in or not. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a file at its signed address, as the one whom the address was made for, for as long as they may read the message that it hangs on
         * @description Read a file at its signed address, as the one whom the address was made for, for as long as they may read the
         *     message that it hangs on. Pictures, sound and film are shown in place, everything else is saved.
         *
         *     For everybody, signed in or not.
         */
        get: operations["readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the reader may bring in, and the columns of each
         * @description What the reader may bring in, and the columns of each.
         *
         *     For members, with any role.
         */
        get: operations["listImportKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/kinds/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An empty table with the headings in the reader's language: a workbook with a sheet that explains the columns, or text (`text/csv`)
         * @description An empty table with the headings in the reader's language: a workbook with a sheet that explains the columns, or
         *     text (`text/csv`).
         *
         *     For members, with any role.
         */
        get: operations["downloadImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows that were refused, by the work on them that began last, and why; the next page begins `after` the last position
         * @description Rows that were refused, by the work on them that began last, and why; the next page begins `after` the last
         *     position.
         *
         *     For members, with any role.
         */
        get: operations["listImportProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/problems.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The refused rows as they stood in the file, with reason and remedy beside them: mended, they can be brought in as they are
         * @description The refused rows as they stood in the file, with reason and remedy beside them: mended, they can be brought in as
         *     they are.
         *
         *     For members, with any role.
         */
        get: operations["downloadImportProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one brought in, latest first
         * @description What one brought in, latest first. Whoever publishes the policy or manages the workspace sees what colleagues
         *     brought in too, and what was on the command line, of the kinds that they may bring in themselves.
         *
         *     For members, with any role.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a table of at most 20 MB, 100,000 rows and 200 columns: an Excel workbook (.xlsx), or text (CSV) in UTF-8, GB18030 or UTF-16
         * @description Upload a table of at most 20 MB, 100,000 rows and 200 columns: an Excel workbook (.xlsx), or text (CSV) in UTF-8,
         *     GB18030 or UTF-16. The body is its bytes, `X-File-Name` its name, percent-encoded as UTF-8.
         *
         *     The answer guesses what its columns are. Nothing is done with it yet.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far it is
         * @description How far it is.
         *
         *     For members, with any role.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what the columns of the file are
         * @description Say what the columns of the file are. It has to be checked anew. 412 when it was changed since `If-Match`.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        put: operations["mapImport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have all rows tried, and nothing changed: `check` counts what would be added, changed and refused
         * @description Have all rows tried, and nothing changed: `check` counts what would be added, changed and refused.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have all rows carried out, as an operation
         * @description Have all rows carried out, as an operation. One that was cancelled goes on when it is started again: what was
         *     done is found unchanged, and nobody is invited twice.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conditions/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What conditions on `subject` may name, and the operators that fit each type
         * @description What conditions on `subject` may name, and the operators that fit each type. `use`: `list` for views and
         *     filters, `decide` for what decides how a ticket goes, `trigger` for automations, which also ask what an event
         *     changed. A reader is told of the fields that they may read. `drafted`: as the policy is drafted, for whoever edits
         *     it; custom fields that are not published yet are among them.
         *
         *     For members, with any role.
         */
        get: operations["describeConditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a customer asked for, open and ended, as far as it is in reach; the latest first
         * @description What a customer asked for, open and ended, as far as it is in reach; the latest first.
         *
         *     For members, with `customer.read`.
         */
        get: operations["listTicketsOfCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations with a customer that the reader may see; the latest first
         * @description Conversations with a customer that the reader may see; the latest first. A page may show fewer than `limit`.
         *
         *     For members, with `customer.read`.
         */
        get: operations["listConversationsOfCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records by what one has of them: tickets by number or the beginning of the title, open and ended; customers by name, mail address or number
         * @description Records by what one has of them: tickets by number or the beginning of the title, open and ended; customers by
         *     name, mail address or number. Within reach, at most eight of each kind.
         *
         *     For members, with any role.
         */
        get: operations["findRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names of everything that tickets refer to by key or id
         * @description Names of everything that tickets refer to by key or id. Who may not look people up, such as an outside vendor, is
         *     told of those whom they work with. 304 while `If-None-Match` is its `ETag`.
         *
         *     For members, with any role.
         */
        get: operations["getDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tickets of a list, by `view`, `where`, `sort` and `order` as `GET /tickets` takes them, as a file: those that one may export, with the columns of the view, or `columns`, keys with commas between
         * @description The tickets of a list, by `view`, `where`, `sort` and `order` as `GET /tickets` takes them, as a file:
         *     those that one may export, with the columns of the view, or `columns`, keys with commas between. Text goes out
         *     while it is read, up to 1,000,000 rows; a workbook holds 200,000. Names and times are in the reader's language and
         *     zone. It stands in the audit.
         *
         *     For members, with `ticket.export`.
         */
        get: operations["exportTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{person_id}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is left without anybody when the member is shut out: open tickets go to whoever is chosen (`POST /members/{person_id}/departure`), sessions and tokens end, nobody is stood in for any more; the seats stay theirs until somebody else is given them
         * @description What is left without anybody when the member is shut out: open tickets go to whoever is chosen
         *     (`POST /members/{person_id}/departure`), sessions and tokens end, nobody is stood in for any more; the seats stay
         *     theirs until somebody else is given them.
         *
         *     For members, with `people.manage`.
         */
        get: operations["getHoldings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of tickets
         * @description A page of tickets. `view` is the key of a view; `where` a condition as JSON, which may leave values to its
         *     reader as views do (`{"known": "me"}`); `sort` is `updated`,
         *     `created`, `due`, `priority`, `rating`, `reopened` or a filterable custom field, `fields.<key>`;
         *     `after` is the cursor that the page before gave.
         *
         *     For members, with any role.
         */
        get: operations["listTickets"];
        put?: never;
        /**
         * Open a ticket
         * @description Open a ticket. The answer says its team and clocks; the agent follows in the stream, chosen by the router.
         *
         *     For members, with `ticket.create`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["openTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many tickets a list holds, by `view` and `where` as `GET /tickets` takes them
         * @description How many tickets a list holds, by `view` and `where` as `GET /tickets` takes them.
         *
         *     For members, with any role.
         */
        get: operations["countTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The open tickets of a list by the day on which their next running promise is due: of each day the first `each`, 420 in all at most, and how many there are
         * @description The open tickets of a list by the day on which their next running promise is due: of each day the first `each`,
         *     420 in all at most, and how many there are. `view` and `where` as `GET /tickets` takes them; `zone` is the
         *     zone of the days, one's own if it is left out. What is paused, or promised nothing, falls due on no day.
         *
         *     For members, with any role.
         */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The views of a reader in their order, hidden ones too, with how many tickets of each are in reach
         * @description The views of a reader in their order, hidden ones too, with how many tickets of each are in reach.
         *
         *     For members, with any role.
         */
        get: operations["listViews"];
        put?: never;
        /**
         * Save a view
         * @description Save a view. It may name what its author may read and lists can be read by; sharing it with a team takes leading
         *     the team, with everybody the right `view.share`. At most 100 a person.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{view_key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a view, for everybody with whom it was shared too
         * @description Remove a view, for everybody with whom it was shared too.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        /**
         * Change a view; what is left out stays
         * @description Change a view; what is left out stays. 412 when it was changed since `If-Match`.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        patch: operations["changeView"];
        trace?: never;
    };
    "/api/v1/me/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the order of one's views, and which of them one does not want to see
         * @description Set the order of one's views, and which of them one does not want to see.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        put: operations["arrangeViews"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is there and what each has in hand, what waits for somebody and why, what is escalated: of one team, else of those that the reader leads, else of all
         * @description Who is there and what each has in hand, what waits for somebody and why, what is escalated: of one team, else of
         *     those that the reader leads, else of all. For whoever assigns and may look members up; tickets beyond their reach
         *     are not counted.
         *
         *     For members, with `ticket.assign`.
         */
        get: operations["getTeamBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A ticket whole; with `as_of` as it was at that instant
         * @description A ticket whole; with `as_of` as it was at that instant. The `ETag` is its version, for `If-Match`.
         *
         *     For members, with any role.
         */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change title, type, category, priority or custom fields
         * @description Change title, type, category, priority or custom fields. What is left out stays.
         *
         *     For members, with `ticket.edit`. A token needs the scope `tickets:write` or `all`.
         */
        patch: operations["editTicket"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who can see this ticket and why: of the members at most 500, and the customers whom it concerns
         * @description Who can see this ticket and why: of the members at most 500, and the customers whom it concerns. `grounds` are
         *     the scopes of their roles that it lies in.
         *
         *     For members, with `people.read`.
         */
        get: operations["listTicketReaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of a ticket's timeline, oldest first: the newest entries, those `before` or `after` one, or those `around` it; each takes the `key` of an entry
         * @description A page of a ticket's timeline, oldest first: the newest entries, those `before` or `after` one, or those
         *     `around` it; each takes the `key` of an entry. `filter` leaves `messages` (what was said to the customer
         *     or to vendors), `notes` or `events`. Unless it is asked for events, a long run of them is given as its last
         *     ten.
         *
         *     For members, with any role.
         */
        get: operations["listTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/forms/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which custom fields resolving a ticket shows and requires, for what is filled in so far
         * @description Which custom fields resolving a ticket shows and requires, for what is filled in so far. Nothing is kept.
         *
         *     For members, with `ticket.resolve`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["resolvingForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workflows of the release in force: which types use them, on which of their versions tickets run, and how many stand at each status
         * @description The workflows of the release in force: which types use them, on which of their versions tickets run, and how many
         *     stand at each status. Tickets keep the version that they began with, until somebody migrates them.
         *
         *     For members, with `policy.read`.
         */
        get: operations["listWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's notices, newest first, and how many are unread
         * @description One's notices, newest first, and how many are unread. `by=ticket`: the latest of each ticket alone, those of
         *     tickets with unread ones first. `number`: those of one ticket. `after` is the cursor that the page before ended
         *     with.
         *
         *     For members, with any role.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count notices of one's own as read: one of them, those of a ticket, or all up to the newest that was seen
         * @description Count notices of one's own as read: one of them, those of a ticket, or all up to the newest that was seen. Open
         *     pages of the person are told. Again, and where none is unread, it changes nothing.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        post: operations["readNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one can be told, where, and when not; and why something can't be switched off
         * @description What one can be told, where, and when not; and why something can't be switched off.
         *
         *     For members, with any role.
         */
        get: operations["getMyNotices"];
        /**
         * Choose what one is told, where, and when not
         * @description Choose what one is told, where, and when not. What nobody switches off alone is refused: escalations, what one is
         *     told as a lead, and the duties of a role.
         *
         *     For members, with any role. A token needs the scope `all`.
         */
        put: operations["setMyNotices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How members are told who have not chosen
         * @description How members are told who have not chosen.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["getNoticeDefaults"];
        /**
         * Set how members are told who have not chosen
         * @description Set how members are told who have not chosen. What is on here and can't be switched off by a person alone is on
         *     for everybody.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        put: operations["setNoticeDefaults"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{person_id}/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a member, or help one who forgot their password: by a link they choose one
         * @description Invite a member, or help one who forgot their password: by a link they choose one. It is mailed to them if a
         *     mailbox sends, else it stands in the answer, once. It works once, for three days; asked for again, a new one is
         *     made, and whichever is used first ends the others.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["makePasswordLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one planned or started, latest first; `before` is the id of the last one of the page before
         * @description What one planned or started, latest first; `before` is the id of the last one of the page before. Whoever
         *     publishes the policy or manages the workspace sees what the system does by itself too.
         *
         *     For members, with any role.
         */
        get: operations["listOperations"];
        put?: never;
        /**
         * Plan long work: its targets are frozen, and nothing is done before it is started
         * @description Plan long work: its targets are frozen, and nothing is done before it is started. The answer foresees what it
         *     would do to some of them.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["previewOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/{operation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far it is
         * @description How far it is.
         *
         *     For members, with any role.
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/{operation_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have it done
         * @description Have it done. One operation of a workspace runs at a time.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["startOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/{operation_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop it after the chunk that is under way
         * @description Stop it after the chunk that is under way. What is done stays done, and can be undone.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/{operation_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan an operation that takes this one back, last item first
         * @description Plan an operation that takes this one back, last item first. Whoever changed a value since keeps it.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["undoOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/{operation_id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items that were refused, and why; the next page begins `after` the last position
         * @description Items that were refused, and why; the next page begins `after` the last position.
         *
         *     For members, with any role.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/{operation_id}/problems.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All of them as a file for spreadsheets, in the reader's language
         * @description All of them as a file for spreadsheets, in the reader's language.
         *
         *     For members, with any role.
         */
        get: operations["downloadProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The policy in force
         * @description The policy in force.
         *
         *     For members, with `policy.read`.
         */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last hundred releases, latest first
         * @description The last hundred releases, latest first.
         *
         *     For members, with `policy.read`.
         */
        get: operations["listReleases"];
        put?: never;
        /**
         * Publish a bundle as the next release
         * @description Publish a bundle as the next release. Running tickets keep the version of their workflow.
         *
         *     For members, with `policy.publish`. A token needs the scope `admin` or `all`.
         */
        post: operations["publishPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/releases/{release}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A release, and what it changed, in sentences
         * @description A release, and what it changed, in sentences.
         *
         *     For members, with `policy.read`.
         */
        get: operations["getRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/releases/{release}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A release as YAML, as the command line reads it
         * @description A release as YAML, as the command line reads it.
         *
         *     For members, with `policy.read`.
         */
        get: operations["exportRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/releases/{release}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What rolling back to a release would change, and which releases it takes back; nothing is done
         * @description What rolling back to a release would change, and which releases it takes back; nothing is done.
         *
         *     For members, with `policy.read`.
         */
        get: operations["previewRollback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is wrong with a bundle as the next release, without publishing it
         * @description What is wrong with a bundle as the next release, without publishing it.
         *
         *     For members, with `policy.edit`. A token needs the scope `admin` or `all`.
         */
        post: operations["lintPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/rollbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an earlier release's bundle again, as a new release
         * @description Publish an earlier release's bundle again, as a new release.
         *
         *     For members, with `policy.publish`. A token needs the scope `admin` or `all`.
         */
        post: operations["rollBackPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is drafted: what it would change, in sentences, and what is wrong with it
         * @description What is drafted: what it would change, in sentences, and what is wrong with it.
         *
         *     For members, with `policy.edit`.
         */
        get: operations["getDraft"];
        put?: never;
        post?: never;
        /**
         * Take everything back to the release
         * @description Take everything back to the release.
         *
         *     For members, with `policy.edit`. A token needs the scope `admin` or `all`.
         */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/draft/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A section as it would be: as it is drafted, else as the release has it
         * @description A section as it would be: as it is drafted, else as the release has it.
         *
         *     For members, with `policy.edit`.
         */
        get: operations["getDraftSection"];
        /**
         * Draft a section
         * @description Draft a section. What is as the release has it is no draft any more. With a `base`, what somebody else changed
         *     of other entries stays. 412 with both sides when they changed the same ones.
         *
         *     For members, with `policy.edit`. A token needs the scope `admin` or `all`.
         */
        put: operations["draftSection"];
        post?: never;
        /**
         * Take a section back to the release
         * @description Take a section back to the release.
         *
         *     For members, with `policy.edit`. A token needs the scope `admin` or `all`.
         */
        delete: operations["discardSection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/draft/{section}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose between the draft and what a release since says of the same entries, for all that clash
         * @description Choose between the draft and what a release since says of the same entries, for all that clash. Where nothing
         *     does, nothing happens.
         *
         *     For members, with `policy.edit`. A token needs the scope `admin` or `all`.
         */
        put: operations["settleDraftSection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/draft/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft that a category is retired and another takes its place, in the tree and wherever the policy names it
         * @description Draft that a category is retired and another takes its place, in the tree and wherever the policy names it. Once
         *     it is published, tickets that are not closed follow, as an operation of whoever published; nobody is told. Merging
         *     it there again changes nothing.
         *
         *     For members, with `policy.edit`. A token needs the scope `admin` or `all`.
         */
        post: operations["mergeCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/draft/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish what is drafted on top of the release in force; all else stays as it is there
         * @description Publish what is drafted on top of the release in force; all else stays as it is there.
         *
         *     For members, with `policy.publish`. A token needs the scope `admin` or `all`.
         */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/official-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The official days off of China in a year, and the days that are worked in exchange
         * @description The official days off of China in a year, and the days that are worked in exchange.
         *
         *     For members, with `policy.edit`.
         */
        get: operations["readOfficialDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company's name, whether it mails, and the forms that it offers
         * @description The company's name, whether it mails, and the forms that it offers.
         *
         *     For everybody, signed in or not.
         */
        get: operations["getPortalInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for something
         * @description Ask for something. A guest gives a mail address, to which the link that opens the ticket is sent; the answer
         *     holds the link of a receipt, and is the same whether or not the address is known.
         *
         *     For everybody, signed in or not. A token needs the scope `all`.
         */
        post: operations["sendForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/forms/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which fields the form shows and requires, for what is filled in so far
         * @description Which fields the form shows and requires, for what is filled in so far. Nothing is kept.
         *
         *     For everybody, signed in or not. A token needs the scope `all`.
         */
        post: operations["formState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/receipts/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the link in the answer to a guest's form leads to: its number, that it came in, and that the link which opens the ticket was mailed
         * @description What the link in the answer to a guest's form leads to: its number, that it came in, and that the link which
         *     opens the ticket was mailed. Nothing else is ever told here.
         *
         *     For everybody, signed in or not.
         */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own tickets, and those of the organisations that one administers; the latest 100
         * @description One's own tickets, and those of the organisations that one administers; the latest 100.
         *
         *     For customers, about their own tickets.
         */
        get: operations["listOwnTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/tickets/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of one's tickets: where it stands, who is responsible, what comes next, and what was written
         * @description One of one's tickets: where it stands, who is responsible, what comes next, and what was written.
         *
         *     For customers, about their own tickets.
         */
        get: operations["getOwnTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/tickets/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer, or add something
         * @description Answer, or add something.
         *
         *     For customers, about their own tickets. A token needs the scope `all`.
         */
        post: operations["writeToOwnTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/tickets/{number}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that it is solved; the ticket closes
         * @description Confirm that it is solved; the ticket closes.
         *
         *     For customers, about their own tickets. A token needs the scope `all`.
         */
        post: operations["confirmOwnTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/tickets/{number}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is not solved: take it up again, with what is still wrong, which becomes a message
         * @description It is not solved: take it up again, with what is still wrong, which becomes a message. When the window of a
         *     closed ticket is over, a new one that follows it is opened and answered instead.
         *
         *     For customers, about their own tickets. A token needs the scope `all`.
         */
        post: operations["reopenOwnTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/tickets/{number}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate the service, 1 to 5; a later rating replaces the earlier one
         * @description Rate the service, 1 to 5; a later rating replaces the earlier one. Until `rating_until`.
         *
         *     For customers, about their own tickets. A token needs the scope `all`.
         */
        post: operations["rateOwnTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/tickets/{number}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * “Yes, this was me”: whoever came by the link that was mailed for the ticket says that its words are theirs
         * @description “Yes, this was me”: whoever came by the link that was mailed for the ticket says that its words are theirs. For
         *     others, and again, it changes nothing.
         *
         *     For customers, about their own tickets. A token needs the scope `all`.
         */
        post: operations["ownWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live events: `hello`, `ticket`, `views`, `list`, `notice`, `notices_read`, `delivery`, `presence`, `resync`
         * @description Live events: `hello`, `ticket`, `views`, `list`, `notice`, `notices_read`, `delivery`,
         *     `presence`, `resync`. For staff.
         *
         *     Ids are positions in the log: with `Last-Event-ID` the stream goes on behind it, or says `resync`. It ends when
         *     the session ends or the person's rights change; come back then.
         *
         *     For members, with any role.
         */
        get: operations["openStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Have the stream tell what changes do to a list
         * @description Have the stream tell what changes do to a list. Once it said `list` with `is_open`, its `ticket` says in
         *     `lists`, by the list's name: `enter`, `leave`, `move` or `patch` with the row's place, or `ask` where it
         *     cannot tell. `list` with `is_open` false: watch it again.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        put: operations["watchList"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one is at a ticket, writes an answer to it, or left it
         * @description Say that one is at a ticket, writes an answer to it, or left it.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        put: operations["setTicketPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open tickets of the same requester under a title like this one, the likest first, at most 5, of those in reach
         * @description Open tickets of the same requester under a title like this one, the likest first, at most 5, of those in reach.
         *     Nobody is named: none.
         *
         *     For members, with `ticket.create`.
         */
        get: operations["listAlikeTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Other tickets of its requester that may say the same, ended ones too, of those in reach
         * @description Other tickets of its requester that may say the same, ended ones too, of those in reach.
         *
         *     For members, with `ticket.link`.
         */
        get: operations["listAlike"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/links/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Link two tickets, or change what the one is to the other
         * @description Link two tickets, or change what the one is to the other. Both logs tell it. A ticket has one parent at most, and
         *     a family three levels.
         *
         *     For members, with `ticket.link`. A token needs the scope `tickets:write` or `all`.
         */
        put: operations["linkTickets"];
        post?: never;
        /**
         * Take the link between two tickets away
         * @description Take the link between two tickets away.
         *
         *     For members, with `ticket.link`. A token needs the scope `tickets:write` or `all`.
         */
        delete: operations["unlinkTickets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a ticket below another
         * @description Open a ticket below another. Type, category, priority, tags and custom fields are the parent's unless the body
         *     says otherwise.
         *
         *     For members, with `ticket.link`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["openChild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/children-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what binds a ticket and its children: whether it ends before they do, and when it goes on by itself
         * @description Say what binds a ticket and its children: whether it ends before they do, and when it goes on by itself.
         *
         *     For members, with `ticket.link`. A token needs the scope `tickets:write` or `all`.
         */
        put: operations["setChildrenRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/merge/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it would do to merge a ticket into another: whose conversations come together, and who follows both
         * @description What it would do to merge a ticket into another: whose conversations come together, and who follows both.
         *
         *     For members, with `ticket.merge`.
         */
        get: operations["previewMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a ticket into another: it is closed as a duplicate, and what its customer says goes to the other from now on
         * @description Merge a ticket into another: it is closed as a duplicate, and what its customer says goes to the other from now
         *     on. Of two customers each reads their own conversation only.
         *
         *     For members, with `ticket.merge`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["mergeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Part a ticket from the one that it was merged into: both stand as before
         * @description Part a ticket from the one that it was merged into: both stand as before. For whoever merged them, and leads.
         *
         *     For members, with `ticket.merge`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["unmergeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a ticket for what a customer wrote besides: its text and files are those of the messages, which stay where they are, and its clocks run from when the first of them was written
         * @description Open a ticket for what a customer wrote besides: its text and files are those of the messages, which stay where
         *     they are, and its clocks run from when the first of them was written. Both tickets are linked.
         *
         *     For members, with `ticket.link`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["splitTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The canned replies that this reader may insert, 500 of people's at most, and the variables
         * @description The canned replies that this reader may insert, 500 of people's at most, and the variables.
         *
         *     For members, with any role.
         */
        get: operations["listCannedReplies"];
        put?: never;
        /**
         * Save a canned reply
         * @description Save a canned reply. Sharing it with a team takes leading the team, with everybody the right
         *     `canned_reply.share`. At most 200 a person.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["saveCannedReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies/{reply_key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a canned reply, for everybody with whom it was shared too
         * @description Remove a canned reply, for everybody with whom it was shared too.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        delete: operations["removeCannedReply"];
        options?: never;
        head?: never;
        /**
         * Change a canned reply
         * @description Change a canned reply. 412 when it was changed since `If-Match`.
         *
         *     For members, with any role. A token needs the scope `tickets:write` or `all`.
         */
        patch: operations["changeCannedReply"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign to a team, to a person, or back into the team's queue
         * @description Assign to a team, to a person, or back into the team's queue. A person may assign above an agent's capacity,
         *     with permission and knowingly (`above_capacity`).
         *
         *     For members, with `ticket.assign`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["assignTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an unassigned ticket of one's teams, within one's capacity
         * @description Take an unassigned ticket of one's teams, within one's capacity.
         *
         *     For members, with `ticket.claim`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["claimTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{person_id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut a member out at once, and hand over their open tickets by an operation, those first that are due first
         * @description Shut a member out at once, and hand over their open tickets by an operation, those first that are due first. What
         *     the receiver has no room for, or may not have, goes back to routing. Seats go over in the same step, and come back
         *     with no undo. `POST /operations` with the kind
         *     `members.hand_over` foresees it, or hands over without shutting out. Nobody shuts out themselves, or the last
         *     system administrator. Of whoever is shut out already, what is left is handed over; 409 while that goes on.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["shutMemberOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many tickets each member has in hand, those left out that wait for the customer or have ended
         * @description How many tickets each member has in hand, those left out that wait for the customer or have ended. A member
         *     with none is not listed; who may not look members up is told of none.
         *
         *     For members, with `ticket.assign`.
         */
        get: operations["listLoads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rosters/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a duty roster that nothing names: neither the policy in force nor its draft, nor a role
         * @description Remove a duty roster that nothing names: neither the policy in force nor its draft, nor a role. 409 tells what
         *     does. Its past stays in the log.
         *
         *     For members, with `people.manage`. A token needs the scope `admin` or `all`.
         */
        delete: operations["removeRoster"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The calendars that a team's or a member's shift may be, or still is, and whose shift it is now
         * @description The calendars that a team's or a member's shift may be, or still is, and whose shift it is now. Whoever has none
         *     is on shift always.
         *
         *     For members, with `people.read`.
         */
        get: operations["listShifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/draft/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * When a ticket of a type and a priority that is created at an instant would be due by the policy as it is drafted, if nobody does anything
         * @description When a ticket of a type and a priority that is created at an instant would be due by the policy as it is drafted,
         *     if nobody does anything. Nothing is opened. 422 with the findings while the draft has errors.
         *
         *     For members, with `policy.edit`. A token needs the scope `admin` or `all`.
         */
        post: operations["tryDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open up to 1,000 tickets, chunk by chunk
         * @description Open up to 1,000 tickets, chunk by chunk. Each row is answered by itself; a refused one hinders no other. Under
         *     the same `Idempotency-Key` rows that were opened are answered as before, and the others are tried again.
         *
         *     For members, with `ticket.create`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["openTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which custom fields a new ticket's form shows and requires, for what is filled in so far
         * @description Which custom fields a new ticket's form shows and requires, for what is filled in so far. Nothing is kept, and
         *     nothing is known yet of who asks.
         *
         *     For members, with `ticket.create`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["openingForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/draft/forms/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a form of the drafted policy would show for what is filled in
         * @description What a form of the drafted policy would show for what is filled in. Nothing is kept. 422 with the findings while
         *     the draft has errors.
         *
         *     For members, with `policy.edit`. A token needs the scope `admin` or `all`.
         */
        post: operations["tryForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/requester": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who really asks: a known person by `id`, or whoever has the address `mail`, who becomes a customer if nobody knew them
         * @description Say who really asks: a known person by `id`, or whoever has the address `mail`, who becomes a customer if
         *     nobody knew them. Replies go there from then on.
         *
         *     For members, with `ticket.edit`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["setRequester"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody else turned out to be this customer: what they asked for, their conversations, addresses and organisations come over, past ones too
         * @description Somebody else turned out to be this customer: what they asked for, their conversations, addresses and
         *     organisations come over, past ones too. It can be taken back. An address that nobody proved lets nobody sign in any
         *     more once there is more to see, and nobody becomes an organisation's administrator by it.
         *
         *     For members, with `customer.manage`. A token needs the scope `all`.
         */
        post: operations["mergeCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/merge/{merged_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * They are two after all: what came over then goes back, as far as it is still this customer's
         * @description They are two after all: what came over then goes back, as far as it is still this customer's. What began since
         *     stays.
         *
         *     For members, with `customer.manage`. A token needs the scope `all`.
         */
        delete: operations["unmergeCustomer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the customer in public; with `to` the ticket moves in the same step, or nothing happens at all
         * @description Answer the customer in public; with `to` the ticket moves in the same step, or nothing happens at all. 412 when
         *     a public message arrived that `If-Match` had not seen, or where it moves and somebody else had moved it.
         *
         *     For members, with `ticket.reply`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["replyToTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write an internal note: no customer ever sees it
         * @description Write an internal note: no customer ever sees it.
         *
         *     For members, with `ticket.note`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that one works on it; with `promised_at` the customer is told by when they will hear
         * @description Confirm that one works on it; with `promised_at` the customer is told by when they will hear.
         *
         *     For members, with `ticket.accept`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["acceptTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add and remove tags
         * @description Add and remove tags.
         *
         *     For members, with `ticket.tag`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["tagTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/watching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Watch a ticket, or stop; for oneself or for a colleague
         * @description Watch a ticket, or stop; for oneself or for a colleague.
         *
         *     For members, with `ticket.watch`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["watchTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a ticket along its workflow
         * @description Move a ticket along its workflow.
         *
         *     For members, with `ticket.move`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["moveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve; `text` goes out as a last public reply, and the customer is told and asked
         * @description Resolve; `text` goes out as a last public reply, and the customer is told and asked.
         *
         *     For members, with `ticket.resolve`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["resolveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the requester confirmed the solution; the ticket closes
         * @description Record that the requester confirmed the solution; the ticket closes.
         *
         *     For members, with `ticket.confirm`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["confirmTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/confirm-for": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the customer confirmed the solution by phone or chat; the ticket closes
         * @description Record that the customer confirmed the solution by phone or chat; the ticket closes. Not where the initiator
         *     alone closes.
         *
         *     For members, with `ticket.confirm_for`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["confirmForCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what came of the follow-up that a low rating asked for: called back, or told who must know
         * @description Say what came of the follow-up that a low rating asked for: called back, or told who must know. Reopening the
         *     ticket ends it too.
         *
         *     For members, with `ticket.resolve`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["finishFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a resolved ticket, or within its window a closed one, back into work
         * @description Take a resolved ticket, or within its window a closed one, back into work.
         *
         *     For members, with `ticket.reopen`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["reopenTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate the service that one asked for, 1 to 5; nobody rates for a customer
         * @description Rate the service that one asked for, 1 to 5; nobody rates for a customer.
         *
         *     For members, with `ticket.rate`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["rateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close by hand; who may is the ticket type's to say
         * @description Close by hand; who may is the ticket type's to say.
         *
         *     For members, with `ticket.close`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["closeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a ticket into the trash, or take it out (`out`)
         * @description Put a ticket into the trash, or take it out (`out`). There it lies still: neither lists nor its customer show it,
         *     no rule acts on it, its promises are paused, and a mail that answers it opens another ticket.
         *
         *     For members, with `ticket.trash`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["trashTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/spam": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a ticket as spam, or say that it is none (`out`)
         * @description Mark a ticket as spam, or say that it is none (`out`). It lies still as in the trash, but what its sender writes
         *     on it stays with it, and nobody is told.
         *
         *     For members, with `ticket.spam`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["markAsSpam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one has drafts, the latest first; nobody has more than 200
         * @description Where one has drafts, the latest first; nobody has more than 200.
         *
         *     For members, with any role.
         */
        get: operations["listMessageDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one has written on a ticket and not sent: a reply, a note, or none
         * @description What one has written on a ticket and not sent: a reply, a note, or none. One that was sent and still waits to go
         *     out is among them, as `sending`.
         *
         *     For members, with `ticket.read`.
         */
        get: operations["getMessageDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/drafts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what one has begun to write, as `reply` or `note`; whoever may write so may keep it
         * @description Keep what one has begun to write, as `reply` or `note`; whoever may write so may keep it. `If-Match` is the
         *     version that one knew, 0 for none: 412 with the words that are there, when another window wrote or sent it since.
         *     Without it the last one wins.
         *
         *     For members, with `ticket.read`. A token needs the scope `tickets:write` or `all`.
         */
        put: operations["saveMessageDraft"];
        post?: never;
        /**
         * Throw a draft away; none is no fault
         * @description Throw a draft away; none is no fault. 412 as when it is kept.
         *
         *     For members, with `ticket.read`. A token needs the scope `tickets:write` or `all`.
         */
        delete: operations["discardMessageDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the customer in public after `wait_s` seconds in which it can be taken back; it counts as said now
         * @description Answer the customer in public after `wait_s` seconds in which it can be taken back; it counts as said now. What
         *     would be refused now is refused now, as `POST …/replies` refuses it. What is refused when it is due (a public
         *     message arrived that `If-Match` had not seen, the ticket was closed, a right was taken away) is a draft again, and
         *     a notice says why. One waits at a time: 409 while the last one does.
         *
         *     For members, with `ticket.reply`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["holdReply"];
        /**
         * Take back one's reply that waits: it is a draft again, before what one has begun to write since
         * @description Take back one's reply that waits: it is a draft again, before what one has begun to write since. 409 when it went
         *     out, or was taken back.
         *
         *     For members, with `ticket.read`. A token needs the scope `tickets:write` or `all`.
         */
        delete: operations["takeReplyBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/sending/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one's reply without waiting for the rest
         * @description Send one's reply without waiting for the rest. What is refused is a draft again; 409 when nothing waits.
         *
         *     For members, with `ticket.reply`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["sendHeldReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a command back: one's own for ten minutes, as a lead anybody's for thirty days
         * @description Take a command back: one's own for ten minutes, as a lead anybody's for thirty days. Values that somebody changed
         *     since stay, and the event lists them; what was said or told stays too.
         *
         *     For members, with `ticket.undo`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["undoTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a conversation, such as a chat or a call; it needs no ticket
         * @description Begin a conversation, such as a chat or a call; it needs no ticket. It waits for the team, or is served by
         *     whoever begins it, if they may.
         *
         *     For members, with `conversation.begin`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["beginConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation with its last 100 messages, or those `before` one of them
         * @description A conversation with its last 100 messages, or those `before` one of them.
         *
         *     For members, with `conversation.read`.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Serve a conversation that waits
         * @description Serve a conversation that waits. Of two who do so at once one is told who was quicker.
         *
         *     For members, with `conversation.join`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["joinConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let another member serve it
         * @description Let another member serve it.
         *
         *     For members, with `conversation.hand_over`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["handOverConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let it wait for somebody of a team; of its own team: back into the queue
         * @description Let it wait for somebody of a team; of its own team: back into the queue.
         *
         *     For members, with `conversation.hand_over`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["transferConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End it: nothing more is said in it
         * @description End it: nothing more is said in it. Its tickets stay as they are.
         *
         *     For members, with `conversation.close`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["closeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write down what the party thinks of it, once it is over; nobody does so of what they served themselves
         * @description Write down what the party thinks of it, once it is over; nobody does so of what they served themselves.
         *
         *     For members, with `conversation.rate`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["rateConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something, or write down what the party said
         * @description Say something, or write down what the party said. It shows on every linked ticket and moves the clocks of one at
         *     most: of the ticket whose reply it answers, else of the one that is named, else of the newest open one.
         *
         *     For members, with `conversation.say`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["sayInConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/messages/{message_id}/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a customer's message move the clocks of another ticket that the conversation is linked to
         * @description Let a customer's message move the clocks of another ticket that the conversation is linked to.
         *
         *     For members, with `conversation.link`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["passMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a conversation on a ticket
         * @description Show a conversation on a ticket.
         *
         *     For members, with `conversation.link`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["linkConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/links/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take it away from a ticket, unless something said in it stands in the ticket's log
         * @description Take it away from a ticket, unless something said in it stands in the ticket's log.
         *
         *     For members, with `conversation.link`. A token needs the scope `tickets:write` or `all`.
         */
        delete: operations["unlinkConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversation_id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a ticket for the conversation's party; the transcript, with its files, is what it is opened with
         * @description Open a ticket for the conversation's party; the transcript, with its files, is what it is opened with.
         *
         *     For members, with `conversation.link`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["openTicketFromConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/notes/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give an internal note of one's own other words; nobody is told
         * @description Give an internal note of one's own other words; nobody is told. `If-Match` is the note's version: 412 when it
         *     was edited since. What it said before stays readable.
         *
         *     For members, with `ticket.note`. A token needs the scope `tickets:write` or `all`.
         */
        patch: operations["editNote"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/notes/{message_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an internal note says and said, oldest first
         * @description What an internal note says and said, oldest first.
         *
         *     For members, with `note.read`.
         */
        get: operations["listNoteVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go through the close checks that the ticket's type makes binding: an item is done, does not apply, or is open
         * @description Go through the close checks that the ticket's type makes binding: an item is done, does not apply, or is open.
         *
         *     For members, with `ticket.resolve`. A token needs the scope `tickets:write` or `all`.
         */
        post: operations["checkTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the installation is: versions, processes, queues and their delay, mail, disk, backup; each with what it means and what to do
         * @description How the installation is: versions, processes, queues and their delay, mail, disk, backup; each with what it means
         *     and what to do. Nothing secret.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is left to set up in a new workspace, by what is there
         * @description What is left to set up in a new workspace, by what is there.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["getSetup"];
        /**
         * Put a step aside, or take it up again
         * @description Put a step aside, or take it up again.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        put: operations["setSetupStep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Absence */
        Absence: {
            /** Format: date-time */
            until: string;
            substitute: components["schemas"]["PersonRef"] | null;
        };
        /** AcceptRequest */
        AcceptRequest: {
            /**
             * @description The [X] of “预计[X]前给您答复”; with it the first-response note is sent to the customer (spec 03).
             * @default null
             */
            promised_at?: string | null;
        };
        /**
         * AccountHealth
         * @description How one way of an account stands.
         */
        AccountHealth: {
            /** @description Null when the last attempt went well, or there was none. */
            fault: string | null;
            /** @description In a row. */
            failures: number;
            last_success_at: string | null;
            /** @description Until when its server is left alone. */
            paused_until: string | null;
        };
        /**
         * AccountSignIn
         * @description How a mailbox stands with the provider that grants access to it.
         */
        AccountSignIn: {
            /**
             * @description `needed`: nobody signed in, or the mailbox was changed since; `refused`: the provider gives no tokens any
             *     more, so somebody has to sign in again.
             * @enum {unknown}
             */
            state: "granted" | "needed" | "refused";
            granted_at: string | null;
            /** @description What the provider said when it refused. */
            said: string | null;
        };
        /** AccountTested */
        AccountTested: {
            works: boolean;
            steps: components["schemas"]["TestedStep"][];
        };
        /** ActionInfo */
        ActionInfo: {
            key: string;
            name: {
                [key: string]: string;
            };
            group: string;
            /** @description It concerns the workspace and no single ticket: it is granted everywhere, or not at all. */
            is_wide: boolean;
        };
        /** ActionMoved */
        ActionMoved: {
            action: string;
            /** @description Where they may do it now; empty: nowhere. */
            before: components["schemas"]["PlaceOfRight"][];
            after: components["schemas"]["PlaceOfRight"][];
        };
        /** AddApproverRequest */
        AddApproverRequest: {
            person_id: number;
            /**
             * @description Whether they decide before oneself, or after this step has agreed.
             * @enum {unknown}
             */
            when: "after" | "before";
            /** @default  */
            why?: string;
        };
        /**
         * AddChannelAccount
         * @description An account of a channel. `settings` and `secrets` are those of its kind.
         */
        AddChannelAccount: {
            kind: string;
            /** @description Of a mailbox its mail address; else a name that no other account of the kind has. */
            address: string;
            name: string;
            /** @default {} */
            settings?: Record<string, unknown>;
            /** @default {} */
            secrets?: Record<string, unknown>;
            /**
             * @description Where the tickets that come to it start, unless a routing rule says where.
             * @default null
             */
            team?: string | null;
        };
        /** AddCustomer */
        AddCustomer: {
            name: string;
            /** @default [] */
            handles?: components["schemas"]["NewHandle"][];
            /** @default null */
            locale?: ("en" | "zh-CN") | null;
            /** @default normal */
            tier?: string;
            /** @default null */
            dedicated_agent_id?: number | null;
            /** @default [] */
            tags?: string[];
            /** @default  */
            notes?: string;
        };
        /** AddMember */
        AddMember: {
            name: string;
            mail: string;
            /** @default null */
            locale?: ("en" | "zh-CN") | null;
            /**
             * @description By default as the workspace's.
             * @default null
             */
            zone?: string | null;
            /** @default null */
            password?: string | null;
            /** @default [] */
            roles?: string[];
            /**
             * @description Team → whether they lead it.
             * @default {}
             */
            teams?: {
                [key: string]: boolean;
            };
        };
        /** AddOrganisation */
        AddOrganisation: {
            name: string;
            /** @default normal */
            tier?: string;
            /** @default [] */
            mail_domains?: string[];
        };
        /** AddTagsAction */
        AddTagsAction: {
            /** @enum {unknown} */
            do: "add_tags";
            tags: string[];
        };
        /** AfterLevel */
        AfterLevel: {
            /** @enum {unknown} */
            on: "level";
            level: string;
            after_s: number;
            /**
             * @description Only if nobody did anything since that level fired.
             * @default true
             */
            if_idle?: boolean;
        };
        /** AlikeTicket */
        AlikeTicket: {
            number: string;
            title: string;
            type: string;
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            /** Format: date-time */
            updated_at: string;
        };
        /** ApprovalDecision */
        ApprovalDecision: {
            /** @enum {unknown} */
            verdict: "approved" | "declined";
            /**
             * @description Needed to decline.
             * @default
             */
            why?: string;
        };
        /**
         * ApprovalStep
         * @description One round of an approval (审批) before a transition; the next begins when it has agreed.
         */
        ApprovalStep: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /**
             * @description `all`: everybody whom it asks must agree (会签); `any`: one of them is enough (或签).
             * @default all
             * @enum {unknown}
             */
            mode?: "all" | "any";
            /** @description Who is asked. Where they are nobody, the leads are, else who may manage. */
            by: string[];
            /**
             * @description The step is left out where it does not hold, when the approval is asked for. Where it holds when the ticket is to
             *     move, and was left out, the approval is asked for anew. None: it always counts.
             * @default null
             */
            when?: components["schemas"]["Condition"] | null;
            /**
             * @description Who is told what came of it, and decides nothing (抄送).
             * @default []
             */
            cc?: string[];
        };
        /** ApprovalStepView */
        ApprovalStepView: {
            key: string;
            name: string;
            /** @enum {unknown} */
            mode: "all" | "any";
            /** @description `passed`, `current` or `ahead`; of an approval that is over, `left` where it was not come to. */
            state: string;
            /** @description Who is asked in the place of those whom the step names, as these are nobody. */
            instead: ("lead" | "managers") | null;
            votes: components["schemas"]["VoteView"][];
        };
        /** ApprovalView */
        ApprovalView: {
            /** @description Its name. */
            transition: string;
            /** @description The status that the ticket moves to when all have agreed. */
            to: string;
            /** @enum {unknown} */
            state: "cancelled" | "declined" | "passed" | "sent_back" | "waiting";
            /** @description Whether it still counts: the ticket has not moved since. */
            is_here: boolean;
            asked_by: string;
            asked_by_id: number;
            /** Format: date-time */
            asked_at: string;
            ended_at: string | null;
            /**
             * @description Why it did not pass: a reason, or `withdrawn | moved | changed | retyped | nobody` of a
             *     cancelled one.
             */
            because: string;
            why: string;
            /** @description The public reply that waits for it. */
            text: string;
            steps: components["schemas"]["ApprovalStepView"][];
        };
        /** ArrangeViews */
        ArrangeViews: {
            /**
             * @description Keys of views; these come first, in this order.
             * @default []
             */
            order?: string[];
            /** @default [] */
            hidden?: string[];
        };
        /** AskForApproval */
        AskForApproval: {
            /** @description The status that the ticket is to move to. */
            to: string;
            /**
             * @description Of a close.
             * @default null
             */
            reason?: ("confirmed" | "duplicate" | "not_needed" | "solved" | "timed_out") | null;
            /**
             * @description For the approvers.
             * @default
             */
            why?: string;
            /**
             * @description A public reply that goes out with the move.
             * @default
             */
            text?: string;
            /**
             * @description Custom fields that are set at once: they are what is agreed to.
             * @default {}
             */
            fields?: Record<string, unknown>;
        };
        /**
         * AssignRequest
         * @description To a team, to a person, or (assignee null) back into the team's queue. What is left out stays.
         */
        AssignRequest: {
            team?: string | null;
            assignee_id?: number | null;
            /** @default false */
            above_capacity?: boolean;
        };
        /** AuditEntry */
        AuditEntry: {
            id: number;
            /** Format: date-time */
            at: string;
            kind: string;
            /** @description `staff`, `customer` or `system`. */
            actor: string;
            actor_id: number | null;
            actor_name: string | null;
            via: string;
            /** @description By which token, where it was no person at a page. */
            token_id: number | null;
            /** @description The person whom it concerns, if it is one. */
            subject_id: number | null;
            /** @description What happened, in the reader's language. */
            text: string;
        };
        /** AuditPage */
        AuditPage: {
            entries: components["schemas"]["AuditEntry"][];
            /** @description Where the next page begins; null: there is none. */
            before: number | null;
        };
        /**
         * Automation
         * @description Events, a condition and ordered actions (spec 04). Order in the bundle is the order of running.
         */
        Automation: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /** @description Event kinds, such as `ticket.opened`. */
            on: string[];
            /** @default null */
            when?: components["schemas"]["Condition"] | null;
            actions: (components["schemas"]["RouteAction"] | components["schemas"]["ReassignAction"] | components["schemas"]["RemindAction"] | components["schemas"]["EscalateAction"] | components["schemas"]["TellCustomerAction"] | components["schemas"]["MoveAction"] | components["schemas"]["SetFieldAction"] | components["schemas"]["AddTagsAction"] | components["schemas"]["SetTeamAction"] | components["schemas"]["UnknownAction"])[];
        };
        /** BatchOutcome */
        BatchOutcome: {
            created: number;
            refused: number;
            rows: components["schemas"]["RowOutcome"][];
        };
        /** BearerMoved */
        BearerMoved: {
            person_id: number;
            name: string;
            actions: components["schemas"]["ActionMoved"][];
            /** @description Field classes that they could not read before. */
            opened: string[];
            closed: string[];
        };
        /** BeginConversation */
        BeginConversation: {
            /** @description Such as `chat`, `phone` or `wechat`. */
            channel: string;
            party: components["schemas"]["ConversationParty"];
            /**
             * @description How the channel knows it.
             * @default
             */
            external_key?: string;
            /**
             * @description Whose members it waits for.
             * @default null
             */
            team?: string | null;
            /**
             * @description Whether whoever begins it serves it.
             * @default false
             */
            join?: boolean;
            /**
             * @description The words that it begins with.
             * @default
             */
            text?: string;
            /**
             * @description Who says them.
             * @default customer
             * @enum {unknown}
             */
            author?: "agent" | "customer";
        };
        /** BreachCause */
        BreachCause: {
            key: string;
            name: {
                [key: string]: string;
            };
        };
        /** Calendar */
        Calendar: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            zone: string;
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            /** @default [] */
            days?: components["schemas"]["Day"][];
            /**
             * @description From this date on the official days off are not announced yet; due dates beyond it may move.
             * @default null
             */
            provisional_from?: string | null;
        };
        /** CancelApproval */
        CancelApproval: {
            /** @default  */
            why?: string;
        };
        /** Candidate */
        Candidate: {
            person: components["schemas"]["PersonRef"];
            /** @description The filter that removed them (`absent`, `full`, `skill` …), or null when they were eligible. */
            removed_by: string | null;
            load: number;
            detail: Record<string, unknown>;
        };
        /** CannedReplies */
        CannedReplies: {
            /** @description One's own first, then those of others, then the shipped ones. */
            replies: components["schemas"]["CannedReplyInfo"][];
            /** @description What may stand in them in braces, by key or by name. */
            variables: components["schemas"]["ReplyVariable"][];
        };
        /** CannedReplyInfo */
        CannedReplyInfo: {
            key: string;
            name: {
                [key: string]: string;
            };
            text: {
                [key: string]: string;
            };
            keyword: string;
            /** @description Null: it is shipped. */
            owner: components["schemas"]["ReplyOwner"] | null;
            /** @enum {unknown} */
            shared: "everybody" | "nobody" | "teams";
            teams: string[];
            can_edit: boolean;
            version: number;
        };
        /** Category */
        Category: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /** @default null */
            parent?: string | null;
            /** @default null */
            team?: string | null;
            /** @default null */
            department?: string | null;
            /**
             * @description Where several types open it, and nobody says which: this one. None: as above it.
             * @default null
             */
            default_type?: string | null;
            /**
             * @description Where nobody says otherwise; None: as above it, else the type's.
             * @default null
             */
            default_priority?: string | null;
            /** @default {} */
            description?: {
                [key: string]: string;
            };
            /**
             * @description Words and phrases, Chinese and English, that speak for this category; lower case.
             * @default []
             */
            words?: string[];
            /**
             * @description Of a retired one: the category that took its place. Tickets that are not closed go there when it is published.
             * @default null
             */
            merged_into?: string | null;
        };
        /**
         * ChangeCannedReply
         * @description What is left out stays.
         */
        ChangeCannedReply: {
            name?: {
                [key: string]: string;
            };
            text?: {
                [key: string]: string;
            };
            keyword?: string;
            /** @enum {unknown} */
            shared?: "everybody" | "nobody" | "teams";
            teams?: string[];
        };
        /**
         * ChangeChannelAccount
         * @description What is left out stays; `settings` are replaced as a whole. Of `secrets` what is left out stays, while it
         *     goes to the same server: whoever names another one gives them anew.
         */
        ChangeChannelAccount: {
            active?: boolean;
            name?: string;
            settings?: Record<string, unknown>;
            secrets?: Record<string, unknown>;
            team?: string | null;
        };
        /**
         * ChangeDepartment
         * @description What is left out stays.
         */
        ChangeDepartment: {
            name?: {
                [key: string]: string;
            };
            parent?: string | null;
            head_id?: number | null;
        };
        /**
         * ChangeRole
         * @description What is left out stays.
         */
        ChangeRole: {
            name?: {
                [key: string]: string;
            };
            grants?: components["schemas"]["GrantBody"][];
            classes?: string[];
        };
        /**
         * ChangeTeam
         * @description What is left out stays; `members` replaces who belonged to it, and goes together with `leads`.
         */
        ChangeTeam: {
            name?: {
                [key: string]: string;
            };
            department?: string | null;
            /** @description Of the policy: its hours are the shift of the members. Null: they are on shift always. */
            calendar?: string | null;
            members?: number[];
            /**
             * @description Of the members those who lead it.
             * @default []
             */
            leads?: number[];
        };
        /** ChangeView */
        ChangeView: {
            name?: string;
            condition?: components["schemas"]["Condition"];
            columns?: string[];
            sort?: string;
            order?: ("asc" | "desc") | null;
            group?: string | null;
            colours?: string | null;
            /** @enum {unknown} */
            layout?: "board" | "calendar" | "list";
            density?: ("comfortable" | "compact") | null;
            counted?: boolean;
            /** @enum {unknown} */
            shared?: "everybody" | "nobody" | "teams";
            teams?: string[];
        };
        /**
         * ChangeWorkspace
         * @description What is left out stays.
         */
        ChangeWorkspace: {
            /** @default null */
            name?: string | null;
            /** @default null */
            locale?: ("en" | "zh-CN") | null;
            /** @default null */
            zone?: string | null;
            /**
             * @description Empty takes it away.
             * @default null
             */
            host?: string | null;
        };
        /** ChannelAccountAdded */
        ChannelAccountAdded: {
            id: number;
        };
        /** ChannelAccountInfo */
        ChannelAccountInfo: {
            id: number;
            kind: string;
            address: string;
            name: string;
            active: boolean;
            settings: Record<string, unknown>;
            has_secrets: boolean;
            /** @description Where the tickets that come to it start, unless a routing rule says where. */
            team: string | null;
            /** @description For `If-Match`. */
            version: number;
            receiving: components["schemas"]["AccountHealth"];
            sending: components["schemas"]["AccountHealth"];
            /** @description How much waits to be sent by it. */
            waiting: number;
            waiting_since: string | null;
            /** @description Null where it signs in by a password. */
            sign_in: components["schemas"]["AccountSignIn"] | null;
        };
        /**
         * ChannelAccountRemains
         * @description What an account still has. Conversations are counted up to 9,999.
         */
        ChannelAccountRemains: {
            /** @description To be sent by it. */
            waiting: number;
            /** @description With an open ticket. */
            conversations: number;
        };
        /**
         * ChannelKindInfo
         * @description A kind of channel, and what it can carry.
         */
        ChannelKindInfo: {
            key: string;
            name: {
                [key: string]: string;
            };
            threads: boolean;
            rich_text: boolean;
            files: boolean;
            /** @description How many seconds after the customer's last word it takes an answer; null: always. */
            window_s: number | null;
            receipts: boolean;
            typing: boolean;
            /** @description Others bring messages to `/channels/{account_id}/in`. */
            takes_requests: boolean;
            presets: components["schemas"]["ChannelPreset"][];
        };
        /**
         * ChannelPreset
         * @description A provider whose settings are known.
         */
        ChannelPreset: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @description Addresses there are this provider's. */
            domains: string[];
            settings: Record<string, unknown>;
            /** @description What one signs in by, and where one gets it. */
            login: {
                [key: string]: string;
            };
            takes_passwords: boolean;
            /** @description Who grants access to its mailboxes by OAuth2 (`getMailboxSignIns`); null where nobody does. */
            provider: string | null;
        };
        /** CheckItem */
        CheckItem: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /**
             * @description `promises`: the system fills it in from what was promised to the customer; nobody ticks it.
             * @default person
             * @enum {unknown}
             */
            filled_by?: "person" | "promises";
            /** @default {} */
            help?: {
                [key: string]: string;
            };
            /**
             * @description Of an item filled in by the promises: why one can be broken. Whoever handles the ticket is asked for one.
             * @default []
             */
            causes?: components["schemas"]["Named"][];
        };
        /** CheckItems */
        CheckItems: {
            items: components["schemas"]["CheckedItem"][];
        };
        /**
         * CheckView
         * @description An item of the close checks that bind the ticket.
         */
        CheckView: {
            key: string;
            name: {
                [key: string]: string;
            };
            help: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            filled_by: "person" | "promises";
            /**
             * @description `on_time`: nothing promised is broken so far; `late`: something is. Both are the system's word.
             * @enum {unknown}
             */
            state: "done" | "late" | "not_applicable" | "on_time" | "open";
            /** @description Why it does not apply; of `late` the key of the cause, empty until somebody says it. */
            reason: string;
            causes: components["schemas"]["BreachCause"][];
            /** @description Who said so. */
            person_id: number | null;
            at: string | null;
        };
        /** CheckedItem */
        CheckedItem: {
            item: string;
            /**
             * @description `late`: of the item that the system fills in, when something promised was broken.
             * @enum {unknown}
             */
            state: "done" | "late" | "not_applicable" | "open";
            /**
             * @description Why it does not apply; for `late` the key of the cause.
             * @default
             */
            reason?: string;
        };
        /**
         * Checklist
         * @description Close checks (关闭检查): what a handler goes through before they resolve a ticket, where a type names it.
         */
        Checklist: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            items: components["schemas"]["CheckItem"][];
        };
        /** Children */
        Children: {
            done: number;
            total: number;
            /**
             * @description While some are open: the ticket does not end, people are warned, or its end ends them too.
             * @enum {unknown}
             */
            closing: "block" | "cascade" | "warn";
            /** @description How many must be done for the ticket to go on by itself, 0 for all; null: it does not. */
            advance: number | null;
            /** @description The status that it goes on to. */
            to: string | null;
        };
        /** Choice */
        Choice: {
            key: string;
            name: {
                [key: string]: string;
            };
            /**
             * @description Of a cascade: the choice that it stands below; None: at the top.
             * @default null
             */
            parent?: string | null;
            /** @default false */
            retired?: boolean;
        };
        /**
         * ChoosePassword
         * @description The token of the link that one was sent, and the password that one wants.
         */
        ChoosePassword: {
            token: string;
            password: string;
        };
        /** ClashSide */
        ClashSide: {
            /** @description None: it is left out. */
            value: unknown;
            /** @description In sentences, from what both were made from. */
            changes: {
                [key: string]: string;
            }[];
        };
        /**
         * ClashView
         * @description An entry that both changed, each another way.
         */
        ClashView: {
            /** @description Of the entry; a member, of a section that is one whole; `*order`: the order of the entries. */
            key: string;
            name: {
                [key: string]: string;
            };
            yours: components["schemas"]["ClashSide"];
            theirs: components["schemas"]["ClashSide"];
        };
        /** ClockSummary */
        ClockSummary: {
            metric: string;
            state: string;
            due_at: string | null;
        };
        /**
         * ClockView
         * @description One SLA clock as shown: `due_at` is null while paused, then `remaining_s` says what is left.
         */
        ClockView: {
            metric: string;
            cycle: number;
            /** @enum {unknown} */
            state: "cancelled" | "met" | "not_started" | "paused" | "running";
            /** @description In words of the policy, such as `60 calendar_minutes`. */
            target: string;
            started_at: string | null;
            due_at: string | null;
            remaining_s: number | null;
            elapsed_s: number;
            met_at: string | null;
            breached_at: string | null;
            /** @description Next warning point. */
            warn_at: string | null;
            /** @description From then on the promise is at risk: its last warning point, or the breach. The chip turns there. */
            risk_at: string | null;
            /** @description Key of the status that pauses it. */
            paused_by: string | null;
        };
        /** Close */
        Close: {
            /**
             * @default solved
             * @enum {unknown}
             */
            reason?: "confirmed" | "duplicate" | "not_needed" | "solved";
            /**
             * @description Custom fields that are set in the same step.
             * @default {}
             */
            fields?: Record<string, unknown>;
        };
        /** ColumnInfo */
        ColumnInfo: {
            key: string;
            name: {
                [key: string]: string;
            };
            /**
             * @description How its values are shown.
             * @enum {unknown}
             */
            cell: "ago" | "bool" | "choice" | "date" | "due" | "instant" | "key" | "money" | "number" | "person" | "priority" | "set" | "status" | "tags" | "text" | "word";
            /** @description The member of a row that it shows. `fields`: it stands there, under the column's key. */
            value: string;
            /** @description The order that it gives, if it gives one. */
            sort: string | null;
        };
        /**
         * Condition
         * @description One node. Exactly one of `all`, `any`, `not_` or `field` is set; `grammar.check` refuses others.
         *
         *     `{"all": []}` holds always, `{"any": []}` never.
         */
        Condition: {
            /** @default null */
            all?: components["schemas"]["Condition"][] | null;
            /** @default null */
            any?: components["schemas"]["Condition"][] | null;
            /** @default null */
            not?: components["schemas"]["Condition"] | null;
            /** @default null */
            field?: string | null;
            /** @default null */
            op?: string | null;
            /** @default null */
            value?: unknown;
        };
        /** ConditionChoice */
        ConditionChoice: {
            key: string;
            name: {
                [key: string]: string;
            };
        };
        /**
         * ConditionField
         * @description Something that a condition may name.
         */
        ConditionField: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            type: "bool" | "choice" | "date" | "duration" | "instant" | "money" | "number" | "person" | "set" | "team" | "text" | "tree";
            /**
             * @description The type of a single value: of the field itself, or of one member of a set.
             * @enum {unknown}
             */
            member: "bool" | "choice" | "date" | "duration" | "instant" | "money" | "number" | "person" | "set" | "team" | "text" | "tree";
            /** @description The values that it can have. Empty: they are not enumerated here. */
            choices: components["schemas"]["ConditionChoice"][];
            /** @description The tree that it points into: `category`. */
            tree: string | null;
        };
        /**
         * ConditionJoints
         * @description How parts of a condition are put together in a sentence; `{}` stands for what is put in.
         */
        ConditionJoints: {
            all: {
                [key: string]: string;
            };
            any: {
                [key: string]: string;
            };
            not_: {
                [key: string]: string;
            };
            group: {
                [key: string]: string;
            };
            always: {
                [key: string]: string;
            };
            never: {
                [key: string]: string;
            };
            comma: {
                [key: string]: string;
            };
            quoted: {
                [key: string]: string;
            };
        };
        /**
         * ConditionLanguage
         * @description All that a condition can be made of for this reader.
         */
        ConditionLanguage: {
            fields: components["schemas"]["ConditionField"][];
            /** @description By the type of the field. */
            operators: {
                [key: string]: components["schemas"]["ConditionOperator"][];
            };
            joints: components["schemas"]["ConditionJoints"];
            max_depth: number;
            max_leaves: number;
            max_list: number;
            max_text: number;
        };
        /** ConditionOperator */
        ConditionOperator: {
            /** @enum {unknown} */
            op: "between" | "contains" | "ge" | "gt" | "has" | "has_all" | "has_any" | "is" | "is_any" | "is_empty" | "le" | "lt" | "starts_with" | "under" | "within_last" | "within_next";
            /**
             * @description Of its value: none, one, a list, `[low, high]`, or `{"n": 3, "unit": "day"}`.
             * @enum {unknown}
             */
            shape: "many" | "nothing" | "one" | "range" | "span";
            /** @description The clause that it makes, with `{field}` and, by its shape, `{value}` or `{low}` and `{high}`. */
            says: {
                [key: string]: string;
            };
            /** @description The clause of its contrary, `{"not": …}`. Null: the contrary has no clause of its own. */
            denies: {
                [key: string]: string;
            } | null;
            /** @description The value that it may leave to its reader, `{"known": "me"}`: of a set, for its members that are people. */
            known: ("me" | "my_teams" | "now") | null;
            /** @description Of a span. */
            units: ("day" | "hour" | "minute" | "week")[];
        };
        /**
         * ConfirmForRequest
         * @description What the customer said elsewhere: who, on which channel, in which call or chat.
         */
        ConfirmForRequest: {
            /** @enum {unknown} */
            channel: "chat" | "in_person" | "mail" | "phone";
            /**
             * @description None: the requester; else somebody who takes part.
             * @default null
             */
            person_id?: number | null;
            /** @default  */
            call?: string;
            /** @default  */
            note?: string;
        };
        /** ConversationDetail */
        ConversationDetail: {
            conversation: components["schemas"]["ConversationOutcome"];
            party: components["schemas"]["Speaker"];
            /** @description Numbers of those that it is linked to and that the reader may see. */
            tickets: string[];
            /** @description Those of the last 100 that the reader may know, in order. */
            messages: components["schemas"]["ConversationMessage"][];
            /** @description Whether there are earlier ones. */
            more: boolean;
            /** @description Ask for those `before` this one. */
            earlier: number | null;
        };
        /** ConversationMessage */
        ConversationMessage: {
            id: number;
            /** Format: date-time */
            at: string;
            audience: string;
            /** @enum {unknown} */
            author: "agent" | "ai" | "automatic" | "customer";
            person: components["schemas"]["Speaker"] | null;
            text: string;
            html: string | null;
            files: components["schemas"]["FileRef"][];
            redacted: boolean;
            /** @description Number of the ticket in whose log it stands, if the reader may see that; null: in the conversation's own. */
            ticket: string | null;
        };
        /** ConversationOfCustomer */
        ConversationOfCustomer: {
            id: number;
            channel: string;
            /** @enum {unknown} */
            state: "closed" | "open";
            /** @description Name of who serves it. */
            agent: string | null;
            /** Format: date-time */
            created_at: string;
            ended_at: string | null;
            last_customer_at: string | null;
            /** @description Numbers of its tickets in reach, at most five. */
            tickets: string[];
        };
        /**
         * ConversationOutcome
         * @description A conversation as a command left it.
         */
        ConversationOutcome: {
            id: number;
            channel: string;
            external_key: string;
            party_id: number;
            team: string | null;
            agent_id: number | null;
            /** @enum {unknown} */
            state: "closed" | "open";
            rating: number | null;
            /** Format: date-time */
            created_at: string;
            ended_at: string | null;
            version: number;
        };
        /**
         * ConversationParty
         * @description With whom it is: a known person by `id`, or a customer by mail or phone, found or made; or merely named.
         */
        ConversationParty: {
            /** @default null */
            id?: number | null;
            /** @default null */
            mail?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default  */
            name?: string;
        };
        /** ConversationsOfCustomer */
        ConversationsOfCustomer: {
            items: components["schemas"]["ConversationOfCustomer"][];
            after: number | null;
        };
        /** CurrentPolicy */
        CurrentPolicy: {
            release: number;
            bundle: components["schemas"]["PolicyBundle"];
        };
        /** CustomField */
        CustomField: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /** @enum {unknown} */
            kind: "bool" | "cascade" | "choice" | "date" | "instant" | "long_text" | "mail" | "money" | "number" | "order" | "pattern" | "phone" | "set" | "text" | "url";
            /**
             * @description Ticket types that have the field; empty: all.
             * @default []
             */
            types?: string[];
            /** @default [] */
            choices?: components["schemas"]["Choice"][];
            /**
             * @description Masked for whoever lacks the field class `sensitive`.
             * @default false
             */
            sensitive?: boolean;
            /** @default false */
            filterable?: boolean;
            /** @default {} */
            help?: {
                [key: string]: string;
            };
            /**
             * @description Of kind `pattern`: what the whole value must match, as RE2 reads it, which takes linear time.
             * @default
             */
            pattern?: string;
        };
        /** Customer */
        Customer: {
            id: number;
            name: string;
            tier: string;
            locale: string;
            mails: string[];
            phones: string[];
            organisations: components["schemas"]["Organisation"][];
            /** @description Their latest other tickets, at most 10, that this reader may see. */
            history: components["schemas"]["HistoryRow"][];
        };
        /** CustomerHandle */
        CustomerHandle: {
            kind: string;
            handle: string;
            /** @description When it was proved to be theirs; null: it was only used, or said. */
            verified_at: string | null;
            /** @description Whether whoever reads what is sent there may sign in as them. */
            opens: boolean;
        };
        /** CustomerLine */
        CustomerLine: {
            id: number;
            name: string;
            tier: string;
            tags: string[];
            dedicated_agent_id: number | null;
            /** @description One of their addresses, and of their numbers; null too for whoever may not read personal data. */
            mail: string | null;
            phone: string | null;
            /** @description Names, at most three. */
            organisations: string[];
        };
        /** CustomerOrganisation */
        CustomerOrganisation: {
            id: number;
            name: string;
            tier: string;
            is_admin: boolean;
        };
        /** CustomerPage */
        CustomerPage: {
            items: components["schemas"]["CustomerLine"][];
            /** @description For the next page; null: this is the last. */
            after: string | null;
        };
        /** CustomerRecord */
        CustomerRecord: {
            id: number;
            name: string;
            locale: string;
            zone: string;
            /** @description Which of name, locale and zone nobody confirmed. */
            guessed: string[];
            tier: string;
            dedicated_agent_id: number | null;
            tags: string[];
            /** @description What the staff noted; null for whoever reads no notes. */
            notes: string | null;
            /** @description Empty too for whoever may not read personal data; `handles_hidden` tells. */
            handles: components["schemas"]["CustomerHandle"][];
            handles_hidden: boolean;
            organisations: components["schemas"]["CustomerOrganisation"][];
            merged_into: number | null;
            /** @description Who turned out to be this customer. */
            merged: components["schemas"]["NamedCustomer"][];
            is_member: boolean;
            can_manage: boolean;
            /** @description Whether the reader may vouch for how they are reached. */
            can_let_in: boolean;
            /** Format: date-time */
            created_at: string;
            version: number;
        };
        /**
         * Day
         * @description An override of one date. In order of force: `intervals` > `works_as` (调休) > closed.
         */
        Day: {
            /** Format: date */
            on: string;
            /** @default {} */
            name?: {
                [key: string]: string;
            };
            /** @default null */
            intervals?: [
                string,
                string
            ][] | null;
            /** @default null */
            works_as?: ("fri" | "mon" | "sat" | "sun" | "thu" | "tue" | "wed") | null;
            /** @default  */
            source?: string;
        };
        /** Departed */
        Departed: {
            /** @description It hands over the open tickets; undoing it gives back what nobody changed since, once they are let in again. */
            operation_id: number;
            /** @description That it will hand over. */
            tickets: number;
        };
        /** DepartmentDetail */
        DepartmentDetail: {
            key: string;
            name: {
                [key: string]: string;
            };
            parent: string | null;
            /** @description They reach the teams of its whole subtree, with a role that has rights in departments. */
            head_id: number | null;
            /** @description Those of itself, without its subtree's. */
            teams: string[];
            /** @description For `If-Match`. */
            version: number;
        };
        /**
         * Directory
         * @description Names of everything that tickets refer to by key or id: loaded once by the web app, again when a release or the
         *     people change (`release` and the stream say so).
         */
        Directory: {
            release: number;
            types: Record<string, unknown>[];
            categories: Record<string, unknown>[];
            priorities: Record<string, unknown>[];
            /** @description Workflow hash → its statuses (key, name, phase, colour, goal). */
            statuses: {
                [key: string]: Record<string, unknown>[];
            };
            fields: Record<string, unknown>[];
            /** @description Ticket templates that members are offered. */
            templates: Record<string, unknown>[];
            levels: Record<string, unknown>[];
            automations: Record<string, unknown>[];
            /** @description The routing rules. */
            routing: Record<string, unknown>[];
            teams: components["schemas"]["TeamInfo"][];
            members: components["schemas"]["MemberInfo"][];
        };
        /** Dispatch */
        Dispatch: {
            /** @default [] */
            classes?: components["schemas"]["LoadClass"][];
            /**
             * @description A team that is not named here is served by `least_load`, at once.
             * @default []
             */
            teams?: components["schemas"]["TeamDispatch"][];
            /** @default null */
            fallback_team?: string | null;
            /**
             * @description Who takes what a rule meant for people of whom nobody is there, nor anybody of the team.
             * @default null
             */
            cross_team?: string | null;
            /**
             * @description Whose hours say when somebody who is away is back; None: the first calendar of the policy.
             * @default null
             */
            calendar?: string | null;
            /**
             * @description Of a message that says nothing of its subject; None: the first type of the fallback team.
             * @default null
             */
            fallback_type?: string | null;
            /**
             * @default due
             * @enum {unknown}
             */
            order?: "due" | "priority";
        };
        /** DraftFinding */
        DraftFinding: {
            /** @description Where in the bundle, such as `types.technical.workflow`. */
            path: string;
            code: string;
            /** @enum {unknown} */
            severity: "error" | "warning";
            params: Record<string, unknown>;
            /** @description What is wrong. */
            text: {
                [key: string]: string;
            };
            /** @description What to do about it. */
            remedy: {
                [key: string]: string;
            };
            section: string;
            /** @description The key of the entry in which it stands; None: it is of the whole section. */
            entry: string | null;
            /** @description The thing in which it stands, in words: the entry, or the section. */
            what: {
                [key: string]: string;
            };
        };
        /** DraftSection */
        DraftSection: {
            /** @description As the member of `PolicyBundle` of this name. It is checked when it is read again and when it is published. */
            value: unknown;
            /**
             * @description The section as `value` was made from it: what others changed of other entries since then stays. None: as
             *     `If-Match` names it, or nothing is saved.
             * @default null
             */
            base?: unknown;
            /**
             * @description Of what clashed with the version that `If-Match` names.
             * @default {}
             */
            choices?: {
                [key: string]: "theirs" | "yours";
            };
        };
        /** DraftView */
        DraftView: {
            /** @description The release in force, on top of which the draft would be published. */
            release: number;
            /** @description Of the whole draft, for `If-Match`. */
            version: number;
            sections: components["schemas"]["DraftedSection"][];
            /** @description What would change; the first 200 of `count`. */
            changes: components["schemas"]["PolicyChange"][];
            count: number;
            findings: components["schemas"]["DraftFinding"][];
            publishable: boolean;
        };
        /** DraftedSection */
        DraftedSection: {
            section: string;
            /**
             * @description `unusable`: this version cannot read it; `gone`: it knows no such section. Both can only be discarded.
             * @enum {unknown}
             */
            state: "draft" | "gone" | "unusable";
            /** @description For `If-Match`. */
            version: number;
            /** @description The release that the draft was begun on. */
            base: number;
            /**
             * @description What a release since changed too (`theirs`): somebody chooses before the draft is published. Whatever else it
             *     changed is part of the draft.
             */
            clashes: components["schemas"]["ClashView"][];
            /** @description Whether all that is drafted in it is the reader's to edit. */
            may_discard: boolean;
            /** @description Whether all that clashes is. */
            may_choose: boolean;
            author_id: number | null;
            /** Format: date-time */
            updated_at: string;
            /** @description What to do about a draft that cannot be used. */
            remedy: {
                [key: string]: string;
            } | null;
        };
        /**
         * DueCalendar
         * @description The open tickets of a list by the day on which their next running promise is due.
         */
        DueCalendar: {
            /** @description In which the days are told. */
            zone: string;
            /** @description Those that have tickets, in order. */
            days: components["schemas"]["DueDay"][];
        };
        /**
         * DueDay
         * @description What falls due on one day.
         */
        DueDay: {
            /** Format: date */
            day: string;
            /** @description Exact below 1,000, which means so many or more. */
            count: number;
            /** @description The first of them, nearest due first. */
            rows: components["schemas"]["TicketRow"][];
        };
        /**
         * DutyShift
         * @description Either of days of the week, 1 being Monday, or of one date, whose shifts replace those of its weekday. One that
         *     does not end after it begins ends on the next day.
         */
        DutyShift: {
            /** @description Null, for a date only: nobody is on duty on it. */
            person_id: number | null;
            /** @default [] */
            weekdays?: number[];
            /** @default null */
            on_date?: string | null;
            /** @example 18:00 */
            begins: string;
            /** @example 18:00 */
            ends: string;
        };
        /**
         * DutyWatch
         * @description A stretch of time. Where all `people` are `away`, or there are none, nobody is on duty.
         */
        DutyWatch: {
            /** Format: date-time */
            from_at: string;
            /** Format: date-time */
            until_at: string;
            people: number[];
            /** @description Of them those who are on leave. */
            away: number[];
        };
        /** EditNoteRequest */
        EditNoteRequest: {
            text: string;
        };
        /**
         * EscalateAction
         * @description Fire a level of the ticket's ladder.
         */
        EscalateAction: {
            /** @enum {unknown} */
            do: "escalate";
            level: string;
        };
        /** EscalatedTicket */
        EscalatedTicket: {
            number: string;
            title: string;
            priority: string;
            level: string;
            assignee: components["schemas"]["PersonRef"] | null;
            next_due_at: string | null;
        };
        /**
         * Fault
         * @description One faulty field; further members are the bounds that it broke, depending on `code`.
         */
        Fault: {
            /** @description Where it stands in the body, or the name of the parameter or header. */
            field: string;
            code: string;
            title: string;
            remedy: string;
        };
        /**
         * FieldState
         * @description What a form says of a field now.
         */
        FieldState: {
            key: string;
            visible: boolean;
            required: boolean;
            read_only: boolean;
        };
        /** FileColumn */
        FileColumn: {
            heading: string;
            /** @description Which column of the kind it is; null: it is left out. */
            column: string | null;
        };
        /**
         * FileRef
         * @description A file as a reader gets it: `url` is signed for them and expires.
         */
        FileRef: {
            /** @description Of an upload: what attaches it. Of a message's file: what tells it from others. */
            id: string;
            name: string;
            type: string;
            size: number;
            url: string;
            /** @description The message's HTML shows it in place, as `cid:` and its `content_id`; all others are listed beside it. */
            inline: boolean;
            /** @description Of a part of a mail. An address `cid:…` names it once it is percent-decoded. */
            content_id: string | null;
        };
        /** FindingView */
        FindingView: {
            /** @description Where in the bundle, such as `types.technical.workflow`. */
            path: string;
            code: string;
            /** @enum {unknown} */
            severity: "error" | "warning";
            params: Record<string, unknown>;
            /** @description What is wrong. */
            text: {
                [key: string]: string;
            };
            /** @description What to do about it. */
            remedy: {
                [key: string]: string;
            };
        };
        /** Findings */
        Findings: {
            findings: components["schemas"]["FindingView"][];
            /** @description Whether none of them is an error. */
            publishable: boolean;
        };
        /** FinishFollowUpRequest */
        FinishFollowUpRequest: {
            /** @enum {unknown} */
            outcome: "alerted" | "called_back";
            /** @default  */
            note?: string;
        };
        /**
         * FinishMailboxSignIn
         * @description What stands in the address that the provider sent them back to.
         */
        FinishMailboxSignIn: {
            state: string;
            /** @default null */
            code?: string | null;
            /** @default null */
            error?: string | null;
            /**
             * @description Its `error_description`.
             * @default null
             */
            said?: string | null;
        };
        /**
         * ForeseenChange
         * @description What it would do to the first `looked_at` of its items, as things stand: how many it would `change`, how many
         *     would be `refused`, how many letters customers would get, and of how many events members would be told.
         */
        ForeseenChange: {
            looked_at: number;
            changed: number;
            refused: number;
            letters: number;
            notices: number;
            /** @description Why they would be refused, as a single request would be answered, each with the `number` of the ticket. */
            problems: Record<string, unknown>[];
        };
        /**
         * Form
         * @description What is filled in at one step, in this order. A field that is not on the form is not filled in there.
         */
        Form: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /**
             * @description `agent`: at the desk, through the API, by import and by rules. `portal`: by customers on the portal.
             * @default agent
             * @enum {unknown}
             */
            filled_by?: "agent" | "portal";
            /**
             * @description `open`, `work`, `resolve`, or a status by its key. A step without a form has that of the step before.
             * @default open
             */
            step?: string;
            /**
             * @description Ticket types; empty: those that have no form of their own for this step.
             * @default []
             */
            types?: string[];
            /** @default [] */
            fields?: components["schemas"]["FormEntry"][];
        };
        /**
         * FormEntry
         * @description A custom field on a form.
         */
        FormEntry: {
            field: string;
            /** @default always */
            visible?: ("always" | "never") | components["schemas"]["Condition"];
            /**
             * @description Counts while it is visible. When a ticket is opened, forms, API and import are refused without it; channels open
             *     with `incomplete` instead (spec 02).
             * @default never
             */
            required?: ("always" | "never") | components["schemas"]["Condition"];
            /** @default never */
            read_only?: ("always" | "never") | components["schemas"]["Condition"];
        };
        /**
         * FormField
         * @description A custom field of a form.
         */
        FormField: {
            key: string;
            name: {
                [key: string]: string;
            };
            kind: string;
            required: boolean;
            help: {
                [key: string]: string;
            };
            choices: Record<string, unknown>[];
        };
        /**
         * FormSent
         * @description A form has become a ticket.
         */
        FormSent: {
            number: string;
            /**
             * @description For who is signed in, where the ticket can be followed. For a guest the address of a receipt, which opens
             *     nothing: the link that does is mailed.
             */
            link: string;
            /** @description A link that opens the ticket goes to the mail address. */
            mailed: boolean;
        };
        /**
         * FormTemplate
         * @description A common concern: what a form begins with, and asks for besides.
         */
        FormTemplate: {
            key: string;
            name: {
                [key: string]: string;
            };
            type: string;
            title: {
                [key: string]: string;
            };
            text: {
                [key: string]: string;
            };
            /** @description What the customer is asked for besides. */
            note: {
                [key: string]: string;
            };
            values: Record<string, unknown>;
            /** @description Those that it shows beside the form of its type. */
            fields: components["schemas"]["FormField"][];
        };
        /**
         * FormType
         * @description A type of ticket that customers may choose, with its form.
         */
        FormType: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @description Those that it can show. `required`: in any case. */
            fields: components["schemas"]["FormField"][];
            /** @description Whether which of them it shows and requires depends on what is filled in: `POST /portal/forms/state` says. */
            asks: boolean;
        };
        /** ForwardApproval */
        ForwardApproval: {
            person_id: number;
            /** @default  */
            why?: string;
        };
        /**
         * Forwarded
         * @description Who wrote the request that a message passes on.
         */
        Forwarded: {
            name: string;
            address: string;
        };
        /**
         * FoundPerson
         * @description A customer.
         */
        FoundPerson: {
            id: number;
            name: string;
            tier: string;
            mail: string | null;
            phone: string | null;
            organisations: string[];
        };
        /** FoundRecords */
        FoundRecords: {
            tickets: components["schemas"]["FoundTicket"][];
            customers: components["schemas"]["FoundPerson"][];
        };
        /** FoundTicket */
        FoundTicket: {
            number: string;
            title: string;
            type: string;
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            requester: components["schemas"]["PersonRef"];
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * GrantBody
         * @description Actions on a scope. `led`: the teams that somebody leads. `keys` narrows `team` and `type`.
         */
        GrantBody: {
            scope: ("all" | "department" | "organisation" | "own" | "participating" | "team" | "type") | "led";
            actions: string[];
            /** @default [] */
            keys?: string[];
        };
        /**
         * Ground
         * @description A scope that lets them see it.
         */
        Ground: {
            scope: string;
            /** @description Only certain teams or types, of which the ticket's is one. */
            is_narrowed: boolean;
        };
        /** HandOver */
        HandOver: {
            agent_id: number;
        };
        /**
         * HeldLeave
         * @description A leave for which they stand in.
         */
        HeldLeave: {
            person: components["schemas"]["PersonRef"];
            /** Format: date-time */
            from_at: string;
            /** Format: date-time */
            until_at: string;
        };
        /**
         * HeldSeat
         * @description A team that they lead, or a department that they head.
         */
        HeldSeat: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @description Nobody else does. */
            is_only: boolean;
        };
        /** HistoryRow */
        HistoryRow: {
            number: string;
            title: string;
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * HoldReply
         * @description A public reply that waits before it goes out.
         */
        HoldReply: {
            text: string;
            /** @default null */
            html?: string | null;
            /** @default [] */
            files?: string[];
            /** @default [] */
            mentions?: number[];
            /**
             * @description All who are in them are mentioned: at most 50 people together.
             * @default []
             */
            mention_teams?: string[];
            /**
             * @description The version of the draft that it is: it goes in the same step, unless it was written further since.
             * @default null
             */
            draft?: number | null;
            /** @default [] */
            cc?: string[];
            /**
             * @description The conversation that it answers; by default the one of this ticket in which the customer wrote last.
             * @default null
             */
            conversation_id?: number | null;
            /**
             * @description The status that the ticket moves to in the same step; null: it stays.
             * @default null
             */
            to?: string | null;
            /**
             * @description Custom fields that are set in the same step, for `to` alone.
             * @default {}
             */
            fields?: Record<string, unknown>;
            /** @description Seconds in which it can be taken back. It goes out earlier where a promise would be broken meanwhile. */
            wait_s: number;
        };
        /**
         * Holdings
         * @description Counts go up to 9,999. Drafts are theirs alone; nobody else reads them.
         */
        Holdings: {
            open_tickets: number;
            /** @description Of the open ones, those that wait for the customer. */
            waiting_tickets: number;
            /** @description Open ones. */
            watched_tickets: number;
            drafts: number;
            /** @description Whose dedicated agent they are. */
            customers: number;
            /** @description That are not over. */
            conversations: number;
            sessions: number;
            /** @description That still open something. */
            tokens: number;
            shared_views: number;
            leads: components["schemas"]["HeldSeat"][];
            heads: components["schemas"]["HeldSeat"][];
            manages: components["schemas"]["PersonRef"][];
            stands_in: components["schemas"]["HeldLeave"][];
        };
        /** ImportColumn */
        ImportColumn: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            needed: "always" | "never" | "when_new";
            /** @description What is there is found by it; a row has to fill in one such column. */
            identifies: boolean;
            example: string;
            note: {
                [key: string]: string;
            } | null;
            /** @description Null: anything of its kind. */
            choices: {
                [key: string]: string;
            }[] | null;
        };
        /** ImportDetail */
        ImportDetail: {
            id: number;
            kind: string;
            file: string;
            form: string;
            /** @description Of a text its encoding and what parts its cells, of a workbook the name of the sheet. */
            detail: string;
            rows: number;
            columns: components["schemas"]["FileColumn"][];
            /** @description The first rows; in a list none. */
            first: components["schemas"]["RowInFile"][];
            /** @description The trial under the present meaning of the columns. */
            check: components["schemas"]["ImportWork"] | null;
            run: components["schemas"]["ImportWork"] | null;
            /** @description Null: it was brought in on the command line. */
            actor_id: number | null;
            actor_name: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description Its rows are kept for 30 days, and not any more since then. */
            forgotten_at: string | null;
            version: number;
        };
        /** ImportKindDetail */
        ImportKindDetail: {
            key: string;
            name: {
                [key: string]: string;
            };
            columns: components["schemas"]["ImportColumn"][];
            /** @description Starting it takes a password that was shown lately. */
            is_sensitive: boolean;
            /** @description Whom it brings in can be invited as it starts. */
            may_invite: boolean;
        };
        /** ImportList */
        ImportList: {
            items: components["schemas"]["ImportDetail"][];
            /** @description For the next page; null: this is the last. */
            before: number | null;
        };
        /**
         * ImportWork
         * @description How far an operation is with the rows; it is cancelled like any other, by `operation_id`.
         */
        ImportWork: {
            operation_id: number;
            /** @enum {unknown} */
            state: "cancelled" | "cancelling" | "done" | "failed" | "planned" | "running" | "waiting";
            total: number;
            added: number;
            changed: number;
            unchanged: number;
            refused: number;
        };
        /**
         * IncomingMail
         * @description A mail that came in, and what became of it.
         */
        IncomingMail: {
            id: number;
            /** @description The mailbox; null of one that was imported. */
            account_id: number | null;
            /** Format: date-time */
            received_at: string;
            subject: string;
            sender: string;
            /** @description Who wrote it: `person`, `auto_reply`, `automatic`, `bounce` or `feedback`. */
            kind: string;
            /** @enum {unknown} */
            state: "created" | "duplicate" | "ignored" | "quarantined" | "received" | "threaded";
            /** @description Why it made nothing: the code of a refusal, or a word for what it is. */
            reason: string | null;
            /** @description Number of the ticket that it made, joined or concerns. */
            ticket: string | null;
        };
        /** JoinOrganisation */
        JoinOrganisation: {
            person_id: number;
            /**
             * @description They read and answer all tickets of the organisation on the portal.
             * @default false
             */
            is_admin?: boolean;
        };
        /** Ladder */
        Ladder: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /** @default null */
            when?: components["schemas"]["Condition"] | null;
            levels: components["schemas"]["Level"][];
        };
        /**
         * LastWordView
         * @description Who spoke last where the customer hears it; no automatic answer counts.
         */
        LastWordView: {
            /** @enum {unknown} */
            by: "agent" | "ai" | "customer";
            /** @description Of the staff. */
            person_id: number | null;
            /** Format: date-time */
            at: string;
        };
        /** LeaveDetail */
        LeaveDetail: {
            id: number;
            /** Format: date-time */
            from_at: string;
            /** Format: date-time */
            until_at: string;
            substitute_id: number | null;
        };
        /** Level */
        Level: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /** @description None: by hand or by a status limit only. */
            on: (components["schemas"]["OnUnassigned"] | components["schemas"]["OnClock"] | components["schemas"]["AfterLevel"]) | null;
            to: string[];
            /** @enum {unknown} */
            colour: "orange" | "red" | "yellow";
            /** @default [] */
            actions?: (components["schemas"]["RouteAction"] | components["schemas"]["ReassignAction"] | components["schemas"]["RemindAction"] | components["schemas"]["EscalateAction"] | components["schemas"]["TellCustomerAction"] | components["schemas"]["MoveAction"] | components["schemas"]["SetFieldAction"] | components["schemas"]["AddTagsAction"] | components["schemas"]["SetTeamAction"] | components["schemas"]["UnknownAction"])[];
        };
        /** LinkConversation */
        LinkConversation: {
            number: string;
        };
        /** LinkTickets */
        LinkTickets: {
            /**
             * @description What the ticket is to the other.
             * @enum {unknown}
             */
            kind: "blocked_by" | "blocks" | "child_of" | "duplicated_by" | "duplicates" | "followed_by" | "follows" | "incident_of" | "parent_of" | "problem_of" | "relates";
        };
        /**
         * LinkView
         * @description A ticket that the one at hand belongs together with.
         */
        LinkView: {
            /**
             * @description What the one at hand is to it.
             * @enum {unknown}
             */
            kind: "blocked_by" | "blocks" | "child_of" | "duplicated_by" | "duplicates" | "followed_by" | "follows" | "incident_of" | "parent_of" | "problem_of" | "relates";
            /** @description Why the system linked them, where it did: its writer named the other, or it probably says the same again. */
            why: ("named" | "repetition") | null;
            number: string;
            title: string;
            type: string;
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            /** Format: date-time */
            linked_at: string;
        };
        /** LintPolicy */
        LintPolicy: {
            bundle: components["schemas"]["PolicyBundle"];
        };
        /**
         * LoadClass
         * @description A capacity by class: at most `limit` open tickets of these priorities for one agent.
         */
        LoadClass: {
            key: string;
            priorities: string[];
            limit: number;
        };
        /**
         * MailboxProvider
         * @description Who grants access to mailboxes.
         */
        MailboxProvider: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @description Where one registers an application. */
            help: {
                [key: string]: string;
            };
            has_tenants: boolean;
            /** @description They are known; else they are entered. */
            has_endpoints: boolean;
        };
        /** MailboxSignInBegun */
        MailboxSignInBegun: {
            /** @description Of the provider's page, to go to. */
            url: string;
            /**
             * Format: date-time
             * @description Until when they may come back.
             */
            expires_at: string;
        };
        /** MailboxSignIns */
        MailboxSignIns: {
            /** @description To be registered with the provider: it sends members back there. */
            redirect_url: string;
            providers: components["schemas"]["MailboxProvider"][];
        };
        /** MailboxSignedIn */
        MailboxSignedIn: {
            account_id: number;
        };
        /**
         * Mailed
         * @description How the mailing of a reply stands. `POST /outbox/{id}/repeat` sends a failed or uncertain one again.
         */
        Mailed: {
            id: number;
            /** @enum {unknown} */
            state: "failed" | "queued" | "sending" | "sent" | "uncertain";
            /** @description What the receiving server or ours said last; null for a reader who may not see personal data. */
            fault: string | null;
            recipients: components["schemas"]["Recipients"];
        };
        /** MakeDepartment */
        MakeDepartment: {
            key: string;
            name: {
                [key: string]: string;
            };
            /**
             * @description None: at the top.
             * @default null
             */
            parent?: string | null;
            /** @default null */
            head_id?: number | null;
        };
        /** MakePasswordLink */
        MakePasswordLink: {
            /**
             * @description Show the link here, once, although it could be mailed: for a mail that does not arrive.
             * @default false
             */
            shown?: boolean;
        };
        /** MakeRole */
        MakeRole: {
            key: string;
            name: {
                [key: string]: string;
            };
            grants: components["schemas"]["GrantBody"][];
            /** @default [] */
            classes?: string[];
        };
        /** MakeTeam */
        MakeTeam: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default null */
            department?: string | null;
            /** @default false */
            is_roster?: boolean;
        };
        /** MakeToken */
        MakeToken: {
            name: string;
            scopes: ("admin" | "all" | "read" | "tickets:write")[];
            /** @default null */
            expires_at?: string | null;
        };
        /** MapColumns */
        MapColumns: {
            /** @description For each column of the file which of the kind's it is; null: it is left out. */
            columns: (string | null)[];
        };
        /**
         * Matrix
         * @description All that a role can grant.
         */
        Matrix: {
            groups: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            actions: components["schemas"]["ActionInfo"][];
            classes: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /**
         * Me
         * @description Who is signed in, to what, and with which rights.
         */
        Me: {
            person_id: number;
            name: string;
            mail: string | null;
            /** @enum {unknown} */
            kind: "customer" | "staff";
            locale: string;
            zone: string;
            /** @enum {unknown} */
            presence: "available" | "away" | "offline";
            /**
             * @description How they came to be offline; of `auto` a page asks whether they are back. Null: they are not, or never were
             *     there.
             */
            offline_by: ("auto" | "hand") | null;
            /** @description Seconds for which they want to be able to take back a reply that they sent; 0: it goes out at once. */
            undo_send_s: number;
            workspace: string;
            workspace_name: string;
            /** @description Behind the link to one ticket: its number. Then there is no name and no address here: nobody is signed in. */
            only_ticket: string | null;
            teams: string[];
            led_teams: string[];
            roles: string[];
            /** @description Actions that they may do somewhere; the server decides again each time. */
            permissions: string[];
            /** @description Goes back as `X-CSRF-Token` with every change. */
            csrf: string;
        };
        /** MemberDetail */
        MemberDetail: {
            id: number;
            name: string;
            mail: string;
            active: boolean;
            /** @enum {unknown} */
            presence: "available" | "away" | "offline";
            teams: string[];
            led_teams: string[];
            roles: string[];
            manager_id: number | null;
            /** @description Whose hours are their shift; null: that of their teams. */
            calendar: string | null;
            /** @description Whether the router may give them work. */
            routable: boolean;
            skills: {
                [key: string]: components["schemas"]["Skill"];
            };
            /** @description False: they were never let in by a link that they used, nor given a password. */
            has_password: boolean;
        };
        /** MemberInfo */
        MemberInfo: {
            id: number;
            name: string;
            teams: string[];
            /** @enum {unknown} */
            presence: "available" | "away" | "offline";
            /** @description False: they left, and old tickets still name them. */
            active: boolean;
        };
        /** MemberLoad */
        MemberLoad: {
            person_id: number;
            /** @description Tickets of all priorities together. */
            used: number;
        };
        /**
         * MemberWork
         * @description A member at work. Only tickets in the reader's reach are counted, but for what is in hand.
         */
        MemberWork: {
            person: components["schemas"]["PersonRef"];
            teams: string[];
            /** @enum {unknown} */
            presence: "available" | "away" | "offline";
            /** @description False: the hours of their shift are over, or have not begun; the router gives them nothing. */
            on_shift: boolean;
            /** @description Tickets of all priorities that do not wait for the customer. */
            in_hand: number;
            open: number;
            /** @description Past the last warning point of a promise, and not yet broken. */
            at_risk: number;
            breached: number;
            absent: components["schemas"]["Absence"] | null;
        };
        /** MergeCategory */
        MergeCategory: {
            key: string;
            into: string;
            /**
             * @description What becomes of those below it: they go below `into` (`along`), are merged into it `too`, or stand where
             *     `key` stood (`up`).
             * @default along
             * @enum {unknown}
             */
            below?: "along" | "too" | "up";
        };
        /** MergeCustomer */
        MergeCustomer: {
            /** @description Who turned out to be this customer. */
            merged_id: number;
        };
        /** MergeOutcome */
        MergeOutcome: {
            customer_id: number;
            /** @description How many were moved. */
            tickets: number;
            conversations: number;
        };
        /**
         * MergePreview
         * @description What a merge would do. Customers see their own conversation and no other, whatever is merged.
         */
        MergePreview: {
            /** @description Who asked: the one for both, or two. */
            customers: string[];
            /** @description Whether this reader may merge these two. */
            may_merge: boolean;
            /** @description How many messages the ticket that stays would show besides. */
            messages: number;
            /** @description How many people would follow it besides. */
            joining: number;
            /** @description Number of the one that was opened first. */
            older: string;
        };
        /** MergeProposal */
        MergeProposal: {
            customer: components["schemas"]["CustomerLine"];
            reasons: ("name_and_domain" | "name_and_organisation" | "same_mailbox" | "same_number")[];
        };
        /** MergeTicket */
        MergeTicket: {
            /** @description Number of the ticket that stands for both. */
            into: string;
            /**
             * @description It is known that two customers asked.
             * @default false
             */
            across?: boolean;
        };
        /** MessageDraftPlace */
        MessageDraftPlace: {
            /** @description Of the ticket. */
            number: string;
            /** @enum {unknown} */
            kind: "note" | "reply";
            /** Format: date-time */
            saved_at: string;
        };
        /** MessageDraftView */
        MessageDraftView: {
            /**
             * @description `sending`: a reply that waits to go out.
             * @enum {unknown}
             */
            kind: "note" | "reply" | "sending";
            text: string;
            /** @description As it was written; `cid:` and the `content_id` of one of the files is its picture. Not sanitised. */
            html: string | null;
            files: components["schemas"]["FileRef"][];
            /** @description For `If-Match`, and for `draft` of what sends it. */
            version: number;
            /**
             * Format: date-time
             * @description Of `sending`: when it was sent.
             */
            saved_at: string;
            /** @description Of `sending`: when it goes out. */
            due_at: string | null;
            /** @description Of `sending`: the status that is set in the same step. */
            to: string | null;
            /** @description Of `sending`: custom fields that are set in the same step. */
            fields: Record<string, unknown>;
        };
        /** MessageOrigin */
        MessageOrigin: {
            /** @description The address that sent it for its writer: a contact form, say. */
            through: string | null;
            forwarded: components["schemas"]["Forwarded"] | null;
            /** @description What of it could not be read or taken, by code; some with a number behind a colon: `receivers:12`. */
            notes: string[];
        };
        /** MessageView */
        MessageView: {
            id: number;
            conversation_id: number;
            channel: string;
            /** @description With whom its conversation is. */
            party: components["schemas"]["PersonRef"] | null;
            audience: string;
            /** @enum {unknown} */
            author: "agent" | "ai" | "automatic" | "customer";
            text: string;
            /**
             * @description Sanitised. A remote image has its address in `data-blocked-src`: moved to `src` it is shown, and its sender
             *     learns that it was read, so a client does that when the reader asks for it. An image `cid:…` is the one of
             *     `files` with that `content_id`.
             */
            html: string | null;
            quoted: string | null;
            files: components["schemas"]["FileRef"][];
            /** @description Null where it was not mailed. */
            delivery: components["schemas"]["Mailed"] | null;
            redacted: boolean;
            /** @description Nobody proved that the one under whose name it stands wrote it: it gives no rights, and is shown marked. */
            unverified: boolean;
            /** @description Null where there is nothing to say of it. Addresses in it are for readers of personal data. */
            origin: components["schemas"]["MessageOrigin"] | null;
            /** @description More than 1: its author put it otherwise. `GET /tickets/{number}/notes/{message_id}/versions` tells how. */
            version: number;
        };
        /** Move */
        Move: {
            to: string;
            /** @default null */
            reason?: ("confirmed" | "duplicate" | "not_needed" | "solved" | "timed_out") | null;
            /**
             * @description Custom fields that are set in the same step, such as those that the transition requires.
             * @default {}
             */
            fields?: Record<string, unknown>;
        };
        /** MoveAction */
        MoveAction: {
            /** @enum {unknown} */
            do: "move";
            status: string;
            /** @default null */
            reason?: ("confirmed" | "duplicate" | "not_needed" | "solved" | "timed_out") | null;
        };
        /** MyNotices */
        MyNotices: {
            channels: components["schemas"]["NoticeChannelInfo"][];
            meanings: components["schemas"]["NoticeMeaning"][];
            zone: string;
            quiet: components["schemas"]["QuietHours"] | null;
            days: number[];
            /** @enum {unknown} */
            digest: "daily" | "hourly" | "off";
            digest_at: string;
        };
        /** Named */
        Named: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
        };
        /** NamedCustomer */
        NamedCustomer: {
            id: number;
            name: string;
        };
        /** NewHandle */
        NewHandle: {
            /** @enum {unknown} */
            kind: "mail" | "phone";
            handle: string;
            /**
             * @description You found it to be theirs: whoever reads what is sent there may sign in as them.
             * @default false
             */
            vouched?: boolean;
        };
        /** NoteVersion */
        NoteVersion: {
            version: number;
            text: string;
            /** Format: date-time */
            at: string;
        };
        /** Notice */
        Notice: {
            id: number;
            /** @description What it means, by the keys of `GET /me/notices`. */
            kind: string;
            /** @description Of the ticket that it is about. */
            number: string | null;
            /** @description The latest of them, in each language. */
            text: {
                [key: string]: string;
            };
            /**
             * @description How many of its kind this ticket brought since the person last read their notices. Warnings, breaches and
             *     escalations count as one kind; the gravest of them is shown.
             */
            count: number;
            /** Format: date-time */
            at: string;
            read_at: string | null;
            /** @description How many notices the person has of this ticket, this one among them; 1 where it is of none. */
            of_ticket: number;
        };
        /** NoticeCell */
        NoticeCell: {
            on: boolean;
            /** @description What holds for whoever has not chosen. */
            default: boolean;
            /** @description Why it can't be switched off here; null: it can. */
            fixed: ("duty" | "escalation" | "lead") | null;
        };
        /** NoticeChannelInfo */
        NoticeChannelInfo: {
            key: string;
            name: {
                [key: string]: string;
            };
        };
        /**
         * NoticeMatrix
         * @description What can be told, and where.
         */
        NoticeMatrix: {
            channels: components["schemas"]["NoticeChannelInfo"][];
            meanings: components["schemas"]["NoticeMeaning"][];
        };
        /** NoticeMeaning */
        NoticeMeaning: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @description It waits for the end of quiet hours as little as for a digest. */
            urgent: boolean;
            channels: {
                [key: string]: components["schemas"]["NoticeCell"];
            };
        };
        /** Notices */
        Notices: {
            notices: components["schemas"]["Notice"][];
            /** @description How many are unread in all; by ticket, of how many tickets some are. */
            unread: number;
            /** @description Cursor of the next page; null at the end. */
            after: string | null;
        };
        /** OfficialYear */
        OfficialYear: {
            year: number;
            /**
             * @description Whether the notice of the State Council is known; if not, only the statutory days are, and make-up days are yet
             *     to come.
             */
            is_announced: boolean;
            source: string;
            /** @description In order, as overrides of a calendar. */
            days: components["schemas"]["Day"][];
        };
        /** OldHandle */
        OldHandle: {
            /** @enum {unknown} */
            kind: "mail" | "phone";
            handle: string;
        };
        /** OnClock */
        OnClock: {
            /** @enum {unknown} */
            on: "clock";
            /** @enum {unknown} */
            metric: "accept" | "first_response" | "next_response" | "resolution" | "stage" | "update";
            percent: number;
            /**
             * @description Fires only while the ticket stands in one of these; empty: any.
             * @default []
             */
            phases?: string[];
        };
        /** OnUnassigned */
        OnUnassigned: {
            /** @enum {unknown} */
            on: "unassigned";
            after_s: number;
        };
        /**
         * OpenChild
         * @description What is left out the child has from its parent.
         */
        OpenChild: {
            title: string;
            /** @default  */
            text?: string;
            /** @default null */
            team?: string | null;
            /** @default null */
            category?: string | null;
            /** @default null */
            priority?: string | null;
            /**
             * @description The customer of the parent asks for the child too, and is told of it; else it is the member's own.
             * @default false
             */
            for_requester?: boolean;
        };
        /**
         * OpenFromConversation
         * @description What is left out is read from what was said, then the type's default.
         */
        OpenFromConversation: {
            /** @default  */
            title?: string;
            /** @default null */
            type?: string | null;
            /** @default null */
            category?: string | null;
            /** @default null */
            priority?: string | null;
            /** @default null */
            team?: string | null;
            /** @default {} */
            fields?: Record<string, unknown>;
            /** @default [] */
            tags?: string[];
        };
        /** OpenTicket */
        OpenTicket: {
            title: string;
            /** @default  */
            text?: string;
            /**
             * @description None: the actor themselves asks.
             * @default null
             */
            requester?: components["schemas"]["Requester"] | null;
            /** @default null */
            type?: string | null;
            /** @default null */
            category?: string | null;
            /** @default null */
            priority?: string | null;
            /** @default null */
            team?: string | null;
            /** @default null */
            assignee_id?: number | null;
            /** @default {} */
            fields?: Record<string, unknown>;
            /**
             * @description That gives what is left out, and asks for fields.
             * @default null
             */
            template?: string | null;
            /** @default [] */
            tags?: string[];
            /** @default [] */
            files?: string[];
        };
        /**
         * OpenTickets
         * @description Each row stands or falls by itself, in its shape too.
         */
        OpenTickets: {
            tickets: components["schemas"]["OpenTicket"][];
        };
        /** OpenedFromConversation */
        OpenedFromConversation: {
            number: string;
            version: number;
        };
        /**
         * OperationDetail
         * @description `planned` until it is started; after a day without that it is `cancelled`. `done` counts items that
         *     changed, `unchanged` those that were so already.
         */
        OperationDetail: {
            id: number;
            kind: string;
            /** @enum {unknown} */
            state: "cancelled" | "cancelling" | "done" | "failed" | "planned" | "running" | "waiting";
            total: number;
            done: number;
            failed: number;
            unchanged: number;
            undoes: number | null;
            fault: string | null;
            /** Format: date-time */
            created_at: string;
            ended_at: string | null;
            /** @description Of a preview: what was named and is not there, or may not be seen. */
            unknown: string[];
            /** @description Nobody is told of what it does. */
            silent: boolean;
            /** @description The system began it; nobody starts, cancels or undoes it. */
            by_system: boolean;
            /** @description Of a preview. */
            foreseen: components["schemas"]["ForeseenChange"] | null;
        };
        /** Organisation */
        Organisation: {
            id: number;
            name: string;
            tier: string;
        };
        /** OrganisationLine */
        OrganisationLine: {
            id: number;
            name: string;
            tier: string;
            mail_domains: string[];
            members: number;
            version: number;
        };
        /** OrganisationMember */
        OrganisationMember: {
            id: number;
            name: string;
            tier: string;
            is_admin: boolean;
        };
        /** OrganisationPage */
        OrganisationPage: {
            items: components["schemas"]["OrganisationLine"][];
            after: string | null;
        };
        /** OrganisationRecord */
        OrganisationRecord: {
            id: number;
            name: string;
            tier: string;
            mail_domains: string[];
            /** @description A page of those whom the reader may see. */
            members: components["schemas"]["OrganisationMember"][];
            /** @description For the next page of members. */
            after: number | null;
            can_manage: boolean;
            /** @description Whether the reader may make somebody administer it. */
            can_let_in: boolean;
            version: number;
        };
        /**
         * Original
         * @description A message, read as far as it can be, and its source.
         */
        Original: {
            sender: string;
            subject: string;
            text: string;
            files: string[];
            source: string;
            size: number;
            /** @description The source is longer than what is shown of it. */
            is_cut: boolean;
        };
        /**
         * OutboxDetail
         * @description A delivery whole, with what it says.
         */
        OutboxDetail: {
            item: components["schemas"]["OutboxItem"];
            external_id: string | null;
            subject: string | null;
            text: string;
            files: string[];
            also: string[];
        };
        /**
         * OutboxItem
         * @description A line of the visible queue.
         */
        OutboxItem: {
            id: number;
            kind: string;
            /** @description By which it goes. */
            account_id: number | null;
            /** @description Of the ticket. */
            number: string | null;
            recipient: string;
            /** @enum {unknown} */
            state: "failed" | "queued" | "sending" | "sent" | "stopped" | "uncertain";
            attempts: number;
            next_at: string | null;
            sent_at: string | null;
            fault: string | null;
            repeated: boolean;
            /** Format: date-time */
            created_at: string;
        };
        /**
         * Outcome
         * @description What a command decided: the ticket as it stands after it. The whole of it is read at its own address.
         */
        Outcome: {
            number: string;
            version: number;
            title: string;
            type: string;
            category: string | null;
            priority: string;
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            team: string | null;
            assignee_id: number | null;
            tags: string[];
            incomplete: string[];
            /** @description The clocks that the command set or changed. */
            clocks: components["schemas"]["ClockSummary"][];
            /** @description Of the message that it added. */
            message_id: number | null;
        };
        /**
         * OwnWords
         * @description What a customer adds, or why it is not solved.
         */
        OwnWords: {
            /** @default  */
            text?: string;
            /** @default [] */
            files?: string[];
        };
        /** Page */
        Page: {
            rows: components["schemas"]["TicketRow"][];
            /** @description Cursor of the next page; null at the end. */
            after: string | null;
            /** @description The order that it is in. */
            sort: string;
            /** @enum {unknown} */
            order: "asc" | "desc";
        };
        /** PasswordLink */
        PasswordLink: {
            token: string;
        };
        /**
         * PasswordLinkFor
         * @description Whom the link is for.
         */
        PasswordLinkFor: {
            name: string;
            mail: string;
            workspace_name: string;
        };
        /** PasswordLinkInfo */
        PasswordLinkInfo: {
            mail: string;
            /** @description It went to `mail`. Else no mailbox sends, or it was asked to be shown. */
            mailed: boolean;
            /** @description Shown this once, where it was not mailed: hand it over. */
            link: string | null;
            /** Format: date-time */
            expires_at: string;
        };
        /** PeoplePresent */
        PeoplePresent: {
            /** @description Who else is there. */
            people: components["schemas"]["Present"][];
        };
        /** PersonRef */
        PersonRef: {
            id: number;
            name: string;
        };
        /**
         * PlaceOfRight
         * @description Where an action may be done; `keys`: the teams or types that it is narrowed to.
         */
        PlaceOfRight: {
            /** @enum {unknown} */
            scope: "all" | "department" | "organisation" | "own" | "participating" | "team" | "type";
            /** @default [] */
            keys?: string[];
        };
        /** PlanDuty */
        PlanDuty: {
            /** @description Whose clock the hours are of. */
            zone: string;
            /** @description None: all members are on duty, always. */
            shifts: components["schemas"]["DutyShift"][];
        };
        /** PolicyBundle */
        PolicyBundle: {
            /** @default 1 */
            schema?: number;
            /** @default [] */
            types?: components["schemas"]["TicketType"][];
            /** @default [] */
            fields?: components["schemas"]["CustomField"][];
            /** @default [] */
            forms?: components["schemas"]["Form"][];
            /** @default [] */
            templates?: components["schemas"]["TicketTemplate"][];
            /** @default [] */
            categories?: components["schemas"]["Category"][];
            /** @default [] */
            priorities?: components["schemas"]["Priority"][];
            /** @default [] */
            checklists?: components["schemas"]["Checklist"][];
            /** @default [] */
            workflows?: components["schemas"]["Workflow"][];
            /** @default [] */
            calendars?: components["schemas"]["Calendar"][];
            /** @default [] */
            sla?: components["schemas"]["SlaPolicy"][];
            /** @default [] */
            ladders?: components["schemas"]["Ladder"][];
            /** @default [] */
            routing?: components["schemas"]["RoutingRule"][];
            /** @default {} */
            dispatch?: components["schemas"]["Dispatch"];
            /** @default [] */
            automations?: components["schemas"]["Automation"][];
            /** @default {} */
            rating?: components["schemas"]["RatingRules"];
        };
        /** PolicyChange */
        PolicyChange: {
            section: string;
            /** @description The key of the entry; None: the section has none, or all are meant. */
            entry: string | null;
            path: string;
            kind: string;
            /** @description The change in a sentence. */
            text: {
                [key: string]: string;
            };
        };
        /**
         * PortalInfo
         * @description What the portal needs before anybody signed in.
         */
        PortalInfo: {
            workspace: string;
            locale: string;
            /** @description Whether anything is mailed from here: where not, no page speaks of a mail. */
            mails: boolean;
            types: components["schemas"]["FormType"][];
            templates: components["schemas"]["FormTemplate"][];
        };
        /**
         * PortalMessage
         * @description What was exchanged with the customer.
         */
        PortalMessage: {
            id: number;
            /** Format: date-time */
            at: string;
            /** @description The reader wrote it. */
            mine: boolean;
            author: string;
            /** @enum {unknown} */
            kind: "agent" | "automatic" | "customer";
            text: string;
            html: string | null;
            files: components["schemas"]["FileRef"][];
        };
        /**
         * PortalRow
         * @description A ticket in the customer's list.
         */
        PortalRow: {
            number: string;
            title: string;
            status: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            created_at: string;
        };
        /**
         * PortalTicket
         * @description A ticket as its customer sees it.
         */
        PortalTicket: {
            number: string;
            title: string;
            status: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            type: {
                [key: string]: string;
            };
            /** @description Name of the person, else of the team, who is responsible now. */
            responsible: string | null;
            next_step: {
                [key: string]: string;
            };
            /** @description By when they are promised an answer, where one is owed; it may have passed. */
            answer_due_at: string | null;
            /** @description By when they are promised the solution; null while the promise rests, such as while we wait for them. */
            solution_due_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            closed_at: string | null;
            steps: components["schemas"]["StepView"][];
            status_names: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            messages: components["schemas"]["PortalMessage"][];
            /** @description The reader came by the mailed link, and has not said yet that the words are theirs (`ownWords`). */
            asks_who: boolean;
            rating: number | null;
            /** @description Until when it may be rated, or rated anew; null: not closed yet. */
            rating_until: string | null;
            can_reply: boolean;
            can_confirm: boolean;
            can_reopen: boolean;
            /** @description Until when a closed one is taken up again itself; later a new ticket follows it. Null: it is not closed. */
            reopen_until: string | null;
            /** @description Another ticket of the same requester that stands for this one since they were merged. */
            merged_into: string | null;
            can_rate: boolean;
            /** @description Those that belong on the portal. */
            fields: Record<string, unknown>;
        };
        /** Present */
        Present: {
            id: number;
            name: string;
            /** @enum {unknown} */
            mode: "replying" | "viewing";
        };
        /**
         * PreviewOperation
         * @description What is to be done, by its kind; `params` are the kind's.
         */
        PreviewOperation: {
            kind: string;
            /** @default {} */
            params?: Record<string, unknown>;
            /**
             * @description Tell nobody: no letters to customers, no notices to the staff. What was escalated or falls due later is told.
             * @default false
             */
            silent?: boolean;
        };
        /** PreviewRole */
        PreviewRole: {
            grants: components["schemas"]["GrantBody"][];
            /** @default [] */
            classes?: string[];
        };
        /** Priority */
        Priority: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /** @description 0 is the most urgent. */
            rank: number;
            /** @enum {unknown} */
            colour: "blue" | "green" | "grey" | "orange" | "red" | "yellow";
            /** @default {} */
            definition?: {
                [key: string]: string;
            };
            /** @default {} */
            examples?: {
                [key: string]: string;
            };
            /**
             * @description Words that speak for this priority in a customer's text; lower case.
             * @default []
             */
            words?: string[];
        };
        /**
         * Problem
         * @description What every error answer looks like (RFC 9457); further members depend on `code`.
         */
        Problem: {
            /** @description Where the problem is explained, on this server. */
            type: string;
            title: string;
            status: number;
            /** @description Stable; what programs tell problems apart by. */
            code: string;
            /** @description What to do about it, in the reader's language. */
            remedy: string;
            faults: components["schemas"]["Fault"][];
        };
        /**
         * ProblemOfItem
         * @description `subject` is the id of what it was to be done to; `problem` as a single request would be answered, with the
         *     `number` of the ticket, where it is one.
         */
        ProblemOfItem: {
            position: number;
            subject: number;
            problem: Record<string, unknown>;
        };
        /**
         * Prove
         * @description One's password, shown again.
         */
        Prove: {
            password: string;
        };
        /** PublishDraft */
        PublishDraft: {
            /** @default  */
            note?: string;
        };
        /** PublishPolicy */
        PublishPolicy: {
            bundle: components["schemas"]["PolicyBundle"];
            /** @default  */
            note?: string;
            /**
             * @description The release that the bundle was made from; refused when another was published since. None: any.
             * @default null
             */
            base?: number | null;
        };
        /** PublishedAnswer */
        PublishedAnswer: {
            release: number;
        };
        /** PutAwayRequest */
        PutAwayRequest: {
            /**
             * @description Whether it is taken out instead.
             * @default false
             */
            out?: boolean;
        };
        /**
         * QuietHours
         * @description From, until; over midnight where `until` is earlier in the day.
         */
        QuietHours: {
            start: string;
            until: string;
        };
        /** RateConversation */
        RateConversation: {
            score: number;
            /** @default  */
            comment?: string;
        };
        /** RateRequest */
        RateRequest: {
            score: number;
            /** @default  */
            comment?: string;
        };
        /** Rating */
        Rating: {
            score: number;
            /** @default  */
            comment?: string;
        };
        /** RatingRules */
        RatingRules: {
            /**
             * @description A score up to this asks the assignee, else the lead, for a follow-up; 0: none does.
             * @default 2
             */
            low?: number;
            /**
             * @description Days after the close until which a customer may rate, and change their rating.
             * @default 7
             */
            change_days?: number;
        };
        /**
         * ReadNotices
         * @description Exactly one of them.
         */
        ReadNotices: {
            /**
             * @description The newest notice that was seen: it and all older ones count as read.
             * @default null
             */
            up_to?: number | null;
            /**
             * @description All notices of this ticket count as read.
             * @default null
             */
            number?: string | null;
            /**
             * @description This notice alone counts as read.
             * @default null
             */
            id?: number | null;
        };
        /**
         * ReassignAction
         * @description Take the ticket from its assignee and let the router choose another.
         */
        ReassignAction: {
            /** @enum {unknown} */
            do: "reassign";
        };
        /**
         * Receipt
         * @description What is said to whoever sent a form, whoever they are.
         */
        Receipt: {
            number: string;
            /** @enum {unknown} */
            status: "received";
            /** @description The link that opens the ticket went to the mail address that was given. */
            mailed: boolean;
        };
        /**
         * Recipients
         * @description Whom a mail goes to. A reader who may not see personal data is told that there are some, and not which.
         */
        Recipients: {
            to: string | null;
            cc: string[];
        };
        /** RedeemLink */
        RedeemLink: {
            token: string;
        };
        /** ReleaseDetail */
        ReleaseDetail: {
            number: number;
            note: string;
            /** @description None: the system, such as when the workspace was made. */
            author_id: number | null;
            /** Format: date-time */
            published_at: string;
            /** @description The release that it followed. */
            before: number | null;
            /** @description What it changed; the first 200 of `count`. */
            changes: components["schemas"]["PolicyChange"][];
            count: number;
            /** @description Whether this version can still read it and the one before; else nothing is told of what it changed. */
            is_readable: boolean;
        };
        /** ReleaseInfo */
        ReleaseInfo: {
            number: number;
            note: string;
            /** @description None: the system, such as when the workspace was made. */
            author_id: number | null;
            /** Format: date-time */
            published_at: string;
        };
        /** ReleaseText */
        ReleaseText: {
            release: number;
            yaml: string;
        };
        /**
         * RemindAction
         * @description Tell people of the staff, in the app.
         */
        RemindAction: {
            /** @enum {unknown} */
            do: "remind";
            to: string[];
            text: {
                [key: string]: string;
            };
        };
        /** ReopenRequest */
        ReopenRequest: {
            /**
             * @description What is still wrong, in the requester's or agent's words; becomes a message.
             * @default
             */
            text?: string;
        };
        /**
         * Reopening
         * @description From a closed status, within the window; afterwards a linked follow-up is opened instead.
         */
        Reopening: {
            to: string;
            window_s: number;
            /**
             * @default [
             *       "requester",
             *       "lead"
             *     ]
             */
            who?: string[];
        };
        /** ReplyOwner */
        ReplyOwner: {
            id: number;
            name: string;
        };
        /** ReplyVariable */
        ReplyVariable: {
            key: string;
            name: {
                [key: string]: string;
            };
        };
        /**
         * Requester
         * @description Who asks: a known person by `id`, or a customer by mail or phone, found or made.
         */
        Requester: {
            /** @default null */
            id?: number | null;
            /** @default null */
            mail?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default  */
            name?: string;
        };
        /**
         * Resolve
         * @description With a last public reply that goes out with the notice; it may be empty.
         */
        Resolve: {
            /** @default  */
            text?: string;
            /** @default null */
            html?: string | null;
            /** @default [] */
            files?: string[];
            /** @default [] */
            mentions?: number[];
            /** @default [] */
            cc?: string[];
            /**
             * @description Custom fields that are set in the same step.
             * @default {}
             */
            fields?: Record<string, unknown>;
        };
        /** RetireChannelAccount */
        RetireChannelAccount: {
            /**
             * @description The account, of the same kind, by which its conversations go on and what waits is sent. It may be left out only
             *     where nothing waits.
             * @default null
             */
            successor_id?: number | null;
        };
        /** RoleDetail */
        RoleDetail: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @description Each {scope, actions, keys}. */
            grants: Record<string, unknown>[];
            /** @description Field classes that it opens. */
            classes: string[];
            /** @description It comes with the product: copied, never changed. */
            is_shipped: boolean;
            /** @description Borne by being a customer; never given to a member. */
            is_of_customers: boolean;
            /** @description Members who have it. */
            bearers: number;
            /** @description For `If-Match`. */
            version: number;
        };
        /**
         * RoleForeseen
         * @description `people`: for whom something would change, of the first `looked_at` of all `bearers`. Whoever has the same
         *     right by another role loses nothing.
         */
        RoleForeseen: {
            bearers: number;
            looked_at: number;
            people: components["schemas"]["BearerMoved"][];
        };
        /** RollBack */
        RollBack: {
            to: number;
            /**
             * @description The release in force that its author saw; refused when another was published since. None: any.
             * @default null
             */
            base?: number | null;
        };
        /** RollbackPreview */
        RollbackPreview: {
            to: number;
            /** @description The release in force, for `base`. */
            current: number;
            /** @description The releases that it takes back, latest first; the last hundred. */
            lost: components["schemas"]["ReleaseInfo"][];
            /** @description What it would change of the policy in force; the first 200 of `count`. */
            changes: components["schemas"]["PolicyChange"][];
            count: number;
        };
        /** RosterDetail */
        RosterDetail: {
            key: string;
            name: {
                [key: string]: string;
            };
            members: number[];
            /** @description Now, whether they are there or not. */
            on_duty: number[];
            zone: string;
            shifts: components["schemas"]["DutyShift"][];
            /** @description For `If-Match`. */
            version: number;
        };
        /**
         * RouteAction
         * @description Try assignment again, now.
         */
        RouteAction: {
            /** @enum {unknown} */
            do: "route";
        };
        /**
         * RoutingDecision
         * @description One line of the ledger behind “why them?”.
         */
        RoutingDecision: {
            /** Format: date-time */
            at: string;
            /** @enum {unknown} */
            step: "agent" | "team";
            way: string;
            rule: string | null;
            chosen_team: string | null;
            chosen: components["schemas"]["PersonRef"] | null;
            /** @description Sentences, each {zh-CN, en}. */
            reasons: {
                [key: string]: string;
            }[];
            candidates: components["schemas"]["Candidate"][];
        };
        /**
         * RoutingRule
         * @description Ordered; the first whose condition matches decides. A rule that names people (person, roster, the customer's own
         *     agent) says who comes first and does not bypass eligibility: without them the team's lead follows, then its agents,
         *     then the cross-department group.
         */
        RoutingRule: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            when: components["schemas"]["Condition"];
            /** @default null */
            team?: string | null;
            /** @default null */
            roster?: string | null;
            /**
             * @description The customer's own agent.
             * @default false
             */
            dedicated?: boolean;
            /** @default null */
            person?: number | null;
            /**
             * @description `changed`: also when a change of a ticket makes this rule the one that matches. Then the people whom it names
             *     are told and watch; who works on the ticket keeps it.
             * @default [
             *       "opened"
             *     ]
             */
            on?: ("changed" | "opened")[];
            /**
             * @description Required skill → least level.
             * @default {}
             */
            skills?: {
                [key: string]: number;
            };
        };
        /** RowInFile */
        RowInFile: {
            /** @description As the program counts that wrote the file; the headings mostly stand in row 1. */
            row: number;
            cells: string[];
        };
        /**
         * RowOutcome
         * @description One row of a batch: its ticket, or the problem that refused it.
         */
        RowOutcome: {
            index: number;
            ticket: components["schemas"]["Outcome"] | null;
            problem: Record<string, unknown> | null;
        };
        /**
         * RowPlace
         * @description Of a row in the order of its list.
         */
        RowPlace: {
            /** @description What it is ordered by; instants in microseconds since 1970. Null comes last, whatever the direction. */
            by: number | string | null;
            /** @description Breaks ties, in the same direction. */
            id: number;
        };
        /** RowProblem */
        RowProblem: {
            /** @description As the program counts that wrote the file. */
            row: number;
            position: number;
            cells: string[];
            /** @description As a single request would be answered; the `field` of a fault is the column. */
            problem: Record<string, unknown>;
        };
        /**
         * RunningVersion
         * @description A version of a workflow that tickets run on, or that new ones get.
         */
        RunningVersion: {
            /** @description Names it for good: equal definitions are one version. */
            version: string;
            is_current: boolean;
            /** @description The first release that had it. */
            release: number;
            /** Format: date-time */
            published_at: string;
            tickets: number;
            /** @description In the order of the definition; one that is retired only while tickets stand there. */
            statuses: components["schemas"]["StatusStanding"][];
        };
        /**
         * RunningWorkflow
         * @description A workflow of the release in force. `types` are those in use whose new tickets get it.
         */
        RunningWorkflow: {
            key: string;
            name: {
                [key: string]: string;
            };
            retired: boolean;
            types: string[];
            /** @description On all its versions. */
            tickets: number;
            /** @description The current one first, then the latest. */
            versions: components["schemas"]["RunningVersion"][];
        };
        /** SaveCannedReply */
        SaveCannedReply: {
            name: {
                [key: string]: string;
            };
            text: {
                [key: string]: string;
            };
            /** @default  */
            keyword?: string;
            /**
             * @default nobody
             * @enum {unknown}
             */
            shared?: "everybody" | "nobody" | "teams";
            /**
             * @description With which it is shared, where it is shared with teams.
             * @default []
             */
            teams?: string[];
        };
        /** SaveMessageDraft */
        SaveMessageDraft: {
            /**
             * @description At most 100,000 characters; more only as a reply that was taken back left them, or fewer.
             * @default
             */
            text?: string;
            /**
             * @description As it was written, where it is more than text. It is kept as it is, and comes back to its author alone.
             * @default null
             */
            html?: string | null;
            /**
             * @description Uploads; they are kept as long as the draft has them. At most 20; more only as for the text.
             * @default []
             */
            files?: string[];
        };
        /** SaveView */
        SaveView: {
            name: string;
            /** @description What it leaves to its reader stands as `{"known": "me"}`, `my_teams` or `now`. */
            condition: components["schemas"]["Condition"];
            columns: string[];
            /** @default updated */
            sort?: string;
            /**
             * @description Null: the direction that the sort has by nature.
             * @default null
             */
            order?: ("asc" | "desc") | null;
            /** @default null */
            group?: string | null;
            /** @default null */
            colours?: string | null;
            /**
             * @default list
             * @enum {unknown}
             */
            layout?: "board" | "calendar" | "list";
            /**
             * @description How close rows stand. Null: as each reader likes it.
             * @default null
             */
            density?: ("comfortable" | "compact") | null;
            /**
             * @description Whether its counter shows how many it holds.
             * @default true
             */
            counted?: boolean;
            /**
             * @default nobody
             * @enum {unknown}
             */
            shared?: "everybody" | "nobody" | "teams";
            /**
             * @description With which it is shared, where it is shared with teams.
             * @default []
             */
            teams?: string[];
        };
        /** SayInConversation */
        SayInConversation: {
            text: string;
            /**
             * @description `customer`: the party said it, and it is written down for them.
             * @default agent
             * @enum {unknown}
             */
            author?: "agent" | "customer";
            /**
             * @description `internal`: a note, which the party never sees.
             * @default customer
             * @enum {unknown}
             */
            audience?: "customer" | "internal";
            /** @default [] */
            files?: string[];
            /**
             * @description The linked ticket that it is about; by default the newest open one.
             * @default null
             */
            ticket?: string | null;
            /**
             * @description A message of the conversation that it answers: it belongs to the ticket of that.
             * @default null
             */
            answers?: number | null;
        };
        /** SectionView */
        SectionView: {
            section: string;
            /**
             * @description `unusable`: there is a draft that this version cannot read; told is the release.
             * @enum {unknown}
             */
            state: "draft" | "release" | "unusable";
            /** @description For `If-Match`. */
            version: number;
            /** @description As the member of `PolicyBundle` of this name. */
            value: unknown;
            /** @description The entries that the reader may edit: those of their teams; None: everything. */
            editable: string[] | null;
            release: number;
            /** @description The release that the draft was begun on; None: it is as the release has it. */
            base: number | null;
            author_id: number | null;
            updated_at: string | null;
        };
        /** SendBackRequest */
        SendBackRequest: {
            /** @description Somebody who had the ticket before, or who asked. */
            person_id: number;
            why: string;
        };
        /**
         * SendForm
         * @description A portal form. A guest gives `mail`, and so does who followed the link to one ticket; who is signed in leaves
         *     it out.
         */
        SendForm: {
            title: string;
            text: string;
            /** @default null */
            type?: string | null;
            /** @default null */
            mail?: string | null;
            /** @default  */
            name?: string;
            /** @default {} */
            fields?: Record<string, unknown>;
            /**
             * @description That asks for fields; one of `templates` of `GET /portal/info`.
             * @default null
             */
            template?: string | null;
            /** @default [] */
            files?: string[];
        };
        /** SessionInfo */
        SessionInfo: {
            id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            agent: string;
            address: string;
            /** @description The one that asks. */
            current: boolean;
        };
        /** SetChildrenRule */
        SetChildrenRule: {
            /** @enum {unknown} */
            closing: "block" | "cascade" | "warn";
            /** @default null */
            advance?: number | null;
            /** @default null */
            to?: string | null;
        };
        /**
         * SetCustomer
         * @description What is left out stays.
         */
        SetCustomer: {
            name?: string;
            /** @enum {unknown} */
            locale?: "en" | "zh-CN";
            tier?: string;
            dedicated_agent_id?: number | null;
            tags?: string[];
            notes?: string;
            /**
             * @description Also to vouch for one that is there.
             * @default []
             */
            add_handles?: components["schemas"]["NewHandle"][];
            /** @default [] */
            remove_handles?: components["schemas"]["OldHandle"][];
        };
        /** SetFieldAction */
        SetFieldAction: {
            /** @enum {unknown} */
            do: "set_field";
            field: string;
            value: unknown;
        };
        /** SetFields */
        SetFields: {
            title?: string;
            type?: string;
            category?: string | null;
            priority?: string;
            /** @description Custom fields by key; null empties one, a field that is left out stays. */
            fields?: Record<string, unknown>;
        };
        /**
         * SetLeave
         * @description From `from_at` until before `until_at`, at most a year.
         */
        SetLeave: {
            /** Format: date-time */
            from_at: string;
            /** Format: date-time */
            until_at: string;
            /**
             * @description Who takes what has to be worked on meanwhile.
             * @default null
             */
            substitute_id?: number | null;
        };
        /** SetMe */
        SetMe: {
            /** @default null */
            locale?: ("en" | "zh-CN") | null;
            /** @default null */
            zone?: string | null;
            /** @default null */
            presence?: ("available" | "away" | "offline") | null;
            /** @default null */
            undo_send_s?: number | null;
        };
        /**
         * SetMember
         * @description What is left out stays; `roles`, `teams` and `skills` replace what was.
         */
        SetMember: {
            name?: string;
            /** @description They sign in with it from then on; links that went to the old one are worth nothing. */
            mail?: string;
            active?: boolean;
            roles?: string[];
            teams?: {
                [key: string]: boolean;
            };
            /** @description Whom notices for "the manager" go to. */
            manager_id?: number | null;
            /** @description Of the policy: its hours are their shift. Null: the shift is that of their teams. */
            calendar?: string | null;
            /** @description Whether the router may give them work. */
            routable?: boolean;
            skills?: {
                [key: string]: components["schemas"]["Skill"];
            };
        };
        /**
         * SetMyNotices
         * @description The whole of it.
         */
        SetMyNotices: {
            choices: {
                [key: string]: {
                    [key: string]: boolean;
                };
            };
            /** @default null */
            quiet?: components["schemas"]["QuietHours"] | null;
            days: number[];
            /**
             * @default off
             * @enum {unknown}
             */
            digest?: "daily" | "hourly" | "off";
            /** @default 09:00 */
            digest_at?: string;
        };
        /**
         * SetNoticeDefaults
         * @description The whole of it; what is left out is as the meaning itself has it.
         */
        SetNoticeDefaults: {
            choices: {
                [key: string]: {
                    [key: string]: boolean;
                };
            };
        };
        /**
         * SetOrganisation
         * @description What is left out stays.
         */
        SetOrganisation: {
            name?: string;
            tier?: string;
            mail_domains?: string[];
            /**
             * @description Also to make somebody who belongs to it its administrator, or no longer.
             * @default []
             */
            join?: components["schemas"]["JoinOrganisation"][];
            /** @default [] */
            leave?: number[];
        };
        /**
         * SetPassword
         * @description `current` is asked for when the password is one's own.
         */
        SetPassword: {
            password: string;
            /** @default null */
            current?: string | null;
            /**
             * @description Sign out everywhere else, and let one's tokens open nothing any more. A password that somebody else sets always
             *     does.
             * @default true
             */
            end_others?: boolean;
        };
        /** SetPresence */
        SetPresence: {
            /** @description Null: the page was left. Say it again every 15 s; it is forgotten after 30. */
            mode: ("replying" | "viewing") | null;
        };
        /**
         * SetRequesterRequest
         * @description A known person by `id`, or whoever has the address `mail`: one of both.
         */
        SetRequesterRequest: {
            /** @default null */
            id?: number | null;
            /** @default null */
            mail?: string | null;
            /**
             * @description For somebody who was not known.
             * @default
             */
            name?: string;
        };
        /** SetSetupStep */
        SetSetupStep: {
            /** @enum {unknown} */
            step: "category" | "company" | "invite" | "mailbox" | "portal" | "team";
            skipped: boolean;
        };
        /** SetTags */
        SetTags: {
            /** @default [] */
            add?: string[];
            /** @default [] */
            remove?: string[];
        };
        /** SetTeamAction */
        SetTeamAction: {
            /** @enum {unknown} */
            do: "set_team";
            team: string;
        };
        /** SetWatching */
        SetWatching: {
            watching: boolean;
            /**
             * @description None: the actor themselves.
             * @default null
             */
            person_id?: number | null;
        };
        /** SettleDraft */
        SettleDraft: {
            /** @description For each key that clashes, whether what is drafted (`yours`) stays or what the release says (`theirs`). */
            choices: {
                [key: string]: "theirs" | "yours";
            };
        };
        /** SetupGuide */
        SetupGuide: {
            /** @description Nothing is left. */
            is_over: boolean;
            steps: components["schemas"]["SetupStepInfo"][];
        };
        /** SetupStepInfo */
        SetupStepInfo: {
            /** @enum {unknown} */
            key: "category" | "company" | "invite" | "mailbox" | "portal" | "team";
            done: boolean;
            skipped: boolean;
        };
        /** ShiftCalendar */
        ShiftCalendar: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @description Whether it is the shift's time now. */
            is_open: boolean;
            /** @description Whose shift it is keep it; nobody is given it any more. */
            retired: boolean;
            /** @description Active members whose shift its hours are, by themselves or by their teams. */
            people: number[];
            /** @description Teams whose shift it is. */
            teams: string[];
            /** @description Active members who were given it by themselves. */
            own: number[];
        };
        /**
         * ShutOut
         * @description Who takes over: a colleague, or the queue of a team; where neither is named, each ticket goes back to routing.
         */
        ShutOut: {
            /** @default null */
            to_person_id?: number | null;
            /** @default null */
            to_team?: string | null;
            /**
             * @description Who takes over what they lead, head and manage, and the leaves for which they stand in. Without one their seats
             *     stay theirs until somebody else is given them.
             * @default null
             */
            seats_to_person_id?: number | null;
            /**
             * @description Tell nobody of the hand-over: no letters to customers, no notices to the staff.
             * @default false
             */
            silent?: boolean;
        };
        /** SignIn */
        SignIn: {
            mail: string;
            password: string;
            /** @default null */
            workspace?: string | null;
        };
        /** SignInLink */
        SignInLink: {
            mail: string;
        };
        /**
         * Skill
         * @description `level`: routing rules ask for at least so much. It counts until the end of `expires_on`, where a certificate
         *     runs out.
         */
        Skill: {
            level: number;
            /** @default null */
            expires_on?: string | null;
        };
        /** SlaPolicy */
        SlaPolicy: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /** @default null */
            when?: components["schemas"]["Condition"] | null;
            targets: components["schemas"]["Target"][];
            /**
             * @default [
             *       "waiting_customer"
             *     ]
             */
            pause_phases?: ("closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal")[];
            /**
             * @default from_start
             * @enum {unknown}
             */
            on_retarget?: "from_now" | "from_start";
            /**
             * @default resume
             * @enum {unknown}
             */
            on_reopen?: "new_cycle" | "resume";
        };
        /** Speaker */
        Speaker: {
            id: number;
            name: string;
        };
        /** SplitTicket */
        SplitTicket: {
            /** @description What the customer wrote, by the ids of the messages. */
            messages: number[];
            title: string;
        };
        /** StartImport */
        StartImport: {
            /**
             * @description Of members: send each who has no password, and was never sent one, a link to choose one.
             * @default false
             */
            invite?: boolean;
        };
        /** Status */
        Status: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            /** @default grey */
            colour?: string;
            /** @default {} */
            goal?: {
                [key: string]: string;
            };
            /** @default assignee */
            responsible?: string;
            /**
             * @description Who answers for it beside them, such as the lead.
             * @default null
             */
            also_responsible?: string | null;
            /**
             * @description Metrics that stand still here; None: the SLA policy's rule by phase.
             * @default null
             */
            pauses?: string[] | null;
            /** @default [] */
            limits?: components["schemas"]["StatusLimit"][];
            /** @default [] */
            on_enter?: (components["schemas"]["RouteAction"] | components["schemas"]["ReassignAction"] | components["schemas"]["RemindAction"] | components["schemas"]["EscalateAction"] | components["schemas"]["TellCustomerAction"] | components["schemas"]["MoveAction"] | components["schemas"]["SetFieldAction"] | components["schemas"]["AddTagsAction"] | components["schemas"]["SetTeamAction"] | components["schemas"]["UnknownAction"])[];
        };
        /**
         * StatusLimit
         * @description A timer that starts when the status is entered and dies when it is left.
         */
        StatusLimit: {
            key: string;
            after_s: number;
            /**
             * @description None: calendar time, 24×7.
             * @default null
             */
            calendar?: string | null;
            /**
             * @description Sooner where the ticket's target of this metric, counted from the same instant, is shorter than `after_s`.
             * @default null
             */
            within?: ("accept" | "first_response" | "resolution") | null;
            actions: (components["schemas"]["RouteAction"] | components["schemas"]["ReassignAction"] | components["schemas"]["RemindAction"] | components["schemas"]["EscalateAction"] | components["schemas"]["TellCustomerAction"] | components["schemas"]["MoveAction"] | components["schemas"]["SetFieldAction"] | components["schemas"]["AddTagsAction"] | components["schemas"]["SetTeamAction"] | components["schemas"]["UnknownAction"])[];
            /** @default false */
            retired?: boolean;
        };
        /**
         * StatusStanding
         * @description A status of a version, and how many tickets stand there. Closed tickets run no more and are not counted.
         */
        StatusStanding: {
            status: string;
            name: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            tickets: number;
        };
        /**
         * StepView
         * @description A stage of the step bar: passed, current or ahead (spec 09).
         */
        StepView: {
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            /** @enum {unknown} */
            state: "ahead" | "current" | "passed";
            since: string | null;
        };
        /**
         * SystemCheck
         * @description One thing that was looked at.
         */
        SystemCheck: {
            key: string;
            /** @description Of what was found; stable. */
            code: string;
            /** @enum {unknown} */
            state: "bad" | "ok" | "warn";
            title: string;
            /** @description What was found. */
            text: string;
            /** @description What to do about it; null where nothing has to be done. */
            remedy: string | null;
            count: number | null;
            since: string | null;
        };
        /** SystemState */
        SystemState: {
            /**
             * @description The worst of them.
             * @enum {unknown}
             */
            state: "bad" | "ok" | "warn";
            /** Format: date-time */
            at: string;
            checks: components["schemas"]["SystemCheck"][];
        };
        /** Taken */
        Taken: {
            /** @description Whether it came for the first time. */
            is_new: boolean;
        };
        /** Target */
        Target: {
            /** @enum {unknown} */
            metric: "accept" | "first_response" | "next_response" | "resolution" | "stage" | "update";
            /**
             * @description Empty: every priority. The first target that fits wins.
             * @default []
             */
            priorities?: string[];
            amount: number;
            /** @enum {unknown} */
            unit: "calendar_minutes" | "end_of_day" | "end_of_working_day" | "working_days" | "working_minutes";
            /**
             * @description Whose hours count, for working units; whose midnight counts, for `end_of_day`. None: calendar time, 24×7.
             * @default null
             */
            calendar?: string | null;
            /**
             * @description Warning points in per cent of the target, 1 to 99.
             * @default []
             */
            warn_at?: number[];
            /**
             * @description Warning points in seconds before due, measured like the target itself (working seconds for working units).
             * @default []
             */
            warn_before_s?: number[];
            /** @default null */
            status?: string | null;
            /**
             * @description For `stage`: the status or the team whose time is limited.
             * @default null
             */
            team?: string | null;
        };
        /** TeamBoard */
        TeamBoard: {
            members: components["schemas"]["MemberWork"][];
            /** @description The nearest promise first. */
            waiting: components["schemas"]["WaitingTicket"][];
            /** @description Counted up to 999. */
            waiting_count: number;
            /** @description Open ones, the gravest promise first. */
            escalated: components["schemas"]["EscalatedTicket"][];
            /** @description Open tickets with a broken promise, counted up to 999. */
            breached_count: number;
        };
        /** TeamDetail */
        TeamDetail: {
            key: string;
            name: {
                [key: string]: string;
            };
            department: string | null;
            is_roster: boolean;
            /** @description Whose hours are the members' shift; null: they are on shift always. */
            calendar: string | null;
            members: number[];
            /** @description Of the members those who lead it. */
            leads: number[];
            /** @description For `If-Match`. */
            version: number;
        };
        /** TeamDispatch */
        TeamDispatch: {
            team: string;
            /**
             * @default least_load
             * @enum {unknown}
             */
            strategy?: "claim" | "least_load" | "round_robin";
            /**
             * @description 0: at once. Otherwise by hand first, automatic after so many seconds (spec 04, teams).
             * @default 0
             */
            after_s?: number;
        };
        /** TeamInfo */
        TeamInfo: {
            key: string;
            name: {
                [key: string]: string;
            };
            department: string | null;
        };
        /**
         * TellCustomerAction
         * @description Send a shipped or own template to the requester.
         */
        TellCustomerAction: {
            /** @enum {unknown} */
            do: "tell_customer";
            template: string;
        };
        /**
         * TemplateField
         * @description A custom field that the template asks for, whatever the form of the type says.
         */
        TemplateField: {
            field: string;
            /**
             * @description What stands there at first; None: nothing.
             * @default null
             */
            value?: unknown;
            /** @default false */
            required?: boolean;
        };
        /**
         * TestChannelAccount
         * @description An account as it would be. Secrets that are left out are those of the account that is there, where it is named
         *     and they may stay.
         */
        TestChannelAccount: {
            kind: string;
            address: string;
            /** @default {} */
            settings?: Record<string, unknown>;
            /** @default {} */
            secrets?: Record<string, unknown>;
            /** @default null */
            account_id?: number | null;
        };
        /**
         * TestedStep
         * @description One step on the way to a server, and why it was the last one, where it was.
         */
        TestedStep: {
            /** @enum {unknown} */
            way: "reads" | "sends";
            step: string;
            /** @description Of the step, in the reader's language. */
            name: string;
            works: boolean;
            code: string | null;
            title: string | null;
            remedy: string | null;
            /** @description What the server itself said. */
            said: string | null;
        };
        /**
         * TicketCount
         * @description How many tickets a list holds.
         */
        TicketCount: {
            /** @description Exact below 1,000, which means so many or more. */
            count: number;
        };
        /** TicketDetail */
        TicketDetail: {
            number: string;
            title: string;
            type: string;
            category: string | null;
            priority: string;
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            team: string | null;
            assignee: components["schemas"]["PersonRef"] | null;
            requester: components["schemas"]["PersonRef"];
            creator: components["schemas"]["PersonRef"] | null;
            organisation: components["schemas"]["Organisation"] | null;
            channel: string;
            tags: string[];
            fields: Record<string, unknown>;
            /** @description Custom fields whose value this reader may not see. */
            masked: string[];
            incomplete: string[];
            watchers: components["schemas"]["PersonRef"][];
            escalation: string | null;
            escalation_level: string | null;
            /** @description Since when nothing automatic hands it on any more: a person must decide. Null when it is not so. */
            held_at: string | null;
            /** @description Where it is kept apart, if it was put away. */
            shelf: ("archive" | "spam" | "trash") | null;
            close_reason: string | null;
            rating: number | null;
            /** @description Since when a customer who is not content waits to be called back. */
            follow_up_at: string | null;
            /** @description When the customer thanked in words that may be taken for the confirmation. */
            confirmation_offered_at: string | null;
            reopened: number;
            /** @description The tickets that it belongs together with, of those that this reader may see; as they are now. */
            links: components["schemas"]["LinkView"][];
            /** @description Another ticket stands for it, among `links` if this reader may see it. */
            is_merged: boolean;
            /** @description Its number, for who may see it. */
            merged_into: string | null;
            /** @description How far its children are, those included that this reader may not see. Null: it has none. */
            children: components["schemas"]["Children"] | null;
            /** @description The customer is probably a machine that answers: notices are not sent any more. Replies are. */
            answers_stopped: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            accepted_at: string | null;
            first_response_at: string | null;
            resolved_at: string | null;
            closed_at: string | null;
            /** @description Until when the requester may reopen it; it may be past. Null: it is not closed, or that is for others to do. */
            reopen_until: string | null;
            version: number;
            clocks: components["schemas"]["ClockView"][];
            steps: components["schemas"]["StepView"][];
            /** @description Its newest entries, at most 50. */
            timeline: components["schemas"]["TimelineEntry"][];
            /** @description Where earlier ones are read on: `before` of `GET /tickets/{number}/timeline`. Null: these are all. */
            older: string | null;
            /** @description Whom the values of the timeline's events hold by id: customers too, whom the directory does not know. */
            people: components["schemas"]["PersonRef"][];
            customer: components["schemas"]["Customer"];
            /** @description Whom a public reply is mailed to; null where it is not: no address, no mailbox that sends, or the past. */
            addressee: components["schemas"]["Recipients"] | null;
            /** @description The latest 20 lines of the ledger, oldest first. */
            routing: components["schemas"]["RoutingDecision"][];
            triage: Record<string, unknown>;
            /** @description Action → true, or the code of the refusal that this reader would meet now. Empty in the past. */
            allowed: {
                [key: string]: true | string;
            };
            /** @description Those for which this reader may close it by hand. */
            close_reasons: ("confirmed" | "duplicate" | "not_needed" | "solved" | "timed_out")[];
            /** @description Keys of the statuses that this reader may move it to. */
            moves: string[];
            to_approve: string[];
            approval: components["schemas"]["ApprovalView"] | null;
            /** @description The custom fields that are filled in where the ticket stands, in the order of the form. */
            form: components["schemas"]["FieldState"][];
            /** @description What resolving asks for beside. */
            resolving: components["schemas"]["FieldState"][];
            checks: components["schemas"]["CheckView"][];
        };
        /** TicketReader */
        TicketReader: {
            person_id: number;
            name: string;
            /** @enum {unknown} */
            kind: "customer" | "staff";
            roles: string[];
            grounds: components["schemas"]["Ground"][];
            /** @description Whether they read what customers do not see. */
            reads_notes: boolean;
        };
        /** TicketReaders */
        TicketReaders: {
            readers: components["schemas"]["TicketReader"][];
            looked_at: number;
            /** @description Active ones. Where there are more than were looked at, some may see it who are not named. */
            members: number;
        };
        /**
         * TicketRow
         * @description A line of a queue.
         */
        TicketRow: {
            number: string;
            title: string;
            type: string;
            category: string | null;
            priority: string;
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            team: string | null;
            assignee: components["schemas"]["PersonRef"] | null;
            requester: components["schemas"]["PersonRef"];
            tier: string;
            channel: string;
            tags: string[];
            escalation: string | null;
            next_due_at: string | null;
            next_due_metric: string | null;
            /** @description From then on one of its promises is at risk: past its last warning point, or broken. Null: none is. */
            risk_at: string | null;
            breached: boolean;
            /** @description All that is promised stands still, by the status. */
            paused: boolean;
            /** @description Since when nothing automatic hands it on any more: a person must decide. Null when it is not so. */
            held_at: string | null;
            customer_waiting_at: string | null;
            last_word: components["schemas"]["LastWordView"] | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            version: number;
            /** @description What its list shows of fields, by the keys of its columns: `fields.amount`, `rating`. */
            fields: Record<string, unknown>;
            /** @description In the order of its list. */
            place: components["schemas"]["RowPlace"] | null;
        };
        /**
         * TicketTemplate
         * @description What it gives counts where whoever opens the ticket gave nothing else.
         */
        TicketTemplate: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            /**
             * @default [
             *       "agent"
             *     ]
             */
            offered_to?: ("agent" | "portal")[];
            type: string;
            /** @default null */
            category?: string | null;
            /** @default null */
            priority?: string | null;
            /** @default {} */
            title?: {
                [key: string]: string;
            };
            /**
             * @description An outline of the description.
             * @default {}
             */
            text?: {
                [key: string]: string;
            };
            /**
             * @description What whoever fills it in is asked for besides.
             * @default {}
             */
            note?: {
                [key: string]: string;
            };
            /** @default [] */
            fields?: components["schemas"]["TemplateField"][];
        };
        /** TicketType */
        TicketType: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            workflow: string;
            /**
             * @default requester_or_timer
             * @enum {unknown}
             */
            who_closes?: "handler" | "initiator" | "lead" | "requester_or_timer";
            /**
             * @description Subtrees of the one category tree that this type opens; empty: all.
             * @default []
             */
            category_roots?: string[];
            /** @default null */
            default_category?: string | null;
            /** @default P2 */
            default_priority?: string;
            /** @default null */
            default_team?: string | null;
            /**
             * @description The one that receives it.
             * @default null
             */
            department?: string | null;
            /**
             * @description What is gone through before a handler resolves one; None: nothing.
             * @default null
             */
            checklist?: string | null;
            /**
             * @description Whether customers may file it.
             * @default true
             */
            on_portal?: boolean;
            /**
             * @description Teams whose members may file it; empty: every member.
             * @default []
             */
            filed_by?: string[];
            /** @default {} */
            guidance?: {
                [key: string]: string;
            };
        };
        /** TicketsOfCustomer */
        TicketsOfCustomer: {
            items: components["schemas"]["HistoryRow"][];
            /** @description For the next page; null: this is the last. */
            after: string | null;
        };
        /**
         * TimelineEntry
         * @description A message or an event of the ticket, in the order of the log. `kind` is the event's kind; for messages the text
         *     stands here too. `data` holds the event's values, less what this reader may not see.
         */
        TimelineEntry: {
            /** @description What it is called in its timeline: `e<seq>`, or `m<id>` of a message that has no seq. */
            key: string;
            /** @description Its seq, or that of the event after which it stands. */
            place: number;
            /** @description Null for a message that stands in another log; `kind` is then `conversation.message_added`. */
            seq: number | null;
            kind: string;
            /** Format: date-time */
            at: string;
            /** @enum {unknown} */
            actor: "customer" | "staff" | "system";
            person: components["schemas"]["PersonRef"] | null;
            via: string;
            /**
             * @description The piece of policy that acted, with `cause`: the seq of the event that it answered. For readers of internal
             *     notes: how the staff arranged their work is theirs.
             */
            rule: string | null;
            cause: number | null;
            /** @description What happened, in the reader's language, beginning with its verb; empty of a message, which shows by itself. */
            text: string;
            /** @description Which piece of policy acted, because of which other. */
            why: string | null;
            data: Record<string, unknown>;
            message: components["schemas"]["MessageView"] | null;
            /**
             * @description Of `ticket.customer_told`: how the mailing stands. `stopped`: not sent, as automatic answers to this address
             *     have stopped. Null where nothing was mailed, and for readers from outside.
             */
            notice: ("failed" | "queued" | "sending" | "sent" | "stopped" | "uncertain") | null;
            /**
             * @description So many events before it are left out: the first ones of a long run. `GET /tickets/{number}/timeline` with
             *     `filter=events&before=<key>` gives them.
             */
            folded: number;
        };
        /**
         * TimelinePage
         * @description A part of a timeline, oldest first.
         */
        TimelinePage: {
            entries: components["schemas"]["TimelineEntry"][];
            /** @description What to ask for as `before` to go on; null: it begins here. */
            older: string | null;
            /** @description What to ask for as `after` to go on; null: it ends here. */
            newer: string | null;
            /** @description Whom the values of the events hold by id. */
            people: components["schemas"]["PersonRef"][];
        };
        /** TokenInfo */
        TokenInfo: {
            id: number;
            person_id: number;
            name: string;
            scopes: string[];
            /** Format: date-time */
            created_at: string;
            last_used_on: string | null;
            expires_at: string | null;
        };
        /** TokenMade */
        TokenMade: {
            /** @description Shown this once. */
            token: string;
        };
        /** TransferConversation */
        TransferConversation: {
            team: string;
        };
        /** Transition */
        Transition: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            from: string[];
            to: string;
            who: string[];
            /** @default null */
            on?: ("accepted" | "agent_replied" | "assigned" | "confirmed" | "customer_wrote" | "declined" | "handed_over" | "unassigned") | null;
            /** @default null */
            when?: components["schemas"]["Condition"] | null;
            /**
             * @description Fields that must be filled, for everyone and on every path.
             * @default []
             */
            requires?: string[];
            /**
             * @description Who must agree before it is taken, on every path.
             * @default []
             */
            approval?: components["schemas"]["ApprovalStep"][];
        };
        /** TriedDraft */
        TriedDraft: {
            /** @description The name of the SLA policy that would apply; null: none. */
            policy: {
                [key: string]: string;
            } | null;
            /** @description Those that begin with the ticket. */
            promises: components["schemas"]["TriedPromise"][];
        };
        /** TriedForm */
        TriedForm: {
            /** @description Whether a form of this step is there; without one agents have every field of the type, customers none. */
            has_form: boolean;
            /** @description Those that are shown, in their order. */
            fields: components["schemas"]["FieldState"][];
        };
        /** TriedPromise */
        TriedPromise: {
            /** @enum {unknown} */
            metric: "accept" | "first_response" | "next_response" | "resolution" | "stage" | "update";
            amount: number;
            /** @enum {unknown} */
            unit: "calendar_minutes" | "end_of_day" | "end_of_working_day" | "working_days" | "working_minutes";
            /** @description Whose hours count, or whose midnight; null: calendar time, around the clock. */
            calendar: string | null;
            /** @description Null: the hours that count never open again. */
            due_at: string | null;
            warns_at: string[];
            /** @description Whether official days off before it are not announced yet, so that it may still move. */
            is_provisional: boolean;
        };
        /**
         * TryDraft
         * @description A ticket that is imagined.
         */
        TryDraft: {
            type: string;
            priority: string;
            /** @default null */
            category?: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * @description As it is being edited; else as it is drafted.
             * @default null
             */
            calendar?: components["schemas"]["Calendar"] | null;
        };
        /**
         * TryForm
         * @description A form that is tried before anybody fills it in.
         */
        TryForm: {
            /** @default null */
            type?: string | null;
            /** @default null */
            category?: string | null;
            /** @default null */
            priority?: string | null;
            /** @default {} */
            fields?: Record<string, unknown>;
            /** @default null */
            template?: string | null;
            /**
             * @default agent
             * @enum {unknown}
             */
            filled_by?: "agent" | "portal";
            /** @default open */
            step?: string;
            /**
             * @description As it is being edited; else as it is drafted.
             * @default null
             */
            form?: components["schemas"]["Form"] | null;
            /**
             * @description Custom fields as they are being edited, in the place of those that are drafted.
             * @default []
             */
            custom?: components["schemas"]["CustomField"][];
        };
        /**
         * TypedFields
         * @description Custom fields as far as they are filled in; null where one was emptied.
         */
        TypedFields: {
            /** @default {} */
            fields?: Record<string, unknown>;
        };
        /**
         * TypedForm
         * @description A form as far as it is filled in.
         */
        TypedForm: {
            type: string;
            /** @default {} */
            fields?: Record<string, unknown>;
            /** @default null */
            template?: string | null;
        };
        /**
         * TypedTicket
         * @description A new ticket as far as it is filled in.
         */
        TypedTicket: {
            /** @default null */
            type?: string | null;
            /** @default null */
            category?: string | null;
            /** @default null */
            priority?: string | null;
            /** @default {} */
            fields?: Record<string, unknown>;
            /** @default null */
            template?: string | null;
        };
        /** UndoOutcome */
        UndoOutcome: {
            number: string;
            version: number;
            title: string;
            type: string;
            category: string | null;
            priority: string;
            status: string;
            /** @enum {unknown} */
            phase: "closed" | "new" | "open" | "resolved" | "review" | "waiting_customer" | "waiting_internal";
            team: string | null;
            assignee_id: number | null;
            tags: string[];
            incomplete: string[];
            /** @description The clocks that the command set or changed. */
            clocks: components["schemas"]["ClockSummary"][];
            /** @description Of the message that it added. */
            message_id: number | null;
            /** @description What stands as before: columns of the ticket, custom fields as `fields.<key>`. */
            undone: string[];
            /** @description What somebody changed since, and stays as they left it. */
            stays: string[];
        };
        /** UndoRequest */
        UndoRequest: {
            /**
             * @description Sequence number of an event of the command that is taken back; null: what one did last.
             * @default null
             */
            of?: number | null;
        };
        /**
         * UnknownAction
         * @description An action of a newer release than this process: kept as it was, and done by nobody.
         */
        UnknownAction: {
            /** @enum {unknown} */
            do: "unknown";
            was: Record<string, unknown>;
        };
        /** UtteredMessage */
        UtteredMessage: {
            message_id: number;
            /**
             * @description Number of the ticket in whose log it stands, whose clocks it moves; null: of none, or of one that the speaker may
             *     not see.
             */
            ticket: string | null;
        };
        /** ViewInfo */
        ViewInfo: {
            key: string;
            name: {
                [key: string]: string;
            };
            /**
             * @description Exact to 999; 1000 means more. Null: it is not counted, as the view has no counter, is hidden or broken, comes
             *     after the first 30, or cannot be counted in time.
             */
            count: number | null;
            /** @description What it holds: a beginning for a `where` or a view of one's own. Null: it is broken. */
            condition: components["schemas"]["Condition"] | null;
            /** @description The order in which it is read unless another is asked for. */
            sort: string;
            /** @enum {unknown} */
            order: "asc" | "desc";
            /** @description The column by whose values the rows stand together. */
            group: string | null;
            colours: string | null;
            /** @enum {unknown} */
            layout: "board" | "calendar" | "list";
            /** @description How close its rows stand. Null: as each reader likes it. */
            density: ("comfortable" | "compact") | null;
            /** @description Whether it has a counter. */
            counted: boolean;
            /** @description It shows what is kept there. Null: what was not put away. */
            shelf: ("archive" | "spam" | "trash") | null;
            columns: components["schemas"]["ColumnInfo"][];
            /** @description What it holds changes by time alone too, which no event tells. */
            is_timed: boolean;
            /** @description Null: it is shipped. */
            owner: components["schemas"]["PersonRef"] | null;
            /** @enum {unknown} */
            shared: "everybody" | "nobody" | "teams";
            /** @description With which it is shared. */
            teams: string[];
            /** @description Whether this reader may change and remove it. */
            can_edit: boolean;
            /** @description This reader does not want to see it among their views. */
            is_hidden: boolean;
            /** @description It names what this reader may not read, or what the policy no longer has: it can be seen and not be listed. */
            is_broken: boolean;
            /** @description For `If-Match`. */
            version: number;
        };
        /** VoteView */
        VoteView: {
            person_id: number;
            name: string;
            /** @description The name of whoever they decide for. */
            instead_of: string | null;
            /** @description Null: they have not decided. */
            verdict: ("approved" | "declined") | null;
            why: string;
            at: string | null;
        };
        /**
         * WaitingTicket
         * @description A ticket that nobody has, or that only people can hand on.
         */
        WaitingTicket: {
            number: string;
            title: string;
            priority: string;
            team: string | null;
            /** Format: date-time */
            since: string;
            next_due_at: string | null;
            risk_at: string | null;
            held: boolean;
            /**
             * @description The last reason that the router gave, in each language; null: it has not looked yet, or the reader reads no
             *     internal notes.
             */
            why: {
                [key: string]: string;
            } | null;
        };
        /**
         * WatchList
         * @description A list as `GET /tickets` takes it. `client` is what `hello` told, `list` the page's own name for it.
         */
        WatchList: {
            client: string;
            list: string;
            /**
             * @description False: it is no longer looked at.
             * @default true
             */
            is_open?: boolean;
            /** @default null */
            view?: string | null;
            /**
             * @description A condition as JSON. A longer one cannot be watched, as a hint to other processes could not hold it: read the
             *     list again after changes.
             * @default null
             */
            where?: string | null;
            /** @default null */
            sort?: string | null;
            /** @default null */
            order?: ("asc" | "desc") | null;
        };
        /** Workflow */
        Workflow: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
            statuses: components["schemas"]["Status"][];
            transitions: components["schemas"]["Transition"][];
            initial: string;
            reopen: components["schemas"]["Reopening"];
        };
        /** WorkspaceDetail */
        WorkspaceDetail: {
            /** @description By which addresses name it. */
            slug: string;
            /** @description As its people and its customers see it. */
            name: string;
            /**
             * @description Of what the system writes by itself.
             * @enum {unknown}
             */
            locale: "en" | "zh-CN";
            zone: string;
            /** @description With which its tickets' numbers begin. */
            number_prefix: string;
            /** @description Its own: whoever comes there comes to this workspace. */
            host: string | null;
            desk_url: string;
            /** @description Where customers are sent to. */
            portal_url: string;
            /** @description For `If-Match`. */
            version: number;
        };
        /**
         * WriteMessage
         * @description An internal note, and what a public reply is too. `html` is sanitised, and `text` is then made from it, for
         *     mail clients that show none. `cid:` and the id of one of `files` shows it in the HTML; other pictures are left
         *     out.
         */
        WriteMessage: {
            text: string;
            /** @default null */
            html?: string | null;
            /** @default [] */
            files?: string[];
            /** @default [] */
            mentions?: number[];
            /**
             * @description All who are in them are mentioned: at most 50 people together.
             * @default []
             */
            mention_teams?: string[];
            /**
             * @description The version of the draft that it is: it goes in the same step, unless it was written further since.
             * @default null
             */
            draft?: number | null;
        };
        /**
         * WriteReply
         * @description A public reply. Whom `cc` names takes part from then on, and gets a copy of it and of the replies after it.
         */
        WriteReply: {
            text: string;
            /** @default null */
            html?: string | null;
            /** @default [] */
            files?: string[];
            /** @default [] */
            mentions?: number[];
            /**
             * @description All who are in them are mentioned: at most 50 people together.
             * @default []
             */
            mention_teams?: string[];
            /**
             * @description The version of the draft that it is: it goes in the same step, unless it was written further since.
             * @default null
             */
            draft?: number | null;
            /** @default [] */
            cc?: string[];
            /**
             * @description The conversation that it answers; by default the one of this ticket in which the customer wrote last.
             * @default null
             */
            conversation_id?: number | null;
            /**
             * @description The status that the ticket moves to in the same step; null: it stays.
             * @default null
             */
            to?: string | null;
            /**
             * @description Custom fields that are set in the same step, for `to` alone.
             * @default {}
             */
            fields?: Record<string, unknown>;
        };
    };
    responses: {
        /** @description The request cannot be read */
        BAD_REQUEST: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.malformed",
                 *       "title": "The request cannot be read",
                 *       "status": 400,
                 *       "code": "request.malformed",
                 *       "remedy": "Send valid JSON, encoded as UTF-8, nested no more than 32 deep.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You are not signed in */
        UNAUTHORIZED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.unauthenticated",
                 *       "title": "You are not signed in",
                 *       "status": 401,
                 *       "code": "request.unauthenticated",
                 *       "remedy": "Sign in, or send a valid token.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You may not do this */
        FORBIDDEN: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.forbidden",
                 *       "title": "You may not do this",
                 *       "status": 403,
                 *       "code": "request.forbidden",
                 *       "remedy": "If you need to, ask an administrator.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found */
        NOT_FOUND: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.not_found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "code": "request.not_found",
                 *       "remedy": "Check the address; you may also lack the right to see it.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This conflicts with the present state */
        CONFLICT: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.conflict",
                 *       "title": "This conflicts with the present state",
                 *       "status": 409,
                 *       "code": "request.conflict",
                 *       "remedy": "Reload and try again.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody changed the ticket in the meantime */
        PRECONDITION_FAILED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/ticket.changed",
                 *       "title": "Somebody changed the ticket in the meantime",
                 *       "status": 412,
                 *       "code": "ticket.changed",
                 *       "remedy": "Look at what is new, then confirm and send again.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The rest of the request did not come */
        REQUEST_TIMEOUT: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.slow",
                 *       "title": "The rest of the request did not come",
                 *       "status": 408,
                 *       "code": "request.slow",
                 *       "remedy": "Nothing was done. Check the network and send it again.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The content is too large */
        REQUEST_ENTITY_TOO_LARGE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.too_large",
                 *       "title": "The content is too large",
                 *       "status": 413,
                 *       "code": "request.too_large",
                 *       "remedy": "Send less, or in parts.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This type of content is not accepted */
        UNSUPPORTED_MEDIA_TYPE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.unsupported_type",
                 *       "title": "This type of content is not accepted",
                 *       "status": 415,
                 *       "code": "request.unsupported_type",
                 *       "remedy": "Send JSON, as application/json.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some fields are not as they should be */
        UNPROCESSABLE_ENTITY: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.invalid",
                 *       "title": "Some fields are not as they should be",
                 *       "status": 422,
                 *       "code": "request.invalid",
                 *       "remedy": "Correct each field as it says and try again.",
                 *       "faults": [
                 *         {
                 *           "field": "title",
                 *           "code": "required",
                 *           "title": "Required",
                 *           "remedy": "Fill it in."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        TOO_MANY_REQUESTS: {
            headers: {
                /** @description Seconds. */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.too_many",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "code": "request.too_many",
                 *       "remedy": "Try again in – seconds.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong inside */
        INTERNAL_SERVER_ERROR: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/request.bug",
                 *       "title": "Something went wrong inside",
                 *       "status": 500,
                 *       "code": "request.bug",
                 *       "remedy": "It was recorded. Try again later; if it stays, tell an administrator.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server has no room for files now */
        INSUFFICIENT_STORAGE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/storage.disk_full",
                 *       "title": "The server has no room for files now",
                 *       "status": 507,
                 *       "code": "storage.disk_full",
                 *       "remedy": "The file was not kept. Send without it, or try again later; the operator has to free the disk.",
                 *       "faults": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The language of problems: `zh-CN` (the default) or `en`.
         * @example zh-CN
         */
        "Accept-Language": string;
        /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
        "X-CSRF-Token": string;
        /**
         * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
         * @example "7"
         */
        "If-Match": string;
        /**
         * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
         * @example 5b9f1c52-order-1042
         */
        "Idempotency-Key": string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person_id": 4207,
                     *       "name": "李雷",
                     *       "mail": "lilei@example.com",
                     *       "kind": "staff",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "presence": "available",
                     *       "offline_by": null,
                     *       "undo_send_s": 1,
                     *       "workspace": "acme",
                     *       "workspace_name": "示例公司",
                     *       "only_ticket": null,
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "led_teams": [
                     *         "led_teams"
                     *       ],
                     *       "roles": [
                     *         "agent"
                     *       ],
                     *       "permissions": [
                     *         "ticket.read",
                     *         "ticket.reply"
                     *       ],
                     *       "csrf": "b6d1f0c2a94e"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"] | null;
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mail": "lilei@example.com",
                 *       "password": "correct horse battery staple",
                 *       "workspace": "acme"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person_id": 4207,
                     *       "name": "李雷",
                     *       "mail": "lilei@example.com",
                     *       "kind": "staff",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "presence": "available",
                     *       "offline_by": null,
                     *       "undo_send_s": 1,
                     *       "workspace": "acme",
                     *       "workspace_name": "示例公司",
                     *       "only_ticket": null,
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "led_teams": [
                     *         "led_teams"
                     *       ],
                     *       "roles": [
                     *         "agent"
                     *       ],
                     *       "permissions": [
                     *         "ticket.read",
                     *         "ticket.reply"
                     *       ],
                     *       "csrf": "b6d1f0c2a94e"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    proveMyself: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": components["schemas"]["Prove"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    askForSignInLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mail": "lilei@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["SignInLink"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    redeemLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "gd_3q2-7wAAAAAAAAAAAAAAAAAAAAAA"
                 *     }
                 */
                "application/json": components["schemas"]["RedeemLink"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person_id": 4207,
                     *       "name": "李雷",
                     *       "mail": "lilei@example.com",
                     *       "kind": "staff",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "presence": "available",
                     *       "offline_by": null,
                     *       "undo_send_s": 1,
                     *       "workspace": "acme",
                     *       "workspace_name": "示例公司",
                     *       "only_ticket": null,
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "led_teams": [
                     *         "led_teams"
                     *       ],
                     *       "roles": [
                     *         "agent"
                     *       ],
                     *       "permissions": [
                     *         "ticket.read",
                     *         "ticket.reply"
                     *       ],
                     *       "csrf": "b6d1f0c2a94e"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    lookAtPasswordLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "gd_3q2-7wAAAAAAAAAAAAAAAAAAAAAA"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordLink"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "李雷",
                     *       "mail": "lilei@example.com",
                     *       "workspace_name": "示例公司"
                     *     }
                     */
                    "application/json": components["schemas"]["PasswordLinkFor"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    choosePassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "gd_3q2-7wAAAAAAAAAAAAAAAAAAAAAA",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": components["schemas"]["ChoosePassword"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person_id": 4207,
                     *       "name": "李雷",
                     *       "mail": "lilei@example.com",
                     *       "kind": "staff",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "presence": "available",
                     *       "offline_by": null,
                     *       "undo_send_s": 1,
                     *       "workspace": "acme",
                     *       "workspace_name": "示例公司",
                     *       "only_ticket": null,
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "led_teams": [
                     *         "led_teams"
                     *       ],
                     *       "roles": [
                     *         "agent"
                     *       ],
                     *       "permissions": [
                     *         "ticket.read",
                     *         "ticket.reply"
                     *       ],
                     *       "csrf": "b6d1f0c2a94e"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "presence": "away"
                 *     }
                 */
                "application/json": components["schemas"]["SetMe"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person_id": 4207,
                     *       "name": "李雷",
                     *       "mail": "lilei@example.com",
                     *       "kind": "staff",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "presence": "available",
                     *       "offline_by": null,
                     *       "undo_send_s": 1,
                     *       "workspace": "acme",
                     *       "workspace_name": "示例公司",
                     *       "only_ticket": null,
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "led_teams": [
                     *         "led_teams"
                     *       ],
                     *       "roles": [
                     *         "agent"
                     *       ],
                     *       "permissions": [
                     *         "ticket.read",
                     *         "ticket.reply"
                     *       ],
                     *       "csrf": "b6d1f0c2a94e"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setMyPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple",
                 *       "current": "an old one that was long enough"
                 *     }
                 */
                "application/json": components["schemas"]["SetPassword"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listMySessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0f3a9c5e",
                     *         "created_at": "2026-11-23T10:05:00+08:00",
                     *         "expires_at": "2027-11-23T00:00:00+08:00",
                     *         "agent": "Mozilla/5.0",
                     *         "address": "203.0.113.7",
                     *         "current": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["SessionInfo"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    endMyOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    endMySession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 0f3a9c5e */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "name": "李雷",
                     *         "mail": "lilei@example.com",
                     *         "active": true,
                     *         "presence": "available",
                     *         "teams": [
                     *           "service"
                     *         ],
                     *         "led_teams": [],
                     *         "roles": [
                     *           "agent"
                     *         ],
                     *         "manager_id": null,
                     *         "calendar": null,
                     *         "routable": true,
                     *         "skills": {},
                     *         "has_password": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MemberDetail"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    addMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "李雷",
                 *       "mail": "lilei@example.com",
                 *       "roles": [
                 *         "agent"
                 *       ],
                 *       "teams": {
                 *         "service": false
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AddMember"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "name": "李雷",
                     *       "mail": "lilei@example.com",
                     *       "active": true,
                     *       "presence": "available",
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "led_teams": [],
                     *       "roles": [
                     *         "agent"
                     *       ],
                     *       "manager_id": null,
                     *       "calendar": null,
                     *       "routable": true,
                     *       "skills": {},
                     *       "has_password": true
                     *     }
                     */
                    "application/json": components["schemas"]["MemberDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roles": [
                 *         "agent",
                 *         "lead"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SetMember"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "name": "李雷",
                     *       "mail": "lilei@example.com",
                     *       "active": true,
                     *       "presence": "available",
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "led_teams": [],
                     *       "roles": [
                     *         "agent"
                     *       ],
                     *       "manager_id": null,
                     *       "calendar": null,
                     *       "routable": true,
                     *       "skills": {},
                     *       "has_password": true
                     *     }
                     */
                    "application/json": components["schemas"]["MemberDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setMemberPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple",
                 *       "current": "an old one that was long enough"
                 *     }
                 */
                "application/json": components["schemas"]["SetPassword"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listTeams: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "name": {
                     *           "zh-CN": "客服组",
                     *           "en": "Service"
                     *         },
                     *         "department": null,
                     *         "is_roster": true,
                     *         "calendar": null,
                     *         "members": [
                     *           1
                     *         ],
                     *         "leads": [
                     *           1
                     *         ],
                     *         "version": 7
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["TeamDetail"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    makeTeam: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "service",
                 *       "name": {
                 *         "zh-CN": "客服组",
                 *         "en": "Service"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MakeTeam"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "service",
                     *       "name": {
                     *         "zh-CN": "客服组",
                     *         "en": "Service"
                     *       },
                     *       "department": null,
                     *       "is_roster": true,
                     *       "calendar": null,
                     *       "members": [
                     *         1
                     *       ],
                     *       "leads": [
                     *         1
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["TeamDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    changeTeam: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh-CN": "客服组",
                 *         "en": "Service"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangeTeam"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "service",
                     *       "name": {
                     *         "zh-CN": "客服组",
                     *         "en": "Service"
                     *       },
                     *       "department": null,
                     *       "is_roster": true,
                     *       "calendar": null,
                     *       "members": [
                     *         1
                     *       ],
                     *       "leads": [
                     *         1
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["TeamDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listRosters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "name": {},
                     *         "members": [
                     *           1
                     *         ],
                     *         "on_duty": [
                     *           1
                     *         ],
                     *         "zone": "Asia/Shanghai",
                     *         "shifts": [
                     *           {
                     *             "person_id": 4207,
                     *             "on_date": null,
                     *             "begins": "09:00",
                     *             "ends": "18:00"
                     *           }
                     *         ],
                     *         "version": 7
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["RosterDetail"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listDuty: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "from_at": "2026-11-23T10:05:00+08:00",
                     *         "until_at": "2026-11-23T10:05:00+08:00",
                     *         "people": [
                     *           1
                     *         ],
                     *         "away": [
                     *           1
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["DutyWatch"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listPastDuty: {
        parameters: {
            query?: {
                days?: number;
                before?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "from_at": "2026-11-23T10:05:00+08:00",
                     *         "until_at": "2026-11-23T10:05:00+08:00",
                     *         "people": [
                     *           1
                     *         ],
                     *         "away": [
                     *           1
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["DutyWatch"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    planDuty: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "zone": "Asia/Shanghai",
                 *       "shifts": [
                 *         {
                 *           "person_id": 4207,
                 *           "on_date": null,
                 *           "begins": "09:00",
                 *           "ends": "18:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlanDuty"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "service",
                     *       "name": {},
                     *       "members": [
                     *         1
                     *       ],
                     *       "on_duty": [
                     *         1
                     *       ],
                     *       "zone": "Asia/Shanghai",
                     *       "shifts": [
                     *         {
                     *           "person_id": 4207,
                     *           "on_date": null,
                     *           "begins": "09:00",
                     *           "ends": "18:00"
                     *         }
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["RosterDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listDepartments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "name": {},
                     *         "parent": null,
                     *         "head_id": null,
                     *         "teams": [
                     *           "service"
                     *         ],
                     *         "version": 7
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["DepartmentDetail"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    makeDepartment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "service",
                 *       "name": {
                 *         "zh-CN": "客服组",
                 *         "en": "Service"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MakeDepartment"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "service",
                     *       "name": {},
                     *       "parent": null,
                     *       "head_id": null,
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["DepartmentDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    removeDepartment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    changeDepartment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh-CN": "客服组",
                 *         "en": "Service"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangeDepartment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "service",
                     *       "name": {},
                     *       "parent": null,
                     *       "head_id": null,
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["DepartmentDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getPermissions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": {},
                     *       "actions": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "group": "group",
                     *           "is_wide": true
                     *         }
                     *       ],
                     *       "classes": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Matrix"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "agent",
                     *         "name": {
                     *           "zh-CN": "客服",
                     *           "en": "Agent"
                     *         },
                     *         "grants": [
                     *           {
                     *             "scope": "team",
                     *             "actions": [
                     *               "ticket.read",
                     *               "ticket.reply"
                     *             ],
                     *             "keys": []
                     *           }
                     *         ],
                     *         "classes": [],
                     *         "is_shipped": true,
                     *         "is_of_customers": true,
                     *         "bearers": 1,
                     *         "version": 7
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["RoleDetail"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    makeRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "service",
                 *       "name": {
                 *         "zh-CN": "客服组",
                 *         "en": "Service"
                 *       },
                 *       "grants": [
                 *         {
                 *           "scope": "team",
                 *           "actions": [
                 *             "ticket.read",
                 *             "ticket.reply"
                 *           ],
                 *           "keys": []
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MakeRole"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "agent",
                     *       "name": {
                     *         "zh-CN": "客服",
                     *         "en": "Agent"
                     *       },
                     *       "grants": [
                     *         {
                     *           "scope": "team",
                     *           "actions": [
                     *             "ticket.read",
                     *             "ticket.reply"
                     *           ],
                     *           "keys": []
                     *         }
                     *       ],
                     *       "classes": [],
                     *       "is_shipped": true,
                     *       "is_of_customers": true,
                     *       "bearers": 1,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["RoleDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    removeRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh-CN": "客服组",
                 *         "en": "Service"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangeRole"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "agent",
                     *       "name": {
                     *         "zh-CN": "客服",
                     *         "en": "Agent"
                     *       },
                     *       "grants": [
                     *         {
                     *           "scope": "team",
                     *           "actions": [
                     *             "ticket.read",
                     *             "ticket.reply"
                     *           ],
                     *           "keys": []
                     *         }
                     *       ],
                     *       "classes": [],
                     *       "is_shipped": true,
                     *       "is_of_customers": true,
                     *       "bearers": 1,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["RoleDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    previewRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grants": [
                 *         {
                 *           "scope": "team",
                 *           "actions": [
                 *             "ticket.read",
                 *             "ticket.reply"
                 *           ],
                 *           "keys": []
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PreviewRole"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bearers": 1,
                     *       "looked_at": 1,
                     *       "people": [
                     *         {
                     *           "person_id": 4207,
                     *           "name": "李雷",
                     *           "actions": [
                     *             {
                     *               "action": "action",
                     *               "before": [
                     *                 {
                     *                   "scope": "all"
                     *                 }
                     *               ],
                     *               "after": [
                     *                 {
                     *                   "scope": "all"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "opened": [
                     *             "opened"
                     *           ],
                     *           "closed": [
                     *             "closed"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RoleForeseen"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listLeaves: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "from_at": "2026-11-23T10:05:00+08:00",
                     *         "until_at": "2026-11-23T10:05:00+08:00",
                     *         "substitute_id": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["LeaveDetail"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setLeave: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from_at": "2026-11-23T10:05:00+08:00",
                 *       "until_at": "2026-11-23T10:05:00+08:00"
                 *     }
                 */
                "application/json": components["schemas"]["SetLeave"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "from_at": "2026-11-23T10:05:00+08:00",
                     *       "until_at": "2026-11-23T10:05:00+08:00",
                     *       "substitute_id": null
                     *     }
                     */
                    "application/json": components["schemas"]["LeaveDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listPastLeaves: {
        parameters: {
            query?: {
                before?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "from_at": "2026-11-23T10:05:00+08:00",
                     *         "until_at": "2026-11-23T10:05:00+08:00",
                     *         "substitute_id": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["LeaveDetail"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    cancelLeave: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
                leave_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "person_id": 4207,
                     *         "name": "李雷",
                     *         "scopes": [
                     *           "read",
                     *           "tickets:write"
                     *         ],
                     *         "created_at": "2026-11-23T10:05:00+08:00",
                     *         "last_used_on": null,
                     *         "expires_at": "2027-11-23T00:00:00+08:00"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["TokenInfo"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "订单系统",
                 *       "scopes": [
                 *         "read",
                 *         "tickets:write"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MakeToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "gd_3q2-7wAAAAAAAAAAAAAAAAAAAAAA"
                     *     }
                     */
                    "application/json": components["schemas"]["TokenMade"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 42 */
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "slug": "slug",
                     *       "name": "李雷",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "number_prefix": "number_prefix",
                     *       "host": null,
                     *       "desk_url": "desk_url",
                     *       "portal_url": "portal_url",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["WorkspaceDetail"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    changeWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ChangeWorkspace"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "slug": "slug",
                     *       "name": "李雷",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "number_prefix": "number_prefix",
                     *       "host": null,
                     *       "desk_url": "desk_url",
                     *       "portal_url": "portal_url",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["WorkspaceDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                actor_id?: number;
                /** @example 4207 */
                person_id?: number;
                kind?: string;
                since?: string;
                /** @example 1795399500 */
                until?: string;
                before?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "id": 4207,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "kind": "kind",
                     *           "actor": "actor",
                     *           "actor_id": null,
                     *           "actor_name": null,
                     *           "via": "portal",
                     *           "token_id": 42,
                     *           "subject_id": null,
                     *           "text": "登录时提示“验证码错误”。"
                     *         }
                     *       ],
                     *       "before": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    downloadAudit: {
        parameters: {
            query?: {
                actor_id?: number;
                /** @example 4207 */
                person_id?: number;
                kind?: string;
                since?: string;
                /** @example 1795399500 */
                until?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    askForApproval: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "to"
                 *     }
                 */
                "application/json": components["schemas"]["AskForApproval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    decideApproval: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "verdict": "approved"
                 *     }
                 */
                "application/json": components["schemas"]["ApprovalDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    forwardApproval: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person_id": 4207
                 *     }
                 */
                "application/json": components["schemas"]["ForwardApproval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    addApprover: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person_id": 4207,
                 *       "when": "after"
                 *     }
                 */
                "application/json": components["schemas"]["AddApproverRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    sendBackFromApproval: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person_id": 4207,
                 *       "why": "why"
                 *     }
                 */
                "application/json": components["schemas"]["SendBackRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    cancelApproval: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["CancelApproval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listChannelKinds: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "name": {},
                     *         "threads": true,
                     *         "rich_text": true,
                     *         "files": true,
                     *         "window_s": null,
                     *         "receipts": true,
                     *         "typing": true,
                     *         "takes_requests": true,
                     *         "presets": [
                     *           {
                     *             "key": "service",
                     *             "name": {},
                     *             "domains": [
                     *               "domains"
                     *             ],
                     *             "settings": {},
                     *             "login": {},
                     *             "takes_passwords": true,
                     *             "provider": null
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ChannelKindInfo"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listChannelAccounts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "kind": "kind",
                     *         "address": "support@example.com",
                     *         "name": "李雷",
                     *         "active": true,
                     *         "settings": {},
                     *         "has_secrets": true,
                     *         "team": "service",
                     *         "version": 7,
                     *         "receiving": {
                     *           "fault": null,
                     *           "failures": 1,
                     *           "last_success_at": null,
                     *           "paused_until": null
                     *         },
                     *         "sending": {
                     *           "fault": null,
                     *           "failures": 1,
                     *           "last_success_at": null,
                     *           "paused_until": null
                     *         },
                     *         "waiting": 1,
                     *         "waiting_since": null,
                     *         "sign_in": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ChannelAccountInfo"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    addChannelAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "kind",
                 *       "address": "support@example.com",
                 *       "name": "李雷"
                 *     }
                 */
                "application/json": components["schemas"]["AddChannelAccount"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207
                     *     }
                     */
                    "application/json": components["schemas"]["ChannelAccountAdded"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    changeChannelAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 3 */
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ChangeChannelAccount"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    testNewChannelAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "kind",
                 *       "address": "support@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["TestChannelAccount"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "works": true,
                     *       "steps": [
                     *         {
                     *           "way": "reads",
                     *           "step": "step",
                     *           "name": "李雷",
                     *           "works": true,
                     *           "code": "sla.year_missing",
                     *           "title": "无法登录",
                     *           "remedy": null,
                     *           "said": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccountTested"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    testChannelAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 3 */
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "works": true,
                     *       "steps": [
                     *         {
                     *           "way": "reads",
                     *           "step": "step",
                     *           "name": "李雷",
                     *           "works": true,
                     *           "code": "sla.year_missing",
                     *           "title": "无法登录",
                     *           "remedy": null,
                     *           "said": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccountTested"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getMailboxSignIns: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "redirect_url": "redirect_url",
                     *       "providers": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "help": {},
                     *           "has_tenants": true,
                     *           "has_endpoints": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MailboxSignIns"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    finishMailboxSignIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "state"
                 *     }
                 */
                "application/json": components["schemas"]["FinishMailboxSignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account_id": 3
                     *     }
                     */
                    "application/json": components["schemas"]["MailboxSignedIn"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    beginMailboxSignIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 3 */
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *       "expires_at": "2027-11-23T00:00:00+08:00"
                     *     }
                     */
                    "application/json": components["schemas"]["MailboxSignInBegun"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    takeMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 3 */
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "is_new": true
                     *     }
                     */
                    "application/json": components["schemas"]["Taken"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                /**
                 * @example [
                 *       "failed"
                 *     ]
                 */
                states?: ("queued" | "sending" | "sent" | "failed" | "uncertain" | "stopped")[];
                kind?: "reply" | "notice" | null;
                /** @example 3 */
                account_id?: number;
                before?: number;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "kind": "kind",
                     *         "account_id": 3,
                     *         "number": "GD-20261123-0042",
                     *         "recipient": "wangfang@example.com",
                     *         "state": "failed",
                     *         "attempts": 1,
                     *         "next_at": null,
                     *         "sent_at": null,
                     *         "fault": null,
                     *         "repeated": true,
                     *         "created_at": "2026-11-23T10:05:00+08:00"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OutboxItem"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 4211 */
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "item": {
                     *         "id": 4207,
                     *         "kind": "kind",
                     *         "account_id": 3,
                     *         "number": "GD-20261123-0042",
                     *         "recipient": "wangfang@example.com",
                     *         "state": "failed",
                     *         "attempts": 1,
                     *         "next_at": null,
                     *         "sent_at": null,
                     *         "fault": null,
                     *         "repeated": true,
                     *         "created_at": "2026-11-23T10:05:00+08:00"
                     *       },
                     *       "external_id": null,
                     *       "subject": "无法登录",
                     *       "text": "登录时提示“验证码错误”。",
                     *       "files": [
                     *         "42011"
                     *       ],
                     *       "also": [
                     *         "also"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OutboxDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    repeatDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4211 */
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listMails: {
        parameters: {
            query?: {
                /**
                 * @example [
                 *       "failed"
                 *     ]
                 */
                states?: ("received" | "created" | "threaded" | "ignored" | "duplicate" | "quarantined")[];
                before?: number;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "account_id": 3,
                     *         "received_at": "2026-11-23T10:05:00+08:00",
                     *         "subject": "无法登录",
                     *         "sender": "wangfang@example.com",
                     *         "kind": "kind",
                     *         "state": "created",
                     *         "reason": "confirmed",
                     *         "ticket": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["IncomingMail"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listQuarantinedMails: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "account_id": 3,
                     *         "received_at": "2026-11-23T10:05:00+08:00",
                     *         "subject": "无法登录",
                     *         "sender": "wangfang@example.com",
                     *         "kind": "kind",
                     *         "state": "created",
                     *         "reason": "confirmed",
                     *         "ticket": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["IncomingMail"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    releaseMail: {
        parameters: {
            query?: {
                ticket?: string;
                /** @example wangfang@example.com */
                sender?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4212 */
                mail_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "account_id": 3,
                     *       "received_at": "2026-11-23T10:05:00+08:00",
                     *       "subject": "无法登录",
                     *       "sender": "wangfang@example.com",
                     *       "kind": "kind",
                     *       "state": "created",
                     *       "reason": "confirmed",
                     *       "ticket": null
                     *     }
                     */
                    "application/json": components["schemas"]["IncomingMail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    discardMail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4212 */
                mail_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "account_id": 3,
                     *       "received_at": "2026-11-23T10:05:00+08:00",
                     *       "subject": "无法登录",
                     *       "sender": "wangfang@example.com",
                     *       "kind": "kind",
                     *       "state": "created",
                     *       "reason": "confirmed",
                     *       "ticket": null
                     *     }
                     */
                    "application/json": components["schemas"]["IncomingMail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getOriginalMail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 4212 */
                mail_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sender": "wangfang@example.com",
                     *       "subject": "无法登录",
                     *       "text": "登录时提示“验证码错误”。",
                     *       "files": [
                     *         "42011"
                     *       ],
                     *       "source": "source",
                     *       "size": 1,
                     *       "is_cut": true
                     *     }
                     */
                    "application/json": components["schemas"]["Original"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getRemains: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 3 */
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "waiting": 1,
                     *       "conversations": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ChannelAccountRemains"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    retireChannelAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 3 */
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RetireChannelAccount"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                q?: string;
                /** @example vip */
                tier?: string;
                organisation?: number;
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "tags": [
                     *             "登录"
                     *           ],
                     *           "dedicated_agent_id": null,
                     *           "mail": "lilei@example.com",
                     *           "phone": "+8613800000000",
                     *           "organisations": [
                     *             "organisations"
                     *           ]
                     *         }
                     *       ],
                     *       "after": "eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    addCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "李雷"
                 *     }
                 */
                "application/json": components["schemas"]["AddCustomer"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "name": "李雷",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "guessed": [
                     *         "guessed"
                     *       ],
                     *       "tier": "vip",
                     *       "dedicated_agent_id": null,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "notes": null,
                     *       "handles": [
                     *         {
                     *           "kind": "kind",
                     *           "handle": "handle",
                     *           "verified_at": null,
                     *           "opens": true
                     *         }
                     *       ],
                     *       "handles_hidden": true,
                     *       "organisations": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "is_admin": true
                     *         }
                     *       ],
                     *       "merged_into": null,
                     *       "merged": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷"
                     *         }
                     *       ],
                     *       "is_member": true,
                     *       "can_manage": true,
                     *       "can_let_in": true,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerRecord"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Its version, for `If-Match`. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "name": "李雷",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "guessed": [
                     *         "guessed"
                     *       ],
                     *       "tier": "vip",
                     *       "dedicated_agent_id": null,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "notes": null,
                     *       "handles": [
                     *         {
                     *           "kind": "kind",
                     *           "handle": "handle",
                     *           "verified_at": null,
                     *           "opens": true
                     *         }
                     *       ],
                     *       "handles_hidden": true,
                     *       "organisations": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "is_admin": true
                     *         }
                     *       ],
                     *       "merged_into": null,
                     *       "merged": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷"
                     *         }
                     *       ],
                     *       "is_member": true,
                     *       "can_manage": true,
                     *       "can_let_in": true,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerRecord"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["SetCustomer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Its version, for `If-Match`. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "name": "李雷",
                     *       "locale": "zh-CN",
                     *       "zone": "Asia/Shanghai",
                     *       "guessed": [
                     *         "guessed"
                     *       ],
                     *       "tier": "vip",
                     *       "dedicated_agent_id": null,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "notes": null,
                     *       "handles": [
                     *         {
                     *           "kind": "kind",
                     *           "handle": "handle",
                     *           "verified_at": null,
                     *           "opens": true
                     *         }
                     *       ],
                     *       "handles_hidden": true,
                     *       "organisations": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "is_admin": true
                     *         }
                     *       ],
                     *       "merged_into": null,
                     *       "merged": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷"
                     *         }
                     *       ],
                     *       "is_member": true,
                     *       "can_manage": true,
                     *       "can_let_in": true,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerRecord"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listMergeProposals: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "customer": {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "tags": [
                     *             "登录"
                     *           ],
                     *           "dedicated_agent_id": null,
                     *           "mail": "lilei@example.com",
                     *           "phone": "+8613800000000",
                     *           "organisations": [
                     *             "organisations"
                     *           ]
                     *         },
                     *         "reasons": [
                     *           "name_and_domain"
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MergeProposal"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                q?: string;
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "mail_domains": [
                     *             "mail_domains"
                     *           ],
                     *           "members": 1,
                     *           "version": 7
                     *         }
                     *       ],
                     *       "after": "eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9"
                     *     }
                     */
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    addOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "李雷"
                 *     }
                 */
                "application/json": components["schemas"]["AddOrganisation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "name": "李雷",
                     *       "tier": "vip",
                     *       "mail_domains": [
                     *         "mail_domains"
                     *       ],
                     *       "members": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "is_admin": true
                     *         }
                     *       ],
                     *       "after": null,
                     *       "can_manage": true,
                     *       "can_let_in": true,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["OrganisationRecord"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getOrganisation: {
        parameters: {
            query?: {
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Its version, for `If-Match`. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "name": "李雷",
                     *       "tier": "vip",
                     *       "mail_domains": [
                     *         "mail_domains"
                     *       ],
                     *       "members": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "is_admin": true
                     *         }
                     *       ],
                     *       "after": null,
                     *       "can_manage": true,
                     *       "can_let_in": true,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["OrganisationRecord"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["SetOrganisation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Its version, for `If-Match`. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "name": "李雷",
                     *       "tier": "vip",
                     *       "mail_domains": [
                     *         "mail_domains"
                     *       ],
                     *       "members": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "is_admin": true
                     *         }
                     *       ],
                     *       "after": null,
                     *       "can_manage": true,
                     *       "can_let_in": true,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["OrganisationRecord"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: {
                /** @example screenshot.png */
                "X-File-Name"?: string;
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "42011",
                     *       "name": "screenshot.png",
                     *       "type": "image/png",
                     *       "size": 1,
                     *       "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *       "inline": true,
                     *       "content_id": null
                     *     }
                     */
                    "application/json": components["schemas"]["FileRef"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
            507: components["responses"]["INSUFFICIENT_STORAGE"];
        };
    };
    readFile: {
        parameters: {
            query: {
                /** @example 1795399500 */
                until: number;
                /** @example Zm9v */
                mac: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 42011 */
                file_id: number;
                /** @example 李雷 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listImportKinds: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "name": {},
                     *         "columns": [
                     *           {
                     *             "key": "service",
                     *             "name": {},
                     *             "needed": "always",
                     *             "identifies": true,
                     *             "example": "example",
                     *             "note": null,
                     *             "choices": []
                     *           }
                     *         ],
                     *         "is_sensitive": true,
                     *         "may_invite": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ImportKindDetail"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    downloadImportTemplate: {
        parameters: {
            query?: {
                form?: "csv" | "xlsx";
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listImportProblems: {
        parameters: {
            query?: {
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "row": 1,
                     *         "position": 1,
                     *         "cells": [
                     *           "cells"
                     *         ],
                     *         "problem": {}
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["RowProblem"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    downloadImportProblems: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 4207,
                     *           "kind": "kind",
                     *           "file": "file",
                     *           "form": "form",
                     *           "detail": "detail",
                     *           "rows": 1,
                     *           "columns": [
                     *             {
                     *               "heading": "heading",
                     *               "column": null
                     *             }
                     *           ],
                     *           "first": [
                     *             {
                     *               "row": 1,
                     *               "cells": [
                     *                 "cells"
                     *               ]
                     *             }
                     *           ],
                     *           "check": null,
                     *           "run": null,
                     *           "actor_id": null,
                     *           "actor_name": null,
                     *           "created_at": "2026-11-23T10:05:00+08:00",
                     *           "forgotten_at": null,
                     *           "version": 7
                     *         }
                     *       ],
                     *       "before": null
                     *     }
                     */
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    uploadImport: {
        parameters: {
            query: {
                kind: string;
            };
            header?: {
                /** @example screenshot.png */
                "X-File-Name"?: string;
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "file": "file",
                     *       "form": "form",
                     *       "detail": "detail",
                     *       "rows": 1,
                     *       "columns": [
                     *         {
                     *           "heading": "heading",
                     *           "column": null
                     *         }
                     *       ],
                     *       "first": [
                     *         {
                     *           "row": 1,
                     *           "cells": [
                     *             "cells"
                     *           ]
                     *         }
                     *       ],
                     *       "check": null,
                     *       "run": null,
                     *       "actor_id": null,
                     *       "actor_name": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "forgotten_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Its version, for `If-Match`. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "file": "file",
                     *       "form": "form",
                     *       "detail": "detail",
                     *       "rows": 1,
                     *       "columns": [
                     *         {
                     *           "heading": "heading",
                     *           "column": null
                     *         }
                     *       ],
                     *       "first": [
                     *         {
                     *           "row": 1,
                     *           "cells": [
                     *             "cells"
                     *           ]
                     *         }
                     *       ],
                     *       "check": null,
                     *       "run": null,
                     *       "actor_id": null,
                     *       "actor_name": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "forgotten_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    mapImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "columns": [
                 *         null
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MapColumns"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Its version, for `If-Match`. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "file": "file",
                     *       "form": "form",
                     *       "detail": "detail",
                     *       "rows": 1,
                     *       "columns": [
                     *         {
                     *           "heading": "heading",
                     *           "column": null
                     *         }
                     *       ],
                     *       "first": [
                     *         {
                     *           "row": 1,
                     *           "cells": [
                     *             "cells"
                     *           ]
                     *         }
                     *       ],
                     *       "check": null,
                     *       "run": null,
                     *       "actor_id": null,
                     *       "actor_name": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "forgotten_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "file": "file",
                     *       "form": "form",
                     *       "detail": "detail",
                     *       "rows": 1,
                     *       "columns": [
                     *         {
                     *           "heading": "heading",
                     *           "column": null
                     *         }
                     *       ],
                     *       "first": [
                     *         {
                     *           "row": 1,
                     *           "cells": [
                     *             "cells"
                     *           ]
                     *         }
                     *       ],
                     *       "check": null,
                     *       "run": null,
                     *       "actor_id": null,
                     *       "actor_name": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "forgotten_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["StartImport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "file": "file",
                     *       "form": "form",
                     *       "detail": "detail",
                     *       "rows": 1,
                     *       "columns": [
                     *         {
                     *           "heading": "heading",
                     *           "column": null
                     *         }
                     *       ],
                     *       "first": [
                     *         {
                     *           "row": 1,
                     *           "cells": [
                     *             "cells"
                     *           ]
                     *         }
                     *       ],
                     *       "check": null,
                     *       "run": null,
                     *       "actor_id": null,
                     *       "actor_name": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "forgotten_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    describeConditions: {
        parameters: {
            query?: {
                /**
                 * @description What conditions are about.
                 * @example 无法登录
                 */
                subject?: "ticket";
                use?: "decide" | "list" | "trigger";
                drafted?: boolean;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fields": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "type": "bool",
                     *           "member": "bool",
                     *           "choices": [],
                     *           "tree": null
                     *         }
                     *       ],
                     *       "operators": {},
                     *       "joints": {
                     *         "all": {},
                     *         "any": {},
                     *         "not_": {},
                     *         "group": {},
                     *         "always": {},
                     *         "never": {},
                     *         "comma": {},
                     *         "quoted": {}
                     *       },
                     *       "max_depth": 1,
                     *       "max_leaves": 1,
                     *       "max_list": 1,
                     *       "max_text": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ConditionLanguage"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listTicketsOfCustomer: {
        parameters: {
            query?: {
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "number": "GD-20261123-0042",
                     *           "title": "无法登录",
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "updated_at": "2026-11-23T10:05:00+08:00"
                     *         }
                     *       ],
                     *       "after": "eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9"
                     *     }
                     */
                    "application/json": components["schemas"]["TicketsOfCustomer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listConversationsOfCustomer: {
        parameters: {
            query?: {
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: number;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 4207,
                     *           "channel": "portal",
                     *           "state": "closed",
                     *           "agent": "Mozilla/5.0",
                     *           "created_at": "2026-11-23T10:05:00+08:00",
                     *           "ended_at": null,
                     *           "last_customer_at": null,
                     *           "tickets": [
                     *             "tickets"
                     *           ]
                     *         }
                     *       ],
                     *       "after": null
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationsOfCustomer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    findRecords: {
        parameters: {
            query: {
                q: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tickets": [
                     *         {
                     *           "number": "GD-20261123-0042",
                     *           "title": "无法登录",
                     *           "type": "technical",
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "requester": {
                     *             "id": 4190,
                     *             "name": "王芳"
                     *           },
                     *           "updated_at": "2026-11-23T10:05:00+08:00"
                     *         }
                     *       ],
                     *       "customers": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "tier": "vip",
                     *           "mail": "lilei@example.com",
                     *           "phone": "+8613800000000",
                     *           "organisations": [
                     *             "organisations"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FoundRecords"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getDirectory: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Of this state. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "release": 7,
                     *       "types": [
                     *         {}
                     *       ],
                     *       "categories": [
                     *         {}
                     *       ],
                     *       "priorities": [
                     *         {}
                     *       ],
                     *       "statuses": {},
                     *       "fields": [],
                     *       "templates": [
                     *         {}
                     *       ],
                     *       "levels": [
                     *         {}
                     *       ],
                     *       "automations": [
                     *         {}
                     *       ],
                     *       "routing": [
                     *         {}
                     *       ],
                     *       "teams": [
                     *         {
                     *           "key": "service",
                     *           "name": {
                     *             "zh-CN": "客服组",
                     *             "en": "Service"
                     *           },
                     *           "department": null
                     *         }
                     *       ],
                     *       "members": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "teams": [
                     *             "service"
                     *           ],
                     *           "presence": "available",
                     *           "active": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Directory"];
                };
            };
            /** @description As it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    exportTickets: {
        parameters: {
            query?: {
                /** @example team */
                view?: string;
                /** @example {"field": "priority", "op": "is_any", "value": ["P0", "P1"]} */
                where?: string;
                /** @example due */
                sort?: string;
                /** @example asc */
                order?: "asc" | "desc" | null;
                columns?: string;
                form?: "csv" | "xlsx";
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getHoldings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "open_tickets": 1,
                     *       "waiting_tickets": 1,
                     *       "watched_tickets": 1,
                     *       "drafts": 1,
                     *       "customers": 1,
                     *       "conversations": 1,
                     *       "sessions": 1,
                     *       "tokens": 1,
                     *       "shared_views": 1,
                     *       "leads": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "is_only": true
                     *         }
                     *       ],
                     *       "heads": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "is_only": true
                     *         }
                     *       ],
                     *       "manages": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷"
                     *         }
                     *       ],
                     *       "stands_in": [
                     *         {
                     *           "person": {
                     *             "id": 4207,
                     *             "name": "李雷"
                     *           },
                     *           "from_at": "2026-11-23T10:05:00+08:00",
                     *           "until_at": "2026-11-23T10:05:00+08:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Holdings"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @example team */
                view?: string;
                /** @example due */
                sort?: string;
                /** @example asc */
                order?: "asc" | "desc" | null;
                /** @example {"field": "priority", "op": "is_any", "value": ["P0", "P1"]} */
                where?: string;
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "number": "GD-20261123-0042",
                     *           "title": "无法登录",
                     *           "type": "technical",
                     *           "category": "account.sign_in",
                     *           "priority": "P2",
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "team": "service",
                     *           "assignee": {
                     *             "id": 4207,
                     *             "name": "李雷"
                     *           },
                     *           "requester": {
                     *             "id": 4190,
                     *             "name": "王芳"
                     *           },
                     *           "tier": "vip",
                     *           "channel": "portal",
                     *           "tags": [
                     *             "登录"
                     *           ],
                     *           "escalation": null,
                     *           "next_due_at": null,
                     *           "next_due_metric": "first_response",
                     *           "risk_at": null,
                     *           "breached": true,
                     *           "paused": true,
                     *           "held_at": null,
                     *           "customer_waiting_at": null,
                     *           "last_word": null,
                     *           "created_at": "2026-11-23T10:05:00+08:00",
                     *           "updated_at": "2026-11-23T10:05:00+08:00",
                     *           "version": 7,
                     *           "fields": {
                     *             "order_number": "A-1042"
                     *           },
                     *           "place": null
                     *         }
                     *       ],
                     *       "after": "eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9",
                     *       "sort": "due",
                     *       "order": "asc"
                     *     }
                     */
                    "application/json": components["schemas"]["Page"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    openTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "无法登录",
                 *       "text": "登录时提示“验证码错误”。",
                 *       "requester": {
                 *         "mail": "wangfang@example.com",
                 *         "name": "王芳"
                 *       },
                 *       "type": "technical",
                 *       "category": "account.sign_in",
                 *       "priority": "P2",
                 *       "tags": [
                 *         "登录"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OpenTicket"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    countTickets: {
        parameters: {
            query?: {
                /** @example team */
                view?: string;
                /** @example {"field": "priority", "op": "is_any", "value": ["P0", "P1"]} */
                where?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 12
                     *     }
                     */
                    "application/json": components["schemas"]["TicketCount"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    readCalendar: {
        parameters: {
            query: {
                /** @description The first day. */
                first: string;
                days?: number;
                /** @example team */
                view?: string;
                /** @example {"field": "priority", "op": "is_any", "value": ["P0", "P1"]} */
                where?: string;
                each?: number;
                /** @example Asia/Shanghai */
                zone?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "zone": "Asia/Shanghai",
                     *       "days": [
                     *         {
                     *           "day": "2026-11-23",
                     *           "count": 12,
                     *           "rows": [
                     *             {
                     *               "number": "GD-20261123-0042",
                     *               "title": "无法登录",
                     *               "type": "technical",
                     *               "category": "account.sign_in",
                     *               "priority": "P2",
                     *               "status": "in_progress",
                     *               "phase": "open",
                     *               "team": "service",
                     *               "assignee": {
                     *                 "id": 4207,
                     *                 "name": "李雷"
                     *               },
                     *               "requester": {
                     *                 "id": 4190,
                     *                 "name": "王芳"
                     *               },
                     *               "tier": "vip",
                     *               "channel": "portal",
                     *               "tags": [
                     *                 "登录"
                     *               ],
                     *               "escalation": null,
                     *               "next_due_at": null,
                     *               "next_due_metric": "first_response",
                     *               "risk_at": null,
                     *               "breached": true,
                     *               "paused": true,
                     *               "held_at": null,
                     *               "customer_waiting_at": null,
                     *               "last_word": null,
                     *               "created_at": "2026-11-23T10:05:00+08:00",
                     *               "updated_at": "2026-11-23T10:05:00+08:00",
                     *               "version": 7,
                     *               "fields": {
                     *                 "order_number": "A-1042"
                     *               },
                     *               "place": null
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DueCalendar"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "team",
                     *         "name": {
                     *           "zh-CN": "本组",
                     *           "en": "Team"
                     *         },
                     *         "count": 12,
                     *         "condition": null,
                     *         "sort": "due",
                     *         "order": "asc",
                     *         "group": null,
                     *         "colours": null,
                     *         "layout": "board",
                     *         "density": null,
                     *         "counted": true,
                     *         "shelf": null,
                     *         "columns": [
                     *           {
                     *             "key": "due",
                     *             "name": {
                     *               "zh-CN": "到期",
                     *               "en": "Due"
                     *             },
                     *             "cell": "ago",
                     *             "value": "next_due_at",
                     *             "sort": "due"
                     *           }
                     *         ],
                     *         "is_timed": true,
                     *         "owner": null,
                     *         "shared": "everybody",
                     *         "teams": [
                     *           "service"
                     *         ],
                     *         "can_edit": true,
                     *         "is_hidden": true,
                     *         "is_broken": true,
                     *         "version": 7
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ViewInfo"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "李雷",
                 *       "condition": {},
                 *       "columns": [
                 *         "columns"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SaveView"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "team",
                     *       "name": {
                     *         "zh-CN": "本组",
                     *         "en": "Team"
                     *       },
                     *       "count": 12,
                     *       "condition": null,
                     *       "sort": "due",
                     *       "order": "asc",
                     *       "group": null,
                     *       "colours": null,
                     *       "layout": "board",
                     *       "density": null,
                     *       "counted": true,
                     *       "shelf": null,
                     *       "columns": [
                     *         {
                     *           "key": "due",
                     *           "name": {
                     *             "zh-CN": "到期",
                     *             "en": "Due"
                     *           },
                     *           "cell": "ago",
                     *           "value": "next_due_at",
                     *           "sort": "due"
                     *         }
                     *       ],
                     *       "is_timed": true,
                     *       "owner": null,
                     *       "shared": "everybody",
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "can_edit": true,
                     *       "is_hidden": true,
                     *       "is_broken": true,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ViewInfo"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                view_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                view_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ChangeView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "team",
                     *       "name": {
                     *         "zh-CN": "本组",
                     *         "en": "Team"
                     *       },
                     *       "count": 12,
                     *       "condition": null,
                     *       "sort": "due",
                     *       "order": "asc",
                     *       "group": null,
                     *       "colours": null,
                     *       "layout": "board",
                     *       "density": null,
                     *       "counted": true,
                     *       "shelf": null,
                     *       "columns": [
                     *         {
                     *           "key": "due",
                     *           "name": {
                     *             "zh-CN": "到期",
                     *             "en": "Due"
                     *           },
                     *           "cell": "ago",
                     *           "value": "next_due_at",
                     *           "sort": "due"
                     *         }
                     *       ],
                     *       "is_timed": true,
                     *       "owner": null,
                     *       "shared": "everybody",
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "can_edit": true,
                     *       "is_hidden": true,
                     *       "is_broken": true,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ViewInfo"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    arrangeViews: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ArrangeViews"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["ArrangeViews"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getTeamBoard: {
        parameters: {
            query?: {
                /** @example service */
                team?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "members": [
                     *         {
                     *           "person": {
                     *             "id": 4207,
                     *             "name": "李雷"
                     *           },
                     *           "teams": [
                     *             "service"
                     *           ],
                     *           "presence": "available",
                     *           "on_shift": true,
                     *           "in_hand": 1,
                     *           "open": 1,
                     *           "at_risk": 1,
                     *           "breached": 1,
                     *           "absent": null
                     *         }
                     *       ],
                     *       "waiting": [
                     *         {
                     *           "number": "GD-20261123-0042",
                     *           "title": "无法登录",
                     *           "priority": "P2",
                     *           "team": "service",
                     *           "since": "2026-11-23T10:05:00+08:00",
                     *           "next_due_at": null,
                     *           "risk_at": null,
                     *           "held": true,
                     *           "why": null
                     *         }
                     *       ],
                     *       "waiting_count": 1,
                     *       "escalated": [
                     *         {
                     *           "number": "GD-20261123-0042",
                     *           "title": "无法登录",
                     *           "priority": "P2",
                     *           "level": "level",
                     *           "assignee": null,
                     *           "next_due_at": null
                     *         }
                     *       ],
                     *       "breached_count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TeamBoard"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getTicket: {
        parameters: {
            query?: {
                /** @example 2026-11-23T14:05:00+08:00 */
                as_of?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Its version, for `If-Match`. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee": {
                     *         "id": 4207,
                     *         "name": "李雷"
                     *       },
                     *       "requester": {
                     *         "id": 4190,
                     *         "name": "王芳"
                     *       },
                     *       "creator": null,
                     *       "organisation": null,
                     *       "channel": "portal",
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       },
                     *       "masked": [],
                     *       "incomplete": [],
                     *       "watchers": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷"
                     *         }
                     *       ],
                     *       "escalation": null,
                     *       "escalation_level": null,
                     *       "held_at": null,
                     *       "shelf": null,
                     *       "close_reason": null,
                     *       "rating": null,
                     *       "follow_up_at": null,
                     *       "confirmation_offered_at": null,
                     *       "reopened": 1,
                     *       "links": [
                     *         {
                     *           "kind": "blocked_by",
                     *           "why": null,
                     *           "number": "GD-20261123-0042",
                     *           "title": "无法登录",
                     *           "type": "technical",
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "linked_at": "2026-11-23T10:05:00+08:00"
                     *         }
                     *       ],
                     *       "is_merged": true,
                     *       "merged_into": null,
                     *       "children": null,
                     *       "answers_stopped": true,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "updated_at": "2026-11-23T10:05:00+08:00",
                     *       "accepted_at": null,
                     *       "first_response_at": null,
                     *       "resolved_at": null,
                     *       "closed_at": null,
                     *       "reopen_until": null,
                     *       "version": 7,
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "cycle": 1,
                     *           "state": "running",
                     *           "target": "60 business_minutes",
                     *           "started_at": null,
                     *           "due_at": "2026-11-23T11:05:00+08:00",
                     *           "remaining_s": null,
                     *           "elapsed_s": 300,
                     *           "met_at": null,
                     *           "breached_at": null,
                     *           "warn_at": null,
                     *           "risk_at": null,
                     *           "paused_by": null
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "state": "ahead",
                     *           "since": null
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "key": "service",
                     *           "place": 1,
                     *           "seq": null,
                     *           "kind": "ticket.opened",
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "actor": "customer",
                     *           "person": null,
                     *           "via": "portal",
                     *           "rule": "sign_in",
                     *           "cause": null,
                     *           "text": "登录时提示“验证码错误”。",
                     *           "why": null,
                     *           "data": {},
                     *           "message": null,
                     *           "notice": null,
                     *           "folded": 1
                     *         }
                     *       ],
                     *       "older": null,
                     *       "people": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": 4207,
                     *         "name": "王芳",
                     *         "tier": "vip",
                     *         "locale": "zh-CN",
                     *         "mails": [
                     *           "wangfang@example.com"
                     *         ],
                     *         "phones": [],
                     *         "organisations": [
                     *           {
                     *             "id": 4207,
                     *             "name": "示例公司",
                     *             "tier": "vip"
                     *           }
                     *         ],
                     *         "history": [
                     *           {
                     *             "number": "GD-20261123-0042",
                     *             "title": "无法登录",
                     *             "status": "in_progress",
                     *             "phase": "open",
                     *             "updated_at": "2026-11-23T10:05:00+08:00"
                     *           }
                     *         ]
                     *       },
                     *       "addressee": null,
                     *       "routing": [
                     *         {
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "step": "agent",
                     *           "way": "router",
                     *           "rule": "sign_in",
                     *           "chosen_team": null,
                     *           "chosen": null,
                     *           "reasons": [
                     *             {
                     *               "zh-CN": "按规则“登录问题”分配。",
                     *               "en": "Assigned by the rule “Sign-in problems”."
                     *             }
                     *           ],
                     *           "candidates": [
                     *             {
                     *               "person": {
                     *                 "id": 4207,
                     *                 "name": "李雷"
                     *               },
                     *               "removed_by": null,
                     *               "load": 4,
                     *               "detail": {}
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "triage": {},
                     *       "allowed": {},
                     *       "close_reasons": [
                     *         "confirmed"
                     *       ],
                     *       "moves": [
                     *         "moves"
                     *       ],
                     *       "to_approve": [
                     *         "to_approve"
                     *       ],
                     *       "approval": null,
                     *       "form": [
                     *         {
                     *           "key": "service",
                     *           "visible": true,
                     *           "required": true,
                     *           "read_only": true
                     *         }
                     *       ],
                     *       "resolving": [
                     *         {
                     *           "key": "service",
                     *           "visible": true,
                     *           "required": true,
                     *           "read_only": true
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "help": {},
                     *           "filled_by": "person",
                     *           "state": "done",
                     *           "reason": "confirmed",
                     *           "causes": [
                     *             {
                     *               "key": "service",
                     *               "name": {}
                     *             }
                     *           ],
                     *           "person_id": 4207,
                     *           "at": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    editTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "priority": "P1",
                 *       "fields": {
                 *         "order_number": "A-1042"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SetFields"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listTicketReaders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "readers": [
                     *         {
                     *           "person_id": 4207,
                     *           "name": "李雷",
                     *           "kind": "customer",
                     *           "roles": [
                     *             "agent"
                     *           ],
                     *           "grounds": [
                     *             {
                     *               "scope": "scope",
                     *               "is_narrowed": true
                     *             }
                     *           ],
                     *           "reads_notes": true
                     *         }
                     *       ],
                     *       "looked_at": 1,
                     *       "members": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TicketReaders"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listTimeline: {
        parameters: {
            query?: {
                filter?: "all" | "messages" | "notes" | "events";
                before?: string;
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: string;
                around?: string;
                /** @example 50 */
                limit?: number;
                /** @example 2026-11-23T14:05:00+08:00 */
                as_of?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The ticket's version. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "key": "service",
                     *           "place": 1,
                     *           "seq": null,
                     *           "kind": "ticket.opened",
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "actor": "customer",
                     *           "person": null,
                     *           "via": "portal",
                     *           "rule": "sign_in",
                     *           "cause": null,
                     *           "text": "登录时提示“验证码错误”。",
                     *           "why": null,
                     *           "data": {},
                     *           "message": null,
                     *           "notice": null,
                     *           "folded": 1
                     *         }
                     *       ],
                     *       "older": null,
                     *       "newer": null,
                     *       "people": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    resolvingForm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["TypedFields"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "visible": true,
                     *         "required": true,
                     *         "read_only": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["FieldState"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listWorkflows: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "name": {},
                     *         "retired": true,
                     *         "types": [
                     *           "types"
                     *         ],
                     *         "tickets": 1,
                     *         "versions": [
                     *           {
                     *             "version": "version",
                     *             "is_current": true,
                     *             "release": 7,
                     *             "published_at": "2026-11-23T10:05:00+08:00",
                     *             "tickets": 1,
                     *             "statuses": [
                     *               {
                     *                 "status": "in_progress",
                     *                 "name": {},
                     *                 "phase": "open",
                     *                 "tickets": 1
                     *               }
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["RunningWorkflow"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listNotices: {
        parameters: {
            query?: {
                by?: "notice" | "ticket";
                /** @example GD-20261123-0042 */
                number?: string;
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "notices": [
                     *         {
                     *           "id": 4207,
                     *           "kind": "assigned",
                     *           "number": "GD-20261123-0042",
                     *           "text": {
                     *             "zh-CN": "工单“无法登录”分配给了您",
                     *             "en": "“无法登录” was assigned to you"
                     *           },
                     *           "count": 12,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "read_at": null,
                     *           "of_ticket": 1
                     *         }
                     *       ],
                     *       "unread": 1,
                     *       "after": "eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9"
                     *     }
                     */
                    "application/json": components["schemas"]["Notices"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    readNotices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ReadNotices"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getMyNotices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channels": [
                     *         {
                     *           "key": "service",
                     *           "name": {}
                     *         }
                     *       ],
                     *       "meanings": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "urgent": true,
                     *           "channels": {}
                     *         }
                     *       ],
                     *       "zone": "Asia/Shanghai",
                     *       "quiet": null,
                     *       "days": [
                     *         1
                     *       ],
                     *       "digest": "daily",
                     *       "digest_at": "digest_at"
                     *     }
                     */
                    "application/json": components["schemas"]["MyNotices"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setMyNotices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "choices": {},
                 *       "days": [
                 *         1
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SetMyNotices"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channels": [
                     *         {
                     *           "key": "service",
                     *           "name": {}
                     *         }
                     *       ],
                     *       "meanings": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "urgent": true,
                     *           "channels": {}
                     *         }
                     *       ],
                     *       "zone": "Asia/Shanghai",
                     *       "quiet": null,
                     *       "days": [
                     *         1
                     *       ],
                     *       "digest": "daily",
                     *       "digest_at": "digest_at"
                     *     }
                     */
                    "application/json": components["schemas"]["MyNotices"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getNoticeDefaults: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channels": [
                     *         {
                     *           "key": "service",
                     *           "name": {}
                     *         }
                     *       ],
                     *       "meanings": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "urgent": true,
                     *           "channels": {}
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["NoticeMatrix"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setNoticeDefaults: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "choices": {}
                 *     }
                 */
                "application/json": components["schemas"]["SetNoticeDefaults"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channels": [
                     *         {
                     *           "key": "service",
                     *           "name": {}
                     *         }
                     *       ],
                     *       "meanings": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "urgent": true,
                     *           "channels": {}
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["NoticeMatrix"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    makePasswordLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["MakePasswordLink"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mail": "lilei@example.com",
                     *       "mailed": true,
                     *       "link": "https://help.example.com/portal/tickets/GD-20261123-0042",
                     *       "expires_at": "2027-11-23T00:00:00+08:00"
                     *     }
                     */
                    "application/json": components["schemas"]["PasswordLinkInfo"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                before?: number;
                /** @example 50 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 4207,
                     *         "kind": "kind",
                     *         "state": "cancelled",
                     *         "total": 1,
                     *         "done": 1,
                     *         "failed": 1,
                     *         "unchanged": 1,
                     *         "undoes": null,
                     *         "fault": null,
                     *         "created_at": "2026-11-23T10:05:00+08:00",
                     *         "ended_at": null,
                     *         "unknown": [
                     *           "unknown"
                     *         ],
                     *         "silent": true,
                     *         "by_system": true,
                     *         "foreseen": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OperationDetail"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    previewOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "kind"
                 *     }
                 */
                "application/json": components["schemas"]["PreviewOperation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "state": "cancelled",
                     *       "total": 1,
                     *       "done": 1,
                     *       "failed": 1,
                     *       "unchanged": 1,
                     *       "undoes": null,
                     *       "fault": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "unknown": [
                     *         "unknown"
                     *       ],
                     *       "silent": true,
                     *       "by_system": true,
                     *       "foreseen": null
                     *     }
                     */
                    "application/json": components["schemas"]["OperationDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                operation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "state": "cancelled",
                     *       "total": 1,
                     *       "done": 1,
                     *       "failed": 1,
                     *       "unchanged": 1,
                     *       "undoes": null,
                     *       "fault": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "unknown": [
                     *         "unknown"
                     *       ],
                     *       "silent": true,
                     *       "by_system": true,
                     *       "foreseen": null
                     *     }
                     */
                    "application/json": components["schemas"]["OperationDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    startOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                operation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "state": "cancelled",
                     *       "total": 1,
                     *       "done": 1,
                     *       "failed": 1,
                     *       "unchanged": 1,
                     *       "undoes": null,
                     *       "fault": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "unknown": [
                     *         "unknown"
                     *       ],
                     *       "silent": true,
                     *       "by_system": true,
                     *       "foreseen": null
                     *     }
                     */
                    "application/json": components["schemas"]["OperationDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    cancelOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                operation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "state": "cancelled",
                     *       "total": 1,
                     *       "done": 1,
                     *       "failed": 1,
                     *       "unchanged": 1,
                     *       "undoes": null,
                     *       "fault": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "unknown": [
                     *         "unknown"
                     *       ],
                     *       "silent": true,
                     *       "by_system": true,
                     *       "foreseen": null
                     *     }
                     */
                    "application/json": components["schemas"]["OperationDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    undoOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                operation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "kind": "kind",
                     *       "state": "cancelled",
                     *       "total": 1,
                     *       "done": 1,
                     *       "failed": 1,
                     *       "unchanged": 1,
                     *       "undoes": null,
                     *       "fault": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "unknown": [
                     *         "unknown"
                     *       ],
                     *       "silent": true,
                     *       "by_system": true,
                     *       "foreseen": null
                     *     }
                     */
                    "application/json": components["schemas"]["OperationDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listProblems: {
        parameters: {
            query?: {
                /** @example eyJhdCI6IjIwMjYtMTEtMjMiLCJpZCI6NDIwMDF9 */
                after?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                operation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "position": 1,
                     *         "subject": 1,
                     *         "problem": {}
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ProblemOfItem"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    downloadProblems: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                operation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "release": 7,
                     *       "bundle": {}
                     *     }
                     */
                    "application/json": components["schemas"]["CurrentPolicy"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listReleases: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "number": 1,
                     *         "note": "放宽夜间响应时限",
                     *         "author_id": null,
                     *         "published_at": "2026-11-23T10:05:00+08:00"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ReleaseInfo"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    publishPolicy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bundle": {},
                 *       "note": "放宽夜间响应时限",
                 *       "base": 6
                 *     }
                 */
                "application/json": components["schemas"]["PublishPolicy"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "release": 7
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedAnswer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getRelease: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 7 */
                release: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "note": "放宽夜间响应时限",
                     *       "author_id": null,
                     *       "published_at": "2026-11-23T10:05:00+08:00",
                     *       "before": null,
                     *       "changes": [
                     *         {
                     *           "section": "section",
                     *           "entry": null,
                     *           "path": "calendars.standard.days.2027",
                     *           "kind": "kind",
                     *           "text": {}
                     *         }
                     *       ],
                     *       "count": 12,
                     *       "is_readable": true
                     *     }
                     */
                    "application/json": components["schemas"]["ReleaseDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    exportRelease: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 7 */
                release: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "release": 7,
                     *       "yaml": "yaml"
                     *     }
                     */
                    "application/json": components["schemas"]["ReleaseText"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    previewRollback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example 7 */
                release: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "to": 1,
                     *       "current": 1,
                     *       "lost": [
                     *         {
                     *           "number": 1,
                     *           "note": "放宽夜间响应时限",
                     *           "author_id": null,
                     *           "published_at": "2026-11-23T10:05:00+08:00"
                     *         }
                     *       ],
                     *       "changes": [
                     *         {
                     *           "section": "section",
                     *           "entry": null,
                     *           "path": "calendars.standard.days.2027",
                     *           "kind": "kind",
                     *           "text": {}
                     *         }
                     *       ],
                     *       "count": 12
                     *     }
                     */
                    "application/json": components["schemas"]["RollbackPreview"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    lintPolicy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bundle": {}
                 *     }
                 */
                "application/json": components["schemas"]["LintPolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "findings": [
                     *         {
                     *           "path": "calendars.standard.days.2027",
                     *           "code": "sla.year_missing",
                     *           "severity": "error",
                     *           "params": {
                     *             "year": 2027
                     *           },
                     *           "text": {
                     *             "zh-CN": "2027 年的日历尚未录入",
                     *             "en": "The calendar has no year 2027"
                     *           },
                     *           "remedy": {}
                     *         }
                     *       ],
                     *       "publishable": false
                     *     }
                     */
                    "application/json": components["schemas"]["Findings"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    rollBackPolicy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": 1
                 *     }
                 */
                "application/json": components["schemas"]["RollBack"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "release": 7
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedAnswer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "release": 7,
                     *       "version": 7,
                     *       "sections": [
                     *         {
                     *           "section": "section",
                     *           "state": "draft",
                     *           "version": 7,
                     *           "base": 6,
                     *           "clashes": [
                     *             {
                     *               "key": "service",
                     *               "name": {},
                     *               "yours": {
                     *                 "value": {},
                     *                 "changes": [
                     *                   {}
                     *                 ]
                     *               },
                     *               "theirs": {
                     *                 "value": {},
                     *                 "changes": [
                     *                   {}
                     *                 ]
                     *               }
                     *             }
                     *           ],
                     *           "may_discard": true,
                     *           "may_choose": true,
                     *           "author_id": null,
                     *           "updated_at": "2026-11-23T10:05:00+08:00",
                     *           "remedy": null
                     *         }
                     *       ],
                     *       "changes": [
                     *         {
                     *           "section": "section",
                     *           "entry": null,
                     *           "path": "calendars.standard.days.2027",
                     *           "kind": "kind",
                     *           "text": {}
                     *         }
                     *       ],
                     *       "count": 12,
                     *       "findings": [
                     *         {
                     *           "path": "calendars.standard.days.2027",
                     *           "code": "sla.year_missing",
                     *           "severity": "error",
                     *           "params": {
                     *             "year": 2027
                     *           },
                     *           "text": {},
                     *           "remedy": {},
                     *           "section": "section",
                     *           "entry": null,
                     *           "what": {}
                     *         }
                     *       ],
                     *       "publishable": false
                     *     }
                     */
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getDraftSection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "section": "section",
                     *       "state": "draft",
                     *       "version": 7,
                     *       "value": {},
                     *       "editable": null,
                     *       "release": 7,
                     *       "base": 6,
                     *       "author_id": null,
                     *       "updated_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["SectionView"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    draftSection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                section: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": {}
                 *     }
                 */
                "application/json": components["schemas"]["DraftSection"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "section": "section",
                     *       "state": "draft",
                     *       "version": 7,
                     *       "value": {},
                     *       "editable": null,
                     *       "release": 7,
                     *       "base": 6,
                     *       "author_id": null,
                     *       "updated_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["SectionView"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    discardSection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    settleDraftSection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                section: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "choices": {}
                 *     }
                 */
                "application/json": components["schemas"]["SettleDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "section": "section",
                     *       "state": "draft",
                     *       "version": 7,
                     *       "value": {},
                     *       "editable": null,
                     *       "release": 7,
                     *       "base": 6,
                     *       "author_id": null,
                     *       "updated_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["SectionView"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    mergeCategory: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "service",
                 *       "into": "into"
                 *     }
                 */
                "application/json": components["schemas"]["MergeCategory"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "section": "section",
                     *       "state": "draft",
                     *       "version": 7,
                     *       "value": {},
                     *       "editable": null,
                     *       "release": 7,
                     *       "base": 6,
                     *       "author_id": null,
                     *       "updated_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["SectionView"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    publishDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["PublishDraft"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "release": 7
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedAnswer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    readOfficialDays: {
        parameters: {
            query: {
                year: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 1,
                     *       "is_announced": true,
                     *       "source": "source",
                     *       "days": [
                     *         {
                     *           "on": "2026-11-23"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OfficialYear"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getPortalInfo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "workspace": "示例公司",
                     *       "locale": "zh-CN",
                     *       "mails": true,
                     *       "types": [
                     *         {
                     *           "key": "technical",
                     *           "name": {
                     *             "zh-CN": "技术支持",
                     *             "en": "Technical support"
                     *           },
                     *           "fields": [
                     *             {
                     *               "key": "order_number",
                     *               "name": {
                     *                 "zh-CN": "订单号",
                     *                 "en": "Order number"
                     *               },
                     *               "kind": "text",
                     *               "required": true,
                     *               "help": {},
                     *               "choices": []
                     *             }
                     *           ],
                     *           "asks": true
                     *         }
                     *       ],
                     *       "templates": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "type": "technical",
                     *           "title": {},
                     *           "text": {},
                     *           "note": {},
                     *           "values": {},
                     *           "fields": [
                     *             {
                     *               "key": "order_number",
                     *               "name": {
                     *                 "zh-CN": "订单号",
                     *                 "en": "Order number"
                     *               },
                     *               "kind": "text",
                     *               "required": true,
                     *               "help": {},
                     *               "choices": []
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PortalInfo"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    sendForm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "无法登录",
                 *       "text": "登录时提示“验证码错误”。",
                 *       "type": "technical",
                 *       "mail": "wangfang@example.com",
                 *       "name": "王芳"
                 *     }
                 */
                "application/json": components["schemas"]["SendForm"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "link": "https://help.example.com/portal/tickets/GD-20261123-0042",
                     *       "mailed": true
                     *     }
                     */
                    "application/json": components["schemas"]["FormSent"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    formState: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "technical"
                 *     }
                 */
                "application/json": components["schemas"]["TypedForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "visible": true,
                     *         "required": true,
                     *         "read_only": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["FieldState"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example gd_3q2-7wAAAAAAAAAAAAAAAAAAAAAA */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "status": "received",
                     *       "mailed": true
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listOwnTickets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "number": "GD-20261123-0042",
                     *         "title": "无法登录",
                     *         "status": {
                     *           "zh-CN": "处理中",
                     *           "en": "In progress"
                     *         },
                     *         "phase": "open",
                     *         "updated_at": "2026-11-23T10:05:00+08:00",
                     *         "created_at": "2026-11-23T10:05:00+08:00"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["PortalRow"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getOwnTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "title": "无法登录",
                     *       "status": {
                     *         "zh-CN": "处理中",
                     *         "en": "In progress"
                     *       },
                     *       "phase": "open",
                     *       "type": {
                     *         "zh-CN": "技术支持",
                     *         "en": "Technical support"
                     *       },
                     *       "responsible": "李雷",
                     *       "next_step": {
                     *         "zh-CN": "我们正在处理。",
                     *         "en": "We are working on it."
                     *       },
                     *       "answer_due_at": null,
                     *       "solution_due_at": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "updated_at": "2026-11-23T10:05:00+08:00",
                     *       "closed_at": null,
                     *       "steps": [
                     *         {
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "state": "ahead",
                     *           "since": null
                     *         }
                     *       ],
                     *       "status_names": {
                     *         "in_progress": {
                     *           "zh-CN": "处理中",
                     *           "en": "In progress"
                     *         }
                     *       },
                     *       "messages": [
                     *         {
                     *           "id": 4207,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "mine": true,
                     *           "author": "李雷",
                     *           "kind": "agent",
                     *           "text": "请再试一次。",
                     *           "html": "<p>请再试一次。</p>",
                     *           "files": [
                     *             {
                     *               "id": "42011",
                     *               "name": "screenshot.png",
                     *               "type": "image/png",
                     *               "size": 1,
                     *               "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *               "inline": true,
                     *               "content_id": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "asks_who": true,
                     *       "rating": null,
                     *       "rating_until": null,
                     *       "can_reply": true,
                     *       "can_confirm": true,
                     *       "can_reopen": true,
                     *       "reopen_until": null,
                     *       "merged_into": null,
                     *       "can_rate": true,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PortalTicket"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    writeToOwnTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["OwnWords"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "title": "无法登录",
                     *       "status": {
                     *         "zh-CN": "处理中",
                     *         "en": "In progress"
                     *       },
                     *       "phase": "open",
                     *       "type": {
                     *         "zh-CN": "技术支持",
                     *         "en": "Technical support"
                     *       },
                     *       "responsible": "李雷",
                     *       "next_step": {
                     *         "zh-CN": "我们正在处理。",
                     *         "en": "We are working on it."
                     *       },
                     *       "answer_due_at": null,
                     *       "solution_due_at": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "updated_at": "2026-11-23T10:05:00+08:00",
                     *       "closed_at": null,
                     *       "steps": [
                     *         {
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "state": "ahead",
                     *           "since": null
                     *         }
                     *       ],
                     *       "status_names": {
                     *         "in_progress": {
                     *           "zh-CN": "处理中",
                     *           "en": "In progress"
                     *         }
                     *       },
                     *       "messages": [
                     *         {
                     *           "id": 4207,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "mine": true,
                     *           "author": "李雷",
                     *           "kind": "agent",
                     *           "text": "请再试一次。",
                     *           "html": "<p>请再试一次。</p>",
                     *           "files": [
                     *             {
                     *               "id": "42011",
                     *               "name": "screenshot.png",
                     *               "type": "image/png",
                     *               "size": 1,
                     *               "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *               "inline": true,
                     *               "content_id": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "asks_who": true,
                     *       "rating": null,
                     *       "rating_until": null,
                     *       "can_reply": true,
                     *       "can_confirm": true,
                     *       "can_reopen": true,
                     *       "reopen_until": null,
                     *       "merged_into": null,
                     *       "can_rate": true,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PortalTicket"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    confirmOwnTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "title": "无法登录",
                     *       "status": {
                     *         "zh-CN": "处理中",
                     *         "en": "In progress"
                     *       },
                     *       "phase": "open",
                     *       "type": {
                     *         "zh-CN": "技术支持",
                     *         "en": "Technical support"
                     *       },
                     *       "responsible": "李雷",
                     *       "next_step": {
                     *         "zh-CN": "我们正在处理。",
                     *         "en": "We are working on it."
                     *       },
                     *       "answer_due_at": null,
                     *       "solution_due_at": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "updated_at": "2026-11-23T10:05:00+08:00",
                     *       "closed_at": null,
                     *       "steps": [
                     *         {
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "state": "ahead",
                     *           "since": null
                     *         }
                     *       ],
                     *       "status_names": {
                     *         "in_progress": {
                     *           "zh-CN": "处理中",
                     *           "en": "In progress"
                     *         }
                     *       },
                     *       "messages": [
                     *         {
                     *           "id": 4207,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "mine": true,
                     *           "author": "李雷",
                     *           "kind": "agent",
                     *           "text": "请再试一次。",
                     *           "html": "<p>请再试一次。</p>",
                     *           "files": [
                     *             {
                     *               "id": "42011",
                     *               "name": "screenshot.png",
                     *               "type": "image/png",
                     *               "size": 1,
                     *               "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *               "inline": true,
                     *               "content_id": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "asks_who": true,
                     *       "rating": null,
                     *       "rating_until": null,
                     *       "can_reply": true,
                     *       "can_confirm": true,
                     *       "can_reopen": true,
                     *       "reopen_until": null,
                     *       "merged_into": null,
                     *       "can_rate": true,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PortalTicket"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    reopenOwnTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["OwnWords"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "title": "无法登录",
                     *       "status": {
                     *         "zh-CN": "处理中",
                     *         "en": "In progress"
                     *       },
                     *       "phase": "open",
                     *       "type": {
                     *         "zh-CN": "技术支持",
                     *         "en": "Technical support"
                     *       },
                     *       "responsible": "李雷",
                     *       "next_step": {
                     *         "zh-CN": "我们正在处理。",
                     *         "en": "We are working on it."
                     *       },
                     *       "answer_due_at": null,
                     *       "solution_due_at": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "updated_at": "2026-11-23T10:05:00+08:00",
                     *       "closed_at": null,
                     *       "steps": [
                     *         {
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "state": "ahead",
                     *           "since": null
                     *         }
                     *       ],
                     *       "status_names": {
                     *         "in_progress": {
                     *           "zh-CN": "处理中",
                     *           "en": "In progress"
                     *         }
                     *       },
                     *       "messages": [
                     *         {
                     *           "id": 4207,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "mine": true,
                     *           "author": "李雷",
                     *           "kind": "agent",
                     *           "text": "请再试一次。",
                     *           "html": "<p>请再试一次。</p>",
                     *           "files": [
                     *             {
                     *               "id": "42011",
                     *               "name": "screenshot.png",
                     *               "type": "image/png",
                     *               "size": 1,
                     *               "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *               "inline": true,
                     *               "content_id": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "asks_who": true,
                     *       "rating": null,
                     *       "rating_until": null,
                     *       "can_reply": true,
                     *       "can_confirm": true,
                     *       "can_reopen": true,
                     *       "reopen_until": null,
                     *       "merged_into": null,
                     *       "can_rate": true,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PortalTicket"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    rateOwnTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "score": 5,
                 *       "comment": "很快就解决了"
                 *     }
                 */
                "application/json": components["schemas"]["Rating"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "title": "无法登录",
                     *       "status": {
                     *         "zh-CN": "处理中",
                     *         "en": "In progress"
                     *       },
                     *       "phase": "open",
                     *       "type": {
                     *         "zh-CN": "技术支持",
                     *         "en": "Technical support"
                     *       },
                     *       "responsible": "李雷",
                     *       "next_step": {
                     *         "zh-CN": "我们正在处理。",
                     *         "en": "We are working on it."
                     *       },
                     *       "answer_due_at": null,
                     *       "solution_due_at": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "updated_at": "2026-11-23T10:05:00+08:00",
                     *       "closed_at": null,
                     *       "steps": [
                     *         {
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "state": "ahead",
                     *           "since": null
                     *         }
                     *       ],
                     *       "status_names": {
                     *         "in_progress": {
                     *           "zh-CN": "处理中",
                     *           "en": "In progress"
                     *         }
                     *       },
                     *       "messages": [
                     *         {
                     *           "id": 4207,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "mine": true,
                     *           "author": "李雷",
                     *           "kind": "agent",
                     *           "text": "请再试一次。",
                     *           "html": "<p>请再试一次。</p>",
                     *           "files": [
                     *             {
                     *               "id": "42011",
                     *               "name": "screenshot.png",
                     *               "type": "image/png",
                     *               "size": 1,
                     *               "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *               "inline": true,
                     *               "content_id": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "asks_who": true,
                     *       "rating": null,
                     *       "rating_until": null,
                     *       "can_reply": true,
                     *       "can_confirm": true,
                     *       "can_reopen": true,
                     *       "reopen_until": null,
                     *       "merged_into": null,
                     *       "can_rate": true,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PortalTicket"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    ownWords: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "title": "无法登录",
                     *       "status": {
                     *         "zh-CN": "处理中",
                     *         "en": "In progress"
                     *       },
                     *       "phase": "open",
                     *       "type": {
                     *         "zh-CN": "技术支持",
                     *         "en": "Technical support"
                     *       },
                     *       "responsible": "李雷",
                     *       "next_step": {
                     *         "zh-CN": "我们正在处理。",
                     *         "en": "We are working on it."
                     *       },
                     *       "answer_due_at": null,
                     *       "solution_due_at": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "updated_at": "2026-11-23T10:05:00+08:00",
                     *       "closed_at": null,
                     *       "steps": [
                     *         {
                     *           "status": "in_progress",
                     *           "phase": "open",
                     *           "state": "ahead",
                     *           "since": null
                     *         }
                     *       ],
                     *       "status_names": {
                     *         "in_progress": {
                     *           "zh-CN": "处理中",
                     *           "en": "In progress"
                     *         }
                     *       },
                     *       "messages": [
                     *         {
                     *           "id": 4207,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "mine": true,
                     *           "author": "李雷",
                     *           "kind": "agent",
                     *           "text": "请再试一次。",
                     *           "html": "<p>请再试一次。</p>",
                     *           "files": [
                     *             {
                     *               "id": "42011",
                     *               "name": "screenshot.png",
                     *               "type": "image/png",
                     *               "size": 1,
                     *               "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *               "inline": true,
                     *               "content_id": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "asks_who": true,
                     *       "rating": null,
                     *       "rating_until": null,
                     *       "can_reply": true,
                     *       "can_confirm": true,
                     *       "can_reopen": true,
                     *       "reopen_until": null,
                     *       "merged_into": null,
                     *       "can_rate": true,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PortalTicket"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    openStream: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    watchList: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "client": "client",
                 *       "list": "list"
                 *     }
                 */
                "application/json": components["schemas"]["WatchList"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setTicketPresence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "replying"
                 *     }
                 */
                "application/json": components["schemas"]["SetPresence"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "people": [
                     *         {
                     *           "id": 4207,
                     *           "name": "李雷",
                     *           "mode": "replying"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PeoplePresent"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listAlikeTickets: {
        parameters: {
            query: {
                /** @example 无法登录 */
                title: string;
                requester_id?: number;
                /** @example lilei@example.com */
                mail?: string;
                /** @example +8613800000000 */
                phone?: string;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "number": "GD-20261123-0042",
                     *         "title": "无法登录",
                     *         "type": "technical",
                     *         "status": "in_progress",
                     *         "phase": "open",
                     *         "updated_at": "2026-11-23T10:05:00+08:00"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["AlikeTicket"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listAlike: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "number": "GD-20261123-0042",
                     *         "title": "无法登录",
                     *         "type": "technical",
                     *         "status": "in_progress",
                     *         "phase": "open",
                     *         "updated_at": "2026-11-23T10:05:00+08:00"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["AlikeTicket"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    linkTickets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "blocked_by"
                 *     }
                 */
                "application/json": components["schemas"]["LinkTickets"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    unlinkTickets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    openChild: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "无法登录"
                 *     }
                 */
                "application/json": components["schemas"]["OpenChild"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setChildrenRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "closing": "block"
                 *     }
                 */
                "application/json": components["schemas"]["SetChildrenRule"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    previewMerge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customers": [
                     *         "customers"
                     *       ],
                     *       "may_merge": true,
                     *       "messages": 1,
                     *       "joining": 1,
                     *       "older": "older"
                     *     }
                     */
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    mergeTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "into"
                 *     }
                 */
                "application/json": components["schemas"]["MergeTicket"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    unmergeTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    splitTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messages": [
                 *         1
                 *       ],
                 *       "title": "无法登录"
                 *     }
                 */
                "application/json": components["schemas"]["SplitTicket"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listCannedReplies: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "replies": [
                     *         {
                     *           "key": "service",
                     *           "name": {},
                     *           "text": {},
                     *           "keyword": "keyword",
                     *           "owner": null,
                     *           "shared": "everybody",
                     *           "teams": [
                     *             "service"
                     *           ],
                     *           "can_edit": true,
                     *           "version": 7
                     *         }
                     *       ],
                     *       "variables": [
                     *         {
                     *           "key": "service",
                     *           "name": {}
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CannedReplies"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    saveCannedReply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh-CN": "请补充截图",
                 *         "en": "Ask for a screenshot"
                 *       },
                 *       "text": {
                 *         "zh-CN": "{customer}，请提供截图。",
                 *         "en": "{customer}, please send a screenshot."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SaveCannedReply"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "service",
                     *       "name": {},
                     *       "text": {},
                     *       "keyword": "keyword",
                     *       "owner": null,
                     *       "shared": "everybody",
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "can_edit": true,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["CannedReplyInfo"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    removeCannedReply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                reply_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    changeCannedReply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                reply_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh-CN": "请补充截图",
                 *         "en": "Ask for a screenshot"
                 *       },
                 *       "text": {
                 *         "zh-CN": "{customer}，请提供截图。",
                 *         "en": "{customer}, please send a screenshot."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangeCannedReply"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "service",
                     *       "name": {},
                     *       "text": {},
                     *       "keyword": "keyword",
                     *       "owner": null,
                     *       "shared": "everybody",
                     *       "teams": [
                     *         "service"
                     *       ],
                     *       "can_edit": true,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["CannedReplyInfo"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    assignTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["AssignRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    claimTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    shutMemberOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 4207 */
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ShutOut"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operation_id": 1,
                     *       "tickets": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Departed"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listLoads: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "person_id": 4207,
                     *         "used": 1
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MemberLoad"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    removeRoster: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example service */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listShifts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "name": {},
                     *         "is_open": true,
                     *         "retired": true,
                     *         "people": [
                     *           1
                     *         ],
                     *         "teams": [
                     *           "service"
                     *         ],
                     *         "own": [
                     *           1
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ShiftCalendar"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    tryDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "technical",
                 *       "priority": "P2",
                 *       "created_at": "2026-11-23T10:05:00+08:00"
                 *     }
                 */
                "application/json": components["schemas"]["TryDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policy": null,
                     *       "promises": [
                     *         {
                     *           "metric": "first_response",
                     *           "amount": 1,
                     *           "unit": "calendar_minutes",
                     *           "calendar": null,
                     *           "due_at": null,
                     *           "warns_at": [
                     *             "warns_at"
                     *           ],
                     *           "is_provisional": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TriedDraft"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    openTickets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tickets": [
                 *         {
                 *           "title": "无法登录",
                 *           "text": "登录时提示“验证码错误”。",
                 *           "requester": {
                 *             "mail": "wangfang@example.com",
                 *             "name": "王芳"
                 *           },
                 *           "type": "technical",
                 *           "category": "account.sign_in",
                 *           "priority": "P2",
                 *           "tags": [
                 *             "登录"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OpenTickets"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "refused": 0,
                     *       "rows": [
                     *         {
                     *           "index": 0,
                     *           "ticket": {
                     *             "number": "GD-20261123-0042",
                     *             "version": 7,
                     *             "title": "无法登录",
                     *             "type": "technical",
                     *             "category": "account.sign_in",
                     *             "priority": "P2",
                     *             "status": "in_progress",
                     *             "phase": "open",
                     *             "team": "service",
                     *             "assignee_id": 4207,
                     *             "tags": [
                     *               "登录"
                     *             ],
                     *             "incomplete": [],
                     *             "clocks": [
                     *               {
                     *                 "metric": "first_response",
                     *                 "state": "running",
                     *                 "due_at": "2026-11-23T11:05:00+08:00"
                     *               }
                     *             ],
                     *             "message_id": 42090
                     *           },
                     *           "problem": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    openingForm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["TypedTicket"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "key": "service",
                     *         "visible": true,
                     *         "required": true,
                     *         "read_only": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["FieldState"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    tryForm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["TryForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "has_form": true,
                     *       "fields": [
                     *         {
                     *           "key": "service",
                     *           "visible": true,
                     *           "required": true,
                     *           "read_only": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TriedForm"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setRequester: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["SetRequesterRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    mergeCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "merged_id": 1
                 *     }
                 */
                "application/json": components["schemas"]["MergeCustomer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer_id": 1,
                     *       "tickets": 1,
                     *       "conversations": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MergeOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    unmergeCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                customer_id: number;
                merged_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer_id": 1,
                     *       "tickets": 1,
                     *       "conversations": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MergeOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    replyToTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "请再试一次。",
                 *       "cc": [
                 *         "li@partner.example"
                 *       ],
                 *       "to": "waiting"
                 *     }
                 */
                "application/json": components["schemas"]["WriteReply"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "请再试一次。"
                 *     }
                 */
                "application/json": components["schemas"]["WriteMessage"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    acceptTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["AcceptRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    tagTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add": [
                 *         "登录"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SetTags"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    watchTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "watching": true,
                 *       "person_id": 4207
                 *     }
                 */
                "application/json": components["schemas"]["SetWatching"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    moveTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "waiting_customer",
                 *       "reason": null
                 *     }
                 */
                "application/json": components["schemas"]["Move"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    resolveTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "已为您重置，请再试一次。"
                 *     }
                 */
                "application/json": components["schemas"]["Resolve"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    confirmTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    confirmForCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "chat"
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmForRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    finishFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "alerted"
                 *     }
                 */
                "application/json": components["schemas"]["FinishFollowUpRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    reopenTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ReopenRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    rateTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "score": 5
                 *     }
                 */
                "application/json": components["schemas"]["RateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    closeTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Close"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    trashTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["PutAwayRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    markAsSpam: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["PutAwayRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listMessageDrafts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "number": "GD-20261123-0042",
                     *         "kind": "note",
                     *         "saved_at": "2026-11-23T10:05:00+08:00"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MessageDraftPlace"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getMessageDrafts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "kind": "note",
                     *         "text": "登录时提示“验证码错误”。",
                     *         "html": "<p>请再试一次。</p>",
                     *         "files": [
                     *           {
                     *             "id": "42011",
                     *             "name": "screenshot.png",
                     *             "type": "image/png",
                     *             "size": 1,
                     *             "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *             "inline": true,
                     *             "content_id": null
                     *           }
                     *         ],
                     *         "version": 7,
                     *         "saved_at": "2026-11-23T10:05:00+08:00",
                     *         "due_at": null,
                     *         "to": null,
                     *         "fields": {
                     *           "order_number": "A-1042"
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MessageDraftView"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    saveMessageDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["SaveMessageDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description Its version, for `If-Match`. */
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "note",
                     *       "text": "登录时提示“验证码错误”。",
                     *       "html": "<p>请再试一次。</p>",
                     *       "files": [
                     *         {
                     *           "id": "42011",
                     *           "name": "screenshot.png",
                     *           "type": "image/png",
                     *           "size": 1,
                     *           "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *           "inline": true,
                     *           "content_id": null
                     *         }
                     *       ],
                     *       "version": 7,
                     *       "saved_at": "2026-11-23T10:05:00+08:00",
                     *       "due_at": null,
                     *       "to": null,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MessageDraftView"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    discardMessageDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    holdReply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "登录时提示“验证码错误”。",
                 *       "wait_s": 1
                 *     }
                 */
                "application/json": components["schemas"]["HoldReply"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "note",
                     *       "text": "登录时提示“验证码错误”。",
                     *       "html": "<p>请再试一次。</p>",
                     *       "files": [
                     *         {
                     *           "id": "42011",
                     *           "name": "screenshot.png",
                     *           "type": "image/png",
                     *           "size": 1,
                     *           "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *           "inline": true,
                     *           "content_id": null
                     *         }
                     *       ],
                     *       "version": 7,
                     *       "saved_at": "2026-11-23T10:05:00+08:00",
                     *       "due_at": null,
                     *       "to": null,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MessageDraftView"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    takeReplyBack: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "note",
                     *       "text": "登录时提示“验证码错误”。",
                     *       "html": "<p>请再试一次。</p>",
                     *       "files": [
                     *         {
                     *           "id": "42011",
                     *           "name": "screenshot.png",
                     *           "type": "image/png",
                     *           "size": 1,
                     *           "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *           "inline": true,
                     *           "content_id": null
                     *         }
                     *       ],
                     *       "version": 7,
                     *       "saved_at": "2026-11-23T10:05:00+08:00",
                     *       "due_at": null,
                     *       "to": null,
                     *       "fields": {
                     *         "order_number": "A-1042"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MessageDraftView"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    sendHeldReply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    undoTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["UndoRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": null,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090,
                     *       "undone": [
                     *         "undone"
                     *       ],
                     *       "stays": [
                     *         "stays"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["UndoOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    beginConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "portal",
                 *       "party": {}
                 *     }
                 */
                "application/json": components["schemas"]["BeginConversation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getConversation: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "conversation": {
                     *         "id": 4207,
                     *         "channel": "portal",
                     *         "external_key": "external_key",
                     *         "party_id": 1,
                     *         "team": "service",
                     *         "agent_id": null,
                     *         "state": "closed",
                     *         "rating": null,
                     *         "created_at": "2026-11-23T10:05:00+08:00",
                     *         "ended_at": null,
                     *         "version": 7
                     *       },
                     *       "party": {
                     *         "id": 4207,
                     *         "name": "李雷"
                     *       },
                     *       "tickets": [
                     *         "tickets"
                     *       ],
                     *       "messages": [
                     *         {
                     *           "id": 4207,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "audience": "customer",
                     *           "author": "agent",
                     *           "person": null,
                     *           "text": "登录时提示“验证码错误”。",
                     *           "html": "<p>请再试一次。</p>",
                     *           "files": [
                     *             {
                     *               "id": "42011",
                     *               "name": "screenshot.png",
                     *               "type": "image/png",
                     *               "size": 1,
                     *               "url": "/api/v1/files/42011/screenshot.png?until=1795399500&mac=Zm9v",
                     *               "inline": true,
                     *               "content_id": null
                     *             }
                     *           ],
                     *           "redacted": true,
                     *           "ticket": null
                     *         }
                     *       ],
                     *       "more": true,
                     *       "earlier": null
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationDetail"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    joinConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    handOverConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "agent_id": 1
                 *     }
                 */
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    transferConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "team": "service"
                 *     }
                 */
                "application/json": components["schemas"]["TransferConversation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    closeConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    rateConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "score": 5
                 *     }
                 */
                "application/json": components["schemas"]["RateConversation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    sayInConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "登录时提示“验证码错误”。"
                 *     }
                 */
                "application/json": components["schemas"]["SayInConversation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message_id": 42090,
                     *       "ticket": null
                     *     }
                     */
                    "application/json": components["schemas"]["UtteredMessage"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    passMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
                /** @example 42090 */
                message_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "GD-20261123-0042"
                 *     }
                 */
                "application/json": components["schemas"]["LinkConversation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    linkConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "GD-20261123-0042"
                 *     }
                 */
                "application/json": components["schemas"]["LinkConversation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    unlinkConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4207,
                     *       "channel": "portal",
                     *       "external_key": "external_key",
                     *       "party_id": 1,
                     *       "team": "service",
                     *       "agent_id": null,
                     *       "state": "closed",
                     *       "rating": null,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "ended_at": null,
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationOutcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    openTicketFromConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["OpenFromConversation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["OpenedFromConversation"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    editNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
                /** @example 42090 */
                message_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "登录时提示“验证码错误”。"
                 *     }
                 */
                "application/json": components["schemas"]["EditNoteRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    listNoteVersions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
                /** @example 42090 */
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "version": 7,
                     *         "text": "登录时提示“验证码错误”。",
                     *         "at": "2026-11-23T10:05:00+08:00"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["NoteVersion"][];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    checkTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description The version that the author saw, quoted as in `ETag`. The change is refused (412) when what it sets was changed since; without the header it is made in any case.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example GD-20261123-0042 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "item": "item",
                 *           "state": "done"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CheckItems"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "GD-20261123-0042",
                     *       "version": 7,
                     *       "title": "无法登录",
                     *       "type": "technical",
                     *       "category": "account.sign_in",
                     *       "priority": "P2",
                     *       "status": "in_progress",
                     *       "phase": "open",
                     *       "team": "service",
                     *       "assignee_id": 4207,
                     *       "tags": [
                     *         "登录"
                     *       ],
                     *       "incomplete": [],
                     *       "clocks": [
                     *         {
                     *           "metric": "first_response",
                     *           "state": "running",
                     *           "due_at": "2026-11-23T11:05:00+08:00"
                     *         }
                     *       ],
                     *       "message_id": 42090
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "bad",
                     *       "at": "2026-11-23T10:05:00+08:00",
                     *       "checks": [
                     *         {
                     *           "key": "service",
                     *           "code": "sla.year_missing",
                     *           "state": "bad",
                     *           "title": "无法登录",
                     *           "text": "登录时提示“验证码错误”。",
                     *           "remedy": null,
                     *           "count": 12,
                     *           "since": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SystemState"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "is_over": true,
                     *       "steps": [
                     *         {
                     *           "key": "category",
                     *           "done": true,
                     *           "skipped": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SetupGuide"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    setSetupStep: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of problems: `zh-CN` (the default) or `en`.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description `csrf` of `GET /session`; only with the cookie of a session, and needed with it. */
                "X-CSRF-Token"?: components["parameters"]["X-CSRF-Token"];
                /**
                 * @description A name of the client's own for this request. Sent again with the same key and body it gets the same answer, with `Idempotency-Replayed: true`, and nothing is done twice.
                 * @example 5b9f1c52-order-1042
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "category",
                 *       "skipped": true
                 *     }
                 */
                "application/json": components["schemas"]["SetSetupStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "is_over": true,
                     *       "steps": [
                     *         {
                     *           "key": "category",
                     *           "done": true,
                     *           "skipped": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SetupGuide"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            408: components["responses"]["REQUEST_TIMEOUT"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["REQUEST_ENTITY_TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA_TYPE"];
            422: components["responses"]["UNPROCESSABLE_ENTITY"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
}
