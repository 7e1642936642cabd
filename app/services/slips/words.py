"""What slips say in every language; no screen is needed to print."""

from typing import Final

from app.domain.texts import Text, text_in

REPRINT: Final[Text] = {
    "en": "REPRINT",
    "hi": "दोबारा छपा · REPRINT",
    "fil": "REPRINT",
}

_TEXTS: Final[dict[str, Text]] = {
    "till": {"en": "Till {0}", "hi": "काउंटर {0}", "fil": "Kaha {0}"},
    "bill": {"en": "Bill {0}", "hi": "बिल {0}", "fil": "Resibo {0}"},
    "no_tax": {
        "en": "Not a tax invoice",
        "hi": "यह टैक्स बिल नहीं है",
        "fil": "Hindi ito opisyal na resibo",
    },
    "void": {
        "en": "VOID: DOES NOT COUNT",
        "hi": "रद्द: यह बिल नहीं गिना जाएगा",
        "fil": "VOID: HINDI ITO BILANG",
    },
    "total": {"en": "Total", "hi": "कुल", "fil": "Kabuuan"},
    "till_discount": {"en": "Discount", "hi": "छूट", "fil": "Discount"},
    "tier_price": {"en": "{0} price", "hi": "{0} मेंबर का दाम", "fil": "Presyong {0}"},
    "voucher": {"en": "Voucher", "hi": "वाउचर", "fil": "Voucher"},
    "voucher_of": {"en": "Voucher: {0}", "hi": "वाउचर: {0}", "fil": "Voucher: {0}"},
    "promo": {"en": "Code: {0}", "hi": "कोड: {0}", "fil": "Code: {0}"},
    "by_coins": {
        "en": "Paid with {0} coins",
        "hi": "{0} सिक्कों से चुकाए",
        "fil": "Binayaran ng {0} coins",
    },
    "by_coins_one": {
        "en": "Paid with {0} coin",
        "hi": "{0} सिक्के से चुकाए",
        "fil": "Binayaran ng {0} coin",
    },
    "by_credit": {"en": "From store credit", "hi": "स्टोर क्रेडिट से", "fil": "Mula sa store credit"},
    "to_pay": {"en": "To pay", "hi": "देने हैं", "fil": "Babayaran"},
    "coin": {"en": "{0} coin", "hi": "{0} सिक्का", "fil": "{0} coin"},
    "coins": {"en": "{0} coins", "hi": "{0} सिक्के", "fil": "{0} coins"},
    "earned": {"en": "You got {0}", "hi": "आपको {0} मिले", "fil": "May nakuha kang {0}"},
    "earned_one": {"en": "You got {0}", "hi": "आपको {0} मिला", "fil": "May nakuha kang {0}"},
    "earned_none": {
        "en": "No coins on this bill",
        "hi": "इस बिल पर सिक्के नहीं मिले",
        "fil": "Walang coins sa resibong ito",
    },
    "usable_from": {
        "en": "(to use from {0})",
        "hi": "({0} से इस्तेमाल कर सकेंगे)",
        "fil": "(magagamit simula {0})",
    },
    "credit_got": {
        "en": "{0} of store credit for you",
        "hi": "आपको {0} स्टोर क्रेडिट मिला",
        "fil": "May {0} kang store credit",
    },
    "balance": {"en": "Your coins now", "hi": "अब आपके सिक्के", "fil": "Coins mo ngayon"},
    "owed": {
        "en": "Coins still to make good",
        "hi": "इतने सिक्के अभी पूरे करने हैं",
        "fil": "Coins na babawiin pa",
    },
    "credit_balance": {
        "en": "Your store credit now",
        "hi": "अब आपका स्टोर क्रेडिट",
        "fil": "Store credit mo ngayon",
    },
    "guest": {
        "en": "No card yet? Ask at the counter: this bill could have brought coins.",
        "hi": "कार्ड नहीं है? काउंटर पर पूछिए: ऐसे बिल पर सिक्के मिल सकते हैं।",
        "fil": "Wala ka pang card? Magtanong sa kaha: puwedeng may coins ang ganitong bili.",
    },
    "gift": {"en": "Gift: {0}", "hi": "तोहफ़ा: {0}", "fil": "Regalo: {0}"},
    "until": {"en": "Good until {0}", "hi": "{0} तक चलेगा", "fil": "Puwede hanggang {0}"},
    "from_until": {
        "en": "Good from {0} until {1}",
        "hi": "{0} से {1} तक चलेगा",
        "fil": "Puwede mula {0} hanggang {1}",
    },
    "raffle": {"en": "Tickets for {0}: {1}", "hi": "{0} के टिकट: {1}", "fil": "Tiket sa {0}: {1}"},
    "and_more": {"en": "and {0} more", "hi": "और {0} टिकट", "fil": "at {0} pa"},
    "anchor": {"en": "Record {0}: {1}", "hi": "रिकॉर्ड {0}: {1}", "fil": "Rekord {0}: {1}"},
    "ticket": {"en": "Ticket {0}", "hi": "टिकट {0}", "fil": "Tiket {0}"},
    "spent": {"en": "Exchanged for it", "hi": "इसके लिए दिए", "fil": "Ipinalit dito"},
    "return": {"en": "Return {0}", "hi": "वापसी {0}", "fil": "Return {0}"},
    "of_bill": {"en": "from bill {0}", "hi": "बिल {0} से", "fil": "mula sa resibo {0}"},
    "amount_back": {"en": "Part of the amount", "hi": "रकम का हिस्सा", "fil": "Bahagi ng halaga"},
    "refund": {"en": "Money back", "hi": "वापस मिले पैसे", "fil": "Isinauling pera"},
    "cut": {
        "en": "For coins used already",
        "hi": "जो सिक्के खर्च हो चुके थे, उनके लिए",
        "fil": "Para sa coins na nagamit na",
    },
    "coins_back": {
        "en": "Coins back to you",
        "hi": "आपको वापस मिले सिक्के",
        "fil": "Coins na ibinalik",
    },
    "coins_taken": {
        "en": "Coins of the bill, taken back",
        "hi": "उस बिल के सिक्के, जो वापस हुए",
        "fil": "Coins ng resibo na binawi",
    },
    "credit_back": {
        "en": "Store credit back to you",
        "hi": "आपको वापस मिला स्टोर क्रेडिट",
        "fil": "Store credit na ibinalik",
    },
    "test": {"en": "Printer test", "hi": "प्रिंटर की जाँच", "fil": "Subok sa printer"},
    "test_fine": {
        "en": "If you can read every line to its end, the printer is set up.",
        "hi": "अगर हर लाइन पूरी पढ़ी जा रही है, तो प्रिंटर तैयार है।",
        "fil": "Kung buo ang bawat linya, handa na ang printer.",
    },
    # What is next, as the screens say it too.
    "next_coins": {
        "en": "{0} more coins: {1}",
        "hi": "{0} सिक्के और: {1}",
        "fil": "{0} coins pa: {1}",
    },
    "next_coins_one": {
        "en": "{0} more coin: {1}",
        "hi": "{0} सिक्का और: {1}",
        "fil": "{0} coin pa: {1}",
    },
    "yours": {
        "en": "It is yours to take: {0}",
        "hi": "अब यह आप ले सकते हैं: {0}",
        "fil": "Puwede mo nang kunin: {0}",
    },
    "and_get": {"en": "{0} and get {1}", "hi": "{0}, {1} पाइए", "fil": "{0}, may {1} ka"},
    "by_day": {"en": "{0} (until {1})", "hi": "{0} ({1} तक)", "fil": "{0} (hanggang {1})"},
    "tickets": {
        "en": "raffle tickets: {0}",
        "hi": "लकी ड्रॉ के {0} टिकट",
        "fil": "{0} tiket sa raffle",
    },
    "to_shop": {"en": "{0} to shop with", "hi": "खरीदारी के लिए {0}", "fil": "{0} na pambili"},
    "visits_one": {
        "en": "Come once more",
        "hi": "एक बार और आइए",
        "fil": "Pumunta pa nang isang beses",
    },
    "visits": {
        "en": "Come {0} more times",
        "hi": "{0} बार और आइए",
        "fil": "Pumunta pa nang {0} beses",
    },
    "bills_one": {
        "en": "Shop once more",
        "hi": "एक बार और खरीदिए",
        "fil": "Bumili pa nang isang beses",
    },
    "bills": {
        "en": "Shop {0} more times",
        "hi": "{0} बार और खरीदिए",
        "fil": "Bumili pa nang {0} beses",
    },
    "spend": {
        "en": "Shop for {0} more",
        "hi": "{0} की और खरीदारी कीजिए",
        "fil": "Mamili pa ng {0}",
    },
    "units": {"en": "Buy {0} more", "hi": "{0} और लीजिए", "fil": "Bumili pa ng {0}"},
    "categories_one": {
        "en": "Buy one more kind of goods",
        "hi": "एक तरह का सामान और लीजिए",
        "fil": "Bumili pa ng isang uri ng paninda",
    },
    "categories": {
        "en": "Buy {0} more kinds of goods",
        "hi": "{0} तरह का सामान और लीजिए",
        "fil": "Bumili pa ng {0} uri ng paninda",
    },
}


def say(key: str, language: str, *values: str) -> str:
    """Return a text of slips with its values."""
    return text_in(_TEXTS[key], language).format(*values)


def knows(key: str) -> bool:
    """Say whether slips have such a text."""
    return key in _TEXTS
