<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
    <context>
        <name>AgreeCard</name>
        <message>
            <source>A supervisor must agree</source>
            <translation>सुपरवाइज़र की मंज़ूरी चाहिए</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>मंज़ूर करें</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
        <message>
            <source>PIN of the supervisor</source>
            <translation>सुपरवाइज़र का PIN</translation>
        </message>
    </context>
    <context>
        <name>AnswerCard</name>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>वापस लें</translation>
        </message>
        <message>
            <source>Reprint</source>
            <translation>दोबारा छापें</translation>
        </message>
        <message>
            <source>What else?</source>
            <translation>और क्या है?</translation>
        </message>
    </context>
    <context>
        <name>ApprovalPanel</name>
        <message>
            <source>A supervisor must agree</source>
            <translation>सुपरवाइज़र की मंज़ूरी चाहिए</translation>
        </message>
        <message>
            <source>PIN of the supervisor</source>
            <translation>सुपरवाइज़र का PIN</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>मंज़ूर करें</translation>
        </message>
    </context>
    <context>
        <name>BasketStrip</name>
        <message>
            <source>Show</source>
            <translation>दिखाएँ</translation>
        </message>
    </context>
    <context>
        <name>BasketsPanel</name>
        <message>
            <source>Bills from the till</source>
            <translation>बिलिंग मशीन के बिल</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>हटा दें</translation>
        </message>
    </context>
    <context>
        <name>BeforeAfter</name>
        <message>
            <source>You have</source>
            <translation>अभी आपके पास</translation>
        </message>
        <message>
            <source>It costs</source>
            <translation>इसमें लगेंगे</translation>
        </message>
        <message>
            <source>After it</source>
            <translation>इसके बाद</translation>
        </message>
    </context>
    <context>
        <name>BillActions</name>
        <message>
            <source>Quantity</source>
            <translation>मात्रा</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>छूट</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>हटाएँ</translation>
        </message>
        <message>
            <source>Use coins</source>
            <translation>सिक्के लगाएँ</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>वापसी</translation>
        </message>
        <message>
            <source>Record sale</source>
            <translation>बिक्री दर्ज करें</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>कोड</translation>
        </message>
        <message>
            <source>Vouchers and codes</source>
            <translation>वाउचर और कोड</translation>
        </message>
        <message>
            <source>Coins</source>
            <translation>सिक्के</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>क्रेडिट</translation>
        </message>
        <message>
            <source>Store credit</source>
            <translation>स्टोर क्रेडिट</translation>
        </message>
    </context>
    <context>
        <name>BillPanel</name>
        <message>
            <source>Bill</source>
            <translation>बिल</translation>
        </message>
        <message>
            <source>Bill number</source>
            <translation>बिल नंबर</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>हिसाब</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>सामान</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>रकम</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>कुल</translation>
        </message>
    </context>
    <context>
        <name>CardsPanel</name>
        <message>
            <source>Card of %1</source>
            <translation>%1 का कार्ड</translation>
        </message>
        <message>
            <source>Card %1</source>
            <translation>कार्ड %1</translation>
        </message>
        <message>
            <source>Same person twice? Scan the other card now.</source>
            <translation>एक ही ग्राहक के दो कार्ड? दूसरा कार्ड अब स्कैन करें।</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>बंद करें</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>दिखाएँ</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>प्रिंट करें</translation>
        </message>
        <message>
            <source>New card</source>
            <translation>नया कार्ड</translation>
        </message>
    </context>
    <context>
        <name>ChallengesCard</name>
        <message>
            <source>Challenges</source>
            <translation>चुनौतियाँ</translation>
        </message>
    </context>
    <context>
        <name>ChooseCard</name>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
    </context>
    <context>
        <name>CodesPanel</name>
        <message>
            <source>Vouchers and codes</source>
            <translation>वाउचर और कोड</translation>
        </message>
        <message>
            <source>Voucher number or code: scan or type</source>
            <translation>वाउचर नंबर या कोड: स्कैन करें या टाइप करें</translation>
        </message>
    </context>
    <context>
        <name>CoinsPanel</name>
        <message>
            <source>Use coins</source>
            <translation>सिक्के लगाएँ</translation>
        </message>
        <message>
            <source>Coins to use</source>
            <translation>कितने सिक्के लगाने हैं</translation>
        </message>
        <message>
            <source>Use none</source>
            <translation>न लगाएँ</translation>
        </message>
    </context>
    <context>
        <name>ConfirmCard</name>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
        <message>
            <source>Coins afterwards</source>
            <translation>बाद में सिक्के</translation>
        </message>
        <message>
            <source>Coins now</source>
            <translation>अभी सिक्के</translation>
        </message>
    </context>
    <context>
        <name>ConflictsPanel</name>
        <message>
            <source>What came out differently</source>
            <translation>बताए से अलग निकला</translation>
        </message>
        <message>
            <source>All read</source>
            <translation>सब पढ़ लिया</translation>
        </message>
    </context>
    <context>
        <name>ConnectionPanel</name>
        <message>
            <source>Works</source>
            <translation>चलेगा</translation>
        </message>
    </context>
    <context>
        <name>CounterMain</name>
        <message>
            <source>Leave training</source>
            <translation>अभ्यास से बाहर</translation>
        </message>
    </context>
    <context>
        <name>CounterScreen</name>
        <message>
            <source>Undo</source>
            <translation>वापस लें</translation>
        </message>
        <message>
            <source>Gift given</source>
            <translation>तोहफ़ा दे दिया</translation>
        </message>
        <message>
            <source>Gift given: %1</source>
            <translation>तोहफ़ा दे दिया: %1</translation>
        </message>
    </context>
    <context>
        <name>CreditPanel</name>
        <message>
            <source>Top up store credit</source>
            <translation>स्टोर क्रेडिट में पैसे डालें</translation>
        </message>
        <message>
            <source>Pay out store credit</source>
            <translation>स्टोर क्रेडिट नकद में दें</translation>
        </message>
        <message>
            <source>Use store credit</source>
            <translation>स्टोर क्रेडिट लगाएँ</translation>
        </message>
        <message>
            <source>Receipt number from the till</source>
            <translation>रसीद का नंबर</translation>
        </message>
        <message>
            <source>Bonus code (may be left out)</source>
            <translation>बोनस कोड (ज़रूरी नहीं)</translation>
        </message>
        <message>
            <source>Top up</source>
            <translation>पैसे डालें</translation>
        </message>
        <message>
            <source>Pay out</source>
            <translation>नकद दें</translation>
        </message>
        <message>
            <source>Use on the bill</source>
            <translation>बिल पर लगाएँ</translation>
        </message>
        <message>
            <source>Use none</source>
            <translation>कुछ न लगाएँ</translation>
        </message>
    </context>
    <context>
        <name>DeskBar</name>
        <message>
            <source>Lock</source>
            <translation>लॉक करें</translation>
        </message>
    </context>
    <context>
        <name>DeskCards</name>
        <message>
            <source>Card %1</source>
            <translation>कार्ड %1</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>बंद करें</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>प्रिंट करें</translation>
        </message>
        <message>
            <source>New card</source>
            <translation>नया कार्ड</translation>
        </message>
    </context>
    <context>
        <name>DeskCoins</name>
        <message>
            <source>How many coins</source>
            <translation>कितने सिक्के</translation>
        </message>
        <message>
            <source>Why? The member reads this in the history</source>
            <translation>क्यों? मेंबर इसे अपने हिसाब में पढ़ेंगे</translation>
        </message>
        <message>
            <source>Write no name and no phone number. Coins given by hand do not count towards a level.</source>
            <translation>नाम या फ़ोन नंबर न लिखें। हाथ से दिए सिक्के लेवल में नहीं गिने जाते।</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>वापस लें</translation>
        </message>
        <message>
            <source>Give</source>
            <translation>दें</translation>
        </message>
    </context>
    <context>
        <name>DeskHistory</name>
        <message>
            <source>Earlier</source>
            <translation>इससे पहले</translation>
        </message>
    </context>
    <context>
        <name>DeskJoining</name>
        <message>
            <source>Same person twice? Scan the other card, or type phone or name</source>
            <translation>एक ही व्यक्ति दो बार? दूसरा कार्ड स्कैन करें, या फ़ोन या नाम टाइप करें</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>कुल मिलाकर</translation>
        </message>
        <message>
            <source>Part again</source>
            <translation>फिर अलग करें</translation>
        </message>
        <message>
            <source>Join the two</source>
            <translation>दोनों को जोड़ें</translation>
        </message>
    </context>
    <context>
        <name>DeskOwnData</name>
        <message>
            <source>A member may have everything the shop knows about them as a file. It holds name, phone and purchases: give it to this member only.</source>
            <translation>मेंबर चाहें तो दुकान में उनकी सारी जानकारी फ़ाइल में ले सकते हैं। उसमें नाम, फ़ोन और खरीदारी होती है: सिर्फ़ इसी मेंबर को दें।</translation>
        </message>
        <message>
            <source>Delete the file here once the member has it.</source>
            <translation>मेंबर को मिल जाए तो यहाँ से फ़ाइल मिटा दें।</translation>
        </message>
        <message>
            <source>This will be gone:</source>
            <translation>यह सब मिट जाएगा:</translation>
        </message>
        <message>
            <source>Erase …</source>
            <translation>मिटाएँ …</translation>
        </message>
        <message>
            <source>Save the file</source>
            <translation>फ़ाइल बनाएँ</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>हमेशा के लिए मिटाएँ</translation>
        </message>
    </context>
    <context>
        <name>DeskPad</name>
        <message>
            <source>Delete the last one</source>
            <translation>आखिरी अक्षर मिटाएँ</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>ठीक है</translation>
        </message>
    </context>
    <context>
        <name>DeskPanel</name>
        <message>
            <source>Member desk</source>
            <translation>मेंबर डेस्क</translation>
        </message>
    </context>
    <context>
        <name>DeskPin</name>
        <message>
            <source>Remove the PIN</source>
            <translation>PIN हटाएँ</translation>
        </message>
    </context>
    <context>
        <name>DeskProfile</name>
        <message>
            <source>Name or nickname</source>
            <translation>नाम या घर का नाम</translation>
        </message>
        <message>
            <source>New phone number</source>
            <translation>नया फ़ोन नंबर</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>हटाएँ</translation>
        </message>
        <message>
            <source>Remove the phone number</source>
            <translation>फ़ोन नंबर हटाएँ</translation>
        </message>
        <message>
            <source>Birthday: day month year</source>
            <translation>जन्मदिन: दिन महीना साल</translation>
        </message>
        <message>
            <source>Remove the birthday</source>
            <translation>जन्मदिन हटाएँ</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>भाषा</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>सेव करें</translation>
        </message>
    </context>
    <context>
        <name>DeskSignIn</name>
        <message>
            <source>Checking…</source>
            <translation>जाँच हो रही है…</translation>
        </message>
        <message>
            <source>Choose your name first</source>
            <translation>पहले अपना नाम चुनें</translation>
        </message>
        <message>
            <source>PIN of %1</source>
            <translation>%1 का PIN</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>काम शुरू करें</translation>
        </message>
        <message>
            <source>Who hands over?</source>
            <translation>आज कौन दे रहा है?</translation>
        </message>
    </context>
    <context>
        <name>DeskVouchers</name>
        <message>
            <source>Cancel this voucher</source>
            <translation>यह वाउचर रद्द करें</translation>
        </message>
    </context>
    <context>
        <name>EnrolPanel</name>
        <message>
            <source>New member</source>
            <translation>नया मेंबर</translation>
        </message>
        <message>
            <source>Phone (may be left out)</source>
            <translation>फ़ोन (ज़रूरी नहीं)</translation>
        </message>
        <message>
            <source>Name or nickname</source>
            <translation>नाम या घर का नाम</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>भाषा</translation>
        </message>
        <message>
            <source>Birthday (may be left out)</source>
            <translation>जन्मदिन (ज़रूरी नहीं)</translation>
        </message>
        <message>
            <source>day month year</source>
            <translation>दिन महीना साल</translation>
        </message>
        <message>
            <source>Card %1</source>
            <translation>कार्ड %1</translation>
        </message>
        <message>
            <source>The customer can take a picture of this code now.</source>
            <translation>ग्राहक अब इस कोड की फ़ोटो ले सकते हैं।</translation>
        </message>
        <message>
            <source>Go on with the bill</source>
            <translation>बिल पर लौटें</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>मेंबर बनाएँ</translation>
        </message>
        <message>
            <source>Who sent them? Friend's number, card or phone (may be left out)</source>
            <translation>किसने भेजा? दोस्त का नंबर, कार्ड या फ़ोन (ज़रूरी नहीं)</translation>
        </message>
    </context>
    <context>
        <name>EntryPad</name>
        <message>
            <source>Find member</source>
            <translation>मेंबर खोजें</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>होल्ड करें</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>होल्ड बिल</translation>
        </message>
    </context>
    <context>
        <name>FindPanel</name>
        <message>
            <source>Find or enrol a member</source>
            <translation>मेंबर खोजें या बनाएँ</translation>
        </message>
        <message>
            <source>Type the phone number first. A name or a card number works too.</source>
            <translation>पहले फ़ोन नंबर लिखें। नाम या कार्ड नंबर भी चलेगा।</translation>
        </message>
        <message>
            <source>Phone, name or card number</source>
            <translation>फ़ोन, नाम या कार्ड नंबर</translation>
        </message>
    </context>
    <context>
        <name>FriendScreen</name>
        <message>
            <source>QR code for your friend</source>
            <translation>दोस्त के लिए QR कोड</translation>
        </message>
        <message>
            <source>Bring a friend</source>
            <translation>दोस्त को लाइए</translation>
        </message>
        <message>
            <source>Your friend shows this code, or says this number, when joining.</source>
            <translation>जुड़ते समय आपके दोस्त यह कोड दिखाएँ या यह नंबर बताएँ।</translation>
        </message>
        <message>
            <source>You get</source>
            <translation>आपको मिलेंगे</translation>
        </message>
        <message>
            <source>Your friend gets</source>
            <translation>आपके दोस्त को मिलेंगे</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>फ़ोटो ले लीजिए</translation>
        </message>
    </context>
    <context>
        <name>HeldPanel</name>
        <message>
            <source>Bills on hold</source>
            <translation>होल्ड पर रखे बिल</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>हटा दें</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>फिर खोलें</translation>
        </message>
    </context>
    <context>
        <name>HelpScreen</name>
        <message>
            <source>Your question</source>
            <translation>आपका सवाल</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>पूछें</translation>
        </message>
        <message>
            <source>All questions</source>
            <translation>सारे सवाल</translation>
        </message>
    </context>
    <context>
        <name>HistoryEntry</name>
        <message>
            <source>%1 · tap to see why</source>
            <translation>%1 · क्यों, यह देखने के लिए छुएँ</translation>
        </message>
    </context>
    <context>
        <name>HistoryScreen</name>
        <message>
            <source>What happened with your coins</source>
            <translation>आपके सिक्कों का हिसाब</translation>
        </message>
        <message>
            <source>Show earlier ones</source>
            <translation>और पुराने दिखाएँ</translation>
        </message>
    </context>
    <context>
        <name>LauncherMain</name>
        <message>
            <source>Sikka: the demo shop</source>
            <translation>सिक्का: आज़माने की दुकान</translation>
        </message>
        <message>
            <source>Sign in with a PIN. %1</source>
            <translation>PIN डालकर साइन इन करें। %1</translation>
        </message>
        <message>
            <source>Closing this window closes all screens; nothing is lost.</source>
            <translation>यह खिड़की बंद करते ही सारी स्क्रीन बंद हो जाएँगी; कुछ भी खोएगा नहीं।</translation>
        </message>
    </context>
    <context>
        <name>LetterPad</name>
        <message>
            <source>Space</source>
            <translation>खाली जगह</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>अंक</translation>
        </message>
        <message>
            <source>Delete the last letter</source>
            <translation>आखिरी अक्षर मिटाएँ</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
    </context>
    <context>
        <name>MemberPanel</name>
        <message>
            <source>Scan the card</source>
            <translation>कार्ड स्कैन करें</translation>
        </message>
        <message>
            <source>or press F2 to find or enrol the customer.</source>
            <translation>या F2 दबाकर ग्राहक को खोजें या मेंबर बनाएँ।</translation>
        </message>
        <message>
            <source>Last purchases</source>
            <translation>पिछली खरीदारी</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>कार्ड</translation>
        </message>
        <message>
            <source>Remove member</source>
            <translation>मेंबर हटाएँ</translation>
        </message>
        <message>
            <source>Go on without this member</source>
            <translation>इस मेंबर के बिना आगे बढ़ें</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>डेस्क</translation>
        </message>
        <message>
            <source>Member desk</source>
            <translation>मेंबर डेस्क</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>हटाएँ</translation>
        </message>
    </context>
    <context>
        <name>MemberPinPanel</name>
        <message>
            <source>Waiting …</source>
            <translation>इंतज़ार …</translation>
        </message>
    </context>
    <context>
        <name>MemberPurse</name>
        <message>
            <source>Coins</source>
            <translation>सिक्के</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>कीमत</translation>
        </message>
    </context>
    <context>
        <name>MomentFilled</name>
        <message>
            <source>Take it</source>
            <translation>ले लीजिए</translation>
        </message>
    </context>
    <context>
        <name>MomentFirst</name>
        <message>
            <source>Take your gift: %1</source>
            <translation>अपना तोहफ़ा लीजिए: %1</translation>
        </message>
        <message>
            <source>It is yours: %1</source>
            <translation>यह आपका हुआ: %1</translation>
        </message>
    </context>
    <context>
        <name>MomentNote</name>
        <message>
            <source>Open the box</source>
            <translation>डिब्बा खोलिए</translation>
        </message>
        <message>
            <source>Something for you. Tap the box!</source>
            <translation>आपके लिए कुछ है। डिब्बे को छूइए!</translation>
        </message>
    </context>
    <context>
        <name>MomentsScreen</name>
        <message>
            <source>Go on</source>
            <translation>आगे बढ़िए</translation>
        </message>
    </context>
    <context>
        <name>NumberPad</name>
        <message>
            <source>Delete the last digit</source>
            <translation>आखिरी अंक मिटाएँ</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>अक्षर</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
    </context>
    <context>
        <name>ProcessLine</name>
        <message>
            <source>Open</source>
            <translation>खोलें</translation>
        </message>
    </context>
    <context>
        <name>RaffleBuy</name>
        <message>
            <source>How many tickets?</source>
            <translation>कितने टिकट लेंगे?</translation>
        </message>
        <message>
            <source>One fewer</source>
            <translation>एक कम</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>एक और</translation>
        </message>
        <message>
            <source>No, go back</source>
            <translation>नहीं, पीछे चलें</translation>
        </message>
        <message>
            <source>Yes, buy them</source>
            <translation>हाँ, ले लीजिए</translation>
        </message>
    </context>
    <context>
        <name>RafflePrizes</name>
        <message>
            <source>Who won</source>
            <translation>किसने जीता</translation>
        </message>
        <message>
            <source>You can win</source>
            <translation>आप जीत सकते हैं</translation>
        </message>
        <message>
            <source>You won: %1</source>
            <translation>आपने जीता: %1</translation>
        </message>
        <message>
            <source>Ticket %1. Show your card at the counter.</source>
            <translation>टिकट %1। काउंटर पर अपना कार्ड दिखाइए।</translation>
        </message>
        <message>
            <source>How you can check it</source>
            <translation>इसे आप ऐसे परख सकते हैं</translation>
        </message>
    </context>
    <context>
        <name>RaffleScreen</name>
        <message>
            <source>To the draw</source>
            <translation>ड्रॉ पर जाएँ</translation>
        </message>
    </context>
    <context>
        <name>RaffleShown</name>
        <message>
            <source>Buy tickets</source>
            <translation>टिकट लीजिए</translation>
        </message>
    </context>
    <context>
        <name>RaffleTickets</name>
        <message>
            <source>%1 won!</source>
            <translation>%1 जीता!</translation>
        </message>
        <message>
            <source>Permit: %1</source>
            <translation>परमिट: %1</translation>
        </message>
    </context>
    <context>
        <name>ReturnPanel</name>
        <message>
            <source>Less</source>
            <translation>कम</translation>
        </message>
        <message>
            <source>More</source>
            <translation>ज़्यादा</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>वापसी</translation>
        </message>
        <message>
            <source>Number on the bill</source>
            <translation>बिल पर लिखा नंबर</translation>
        </message>
        <message>
            <source>Amount that comes back</source>
            <translation>कितने का सामान लौट रहा है</translation>
        </message>
        <message>
            <source>Hand back</source>
            <translation>ग्राहक को लौटाएँ</translation>
        </message>
        <message>
            <source>Number of the return, from the till</source>
            <translation>बिलिंग मशीन से छपा वापसी नंबर</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>सब कुछ</translation>
        </message>
        <message>
            <source>Record return</source>
            <translation>वापसी दर्ज करें</translation>
        </message>
        <message>
            <source>Find the bill</source>
            <translation>बिल खोजें</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>अदला-बदली</translation>
        </message>
    </context>
    <context>
        <name>ReviewBadge</name>
        <message>
            <source>Review: %1</source>
            <translation>जाँच: %1</translation>
        </message>
    </context>
    <context>
        <name>ReviewPanel</name>
        <message>
            <source>To review</source>
            <translation>जाँचने के लिए</translation>
        </message>
        <message>
            <source>Approve (F12)</source>
            <translation>मंज़ूर करें (F12)</translation>
        </message>
        <message>
            <source>Reject (F7)</source>
            <translation>नामंज़ूर करें (F7)</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>नामंज़ूर</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>मंज़ूर</translation>
        </message>
    </context>
    <context>
        <name>RewardAimed</name>
        <message>
            <source>This is your goal now</source>
            <translation>अब यह आपका लक्ष्य है</translation>
        </message>
        <message>
            <source>More rewards</source>
            <translation>और इनाम</translation>
        </message>
        <message>
            <source>To my coins</source>
            <translation>मेरे सिक्के</translation>
        </message>
    </context>
    <context>
        <name>RewardCard</name>
        <message>
            <source>%1 coins</source>
            <translation>%1 सिक्के</translation>
        </message>
        <message>
            <source>my goal</source>
            <translation>मेरा लक्ष्य</translation>
        </message>
        <message>
            <source>My goal</source>
            <translation>मेरा लक्ष्य</translation>
        </message>
    </context>
    <context>
        <name>RewardConfirm</name>
        <message>
            <source>No, go back</source>
            <translation>नहीं, पीछे चलें</translation>
        </message>
        <message>
            <source>Yes, take it</source>
            <translation>हाँ, ले लूँ</translation>
        </message>
    </context>
    <context>
        <name>RewardDetail</name>
        <message>
            <source>%1 coins</source>
            <translation>%1 सिक्के</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>इसे लीजिए</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
        <message>
            <source>No longer my goal</source>
            <translation>अब यह मेरा लक्ष्य नहीं</translation>
        </message>
        <message>
            <source>Make it my goal</source>
            <translation>इसे मेरा लक्ष्य बनाएँ</translation>
        </message>
    </context>
    <context>
        <name>RewardDone</name>
        <message>
            <source>You had %1 coins, now you have %2.</source>
            <translation>पहले %1 सिक्के थे, अब %2 हैं।</translation>
        </message>
        <message>
            <source>More rewards</source>
            <translation>और इनाम</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>फ़ोटो ले लीजिए</translation>
        </message>
        <message>
            <source>To my coins</source>
            <translation>मेरे सिक्के</translation>
        </message>
    </context>
    <context>
        <name>RewardList</name>
        <message>
            <source>Choose a reward</source>
            <translation>इनाम चुनिए</translation>
        </message>
        <message>
            <source>You have %1 coins</source>
            <translation>आपके पास %1 सिक्के हैं</translation>
        </message>
        <message>
            <source>You can have these now</source>
            <translation>ये अभी ले सकते हैं</translation>
        </message>
        <message>
            <source>Almost there</source>
            <translation>बस थोड़ा और</translation>
        </message>
        <message>
            <source>For later</source>
            <translation>बाद के लिए</translation>
        </message>
    </context>
    <context>
        <name>RewardsScreen</name>
        <message>
            <source>See the others</source>
            <translation>दूसरे इनाम देखें</translation>
        </message>
    </context>
    <context>
        <name>SalesPanel</name>
        <message>
            <source>Today's sales</source>
            <translation>आज की बिक्री</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>रद्द करें</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>छापें</translation>
        </message>
    </context>
    <context>
        <name>ScanTarget</name>
        <message>
            <source>Digits only</source>
            <translation>सिर्फ़ अंक</translation>
        </message>
        <message>
            <source>Hide keys</source>
            <translation>बटन छिपाएँ</translation>
        </message>
        <message>
            <source>Letters too</source>
            <translation>अक्षर भी</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>देखें</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>एक पल…</translation>
        </message>
        <message>
            <source>Scan a voucher or a card</source>
            <translation>वाउचर या कार्ड स्कैन करें</translation>
        </message>
        <message>
            <source>Show keys</source>
            <translation>बटन दिखाएँ</translation>
        </message>
        <message>
            <source>or type a number from a ticket or voucher, or a phone number</source>
            <translation>या टोकन, वाउचर या फ़ोन का नंबर लिखें</translation>
        </message>
    </context>
    <context>
        <name>SetupPanel</name>
        <message>
            <source>Setup checks</source>
            <translation>मशीन की जाँच</translation>
        </message>
        <message>
            <source>A QR code to scan</source>
            <translation>स्कैन करने के लिए QR कोड</translation>
        </message>
        <message>
            <source>A bar code to scan</source>
            <translation>स्कैन करने के लिए बारकोड</translation>
        </message>
        <message>
            <source>The number on the customer's side</source>
            <translation>ग्राहक की ओर का नंबर</translation>
        </message>
        <message>
            <source>Test slip</source>
            <translation>जाँच की पर्ची</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>नंबर</translation>
        </message>
        <message>
            <source>Save file</source>
            <translation>सेव करें</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>फिर जाँचें</translation>
        </message>
    </context>
    <context>
        <name>SignInScreen</name>
        <message>
            <source>Who is at the till?</source>
            <translation>काउंटर पर कौन है?</translation>
        </message>
        <message>
            <source>PIN of %1</source>
            <translation>%1 का PIN</translation>
        </message>
        <message>
            <source>Choose your name first</source>
            <translation>पहले अपना नाम चुनें</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>जाँच रहे हैं…</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>काम शुरू करें</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Less of %1</source>
            <translation>%1 कम करें</translation>
        </message>
        <message>
            <source>More of %1</source>
            <translation>%1 बढ़ाएँ</translation>
        </message>
    </context>
    <context>
        <name>SurveyChoice</name>
        <message>
            <source>%1 of 5 stars</source>
            <translation>5 में से %1 स्टार</translation>
        </message>
        <message>
            <source>right</source>
            <translation>सही</translation>
        </message>
        <message>
            <source>your answer</source>
            <translation>आपका जवाब</translation>
        </message>
    </context>
    <context>
        <name>SurveyDone</name>
        <message>
            <source>%1 (your answer)</source>
            <translation>%1 (आपका जवाब)</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>एक और</translation>
        </message>
        <message>
            <source>To my coins</source>
            <translation>मेरे सिक्के देखें</translation>
        </message>
    </context>
    <context>
        <name>SurveyList</name>
        <message>
            <source>Tell us, and get coins</source>
            <translation>बताइए और सिक्के पाइए</translation>
        </message>
        <message>
            <source>Go on where you were</source>
            <translation>जहाँ छोड़ा था वहीं से</translation>
        </message>
    </context>
    <context>
        <name>SurveyQuestion</name>
        <message>
            <source>Tap here and write</source>
            <translation>यहाँ छूकर लिखिए</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>बाद में</translation>
        </message>
        <message>
            <source>Leave this one out</source>
            <translation>इसे छोड़ दें</translation>
        </message>
    </context>
    <context>
        <name>TicketPaper</name>
        <message>
            <source>QR code of your voucher</source>
            <translation>आपके वाउचर का QR कोड</translation>
        </message>
    </context>
    <context>
        <name>TodayFigures</name>
        <message>
            <source>Most: %1</source>
            <translation>सबसे ज़्यादा: %1</translation>
        </message>
    </context>
    <context>
        <name>TodayPanel</name>
        <message>
            <source>Bills</source>
            <translation>बिल</translation>
        </message>
        <message>
            <source>Closed days</source>
            <translation>बंद दिन</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>दिन बंद करें</translation>
        </message>
        <message>
            <source>Save as CSV</source>
            <translation>CSV में सेव करें</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>दिखाएँ</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>फिर छापें</translation>
        </message>
    </context>
    <context>
        <name>ToldCard</name>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Lock</source>
            <translation>लॉक करें</translation>
        </message>
    </context>
    <context>
        <name>TrainingStrip</name>
        <message>
            <source>New here? Practise in a shop of its own: nothing there counts.</source>
            <translation>काम नया है? अभ्यास की अलग दुकान में आज़माएँ: वहाँ कुछ भी सच में दर्ज नहीं होता।</translation>
        </message>
        <message>
            <source>Start practice over</source>
            <translation>अभ्यास नए सिरे से</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>अभ्यास करें</translation>
        </message>
    </context>
    <context>
        <name>VoucherLine</name>
        <message>
            <source>number %1</source>
            <translation>नंबर %1</translation>
        </message>
    </context>
    <context>
        <name>VoucherList</name>
        <message>
            <source>My vouchers</source>
            <translation>मेरे वाउचर</translation>
        </message>
        <message>
            <source>Over in the last two months</source>
            <translation>पिछले दो महीनों में पूरे हुए</translation>
        </message>
    </context>
    <context>
        <name>VoucherShown</name>
        <message>
            <source>Your number</source>
            <translation>आपका नंबर</translation>
        </message>
        <message>
            <source>Handed over. Enjoy it!</source>
            <translation>मिल गया। मज़े कीजिए!</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
        <message>
            <source>Give it back for coins</source>
            <translation>लौटाकर सिक्के लें</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>फ़ोटो ले लीजिए</translation>
        </message>
    </context>
    <context>
        <name>VouchersScreen</name>
        <message>
            <source>Give this voucher back?</source>
            <translation>यह वाउचर लौटा दें?</translation>
        </message>
        <message>
            <source>No, keep it</source>
            <translation>नहीं, रहने दें</translation>
        </message>
        <message>
            <source>Yes, coins back</source>
            <translation>हाँ, सिक्के वापस</translation>
        </message>
        <message>
            <source>My vouchers</source>
            <translation>मेरे वाउचर</translation>
        </message>
    </context>
    <context>
        <name>WhyPanel</name>
        <message>
            <source>Record sale</source>
            <translation>बिक्री दर्ज करें</translation>
        </message>
    </context>
    <context>
        <name>approval</name>
        <message>
            <source>{name} may not approve this. A supervisor or the owner can.</source>
            <translation>{name} को इसकी मंज़ूरी देने का अधिकार नहीं है। सुपरवाइज़र या मालिक से PIN डलवाएँ।</translation>
        </message>
    </context>
    <context>
        <name>badges</name>
        <message>
            <source>There are no badges to win just now.</source>
            <translation>अभी जीतने के लिए कोई बैज नहीं है।</translation>
        </message>
        <message>
            <source>My badges · {won} of {all}</source>
            <translation>मेरे बैज · {all} में से {won}</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>अभी बाकी है</translation>
        </message>
        <message>
            <source>won</source>
            <translation>मिल गया</translation>
        </message>
        <message>
            <source>level {level} of {levels}</source>
            <translation>{levels} में से स्तर {level}</translation>
        </message>
        <message>
            <source>First: {title}</source>
            <translation>पहले यह: {title}</translation>
        </message>
        <message>
            <source>All levels done!</source>
            <translation>सारे स्तर पूरे!</translation>
        </message>
    </context>
    <context>
        <name>baskets</name>
        <message numerus="yes">
            <source>{count} bill(s) from the till</source>
            <translation>
                <numerusform>बिलिंग मशीन से {count} बिल आया है</numerusform>
                <numerusform>बिलिंग मशीन से {count} बिल आए हैं</numerusform>
            </translation>
        </message>
        <message>
            <source>The till cannot send its bills. Call your supervisor.</source>
            <translation>बिलिंग मशीन से बिल नहीं आ पा रहे। सुपरवाइज़र को बुलाएँ।</translation>
        </message>
        <message>
            <source>No bill from the till waits.</source>
            <translation>बिलिंग मशीन का कोई बिल बाकी नहीं है।</translation>
        </message>
        <message>
            <source>I have seen it</source>
            <translation>देख लिया</translation>
        </message>
        <message>
            <source>Take this bill</source>
            <translation>यह बिल लें</translation>
        </message>
        <message>
            <source>cancelled at the till</source>
            <translation>बिलिंग मशीन पर रद्द हुआ</translation>
        </message>
        <message>
            <source>changed at the till</source>
            <translation>बिलिंग मशीन पर बदला गया</translation>
        </message>
        <message>
            <source>card or phone not known here</source>
            <translation>कार्ड या फ़ोन यहाँ किसी का नहीं</translation>
        </message>
        <message>
            <source>paid at the till</source>
            <translation>बिलिंग मशीन पर पैसे मिल गए</translation>
        </message>
        <message>
            <source>The till's customer is not a member here. Scan the card, or press F2.</source>
            <translation>बिलिंग मशीन वाला ग्राहक यहाँ मेंबर नहीं है। कार्ड स्कैन करें, या F2 दबाएँ।</translation>
        </message>
        <message>
            <source>The till changed this bill. It is now {total}.</source>
            <translation>बिलिंग मशीन पर यह बिल बदला गया। अब {total} है।</translation>
        </message>
        <message>
            <source>The till changed this bill, and so did you. Yours stays; ⇧F9 has the till's.</source>
            <translation>यह बिल बिलिंग मशीन पर भी बदला, और आपने भी। आपका वाला बना है; मशीन वाला ⇧F9 में है।</translation>
        </message>
        <message>
            <source>The till cancelled this bill. Remove its items, or go on if that is wrong.</source>
            <translation>बिलिंग मशीन पर यह बिल रद्द हो गया। सामान हटा दें; गलती से हुआ हो तो आगे बढ़ें।</translation>
        </message>
        <message>
            <source>The till cancelled bill {number}, which is recorded here.</source>
            <translation>बिल {number} बिलिंग मशीन पर रद्द हो गया, पर यहाँ दर्ज है।</translation>
        </message>
        <message>
            <source>It stays until you void it under Today (F10).</source>
            <translation>जब तक आप “हिसाब” (F10) के बिलों में उसे रद्द न करें, वह बना रहेगा।</translation>
        </message>
        <message>
            <source>This bill of the till does not wait any more.</source>
            <translation>बिलिंग मशीन का यह बिल अब बाकी नहीं है।</translation>
        </message>
        <message>
            <source>For the till, this bill is {name}'s. If it is, scan the card; else go on.</source>
            <translation>बिलिंग मशीन के हिसाब से यह बिल {name} का है। अगर ऐसा ही है, तो उनका कार्ड स्कैन करें, नहीं तो आगे बढ़ें।</translation>
        </message>
        <message>
            <source>This counter may not use the till's folder {where}. Call your supervisor: it must be able to read and write there.</source>
            <translation>इस काउंटर को बिलिंग मशीन के फ़ोल्डर {where} में काम करने की इजाज़त नहीं है। सुपरवाइज़र को बुलाएँ: उसमें पढ़ने और लिखने की छूट चाहिए।</translation>
        </message>
        <message>
            <source>The disk with the till's folder {where} is full. Free some space.</source>
            <translation>जिस डिस्क पर बिलिंग मशीन का फ़ोल्डर {where} है, वह भर गई है। थोड़ी जगह खाली करें।</translation>
        </message>
        <message>
            <source>The till's folder {where} cannot be reached. Check the network and the cables, or call your supervisor.</source>
            <translation>बिलिंग मशीन का फ़ोल्डर {where} नहीं मिल रहा। नेटवर्क और तार देखें, या सुपरवाइज़र को बुलाएँ।</translation>
        </message>
        <message>
            <source>A file in the till's folder {where} could not be taken. It is tried again; call your supervisor if this stays.</source>
            <translation>बिलिंग मशीन के फ़ोल्डर {where} की एक फ़ाइल ली नहीं जा सकी। फिर कोशिश हो रही है; यही दिखता रहे तो सुपरवाइज़र को बुलाएँ।</translation>
        </message>
        <message>
            <source>Another program on this computer uses number {where}, at which the till sends its bills. Close that program, then close the counter and open it again.</source>
            <translation>बिलिंग मशीन जिस नंबर {where} पर बिल भेजती है, उसे इस कंप्यूटर का कोई और प्रोग्राम ले बैठा है। वह प्रोग्राम बंद करें, फिर काउंटर बंद करके दोबारा खोलें।</translation>
        </message>
        <message>
            <source>The till's password cannot be kept in {where}. Free some space and let this counter write there, then close the counter and open it again.</source>
            <translation>बिलिंग मशीन का पासवर्ड {where} में रखा नहीं जा सका। थोड़ी जगह खाली करें और इस काउंटर को वहाँ लिखने की छूट दें, फिर काउंटर बंद करके दोबारा खोलें।</translation>
        </message>
    </context>
    <context>
        <name>bill</name>
        <message>
            <source>Type a whole number, like 2.</source>
            <translation>पूरी संख्या लिखें, जैसे 2</translation>
        </message>
        <message>
            <source>Why {coins}?</source>
            <translation>{coins} क्यों?</translation>
        </message>
        <message>
            <source>Amount of the bill</source>
            <translation>बिल की रकम</translation>
        </message>
        <message>
            <source>Item: scan, name or code</source>
            <translation>सामान: स्कैन, नाम या कोड</translation>
        </message>
        <message>
            <source>Quantity: {name}</source>
            <translation>मात्रा: {name}</translation>
        </message>
        <message>
            <source>Discount on the bill</source>
            <translation>बिल पर छूट</translation>
        </message>
        <message>
            <source>Discount: {name}</source>
            <translation>छूट: {name}</translation>
        </message>
        <message>
            <source>Scan or type</source>
            <translation>स्कैन करें या लिखें</translation>
        </message>
        <message>
            <source>This is not an amount. Type digits, like 1264.50.</source>
            <translation>यह रकम नहीं है। सिर्फ़ अंक लिखें, जैसे 1264.50</translation>
        </message>
        <message>
            <source>Type a quantity above 0, like 2 or 1.250.</source>
            <translation>0 से ज़्यादा मात्रा लिखें, जैसे 2 या 1.250</translation>
        </message>
        <message>
            <source>Type an amount that is not more than the price.</source>
            <translation>दाम से ज़्यादा छूट नहीं हो सकती। सही रकम लिखें।</translation>
        </message>
        <message>
            <source>Type the amount of the bill. To enter items, scan one.</source>
            <translation>बिल की रकम लिखें। सामान जोड़ना हो तो स्कैन करें।</translation>
        </message>
        <message>
            <source>Scan an item, or type a name or a code.</source>
            <translation>सामान स्कैन करें, या उसका नाम या कोड लिखें।</translation>
        </message>
        <message>
            <source>No item is called “{text}”. Try fewer letters, or enter the amount (F3).</source>
            <translation>“{text}” नाम का कोई सामान नहीं है। कम अक्षर लिखकर देखें, या रकम लिखें (F3)।</translation>
        </message>
        <message>
            <source>No member, no coins</source>
            <translation>कार्ड के बिना सिक्के नहीं</translation>
        </message>
        <message>
            <source>Earns no coins</source>
            <translation>इस बिल पर सिक्के नहीं मिलेंगे</translation>
        </message>
        <message numerus="yes">
            <source>Earns {coins} coin(s)</source>
            <translation>
                <numerusform>{coins} सिक्का मिलेगा</numerusform>
                <numerusform>{coins} सिक्के मिलेंगे</numerusform>
            </translation>
        </message>
        <message>
            <source>Scan a card or press F2 to give coins.</source>
            <translation>सिक्के देने हों तो कार्ड स्कैन करें या F2 दबाएँ।</translation>
        </message>
        <message numerus="yes">
            <source>{money} more earns {coins} more coin(s)</source>
            <translation>
                <numerusform>{money} और जोड़ें तो {coins} सिक्का और</numerusform>
                <numerusform>{money} और जोड़ें तो {coins} सिक्के और</numerusform>
            </translation>
        </message>
        <message>
            <source>Take {off} off on the till. Collect {collect}.</source>
            <translation>बिलिंग मशीन पर {off} घटाएँ। ग्राहक से {collect} लें।</translation>
        </message>
        <message>
            <source>Take {off} off on the till. Nothing to collect.</source>
            <translation>बिलिंग मशीन पर {off} घटाएँ। ग्राहक से कुछ नहीं लेना है।</translation>
        </message>
        <message numerus="yes">
            <source>Say: “{coins} coin(s) for you today.”</source>
            <translation>
                <numerusform>कहें: “आज आपको {coins} सिक्का मिल रहा है।”</numerusform>
                <numerusform>कहें: “आज आपको {coins} सिक्के मिल रहे हैं।”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Say: “{name}, {coins} coin(s) for you today.”</source>
            <translation>
                <numerusform>कहें: “{name} जी, आज आपको {coins} सिक्का मिल रहा है।”</numerusform>
                <numerusform>कहें: “{name} जी, आज आपको {coins} सिक्के मिल रहे हैं।”</numerusform>
            </translation>
        </message>
        <message>
            <source>{money} off</source>
            <translation>{money} की छूट</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) for every full {per}, counted on {base}</source>
            <translation>
                <numerusform>हर पूरे {per} पर {coins} सिक्का, {base} पर गिना</numerusform>
                <numerusform>हर पूरे {per} पर {coins} सिक्के, {base} पर गिने</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) × {factor}</source>
            <translation>
                <numerusform>{coins} सिक्का × {factor}</numerusform>
                <numerusform>{coins} सिक्के × {factor}</numerusform>
            </translation>
        </message>
        <message>
            <source>once on this bill</source>
            <translation>इस बिल पर एक बार</translation>
        </message>
        <message>
            <source>would be {wanted}, but the limit is reached</source>
            <translation>{wanted} मिलते, पर सीमा पूरी हो गई</translation>
        </message>
        <message>
            <source>{tier} price</source>
            <translation>{tier} वाला दाम</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>छूट</translation>
        </message>
        <message>
            <source>Store credit</source>
            <translation>स्टोर क्रेडिट</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>सामान</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>वाउचर</translation>
        </message>
        <message>
            <source>A gift comes with it: {gift}</source>
            <translation>इसके साथ तोहफ़ा: {gift}</translation>
        </message>
        <message>
            <source>{money} more brings a gift: {gift}</source>
            <translation>{money} और पर तोहफ़ा: {gift}</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} सिक्का</numerusform>
                <numerusform>{coins} सिक्के</numerusform>
            </translation>
        </message>
        <message>
            <source>comes off the bill</source>
            <translation>बिल में से कटेगा</translation>
        </message>
        <message>
            <source>Cashback</source>
            <translation>कैशबैक</translation>
        </message>
        <message>
            <source>comes back as store credit</source>
            <translation>स्टोर क्रेडिट में वापस मिलेगा</translation>
        </message>
        <message>
            <source>comes with this bill</source>
            <translation>इस बिल के साथ</translation>
        </message>
        <message>
            <source>done with this bill</source>
            <translation>इस बिल से पूरा</translation>
        </message>
        <message>
            <source>Exchange: collect {money}.</source>
            <translation>अदला-बदली: ग्राहक से {money} लें।</translation>
        </message>
        <message>
            <source>Exchange: hand back {money}.</source>
            <translation>अदला-बदली: ग्राहक को {money} लौटाएँ।</translation>
        </message>
        <message>
            <source>Exchange: nothing to pay.</source>
            <translation>अदला-बदली: कुछ लेना-देना नहीं।</translation>
        </message>
        <message>
            <source>{money} comes back from bill {number}. Enter the new goods.</source>
            <translation>बिल {number} से {money} वापस आ रहे हैं। नया सामान डालें।</translation>
        </message>
        <message>
            <source>Paid at the till.</source>
            <translation>बिलिंग मशीन पर पैसे मिल गए।</translation>
        </message>
        <message>
            <source>Paid at the till. Hand back {money}.</source>
            <translation>बिलिंग मशीन पर पैसे मिल गए। ग्राहक को {money} लौटाएँ।</translation>
        </message>
        <message>
            <source>Paid at the till. Collect {money} more.</source>
            <translation>बिलिंग मशीन पर पैसे मिल गए। ग्राहक से {money} और लें।</translation>
        </message>
    </context>
    <context>
        <name>board</name>
        <message>
            <source>There is no list just now.</source>
            <translation>अभी कोई सूची नहीं है।</translation>
        </message>
        <message>
            <source>Counts until {day}</source>
            <translation>{day} तक गिना जाएगा</translation>
        </message>
        <message>
            <source>Nobody sees who you are. Here you are called “{name}”.</source>
            <translation>यहाँ आपका असली नाम किसी को नहीं दिखता। आप यहाँ “{name}” हैं।</translation>
        </message>
        <message>
            <source>Too few take part so far. The list shows once there are {count}.</source>
            <translation>अभी कम लोग हैं। {count} लोग होते ही सूची दिखेगी।</translation>
        </message>
        <message>
            <source>You, as {name}</source>
            <translation>आप, {name}</translation>
        </message>
        <message numerus="yes">
            <source>{count} visit(s)</source>
            <translation>
                <numerusform>{count} बार आए</numerusform>
                <numerusform>{count} बार आए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} point(s)</source>
            <translation>
                <numerusform>{count} अंक</numerusform>
                <numerusform>{count} अंक</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>calls</name>
        <message>
            <source>I am going</source>
            <translation>हम जा रहे हैं</translation>
        </message>
        <message>
            <source>Somebody at kiosk {till} needs help (since {hour}).</source>
            <translation>कियोस्क {till} पर किसी को मदद चाहिए ({hour} से)।</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Go there, and call your supervisor.</source>
            <translation>इस कंप्यूटर में जगह नहीं बची। वहाँ जाएँ और सुपरवाइज़र को बताएँ।</translation>
        </message>
    </context>
    <context>
        <name>cards</name>
        <message>
            <source>Add the coins and cards of {other} to {name}?</source>
            <translation>{other} के सिक्के और कार्ड {name} के नाम करें?</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>बंद</translation>
        </message>
        <message>
            <source>works</source>
            <translation>चालू</translation>
        </message>
        <message>
            <source>The new card is {number}. The old one is blocked.</source>
            <translation>नया कार्ड {number} है। पुराना कार्ड बंद हो गया।</translation>
        </message>
        <message>
            <source>The card is blocked. The coins are safe.</source>
            <translation>कार्ड बंद हो गया। सिक्के सुरक्षित हैं।</translation>
        </message>
        <message>
            <source>The card is ready to print: {file}</source>
            <translation>कार्ड प्रिंट के लिए तैयार है: {file}</translation>
        </message>
        <message>
            <source>The card could not be saved for printing. Show it on the screen (F9).</source>
            <translation>प्रिंट के लिए कार्ड सेव नहीं हुआ। इसे स्क्रीन पर दिखाएँ (F9)।</translation>
        </message>
        <message>
            <source>Done: one member with all coins and cards.</source>
            <translation>हो गया: सारे सिक्के और कार्ड अब एक ही मेंबर के नाम हैं।</translation>
        </message>
    </context>
    <context>
        <name>codes</name>
        <message>
            <source>“{text}” is no code of this shop. Check it, letter by letter.</source>
            <translation>“{text}” इस दुकान का कोड नहीं है। एक-एक अक्षर मिलाकर देखें।</translation>
        </message>
        <message>
            <source>The voucher could not be read. Scan it again, or type its number.</source>
            <translation>वाउचर पढ़ा नहीं गया। फिर से स्कैन करें, या नंबर टाइप करें।</translation>
        </message>
        <message>
            <source>No voucher has the number {number}. Check the number.</source>
            <translation>{number} नंबर का कोई वाउचर नहीं है। नंबर फिर देख लें।</translation>
        </message>
        <message>
            <source>This voucher is from another shop. It does not work here.</source>
            <translation>यह वाउचर किसी और दुकान का है। यहाँ नहीं चलेगा।</translation>
        </message>
        <message>
            <source>Number {ticket} was given twice. Scan the voucher itself.</source>
            <translation>नंबर {ticket} दो लोगों को मिला है। वाउचर ही स्कैन करें।</translation>
        </message>
        <message>
            <source>This code is for topping up store credit: press ⇧F5, then type it there.</source>
            <translation>यह कोड स्टोर क्रेडिट में पैसे डालने का है: ⇧F5 दबाकर वहाँ टाइप करें।</translation>
        </message>
        <message>
            <source>This voucher takes money off a bill. Enter the bill first.</source>
            <translation>यह वाउचर बिल पर छूट का है। पहले बिल डालें।</translation>
        </message>
        <message>
            <source>This voucher belongs to another member.</source>
            <translation>यह वाउचर किसी और मेंबर का है।</translation>
        </message>
        <message>
            <source>This voucher belongs to {name}. Scan that member's card to use it.</source>
            <translation>यह वाउचर {name} का है। इस्तेमाल के लिए उन्हीं का कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>Scan the voucher, or the member's card to see theirs.</source>
            <translation>वाउचर स्कैन करें, या मेंबर का कार्ड, तो उनके वाउचर दिखेंगे।</translation>
        </message>
        <message>
            <source>This member has no voucher to use today.</source>
            <translation>इस मेंबर के पास आज इस्तेमाल करने को कोई वाउचर नहीं है।</translation>
        </message>
        <message>
            <source>Use this code</source>
            <translation>यह कोड लगाएँ</translation>
        </message>
        <message>
            <source>Take it off the bill again</source>
            <translation>बिल से हटाएँ</translation>
        </message>
        <message>
            <source>Use on the bill</source>
            <translation>बिल पर लगाएँ</translation>
        </message>
        <message>
            <source>Hand over: {thing}</source>
            <translation>दे दें: {thing}</translation>
        </message>
        <message>
            <source>on this bill</source>
            <translation>इस बिल पर</translation>
        </message>
        <message>
            <source>{thing} is on the bill.</source>
            <translation>{thing} बिल पर लग गया।</translation>
        </message>
        <message>
            <source>{thing} is on the bill: {amount}</source>
            <translation>{thing} बिल पर लग गया: {amount}</translation>
        </message>
        <message>
            <source>Handed over: {thing}.</source>
            <translation>दे दिया: {thing}।</translation>
        </message>
    </context>
    <context>
        <name>coins</name>
        <message numerus="yes">
            <source>{coins} coin(s), worth {money}</source>
            <translation>
                <numerusform>{coins} सिक्का, यानी {money}</numerusform>
                <numerusform>{coins} सिक्के, यानी {money}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Use {coins} coin(s)</source>
            <translation>
                <numerusform>{coins} सिक्का लगाएँ</numerusform>
                <numerusform>{coins} सिक्के लगाएँ</numerusform>
            </translation>
        </message>
        <message>
            <source>Coins cannot be used on this bill yet.</source>
            <translation>इस बिल पर अभी सिक्के नहीं लग सकते।</translation>
        </message>
        <message>
            <source>On this bill: {least} to {most}</source>
            <translation>इस बिल पर: {least} से {most} तक</translation>
        </message>
        <message>
            <source>, in steps of {step}</source>
            <translation>, {step}-{step} के हिसाब से</translation>
        </message>
        <message>
            <source>Type a number of coins.</source>
            <translation>सिक्कों की संख्या लिखें।</translation>
        </message>
    </context>
    <context>
        <name>conflicts</name>
        <message>
            <source>The voucher on bill {bill} had been used at another counter before.</source>
            <translation>बिल {bill} का वाउचर पहले ही दूसरे काउंटर पर लग चुका था।</translation>
        </message>
        <message>
            <source>This voucher had been used at another counter before.</source>
            <translation>यह वाउचर पहले ही दूसरे काउंटर पर लग चुका था।</translation>
        </message>
        <message>
            <source>Another counter had taken the last one of: {thing}</source>
            <translation>आखिरी वाला दूसरे काउंटर से जा चुका था: {thing}</translation>
        </message>
        <message>
            <source>The member had answered this survey before: {thing}</source>
            <translation>मेंबर यह सर्वे पहले ही भर चुके थे: {thing}</translation>
        </message>
        <message>
            <source>The member had been given this gift before: {thing}</source>
            <translation>मेंबर को यह तोहफ़ा पहले ही मिल चुका था: {thing}</translation>
        </message>
        <message>
            <source>The member had rated this product before.</source>
            <translation>मेंबर इस सामान को पहले ही रेटिंग दे चुके थे।</translation>
        </message>
        <message>
            <source>The member had been given this bonus before.</source>
            <translation>मेंबर को यह बोनस पहले ही मिल चुका था।</translation>
        </message>
        <message>
            <source>The code on bill {bill} had been used before: {thing}</source>
            <translation>बिल {bill} का कोड पहले ही लग चुका था: {thing}</translation>
        </message>
        <message>
            <source>Bill {bill} was recorded twice.</source>
            <translation>बिल {bill} दो बार दर्ज हुआ।</translation>
        </message>
        <message>
            <source>Return {bill} was recorded twice.</source>
            <translation>वापसी {bill} दो बार दर्ज हुई।</translation>
        </message>
        <message>
            <source>This had been done at another counter before.</source>
            <translation>यह काम पहले ही दूसरे काउंटर पर हो चुका था।</translation>
        </message>
        <message>
            <source>On bill {bill} more was used than the member had left.</source>
            <translation>बिल {bill} पर उससे ज़्यादा लग गया जो मेंबर के पास बचा था।</translation>
        </message>
        <message>
            <source>More was used than the member had left.</source>
            <translation>उससे ज़्यादा लग गया जो मेंबर के पास बचा था।</translation>
        </message>
        <message>
            <source>The member had asked to be forgotten before.</source>
            <translation>मेंबर पहले ही अपना खाता मिटवा चुके थे।</translation>
        </message>
        <message>
            <source>This was recorded after the owner had taken the counter out of use.</source>
            <translation>यह तब दर्ज हुआ जब मालिक काउंटर बंद कर चुके थे।</translation>
        </message>
        <message>
            <source>This cannot be counted before an update.</source>
            <translation>अपडेट होने तक यह गिना नहीं जा सकता।</translation>
        </message>
        <message>
            <source>This could not be counted: it contradicts the accounts.</source>
            <translation>यह गिना नहीं जा सका: हिसाब से मेल नहीं खाता।</translation>
        </message>
        <message>
            <source>The clock of this computer was wrong.</source>
            <translation>इस कंप्यूटर की घड़ी गलत थी।</translation>
        </message>
        <message>
            <source>It counts where it was done first. Nothing else changes.</source>
            <translation>जहाँ पहले हुआ, वहीं गिना जाएगा। और कुछ नहीं बदलता।</translation>
        </message>
        <message>
            <source>The coins went back to the member. If it was not handed over yet, keep it.</source>
            <translation>सिक्के मेंबर को वापस मिल गए। अगर अभी दिया नहीं है, तो न दें।</translation>
        </message>
        <message>
            <source>It is paid once for each member: the first time.</source>
            <translation>हर मेंबर को यह एक ही बार मिलता है: पहली बार।</translation>
        </message>
        <message>
            <source>A number counts once. What was paid with coins stays paid. Check both receipts.</source>
            <translation>एक नंबर एक ही बार गिना जाता है। जो सिक्के लगे, वे लगे रहेंगे। दोनों बिल देखें।</translation>
        </message>
        <message>
            <source>What was paid stays paid. The member's next coins make up for it; until then the shop bears it.</source>
            <translation>जो लग गया, वह लग गया। मेंबर के अगले सिक्कों से यह पूरा होगा; तब तक दुकान का।</translation>
        </message>
        <message>
            <source>Nothing more is kept for this person. The sale itself stays.</source>
            <translation>इनके नाम पर अब कुछ नहीं रखा जाता। बिक्री वैसी ही रहेगी।</translation>
        </message>
        <message>
            <source>It is kept and not lost. Tell the owner that it waits.</source>
            <translation>यह सँभालकर रखा है, खोया नहीं। मालिक को बता दें।</translation>
        </message>
        <message>
            <source>It is kept, but does not count. Ask the owner.</source>
            <translation>यह रखा है, पर गिना नहीं जाएगा। मालिक से पूछें।</translation>
        </message>
        <message>
            <source>The bills count on the day the clock showed, in the order in which they were sent. Set the clock right.</source>
            <translation>बिल उसी दिन में गिने जाएँगे जो घड़ी ने दिखाया, और उसी क्रम में जिसमें भेजे गए। घड़ी ठीक करें।</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) missing</source>
            <translation>
                <numerusform>{coins} सिक्का कम पड़ा</numerusform>
                <numerusform>{coins} सिक्के कम पड़े</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) fewer than was said</source>
            <translation>
                <numerusform>बताए से {coins} सिक्का कम</numerusform>
                <numerusform>बताए से {coins} सिक्के कम</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) more than was said</source>
            <translation>
                <numerusform>बताए से {coins} सिक्का ज़्यादा</numerusform>
                <numerusform>बताए से {coins} सिक्के ज़्यादा</numerusform>
            </translation>
        </message>
        <message>
            <source>The shop bears {money}</source>
            <translation>दुकान का नुकसान: {money}</translation>
        </message>
        <message>
            <source>{money} less store credit than was said</source>
            <translation>बताए से {money} कम स्टोर क्रेडिट</translation>
        </message>
        <message>
            <source>{money} more store credit than was said</source>
            <translation>बताए से {money} ज़्यादा स्टोर क्रेडिट</translation>
        </message>
        <message>
            <source>No change in coins or money</source>
            <translation>सिक्कों और पैसों में कोई बदलाव नहीं</translation>
        </message>
        <message>
            <source>this counter</source>
            <translation>यही काउंटर</translation>
        </message>
        <message>
            <source>counter {till}</source>
            <translation>काउंटर {till}</translation>
        </message>
        <message>
            <source>First: {where} ({when})</source>
            <translation>पहले: {where} ({when})</translation>
        </message>
        <message>
            <source>First: {staff}, {where} ({when})</source>
            <translation>पहले: {staff}, {where} ({when})</translation>
        </message>
        <message>
            <source>Everything came out as this counter said.</source>
            <translation>इस काउंटर पर जो बताया गया, सब वैसा ही निकला।</translation>
        </message>
        <message numerus="yes">
            <source>{count} not looked at yet</source>
            <translation>
                <numerusform>{count} देखना बाकी</numerusform>
                <numerusform>{count} देखना बाकी</numerusform>
            </translation>
        </message>
        <message>
            <source>new</source>
            <translation>नया</translation>
        </message>
        <message>
            <source>Another counter had given this card to somebody else before.</source>
            <translation>यह कार्ड पहले ही दूसरे काउंटर पर किसी और को दिया जा चुका था।</translation>
        </message>
        <message>
            <source>The card stays with whoever had it first. Give this member a new card when they come (F11).</source>
            <translation>कार्ड उसी का रहेगा जिसे पहले मिला। यह मेंबर आएँ तो उन्हें नया कार्ड दें (F11)।</translation>
        </message>
    </context>
    <context>
        <name>connection</name>
        <message>
            <source>The owner has taken this counter out of use. Ask the owner.</source>
            <translation>मालिक ने यह काउंटर बंद कर दिया है। उनसे बात करें।</translation>
        </message>
        <message>
            <source>Sikka on this counter needs an update. Sales go on; coins and vouchers wait.</source>
            <translation>इस काउंटर पर सिक्का को अपडेट करना है। बिक्री चलती रहेगी; सिक्के और वाउचर अपडेट के बाद लगेंगे।</translation>
        </message>
        <message numerus="yes">
            <source>{count} thing(s) came out differently from what this counter said.</source>
            <translation>
                <numerusform>{count} बात वैसी नहीं निकली जैसी इस काउंटर पर बताई गई थी।</numerusform>
                <numerusform>{count} बातें वैसी नहीं निकलीं जैसी इस काउंटर पर बताई गई थीं।</numerusform>
            </translation>
        </message>
        <message>
            <source>No connection yet. Sales go on and will be sent by themselves.</source>
            <translation>अभी तक कनेक्शन नहीं मिला। बिक्री करते रहें, सब अपने-आप भेज दिया जाएगा।</translation>
        </message>
        <message>
            <source>No connection since {when}. Sales go on and will be sent by themselves.</source>
            <translation>{when} से कनेक्शन नहीं है। बिक्री करते रहें, सब अपने-आप भेज दिया जाएगा।</translation>
        </message>
        <message numerus="yes">
            <source>No connection since {when}. Sales go on; {bills} bill(s) will be sent by themselves.</source>
            <translation>
                <numerusform>{when} से कनेक्शन नहीं है। बिक्री करते रहें; {bills} बिल अपने-आप भेज दिया जाएगा।</numerusform>
                <numerusform>{when} से कनेक्शन नहीं है। बिक्री करते रहें; {bills} बिल अपने-आप भेज दिए जाएँगे।</numerusform>
            </translation>
        </message>
        <message>
            <source>Balances are as of {when}.</source>
            <translation>सिक्कों का हिसाब {when} तक का है।</translation>
        </message>
        <message>
            <source>Coins and vouchers wait.</source>
            <translation>सिक्के और वाउचर कनेक्शन आने पर लगेंगे।</translation>
        </message>
        <message numerus="yes">
            <source>Up to {coins} coin(s) for each member.</source>
            <translation>
                <numerusform>हर मेंबर का {coins} सिक्का लग सकता है।</numerusform>
                <numerusform>हर मेंबर के {coins} सिक्के तक लग सकते हैं।</numerusform>
            </translation>
        </message>
        <message>
            <source>The clock of this computer is wrong. Set it right.</source>
            <translation>इस कंप्यूटर की घड़ी गलत है। उसे ठीक करें।</translation>
        </message>
        <message numerus="yes">
            <source>The clock of this computer is {minutes} minute(s) fast. Set it right.</source>
            <translation>
                <numerusform>इस कंप्यूटर की घड़ी {minutes} मिनट आगे है। उसे ठीक करें।</numerusform>
                <numerusform>इस कंप्यूटर की घड़ी {minutes} मिनट आगे है। उसे ठीक करें।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The clock of this computer is {minutes} minute(s) slow. Set it right.</source>
            <translation>
                <numerusform>इस कंप्यूटर की घड़ी {minutes} मिनट पीछे है। उसे ठीक करें।</numerusform>
                <numerusform>इस कंप्यूटर की घड़ी {minutes} मिनट पीछे है। उसे ठीक करें।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{bills} bill(s) being sent</source>
            <translation>
                <numerusform>{bills} बिल भेजा जा रहा है</numerusform>
                <numerusform>{bills} बिल भेजे जा रहे हैं</numerusform>
            </translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>अभी तक नहीं</translation>
        </message>
        <message>
            <source>Everything is sent.</source>
            <translation>सब भेज दिया गया है।</translation>
        </message>
        <message>
            <source>{what} (since {when})</source>
            <translation>{what} ({when} से)</translation>
        </message>
        <message numerus="yes">
            <source>{count} bill(s)</source>
            <translation>
                <numerusform>{count} बिल</numerusform>
                <numerusform>{count} बिल</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} return(s)</source>
            <translation>
                <numerusform>{count} वापसी</numerusform>
                <numerusform>{count} वापसी</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} new member(s)</source>
            <translation>
                <numerusform>{count} नया मेंबर</numerusform>
                <numerusform>{count} नए मेंबर</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} other thing(s)</source>
            <translation>
                <numerusform>{count} और काम</numerusform>
                <numerusform>{count} और काम</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} सिक्का</numerusform>
                <numerusform>{coins} सिक्के</numerusform>
            </translation>
        </message>
        <message>
            <source>{money} of store credit</source>
            <translation>{money} का स्टोर क्रेडिट</translation>
        </message>
        <message>
            <source>At most {money} could be lost here today.</source>
            <translation>आज यहाँ ज़्यादा से ज़्यादा {money} का नुकसान हो सकता है।</translation>
        </message>
        <message>
            <source>Waits for the connection</source>
            <translation>कनेक्शन आने पर</translation>
        </message>
        <message>
            <source>Nothing can be lost here today.</source>
            <translation>आज यहाँ कोई नुकसान नहीं हो सकता।</translation>
        </message>
        <message>
            <source>Waits for the update</source>
            <translation>अपडेट के बाद</translation>
        </message>
        <message>
            <source>Everything works.</source>
            <translation>सब चल रहा है।</translation>
        </message>
        <message>
            <source>Sales, returns and new members; coins are earned as always</source>
            <translation>बिक्री, वापसी और नए मेंबर; सिक्के हमेशा की तरह मिलेंगे</translation>
        </message>
        <message>
            <source>Vouchers that this counter gave out since then</source>
            <translation>वे वाउचर जो तब से इसी काउंटर ने दिए</translation>
        </message>
        <message>
            <source>Paying with coins: up to {coins} for each member</source>
            <translation>सिक्के लगाना: हर मेंबर के {coins} तक</translation>
        </message>
        <message>
            <source>Paying with store credit: up to {money} for each member</source>
            <translation>स्टोर क्रेडिट लगाना: हर मेंबर का {money} तक</translation>
        </message>
        <message>
            <source>Paying with coins or store credit</source>
            <translation>सिक्के या स्टोर क्रेडिट लगाना</translation>
        </message>
        <message>
            <source>More coins or store credit than that</source>
            <translation>इससे ज़्यादा सिक्के या स्टोर क्रेडिट</translation>
        </message>
        <message>
            <source>More coins than that</source>
            <translation>इससे ज़्यादा सिक्के</translation>
        </message>
        <message>
            <source>Paying with coins</source>
            <translation>सिक्के लगाना</translation>
        </message>
        <message>
            <source>More store credit than that</source>
            <translation>इससे ज़्यादा स्टोर क्रेडिट</translation>
        </message>
        <message>
            <source>Paying with store credit</source>
            <translation>स्टोर क्रेडिट लगाना</translation>
        </message>
        <message>
            <source>All other vouchers, and one-time codes</source>
            <translation>बाकी सभी वाउचर, और एक ही बार चलने वाले कोड</translation>
        </message>
        <message>
            <source>Rewards that can run out</source>
            <translation>वे इनाम जो गिनती के ही हैं</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>देखें</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>जानकारी</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>कनेक्शन नहीं है</translation>
        </message>
        <message>
            <source>Update needed</source>
            <translation>अपडेट ज़रूरी है</translation>
        </message>
        <message>
            <source>This counter is out of use</source>
            <translation>यह काउंटर बंद है</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>कनेक्शन चालू है</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>आखिरी संपर्क</translation>
        </message>
        <message>
            <source>Not sent yet</source>
            <translation>अभी भेजना बाकी</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>घड़ी</translation>
        </message>
        <message>
            <source>Used meanwhile</source>
            <translation>इस बीच लगा</translation>
        </message>
        <message>
            <source>For the owner</source>
            <translation>मालिक के लिए</translation>
        </message>
        <message>
            <source>What came out differently</source>
            <translation>जो अलग निकला</translation>
        </message>
        <message>
            <source>What came out differently ({count})</source>
            <translation>जो अलग निकला ({count})</translation>
        </message>
        <message>
            <source>Looking for the connection …</source>
            <translation>कनेक्शन ढूँढा जा रहा है …</translation>
        </message>
    </context>
    <context>
        <name>counter</name>
        <message>
            <source>Welcome, {name}!</source>
            <translation>स्वागत है, {name}!</translation>
        </message>
        <message>
            <source>This phone belongs to a member already.</source>
            <translation>यह फ़ोन नंबर पहले से एक मेंबर का है।</translation>
        </message>
        <message>
            <source>First a member and a bill, then coins.</source>
            <translation>पहले कार्ड और बिल, फिर सिक्के।</translation>
        </message>
        <message>
            <source>Collect {money}.</source>
            <translation>ग्राहक से {money} लें।</translation>
        </message>
        <message>
            <source>Nothing to collect.</source>
            <translation>ग्राहक से कुछ नहीं लेना है।</translation>
        </message>
        <message>
            <source>Recorded, without a card.</source>
            <translation>दर्ज हो गया, बिना कार्ड के।</translation>
        </message>
        <message>
            <source>Recorded for {name}.</source>
            <translation>{name} के नाम दर्ज हो गया।</translation>
        </message>
        <message numerus="yes">
            <source>Recorded. {coins} coin(s) for {name}</source>
            <translation>
                <numerusform>दर्ज हो गया। {name} को {coins} सिक्का मिला</numerusform>
                <numerusform>दर्ज हो गया। {name} को {coins} सिक्के मिले</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) in all now.</source>
            <translation>
                <numerusform>अब कुल {coins} सिक्का।</numerusform>
                <numerusform>अब कुल {coins} सिक्के।</numerusform>
            </translation>
        </message>
        <message>
            <source>The screen had said {coins}: the hour or the member's coins changed since.</source>
            <translation>स्क्रीन पर {coins} लिखा था: इस बीच समय या मेंबर के सिक्के बदल गए।</translation>
        </message>
        <message>
            <source>Undone. Nothing was recorded.</source>
            <translation>वापस ले लिया। कुछ दर्ज नहीं हुआ।</translation>
        </message>
        <message>
            <source>Return recorded. Hand back {money}.</source>
            <translation>वापसी दर्ज हो गई। ग्राहक को {money} लौटाएँ।</translation>
        </message>
        <message>
            <source>There is nothing to hold yet.</source>
            <translation>होल्ड करने के लिए अभी कुछ नहीं है।</translation>
        </message>
        <message>
            <source>The bill is on hold. F9 brings it back.</source>
            <translation>बिल होल्ड पर है। F9 से फिर खुलेगा।</translation>
        </message>
        <message>
            <source>Hand over the gift: {thing}.</source>
            <translation>तोहफ़ा दें: {thing}।</translation>
        </message>
        <message>
            <source>First a member, then store credit.</source>
            <translation>पहले मेंबर, फिर स्टोर क्रेडिट।</translation>
        </message>
        <message>
            <source>Finish the exchange first, or leave it with Esc.</source>
            <translation>पहले अदला-बदली पूरी करें, या Esc से छोड़ें।</translation>
        </message>
        <message>
            <source>The disk is full: the bill on hold is lost if this counter closes.</source>
            <translation>डिस्क भर गई है: काउंटर बंद हुआ तो होल्ड वाला बिल चला जाएगा।</translation>
        </message>
        <message>
            <source>Make room on the disk, then press F9: it is kept and listed.</source>
            <translation>डिस्क पर जगह बनाएँ, फिर F9 दबाएँ: बिल सुरक्षित होकर सूची में आ जाएगा।</translation>
        </message>
    </context>
    <context>
        <name>credit</name>
        <message>
            <source>{paid} is in. Store credit now: {credit}.</source>
            <translation>{paid} जमा हो गए। स्टोर क्रेडिट अब: {credit}।</translation>
        </message>
        <message>
            <source>{paid} is in, and {bonus} on top. Store credit now: {credit}.</source>
            <translation>{paid} जमा हुए, ऊपर से {bonus} और मिले। स्टोर क्रेडिट अब: {credit}।</translation>
        </message>
        <message>
            <source>The top-up is taken back. Hand back {paid}.</source>
            <translation>जमा रकम वापस ली गई। ग्राहक को {paid} लौटाएँ।</translation>
        </message>
        <message>
            <source>Hand over {paid}. Store credit now: {credit}.</source>
            <translation>ग्राहक को {paid} दें। स्टोर क्रेडिट अब: {credit}।</translation>
        </message>
        <message>
            <source>No offer has the code {code}. Check it, or leave it out.</source>
            <translation>{code} कोड का कोई ऑफ़र नहीं है। कोड देख लें, या खाली छोड़ें।</translation>
        </message>
        <message>
            <source>{code} is for the first top-up only. Leave the code out.</source>
            <translation>{code} सिर्फ़ पहली बार पैसे डालने पर है। कोड खाली छोड़ें।</translation>
        </message>
        <message>
            <source>{code} does not hold today. Leave the code out.</source>
            <translation>{code} आज नहीं चलता। कोड खाली छोड़ें।</translation>
        </message>
        <message>
            <source>Type the number of the till's receipt for the money.</source>
            <translation>इस रकम की रसीद का नंबर टाइप करें।</translation>
        </message>
        <message>
            <source>Receipt {number} was used for another top-up. Check the number.</source>
            <translation>रसीद {number} पर पहले ही रकम जमा हो चुकी है। नंबर देख लें।</translation>
        </message>
        <message>
            <source>This till knows no such top-up.</source>
            <translation>इस काउंटर पर ऐसी कोई रकम जमा नहीं हुई।</translation>
        </message>
        <message>
            <source>A top-up can be taken back on the same day only.</source>
            <translation>जमा रकम उसी दिन वापस ली जा सकती है।</translation>
        </message>
        <message>
            <source>Part of it was used already. It cannot be taken back any more.</source>
            <translation>इसमें से कुछ खर्च हो चुका है। अब वापस नहीं ली जा सकती।</translation>
        </message>
        <message>
            <source>It was taken back before.</source>
            <translation>यह पहले ही वापस ली जा चुकी है।</translation>
        </message>
        <message>
            <source>This shop does not pay store credit out in money.</source>
            <translation>इस दुकान में स्टोर क्रेडिट के बदले नकद नहीं मिलता।</translation>
        </message>
        <message>
            <source>At most {most} can be paid out. The rest was a present of the shop.</source>
            <translation>ज़्यादा से ज़्यादा {most} नकद मिल सकते हैं। बाकी दुकान का तोहफ़ा था।</translation>
        </message>
        <message>
            <source>A supervisor must agree.</source>
            <translation>सुपरवाइज़र की मंज़ूरी चाहिए।</translation>
        </message>
        <message>
            <source>This member is not known here any more. Scan the card.</source>
            <translation>यह मेंबर अब यहाँ दर्ज नहीं है। कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>This is recorded already. It counts once.</source>
            <translation>यह पहले ही दर्ज है। एक ही बार गिना जाएगा।</translation>
        </message>
        <message>
            <source>{code} takes exactly {money}.</source>
            <translation>{code} के लिए ठीक {money} डालने होंगे।</translation>
        </message>
        <message>
            <source>At least {least} must be paid in.</source>
            <translation>कम से कम {least} डालने होंगे।</translation>
        </message>
        <message>
            <source>From {least} to {most} can be paid in at once.</source>
            <translation>एक बार में {least} से {most} तक डाले जा सकते हैं।</translation>
        </message>
        <message>
            <source>Store credit: {credit}</source>
            <translation>स्टोर क्रेडिट: {credit}</translation>
        </message>
        <message>
            <source>Use on this bill, at most {most}</source>
            <translation>इस बिल पर लगाएँ, ज़्यादा से ज़्यादा {most}</translation>
        </message>
        <message>
            <source>Money the customer pays in</source>
            <translation>ग्राहक ने कितने पैसे दिए</translation>
        </message>
        <message>
            <source>Money to hand over</source>
            <translation>ग्राहक को कितने देने हैं</translation>
        </message>
        <message>
            <source>There is no store credit yet. F3 tops it up.</source>
            <translation>अभी स्टोर क्रेडिट नहीं है। F3 से पैसे डालें।</translation>
        </message>
        <message>
            <source>Enter a bill first: the credit comes off it.</source>
            <translation>पहले बिल डालें: क्रेडिट उसमें से कटेगा।</translation>
        </message>
        <message>
            <source>Use {money}</source>
            <translation>{money} लगाएँ</translation>
        </message>
        <message>
            <source>Top up {money}</source>
            <translation>{money} जमा करें</translation>
        </message>
        <message>
            <source>Pay out {money}</source>
            <translation>{money} नकद दें</translation>
        </message>
        <message>
            <source>Pay out {money} of store credit</source>
            <translation>स्टोर क्रेडिट से {money} नकद देना</translation>
        </message>
        <message>
            <source>Take the top-up of {money} back</source>
            <translation>{money} की जमा रकम वापस लेना</translation>
        </message>
        <message>
            <source>Take {money} back</source>
            <translation>{money} वापस लें</translation>
        </message>
    </context>
    <context>
        <name>dates</name>
        <message>
            <source>today</source>
            <translation>आज</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>कल</translation>
        </message>
    </context>
    <context>
        <name>desk</name>
        <message>
            <source>not given</source>
            <translation>नहीं बताया</translation>
        </message>
        <message>
            <source>on file; empty keeps it</source>
            <translation>बताया हुआ है; वही रहेगा</translation>
        </message>
        <message>
            <source>Change what {name} told us?</source>
            <translation>{name} की बताई जानकारी बदलें?</translation>
        </message>
        <message>
            <source>Changed.</source>
            <translation>बदल दिया।</translation>
        </message>
        <message>
            <source>{name} has a PIN.</source>
            <translation>{name} का PIN बना हुआ है।</translation>
        </message>
        <message>
            <source>{name} has no PIN yet.</source>
            <translation>{name} का PIN अभी नहीं बना।</translation>
        </message>
        <message>
            <source>Choose another PIN</source>
            <translation>दूसरा PIN चुनें</translation>
        </message>
        <message>
            <source>Choose a PIN</source>
            <translation>PIN चुनें</translation>
        </message>
        <message>
            <source>The member types it on their own display. Never ask for it aloud.</source>
            <translation>मेंबर अपनी स्क्रीन पर खुद टाइप करेंगे। PIN कभी ज़ोर से न पूछें।</translation>
        </message>
        <message>
            <source>Connect the customer display, so that the member can choose a PIN there. A PIN is never said aloud nor typed by anybody else.</source>
            <translation>ग्राहक वाली स्क्रीन जोड़ें, ताकि मेंबर वहाँ PIN चुन सकें। PIN न ज़ोर से बोला जाता है, न कोई और टाइप करता है।</translation>
        </message>
        <message>
            <source>Forgotten? Remove it here; the member then chooses another one at the kiosk.</source>
            <translation>भूल गए? यहाँ हटा दें; फिर मेंबर कियोस्क पर दूसरा चुन लेंगे।</translation>
        </message>
        <message>
            <source>Is it {name}, who is to choose a PIN?</source>
            <translation>PIN चुनने वाले {name} ही हैं न?</translation>
        </message>
        <message>
            <source>The new PIN works from now on.</source>
            <translation>नया PIN अब से चलेगा।</translation>
        </message>
        <message>
            <source>The PIN could not be kept. Try again in a moment.</source>
            <translation>PIN दर्ज नहीं हो पाया। थोड़ी देर में फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>No PIN was chosen.</source>
            <translation>कोई PIN नहीं चुना गया।</translation>
        </message>
        <message>
            <source>Remove the PIN of {name}?</source>
            <translation>{name} का PIN हटाएँ?</translation>
        </message>
        <message>
            <source>The PIN is removed.</source>
            <translation>PIN हटा दिया।</translation>
        </message>
        <message numerus="yes">
            <source>Give {name} {coins} coin(s)?</source>
            <translation>
                <numerusform>{name} को {coins} सिक्का दें?</numerusform>
                <numerusform>{name} को {coins} सिक्के दें?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take {coins} coin(s) from {name}?</source>
            <translation>
                <numerusform>{name} से {coins} सिक्का वापस लें?</numerusform>
                <numerusform>{name} से {coins} सिक्के वापस लें?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) given.</source>
            <translation>
                <numerusform>{coins} सिक्का दिया।</numerusform>
                <numerusform>{coins} सिक्के दिए।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) taken.</source>
            <translation>
                <numerusform>{coins} सिक्का वापस लिया।</numerusform>
                <numerusform>{coins} सिक्के वापस लिए।</numerusform>
            </translation>
        </message>
        <message>
            <source>This member has no voucher.</source>
            <translation>इस मेंबर के पास कोई वाउचर नहीं है।</translation>
        </message>
        <message>
            <source>It was given: no coins come back when it is cancelled.</source>
            <translation>यह तोहफ़े में मिला था: रद्द करने पर सिक्के वापस नहीं आते।</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled, {coins} coin(s) come back to the member.</source>
            <translation>
                <numerusform>रद्द करने पर {coins} सिक्का मेंबर को वापस मिलेगा।</numerusform>
                <numerusform>रद्द करने पर {coins} सिक्के मेंबर को वापस मिलेंगे।</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel the voucher “{thing}”?</source>
            <translation>“{thing}” वाला वाउचर रद्द करें?</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled. {coins} coin(s) are back.</source>
            <translation>
                <numerusform>रद्द किया। {coins} सिक्का वापस आया।</numerusform>
                <numerusform>रद्द किया। {coins} सिक्के वापस आए।</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>रद्द किया।</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>अभी तक कुछ नहीं हुआ।</translation>
        </message>
        <message>
            <source>There is no more to say about it.</source>
            <translation>इसके बारे में और कुछ नहीं।</translation>
        </message>
        <message>
            <source>Name and phone of {name} stay. The cards of both go on working.</source>
            <translation>नाम और फ़ोन {name} के ही रहेंगे। दोनों के कार्ड चलते रहेंगे।</translation>
        </message>
        <message>
            <source>Coins</source>
            <translation>सिक्के</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>लेवल</translation>
        </message>
        <message>
            <source>Vouchers</source>
            <translation>वाउचर</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>कार्ड</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>खरीदारी</translation>
        </message>
        <message>
            <source>Store credit</source>
            <translation>स्टोर क्रेडिट</translation>
        </message>
        <message>
            <source>{name} was joined: {day}.</source>
            <translation>{name} को जोड़ा गया: {day}।</translation>
        </message>
        <message>
            <source>{undo} Part the two again?</source>
            <translation>{undo} दोनों को फिर अलग करें?</translation>
        </message>
        <message>
            <source>Two members again, each with what was theirs.</source>
            <translation>फिर से दो मेंबर, हर एक के पास अपना-अपना।</translation>
        </message>
        <message>
            <source>Name, phone number, birthday and PIN</source>
            <translation>नाम, फ़ोन नंबर, जन्मदिन और PIN</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} सिक्का</numerusform>
                <numerusform>{coins} सिक्के</numerusform>
            </translation>
        </message>
        <message>
            <source>{money} of store credit</source>
            <translation>{money} का स्टोर क्रेडिट</translation>
        </message>
        <message numerus="yes">
            <source>{count} voucher(s)</source>
            <translation>
                <numerusform>{count} वाउचर</numerusform>
                <numerusform>{count} वाउचर</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} card(s): they stop working</source>
            <translation>
                <numerusform>{count} कार्ड: चलना बंद हो जाएगा</numerusform>
                <numerusform>{count} कार्ड: चलना बंद हो जाएँगे</numerusform>
            </translation>
        </message>
        <message>
            <source>Gone for good, at every till. The bills stay in the books and name nobody. It cannot be undone.</source>
            <translation>हर काउंटर से हमेशा के लिए मिट जाएगा। बिल हिसाब में रहेंगे, पर किसी के नाम पर नहीं। यह वापस नहीं हो सकता।</translation>
        </message>
        <message>
            <source>Write everything about {name} into a file?</source>
            <translation>{name} की सारी जानकारी फ़ाइल में लिखें?</translation>
        </message>
        <message>
            <source>The file is written.</source>
            <translation>फ़ाइल बन गई।</translation>
        </message>
        <message>
            <source>Erase {name} for good?</source>
            <translation>{name} को हमेशा के लिए मिटाएँ?</translation>
        </message>
        <message>
            <source>The member is erased. Nothing personal is left here.</source>
            <translation>मेंबर मिटा दिया। यहाँ उनकी कोई निजी जानकारी नहीं बची।</translation>
        </message>
        <message>
            <source>Give a new card and block the old one?</source>
            <translation>नया कार्ड दें और पुराना बंद करें?</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>जानकारी</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>History</source>
            <translation>हिसाब</translation>
        </message>
        <message>
            <source>Join two</source>
            <translation>दो को जोड़ें</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>डेटा</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Nothing was changed. Free some space, then try again.</source>
            <translation>इस कंप्यूटर की डिस्क भर गई है। कुछ नहीं बदला। थोड़ी जगह खाली करें, फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>A member without a phone needs a name or nickname.</source>
            <translation>बिना फ़ोन वाले मेंबर का नाम या घर का नाम चाहिए।</translation>
        </message>
        <message>
            <source>This phone belongs to {name}. The same person? Join the two.</source>
            <translation>यह फ़ोन {name} का है। वही हैं? तो दोनों को जोड़ दें।</translation>
        </message>
        <message>
            <source>Say why, in at most {most} letters.</source>
            <translation>वजह लिखें, ज़्यादा से ज़्यादा {most} अक्षर।</translation>
        </message>
        <message>
            <source>Type how many coins: from 1 to {most}.</source>
            <translation>कितने सिक्के, टाइप करें: 1 से {most} तक।</translation>
        </message>
        <message>
            <source>{coins} coins cannot be taken: the member has {spendable}.</source>
            <translation>{coins} सिक्के वापस नहीं लिए जा सकते: मेंबर के पास {spendable} हैं।</translation>
        </message>
        <message>
            <source>This was recorded already. It counts once.</source>
            <translation>यह पहले ही दर्ज है। एक ही बार गिना जाता है।</translation>
        </message>
        <message>
            <source>They cannot be parted any more: something else was joined since.</source>
            <translation>अब अलग नहीं हो सकते: इसके बाद कुछ और जोड़ा गया है।</translation>
        </message>
        <message>
            <source>The disk of this computer is full. No file was written. Free some space.</source>
            <translation>इस कंप्यूटर की डिस्क भर गई है। फ़ाइल नहीं बनी। थोड़ी जगह खाली करें।</translation>
        </message>
        <message>
            <source>will be removed</source>
            <translation>हटा दिया जाएगा</translation>
        </message>
    </context>
    <context>
        <name>display</name>
        <message>
            <source>Coins for you with every purchase</source>
            <translation>हर खरीदारी पर आपको सिक्के</translation>
        </message>
        <message>
            <source>Joining is free: tell us your phone number here.</source>
            <translation>जुड़ना मुफ़्त है: यहीं अपना फ़ोन नंबर बताइए।</translation>
        </message>
        <message>
            <source>Are you a member? Show your card, or tell us your phone number.</source>
            <translation>क्या आप सदस्य हैं? अपना कार्ड दिखाइए या फ़ोन नंबर बताइए।</translation>
        </message>
        <message>
            <source>You have {coins}, worth {money}</source>
            <translation>आपके पास {coins}, कीमत {money}</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>कुल</translation>
        </message>
        <message>
            <source>You pay</source>
            <translation>आपको देना है</translation>
        </message>
        <message>
            <source>{coins} with this bill</source>
            <translation>इस बिल पर {coins}</translation>
        </message>
        <message>
            <source>Take a photo of it with your phone and show it at every purchase.</source>
            <translation>फ़ोन से इसकी फ़ोटो ले लीजिए और हर खरीदारी पर दिखाइए।</translation>
        </message>
        <message>
            <source>QR code of your card</source>
            <translation>आपके कार्ड का QR कोड</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>हो गया</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>अभी नहीं</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>ठीक है</translation>
        </message>
        <message>
            <source>Delete the last digit</source>
            <translation>आखिरी अंक मिटाएँ</translation>
        </message>
        <message numerus="yes">
            <source>{count} digit(s) typed</source>
            <translation>
                <numerusform>{count} अंक डाला गया</numerusform>
                <numerusform>{count} अंक डाले गए</numerusform>
            </translation>
        </message>
        <message>
            <source>Your bill: {money}</source>
            <translation>आपका बिल: {money}</translation>
        </message>
        <message>
            <source>Thank you!</source>
            <translation>धन्यवाद!</translation>
        </message>
        <message>
            <source>Thank you, {name}!</source>
            <translation>धन्यवाद, {name}!</translation>
        </message>
        <message>
            <source>Collect coins from the next time on: joining is free.</source>
            <translation>अगली बार से सिक्के पाइए: जुड़ना मुफ़्त है।</translation>
        </message>
        <message>
            <source>Your coins</source>
            <translation>आपके सिक्के</translation>
        </message>
        <message>
            <source>You get back</source>
            <translation>आपको वापस मिलेगा</translation>
        </message>
        <message>
            <source>Goods you gave back</source>
            <translation>आपका लौटाया सामान</translation>
        </message>
        <message>
            <source>No card yet?</source>
            <translation>अभी कार्ड नहीं है?</translation>
        </message>
        <message>
            <source>Take a photo of this code and show it at the till: it becomes your card. Joining is free.</source>
            <translation>इस कोड की फ़ोटो लीजिए और काउंटर पर दिखाइए: यही आपका कार्ड बन जाएगा। जुड़ना मुफ़्त है।</translation>
        </message>
        <message>
            <source>QR code of a new card</source>
            <translation>नए कार्ड का QR कोड</translation>
        </message>
    </context>
    <context>
        <name>enrol</name>
        <message>
            <source>Type day, month and year, like 30 11 1990.</source>
            <translation>दिन, महीना और साल लिखें, जैसे 30 11 1990</translation>
        </message>
        <message>
            <source>Consent text {version}</source>
            <translation>सहमति पत्र {version}</translation>
        </message>
        <message>
            <source>Card scanned: {card}</source>
            <translation>स्कैन किया कार्ड: {card}</translation>
        </message>
        <message>
            <source>A new card number is made. Or scan a blank card now.</source>
            <translation>नया कार्ड नंबर अपने आप बनेगा। या खाली कार्ड अब स्कैन करें।</translation>
        </message>
        <message>
            <source>The new member is in.</source>
            <translation>नया मेंबर जुड़ गया।</translation>
        </message>
        <message>
            <source>{name} is a member now.</source>
            <translation>{name} अब मेंबर हैं।</translation>
        </message>
        <message>
            <source>Both get {prize}.</source>
            <translation>दोनों को मिलेगा: {prize}।</translation>
        </message>
        <message>
            <source>New here: {friend}. Who sent them: {member}.</source>
            <translation>नए मेंबर को: {friend}। भेजने वाले को: {member}।</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message>
            <source>New coins: {coins}</source>
            <translation>नए सिक्के: {coins}</translation>
        </message>
        <message>
            <source>Exchange recorded.</source>
            <translation>अदला-बदली दर्ज हो गई।</translation>
        </message>
        <message>
            <source>Nothing to pay.</source>
            <translation>कुछ लेना-देना नहीं।</translation>
        </message>
    </context>
    <context>
        <name>find</name>
        <message>
            <source>Enrol {phone}</source>
            <translation>{phone} को मेंबर बनाएँ</translation>
        </message>
        <message>
            <source>New member</source>
            <translation>नया मेंबर</translation>
        </message>
        <message>
            <source>Nobody has this number yet. Press Enter to enrol.</source>
            <translation>यह नंबर अभी किसी का नहीं है। मेंबर बनाने के लिए Enter दबाएँ।</translation>
        </message>
        <message>
            <source>Nobody found yet. Type the whole phone number.</source>
            <translation>अभी कोई नहीं मिला। पूरा फ़ोन नंबर लिखें।</translation>
        </message>
        <message>
            <source>Nobody is called “{name}”. Try the phone number.</source>
            <translation>“{name}” नाम का कोई मेंबर नहीं मिला। फ़ोन नंबर से खोजें।</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>बिना नाम</translation>
        </message>
    </context>
    <context>
        <name>friend</name>
        <message>
            <source>There is no gift for bringing friends just now.</source>
            <translation>दोस्त लाने पर अभी कोई भेंट नहीं है।</translation>
        </message>
        <message>
            <source>Friends this month: {count} of {most}</source>
            <translation>इस महीने दोस्त: {most} में से {count}</translation>
        </message>
        <message>
            <source>You both get it some days after your friend's first purchase.</source>
            <translation>दोस्त की पहली खरीद के कुछ दिन बाद दोनों को मिलेगा।</translation>
        </message>
        <message>
            <source>You both get it some days after your friend's first purchase of {money} or more.</source>
            <translation>दोस्त की {money} या ज़्यादा की पहली खरीद के कुछ दिन बाद दोनों को मिलेगा।</translation>
        </message>
    </context>
    <context>
        <name>goals</name>
        <message numerus="yes">
            <source>Come {count} more time(s)</source>
            <translation>
                <numerusform>{count} बार और आइए</numerusform>
                <numerusform>{count} बार और आइए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more purchase(s)</source>
            <translation>
                <numerusform>{count} बार और खरीदिए</numerusform>
                <numerusform>{count} बार और खरीदिए</numerusform>
            </translation>
        </message>
        <message>
            <source>Shop for {money} more</source>
            <translation>{money} की और खरीदारी कीजिए</translation>
        </message>
        <message numerus="yes">
            <source>Buy {count} more</source>
            <translation>
                <numerusform>{count} और लीजिए</numerusform>
                <numerusform>{count} और लीजिए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more kind(s) of goods</source>
            <translation>
                <numerusform>{count} तरह का सामान और लीजिए</numerusform>
                <numerusform>{count} तरह का सामान और लीजिए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answer {count} more time(s)</source>
            <translation>
                <numerusform>{count} बार और जवाब दीजिए</numerusform>
                <numerusform>{count} बार और जवाब दीजिए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rate {count} more thing(s)</source>
            <translation>
                <numerusform>{count} चीज़ों पर और राय दीजिए</numerusform>
                <numerusform>{count} चीज़ों पर और राय दीजिए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bring {count} more friend(s)</source>
            <translation>
                <numerusform>{count} दोस्त और लाइए</numerusform>
                <numerusform>{count} दोस्त और लाइए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more challenge(s)</source>
            <translation>
                <numerusform>{count} चुनौती और</numerusform>
                <numerusform>{count} चुनौतियाँ और</numerusform>
            </translation>
        </message>
        <message>
            <source>{money} to shop with</source>
            <translation>खरीदारी के लिए {money}</translation>
        </message>
        <message numerus="yes">
            <source>{count} raffle ticket(s)</source>
            <translation>
                <numerusform>लकी ड्रॉ के {count} टिकट</numerusform>
                <numerusform>लकी ड्रॉ के {count} टिकट</numerusform>
            </translation>
        </message>
        <message>
            <source>{missing} and get {prize}</source>
            <translation>{missing}, {prize} पाइए</translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s)</source>
            <translation>
                <numerusform>{count} सिक्का</numerusform>
                <numerusform>{count} सिक्के</numerusform>
            </translation>
        </message>
        <message>
            <source>today only</source>
            <translation>सिर्फ़ आज</translation>
        </message>
        <message>
            <source>until tomorrow</source>
            <translation>कल तक</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>{day} तक</translation>
        </message>
    </context>
    <context>
        <name>held</name>
        <message>
            <source>No bill is on hold. F8 puts the bill on screen on hold.</source>
            <translation>कोई बिल होल्ड पर नहीं है। F8 से सामने वाला बिल होल्ड होगा।</translation>
        </message>
        <message>
            <source>Customer without a card</source>
            <translation>बिना कार्ड का ग्राहक</translation>
        </message>
        <message>
            <source>no number yet</source>
            <translation>अभी नंबर नहीं है</translation>
        </message>
    </context>
    <context>
        <name>help</name>
        <message>
            <source>Or did you mean this?</source>
            <translation>या आप यह पूछना चाहते थे?</translation>
        </message>
        <message>
            <source>Did you mean one of these?</source>
            <translation>क्या आप इनमें से कुछ पूछ रहे हैं?</translation>
        </message>
        <message>
            <source>I do not know that one. Call us, and somebody comes.</source>
            <translation>यह मुझे नहीं पता। हमें बुलाइए, कोई आ जाएगा।</translation>
        </message>
        <message>
            <source>Tap a question, or write yours</source>
            <translation>कोई सवाल छुएँ, या अपना लिखें</translation>
        </message>
        <message>
            <source>Call us</source>
            <translation>हमें बुलाइए</translation>
        </message>
        <message>
            <source>Show me</source>
            <translation>दिखाइए</translation>
        </message>
    </context>
    <context>
        <name>hints</name>
        <message>
            <source>Say: “{words}”</source>
            <translation>कहें: “{words}”</translation>
        </message>
        <message>
            <source>Your reward is ready: {reward}. Take it today.</source>
            <translation>आपका इनाम तैयार है: {reward}। आज ही ले लीजिए।</translation>
        </message>
        <message numerus="yes">
            <source>Use your {coins} coin(s) by {day}.</source>
            <translation>
                <numerusform>अपना {coins} सिक्का {day} तक इस्तेमाल कर लीजिए।</numerusform>
                <numerusform>अपने {coins} सिक्के {day} तक इस्तेमाल कर लीजिए।</numerusform>
            </translation>
        </message>
        <message>
            <source>You have a voucher until {day}: {title}.</source>
            <translation>आपके पास {day} तक का वाउचर है: {title}।</translation>
        </message>
        <message numerus="yes">
            <source>{coins} more coin(s), then it is yours: {reward}.</source>
            <translation>
                <numerusform>बस {coins} सिक्का और, फिर आपका इनाम: {reward}।</numerusform>
                <numerusform>बस {coins} सिक्के और, फिर आपका इनाम: {reward}।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A few questions at the kiosk bring you {coins} coin(s).</source>
            <translation>
                <numerusform>कियोस्क पर दो-चार सवालों के जवाब दीजिए, {coins} सिक्का मिलेगा।</numerusform>
                <numerusform>कियोस्क पर दो-चार सवालों के जवाब दीजिए, {coins} सिक्के मिलेंगे।</numerusform>
            </translation>
        </message>
        <message>
            <source>Tell us what you think, at the kiosk.</source>
            <translation>कियोस्क पर अपनी राय बताइए।</translation>
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>Nothing yet. Your first purchase will be here.</source>
            <translation>अभी कुछ नहीं। आपकी पहली खरीदारी यहाँ दिखेगी।</translation>
        </message>
        <message>
            <source>bill {number}</source>
            <translation>बिल {number}</translation>
        </message>
    </context>
    <context>
        <name>home</name>
        <message>
            <source>The highest level. Thank you!</source>
            <translation>सबसे ऊँचा दर्जा। शुक्रिया!</translation>
        </message>
        <message>
            <source>{money} more and you are {tier}</source>
            <translation>{money} की खरीदारी और, फिर आप {tier}</translation>
        </message>
        <message>
            <source>Come today to keep it going</source>
            <translation>सिलसिला बनाए रखने के लिए आज आइए</translation>
        </message>
        <message numerus="yes">
            <source>Come {count} more time(s) this week</source>
            <translation>
                <numerusform>इस हफ़्ते {count} बार और आइए</numerusform>
                <numerusform>इस हफ़्ते {count} बार और आइए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Come {count} more time(s) this month</source>
            <translation>
                <numerusform>इस महीने {count} बार और आइए</numerusform>
                <numerusform>इस महीने {count} बार और आइए</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} day(s) in a row</source>
            <translation>
                <numerusform>लगातार {count} दिन</numerusform>
                <numerusform>लगातार {count} दिन</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} week(s) in a row</source>
            <translation>
                <numerusform>लगातार {count} हफ़्ते</numerusform>
                <numerusform>लगातार {count} हफ़्ते</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} month(s) in a row</source>
            <translation>
                <numerusform>लगातार {count} महीने</numerusform>
                <numerusform>लगातार {count} महीने</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more day(s) without a break</source>
            <translation>
                <numerusform>{count} दिन और, बिना नागा</numerusform>
                <numerusform>{count} दिन और, बिना नागा</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more week(s) without a break</source>
            <translation>
                <numerusform>{count} हफ़्ता और, बिना नागा</numerusform>
                <numerusform>{count} हफ़्ते और, बिना नागा</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more month(s) without a break</source>
            <translation>
                <numerusform>{count} महीना और, बिना नागा</numerusform>
                <numerusform>{count} महीने और, बिना नागा</numerusform>
            </translation>
        </message>
        <message>
            <source>A voucher of yours: use it by {day}</source>
            <translation>आपका एक वाउचर: {day} तक इस्तेमाल कर लें</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>दिखाइए</translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s): {title}</source>
            <translation>
                <numerusform>{count} सिक्का और: {title}</numerusform>
                <numerusform>{count} सिक्के और: {title}</numerusform>
            </translation>
        </message>
        <message>
            <source>You can have: {title}</source>
            <translation>आप ले सकते हैं: {title}</translation>
        </message>
        <message>
            <source>See it</source>
            <translation>देखिए</translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s): use by {day}</source>
            <translation>
                <numerusform>{count} सिक्का: {day} तक इस्तेमाल कर लें</numerusform>
                <numerusform>{count} सिक्के: {day} तक इस्तेमाल कर लें</numerusform>
            </translation>
        </message>
        <message>
            <source>Use them</source>
            <translation>इस्तेमाल करें</translation>
        </message>
        <message numerus="yes">
            <source>{count} ticket(s)</source>
            <translation>
                <numerusform>{count} टिकट</numerusform>
                <numerusform>{count} टिकट</numerusform>
            </translation>
        </message>
        <message>
            <source>drawn on {day}</source>
            <translation>{day} को निकलेगा</translation>
        </message>
        <message>
            <source>You are number {place}</source>
            <translation>आप {place} नंबर पर हैं</translation>
        </message>
        <message>
            <source>See who is ahead</source>
            <translation>देखिए कौन आगे है</translation>
        </message>
        <message>
            <source>Bring a friend</source>
            <translation>दोस्त को लाइए</translation>
        </message>
        <message>
            <source>A gift for both of you</source>
            <translation>आप दोनों के लिए तोहफ़ा</translation>
        </message>
        <message>
            <source>Answer and get coins</source>
            <translation>जवाब दीजिए, सिक्के पाइए</translation>
        </message>
        <message numerus="yes">
            <source>{count} minute(s)</source>
            <translation>
                <numerusform>{count} मिनट</numerusform>
                <numerusform>{count} मिनट</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} question(s)</source>
            <translation>
                <numerusform>{count} सवाल</numerusform>
                <numerusform>{count} सवाल</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} reward(s) within reach</source>
            <translation>
                <numerusform>{count} इनाम आपकी पहुँच में</numerusform>
                <numerusform>{count} इनाम आपकी पहुँच में</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} reward(s) almost there</source>
            <translation>
                <numerusform>{count} इनाम बस थोड़ी दूर</numerusform>
                <numerusform>{count} इनाम बस थोड़ी दूर</numerusform>
            </translation>
        </message>
        <message>
            <source>See what there is</source>
            <translation>देखिए क्या-क्या है</translation>
        </message>
        <message>
            <source>Choose a reward</source>
            <translation>इनाम चुनिए</translation>
        </message>
        <message>
            <source>worth {money}</source>
            <translation>कीमत {money}</translation>
        </message>
        <message>
            <source>No challenge just now. New ones appear here.</source>
            <translation>अभी कोई चुनौती नहीं है। नई आएगी तो यहाँ दिखेगी।</translation>
        </message>
        <message>
            <source>Badges · {won} of {all}</source>
            <translation>बैज · {all} में से {won}</translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s)</source>
            <translation>
                <numerusform>{count} सिक्का और</numerusform>
                <numerusform>{count} सिक्के और</numerusform>
            </translation>
        </message>
        <message>
            <source>A goal for you?</source>
            <translation>यह आपका लक्ष्य हो?</translation>
        </message>
        <message>
            <source>Choose my goal</source>
            <translation>मेरा लक्ष्य चुनिए</translation>
        </message>
        <message>
            <source>My goal</source>
            <translation>मेरा लक्ष्य</translation>
        </message>
        <message>
            <source>My goal: you have enough coins!</source>
            <translation>मेरा लक्ष्य: सिक्के पूरे हो गए!</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>ले लीजिए</translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s) went back with a return; your next coins fill this first.</source>
            <translation>
                <numerusform>सामान वापस होने पर {count} सिक्का वापस गया; अगले सिक्के पहले इसे भरेंगे।</numerusform>
                <numerusform>सामान वापस होने पर {count} सिक्के वापस गए; अगले सिक्के पहले इन्हें भरेंगे।</numerusform>
            </translation>
        </message>
        <message>
            <source>It is yours: {gift}</source>
            <translation>यह आपका हुआ: {gift}</translation>
        </message>
        <message>
            <source>Your welcome gift: {gift}</source>
            <translation>आपके लिए स्वागत का तोहफ़ा: {gift}</translation>
        </message>
    </context>
    <context>
        <name>kiosk</name>
        <message numerus="yes">
            <source>Take your time: this stays for {minutes} minute(s).</source>
            <translation>
                <numerusform>आराम से: यह {minutes} मिनट तक यहीं रहेगा।</numerusform>
                <numerusform>आराम से: यह {minutes} मिनट तक यहीं रहेगा।</numerusform>
            </translation>
        </message>
        <message>
            <source>This card does not work any more: it was replaced or reported lost. Show your new card, or ask us.</source>
            <translation>यह कार्ड अब नहीं चलता: इसे बदला गया था या खोया बताया गया था। नया कार्ड दिखाइए, या हमसे पूछिए।</translation>
        </message>
        <message>
            <source>Nobody has this card yet. Tap “Join”, or ask us to make it yours.</source>
            <translation>यह कार्ड अभी किसी का नहीं है। “सदस्य बनें” दबाइए, या हमसे कहिए कि इसे आपका बना दें।</translation>
        </message>
        <message>
            <source>This card is from another shop. Show the card you have from us.</source>
            <translation>यह कार्ड दूसरी दुकान का है। हमारी दुकान का कार्ड दिखाइए।</translation>
        </message>
        <message>
            <source>The card could not be read. Hold it flat and try again, or sign in with your phone number.</source>
            <translation>कार्ड पढ़ा नहीं गया। सीधा पकड़कर फिर दिखाइए, या फ़ोन नंबर से आइए।</translation>
        </message>
        <message>
            <source>This is a voucher: show it at the counter to use it. To see your coins, show your Sikka card.</source>
            <translation>यह वाउचर है: काउंटर पर दिखाकर इस्तेमाल कीजिए। सिक्के देखने के लिए सिक्का कार्ड दिखाइए।</translation>
        </message>
        <message>
            <source>This code opens a web page. Show your Sikka card to see your coins.</source>
            <translation>यह किसी वेबसाइट का कोड है। सिक्के देखने के लिए सिक्का कार्ड दिखाइए।</translation>
        </message>
        <message>
            <source>This is the code on a thing we sell. Show your Sikka card to see your coins.</source>
            <translation>यह सामान पर छपा कोड है। सिक्के देखने के लिए सिक्का कार्ड दिखाइए।</translation>
        </message>
        <message>
            <source>The voucher could not be read. Show it at the counter, we will help you.</source>
            <translation>वाउचर पढ़ा नहीं गया। काउंटर पर दिखाइए, हम मदद करेंगे।</translation>
        </message>
        <message>
            <source>We do not know this code. Show your Sikka card to see your coins.</source>
            <translation>यह कोड हम नहीं पहचानते। सिक्के देखने के लिए सिक्का कार्ड दिखाइए।</translation>
        </message>
        <message>
            <source>This is a UPI payment QR. Show your Sikka card to see your coins.</source>
            <translation>यह UPI का QR है। सिक्के देखने के लिए सिक्का कार्ड दिखाइए।</translation>
        </message>
        <message>
            <source>This phone number and PIN do not go together. Try again, show your card, or ask us.</source>
            <translation>यह फ़ोन नंबर और पिन मेल नहीं खाते। फिर कोशिश कीजिए, कार्ड दिखाइए, या हमसे पूछिए।</translation>
        </message>
        <message>
            <source>We know you by another phone number. Try again, or ask us.</source>
            <translation>हमारे पास आपका दूसरा नंबर है। फिर कोशिश कीजिए, या हमसे पूछिए।</translation>
        </message>
        <message>
            <source>We do not have your phone number. Ask us to set your PIN.</source>
            <translation>हमारे पास आपका फ़ोन नंबर नहीं है। पिन के लिए हमसे कहिए।</translation>
        </message>
        <message>
            <source>A PIN has {least} to {most} digits.</source>
            <translation>पिन में {least} से {most} अंक होते हैं।</translation>
        </message>
        <message>
            <source>This PIN is easy to guess. Choose another, not 1234 or your birthday.</source>
            <translation>यह पिन आसानी से पता चल जाएगा। दूसरा चुनिए: 1234 या जन्मदिन नहीं।</translation>
        </message>
        <message>
            <source>Collect coins</source>
            <translation>सिक्के पाइए</translation>
        </message>
        <message>
            <source>Take part</source>
            <translation>भाग लीजिए</translation>
        </message>
        <message>
            <source>Reward</source>
            <translation>इनाम</translation>
        </message>
        <message>
            <source>{coins} coins</source>
            <translation>{coins} सिक्के</translation>
        </message>
        <message>
            <source>We have been called. Somebody is coming.</source>
            <translation>हमें खबर मिल गई। कोई आ रहा है।</translation>
        </message>
        <message>
            <source>Somebody is on the way to you.</source>
            <translation>कोई आपके पास आ रहा है।</translation>
        </message>
        <message>
            <source>The call did not go out. Please ask at the counter.</source>
            <translation>बुलावा नहीं पहुँचा। कृपया काउंटर पर कहिए।</translation>
        </message>
        <message>
            <source>You are in! This is your card</source>
            <translation>आप सदस्य बन गए! यह आपका कार्ड है</translation>
        </message>
        <message>
            <source>My card</source>
            <translation>मेरा कार्ड</translation>
        </message>
        <message>
            <source>You have no card that works. Please ask us.</source>
            <translation>आपका कोई चालू कार्ड नहीं है। कृपया हमसे पूछिए।</translation>
        </message>
        <message numerus="yes">
            <source>Take your time: the card stays for {minutes} minute(s).</source>
            <translation>
                <numerusform>आराम से लीजिए: कार्ड {minutes} मिनट तक दिखेगा।</numerusform>
                <numerusform>आराम से लीजिए: कार्ड {minutes} मिनट तक दिखेगा।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{seconds} second(s) left</source>
            <translation>
                <numerusform>{seconds} सेकंड बाकी</numerusform>
                <numerusform>{seconds} सेकंड बाकी</numerusform>
            </translation>
        </message>
        <message>
            <source>Welcome!</source>
            <translation>स्वागत है!</translation>
        </message>
        <message>
            <source>Hello, {name}!</source>
            <translation>नमस्ते, {name}!</translation>
        </message>
        <message>
            <source>Something went wrong here. Your coins are safe; please ask us.</source>
            <translation>यहाँ कुछ गड़बड़ हो गई। आपके सिक्के सुरक्षित हैं; कृपया हमसे पूछिए।</translation>
        </message>
        <message>
            <source>No connection just now. Your coins are safe; what is new shows up later.</source>
            <translation>अभी कनेक्शन नहीं है। आपके सिक्के सुरक्षित हैं; नया हिसाब थोड़ी देर में दिखेगा।</translation>
        </message>
        <message>
            <source>We cannot make a new card with this number here. Do you have a card? Show it, or sign in with your PIN. Otherwise ask us, we will help you.</source>
            <translation>इस नंबर से यहाँ नया कार्ड नहीं बन सकता। आपके पास कार्ड है? दिखाइए, या पिन से आइए। नहीं तो हमसे पूछिए, हम मदद करेंगे।</translation>
        </message>
        <message>
            <source>We do not know this friend. Check the number, or leave it out.</source>
            <translation>यह दोस्त हमारे यहाँ नहीं मिले। नंबर देखिए, या इसे छोड़ दीजिए।</translation>
        </message>
        <message>
            <source>This did not work. Please ask us.</source>
            <translation>यह नहीं हो पाया। कृपया हमसे पूछिए।</translation>
        </message>
        <message>
            <source>Type a shorter name, without signs.</source>
            <translation>छोटा नाम लिखिए, बिना चिह्नों के।</translation>
        </message>
        <message>
            <source>The name could not be kept. Please ask us.</source>
            <translation>नाम दर्ज नहीं हो पाया। कृपया हमसे पूछिए।</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>पिन</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>फ़ोन नंबर</translation>
        </message>
        <message>
            <source>Your PIN, please</source>
            <translation>अपना पिन दीजिए</translation>
        </message>
        <message>
            <source>So that nobody else spends your coins.</source>
            <translation>ताकि आपके सिक्के कोई और खर्च न करे।</translation>
        </message>
        <message>
            <source>You need a PIN for this</source>
            <translation>इसके लिए पिन चाहिए</translation>
        </message>
        <message>
            <source>Choose one now, or ask us at the counter.</source>
            <translation>अभी चुनिए, या काउंटर पर हमसे कहिए।</translation>
        </message>
        <message>
            <source>Your phone number, please</source>
            <translation>अपना फ़ोन नंबर दीजिए</translation>
        </message>
        <message>
            <source>So that we know it is you who chooses the PIN.</source>
            <translation>ताकि पता रहे कि पिन आप ही चुन रहे हैं।</translation>
        </message>
        <message>
            <source>Choose a PIN</source>
            <translation>पिन चुनिए</translation>
        </message>
        <message>
            <source>4 to 8 digits that are hard to guess.</source>
            <translation>4 से 8 अंक, जो कोई भाँप न सके।</translation>
        </message>
        <message>
            <source>Type it once more</source>
            <translation>एक बार और लिखिए</translation>
        </message>
        <message>
            <source>So that no digit is wrong.</source>
            <translation>ताकि कोई अंक गलत न हो।</translation>
        </message>
        <message>
            <source>Your PIN is set</source>
            <translation>आपका पिन बन गया</translation>
        </message>
        <message>
            <source>With it and your phone number you come in without a card.</source>
            <translation>इससे और फ़ोन नंबर से बिना कार्ड के आ सकते हैं।</translation>
        </message>
        <message>
            <source>These were two different PINs. Choose one again.</source>
            <translation>दोनों पिन अलग थे। फिर से चुनिए।</translation>
        </message>
        <message>
            <source>The PIN could not be kept. Please ask us.</source>
            <translation>पिन दर्ज नहीं हो पाया। कृपया हमसे पूछिए।</translation>
        </message>
        <message>
            <source>Hold your card so that it fills the frame</source>
            <translation>कार्ड ऐसे दिखाइए कि चौखट भर जाए</translation>
        </message>
        <message>
            <source>Hold your card to the scanner</source>
            <translation>कार्ड स्कैनर के सामने दिखाइए</translation>
        </message>
        <message>
            <source>The camera shows nothing. Use the scanner, or phone and PIN.</source>
            <translation>कैमरा कुछ नहीं दिखा रहा। स्कैनर, या फ़ोन और पिन से आइए।</translation>
        </message>
        <message>
            <source>Does it not work? Use your phone number and PIN, or ask us.</source>
            <translation>नहीं हो रहा? फ़ोन नंबर और पिन से आइए, या हमसे पूछिए।</translation>
        </message>
        <message>
            <source>Hold it a little closer.</source>
            <translation>थोड़ा पास लाइए।</translation>
        </message>
        <message>
            <source>Hold it a little further away.</source>
            <translation>थोड़ा दूर रखिए।</translation>
        </message>
        <message>
            <source>Tilt it so that it does not shine.</source>
            <translation>थोड़ा टेढ़ा कीजिए, ताकि चमके नहीं।</translation>
        </message>
        <message>
            <source>This is a payment QR. Show your Sikka card to see your coins.</source>
            <translation>यह पैसे देने का QR है। सिक्के देखने के लिए सिक्का कार्ड दिखाइए।</translation>
        </message>
        <message>
            <source>Too many numbers were typed here. Wait {seconds} seconds, or ask us: we will help you.</source>
            <translation>यहाँ बहुत सारे नंबर डाले गए। {seconds} सेकंड रुकिए, या हमसे पूछिए, हम मदद करेंगे।</translation>
        </message>
        <message>
            <source>The card you showed becomes yours.</source>
            <translation>जो कार्ड आपने दिखाया, वही आपका हो जाएगा।</translation>
        </message>
        <message>
            <source>Somebody else has this card already. Tap once more: you get a new one.</source>
            <translation>यह कार्ड पहले ही किसी और का हो चुका है। एक बार फिर दबाइए: आपको नया कार्ड मिलेगा।</translation>
        </message>
    </context>
    <context>
        <name>launcher</name>
        <message>
            <source>Hub</source>
            <translation>हब</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>काउंटर</translation>
        </message>
        <message>
            <source>Kiosk</source>
            <translation>कियोस्क</translation>
        </message>
        <message>
            <source>Redemption screen</source>
            <translation>इनाम देने की स्क्रीन</translation>
        </message>
        <message>
            <source>Keeps the three screens in step.</source>
            <translation>तीनों स्क्रीन पर एक ही हिसाब रखता है।</translation>
        </message>
        <message>
            <source>Members see their coins and choose rewards.</source>
            <translation>सदस्य अपने सिक्के देखते हैं और इनाम चुनते हैं।</translation>
        </message>
        <message>
            <source>Staff hand rewards over.</source>
            <translation>यहाँ से कर्मचारी इनाम देते हैं।</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>खोल रहे हैं…</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>चालू है</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>बंद है</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>ठप है</translation>
        </message>
        <message>
            <source>It stopped and is being opened again. It said: {reason}</source>
            <translation>अचानक रुकावट आई, फिर से खोल रहे हैं। संदेश: {reason}</translation>
        </message>
        <message>
            <source>It keeps stopping. Press Open to try again. It said: {reason}</source>
            <translation>यहाँ बार-बार रुकावट आ रही है। दोबारा कोशिश के लिए “खोलें” दबाएँ। संदेश: {reason}</translation>
        </message>
        <message>
            <source>{name} ({role}): {pin}</source>
            <translation>{name} ({role}): {pin}</translation>
        </message>
        <message>
            <source>Practice counter</source>
            <translation>अभ्यास काउंटर</translation>
        </message>
        <message>
            <source>Try everything here: nothing of it counts.</source>
            <translation>यहाँ सब कुछ आज़माइए: कुछ भी सच में दर्ज नहीं होता।</translation>
        </message>
        <message>
            <source>Staff record bills here; a window beside it is the customer's.</source>
            <translation>यहाँ कर्मचारी बिल दर्ज करते हैं; साथ की खिड़की ग्राहक देखता है।</translation>
        </message>
    </context>
    <context>
        <name>member</name>
        <message>
            <source>Member without a name</source>
            <translation>बिना नाम का मेंबर</translation>
        </message>
        <message>
            <source>since {month}</source>
            <translation>{month} से</translation>
        </message>
        <message>
            <source>No purchase with the card yet.</source>
            <translation>कार्ड से अभी कोई खरीदारी नहीं हुई।</translation>
        </message>
        <message>
            <source>{coins} more can be used later</source>
            <translation>{coins} और, जो कुछ दिन बाद चलेंगे</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) were taken back after a return; new coins fill this first.</source>
            <translation>
                <numerusform>सामान लौटाने पर {coins} सिक्का वापस लिया गया; नए सिक्के पहले यह कमी भरेंगे।</numerusform>
                <numerusform>सामान लौटाने पर {coins} सिक्के वापस लिए गए; नए सिक्के पहले यह कमी भरेंगे।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s): use by {day}</source>
            <translation>
                <numerusform>{coins} सिक्का: {day} तक इस्तेमाल कर लें</numerusform>
                <numerusform>{coins} सिक्के: {day} तक इस्तेमाल कर लें</numerusform>
            </translation>
        </message>
        <message>
            <source>Highest level</source>
            <translation>सबसे ऊँचा लेवल</translation>
        </message>
        <message>
            <source>{tier}: {money} to go</source>
            <translation>{tier}: {money} और</translation>
        </message>
        <message>
            <source>Store credit: {money}</source>
            <translation>स्टोर क्रेडिट: {money}</translation>
        </message>
    </context>
    <context>
        <name>member_pin</name>
        <message>
            <source>The member chooses a PIN</source>
            <translation>मेंबर PIN चुन रहे हैं</translation>
        </message>
        <message>
            <source>The member types the PIN</source>
            <translation>मेंबर PIN डाल रहे हैं</translation>
        </message>
        <message>
            <source>It is being typed once more on the customer's display.</source>
            <translation>ग्राहक की स्क्रीन पर PIN एक बार और डाला जा रहा है।</translation>
        </message>
        <message>
            <source>On the customer's display. Never ask for it aloud.</source>
            <translation>ग्राहक की स्क्रीन पर। PIN ज़ोर से कभी न पूछें।</translation>
        </message>
        <message>
            <source>A supervisor agrees instead</source>
            <translation>इसके बदले सुपरवाइज़र की मंज़ूरी</translation>
        </message>
        <message>
            <source>{name} gave no PIN. Nothing was used.</source>
            <translation>{name} ने PIN नहीं डाला। कुछ खर्च नहीं हुआ।</translation>
        </message>
        <message>
            <source>Coins or store credit of {name} worth {money} are spent without their PIN.</source>
            <translation>{name} के {money} के सिक्के या स्टोर क्रेडिट बिना PIN के खर्च होंगे।</translation>
        </message>
    </context>
    <context>
        <name>moments</name>
        <message numerus="yes">
            <source>{coins} from {count} bill(s)</source>
            <translation>
                <numerusform>{count} बिल से {coins}</numerusform>
                <numerusform>{count} बिल से {coins}</numerusform>
            </translation>
        </message>
        <message>
            <source>{coins} for you</source>
            <translation>आपको मिले {coins}</translation>
        </message>
        <message>
            <source>Bill {number} · {money} · {day}</source>
            <translation>बिल {number} · {money} · {day}</translation>
        </message>
        <message>
            <source>You can have every reward here!</source>
            <translation>यहाँ का हर इनाम आपकी पहुँच में है!</translation>
        </message>
        <message>
            <source>It is yours to take: {title}</source>
            <translation>अब यह आप ले सकते हैं: {title}</translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s): {title}</source>
            <translation>
                <numerusform>{count} सिक्का और: {title}</numerusform>
                <numerusform>{count} सिक्के और: {title}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} of them can be used later</source>
            <translation>
                <numerusform>इनमें से {count} बाद में काम आएगा</numerusform>
                <numerusform>इनमें से {count} बाद में काम आएँगे</numerusform>
            </translation>
        </message>
        <message>
            <source>You have joined. Next: your first purchase.</source>
            <translation>आप जुड़ गए। अब पहली खरीदारी।</translation>
        </message>
        <message>
            <source>You have joined and shopped. Next: your first reward.</source>
            <translation>आप जुड़े और खरीदारी की। अब पहला इनाम।</translation>
        </message>
        <message>
            <source>Joined, shopped, rewarded: you know your way!</source>
            <translation>जुड़ना, खरीदारी, इनाम: आप तो सब जानते हैं!</translation>
        </message>
        <message>
            <source>Your goal is full!</source>
            <translation>आपका लक्ष्य पूरा हुआ!</translation>
        </message>
        <message>
            <source>Good to have you here!</source>
            <translation>आपका स्वागत है!</translation>
        </message>
        <message>
            <source>This gift was taken before. Your coins are safe.</source>
            <translation>यह तोहफ़ा पहले लिया जा चुका है। आपके सिक्के सुरक्षित हैं।</translation>
        </message>
        <message>
            <source>Level {level} of {levels}</source>
            <translation>{levels} में से स्तर {level}</translation>
        </message>
        <message>
            <source>A badge for you!</source>
            <translation>आपके लिए एक बैज!</translation>
        </message>
        <message>
            <source>a voucher</source>
            <translation>एक वाउचर</translation>
        </message>
        <message>
            <source>Your gift is kept for you. It is yours after your first purchase, or ask us.</source>
            <translation>आपका तोहफ़ा सँभालकर रखा है। पहली खरीदारी के बाद वह आपका है, या हमसे पूछ लीजिए।</translation>
        </message>
    </context>
    <context>
        <name>myvouchers</name>
        <message>
            <source>From {day} on</source>
            <translation>{day} से</translation>
        </message>
        <message>
            <source>Ran out on {day}</source>
            <translation>{day} को समय निकल गया</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>इस्तेमाल हो गया</translation>
        </message>
        <message>
            <source>Used: {day}</source>
            <translation>इस्तेमाल हुआ: {day}</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>रद्द हुआ</translation>
        </message>
        <message>
            <source>Today only</source>
            <translation>बस आज तक</translation>
        </message>
        <message>
            <source>Use it by {day}</source>
            <translation>{day} तक इस्तेमाल कर लें</translation>
        </message>
        <message>
            <source>Go to the counter and say your number.</source>
            <translation>काउंटर पर जाकर अपना नंबर बताइए।</translation>
        </message>
        <message>
            <source>Show this at the counter when you pay.</source>
            <translation>पैसे देते समय काउंटर पर यह दिखाइए।</translation>
        </message>
        <message>
            <source>Show this at the counter, we hand it over.</source>
            <translation>काउंटर पर यह दिखाइए, हम दे देंगे।</translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s) are yours again.</source>
            <translation>
                <numerusform>{count} सिक्का फिर आपका है।</numerusform>
                <numerusform>{count} सिक्के फिर आपके हैं।</numerusform>
            </translation>
        </message>
        <message>
            <source>This one stays</source>
            <translation>यह आपके पास ही रहेगा</translation>
        </message>
        <message>
            <source>It was a gift, so there are no coins to give back.</source>
            <translation>यह भेंट थी, इसलिए लौटाने को सिक्के नहीं हैं।</translation>
        </message>
        <message>
            <source>It was used already</source>
            <translation>यह इस्तेमाल हो चुका है</translation>
        </message>
        <message>
            <source>What was handed over cannot be cancelled here.</source>
            <translation>जो चीज़ मिल चुकी, वह यहाँ रद्द नहीं होती।</translation>
        </message>
        <message>
            <source>It ran out</source>
            <translation>इसका समय निकल गया</translation>
        </message>
        <message>
            <source>The coins for it come back by themselves.</source>
            <translation>इसके सिक्के अपने-आप लौट आएँगे।</translation>
        </message>
        <message>
            <source>This did not work</source>
            <translation>यह नहीं हो पाया</translation>
        </message>
        <message>
            <source>No vouchers just now. Take a reward and it is here.</source>
            <translation>अभी कोई वाउचर नहीं। इनाम लीजिए, वह यहाँ आ जाएगा।</translation>
        </message>
        <message numerus="yes">
            <source>You get {count} coin(s) back.</source>
            <translation>
                <numerusform>आपको {count} सिक्का वापस मिलेगा।</numerusform>
                <numerusform>आपको {count} सिक्के वापस मिलेंगे।</numerusform>
            </translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>वाउचर</translation>
        </message>
        <message>
            <source>This voucher is not open any more.</source>
            <translation>यह वाउचर अब चालू नहीं है।</translation>
        </message>
        <message>
            <source>No connection just now, so it may have to wait. The voucher stays good until then.</source>
            <translation>अभी कनेक्शन नहीं है, इसलिए शायद रुकना पड़े। तब तक वाउचर चलता रहेगा।</translation>
        </message>
    </context>
    <context>
        <name>people</name>
        <message>
            <source>cashier</source>
            <translation>कैशियर</translation>
        </message>
        <message>
            <source>supervisor</source>
            <translation>सुपरवाइज़र</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>मालिक</translation>
        </message>
        <message numerus="yes">
            <source>Wrong PIN. You can try {tries} more time(s).</source>
            <translation>
                <numerusform>PIN गलत है। {tries} बार और कोशिश कर सकते हैं।</numerusform>
                <numerusform>PIN गलत है। {tries} बार और कोशिश कर सकते हैं।</numerusform>
            </translation>
        </message>
        <message>
            <source>Too many wrong PINs. Wait {seconds} seconds, then try again.</source>
            <translation>कई बार गलत PIN डाला गया। {seconds} सेकंड रुककर फिर कोशिश करें।</translation>
        </message>
        <message numerus="yes">
            <source>Too many wrong PINs. Wait {minutes} minute(s), then try again.</source>
            <translation>
                <numerusform>कई बार गलत PIN डाला गया। {minutes} मिनट रुककर फिर कोशिश करें।</numerusform>
                <numerusform>कई बार गलत PIN डाला गया। {minutes} मिनट रुककर फिर कोशिश करें।</numerusform>
            </translation>
        </message>
        <message>
            <source>Card {number} is blocked: it was replaced or reported lost. Find the member with the phone number (F2).</source>
            <translation>कार्ड {number} बंद है: यह बदला जा चुका है या खो गया था। मेंबर को फ़ोन नंबर से खोजें (F2)।</translation>
        </message>
        <message>
            <source>Card {number} belongs to nobody yet. Press F2 to enrol the customer.</source>
            <translation>कार्ड {number} अभी किसी का नहीं है। ग्राहक को मेंबर बनाने के लिए F2 दबाएँ।</translation>
        </message>
        <message>
            <source>This card is from another shop. It does not work here.</source>
            <translation>यह कार्ड दूसरी दुकान का है। यहाँ नहीं चलेगा।</translation>
        </message>
        <message>
            <source>The card could not be read completely. Scan it again, or find the member (F2).</source>
            <translation>कार्ड पूरा नहीं पढ़ा गया। फिर स्कैन करें, या मेंबर खोजें (F2)।</translation>
        </message>
        <message>
            <source>This is a payment QR code. Ask for the Sikka card and scan that.</source>
            <translation>यह UPI पेमेंट का QR है। ग्राहक से सिक्का कार्ड माँगें और उसे स्कैन करें।</translation>
        </message>
        <message>
            <source>This is a voucher, not a card. Scan the member's card.</source>
            <translation>यह वाउचर है, कार्ड नहीं। मेंबर का कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>This code is a web address, not a card. Scan the member's card.</source>
            <translation>यह वेबसाइट का कोड है, कार्ड नहीं। मेंबर का कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>No item has the code {code}. Type its name, or enter the amount (F3).</source>
            <translation>कोड {code} का कोई सामान नहीं है। नाम लिखें, या रकम डालें (F3)।</translation>
        </message>
        <message>
            <source>The keyboard of this computer is set to Hindi, so the scanner types Hindi letters. Switch it to English and scan again.</source>
            <translation>कंप्यूटर का कीबोर्ड हिन्दी पर है, इसलिए स्कैनर हिन्दी अक्षर लिख रहा है। उसे अंग्रेज़ी पर करें और फिर स्कैन करें।</translation>
        </message>
        <message>
            <source>The voucher could not be read completely. Scan it again.</source>
            <translation>वाउचर पूरा नहीं पढ़ा गया। फिर स्कैन करें।</translation>
        </message>
        <message>
            <source>This code is not known here. Scan the member's card, or find the member (F2).</source>
            <translation>यह कोड यहाँ का नहीं है। मेंबर का कार्ड स्कैन करें, या मेंबर खोजें (F2)।</translation>
        </message>
        <message>
            <source>Ask if the customer agrees. If so, tick the box.</source>
            <translation>ग्राहक से पूछें कि वे सहमत हैं या नहीं। हाँ कहें, तो निशान लगाएँ।</translation>
        </message>
        <message>
            <source>Type a name or nickname, or a phone number.</source>
            <translation>नाम, पुकारने का नाम या फ़ोन नंबर लिखें।</translation>
        </message>
        <message>
            <source>Type a shorter name, without signs.</source>
            <translation>छोटा नाम लिखें, बिना किसी निशान के।</translation>
        </message>
        <message>
            <source>This birthday cannot be right. Check the year.</source>
            <translation>यह जन्मदिन सही नहीं हो सकता। साल जाँच लें।</translation>
        </message>
        <message>
            <source>The friend is not a member here. Leave the friend out.</source>
            <translation>यह दोस्त यहाँ मेंबर नहीं है। दोस्त का खाना खाली छोड़ दें।</translation>
        </message>
        <message>
            <source>This is not a phone number. Type all 11 digits, like 0917….</source>
            <translation>यह फ़ोन नंबर नहीं है। पूरे 11 अंक लिखें, जैसे 0917…।</translation>
        </message>
        <message>
            <source>This is not a phone number. Type all 10 digits.</source>
            <translation>यह फ़ोन नंबर नहीं है। पूरे 10 अंक लिखें।</translation>
        </message>
        <message>
            <source>Card {number} belongs to another member.</source>
            <translation>कार्ड {number} किसी और मेंबर का है।</translation>
        </message>
        <message>
            <source>The card could not be read completely. Scan it again.</source>
            <translation>कार्ड पूरा नहीं पढ़ा गया। फिर स्कैन करें।</translation>
        </message>
        <message>
            <source>This member has no card that works.</source>
            <translation>इस मेंबर का कोई चालू कार्ड नहीं है।</translation>
        </message>
        <message>
            <source>This member is not known here any more.</source>
            <translation>यह मेंबर अब यहाँ दर्ज नहीं है।</translation>
        </message>
        <message>
            <source>Both cards belong to the same member already.</source>
            <translation>दोनों कार्ड पहले से एक ही मेंबर के हैं।</translation>
        </message>
        <message>
            <source>The disk of this computer is full. The customer is no member yet. Free some space, then try again.</source>
            <translation>इस कंप्यूटर में जगह नहीं बची। ग्राहक अभी मेंबर नहीं बना है। थोड़ी जगह खाली करके फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>Other tills cannot be asked about card {number} now, so a new number is made. Sure that the card is new? Scan it again.</source>
            <translation>कार्ड {number} के बारे में दूसरे काउंटरों से अभी पूछ नहीं सकते, इसलिए नया नंबर बनेगा। कार्ड पक्का नया है? उसे फिर से स्कैन करें।</translation>
        </message>
    </context>
    <context>
        <name>printing</name>
        <message numerus="yes">
            <source>{count} slip(s) wait.</source>
            <translation>
                <numerusform>{count} पर्ची बाकी है।</numerusform>
                <numerusform>{count} पर्चियाँ बाकी हैं।</numerusform>
            </translation>
        </message>
        <message>
            <source>The slip printer does not answer. Check that it is switched on and its cable is in.</source>
            <translation>पर्ची का प्रिंटर जवाब नहीं दे रहा। देखें कि वह चालू है और तार लगा है।</translation>
        </message>
        <message>
            <source>The slip printer has no paper. Put in a new roll.</source>
            <translation>पर्ची के प्रिंटर में कागज़ नहीं है। नया रोल लगाएँ।</translation>
        </message>
        <message>
            <source>The slip printer's cover is open. Close it.</source>
            <translation>पर्ची के प्रिंटर का ढक्कन खुला है। बंद करें।</translation>
        </message>
        <message>
            <source>The slip printer reports a fault. Switch it off and on again.</source>
            <translation>पर्ची के प्रिंटर में कुछ गड़बड़ है। उसे बंद करके फिर चालू करें।</translation>
        </message>
        <message>
            <source>The connection to the slip printer broke off. Check its cable; the slip comes again.</source>
            <translation>पर्ची के प्रिंटर से संपर्क टूट गया। तार देखें; पर्ची फिर निकलेगी।</translation>
        </message>
        <message>
            <source>The slip printer does not go on. Check its paper and its cover.</source>
            <translation>पर्ची का प्रिंटर रुक गया है। कागज़ और ढक्कन देखें।</translation>
        </message>
        <message>
            <source>The last slip was wider than the paper and was not printed. Call your supervisor: the paper width is set wrongly.</source>
            <translation>पिछली पर्ची कागज़ से चौड़ी थी, इसलिए नहीं छपी। सुपरवाइज़र को बुलाएँ: कागज़ की चौड़ाई गलत लिखी है।</translation>
        </message>
        <message>
            <source>The slip printer is not set up rightly. Call your supervisor; sales go on.</source>
            <translation>पर्ची का प्रिंटर ठीक से नहीं लगा है। सुपरवाइज़र को बुलाएँ; बिक्री चलती रहेगी।</translation>
        </message>
        <message>
            <source>A slip could not be kept: the disk of this computer is full. Free some space.</source>
            <translation>पर्ची रखी नहीं जा सकी: कंप्यूटर में जगह नहीं बची। थोड़ी जगह खाली करें।</translation>
        </message>
        <message>
            <source>The slip of {title} is kept as a file in the shop's folder.</source>
            <translation>{title} की पर्ची दुकान के फ़ोल्डर में फ़ाइल बनाकर रख दी गई है।</translation>
        </message>
        <message>
            <source>The slip of {title} is being printed again.</source>
            <translation>{title} की पर्ची दोबारा छप रही है।</translation>
        </message>
        <message>
            <source>There is no sale on this counter to print yet.</source>
            <translation>इस काउंटर पर छापने के लिए अभी कोई बिक्री नहीं है।</translation>
        </message>
        <message>
            <source>Slips are switched off on this counter.</source>
            <translation>इस काउंटर पर पर्चियाँ बंद हैं।</translation>
        </message>
        <message>
            <source>This slip could not be made. Call your supervisor; sales go on.</source>
            <translation>यह पर्ची नहीं बन पाई। सुपरवाइज़र को बुलाएँ; बिक्री चलती रहेगी।</translation>
        </message>
        <message numerus="yes">
            <source>{count} slip(s) could not be printed and were left out. Print them again under Today (F10), or call your supervisor.</source>
            <translation>
                <numerusform>{count} पर्ची छप नहीं पाई और छूट गई। हिसाब (F10) में जाकर उसे फिर छापें, या सुपरवाइज़र को बुलाएँ।</numerusform>
                <numerusform>{count} पर्चियाँ छप नहीं पाईं और छूट गईं। हिसाब (F10) में जाकर उन्हें फिर छापें, या सुपरवाइज़र को बुलाएँ।</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>raffle</name>
        <message>
            <source>Drawn: {day}</source>
            <translation>ड्रॉ हुआ: {day}</translation>
        </message>
        <message>
            <source>It is drawn today!</source>
            <translation>ड्रॉ आज है!</translation>
        </message>
        <message>
            <source>It is drawn on {day}</source>
            <translation>ड्रॉ {day} को है</translation>
        </message>
        <message>
            <source>You have no ticket yet</source>
            <translation>अभी आपके पास कोई टिकट नहीं</translation>
        </message>
        <message numerus="yes">
            <source>You have {count} ticket(s)</source>
            <translation>
                <numerusform>आपके पास {count} टिकट है</numerusform>
                <numerusform>आपके पास {count} टिकट हैं</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>1 ticket for {count} coin(s)</source>
            <translation>
                <numerusform>{count} सिक्के में 1 टिकट</numerusform>
                <numerusform>{count} सिक्कों में 1 टिकट</numerusform>
            </translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>{day} तक</translation>
        </message>
        <message>
            <source>A member</source>
            <translation>एक सदस्य</translation>
        </message>
        <message>
            <source>Before the first ticket we locked a secret number away and hung up its fingerprint: {fingerprint}…</source>
            <translation>पहले टिकट से भी पहले हमने एक गुप्त संख्या बंद करके रखी और उसकी छाप दुकान में टाँग दी: {fingerprint}…</translation>
        </message>
        <message>
            <source>On the morning of the draw the list of all tickets was closed. Its fingerprint: {fingerprint}…</source>
            <translation>ड्रॉ की सुबह सारे टिकटों की सूची बंद हो गई। उसकी छाप: {fingerprint}…</translation>
        </message>
        <message>
            <source>After the draw we show the secret number. Then anybody can work out the winners again; nobody can choose them.</source>
            <translation>ड्रॉ के बाद हम वह गुप्त संख्या दिखा देंगे। तब कोई भी विजेता दोबारा निकाल सकता है; कोई अपनी मर्ज़ी से किसी को नहीं चुन सकता।</translation>
        </message>
        <message>
            <source>The secret number is open now, so anybody can work out the winners again. Ask us for the sheet with it.</source>
            <translation>अब वह संख्या सबके सामने है, इसलिए कोई भी विजेता दोबारा निकाल सकता है। उसका परचा हमसे माँग लीजिए।</translation>
        </message>
        <message>
            <source>No ticket was bought</source>
            <translation>टिकट नहीं लिया गया</translation>
        </message>
        <message numerus="yes">
            <source>{count} is the most each person can buy.</source>
            <translation>
                <numerusform>हर व्यक्ति ज़्यादा से ज़्यादा {count} ले सकता है।</numerusform>
                <numerusform>हर व्यक्ति ज़्यादा से ज़्यादा {count} ले सकता है।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s) are missing.</source>
            <translation>
                <numerusform>{count} सिक्का कम है।</numerusform>
                <numerusform>{count} सिक्के कम हैं।</numerusform>
            </translation>
        </message>
        <message>
            <source>Tickets are sold from {first} to {last}.</source>
            <translation>टिकट {first} से {last} तक मिलते हैं।</translation>
        </message>
        <message>
            <source>Tickets are not sold for coins.</source>
            <translation>टिकट सिक्कों से नहीं मिलते।</translation>
        </message>
        <message>
            <source>You have these already</source>
            <translation>ये आपको मिल चुके हैं</translation>
        </message>
        <message>
            <source>The coins went only once.</source>
            <translation>सिक्के एक ही बार कटे।</translation>
        </message>
        <message>
            <source>No lucky draw just now.</source>
            <translation>अभी कोई लकी ड्रॉ नहीं है।</translation>
        </message>
        <message numerus="yes">
            <source>and {count} more</source>
            <translation>
                <numerusform>और {count}</numerusform>
                <numerusform>और {count}</numerusform>
            </translation>
        </message>
        <message>
            <source>No connection just now, so no tickets can be bought. Your coins are safe.</source>
            <translation>अभी कनेक्शन नहीं है, इसलिए टिकट नहीं लिए जा सकते। आपके सिक्के सुरक्षित हैं।</translation>
        </message>
        <message>
            <source>Good luck!</source>
            <translation>शुभकामनाएँ!</translation>
        </message>
        <message numerus="yes">
            <source>{count} ticket(s) more are yours.</source>
            <translation>
                <numerusform>{count} टिकट और आपका हुआ।</numerusform>
                <numerusform>{count} टिकट और आपके हुए।</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>redemption</name>
        <message>
            <source> or </source>
            <translation> या </translation>
        </message>
        <message>
            <source>A supervisor must agree</source>
            <translation>सुपरवाइज़र की मंज़ूरी चाहिए</translation>
        </message>
        <message>
            <source>Already claimed</source>
            <translation>पहले ही दिया जा चुका है</translation>
        </message>
        <message>
            <source>Already claimed {when}</source>
            <translation>पहले ही दिया जा चुका है: {when}</translation>
        </message>
        <message>
            <source>Already claimed {when} by {who}</source>
            <translation>पहले ही दिया जा चुका है: {when}, {who} ने दिया</translation>
        </message>
        <message>
            <source>Ask a supervisor to type the PIN here.</source>
            <translation>सुपरवाइज़र से कहें कि यहाँ PIN डालें।</translation>
        </message>
        <message>
            <source>Ask for the voucher or the Sikka card, and scan that.</source>
            <translation>वाउचर या सिक्का कार्ड माँगें और उसे स्कैन करें।</translation>
        </message>
        <message>
            <source>Call your supervisor if this is a mistake.</source>
            <translation>गलती लगे तो सुपरवाइज़र को बुलाएँ।</translation>
        </message>
        <message>
            <source>Card {number} belongs to nobody yet</source>
            <translation>कार्ड {number} अभी किसी का नहीं है</translation>
        </message>
        <message>
            <source>Card {number} is blocked</source>
            <translation>कार्ड {number} बंद है</translation>
        </message>
        <message>
            <source>Check the number, or scan the member's card.</source>
            <translation>नंबर मिला लें, या सदस्य का कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>Check: {goods}</source>
            <translation>मिला लें: {goods}</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>चुनें</translation>
        </message>
        <message>
            <source>Claim and hand over</source>
            <translation>दर्ज करें और दे दें</translation>
        </message>
        <message>
            <source>Do not hand over</source>
            <translation>मत दीजिए</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>हो गया</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>वापस लें</translation>
        </message>
        <message>
            <source>Give this back?</source>
            <translation>यह वापस लें?</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>वापस हो गया</translation>
        </message>
        <message>
            <source>Good until {day}</source>
            <translation>{day} तक चलेगा</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>दे दीजिए</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>इनाम देना</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>दे दिया</translation>
        </message>
        <message>
            <source>Handed over today: {count}</source>
            <translation>आज दिए: {count}</translation>
        </message>
        <message>
            <source>If {name} did not get it, call your supervisor.</source>
            <translation>{name} को न मिला हो तो सुपरवाइज़र को बुलाएँ।</translation>
        </message>
        <message>
            <source>It can be had from {day}.</source>
            <translation>यह {day} से मिलेगा।</translation>
        </message>
        <message>
            <source>It can be used only in the shop that gave it.</source>
            <translation>यह उसी दुकान पर चलेगा जिसने दिया है।</translation>
        </message>
        <message>
            <source>It cannot be had any more.</source>
            <translation>यह अब नहीं मिलता।</translation>
        </message>
        <message>
            <source>It cost no coins. The voucher ends.</source>
            <translation>इसमें सिक्के नहीं लगे थे। वाउचर खत्म हो जाएगा।</translation>
        </message>
        <message>
            <source>It does not work here.</source>
            <translation>यह यहाँ नहीं चलेगा।</translation>
        </message>
        <message>
            <source>It had cost no coins.</source>
            <translation>इसमें सिक्के नहीं लगे थे।</translation>
        </message>
        <message>
            <source>It is worth nothing any more. Scan the card of {name}: what else is there?</source>
            <translation>यह अब किसी काम का नहीं। {name} का कार्ड स्कैन करके देखें, और क्या है।</translation>
        </message>
        <message>
            <source>It was replaced or reported lost. Type the member's phone number instead.</source>
            <translation>यह बदला गया है या खोया बताया गया है। सदस्य का फ़ोन नंबर लिखें।</translation>
        </message>
        <message>
            <source>It was used elsewhere</source>
            <translation>यह कहीं और इस्तेमाल हो चुका है</translation>
        </message>
        <message>
            <source>Keep the thing here. The voucher stays good: try again when the connection is back.</source>
            <translation>चीज़ यहीं रखें। वाउचर खराब नहीं होगा: कनेक्शन आने पर फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>Look at the list of what waits, or scan the card.</source>
            <translation>इंतज़ार की सूची देखें, या कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>Member without a name</source>
            <translation>बिना नाम का सदस्य</translation>
        </message>
        <message numerus="yes">
            <source>Members can choose rewards here for up to {coins} coin(s) each.</source>
            <translation>
                <numerusform>हर सदस्य यहाँ {coins} सिक्के तक का इनाम ले सकता है।</numerusform>
                <numerusform>हर सदस्य यहाँ {coins} सिक्कों तक का इनाम ले सकता है।</numerusform>
            </translation>
        </message>
        <message>
            <source>Next customer</source>
            <translation>अगला ग्राहक</translation>
        </message>
        <message>
            <source>No connection since {when}.</source>
            <translation>{when} से कनेक्शन नहीं है।</translation>
        </message>
        <message>
            <source>No connection yet.</source>
            <translation>अभी कनेक्शन नहीं है।</translation>
        </message>
        <message>
            <source>No voucher has the number {number}</source>
            <translation>{number} नंबर का कोई वाउचर नहीं है</translation>
        </message>
        <message>
            <source>Nobody found: {typed}</source>
            <translation>कोई नहीं मिला: {typed}</translation>
        </message>
        <message>
            <source>None is left.</source>
            <translation>सब खत्म हो गए।</translation>
        </message>
        <message>
            <source>Not at this screen</source>
            <translation>यहाँ नहीं</translation>
        </message>
        <message>
            <source>Not yet: it is good from {day}</source>
            <translation>अभी नहीं: {day} से चलेगा</translation>
        </message>
        <message>
            <source>Nothing is lost: {name} can come back then.</source>
            <translation>कुछ गया नहीं: {name} तब आ सकते हैं।</translation>
        </message>
        <message>
            <source>Nothing to hand over yet, and no reward is within reach.</source>
            <translation>देने को अभी कुछ नहीं है, और कोई इनाम पहुँच में नहीं है।</translation>
        </message>
        <message>
            <source>Nothing to hand over: {name} has it already.</source>
            <translation>कुछ देना नहीं है: {name} को मिल चुका है।</translation>
        </message>
        <message>
            <source>Nothing waits. What members choose at the kiosk shows up here.</source>
            <translation>कुछ बाकी नहीं। सदस्य कियोस्क पर जो चुनेंगे, यहाँ दिखेगा।</translation>
        </message>
        <message>
            <source>Nothing was handed over yet today.</source>
            <translation>आज अभी तक कुछ नहीं दिया।</translation>
        </message>
        <message>
            <source>Nothing was recorded. Free some space, then scan again.</source>
            <translation>कुछ दर्ज नहीं हुआ। थोड़ी जगह खाली करें, फिर स्कैन करें।</translation>
        </message>
        <message>
            <source>Number {ticket} was given twice</source>
            <translation>टोकन {ticket} दो बार दिया गया</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>एक पल…</translation>
        </message>
        <message>
            <source>REPRINT</source>
            <translation>दोबारा छपा · REPRINT</translation>
        </message>
        <message>
            <source>Ready to print: {file}</source>
            <translation>छापने के लिए तैयार: {file}</translation>
        </message>
        <message>
            <source>Reward</source>
            <translation>इनाम</translation>
        </message>
        <message>
            <source>Reward for coins</source>
            <translation>सिक्कों से इनाम</translation>
        </message>
        <message>
            <source>Scan it again, or type its number.</source>
            <translation>फिर से स्कैन करें, या उसका नंबर लिखें।</translation>
        </message>
        <message>
            <source>Scan it again, or type the member's phone number.</source>
            <translation>फिर से स्कैन करें, या सदस्य का फ़ोन नंबर लिखें।</translation>
        </message>
        <message>
            <source>Scan the card of {name}: what else is there?</source>
            <translation>{name} का कार्ड स्कैन करके देखें, और क्या है।</translation>
        </message>
        <message>
            <source>Scan the next one</source>
            <translation>अगला स्कैन करें</translation>
        </message>
        <message>
            <source>Scan the voucher itself.</source>
            <translation>वाउचर ही स्कैन करें।</translation>
        </message>
        <message>
            <source>Scan the voucher or the member's card.</source>
            <translation>वाउचर या सदस्य का कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>Send the customer to the counter to become a member.</source>
            <translation>सदस्य बनने के लिए ग्राहक को काउंटर पर भेजें।</translation>
        </message>
        <message>
            <source>Send {name} to the counter: it comes off the bill there.</source>
            <translation>{name} को काउंटर पर भेजें: वहाँ बिल से कटेगा।</translation>
        </message>
        <message>
            <source>Set it to English and scan again.</source>
            <translation>उसे अंग्रेज़ी पर करें और फिर स्कैन करें।</translation>
        </message>
        <message>
            <source>Show what else there is</source>
            <translation>और जो है, दिखाएँ</translation>
        </message>
        <message>
            <source>Sikka on this screen needs an update. Vouchers wait.</source>
            <translation>इस स्क्रीन पर सिक्का को अपडेट करना है। तब तक वाउचर रुके रहेंगे।</translation>
        </message>
        <message>
            <source>Something went wrong here. Call your supervisor before you go on.</source>
            <translation>यहाँ कुछ गड़बड़ हुई। आगे बढ़ने से पहले सुपरवाइज़र को बुलाएँ।</translation>
        </message>
        <message>
            <source>Sound off</source>
            <translation>आवाज़ बंद करें</translation>
        </message>
        <message>
            <source>Sound on</source>
            <translation>आवाज़ चालू करें</translation>
        </message>
        <message numerus="yes">
            <source>Take {coins} coin(s)</source>
            <translation>
                <numerusform>{coins} सिक्का लें</numerusform>
                <numerusform>{coins} सिक्के लें</numerusform>
            </translation>
        </message>
        <message>
            <source>The card could not be read</source>
            <translation>कार्ड पढ़ा नहीं गया</translation>
        </message>
        <message>
            <source>The clock of this computer is wrong. Set it right.</source>
            <translation>इस कंप्यूटर की घड़ी गलत है। उसे ठीक करें।</translation>
        </message>
        <message>
            <source>The disk of this computer is full</source>
            <translation>इस कंप्यूटर में जगह नहीं बची</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Nothing was recorded. Free some space, then try again.</source>
            <translation>इस कंप्यूटर में जगह नहीं बची। कुछ दर्ज नहीं हुआ। थोड़ी जगह खाली करके फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>The keyboard is set to Hindi</source>
            <translation>कीबोर्ड हिन्दी पर है</translation>
        </message>
        <message>
            <source>The member has had this as often as it is meant.</source>
            <translation>सदस्य यह जितनी बार मिल सकता है, ले चुके हैं।</translation>
        </message>
        <message>
            <source>The owner has taken this screen out of use. Ask the owner.</source>
            <translation>मालिक ने यह स्क्रीन बंद की है। मालिक से पूछें।</translation>
        </message>
        <message>
            <source>The slip could not be saved. Type the number instead.</source>
            <translation>पर्ची बन नहीं पाई। उसकी जगह नंबर लिखें।</translation>
        </message>
        <message>
            <source>The voucher could not be read</source>
            <translation>वाउचर पढ़ा नहीं गया</translation>
        </message>
        <message>
            <source>There is no number {ticket} today</source>
            <translation>आज {ticket} नंबर का टोकन नहीं है</translation>
        </message>
        <message>
            <source>This cannot be had for coins.</source>
            <translation>यह सिक्कों से नहीं मिलता।</translation>
        </message>
        <message>
            <source>This card is from another shop</source>
            <translation>यह कार्ड दूसरी दुकान का है</translation>
        </message>
        <message>
            <source>This is a payment code</source>
            <translation>यह पैसे देने का QR है</translation>
        </message>
        <message>
            <source>This is neither a voucher nor a card</source>
            <translation>यह न वाउचर है, न कार्ड</translation>
        </message>
        <message>
            <source>This is recorded already. It counts once.</source>
            <translation>यह पहले ही दर्ज है। एक ही बार गिना जाएगा।</translation>
        </message>
        <message>
            <source>This is the code of an item</source>
            <translation>यह सामान का कोड है</translation>
        </message>
        <message>
            <source>This member is not known here any more</source>
            <translation>यह सदस्य अब यहाँ नहीं है</translation>
        </message>
        <message>
            <source>This needs the connection</source>
            <translation>इसके लिए कनेक्शन चाहिए</translation>
        </message>
        <message>
            <source>This needs the connection. Try again when it is back.</source>
            <translation>इसके लिए कनेक्शन चाहिए। आने पर फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>This reward is for another member level.</source>
            <translation>यह इनाम दूसरे दर्जे के सदस्यों के लिए है।</translation>
        </message>
        <message>
            <source>This voucher is from another shop</source>
            <translation>यह वाउचर दूसरी दुकान का है</translation>
        </message>
        <message>
            <source>This voucher was cancelled</source>
            <translation>यह वाउचर रद्द हो चुका है</translation>
        </message>
        <message>
            <source>Too late: it was good until {day}</source>
            <translation>देर हो गई: {day} तक ही चलता था</translation>
        </message>
        <message>
            <source>Two kiosks gave this number. Ask for the name.</source>
            <translation>दो कियोस्क ने यही नंबर दिया। नाम पूछ लें।</translation>
        </message>
        <message>
            <source>Voucher, for the counter</source>
            <translation>वाउचर, काउंटर पर चलेगा</translation>
        </message>
        <message>
            <source>Voucher, good until {day}</source>
            <translation>वाउचर, {day} तक</translation>
        </message>
        <message>
            <source>Waiting: {count}</source>
            <translation>देना बाकी: {count}</translation>
        </message>
        <message>
            <source>Which number {ticket}?</source>
            <translation>{ticket} नंबर किसका?</translation>
        </message>
        <message>
            <source>Who is it?</source>
            <translation>कौन हैं?</translation>
        </message>
        <message numerus="yes">
            <source>Without the connection at most {coins} coin(s) can be used.</source>
            <translation>
                <numerusform>कनेक्शन के बिना ज़्यादा से ज़्यादा {coins} सिक्का लग सकता है।</numerusform>
                <numerusform>कनेक्शन के बिना ज़्यादा से ज़्यादा {coins} सिक्के लग सकते हैं।</numerusform>
            </translation>
        </message>
        <message>
            <source>You can hand over what was chosen at this screen. All other vouchers wait until it is back.</source>
            <translation>जो इसी स्क्रीन पर चुना गया, वह दे सकते हैं। बाकी वाउचर कनेक्शन आने तक रुकेंगे।</translation>
        </message>
        <message>
            <source>handed over by {who}</source>
            <translation>{who} ने दिया</translation>
        </message>
        <message>
            <source>the member</source>
            <translation>सदस्य</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translation>{name} को</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} सिक्का</numerusform>
                <numerusform>{coins} सिक्के</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) more are needed.</source>
            <translation>
                <numerusform>{coins} सिक्का और चाहिए।</numerusform>
                <numerusform>{coins} सिक्के और चाहिए।</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} chooses</source>
            <translation>{name} ने चुना</translation>
        </message>
        <message numerus="yes">
            <source>{name} gets {coins} coin(s) back. The voucher ends.</source>
            <translation>
                <numerusform>{name} को {coins} सिक्का वापस मिलेगा। वाउचर खत्म हो जाएगा।</numerusform>
                <numerusform>{name} को {coins} सिक्के वापस मिलेंगे। वाउचर खत्म हो जाएगा।</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} has something more: press Enter</source>
            <translation>{name} का कुछ और भी है: Enter दबाएँ</translation>
        </message>
        <message numerus="yes">
            <source>{name} has {coins} coin(s) back.</source>
            <translation>
                <numerusform>{name} को {coins} सिक्का वापस मिल गया।</numerusform>
                <numerusform>{name} को {coins} सिक्के वापस मिल गए।</numerusform>
            </translation>
        </message>
        <message>
            <source>{nth} of {of}</source>
            <translation>{of} में से {nth}</translation>
        </message>
        <message>
            <source>“{typed}” fits several members</source>
            <translation>“{typed}” कई सदस्यों से मिलता है</translation>
        </message>
        <message>
            <source>The slip is being printed.</source>
            <translation>पर्ची छप रही है।</translation>
        </message>
    </context>
    <context>
        <name>returns</name>
        <message>
            <source>No more of this item can come back from this bill.</source>
            <translation>इस बिल से यह सामान और वापस नहीं हो सकता।</translation>
        </message>
        <message>
            <source>Return from bill {number}</source>
            <translation>बिल {number} से वापसी</translation>
        </message>
        <message>
            <source>{money}, {day}</source>
            <translation>{money}, {day}</translation>
        </message>
        <message>
            <source>Bills of {name}, or type the number of another.</source>
            <translation>{name} के बिल, या किसी और बिल का नंबर लिखें।</translation>
        </message>
        <message>
            <source>Type the number on the customer's bill, or scan the card.</source>
            <translation>ग्राहक के बिल का नंबर लिखें, या कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>No bill {number} on this counter. Check the printed bill.</source>
            <translation>इस काउंटर पर बिल {number} नहीं है। छपा हुआ बिल देखें।</translation>
        </message>
        <message>
            <source>{name} has no bill that can still be returned.</source>
            <translation>{name} का ऐसा कोई बिल नहीं है जो अब लौट सके।</translation>
        </message>
        <message>
            <source>void</source>
            <translation>रद्द</translation>
        </message>
        <message>
            <source>all returned</source>
            <translation>सब लौट चुका</translation>
        </message>
        <message>
            <source>{quantity} bought, {money}</source>
            <translation>खरीद: {quantity}, {money}</translation>
        </message>
        <message>
            <source>Coins taken back</source>
            <translation>वापस लिए सिक्के</translation>
        </message>
        <message>
            <source>Coins given back that paid for it</source>
            <translation>लौटाए सिक्के, जो इस पर लगे थे</translation>
        </message>
        <message>
            <source>Store credit given back that paid for it</source>
            <translation>लौटाया स्टोर क्रेडिट, जो इस पर लगा था</translation>
        </message>
        <message>
            <source>A gift came with it: ask for it back</source>
            <translation>इसके साथ तोहफ़ा मिला था: वह भी वापस लें</translation>
        </message>
        <message>
            <source>Coins already used, not taken back</source>
            <translation>खर्च हो चुके सिक्के, वापस नहीं लेंगे</translation>
        </message>
        <message>
            <source>Coins already used, kept from the money</source>
            <translation>खर्च हो चुके सिक्के, पैसों से काटे</translation>
        </message>
        <message>
            <source>Not on a bill of this member: no coins change</source>
            <translation>इस मेंबर के बिल में नहीं: सिक्के वही रहेंगे</translation>
        </message>
        <message>
            <source>No coins change</source>
            <translation>सिक्के वही रहेंगे</translation>
        </message>
        <message>
            <source>Store credit taken back that came with it</source>
            <translation>वापस लिया स्टोर क्रेडिट, जो इस पर मिला था</translation>
        </message>
        <message>
            <source>Voucher that can be used again</source>
            <translation>वाउचर, जो फिर से काम आएगा</translation>
        </message>
        <message>
            <source>Gift that came with it, no longer due</source>
            <translation>इसके साथ का तोहफ़ा, जो अब नहीं मिलेगा</translation>
        </message>
    </context>
    <context>
        <name>review</name>
        <message>
            <source>Survey: {title}</source>
            <translation>सर्वे: {title}</translation>
        </message>
        <message>
            <source>Many bills on one card</source>
            <translation>एक ही कार्ड पर बहुत सारे बिल</translation>
        </message>
        <message>
            <source>One cashier, often the same card</source>
            <translation>एक कैशियर, बार-बार वही कार्ड</translation>
        </message>
        <message>
            <source>Many sales made void</source>
            <translation>बहुत सारे बिल रद्द हुए</translation>
        </message>
        <message>
            <source>Many bills added to a card afterwards</source>
            <translation>बाद में कार्ड में बहुत सारे बिल जोड़े गए</translation>
        </message>
        <message>
            <source>Bills added to cards within minutes</source>
            <translation>कुछ ही मिनटों में कार्ड में बिल जोड़े गए</translation>
        </message>
        <message>
            <source>Many coins given by hand</source>
            <translation>हाथ से बहुत सारे सिक्के दिए गए</translation>
        </message>
        <message>
            <source>A welcome gift waits</source>
            <translation>स्वागत का तोहफ़ा रुका है</translation>
        </message>
        <message>
            <source>Coins that do not fit the rules</source>
            <translation>सिक्के नियमों से मेल नहीं खाते</translation>
        </message>
        <message>
            <source>Something to look at</source>
            <translation>कुछ देखने लायक</translation>
        </message>
        <message>
            <source>member without a name</source>
            <translation>बिना नाम का मेंबर</translation>
        </message>
        <message>
            <source>at the kiosk</source>
            <translation>कियोस्क पर</translation>
        </message>
        <message>
            <source>by {staff}</source>
            <translation>{staff} ने किया</translation>
        </message>
        <message>
            <source>The answers came faster than anybody can read.</source>
            <translation>जवाब इतनी जल्दी आए कि कोई पढ़ भी नहीं सकता।</translation>
        </message>
        <message>
            <source>Every answer is the same.</source>
            <translation>हर सवाल का जवाब एक ही है।</translation>
        </message>
        <message>
            <source>The question that checks attention was missed.</source>
            <translation>ध्यान परखने वाले सवाल का जवाब गलत है।</translation>
        </message>
        <message>
            <source>{found} bills on this card in one day; up to {limit} is usual.</source>
            <translation>इस कार्ड पर एक दिन में {found} बिल; आम तौर पर {limit} तक होते हैं।</translation>
        </message>
        <message>
            <source>{found} of the cashier's {of} bills with a card were on this one card; up to {limit} of 100 is usual.</source>
            <translation>कैशियर के कार्ड वाले {of} बिलों में से {found} इसी एक कार्ड पर थे; आम तौर पर 100 में {limit} तक होते हैं।</translation>
        </message>
        <message>
            <source>{found} sales with coins were made void in one day; up to {limit} is usual.</source>
            <translation>सिक्कों वाले {found} बिल एक दिन में रद्द हुए; आम तौर पर {limit} तक होते हैं।</translation>
        </message>
        <message>
            <source>{found} bills without a card were added to this member in 30 days; up to {limit} is usual.</source>
            <translation>30 दिनों में बिना कार्ड के {found} बिल इस मेंबर में जोड़े गए; आम तौर पर {limit} तक होते हैं।</translation>
        </message>
        <message>
            <source>{found} bills without a card were added to a card within ten minutes, in one day; up to {limit} is usual.</source>
            <translation>एक दिन में बिना कार्ड के {found} बिल दस मिनट के अंदर किसी कार्ड में जोड़े गए; आम तौर पर {limit} तक होते हैं।</translation>
        </message>
        <message>
            <source>{found} coins were given by hand in one day; up to {limit} is usual.</source>
            <translation>एक दिन में हाथ से {found} सिक्के दिए गए; आम तौर पर {limit} तक दिए जाते हैं।</translation>
        </message>
        <message>
            <source>{found} welcome gifts were given to new members at this kiosk today; after {limit} somebody should look first.</source>
            <translation>आज इस कियोस्क पर नए मेंबरों को स्वागत के {found} तोहफ़े मिल चुके; {limit} के बाद पहले किसी को देखना चाहिए।</translation>
        </message>
        <message>
            <source>When it was counted again, something else came out than was recorded.</source>
            <translation>दोबारा गिनने पर जो लिखा था उससे अलग निकला।</translation>
        </message>
        <message>
            <source>It was found unusual.</source>
            <translation>यह कुछ अलग लगा।</translation>
        </message>
        <message>
            <source>{name} can take the welcome gift at a kiosk.</source>
            <translation>{name} कियोस्क पर स्वागत का तोहफ़ा ले सकेंगे।</translation>
        </message>
        <message>
            <source>You looked at it and it is all right. Nothing changes.</source>
            <translation>आपने देख लिया और सब ठीक है। कुछ नहीं बदलता।</translation>
        </message>
        <message>
            <source>{name} gets no coins for these answers.</source>
            <translation>इन जवाबों के लिए {name} को सिक्के नहीं मिलेंगे।</translation>
        </message>
        <message>
            <source>{name} gets no welcome gift.</source>
            <translation>{name} को स्वागत का तोहफ़ा नहीं मिलेगा।</translation>
        </message>
        <message>
            <source>It is noted as not all right. No coins are taken back by this: that is done with the member's card, at the member desk (⇧F11).</source>
            <translation>लिख लिया जाएगा कि यह ठीक नहीं था। इससे सिक्के वापस नहीं लिए जाते: उसके लिए मेंबर का कार्ड स्कैन करें और मेंबर डेस्क (⇧F11) खोलें।</translation>
        </message>
        <message>
            <source>Approved.</source>
            <translation>मंज़ूर किया।</translation>
        </message>
        <message>
            <source>Rejected.</source>
            <translation>नामंज़ूर किया।</translation>
        </message>
        <message>
            <source>Somebody approved it before.</source>
            <translation>इसे पहले ही मंज़ूर किया जा चुका है।</translation>
        </message>
        <message>
            <source>Somebody rejected it before.</source>
            <translation>इसे पहले ही नामंज़ूर किया जा चुका है।</translation>
        </message>
        <message>
            <source>It is not on the list any more.</source>
            <translation>यह अब सूची में नहीं है।</translation>
        </message>
        <message>
            <source>Nothing waits. What looks unusual will be listed here.</source>
            <translation>कुछ रुका नहीं है। जो अलग लगेगा वह यहाँ दिखेगा।</translation>
        </message>
        <message>
            <source>Open the review list?</source>
            <translation>जाँच की सूची खोलें?</translation>
        </message>
        <message numerus="yes">
            <source>{name} gets {coins} coin(s).</source>
            <translation>
                <numerusform>{name} को {coins} सिक्का मिलेगा।</numerusform>
                <numerusform>{name} को {coins} सिक्के मिलेंगे।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Approved: {coins} coin(s) were added.</source>
            <translation>
                <numerusform>मंज़ूर किया: {coins} सिक्का जोड़ दिया।</numerusform>
                <numerusform>मंज़ूर किया: {coins} सिक्के जोड़ दिए।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} thing(s) for a supervisor</source>
            <translation>
                <numerusform>सुपरवाइज़र के लिए {count} बात</numerusform>
                <numerusform>सुपरवाइज़र के लिए {count} बातें</numerusform>
            </translation>
        </message>
        <message>
            <source>Coins of bill {bill}: {found}. Counted again by the rules: {expected}.</source>
            <translation>बिल {bill} के सिक्के: {found}। नियम से दोबारा गिनने पर: {expected}।</translation>
        </message>
        <message>
            <source>Coins: {found}. Counted again by the rules: {expected}.</source>
            <translation>सिक्के: {found}। नियम से दोबारा गिनने पर: {expected}।</translation>
        </message>
    </context>
    <context>
        <name>rewards</name>
        <message>
            <source>worth {money}</source>
            <translation>{money} का</translation>
        </message>
        <message numerus="yes">
            <source>{count} left</source>
            <translation>
                <numerusform>{count} बचा है</numerusform>
                <numerusform>{count} बचे हैं</numerusform>
            </translation>
        </message>
        <message>
            <source>From {day} on</source>
            <translation>{day} से</translation>
        </message>
        <message>
            <source>Not to be had just now</source>
            <translation>अभी नहीं मिल रहा</translation>
        </message>
        <message>
            <source>All gone just now</source>
            <translation>अभी सब खत्म हो गए</translation>
        </message>
        <message>
            <source>A gift: it cannot be had for coins</source>
            <translation>यह भेंट है: सिक्कों से नहीं मिलती</translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s)</source>
            <translation>
                <numerusform>{count} सिक्का और</numerusform>
                <numerusform>{count} सिक्के और</numerusform>
            </translation>
        </message>
        <message>
            <source>For {tiers} members</source>
            <translation>{tiers} सदस्यों के लिए</translation>
        </message>
        <message>
            <source>You have had this today. More tomorrow</source>
            <translation>आज आप ले चुके हैं। अब कल</translation>
        </message>
        <message>
            <source>You have had this. More next week</source>
            <translation>आप ले चुके हैं। अब अगले हफ़्ते</translation>
        </message>
        <message>
            <source>You have had this. More next month</source>
            <translation>आप ले चुके हैं। अब अगले महीने</translation>
        </message>
        <message>
            <source>You have had this. More next year</source>
            <translation>आप ले चुके हैं। अब अगले साल</translation>
        </message>
        <message>
            <source>You have had this</source>
            <translation>यह आपको मिल चुका है</translation>
        </message>
        <message numerus="yes">
            <source>Use it within {count} day(s)</source>
            <translation>
                <numerusform>{count} दिन में इस्तेमाल कर लें</numerusform>
                <numerusform>{count} दिन में इस्तेमाल कर लें</numerusform>
            </translation>
        </message>
        <message>
            <source>From {brand}</source>
            <translation>{brand} की ओर से</translation>
        </message>
        <message>
            <source>Yours at once, there is nothing to collect</source>
            <translation>तुरंत आपका, कुछ लेने नहीं जाना</translation>
        </message>
        <message>
            <source>On a bill from {money}</source>
            <translation>{money} या ज़्यादा के बिल पर</translation>
        </message>
        <message>
            <source>Up to {money}</source>
            <translation>ज़्यादा से ज़्यादा {money}</translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and day</source>
            <translation>
                <numerusform>एक व्यक्ति को दिन में {count}</numerusform>
                <numerusform>एक व्यक्ति को दिन में {count}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and week</source>
            <translation>
                <numerusform>एक व्यक्ति को हफ़्ते में {count}</numerusform>
                <numerusform>एक व्यक्ति को हफ़्ते में {count}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and month</source>
            <translation>
                <numerusform>एक व्यक्ति को महीने में {count}</numerusform>
                <numerusform>एक व्यक्ति को महीने में {count}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and year</source>
            <translation>
                <numerusform>एक व्यक्ति को साल में {count}</numerusform>
                <numerusform>एक व्यक्ति को साल में {count}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person</source>
            <translation>
                <numerusform>एक व्यक्ति को {count}</numerusform>
                <numerusform>एक व्यक्ति को {count}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} still for you</source>
            <translation>
                <numerusform>आपके लिए {count} और</numerusform>
                <numerusform>आपके लिए {count} और</numerusform>
            </translation>
        </message>
        <message>
            <source>To be had until {day}</source>
            <translation>{day} तक मिलेगा</translation>
        </message>
        <message>
            <source>You get a number. Show it at the counter and we hand it over.</source>
            <translation>आपको एक नंबर मिलेगा। काउंटर पर बताइए, हम चीज़ दे देंगे।</translation>
        </message>
        <message>
            <source>You get a voucher with a code. Show it at the counter when you pay.</source>
            <translation>आपको कोड वाला वाउचर मिलेगा। पैसे देते समय काउंटर पर दिखाइए।</translation>
        </message>
        <message>
            <source>The money is on your account at once.</source>
            <translation>पैसे तुरंत आपके खाते में आ जाएँगे।</translation>
        </message>
        <message>
            <source>The tickets are yours at once.</source>
            <translation>टिकट तुरंत आपके हो जाएँगे।</translation>
        </message>
        <message>
            <source>No connection just now, and there are only a few of these. Your coins are safe: try again in a while.</source>
            <translation>अभी कनेक्शन नहीं है, और ये गिनती के ही हैं। आपके सिक्के सुरक्षित हैं: थोड़ी देर में फिर आइए।</translation>
        </message>
        <message>
            <source>No connection just now, so coins cannot be spent. They are safe: try again in a while.</source>
            <translation>अभी कनेक्शन नहीं है, इसलिए सिक्के खर्च नहीं हो सकते। वे सुरक्षित हैं: थोड़ी देर में फिर कोशिश कीजिए।</translation>
        </message>
        <message numerus="yes">
            <source>No connection just now: up to {count} coin(s) can be spent. The others are safe.</source>
            <translation>
                <numerusform>अभी कनेक्शन नहीं है: {count} सिक्का खर्च हो सकता है। बाकी सुरक्षित हैं।</numerusform>
                <numerusform>अभी कनेक्शन नहीं है: {count} सिक्कों तक खर्च हो सकते हैं। बाकी सुरक्षित हैं।</numerusform>
            </translation>
        </message>
        <message>
            <source>Your coins are as they were.</source>
            <translation>आपके सिक्के वैसे ही हैं।</translation>
        </message>
        <message>
            <source>This did not work</source>
            <translation>यह नहीं हो पाया</translation>
        </message>
        <message>
            <source>This reward is over</source>
            <translation>यह इनाम अब नहीं है</translation>
        </message>
        <message>
            <source>You have this already</source>
            <translation>यह आपको मिल चुका है</translation>
        </message>
        <message>
            <source>It is under “My vouchers”. The coins went only once.</source>
            <translation>यह “मेरे वाउचर” में है। सिक्के एक ही बार कटे।</translation>
        </message>
        <message>
            <source>Nothing was saved here. Please ask us at the counter.</source>
            <translation>यहाँ कुछ दर्ज नहीं हुआ। कृपया काउंटर पर बताइए।</translation>
        </message>
        <message>
            <source>This was used before</source>
            <translation>यह पहले इस्तेमाल हो चुका है</translation>
        </message>
        <message>
            <source>Please ask us at the counter, we will look it up.</source>
            <translation>काउंटर पर पूछ लीजिए, हम देख देंगे।</translation>
        </message>
        <message>
            <source>Coins are on their way</source>
            <translation>सिक्के रास्ते में हैं</translation>
        </message>
        <message numerus="yes">
            <source>Only {count} coin(s) can be spent now: the others were used somewhere else or have not arrived yet. Nothing was taken.</source>
            <translation>
                <numerusform>अभी बस {count} सिक्का खर्च हो सकता है: बाकी कहीं और लगे हैं या अभी पहुँचे नहीं। कुछ कटा नहीं।</numerusform>
                <numerusform>अभी बस {count} सिक्के खर्च हो सकते हैं: बाकी कहीं और लगे हैं या अभी पहुँचे नहीं। कुछ कटा नहीं।</numerusform>
            </translation>
        </message>
        <message>
            <source>Your coins are safe</source>
            <translation>आपके सिक्के सुरक्षित हैं</translation>
        </message>
        <message numerus="yes">
            <source>There is no connection just now, so at most {count} coin(s) can be spent. Choose something smaller, or try again in a while.</source>
            <translation>
                <numerusform>अभी कनेक्शन नहीं है, इसलिए {count} सिक्का ही खर्च हो सकता है। कुछ छोटा चुनिए, या थोड़ी देर में फिर कोशिश कीजिए।</numerusform>
                <numerusform>अभी कनेक्शन नहीं है, इसलिए {count} सिक्कों तक ही खर्च हो सकते हैं। कुछ छोटा चुनिए, या थोड़ी देर में फिर कोशिश कीजिए।</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no connection just now, and this needs one. Try again in a while, or ask us at the counter.</source>
            <translation>अभी कनेक्शन नहीं है, और इसके लिए वह चाहिए। थोड़ी देर में फिर कोशिश कीजिए, या काउंटर पर पूछिए।</translation>
        </message>
        <message>
            <source>Somebody was faster</source>
            <translation>कोई आपसे पहले ले गया</translation>
        </message>
        <message>
            <source>There are no rewards just now. New ones are coming.</source>
            <translation>अभी कोई इनाम नहीं है। नए आ रहे हैं।</translation>
        </message>
        <message>
            <source>No connection just now: look and choose your goal. Coins cannot be spent; they are safe.</source>
            <translation>अभी कनेक्शन नहीं है: देखिए और अपना लक्ष्य चुनिए। सिक्के अभी खर्च नहीं हो सकते; वे सुरक्षित हैं।</translation>
        </message>
        <message>
            <source>You have enough coins for it!</source>
            <translation>इसके लिए सिक्के पूरे हैं!</translation>
        </message>
        <message numerus="yes">
            <source>That is about {count} purchase(s) like your usual ones.</source>
            <translation>
                <numerusform>यानी आपकी आम खरीदारी जैसी क़रीब {count} बार।</numerusform>
                <numerusform>यानी आपकी आम खरीदारी जैसी क़रीब {count} बार।</numerusform>
            </translation>
        </message>
        <message>
            <source>Good until {day}</source>
            <translation>{day} तक चलेगा</translation>
        </message>
        <message>
            <source>Handed over. Enjoy it!</source>
            <translation>मिल गया। मज़े कीजिए!</translation>
        </message>
        <message>
            <source>This was cancelled. Your coins are back.</source>
            <translation>यह रद्द हो गया। आपके सिक्के लौट आए।</translation>
        </message>
        <message>
            <source>It is yours!</source>
            <translation>यह आपका हुआ!</translation>
        </message>
        <message>
            <source>Your number</source>
            <translation>आपका नंबर</translation>
        </message>
        <message>
            <source>Your voucher</source>
            <translation>आपका वाउचर</translation>
        </message>
        <message>
            <source>It is on your account already. There is nothing to collect.</source>
            <translation>यह आपके खाते में आ चुका है। कुछ लेने नहीं जाना।</translation>
        </message>
        <message>
            <source>Go to the counter and say your number: we hand it over.</source>
            <translation>काउंटर पर जाकर अपना नंबर बताइए: हम दे देंगे।</translation>
        </message>
        <message>
            <source>Take a photo of it and show it at the counter when you pay.</source>
            <translation>इसकी फ़ोटो ले लीजिए और पैसे देते समय काउंटर पर दिखाइए।</translation>
        </message>
        <message>
            <source>Have a look at the others.</source>
            <translation>दूसरे इनाम देख लीजिए।</translation>
        </message>
        <message>
            <source>The last one has just gone.</source>
            <translation>आखिरी वाला अभी-अभी चला गया।</translation>
        </message>
    </context>
    <context>
        <name>sales</name>
        <message>
            <source>No sale today yet.</source>
            <translation>आज अभी तक कोई बिक्री नहीं हुई।</translation>
        </message>
        <message>
            <source>Add to {name}</source>
            <translation>{name} के नाम करें</translation>
        </message>
        <message>
            <source>Add the card</source>
            <translation>कार्ड जोड़ें</translation>
        </message>
        <message>
            <source>Card forgotten? Scan it now, then add it to this sale.</source>
            <translation>कार्ड रह गया था? अब स्कैन करें, फिर इस बिक्री में जोड़ें।</translation>
        </message>
        <message>
            <source>void</source>
            <translation>रद्द</translation>
        </message>
        <message>
            <source>with a return</source>
            <translation>कुछ सामान लौटा</translation>
        </message>
        <message>
            <source>no card</source>
            <translation>बिना कार्ड</translation>
        </message>
        <message>
            <source>Void bill {number} of {money}?</source>
            <translation>{money} का बिल {number} रद्द करें?</translation>
        </message>
        <message>
            <source>Bill {number} is void.</source>
            <translation>बिल {number} रद्द हो गया।</translation>
        </message>
        <message>
            <source>Add bill {number} to {name}?</source>
            <translation>बिल {number} को {name} के नाम करें?</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) of bill {number} for {name}</source>
            <translation>
                <numerusform>बिल {number} का {coins} सिक्का {name} को मिला</numerusform>
                <numerusform>बिल {number} के {coins} सिक्के {name} को मिले</numerusform>
            </translation>
        </message>
        <message>
            <source>Hand back {money}.</source>
            <translation>ग्राहक को {money} लौटाएँ।</translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message>
            <source>A supervisor must enter a PIN for this.</source>
            <translation>इसके लिए सुपरवाइज़र का PIN चाहिए।</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Nothing was recorded. Free some space, then press F12 again.</source>
            <translation>कंप्यूटर की डिस्क भर गई है। कुछ दर्ज नहीं हुआ। थोड़ी जगह खाली करें, फिर F12 दोबारा दबाएँ।</translation>
        </message>
        <message>
            <source>Something went wrong. Nothing half-done was kept. Try again; if it happens again, restart Sikka and call your supervisor.</source>
            <translation>कुछ गड़बड़ हो गई। कुछ भी अधूरा दर्ज नहीं हुआ। फिर कोशिश करें; दोबारा हो तो सिक्का बंद करके खोलें और सुपरवाइज़र को बुलाएँ।</translation>
        </message>
        <message>
            <source>The bill is empty. Type its amount or scan an item.</source>
            <translation>बिल खाली है। रकम लिखें या सामान स्कैन करें।</translation>
        </message>
        <message>
            <source>{money} is too much for one bill. Check the amount.</source>
            <translation>{money} एक बिल के लिए बहुत ज़्यादा है। रकम जाँच लें।</translation>
        </message>
        <message>
            <source>Line {line} cannot be right. Check its quantity, price and discount.</source>
            <translation>लाइन {line} सही नहीं हो सकती। मात्रा, दाम और छूट जाँच लें।</translation>
        </message>
        <message>
            <source>This bill has more than {limit} lines. Split it into two bills.</source>
            <translation>इस बिल में {limit} से ज़्यादा लाइनें हैं। इसे दो बिल में बाँट दें।</translation>
        </message>
        <message>
            <source>Type the bill number that the till printed.</source>
            <translation>बिल पर छपा नंबर लिखें।</translation>
        </message>
        <message numerus="yes">
            <source>This member can use {spendable} coin(s), not {coins}.</source>
            <translation>
                <numerusform>इस मेंबर का {spendable} सिक्का ही लग सकता है, {coins} नहीं।</numerusform>
                <numerusform>इस मेंबर के {spendable} सिक्के ही लग सकते हैं, {coins} नहीं।</numerusform>
            </translation>
        </message>
        <message>
            <source>This bill is recorded already. It counts once.</source>
            <translation>यह बिल पहले ही दर्ज है। इसे एक ही बार गिना जाएगा।</translation>
        </message>
        <message>
            <source>Bill number {number} was used before. Check the number.</source>
            <translation>बिल नंबर {number} पहले लग चुका है। नंबर जाँच लें।</translation>
        </message>
        <message>
            <source>Bill number {number} was used at {hour} for {money}. Check the number.</source>
            <translation>बिल नंबर {number} पहले लग चुका है: {hour}, {money} का बिल। नंबर जाँच लें।</translation>
        </message>
        <message>
            <source>Coins cannot be used on this bill.</source>
            <translation>इस बिल पर सिक्के नहीं लग सकते।</translation>
        </message>
        <message>
            <source>On this bill {least} to {most} coins can be used, in steps of {step}.</source>
            <translation>इस बिल पर {least} से {most} सिक्के लग सकते हैं, {step}-{step} के हिसाब से।</translation>
        </message>
        <message>
            <source>On this bill {least} to {most} coins can be used.</source>
            <translation>इस बिल पर {least} से {most} सिक्के लग सकते हैं।</translation>
        </message>
        <message>
            <source>Too late to undo here. A supervisor can void it under Today (F10), Bills.</source>
            <translation>अब यहाँ से वापस नहीं हो सकता। सुपरवाइज़र इसे “हिसाब” (F10) के बिलों में रद्द कर सकते हैं।</translation>
        </message>
        <message>
            <source>This sale is not on this counter.</source>
            <translation>यह बिक्री इस काउंटर की नहीं है।</translation>
        </message>
        <message>
            <source>This sale is not from today. Take it back as a return (F5).</source>
            <translation>यह बिक्री आज की नहीं है। इसे वापसी (F5) से लें।</translation>
        </message>
        <message>
            <source>This sale is void already.</source>
            <translation>यह बिक्री पहले ही रद्द है।</translation>
        </message>
        <message>
            <source>Some of it came back already. Take back the rest as a return (F5).</source>
            <translation>इसमें से कुछ सामान पहले ही लौट चुका है। बाकी वापसी (F5) से लें।</translation>
        </message>
        <message>
            <source>This sale belongs to a member already.</source>
            <translation>यह बिक्री पहले से एक मेंबर के नाम है।</translation>
        </message>
        <message>
            <source>Too late: the card can be added within {hours} hours of the sale only.</source>
            <translation>देर हो गई: कार्ड बिक्री के {hours} घंटे के अंदर ही जुड़ सकता है।</translation>
        </message>
        <message>
            <source>No bill with this number. Check the printed bill.</source>
            <translation>इस नंबर का बिल नहीं मिला। छपा हुआ बिल देखें।</translation>
        </message>
        <message>
            <source>This sale is void: there is nothing to take back.</source>
            <translation>यह बिक्री रद्द है: लौटाने को कुछ नहीं है।</translation>
        </message>
        <message>
            <source>Too late: this bill could be returned until {day}. Ask a supervisor.</source>
            <translation>देर हो गई: यह बिल {day} तक लौट सकता था। सुपरवाइज़र से पूछें।</translation>
        </message>
        <message>
            <source>Choose what comes back.</source>
            <translation>चुनें कि क्या लौट रहा है।</translation>
        </message>
        <message>
            <source>This bill belongs to another member. Remove the member, then go on.</source>
            <translation>यह बिल किसी और मेंबर का है। सामने वाला मेंबर हटाएँ, फिर आगे बढ़ें।</translation>
        </message>
        <message>
            <source>Type the number of the return from the till.</source>
            <translation>बिलिंग मशीन से छपा वापसी नंबर लिखें।</translation>
        </message>
        <message>
            <source>This return is recorded already. It counts once.</source>
            <translation>यह वापसी पहले ही दर्ज है। इसे एक ही बार गिना जाएगा।</translation>
        </message>
        <message>
            <source>Return number {number} was used before. Check the number.</source>
            <translation>वापसी नंबर {number} पहले लग चुका है। नंबर जाँच लें।</translation>
        </message>
        <message>
            <source>Only {left} of {name} can come back.</source>
            <translation>{name} में से अब {left} ही लौट सकता है।</translation>
        </message>
        <message>
            <source>Only {money} of this bill can come back.</source>
            <translation>इस बिल का {money} तक का सामान ही लौट सकता है।</translation>
        </message>
    </context>
    <context>
        <name>setup</name>
        <message>
            <source>Scanner</source>
            <translation>स्कैनर</translation>
        </message>
        <message>
            <source>Slip printer</source>
            <translation>पर्ची का प्रिंटर</translation>
        </message>
        <message>
            <source>Customer's display</source>
            <translation>ग्राहक की स्क्रीन</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>हब</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>कैमरा</translation>
        </message>
        <message>
            <source>The till's bills</source>
            <translation>बिलिंग मशीन के बिल</translation>
        </message>
        <message>
            <source>Room on the disk</source>
            <translation>डिस्क में जगह</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>बैकअप</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>अक्षर</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>चल रहा है</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>ध्यान दें</translation>
        </message>
        <message>
            <source>Does not work</source>
            <translation>काम नहीं कर रहा</translation>
        </message>
        <message>
            <source>Not set up</source>
            <translation>लगाया नहीं है</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>आज़माएँ</translation>
        </message>
        <message>
            <source>Scan one of the two codes shown here.</source>
            <translation>यहाँ दिख रहे दो कोड में से एक स्कैन करें।</translation>
        </message>
        <message>
            <source>It reads well.</source>
            <translation>ठीक पढ़ रहा है।</translation>
        </message>
        <message>
            <source>It reads well: keyboards agree, and {key} comes at the end.</source>
            <translation>ठीक पढ़ रहा है: कीबोर्ड मेल खाते हैं, आखिर में {key} आता है।</translation>
        </message>
        <message>
            <source>It reads, but Caps Lock is on. Switch it off.</source>
            <translation>पढ़ रहा है, पर Caps Lock चालू है। उसे बंद करें।</translation>
        </message>
        <message>
            <source>The computer types Hindi while it scans; cards are read all the same. For the codes on goods set the keyboard to English.</source>
            <translation>स्कैन करते समय कंप्यूटर हिन्दी टाइप करता है; कार्ड फिर भी पढ़े जाते हैं। सामान के कोड के लिए कीबोर्ड अंग्रेज़ी पर करें।</translation>
        </message>
        <message>
            <source>The computer's keyboard is {layout}, the scanner types as a US one. Set both to the same, with the scanner's booklet or in the system's settings.</source>
            <translation>कंप्यूटर का कीबोर्ड {layout} है, स्कैनर US जैसा टाइप करता है। स्कैनर की पुस्तिका से या सिस्टम की सेटिंग में दोनों एक जैसे करें।</translation>
        </message>
        <message>
            <source>It adds {count} characters to what it reads. Set it to add only an Enter, with its booklet.</source>
            <translation>पढ़े हुए में यह {count} अक्षर और जोड़ता है। पुस्तिका से इसे सिर्फ़ Enter जोड़ने पर करें।</translation>
        </message>
        <message>
            <source>{count} characters are missing. Set the scanner to type more slowly.</source>
            <translation>{count} अक्षर छूट गए। स्कैनर को धीमे टाइप करने पर करें।</translation>
        </message>
        <message>
            <source>It read “{text}”. Scan one of the codes shown here; if you did, reset the scanner.</source>
            <translation>इसने “{text}” पढ़ा। यहाँ दिख रहा कोड स्कैन करें; वही किया था तो स्कैनर रीसेट करें।</translation>
        </message>
        <message>
            <source>The test slip is printed. See that ₹, ₱ and हिन्दी can be read on it.</source>
            <translation>जाँच की पर्ची छप गई। देखें कि उस पर ₹, ₱ और हिन्दी साफ़ पढ़े जाते हैं।</translation>
        </message>
        <message>
            <source>The test slip is a PDF file in the shop's folder “slips”.</source>
            <translation>जाँच की पर्ची दुकान के फ़ोल्डर “slips” में PDF है।</translation>
        </message>
        <message>
            <source>There is no printer; slips are kept as PDF files. To add one: sikka print use</source>
            <translation>प्रिंटर नहीं है; पर्चियाँ PDF में रहती हैं। लगाने के लिए: sikka print use</translation>
        </message>
        <message>
            <source>{count} slips wait. Print a test slip to see why.</source>
            <translation>{count} पर्चियाँ रुकी हैं। कारण जानने को जाँच की पर्ची छापें।</translation>
        </message>
        <message>
            <source>The printer is at {address}. Print a test slip.</source>
            <translation>प्रिंटर {address} पर है। जाँच की पर्ची छापें।</translation>
        </message>
        <message>
            <source>It is switched off in the settings.</source>
            <translation>सेटिंग में यह बंद है।</translation>
        </message>
        <message>
            <source>Screens cannot be seen from here. Press Ctrl+Shift+S at the counter.</source>
            <translation>यहाँ से स्क्रीन नहीं दिखतीं। काउंटर पर Ctrl+Shift+S दबाएँ।</translation>
        </message>
        <message>
            <source>There is only one screen. Plug in a second one for the customer; it is used at once.</source>
            <translation>एक ही स्क्रीन है। ग्राहक के लिए दूसरी लगाएँ; वह तुरंत काम में आएगी।</translation>
        </message>
        <message>
            <source>Go to the customer's side and type the number you read there.</source>
            <translation>ग्राहक की ओर जाएँ और वहाँ दिखने वाला नंबर यहाँ लिखें।</translation>
        </message>
        <message>
            <source>The customer's side can be read.</source>
            <translation>ग्राहक की ओर साफ़ पढ़ा जाता है।</translation>
        </message>
        <message>
            <source>That is not the number shown. See that the screen on the other side is on.</source>
            <translation>यह वह नंबर नहीं है। देखें कि दूसरी ओर की स्क्रीन चालू है।</translation>
        </message>
        <message>
            <source>This shop is one station and needs no hub.</source>
            <translation>इस दुकान में एक ही काउंटर है, हब की ज़रूरत नहीं।</translation>
        </message>
        <message>
            <source>The owner shut this station out. Ask for a new code to join the shop.</source>
            <translation>मालिक ने इस मशीन को हटा दिया है। फिर जुड़ने के लिए नया कोड माँगें।</translation>
        </message>
        <message>
            <source>The hub has another version than this station ({version}). Install the same.</source>
            <translation>हब का वर्शन इस मशीन ({version}) से अलग है। दोनों पर एक ही डालें।</translation>
        </message>
        <message>
            <source>What answers at {hub} is not this shop's hub. Ask whoever set it up.</source>
            <translation>{hub} पर जो जवाब देता है वह इस दुकान का हब नहीं है। लगाने वाले से पूछें।</translation>
        </message>
        <message>
            <source>{hub} does not answer; sales go on and are kept. Check the network; waiting: {unsent}.</source>
            <translation>{hub} जवाब नहीं देता; बिक्री चलती रहेगी और सँभली रहेगी। नेटवर्क देखें; रुके हुए: {unsent}।</translation>
        </message>
        <message>
            <source>The hub answers, but this computer's clock is off by {minutes} minutes. Set the clock.</source>
            <translation>हब जवाब देता है, पर इस कंप्यूटर की घड़ी {minutes} मिनट गलत है। घड़ी ठीक करें।</translation>
        </message>
        <message>
            <source>The hub answers; {unsent} records are on their way.</source>
            <translation>हब जवाब देता है; {unsent} चीज़ें भेजी जा रही हैं।</translation>
        </message>
        <message>
            <source>The hub answers, everything is sent, the clocks agree. Version {version}.</source>
            <translation>हब जवाब देता है, सब भेज दिया गया है, घड़ियाँ मिलती हैं। वर्शन {version}।</translation>
        </message>
        <message>
            <source>No camera is used for scanning. Cameras plugged in: {count}.</source>
            <translation>स्कैन के लिए कैमरा नहीं लगाया है। जुड़े हुए कैमरे: {count}।</translation>
        </message>
        <message>
            <source>A camera is set up, but none is plugged in. Check its cable.</source>
            <translation>कैमरा चुना हुआ है, पर जुड़ा नहीं है। तार देखें।</translation>
        </message>
        <message>
            <source>The camera {name} is there.</source>
            <translation>कैमरा {name} लगा है।</translation>
        </message>
        <message>
            <source>The till sends no bills to this computer. To set it up: sikka till connect</source>
            <translation>बिलिंग मशीन यहाँ बिल नहीं भेजती। जोड़ने के लिए: sikka till connect</translation>
        </message>
        <message>
            <source>The folder {folder} is missing or cannot be written. Make it, or choose another.</source>
            <translation>फ़ोल्डर {folder} नहीं है या उसमें लिखा नहीं जा सकता। उसे बनाएँ या दूसरा चुनें।</translation>
        </message>
        <message>
            <source>Nobody listens at port {port}: the counter is closed, or was just opened.</source>
            <translation>पोर्ट {port} पर कोई नहीं सुन रहा: काउंटर बंद है, या अभी खुला है।</translation>
        </message>
        <message>
            <source>The till can send its bills.</source>
            <translation>बिलिंग मशीन बिल भेज सकती है।</translation>
        </message>
        <message>
            <source>{gigabytes} GB are free.</source>
            <translation>{gigabytes} GB जगह खाली है।</translation>
        </message>
        <message>
            <source>Only {free} MB are free. Delete what is not needed, or sales will stop.</source>
            <translation>सिर्फ़ {free} MB जगह खाली है। जो नहीं चाहिए हटाएँ, नहीं तो बिक्री रुक जाएगी।</translation>
        </message>
        <message>
            <source>There is no backup yet; one is made every day. To make one now: sikka backup</source>
            <translation>अभी कोई बैकअप नहीं है; हर दिन एक बनता है। अभी बनाने के लिए: sikka backup</translation>
        </message>
        <message>
            <source>The last backup is {days} days old. See that the disk has room: sikka backup</source>
            <translation>पिछला बैकअप {days} दिन पुराना है। देखें कि डिस्क में जगह है: sikka backup</translation>
        </message>
        <message>
            <source>The last backup is {hours} hours old.</source>
            <translation>पिछला बैकअप {hours} घंटे पुराना है।</translation>
        </message>
        <message>
            <source>Letters are missing: {fonts}. Install Sikka again.</source>
            <translation>कुछ अक्षर नहीं हैं: {fonts}। सिक्का दोबारा डालें।</translation>
        </message>
        <message>
            <source>Latin, हिन्दी, ₹ and ₱ can all be shown and printed.</source>
            <translation>अंग्रेज़ी, हिन्दी, ₹ और ₱ सब दिखते और छपते हैं।</translation>
        </message>
        <message>
            <source>Saving the file for support…</source>
            <translation>मदद के लिए फ़ाइल सेव हो रही है…</translation>
        </message>
        <message>
            <source>The file for support could not be saved. See that the disk has room.</source>
            <translation>मदद की फ़ाइल सेव नहीं हो सकी। देखें कि डिस्क में जगह है।</translation>
        </message>
        <message>
            <source>Saved: {file}. It names nobody; send it to who helps you.</source>
            <translation>सेव हो गई: {file}। इसमें किसी का नाम नहीं; मदद करने वाले को भेजें।</translation>
        </message>
        <message>
            <source>Looking at everything…</source>
            <translation>सब कुछ देखा जा रहा है…</translation>
        </message>
        <message>
            <source>Open the setup checks?</source>
            <translation>मशीन की जाँच खोलें?</translation>
        </message>
    </context>
    <context>
        <name>signin</name>
        <message>
            <source>Your bill is kept. Sign in to go on.</source>
            <translation>आपका बिल सुरक्षित है। आगे बढ़ने के लिए PIN डालें।</translation>
        </message>
        <message>
            <source>Nobody can sign in yet. Run “sikka shop create” first.</source>
            <translation>अभी किसी का नाम दर्ज नहीं है। पहले “sikka shop create” चलाएँ।</translation>
        </message>
    </context>
    <context>
        <name>spending</name>
        <message>
            <source>Only {money} of store credit can be used now. The rest was used at another counter, or has not arrived yet.</source>
            <translation>अभी स्टोर क्रेडिट में से {money} ही चलेंगे। बाकी दूसरे काउंटर पर इस्तेमाल हो गए, या अभी पहुँचे नहीं।</translation>
        </message>
        <message numerus="yes">
            <source>Only {coins} coin(s) can be used now. The rest was used at another counter, or has not arrived yet.</source>
            <translation>
                <numerusform>अभी {coins} सिक्का ही चलेगा। बाकी दूसरे काउंटर पर इस्तेमाल हो गए, या अभी पहुँचे नहीं।</numerusform>
                <numerusform>अभी {coins} सिक्के ही चलेंगे। बाकी दूसरे काउंटर पर इस्तेमाल हो गए, या अभी पहुँचे नहीं।</numerusform>
            </translation>
        </message>
        <message>
            <source>None is left. The last one went at another counter.</source>
            <translation>अब नहीं बचा। आखिरी वाला दूसरे काउंटर पर चला गया।</translation>
        </message>
        <message>
            <source>There is no connection, and this cannot be used without it. Take it off the bill, or try again in a while.</source>
            <translation>कनेक्शन नहीं है, और इसके बिना यह इस्तेमाल नहीं हो सकता। इसे बिल से हटा दें, या थोड़ी देर में फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>There is no connection, so coins and credit cannot be used now. Record the bill without them: it earns as always.</source>
            <translation>कनेक्शन नहीं है, इसलिए अभी सिक्के और क्रेडिट नहीं चलेंगे। बिल इनके बिना दर्ज करें: सिक्के हमेशा की तरह मिलेंगे।</translation>
        </message>
        <message>
            <source>There is no connection. Without it at most {coins} coins and {money} of store credit can be used now.</source>
            <translation>कनेक्शन नहीं है। अभी ज़्यादा से ज़्यादा {coins} सिक्के और स्टोर क्रेडिट में से {money} चलेंगे।</translation>
        </message>
        <message>
            <source>This voucher or code was used before.</source>
            <translation>यह वाउचर या कोड पहले ही इस्तेमाल हो चुका है।</translation>
        </message>
        <message>
            <source>This voucher or code was used: {day}, {hour}, till {till}, by {who}.</source>
            <translation>यह वाउचर या कोड इस्तेमाल हो चुका है: {day}, {hour}, काउंटर {till}, {who} के हाथों।</translation>
        </message>
        <message>
            <source>This voucher or code was used: {day}, {hour}, till {till}.</source>
            <translation>यह वाउचर या कोड इस्तेमाल हो चुका है: {day}, {hour}, काउंटर {till}।</translation>
        </message>
    </context>
    <context>
        <name>station</name>
        <message>
            <source>Trouble: call your supervisor</source>
            <translation>गड़बड़: सुपरवाइज़र को बुलाएँ</translation>
        </message>
        <message>
            <source>All sales saved</source>
            <translation>सारी बिक्री सुरक्षित है</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>स्कैनर</translation>
        </message>
        <message>
            <source>{name} ({role})</source>
            <translation>{name} ({role})</translation>
        </message>
    </context>
    <context>
        <name>surveys</name>
        <message numerus="yes">
            <source>{minutes} minute(s)</source>
            <translation>
                <numerusform>{minutes} मिनट</numerusform>
                <numerusform>{minutes} मिनट</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} question(s)</source>
            <translation>
                <numerusform>{count} सवाल</numerusform>
                <numerusform>{count} सवाल</numerusform>
            </translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>हाँ</translation>
        </message>
        <message>
            <source>No</source>
            <translation>नहीं</translation>
        </message>
        <message>
            <source>That is right!</source>
            <translation>बिल्कुल सही!</translation>
        </message>
        <message>
            <source>Not quite. It is: {answer}</source>
            <translation>यह नहीं। सही जवाब: {answer}</translation>
        </message>
        <message>
            <source>Thank you!</source>
            <translation>शुक्रिया!</translation>
        </message>
        <message>
            <source>You have answered this before. Coins come for it once.</source>
            <translation>आप इसके जवाब पहले दे चुके हैं। सिक्के एक ही बार मिलते हैं।</translation>
        </message>
        <message>
            <source>This one is over</source>
            <translation>यह अब बंद हो चुका है</translation>
        </message>
        <message>
            <source>It can no longer be answered. Your coins are as they were.</source>
            <translation>इसके जवाब अब नहीं दिए जा सकते। आपके सिक्के वैसे ही हैं।</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>यह नहीं हो पाया</translation>
        </message>
        <message>
            <source>One answer is missing. Please begin this one again.</source>
            <translation>एक जवाब छूट गया है। कृपया इसे फिर से शुरू कीजिए।</translation>
        </message>
        <message>
            <source>Nothing was saved here. Please ask us at the counter.</source>
            <translation>यहाँ कुछ दर्ज नहीं हुआ। कृपया काउंटर पर पूछिए।</translation>
        </message>
        <message>
            <source>{right} of {asked} right.</source>
            <translation>{asked} में से {right} सही।</translation>
        </message>
        <message numerus="yes">
            <source>We read your answers first; {coins} coin(s) come to you then.</source>
            <translation>
                <numerusform>पहले हम आपके जवाब पढ़ेंगे, फिर {coins} सिक्का आपको मिलेगा।</numerusform>
                <numerusform>पहले हम आपके जवाब पढ़ेंगे, फिर {coins} सिक्के आपको मिलेंगे।</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) are yours now.</source>
            <translation>
                <numerusform>{coins} सिक्का आपका हुआ।</numerusform>
                <numerusform>{coins} सिक्के आपके हुए।</numerusform>
            </translation>
        </message>
        <message>
            <source>So far everybody said:</source>
            <translation>अब तक सबने यह कहा:</translation>
        </message>
        <message>
            <source>Nothing to answer just now. Thank you for looking in!</source>
            <translation>अभी कोई सवाल नहीं है। देखने के लिए शुक्रिया!</translation>
        </message>
        <message>
            <source>Question {at} of {all}</source>
            <translation>सवाल {at} / {all}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>हो गया</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>आगे</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message>
            <source>Today</source>
            <translation>दिन का हिसाब</translation>
        </message>
        <message>
            <source>Closed days</source>
            <translation>बंद किए दिन</translation>
        </message>
        <message>
            <source>Close the day?</source>
            <translation>दिन बंद करें?</translation>
        </message>
        <message>
            <source>No day was closed yet.</source>
            <translation>अभी तक कोई दिन बंद नहीं किया गया।</translation>
        </message>
        <message>
            <source>Your own bills today</source>
            <translation>आज के आपके बिल</translation>
        </message>
        <message>
            <source>This till, today</source>
            <translation>यह काउंटर, आज</translation>
        </message>
        <message>
            <source>The whole store, today</source>
            <translation>पूरी दुकान, आज</translation>
        </message>
        <message>
            <source>Whole store</source>
            <translation>पूरी दुकान</translation>
        </message>
        <message>
            <source>This till</source>
            <translation>यह काउंटर</translation>
        </message>
        <message>
            <source>Taken by the hour, in the store</source>
            <translation>किस घंटे कितने आए, पूरी दुकान में</translation>
        </message>
        <message>
            <source>Bills by the hour, in the store</source>
            <translation>किस घंटे कितने बिल, पूरी दुकान में</translation>
        </message>
        <message numerus="yes">
            <source>{n} of {all} bill(s) with a card</source>
            <translation>
                <numerusform>{all} में से {n} बिल कार्ड वाला</numerusform>
                <numerusform>{all} में से {n} बिल कार्ड वाले</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of {all} bill(s) in the store with a card</source>
            <translation>
                <numerusform>पूरी दुकान के {all} में से {n} बिल कार्ड वाला</numerusform>
                <numerusform>पूरी दुकान के {all} में से {n} बिल कार्ड वाले</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is sent.</source>
            <translation>सब भेजा जा चुका है।</translation>
        </message>
        <message>
            <source>Not sent yet: {what}</source>
            <translation>अभी भेजना बाकी: {what}</translation>
        </message>
        <message>
            <source>What the shop took and others did is shown to a supervisor.</source>
            <translation>दुकान की कुल कमाई और बाकी लोगों का हिसाब सुपरवाइज़र देख सकते हैं।</translation>
        </message>
        <message numerus="yes">
            <source>{n} bill(s)</source>
            <translation>
                <numerusform>{n} बिल</numerusform>
                <numerusform>{n} बिल</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} return(s)</source>
            <translation>
                <numerusform>{n} वापसी</numerusform>
                <numerusform>{n} वापसी</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} new member(s)</source>
            <translation>
                <numerusform>{n} नया मेंबर</numerusform>
                <numerusform>{n} नए मेंबर</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} other(s)</source>
            <translation>
                <numerusform>{n} और काम</numerusform>
                <numerusform>{n} और काम</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} coin(s)</source>
            <translation>
                <numerusform>{n} सिक्का</numerusform>
                <numerusform>{n} सिक्के</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} coin(s) given</source>
            <translation>
                <numerusform>{n} सिक्का दिया</numerusform>
                <numerusform>{n} सिक्के दिए</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} undone</source>
            <translation>{n} तुरंत वापस</translation>
        </message>
        <message>
            <source>{n} voided</source>
            <translation>{n} रद्द</translation>
        </message>
        <message>
            <source>{n} with a card</source>
            <translation>{n} कार्ड वाले</translation>
        </message>
        <message>
            <source>{n} taken back</source>
            <translation>{n} वापस लिए</translation>
        </message>
        <message>
            <source>Bills</source>
            <translation>बिल</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>पैसे आए</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>वापस लिए</translation>
        </message>
        <message>
            <source>Handed back</source>
            <translation>लौटाए</translation>
        </message>
        <message>
            <source>Coins given</source>
            <translation>सिक्के दिए</translation>
        </message>
        <message>
            <source>Coins used</source>
            <translation>सिक्के इस्तेमाल हुए</translation>
        </message>
        <message>
            <source>Coins that ran out</source>
            <translation>तारीख निकले सिक्के</translation>
        </message>
        <message>
            <source>Store credit paid in</source>
            <translation>स्टोर क्रेडिट में जमा</translation>
        </message>
        <message>
            <source>Store credit used</source>
            <translation>स्टोर क्रेडिट से चुकाए</translation>
        </message>
        <message>
            <source>Store credit paid out</source>
            <translation>स्टोर क्रेडिट से नकद दिए</translation>
        </message>
        <message>
            <source>New members</source>
            <translation>नए मेंबर</translation>
        </message>
        <message>
            <source>Rewards handed over</source>
            <translation>इनाम दिए</translation>
        </message>
        <message>
            <source>Gifts with bills</source>
            <translation>बिल के साथ तोहफ़े</translation>
        </message>
        <message>
            <source>Owed to members</source>
            <translation>मेंबरों को देना बाकी</translation>
        </message>
        <message>
            <source>Store credit of members</source>
            <translation>मेंबरों का स्टोर क्रेडिट</translation>
        </message>
        <message>
            <source>Screens without staff</source>
            <translation>बिना स्टाफ़ की स्क्रीन</translation>
        </message>
        <message>
            <source>{hour}, {amount}</source>
            <translation>{hour}, {amount}</translation>
        </message>
        <message>
            <source>Show what was taken on closed days?</source>
            <translation>बंद किए दिनों की कमाई दिखाएँ?</translation>
        </message>
        <message>
            <source>Close the day at this till?</source>
            <translation>इस काउंटर का दिन बंद करें?</translation>
        </message>
        <message>
            <source>The disk is full; the table was not saved.</source>
            <translation>डिस्क भर गई है; हिसाब सेव नहीं हुआ।</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>सेव हो गया: {path}</translation>
        </message>
        <message>
            <source>The day is closed. It will not change any more.</source>
            <translation>दिन बंद हो गया। अब यह हिसाब नहीं बदलेगा।</translation>
        </message>
        <message>
            <source>This till has sold nothing yet: there is no day to close.</source>
            <translation>इस काउंटर पर अभी कुछ नहीं बिका: बंद करने को कोई दिन नहीं है।</translation>
        </message>
        <message>
            <source>The day is closed already (no. {number}); nothing happened since.</source>
            <translation>दिन पहले ही बंद हो चुका है (नं. {number}); उसके बाद कुछ नहीं हुआ।</translation>
        </message>
        <message>
            <source>A supervisor closes the day.</source>
            <translation>दिन सुपरवाइज़र बंद करते हैं।</translation>
        </message>
        <message>
            <source>This till was put back from a backup. Connect it once, then close the day: so no number is given twice.</source>
            <translation>यह काउंटर बैकअप से वापस लाया गया है। पहले इसे एक बार जोड़ें, फिर दिन बंद करें, ताकि कोई नंबर दो बार न आए।</translation>
        </message>
        <message>
            <source>The disk is full; the day is not closed. Make room and try again.</source>
            <translation>डिस्क भर गई है; दिन बंद नहीं हुआ। जगह बनाएँ और फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>Adding up the days…</source>
            <translation>दिन जोड़े जा रहे हैं…</translation>
        </message>
    </context>
    <context>
        <name>training</name>
        <message>
            <source>Practice PINs: {people}</source>
            <translation>अभ्यास के PIN: {people}</translation>
        </message>
        <message>
            <source>Getting the practice shop ready. This takes a few seconds.</source>
            <translation>अभ्यास की दुकान तैयार हो रही है। कुछ सेकंड लगेंगे।</translation>
        </message>
        <message>
            <source>The practice shop could not be made. See that the disk has room, then try again.</source>
            <translation>अभ्यास की दुकान नहीं बन सकी। देखें कि डिस्क में जगह है, फिर से कोशिश करें।</translation>
        </message>
        <message>
            <source>The practice shop is open in another window. Close that one first.</source>
            <translation>अभ्यास की दुकान दूसरी खिड़की में खुली है। पहले उसे बंद करें।</translation>
        </message>
    </context>
    <context>
        <name>vouchers</name>
        <message>
            <source>This member has no such voucher. Scan it again.</source>
            <translation>इस मेंबर के पास ऐसा कोई वाउचर नहीं है। दोबारा स्कैन करें।</translation>
        </message>
        <message>
            <source>The bill must be at least {least} for this voucher.</source>
            <translation>इस वाउचर के लिए बिल कम से कम {least} का होना चाहिए।</translation>
        </message>
        <message>
            <source>Nothing on this bill goes with this voucher.</source>
            <translation>इस बिल का कोई सामान इस वाउचर में नहीं आता।</translation>
        </message>
        <message>
            <source>This voucher can be used from {day}.</source>
            <translation>यह वाउचर {day} से चलेगा।</translation>
        </message>
        <message>
            <source>This voucher was good until {day}.</source>
            <translation>यह वाउचर {day} तक ही चल सकता था।</translation>
        </message>
        <message>
            <source>This voucher was used before.</source>
            <translation>यह वाउचर पहले ही लग चुका है।</translation>
        </message>
        <message>
            <source>This voucher was used: {day}.</source>
            <translation>यह वाउचर लग चुका है: {day}।</translation>
        </message>
        <message>
            <source>This voucher was cancelled.</source>
            <translation>यह वाउचर रद्द हो चुका है।</translation>
        </message>
        <message>
            <source>This code works from {first} to {last}.</source>
            <translation>यह कोड {first} से {last} तक चलता है।</translation>
        </message>
        <message>
            <source>This code is for members. Scan the member's card first.</source>
            <translation>यह कोड मेंबरों के लिए है। पहले मेंबर का कार्ड स्कैन करें।</translation>
        </message>
        <message>
            <source>This code is for another member level.</source>
            <translation>यह कोड किसी और लेवल के मेंबरों के लिए है।</translation>
        </message>
        <message>
            <source>This code is for a first purchase only.</source>
            <translation>यह कोड सिर्फ़ पहली खरीद पर चलता है।</translation>
        </message>
        <message>
            <source>This code was used before.</source>
            <translation>यह कोड पहले ही लग चुका है।</translation>
        </message>
        <message>
            <source>This code has been used as often as it was meant to be.</source>
            <translation>यह कोड जितनी बार चलना था, चल चुका है।</translation>
        </message>
        <message>
            <source>There is no store credit to use on this bill.</source>
            <translation>इस बिल पर लगाने के लिए कोई स्टोर क्रेडिट नहीं है।</translation>
        </message>
        <message>
            <source>At most {most} of store credit can be used on this bill.</source>
            <translation>इस बिल पर ज़्यादा से ज़्यादा {most} का स्टोर क्रेडिट लग सकता है।</translation>
        </message>
    </context>
    <context>
        <name>AccessScreen</name>
        <message>
            <source>Easier to read and reach</source>
            <translation>पढ़ने और छूने में आसान</translation>
        </message>
        <message>
            <source>It will be like this again at your next visit.</source>
            <translation>अगली बार आने पर भी ऐसा ही मिलेगा।</translation>
        </message>
        <message>
            <source>Choose or change my PIN</source>
            <translation>मेरा पिन चुनें या बदलें</translation>
        </message>
        <message>
            <source>Show my card</source>
            <translation>मेरा कार्ड दिखाएँ</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>हो गया</translation>
        </message>
    </context>
    <context>
        <name>AccessSwitches</name>
        <message>
            <source>Large text</source>
            <translation>बड़े अक्षर</translation>
        </message>
        <message>
            <source>Bigger letters, and more time before the end</source>
            <translation>अक्षर बड़े, और रुकने का समय ज़्यादा</translation>
        </message>
        <message>
            <source>Strong contrast</source>
            <translation>गहरे रंग</translation>
        </message>
        <message>
            <source>Black on white, with thick lines</source>
            <translation>सफ़ेद पर काला, मोटी रेखाएँ</translation>
        </message>
        <message>
            <source>No motion</source>
            <translation>कुछ न हिले</translation>
        </message>
        <message>
            <source>Nothing moves on the screen</source>
            <translation>स्क्रीन पर कुछ नहीं हिलता</translation>
        </message>
        <message>
            <source>Lower down</source>
            <translation>बटन नीचे</translation>
        </message>
        <message>
            <source>All buttons within reach from a chair</source>
            <translation>कुर्सी पर बैठे-बैठे सब बटन पहुँच में</translation>
        </message>
        <message>
            <source>Read aloud</source>
            <translation>बोलकर सुनाएँ</translation>
        </message>
        <message>
            <source>The screen is read to you</source>
            <translation>स्क्रीन पढ़कर सुनाई जाती है</translation>
        </message>
    </context>
    <context>
        <name>AttractScreen</name>
        <message>
            <source>Show your card to see your coins</source>
            <translation>अपना कार्ड दिखाइए, सिक्के देखिए</translation>
        </message>
        <message>
            <source>Show my card</source>
            <translation>मेरा कार्ड दिखाएँ</translation>
        </message>
        <message>
            <source>No card? Phone and PIN</source>
            <translation>कार्ड नहीं? फ़ोन और पिन</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>सदस्य बनें</translation>
        </message>
    </context>
    <context>
        <name>BigPad</name>
        <message>
            <source>OK</source>
            <translation>ठीक है</translation>
        </message>
        <message>
            <source>Delete the last digit</source>
            <translation>आखिरी अंक मिटाएँ</translation>
        </message>
    </context>
    <context>
        <name>CallButton</name>
        <message>
            <source>Call us</source>
            <translation>हमें बुलाएँ</translation>
        </message>
    </context>
    <context>
        <name>CardScreen</name>
        <message>
            <source>QR code of your card</source>
            <translation>आपके कार्ड का QR</translation>
        </message>
        <message>
            <source>Take a photo of it with your phone and show it at every purchase.</source>
            <translation>अपने फ़ोन से इसकी फ़ोटो लीजिए और हर खरीदारी पर दिखाइए।</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>फ़ोटो लें</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>आगे</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>हो गया</translation>
        </message>
    </context>
    <context>
        <name>ExitScreen</name>
        <message>
            <source>Close this kiosk</source>
            <translation>यह कियोस्क बंद करें</translation>
        </message>
        <message>
            <source>PIN of somebody who works here</source>
            <translation>यहाँ काम करने वाले का पिन</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
    </context>
    <context>
        <name>JoinConsent</name>
        <message>
            <source>Do you agree?</source>
            <translation>क्या आप सहमत हैं?</translation>
        </message>
        <message>
            <source>Only if you like. You can join without it.</source>
            <translation>सिर्फ़ अगर आप चाहें। इसके बिना भी सदस्य बन सकते हैं।</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
        <message>
            <source>I agree, join</source>
            <translation>सहमत हूँ, सदस्य बनाइए</translation>
        </message>
    </context>
    <context>
        <name>JoinKnown</name>
        <message>
            <source>Sign in with phone and PIN</source>
            <translation>फ़ोन और पिन से आइए</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
    </context>
    <context>
        <name>JoinName</name>
        <message>
            <source>What may we call you?</source>
            <translation>हम आपको क्या कहकर बुलाएँ?</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>नाम</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>छोड़ दें</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>आगे</translation>
        </message>
    </context>
    <context>
        <name>JoinPhone</name>
        <message>
            <source>Join: your phone number</source>
            <translation>सदस्य बनें: आपका फ़ोन नंबर</translation>
        </message>
        <message>
            <source>With it you get coins even when you forget the card.</source>
            <translation>कार्ड भूल जाएँ, तब भी इससे सिक्के मिलते हैं।</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>फ़ोन नंबर</translation>
        </message>
        <message>
            <source>A friend sent me</source>
            <translation>किसी दोस्त ने भेजा है</translation>
        </message>
        <message>
            <source>Show the friend's code, or type their phone number</source>
            <translation>दोस्त का कोड दिखाइए, या उनका फ़ोन नंबर लिखिए</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>आगे</translation>
        </message>
    </context>
    <context>
        <name>JoinPin</name>
        <message>
            <source>Card forgotten? Come in with a PIN</source>
            <translation>कार्ड भूल गए? पिन से आइए</translation>
        </message>
        <message>
            <source>With your phone number and a PIN you see your coins without the card. For large rewards we ask for the PIN too.</source>
            <translation>फ़ोन नंबर और पिन से बिना कार्ड के अपने सिक्के देखिए। बड़े इनाम पर भी हम पिन पूछते हैं।</translation>
        </message>
        <message>
            <source>Choose a PIN</source>
            <translation>पिन चुनिए</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>आगे</translation>
        </message>
    </context>
    <context>
        <name>KioskFooter</name>
        <message>
            <source>My coins</source>
            <translation>मेरे सिक्के</translation>
        </message>
        <message>
            <source>Rewards</source>
            <translation>इनाम</translation>
        </message>
        <message>
            <source>My vouchers</source>
            <translation>मेरे वाउचर</translation>
        </message>
        <message>
            <source>History</source>
            <translation>पिछला हिसाब</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>मदद</translation>
        </message>
        <message>
            <source>Easier to read</source>
            <translation>पढ़ना आसान</translation>
        </message>
    </context>
    <context>
        <name>KioskHeader</name>
        <message>
            <source>My card</source>
            <translation>मेरा कार्ड</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>समाप्त</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>पीछे</translation>
        </message>
    </context>
    <context>
        <name>KioskKeyboard</name>
        <message>
            <source>Other letters on the keys</source>
            <translation>बटनों पर दूसरे अक्षर</translation>
        </message>
        <message>
            <source>Delete the last letter</source>
            <translation>आखिरी अक्षर मिटाएँ</translation>
        </message>
        <message>
            <source>Another alphabet: %1</source>
            <translation>दूसरी लिपि: %1</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>खाली जगह</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>ठीक है</translation>
        </message>
        <message>
            <source>Put the keyboard away</source>
            <translation>कीबोर्ड हटाएँ</translation>
        </message>
    </context>
    <context>
        <name>KioskSignInScreen</name>
        <message>
            <source>No card? Phone and PIN</source>
            <translation>कार्ड नहीं? फ़ोन और पिन</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>फ़ोन नंबर</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>पिन</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>आगे</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>ठीक है</translation>
        </message>
    </context>
    <context>
        <name>PinOverlay</name>
        <message>
            <source>Choose a PIN</source>
            <translation>पिन चुनिए</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>हो गया</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>अभी नहीं</translation>
        </message>
    </context>
    <context>
        <name>StillThere</name>
        <message>
            <source>Still there?</source>
            <translation>आप यहीं हैं?</translation>
        </message>
        <message>
            <source>Yes, go on</source>
            <translation>हाँ, जारी रखें</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>समाप्त</translation>
        </message>
    </context>
    <context>
        <name>SwitchMember</name>
        <message>
            <source>This is another card</source>
            <translation>यह दूसरा कार्ड है</translation>
        </message>
        <message>
            <source>Finish here and open the other card?</source>
            <translation>यहाँ समाप्त करके दूसरा कार्ड खोलें?</translation>
        </message>
        <message>
            <source>Open the other card</source>
            <translation>दूसरा कार्ड खोलें</translation>
        </message>
        <message>
            <source>No, go on here</source>
            <translation>नहीं, यहीं जारी रखें</translation>
        </message>
    </context>
</TS>
