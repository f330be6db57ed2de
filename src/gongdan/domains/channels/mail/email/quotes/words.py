"""The words that mail programs use around a quote, by language.

They only help: every rule here also works by shape for a language that is not listed, and ``compile_words`` leaves
languages out so that this can be measured (``tools/quality``).
"""

from collections.abc import Collection
from functools import cache

import msgspec

Kind = str
"""Of a label: ``sender | sent | to | subject | other``."""
KINDS = ("sender", "sent", "to", "subject", "other")


class SpokenTongue(msgspec.Struct, frozen=True, kw_only=True):
    """One language. Phrases in small letters, parted by ``|``."""

    wrote: str = ""
    titles: str = ""
    """What stands between drawn lines above a quote."""
    sender: str = ""
    sent: str = ""
    to: str = ""
    subject: str = ""
    other: str = ""
    """The labels of a quoted header block."""
    client: str = ""
    """With what a mail program's own line begins or ends ("Sent from …")."""
    closing: str = ""


class TongueWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words of the chosen languages."""

    wrote: tuple[str, ...]
    titles: frozenset[str]
    labels: dict[str, Kind]
    client: tuple[str, ...]
    closing: tuple[str, ...]


LANGUAGES: dict[str, SpokenTongue] = {
    "en": SpokenTongue(
        wrote="wrote|writes",
        titles="original|original message|original appointment|original mail|original email|original e-mail"
        "|forwarded message|reply message",
        sender="from",
        sent="sent|sent on|date",
        to="to",
        subject="subject",
        other="cc|bcc|reply-to|importance|attachment|attachments",
        client="sent|get|shared",
        closing="regards|wishes|sincerely|faithfully|cheers|yours|thanks|thank you",
    ),
    "zh": SpokenTongue(
        wrote="写道|寫道|写到|来信",
        titles="原始邮件|邮件原件|原邮件|原信件|原始信件|原始郵件|原郵件|回复的原邮件|回复邮件|转发邮件信息|转发邮件|转发的邮件"
        "|被转发邮件|轉寄郵件|轉寄的郵件",
        sender="发件人|寄件者|寄件人|发信人",
        sent="发送时间|发送日期|发件时间|日期|时间|發送時間|寄件日期|傳送時間",
        to="收件人|收件者|收信人",
        subject="主题|主 题|主　题|主旨|主題|標題|标题",
        other="抄送|副本|密送|回复|重要性|附件",
        client="发自|發自|来自|來自|從我的|从我的|获取|本邮件由|自我的",
        closing="此致|祝好|顺颂商祺|顺祝商祺|谢谢|敬礼|祝商祺",
    ),
    "de": SpokenTongue(
        wrote="schrieb|geschrieben",
        titles="ursprüngliche nachricht|ursprüngliche mail|urspruengliche nachricht"
        "|originalnachricht|weitergeleitete nachricht"
        "|anfang der weitergeleiteten nachricht",
        sender="von",
        sent="gesendet|gesendet am|datum",
        to="an",
        subject="betreff",
        other="kopie|antwort an",
        client="gesendet|von meinem",
        closing="grüße|grüßen|gruß|gruss|grüssen|hochachtungsvoll|lg|mfg|vg|danke",
    ),
    "fr": SpokenTongue(
        wrote="a écrit",
        titles="message d'origine|message original|message originale|message transféré|début du message réexpédié",
        sender="de",
        sent="envoyé|envoyé le|message du|date",
        to="à|a|destinataire",
        subject="objet",
        other="copie à|cc",
        client="envoyé|téléchargez|télécharger|obtenez|provenance",
        closing="cordialement|salutations|bien à vous|merci|amicalement",
    ),
    "es": SpokenTongue(
        wrote="escribió|escribio",
        titles="mensaje original|mensaje reenviado",
        sender="de",
        sent="enviado|enviado el|fecha",
        to="para",
        subject="asunto",
        client="enviado|obtener|obtén",
        closing="saludos|atentamente|cordialmente|gracias",
    ),
    "pt": SpokenTongue(
        wrote="escreveu",
        titles="mensagem original|mensagem encaminhada",
        sender="de",
        sent="enviado|enviada|enviado em|enviada em|data",
        to="para",
        subject="assunto",
        client="enviado|enviada|obter",
        closing="atenciosamente|cumprimentos|abraço|abraços|obrigado|obrigada",
    ),
    "it": SpokenTongue(
        wrote="ha scritto",
        titles="messaggio originale|messaggio inoltrato",
        sender="da",
        sent="inviato|data",
        to="a",
        subject="oggetto",
        client="inviato|scarica|ottieni",
        closing="saluti|cordialmente|grazie|distinti",
    ),
    "nl": SpokenTongue(
        wrote="schreef|geschreven",
        titles="oorspronkelijk bericht|doorgestuurd bericht",
        sender="van",
        sent="verzonden|datum",
        to="aan",
        subject="onderwerp",
        client="verstuurd|verzonden|download",
        closing="groet|groeten|hoogachtend|mvg|bedankt",
    ),
    "sv": SpokenTongue(
        wrote="skrev",
        titles="ursprungligt meddelande|vidarebefordrat meddelande",
        sender="från",
        sent="skickat|datum",
        to="till",
        subject="ämne",
        other="kopia",
        client="skickat|hämta",
        closing="hälsningar|hälsning|mvh|tack",
    ),
    "da": SpokenTongue(
        wrote="skrev",
        titles="oprindelig meddelelse|oprindelig besked|opprinnelig melding|videresendt besked|videresendt melding",
        sender="fra",
        sent="sendt|dato",
        to="til",
        subject="emne",
        other="kopi",
        client="sendt|hent",
        closing="hilsen|hilsner|mvh|vennlig|venlig|takk|tak",
    ),
    "pl": SpokenTongue(
        wrote="napisał|napisała|napisał(a)|pisze",
        titles="wiadomość oryginalna|wiadomość przekazana|oryginalna wiadomość",
        sender="od",
        sent="wysłano|data",
        to="do",
        subject="temat",
        other="kopia",
        client="wysłane|wysłano|wysłana",
        closing="pozdrawiam|pozdrowienia|poważaniem|dziękuję",
    ),
    "ru": SpokenTongue(
        wrote="написал|написала|пишет|писал|пише",
        titles="исходное сообщение|пересылаемое сообщение",
        sender="от|отправитель",
        sent="дата|отправлено",
        to="кому",
        subject="тема",
        other="копия",
        client="отправлено|відправлено",
        closing="уважением|повагою|спасибо",
    ),
    "ja": SpokenTongue(
        wrote="書きました|のメール",
        titles="元のメッセージ|転送メッセージ",
        sender="差出人|送信者",
        sent="送信日時|日時",
        to="宛先",
        subject="件名",
        client="から送信|より送信",
        closing="よろしくお願い",
    ),
    "other": SpokenTongue(
        wrote="님이 작성|כתב|כתבה|έγραψε|đã viết|kirjoitti|yazdı|scrisese|a scris|írta|rašė|skrifaði|kirjutas"
        "|napsal|napsala|napsal(a)",
        sender="lähettäjä|kimden|보낸 사람|보낸사람|מאת|odesílatel|feladó|từ",
        sent="lähetetty|tarih|보낸 날짜|보낸날짜|נשלח|odesláno|elküldve|đã gửi|ngày",
        to="vastaanottaja|kime|받는 사람|받는사람|אל|komu|címzett|đến|tới",
        subject="aihe|konu|제목|נושא|předmět|tárgy|chủ đề",
        client="lähetetty|odesláno|enviat|küldve|gönderildi",
    ),
}


@cache
def compile_words(without: frozenset[str] = frozenset()) -> TongueWords:
    """The words of all languages but ``without``."""
    chosen = [spoken for language, spoken in LANGUAGES.items() if language not in without]

    def of(field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for one in chosen for word in getattr(one, field).split("|") if word))

    return TongueWords(
        wrote=of("wrote"),
        titles=frozenset(of("titles")),
        labels={label: kind for kind in reversed(KINDS) for label in of(kind)},
        client=of("client"),
        closing=of("closing"),
    )


def languages() -> Collection[str]:
    return LANGUAGES.keys()


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the text, whole words where the language parts its words."""
    small = text.lower()
    return any(phrase in small and _is_whole(small, phrase) for phrase in phrases)


def begins(text: str, phrases: tuple[str, ...]) -> bool:
    small = text.lower().lstrip(" \t*_(-—")
    return any(small.startswith(phrase) and not _goes_on(small, len(phrase)) for phrase in phrases)


def _is_whole(small: str, phrase: str) -> bool:
    at = small.find(phrase)
    while at >= 0:
        if not _goes_on(small, at + len(phrase)) and (at == 0 or not _is_part(small[at - 1])):
            return True
        at = small.find(phrase, at + 1)
    return False


def _goes_on(small: str, end: int) -> bool:
    return end < len(small) and _is_part(small[end]) and _is_part(small[end - 1])


def _is_part(char: str) -> bool:
    """A letter of a script that parts its words."""
    return char.isalpha() and ord(char) < 0x2E80
