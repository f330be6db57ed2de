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
         * Change one's language, time zone or presence; what is left out stays
         * @description Change one's language, time zone or presence; what is left out stays.
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
         * Change a member's name, roles, teams, or whether they are let in
         * @description Change a member's name, roles, teams, or whether they are let in. All of it happens, or nothing.
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
         * All teams and duty rosters, by key
         * @description All teams and duty rosters, by key.
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
        post?: never;
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
    "/api/v1/mail-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mailboxes, with how reading and sending stand
         * @description The mailboxes, with how reading and sending stand.
         *
         *     For members, with `workspace.manage`.
         */
        get: operations["listMailAccounts"];
        put?: never;
        /**
         * Add a mailbox; it is read and sent from at once
         * @description Add a mailbox; it is read and sent from at once. Its passwords are sealed, and never shown again. Servers inside
         *     the network must be allowed by the operator.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        post: operations["addMailAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail-accounts/{account_id}": {
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
         * Switch a mailbox on or off, or name the relay that it trusts
         * @description Switch a mailbox on or off, or name the relay that it trusts. Off, it is neither read nor sent from; what waits
         *     to be sent keeps waiting.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        patch: operations["changeMailAccount"];
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
         * All accounts of channels, with how receiving and sending stand
         * @description All accounts of channels, with how receiving and sending stand.
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
         * Switch an account on or off, or change its name, its settings as a whole, or its secrets
         * @description Switch an account on or off, or change its name, its settings as a whole, or its secrets. Off, nothing is taken
         *     in or sent by it; what waits to be sent keeps waiting.
         *
         *     For members, with `workspace.manage`. A token needs the scope `admin` or `all`.
         */
        patch: operations["changeChannelAccount"];
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
         * Try its servers now: signing in to them, or sending something that means nothing
         * @description Try its servers now: signing in to them, or sending something that means nothing.
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
         * What waits, failed, was stopped or is uncertain; with `states` what is in these
         * @description What waits, failed, was stopped or is uncertain; with `states` what is in these. The latest 200.
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
    "/api/v1/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails that came in, latest first, at most 200; `before` is the id of the last one of the page before
         * @description Mails that came in, latest first, at most 200; `before` is the id of the last one of the page before. With
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
    "/api/v1/quarantine/mails": {
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
    "/api/v1/quarantine/mails/{mail_id}/release": {
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
         *     so no guess and no budget stops it; what cannot be settled comes back with its reason.
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
         *     `created`, `due`, `priority` or a filterable custom field, `fields.<key>`; `after` is the cursor that the
         *     page before gave.
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
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's latest notices, newest first, and how many are unread
         * @description One's latest notices, newest first, and how many are unread.
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
         * Count one's notices as read, up to the newest that was seen
         * @description Count one's notices as read, up to the newest that was seen.
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
    "/api/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one planned or started, latest first
         * @description What one planned or started, latest first.
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
    "/api/v1/portal/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company's name, and the forms that it offers
         * @description The company's name, and the forms that it offers.
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
         * It is not solved: take it up again
         * @description It is not solved: take it up again. When the window of a closed ticket is over, a new one that follows it is
         *     opened and answered instead.
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
         * Live events: `hello`, `ticket`, `views`, `list`, `notice`, `delivery`, `presence`, `resync`
         * @description Live events: `hello`, `ticket`, `views`, `list`, `notice`, `delivery`, `presence`, `resync`. For
         *     staff.
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
         * Answer the customer in public
         * @description Answer the customer in public. 412 when a public message arrived that `If-Match` had not seen.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        /** AccountTested */
        AccountTested: {
            /** @description Null: it works. */
            fault: string | null;
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
        };
        /**
         * AddMailAccount
         * @description A mailbox that is read (`imap`), that sends (`smtp`), or both.
         */
        AddMailAccount: {
            address: string;
            /** @description As receivers see it. */
            name: string;
            /** @default null */
            imap?: components["schemas"]["Imap"] | null;
            /** @default null */
            imap_password?: string | null;
            /** @default null */
            smtp?: components["schemas"]["Smtp"] | null;
            /** @default null */
            smtp_password?: string | null;
            /**
             * @description Whether `support+x@…` reaches this mailbox: then replies carry their ticket in the address.
             * @default false
             */
            plus_addressing?: boolean;
            /**
             * @description By what name our own relay signs `Authentication-Results`. Only by its findings a mail proves from whom it
             *     comes: without it colleagues who write by mail count as unverified.
             * @default null
             */
            trusted_relay?: string | null;
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
        /** Candidate */
        Candidate: {
            person: components["schemas"]["PersonRef"];
            /** @description The filter that removed them (`absent`, `full`, `skill` …), or null when they were eligible. */
            removed_by: string | null;
            load: number;
            detail: Record<string, unknown>;
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
            /** @default {} */
            description?: {
                [key: string]: string;
            };
            /**
             * @description Words and phrases, Chinese and English, that speak for this category; lower case.
             * @default []
             */
            words?: string[];
        };
        /**
         * ChangeChannelAccount
         * @description What is left out stays; `settings` and `secrets` are replaced as a whole.
         */
        ChangeChannelAccount: {
            active?: boolean;
            name?: string;
            settings?: Record<string, unknown>;
            secrets?: Record<string, unknown>;
        };
        /**
         * ChangeMailAccount
         * @description What is left out stays.
         */
        ChangeMailAccount: {
            active?: boolean;
            trusted_relay?: string | null;
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
            /** @enum {unknown} */
            shared?: "everybody" | "nobody" | "teams";
            teams?: string[];
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
            receiving: components["schemas"]["AccountHealth"];
            sending: components["schemas"]["AccountHealth"];
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
        };
        /** Choice */
        Choice: {
            key: string;
            name: {
                [key: string]: string;
            };
            /** @default false */
            retired?: boolean;
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
            cell: "ago" | "bool" | "choice" | "date" | "due" | "instant" | "key" | "money" | "number" | "person" | "priority" | "set" | "status" | "tags" | "text";
            /** @description The member of a row that it shows; of a custom field `fields.<key>`. */
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
            kind: "bool" | "choice" | "date" | "instant" | "long_text" | "mail" | "money" | "number" | "phone" | "set" | "text" | "url";
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
        /**
         * EscalateAction
         * @description Fire a level of the ticket's ladder.
         */
        EscalateAction: {
            /** @enum {unknown} */
            do: "escalate";
            level: string;
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
        /**
         * Forwarded
         * @description Who wrote the request that a message passes on.
         */
        Forwarded: {
            name: string;
            address: string;
        };
        /** HandOver */
        HandOver: {
            agent_id: number;
        };
        /**
         * Health
         * @description How the connection to a server stands.
         */
        Health: {
            /** @description Null when the last attempt went well, or there was none. */
            fault: string | null;
            /** @description Of the last look into the mailbox; for sending, until when the server is left alone. */
            at: string | null;
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
        /** Imap */
        Imap: {
            host: string;
            /** @default 993 */
            port?: number;
            /**
             * @default tls
             * @enum {unknown}
             */
            security?: "plain" | "starttls" | "tls";
            user: string;
            /** @default INBOX */
            folder?: string;
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
        /** MailAccountAdded */
        MailAccountAdded: {
            id: number;
        };
        /** MailAccountInfo */
        MailAccountInfo: {
            id: number;
            address: string;
            name: string;
            active: boolean;
            settings: components["schemas"]["MailSettings"];
            reading: components["schemas"]["Health"];
            sending: components["schemas"]["Health"];
        };
        /** MailSettings */
        MailSettings: {
            /** @default null */
            imap?: components["schemas"]["Imap"] | null;
            /** @default null */
            smtp?: components["schemas"]["Smtp"] | null;
            /**
             * @description Whether `support+x@…` reaches the mailbox of `support@…`: then replies carry their ticket in the address.
             * @default false
             */
            plus_addressing?: boolean;
            /**
             * @description By what name our own relay signs its findings about senders (`Authentication-Results`). Only with it a mail
             *     proves from whom it comes; None believes nobody.
             * @default null
             */
            trusted_relay?: string | null;
            /**
             * @description The operator named the servers, on the command line: they may stand inside the network.
             * @default false
             */
            inside?: boolean;
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
            /** @description The latest, newest first. */
            notices: components["schemas"]["Notice"][];
            unread: number;
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
         * @description `planned` until it is started. `done` counts items that changed, `unchanged` those that were so already.
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
            /** @description Of a preview. */
            foreseen: components["schemas"]["ForeseenChange"] | null;
        };
        /** Organisation */
        Organisation: {
            id: number;
            name: string;
            tier: string;
        };
        /**
         * OutboxItem
         * @description A line of the visible queue.
         */
        OutboxItem: {
            id: number;
            kind: string;
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
            categories?: components["schemas"]["Category"][];
            /** @default [] */
            priorities?: components["schemas"]["Priority"][];
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
        /**
         * PortalInfo
         * @description What the portal needs before anybody signed in.
         */
        PortalInfo: {
            workspace: string;
            locale: string;
            types: components["schemas"]["FormType"][];
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
        /** ReadNotices */
        ReadNotices: {
            /** @description The newest notice that was seen: it and all older ones count as read. */
            up_to: number;
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
        /** ReleaseInfo */
        ReleaseInfo: {
            number: number;
            note: string;
            /** @description None: the system, such as when the workspace was made. */
            author_id: number | null;
            /** Format: date-time */
            published_at: string;
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
        };
        /** RollBack */
        RollBack: {
            to: number;
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
        };
        /**
         * SetMember
         * @description What is left out stays; `roles` and `teams` replace what was.
         */
        SetMember: {
            name?: string;
            active?: boolean;
            roles?: string[];
            teams?: {
                [key: string]: boolean;
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
        /** Smtp */
        Smtp: {
            host: string;
            /** @default 465 */
            port?: number;
            /**
             * @default tls
             * @enum {unknown}
             */
            security?: "plain" | "starttls" | "tls";
            /**
             * @description None sends without login.
             * @default null
             */
            user?: string | null;
        };
        /** Speaker */
        Speaker: {
            id: number;
            name: string;
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
        /** TeamDetail */
        TeamDetail: {
            key: string;
            name: {
                [key: string]: string;
            };
            department: string | null;
            is_roster: boolean;
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
            close_reason: string | null;
            rating: number | null;
            /** @description Since when a customer who is not content waits to be called back. */
            follow_up_at: string | null;
            /** @description When the customer thanked in words that may be taken for the confirmation. */
            confirmation_offered_at: string | null;
            reopened: number;
            /** @description Number of the earlier ticket that this one is linked to. */
            follows: string | null;
            /** @description Why: it follows it up, its writer named it without taking part in it, or it probably says the same again. */
            follows_as: ("follow_up" | "named" | "repetition") | null;
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
            version: number;
            clocks: components["schemas"]["ClockView"][];
            steps: components["schemas"]["StepView"][];
            timeline: components["schemas"]["TimelineEntry"][];
            /** @description Whom the values of the timeline's events hold by id: customers too, whom the directory does not know. */
            people: components["schemas"]["PersonRef"][];
            customer: components["schemas"]["Customer"];
            /**
             * @description Whom a public reply is mailed to; null where it is not mailed: the requester has no address, there is no mailbox
             *     that sends, or this is the past.
             */
            addressee: components["schemas"]["Recipients"] | null;
            routing: components["schemas"]["RoutingDecision"][];
            triage: Record<string, unknown>;
            /**
             * @description Action, as permissions name it → true, or the code of the refusal that this reader would meet now. Empty in the
             *     past.
             */
            allowed: {
                [key: string]: true | string;
            };
            /** @description Those for which this reader may close it by hand. */
            close_reasons: ("confirmed" | "duplicate" | "not_needed" | "solved" | "timed_out")[];
            /** @description Keys of the statuses that this reader may move it to. */
            moves: string[];
            /** @description The custom fields that are filled in where the ticket stands, in the order of the form. */
            form: components["schemas"]["FieldState"][];
            /** @description What resolving asks for beside. */
            resolving: components["schemas"]["FieldState"][];
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
            /** @description Since when nothing automatic hands it on any more: a person must decide. Null when it is not so. */
            held_at: string | null;
            customer_waiting_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            version: number;
            /** @description The custom fields that its list has columns for. */
            fields: Record<string, unknown>;
            /** @description In the order of its list. */
            place: components["schemas"]["RowPlace"] | null;
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
            /** @default null */
            department?: string | null;
            /** @default true */
            on_portal?: boolean;
            /** @default {} */
            guidance?: {
                [key: string]: string;
            };
        };
        /**
         * TimelineEntry
         * @description A message or an event of the ticket, in the order of the log. `kind` is the event's kind; for messages the text
         *     stands here too. `data` holds the event's values, less what this reader may not see.
         */
        TimelineEntry: {
            /**
             * @description Null for a message that stands in the log of another ticket, or of its conversation; `kind` is then
             *     `conversation.message_added`.
             */
            seq: number | null;
            kind: string;
            /** Format: date-time */
            at: string;
            /** @enum {unknown} */
            actor: "customer" | "staff" | "system";
            person: components["schemas"]["PersonRef"] | null;
            via: string;
            /** @description The piece of policy that acted, with `cause`: the seq of the event that it answered. */
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
             * @description Exact to 999; 1000 means more. Null: it is not counted, as the view is hidden or broken, or comes after the
             *     first 30, or cannot be counted in time.
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
        /**
         * WriteMessage
         * @description An internal note, and what a public reply is too. `html` is sanitised; `text` is what mail clients without
         *     HTML show.
         */
        WriteMessage: {
            text: string;
            /** @default null */
            html?: string | null;
            /** @default [] */
            files?: string[];
            /** @default [] */
            mentions?: number[];
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
            /** @default [] */
            cc?: string[];
            /**
             * @description The conversation that it answers; by default the one of this ticket in which the customer wrote last.
             * @default null
             */
            conversation_id?: number | null;
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
                     *         ]
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
                     *       ]
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
                     *       ]
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
                     *         "is_roster": true
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
                     *       "is_roster": true
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
                     *         "classes": []
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
    listMailAccounts: {
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
                     *         "address": "support@example.com",
                     *         "name": "李雷",
                     *         "active": true,
                     *         "settings": {},
                     *         "reading": {
                     *           "fault": null,
                     *           "at": null
                     *         },
                     *         "sending": {
                     *           "fault": null,
                     *           "at": null
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MailAccountInfo"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            500: components["responses"]["INTERNAL_SERVER_ERROR"];
        };
    };
    addMailAccount: {
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
                 *       "address": "support@example.com",
                 *       "name": "示例公司客服",
                 *       "imap": {
                 *         "host": "imap.example.com",
                 *         "user": "support@example.com"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AddMailAccount"];
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
                    "application/json": components["schemas"]["MailAccountAdded"];
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
    changeMailAccount: {
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
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ChangeMailAccount"];
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
                     *         "takes_requests": true
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
                     *         }
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
                     *       "fault": null
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
                     *           "held_at": null,
                     *           "customer_waiting_at": null,
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
                     *       "close_reason": null,
                     *       "rating": null,
                     *       "follow_up_at": null,
                     *       "confirmation_offered_at": null,
                     *       "reopened": 1,
                     *       "follows": null,
                     *       "follows_as": null,
                     *       "answers_stopped": true,
                     *       "created_at": "2026-11-23T10:05:00+08:00",
                     *       "updated_at": "2026-11-23T10:05:00+08:00",
                     *       "accepted_at": null,
                     *       "first_response_at": null,
                     *       "resolved_at": null,
                     *       "closed_at": null,
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
                     *           "notice": null
                     *         }
                     *       ],
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
                     *               "zh-CN": "按规则“登录问题”分派。",
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
    listNotices: {
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
                     *       "notices": [
                     *         {
                     *           "id": 4207,
                     *           "kind": "assigned",
                     *           "number": "GD-20261123-0042",
                     *           "text": {
                     *             "zh-CN": "工单“无法登录”分派给了您",
                     *             "en": "“无法登录” was assigned to you"
                     *           },
                     *           "count": 12,
                     *           "at": "2026-11-23T10:05:00+08:00",
                     *           "read_at": null
                     *         }
                     *       ],
                     *       "unread": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Notices"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
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
                /**
                 * @example {
                 *       "up_to": 1
                 *     }
                 */
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
    listOperations: {
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
                     *         "foreseen": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OperationDetail"][];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
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
                    /** @example  */
                    "application/json": string;
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
                 *       ]
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
}
