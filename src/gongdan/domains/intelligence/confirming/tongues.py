"""Words of which thanks are made in languages beside Chinese and English. A table of data: no rule stands here.

A message is thanks where all its words stand in the table of one language and one of them confirms. What asks, refuses,
contrasts, counts or wishes is left out of every table, and so is whatever may: "please", "again" in the sense of
"still", "a" (which asks for something that is yet to come: *merci pour une réponse*), "in advance".
"""

from typing import Final, NamedTuple


class Tongue(NamedTuple):
    confirms: str
    """Words any of which makes it thanks."""
    fills: str
    """Words that may stand beside them."""


WORDS: Final = {
    "de": Tongue(
        "danke dankeschön dank dankend herzlichen funktioniert klappt läuft geht gelöst behoben erledigt"
        " geklappt funktionierte repariert super perfekt prima toll klasse spitze bestens wunderbar ausgezeichnet",
        "vielen herzlichsten besten tausend lieben ihnen euch dir sehr auch für die ihre eure deine den das der es"
        " schnelle schnellen rasche gute tolle nette prompte hilfe unterstützung antwort rückmeldung hilfreiche lösung"
        " jetzt nun wieder alles ist hat wurde einwandfrei problemlos gut bei mir uns und ja ok okay das problem ticket"
        " der fehler hallo guten tag zusammen team liebe lieber liebes freundliche grüße gruß grüßen mit freundlichen"
        " viele schöne schönen schönes abend wochenende wünsche ich wir nochmals nochmal hallo sie haben mir sehr"
        " geholfen lg mfg vg freut mich",
    ),
    "fr": Tongue(
        "merci mercis remercie remercions résolu résolue réglé réglée marche fonctionne parfait super génial nickel"
        " impeccable excellent",
        "beaucoup bien infiniment mille grand un grand encore à vous toi tous toute tout tous l équipe pour votre ton"
        " l la le les de du aide réponse rapide rapidité efficacité assistance support soutien intervention c est ça"
        " cela problème maintenant désormais très et je nous d accord ok oui bonjour bonsoir bonne journée soirée"
        " cordialement bien à a été est était a",
    ),
    "es": Tongue(
        "gracias agradezco agradecido agradecida agradecidos agradecemos funciona resuelto resuelta solucionado"
        " solucionada arreglado arreglada perfecto genial excelente estupendo fenomenal solventado",
        "muchas muchísimas mil muy por la el los las su tu vuestra ayuda respuesta rápida rapidez atención apoyo"
        " gestión soporte a todos todo todas ya está ahora bien correctamente perfectamente quedó ha sido fue es"
        " problema de nuevo otra vez y ok vale sí hola buenos días buenas tardes saludos un cordial saludo feliz día"
        " equipo me nos lo le les",
    ),
    "pt": Tongue(
        "obrigado obrigada obrigados brigado brigada agradeço agradecemos grato grata valeu funciona funcionou"
        " funcionando resolvido resolvida resolveu solucionado solucionada perfeito excelente ótimo",
        "muito muitíssimo mesmo pela pelo a o os as ajuda resposta rápida rapidez atenção apoio suporte atendimento"
        " de por sua vossa já está agora tudo bem certo certinho foi problema e ok sim olá bom dia boa tarde noite"
        " abraço abraços cumprimentos atenciosamente equipe equipa todos novo aqui",
    ),
    "it": Tongue(
        "grazie ringrazio ringraziamo funziona risolto risolta sistemato sistemata perfetto ottimo eccellente"
        " fantastico benissimo",
        "mille tante molte infinite ancora di cuore per il la lo l le vostro vostra suo sua tuo tua aiuto supporto"
        " assistenza risposta rapida rapidità velocità veloce molto gentile gentilissimi a tutti tutto ora adesso è"
        " stato va bene problema correttamente perfettamente e ok sì ciao buongiorno buona giornata serata saluti"
        " cordiali vi la ti team",
    ),
    "nl": Tongue(
        "bedankt dank dankjewel dankuwel dankje werkt opgelost verholpen perfect geweldig prima fantastisch super top",
        "je jullie u wel heel hartelijk erg veel zeer voor de het snelle goede hulp reactie antwoord ondersteuning"
        " service nu weer alles is goed prima probleem en ok oké ja hallo hoi groet groeten met vriendelijke fijne"
        " dag weekend avond team allen",
    ),
    "sv": Tongue(
        "tack tackar fungerar funkar löst åtgärdat perfekt toppen utmärkt jättebra",
        "så mycket många för hjälpen din er den snabba hjälp svaret svar nu det igen allt är problemet och ok ja hej"
        " hälsningar vänliga mvh trevlig dag helg stort tusen bra",
    ),
    "da no": Tongue(
        "tak takk mange virker fungerer løst ordnet perfekt supert flott topp",
        "tusen tak takk mange så meget mye for hjælpen hjelpen den hurtige raske hjælp hjelp svaret svar nu nå det igen"
        " alt er i orden problemet og ok ja hej hei hilsen venlig vennlig mvh god dag helg",
    ),
    "pl": Tongue(
        "dziękuję dziękujemy dzięki dziekuje dzieki działa dziala rozwiązane rozwiązany naprawione super świetnie"
        " doskonale",
        "bardzo serdecznie wielkie za pomoc szybką odpowiedź wsparcie reakcję już teraz wszystko znowu dobrze jest"
        " problem został i ok tak dzień dobry witam pozdrawiam pozdrowienia miłego dnia",
    ),
    "cs sk": Tongue(
        "děkuji děkujeme díky ďakujem ďakujeme diky vďaka funguje vyřešeno vyriešené opraveno opravené výborně super"
        " skvělé",
        "moc velmi pěkně veľmi pekne mockrát za pomoc rychlou rýchlu odpověď odpoveď už teď"
        " teraz vše všechno všetko zase"
        " opět je to problém v pořádku poriadku a ok ano áno dobrý den deň s pozdravem",
    ),
    "ru uk": Tongue(
        "спасибо благодарю благодарим дякую дякуємо спс работает заработало заработал заработала решено решена решен"
        " решён решилось исправлено помогло получилось працює запрацювало вирішено отлично супер прекрасно чудово"
        " супер",
        "большое огромное вам тебе очень щиро дуже всем за помощь быструю быстрый ответ оперативность поддержку"
        " допомогу швидку відповідь все всё теперь уже снова опять зараз вже тепер знову проблема вопрос хорошо добре"
        " нормально и і да так ок здравствуйте добрый день вечер хорошего дня гарного дня с уважением у меня нас",
    ),
    "tr": Tongue(
        "teşekkürler teşekkür tesekkurler tesekkur sağolun sağol çalışıyor çalıştı çözüldü düzeldi halloldu mükemmel"
        " harika süper",
        "çok ederim ederiz ediyorum size için yardımınız yardımlarınız hızlı cevabınız desteğiniz ilginiz şimdi artık"
        " tekrar her şey sorun problem ve tamam ok evet merhaba iyi günler çalışmalar akşamlar saygılar",
    ),
    "hu": Tongue(
        "köszönöm köszönjük köszi köszönet működik megoldva megoldódott megoldották tökéletes szuper",
        "szépen nagyon a az segítséget gyors választ most már minden újra rendben jól probléma és ok igen üdvözlettel",
    ),
    "ro": Tongue(
        "mulțumesc multumesc mulțumim multumim merci funcționează functioneaza rezolvat rezolvată perfect excelent",
        "mult foarte frumos pentru ajutor ajutorul răspuns rapid suport acum totul din nou este e"
        " s a fost problema bine"
        " și ok da bună ziua o zi",
    ),
    "fi": Tongue(
        "kiitos kiitokset kiitoksia toimii ratkaistu korjattu hienoa loistavaa mahtavaa",
        "paljon avusta nopeasta vastauksesta tuesta nyt taas kaikki hyvin on ongelma ja ok joo kyllä hei terveisin"
        " ystävällisin hyvää päivänjatkoa",
    ),
    "el": Tongue(
        "ευχαριστώ ευχαριστούμε λειτουργεί δουλεύει λύθηκε επιλύθηκε τέλεια υπέροχα",
        "πολύ σας σε για τη την βοήθεια γρήγορη απάντηση τώρα όλα πάλι καλά το πρόβλημα και οκ ναι καλημέρα",
    ),
    "vi": Tongue(
        "ơn cảmơn tốt xong ổn",
        "cảm cám ơn được rất nhiều bạn anh chị em các đã hỗ trợ giúp đỡ rồi ạ nhé mọi thứ"
        " hoạt động bình thường giải quyết xin"
        " chân thành ok vâng dạ",
    ),
    "id ms": Tongue(
        "kasih makasih terimakasih berfungsi berhasil beres selesai teratasi mantap sempurna",
        "terima kasih banyak atas bantuannya bantuan respon cepat nya sudah sekarang semua lagi masalah masalahnya baik"
        " normal dan ok ya halo selamat pagi siang sore",
    ),
    "ar": Tongue(
        "شكرا شكراً أشكركم اشكركم مشكور مشكورين تسلم يعمل تعمل حلت حُلت ممتاز رائع",
        "جزيلا جزيلاً لك لكم كثيرا كثيراً على المساعدة مساعدتكم سرعة الرد الآن الان كل شيء جيد جيدا المشكلة تم حل نعم"
        " تمام مرحبا والسلام",
    ),
    "he": Tongue(
        "תודה עובד נפתר הסתדר מצוין מעולה", "רבה לכם לך על העזרה המהירה התשובה עכשיו הכל זה הבעיה טוב כן אוקיי שלום"
    ),
    "hi": Tongue("धन्यवाद शुक्रिया", "बहुत आपका आपकी मदद के लिए सहायता जी ठीक है अब सब हो गया"),
    "ko": Tongue(
        "감사합니다 감사해요 감사드립니다 감사 고맙습니다 고마워요 고맙네요 땡큐 해결됐습니다 해결되었습니다 해결됐어요"
        " 해결했습니다 됩니다 돼요 되네요 작동합니다 작동해요 작동하네요 완벽합니다 완벽해요",
        "정말 대단히 너무 매우 진심으로 빠른 친절한 답변 도움 도와주셔서 도와 주셔서 지원 이제 지금 다시 잘 모두 다"
        " 문제가 문제 정상적으로 정상 네 넵 예 안녕하세요 수고하세요 수고하셨습니다 좋은 하루 되세요 덕분에",
    ),
}
"""Languages that put blanks between words. Accents do not count."""

FAMILY_NAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "김이박최정강조윤장임한오서신권황안송류홍"
)
"""First letters of names that have no capitals."""
FAULTS: Final = (
    "problem fehler probleme problema probleem problemet problemi sorun problém probléma"
    " ongelma πρόβλημα проблема вопрос"
    " masalah masalahnya المشكلة הבעיה 문제가 문제"
)
"""Words for what was wrong, in any language: a clause that has one says too that it is over."""
OVER: Final = (
    "gelöst behoben erledigt repariert résolu résolue réglé réglée resuelto resuelta solucionado solucionada arreglado"
    " arreglada solventado resolvido resolvida resolveu risolto risolta sistemato sistemata opgelost verholpen löst"
    " åtgärdat løst ordnet rozwiązane rozwiązany naprawione vyřešeno vyriešené opraveno opravené решено решена решен"
    " решён решилось исправлено вирішено çözüldü düzeldi halloldu megoldva megoldódott megoldották rezolvat rezolvată"
    " ratkaistu korjattu λύθηκε επιλύθηκε selesai teratasi beres حلت حُلت נפתר 해결됐습니다 해결되었습니다 해결됐어요"
    " 해결했습니다"
)
"""Words that say so."""

RUNS: Final = {
    "ja": Tongue(
        "ありがとうございました ありがとうございます ありがとう 有難うございました 有難うございます 感謝します"
        " 感謝いたします 感謝です 感謝 助かりました 助かります 解決しました 解決いたしました 解決です 解決済みです"
        " 直りました 治りました できました 出来ました 動きました 動作しました 動いています 使えました"
        " 使えるようになりました 使えるようになった ログインできました 問題ありません 問題ありませんでした 問題ないです"
        " 問題なしです 大丈夫です 大丈夫でした 了解しました 了解です 承知しました 承知いたしました わかりました"
        " 分かりました 完璧です",
        "どうも 本当に 誠に 大変 とても 早速 迅速な 迅速に 早急な 丁寧な ご対応 対応 ご回答 回答 返信 ご返信 ご連絡"
        " ご支援 サポート ご協力 いただき いただいて 頂き 頂いて して くださり 下さり おかげで おかげさまで お陰様で"
        " 無事に 無事 正常に すぐに 今は 問題なく 問題は 問題が これで を に の へ も"
        " は が ね よ はい お世話になりました"
        " お世話になっております お疲れ様です お疲れさまです こんにちは 以上です",
    ),
    "th": Tongue(
        "ขอบคุณ ขอบใจ ใช้งานได้แล้ว ใช้ได้แล้ว เรียบร้อยแล้ว แก้ไขแล้ว หายแล้ว เยี่ยม เยี่ยมมาก",
        "มาก มากๆ ครับ ค่ะ คะ นะ จ้า สำหรับ ความช่วยเหลือ การช่วยเหลือ ที่ช่วย ทุกอย่าง ปัญหา ตอนนี้ ได้ แล้ว",
    ),
}
"""Languages that put none."""
