"""What channels refuse."""

from gongdan.kernel.errors import Conflict, NotFound, Refusal


class AccountNotFound(NotFound):
    code = "channels.account_not_found"


class StaleAccount(Refusal):
    """The account was changed since ``If-Match`` saw it; ``version`` is the present one."""

    code = "channels.account_changed"
    status = 412


class AddressTaken(Conflict):
    """Another mailbox of this installation has the address. Member: ``address``."""

    code = "channels.address_taken"


class SecretUnreadable(Refusal):
    """The stored password was sealed under another secret key: it must be entered anew. Member: ``account``."""

    code = "channels.secret_unreadable"
    status = 500


class NoOAuth(Conflict):
    """The account signs in by a password: there is nobody to ask for consent."""

    code = "channels.no_oauth"


class ConsentStale(Conflict):
    """What came back from a provider was not begun in this session, or is over: used, outdated, or its account was
    changed since."""

    code = "channels.consent_stale"


class ConsentRefused(Refusal):
    """Whoever went to the provider came back without its consent. Members: ``error``, ``said``."""

    code = "channels.consent_refused"
    status = 422


class NoLastingAccess(Refusal):
    """The provider gave a token that ends, and none by which to have the next one."""

    code = "channels.no_lasting_access"
    status = 422


class ProviderRefused(Refusal):
    """The provider gives no tokens. Members: ``host``, ``error``, ``said``, as it answers."""

    code = "channels.provider_refused"
    status = 422

    @property
    def said_shortly(self) -> str:
        """As it is kept for administrators."""
        return f"{self.members['error']} {self.members['said']}".strip()


class ProviderUnreachable(Refusal):
    """The provider of tokens does not answer for now. Members: ``host``, ``reason``."""

    code = "channels.provider_unreachable"
    status = 503


class ProviderUnclear(Refusal):
    """What answers is no provider of tokens, or not as it should. Members: ``host``, ``answered``, the
    status of its answer."""

    code = "channels.provider_unclear"
    status = 422


class SignInNeeded(Refusal):
    """A mailbox is opened by consent of its provider, and there is none (any more). Members: ``account``,
    ``reason``."""

    code = "channels.sign_in_needed"
    status = 422


class MailNotFound(NotFound):
    """No mail with this id came in."""

    code = "channels.mail_not_found"


class MailNotQuarantined(Conflict):
    """Only a mail that was held or passed over can be settled again. Member: ``state``."""

    code = "channels.not_quarantined"


class DeliveryNotFound(NotFound):
    """Nothing with this id is in the outbox."""

    code = "channels.delivery_not_found"


class NotRepeatable(Conflict):
    """A delivery that was sent, or is being sent, is not sent again by hand. Member: ``state``."""

    code = "channels.not_repeatable"


class SenderMissing(Refusal):
    """The mail names nobody who could be answered."""

    code = "channels.sender_missing"
    status = 422


class FromOurselves(Refusal):
    """The mail claims to be from an address of ours, which we did not send, and names nobody else to answer."""

    code = "channels.from_ourselves"
    status = 422


class Flooding(Refusal):
    """One sender, or one ticket, got more mails in an hour than people write. Member: ``limit``."""

    code = "channels.flooding"
    status = 429


class MailCut(Refusal):
    """The mail is larger than what is taken; only its beginning was stored."""

    code = "channels.mail_cut"
    status = 413


class NothingToImport(Refusal):
    """The path does not exist. Member: ``path``."""

    code = "channels.nothing_to_import"
    status = 422


class UnknownChannel(Refusal):
    """No channel of this kind is known to this release. Member: ``kind``."""

    code = "channels.unknown_kind"
    status = 422


class Unsigned(Refusal):
    """The request is not signed by the secret of the account, or not now."""

    code = "channels.unsigned"
    status = 401


class NotAddressed(NotFound):
    """No active account with this id takes requests."""

    code = "channels.not_addressed"


class MessageMalformed(Refusal):
    """What came is signed, and is none of what its channel brings."""

    code = "channels.malformed"
    status = 422


class SuccessorNeeded(Conflict):
    """Something waits to be sent by the account: another has to send it. Member: ``count``."""

    code = "channels.successor_needed"


class SuccessorUnfit(Refusal):
    """The account that is to go on is the same, of another kind, retired, or sends nothing."""

    code = "channels.successor_unfit"
    status = 422
