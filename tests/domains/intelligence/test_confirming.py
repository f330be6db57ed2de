"""Thanks on a solved ticket confirm it; everything that could be more does not."""

import pytest

from gongdan.domains.intelligence.confirming import confirms

CONFIRMING = """
Thank you, it works
Thank you very much, it works now! Have a nice day.
OK thanks
works now, you can close it
Thanks a lot!
Perfect, thanks for your help.
That fixed it, thank you!
Everything is working again, thanks.
It's resolved, please close the ticket.
Great, solved.
Thanks for the quick reply, it works fine.
All good now, thanks
I can log in again, thank you
Thank you so much for your help
No further questions, thanks.
Hi team,\\nthank you, it works.\\nBest regards\\nAnna Smith
谢谢,好了
谢谢，好了
已解决,谢谢
好的，谢谢！
可以了，非常感谢
问题已经解决了，谢谢你们
搞定了，谢谢客服
收到，谢谢
现在正常了，谢谢
没问题了，可以关闭工单
能登录了，感谢！
谢谢您的帮助，祝工作顺利
没有其他问题了，谢谢
谢谢您的耐心解答，问题已经解决了，祝工作顺利！
感谢讲解，明白了
OK，谢谢
👍
👍👍🏻
🙏 谢谢
好的
嗯嗯
"""
MORE = """
thanks, but it still fails
thank you for the quick answer, when will it be fixed?
Thanks. It does not work.
Thank you, one more question
It works, however the invoice is missing
Thanks for nothing
Thanks, please also change my address
works on my phone, not on the laptop
It worked yesterday
not solved
ok but slow
Can you call me? Thanks
Thank you, I will try tomorrow
Thanks in advance
Please send me the refund, thanks
谢谢,还有一个问题
谢谢，但是还是不行
好的，什么时候能好
没有解决
还没好
谢谢，请把发票寄给我
已解决一半
问题没有解决，谢谢
感谢，不过又出现了
不好
谢谢，我明天再试
能登录了，但是看不到订单
我不满意
解决了吗
好了伤疤忘了疼
👎
???
谢谢你们浪费我的时间

The boiler leaks since Monday
"""

IN_OTHER_LANGUAGES = """
Danke, funktioniert!
Vielen Dank, es funktioniert jetzt wieder einwandfrei.
Herzlichen Dank für die schnelle Hilfe!
Hallo Team,\\nvielen Dank, alles läuft.\\n\\nMit freundlichen Grüßen\\nAnna Berg
Problem gelöst, danke
Merci beaucoup, ça marche !
Merci pour votre aide, c'est résolu.
C’est réglé, merci
Parfait, merci à vous
Muchas gracias, ya funciona
¡Gracias!
Perfecto, solucionado. Gracias por la ayuda
Muito obrigado, funcionou!
Resolvido, obrigada
Grazie mille, ora funziona
Tutto risolto, grazie
ありがとうございます、解決しました。
助かりました。ありがとうございました！
問題なく動作しました。ありがとうございます
了解しました
Спасибо, всё работает!
Большое спасибо за помощь
Дякую, все працює
감사합니다. 잘 됩니다!
해결되었습니다. 감사합니다
Bedankt, het werkt weer
Dank je wel!
Tack så mycket, det fungerar nu
Mange tak, det virker
Dziękuję, działa
Děkuji, funguje to
Teşekkürler, çalışıyor
Çok teşekkür ederim
Köszönöm szépen, működik
Mulțumesc, funcționează
Kiitos paljon, toimii
Ευχαριστώ πολύ
Cảm ơn bạn rất nhiều
Terima kasih banyak, sudah berfungsi
شكرا جزيلا
תודה רבה
धन्यवाद
ขอบคุณมากครับ
OK, danke
Merci 👍
Danke 🙏🏼
❤️
🙌
💪🏽
obrigado
GRACIAS
谢谢,👍
El problema está resuelto, gracias
Le problème est résolu, merci
Problema risolto, grazie
Проблема решена, спасибо
"""
MORE_IN_OTHER_LANGUAGES = """
Danke, aber es geht noch nicht
Danke, es geht nicht
Danke im Voraus
Bitte schnell, danke
Vielen Dank für eine schnelle Antwort
Danke, wann kommt das Geld?
Danke, wann kommt das Geld
Danke. Noch eine Frage
Danke, Rechnung fehlt
Funktioniert wieder nicht, danke
Merci d'avance
Merci de me rappeler
Merci mais ça ne marche toujours pas
Merci, et la facture ?
Ça ne marche pas
Gracias, pero no funciona
Gracias de antemano
No funciona
Gracias, ¿cuándo llega
Obrigado, mas ainda não funciona
Obrigado, falta a nota fiscal
Grazie, però non funziona ancora
Grazie, attendo risposta
ありがとうございます。ただ、まだ動きません
ありがとうございます。領収書もお願いします
まだ解決していません
ありがとうございます、いつ直りますか
できましたら返金してください
問題が解決しない
動きましたが遅い
Спасибо, но не работает
Спасибо, жду ответа
Не работает
Работает через раз
감사합니다. 그런데 아직 안 됩니다
안 됩니다
언제 됩니까
안됩니다
Bedankt, maar het werkt nog niet
Tack, men det fungerar inte
Dziękuję, ale nie działa
Teşekkürler ama çalışmıyor
شكرا ولكن لا يعمل
ขอบคุณครับ แต่ยังใช้ไม่ได้
Cảm ơn nhưng chưa được
Danke https://x.test
Danke a@b.test
Merci 12
Danke 😡
👍👎
🤔
谢谢 😡
❓
ja
sí
не
Danke, das Problem ist wieder da
es geht wieder los
O problema de novo
problema
Terima
Gracias, problema otra vez
Danke, das Problem ist wieder
Obrigado, o problema de novo
Geht so
Merci. Problème.
Merci pour une réponse rapide
Thanks, see https://x.test
"""


@pytest.mark.parametrize("text", CONFIRMING.strip().splitlines())
def test_thanks_and_nothing_else_confirm(text: str) -> None:
    assert confirms(text.replace("\\n", "\n"))


@pytest.mark.parametrize("text", MORE.strip().splitlines())
def test_what_could_be_more_does_not(text: str) -> None:
    assert not confirms(text)


@pytest.mark.parametrize("name", ["Anna Smith", "Anna", "J. R. Ewing", "김민수", "王芳", "Frau Berg", "O'Neill"])
def test_a_name_below_the_words_is_how_they_are_signed(name: str) -> None:
    assert confirms(f"Thank you, it works\n{name}")


@pytest.mark.parametrize(
    "line",
    ["refund me", "Rechnung fehlt", "and now the other one", "Printer broken", "打不开", "金额错", "发货", "何时好"],
)
def test_a_short_last_line_that_is_no_name_is_more(line: str) -> None:
    assert not confirms(f"Thank you\n{line}")


def test_who_writes_much_has_more_to_say() -> None:
    assert not confirms("谢谢 " * 200)
    assert not confirms("")


@pytest.mark.parametrize("text", IN_OTHER_LANGUAGES.strip().splitlines())
def test_thanks_are_understood_in_many_languages(text: str) -> None:
    assert confirms(text.replace("\\n", "\n"))


@pytest.mark.parametrize("text", MORE_IN_OTHER_LANGUAGES.strip().splitlines())
def test_in_doubt_it_is_none_in_any_language(text: str) -> None:
    assert not confirms(text)


@pytest.mark.parametrize("text", [*CONFIRMING.strip().splitlines(), *IN_OTHER_LANGUAGES.strip().splitlines()])
@pytest.mark.parametrize("more", [" ?", "\nhttps://x.test/a", " 12", "\nxyzzy plugh", " 😡"])
def test_a_question_a_link_a_figure_and_unknown_words_make_it_more(text: str, more: str) -> None:
    assert not confirms(text.replace("\\n", "\n") + more)
