"""What imports refuse."""

from gongdan.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Refusal


class ImportNotFound(NotFound):
    """No such import, or somebody else's."""

    code = "imports.not_found"


class ImportKindNotFound(NotFound):
    """Nothing of this kind can be brought in, or not by this actor."""

    code = "imports.kind_not_found"


class FileUnreadable(Invalid):
    """The file holds no table that can be read; its fault says why."""

    code = "imports.unreadable"


class StaleImport(Refusal):
    """The import was changed since ``If-Match`` saw it; ``version`` is the present one."""

    code = "imports.changed"
    status = 412


class ImportIsBusy(Conflict):
    """It is being checked or carried out right now."""

    code = "imports.busy"


class NotChecked(Conflict):
    """Its rows were not checked since the meaning of its columns was last set."""

    code = "imports.not_checked"


class RowsForgotten(Conflict):
    """Its rows are not kept any more."""

    code = "imports.forgotten"


class RowRepeated(Conflict):
    """An earlier row of the file, ``row``, is about the same."""

    code = "imports.row_repeated"


class Unidentified(Invalid):
    """None of the columns that tell what it is about is filled in."""

    code = "imports.unidentified"


class ImportOfOther(Forbidden):
    """Whoever uploaded a table goes on with it. Member: ``name``."""

    code = "imports.of_other"


class NobodyToInvite(Invalid):
    """Whom these tables bring in does not sign in. Member: ``kind``."""

    code = "imports.nobody_to_invite"


class NoLetters(Conflict):
    """Whoever is brought in was to be invited, and no mailbox sends."""

    code = "imports.no_letters"
