<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fil_PH">
    <context>
        <name>AgreeCard</name>
        <message>
            <source>A supervisor must agree</source>
            <translation>Kailangan ang pagsang-ayon ng supervisor</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>Sumang-ayon</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
        <message>
            <source>PIN of the supervisor</source>
            <translation>PIN ng supervisor</translation>
        </message>
    </context>
    <context>
        <name>AnswerCard</name>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Isauli</translation>
        </message>
        <message>
            <source>Reprint</source>
            <translation>I-print ulit</translation>
        </message>
        <message>
            <source>What else?</source>
            <translation>Ano pa?</translation>
        </message>
    </context>
    <context>
        <name>ApprovalPanel</name>
        <message>
            <source>A supervisor must agree</source>
            <translation>OK ng supervisor</translation>
        </message>
        <message>
            <source>PIN of the supervisor</source>
            <translation>PIN ng supervisor</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>Payagan</translation>
        </message>
    </context>
    <context>
        <name>BasketStrip</name>
        <message>
            <source>Show</source>
            <translation>Ipakita</translation>
        </message>
    </context>
    <context>
        <name>BasketsPanel</name>
        <message>
            <source>Bills from the till</source>
            <translation>Mga resibo mula sa kaha</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Burahin</translation>
        </message>
    </context>
    <context>
        <name>BeforeAfter</name>
        <message>
            <source>You have</source>
            <translation>Meron ka</translation>
        </message>
        <message>
            <source>It costs</source>
            <translation>Halaga nito</translation>
        </message>
        <message>
            <source>After it</source>
            <translation>Matitira</translation>
        </message>
    </context>
    <context>
        <name>BillActions</name>
        <message>
            <source>Quantity</source>
            <translation>Dami</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>Discount</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Alisin</translation>
        </message>
        <message>
            <source>Use coins</source>
            <translation>Coins</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Record sale</source>
            <translation>I-record</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Codes</translation>
        </message>
        <message>
            <source>Vouchers and codes</source>
            <translation>Mga voucher at code</translation>
        </message>
        <message>
            <source>Coins</source>
            <translation>Coins</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>Credit</translation>
        </message>
        <message>
            <source>Store credit</source>
            <translation>Store credit</translation>
        </message>
    </context>
    <context>
        <name>BillPanel</name>
        <message>
            <source>Bill</source>
            <translation>Resibo</translation>
        </message>
        <message>
            <source>Bill number</source>
            <translation>Numero ng resibo</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Kuwenta</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Halaga</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Kabuuan</translation>
        </message>
    </context>
    <context>
        <name>CardsPanel</name>
        <message>
            <source>Card of %1</source>
            <translation>Card ni %1</translation>
        </message>
        <message>
            <source>Card %1</source>
            <translation>Card %1</translation>
        </message>
        <message>
            <source>Same person twice? Scan the other card now.</source>
            <translation>Iisang tao, dalawang card? I-scan ngayon ang isa pa.</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>I-block</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Ipakita</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>I-print</translation>
        </message>
        <message>
            <source>New card</source>
            <translation>Palitan</translation>
        </message>
    </context>
    <context>
        <name>ChallengesCard</name>
        <message>
            <source>Challenges</source>
            <translation>Mga hamon</translation>
        </message>
    </context>
    <context>
        <name>ChooseCard</name>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
    </context>
    <context>
        <name>CodesPanel</name>
        <message>
            <source>Vouchers and codes</source>
            <translation>Mga voucher at code</translation>
        </message>
        <message>
            <source>Voucher number or code: scan or type</source>
            <translation>Numero ng voucher o code: i-scan o i-type</translation>
        </message>
    </context>
    <context>
        <name>CoinsPanel</name>
        <message>
            <source>Use coins</source>
            <translation>Gamitin ang coins</translation>
        </message>
        <message>
            <source>Coins to use</source>
            <translation>Ilang coins ang gagamitin</translation>
        </message>
        <message>
            <source>Use none</source>
            <translation>Huwag gamitin</translation>
        </message>
    </context>
    <context>
        <name>ConfirmCard</name>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
        <message>
            <source>Coins afterwards</source>
            <translation>Coins pagkatapos</translation>
        </message>
        <message>
            <source>Coins now</source>
            <translation>Coins ngayon</translation>
        </message>
    </context>
    <context>
        <name>ConflictsPanel</name>
        <message>
            <source>What came out differently</source>
            <translation>Mga naiba sa sinabi</translation>
        </message>
        <message>
            <source>All read</source>
            <translation>Nabasa na lahat</translation>
        </message>
    </context>
    <context>
        <name>ConnectionPanel</name>
        <message>
            <source>Works</source>
            <translation>Puwede</translation>
        </message>
    </context>
    <context>
        <name>CounterMain</name>
        <message>
            <source>Leave training</source>
            <translation>Umalis sa pagsasanay</translation>
        </message>
    </context>
    <context>
        <name>CounterScreen</name>
        <message>
            <source>Undo</source>
            <translation>Bawiin</translation>
        </message>
        <message>
            <source>Gift given</source>
            <translation>Naiabot na</translation>
        </message>
        <message>
            <source>Gift given: %1</source>
            <translation>Naiabot na ang regalo: %1</translation>
        </message>
    </context>
    <context>
        <name>CreditPanel</name>
        <message>
            <source>Top up store credit</source>
            <translation>Mag-top up ng store credit</translation>
        </message>
        <message>
            <source>Pay out store credit</source>
            <translation>Ipalit sa pera ang store credit</translation>
        </message>
        <message>
            <source>Use store credit</source>
            <translation>Gamitin ang store credit</translation>
        </message>
        <message>
            <source>Receipt number from the till</source>
            <translation>Numero ng resibo ng kaha</translation>
        </message>
        <message>
            <source>Bonus code (may be left out)</source>
            <translation>Bonus code (puwedeng wala)</translation>
        </message>
        <message>
            <source>Top up</source>
            <translation>Mag-top up</translation>
        </message>
        <message>
            <source>Pay out</source>
            <translation>Ipalit sa pera</translation>
        </message>
        <message>
            <source>Use on the bill</source>
            <translation>Gamitin sa resibo</translation>
        </message>
        <message>
            <source>Use none</source>
            <translation>Huwag gumamit</translation>
        </message>
    </context>
    <context>
        <name>DeskBar</name>
        <message>
            <source>Lock</source>
            <translation>I-lock</translation>
        </message>
    </context>
    <context>
        <name>DeskCards</name>
        <message>
            <source>Card %1</source>
            <translation>Card %1</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>I-block</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>I-print</translation>
        </message>
        <message>
            <source>New card</source>
            <translation>Bagong card</translation>
        </message>
    </context>
    <context>
        <name>DeskCoins</name>
        <message>
            <source>How many coins</source>
            <translation>Ilang coins</translation>
        </message>
        <message>
            <source>Why? The member reads this in the history</source>
            <translation>Bakit? Mababasa ito ng member sa history</translation>
        </message>
        <message>
            <source>Write no name and no phone number. Coins given by hand do not count towards a level.</source>
            <translation>Huwag isulat ang pangalan o phone number. Hindi kasama sa level ang coins na mano-manong ibinigay.</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Bawiin</translation>
        </message>
        <message>
            <source>Give</source>
            <translation>Ibigay</translation>
        </message>
    </context>
    <context>
        <name>DeskHistory</name>
        <message>
            <source>Earlier</source>
            <translation>Mas nauna</translation>
        </message>
    </context>
    <context>
        <name>DeskJoining</name>
        <message>
            <source>Same person twice? Scan the other card, or type phone or name</source>
            <translation>Iisang tao, dalawang beses naka-enrol? I-scan ang isa pang card, o i-type ang phone o pangalan</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>Pinagsama</translation>
        </message>
        <message>
            <source>Part again</source>
            <translation>Paghiwalayin</translation>
        </message>
        <message>
            <source>Join the two</source>
            <translation>Pagsamahin ang dalawa</translation>
        </message>
    </context>
    <context>
        <name>DeskOwnData</name>
        <message>
            <source>A member may have everything the shop knows about them as a file. It holds name, phone and purchases: give it to this member only.</source>
            <translation>Puwedeng humingi ang member ng file ng lahat ng alam ng tindahan tungkol sa kanya. May pangalan, phone at mga pinamili ito: sa member mismo lang ibigay.</translation>
        </message>
        <message>
            <source>Delete the file here once the member has it.</source>
            <translation>Burahin dito ang file kapag nakuha na ng member.</translation>
        </message>
        <message>
            <source>This will be gone:</source>
            <translation>Mawawala ang mga ito:</translation>
        </message>
        <message>
            <source>Erase …</source>
            <translation>Burahin …</translation>
        </message>
        <message>
            <source>Save the file</source>
            <translation>I-save ang file</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>Burahin nang tuluyan</translation>
        </message>
    </context>
    <context>
        <name>DeskPad</name>
        <message>
            <source>Delete the last one</source>
            <translation>Burahin ang huli</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>DeskPanel</name>
        <message>
            <source>Member desk</source>
            <translation>Member desk</translation>
        </message>
    </context>
    <context>
        <name>DeskPin</name>
        <message>
            <source>Remove the PIN</source>
            <translation>Tanggalin ang PIN</translation>
        </message>
    </context>
    <context>
        <name>DeskProfile</name>
        <message>
            <source>Name or nickname</source>
            <translation>Pangalan o palayaw</translation>
        </message>
        <message>
            <source>New phone number</source>
            <translation>Bagong phone number</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Alisin</translation>
        </message>
        <message>
            <source>Remove the phone number</source>
            <translation>Alisin ang phone number</translation>
        </message>
        <message>
            <source>Birthday: day month year</source>
            <translation>Kaarawan: araw buwan taon</translation>
        </message>
        <message>
            <source>Remove the birthday</source>
            <translation>Alisin ang kaarawan</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Wika</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>I-save</translation>
        </message>
    </context>
    <context>
        <name>DeskSignIn</name>
        <message>
            <source>Checking…</source>
            <translation>Tinitingnan…</translation>
        </message>
        <message>
            <source>Choose your name first</source>
            <translation>Piliin muna ang pangalan mo</translation>
        </message>
        <message>
            <source>PIN of %1</source>
            <translation>PIN ni %1</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Mag-sign in</translation>
        </message>
        <message>
            <source>Who hands over?</source>
            <translation>Sino ang mag-aabot?</translation>
        </message>
    </context>
    <context>
        <name>DeskVouchers</name>
        <message>
            <source>Cancel this voucher</source>
            <translation>Kanselahin ang voucher na ito</translation>
        </message>
    </context>
    <context>
        <name>EnrolPanel</name>
        <message>
            <source>New member</source>
            <translation>Bagong member</translation>
        </message>
        <message>
            <source>Phone (may be left out)</source>
            <translation>Phone (puwedeng wala)</translation>
        </message>
        <message>
            <source>Name or nickname</source>
            <translation>Pangalan o palayaw</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Wika</translation>
        </message>
        <message>
            <source>Birthday (may be left out)</source>
            <translation>Birthday (puwedeng wala)</translation>
        </message>
        <message>
            <source>day month year</source>
            <translation>araw buwan taon</translation>
        </message>
        <message>
            <source>Card %1</source>
            <translation>Card %1</translation>
        </message>
        <message>
            <source>The customer can take a picture of this code now.</source>
            <translation>Puwede nang kunan ng picture ng customer ang code na ito.</translation>
        </message>
        <message>
            <source>Go on with the bill</source>
            <translation>Ituloy ang resibo</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>Gawing member</translation>
        </message>
        <message>
            <source>Who sent them? Friend's number, card or phone (may be left out)</source>
            <translation>Sino ang nag-refer? Friend number, card o phone (puwedeng wala)</translation>
        </message>
    </context>
    <context>
        <name>EntryPad</name>
        <message>
            <source>Find member</source>
            <translation>Hanapin ang member</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>I-hold</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>Naka-hold</translation>
        </message>
    </context>
    <context>
        <name>FindPanel</name>
        <message>
            <source>Find or enrol a member</source>
            <translation>Hanapin o i-enrol ang member</translation>
        </message>
        <message>
            <source>Type the phone number first. A name or a card number works too.</source>
            <translation>I-type muna ang phone number. Puwede rin ang pangalan o card number.</translation>
        </message>
        <message>
            <source>Phone, name or card number</source>
            <translation>Phone number, pangalan o card number</translation>
        </message>
    </context>
    <context>
        <name>FriendScreen</name>
        <message>
            <source>QR code for your friend</source>
            <translation>QR code para sa kaibigan mo</translation>
        </message>
        <message>
            <source>Bring a friend</source>
            <translation>Magsama ng kaibigan</translation>
        </message>
        <message>
            <source>Your friend shows this code, or says this number, when joining.</source>
            <translation>Ipakita ng kaibigan mo ang code na ito, o sabihin ang numerong ito, pagsali niya.</translation>
        </message>
        <message>
            <source>You get</source>
            <translation>Para sa iyo</translation>
        </message>
        <message>
            <source>Your friend gets</source>
            <translation>Para sa kaibigan mo</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>Kunan ng litrato</translation>
        </message>
    </context>
    <context>
        <name>HeldPanel</name>
        <message>
            <source>Bills on hold</source>
            <translation>Mga naka-hold na resibo</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Burahin</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>Buksan ulit</translation>
        </message>
    </context>
    <context>
        <name>HelpScreen</name>
        <message>
            <source>Your question</source>
            <translation>Tanong mo</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Itanong</translation>
        </message>
        <message>
            <source>All questions</source>
            <translation>Lahat ng tanong</translation>
        </message>
    </context>
    <context>
        <name>HistoryEntry</name>
        <message>
            <source>%1 · tap to see why</source>
            <translation>%1 · pindutin para makita kung bakit</translation>
        </message>
    </context>
    <context>
        <name>HistoryScreen</name>
        <message>
            <source>What happened with your coins</source>
            <translation>Ang nangyari sa coins mo</translation>
        </message>
        <message>
            <source>Show earlier ones</source>
            <translation>Ipakita ang mas nauna</translation>
        </message>
    </context>
    <context>
        <name>LauncherMain</name>
        <message>
            <source>Sikka: the demo shop</source>
            <translation>Sikka: tindahang pang-demo</translation>
        </message>
        <message>
            <source>Sign in with a PIN. %1</source>
            <translation>Mag-sign in gamit ang PIN. %1</translation>
        </message>
        <message>
            <source>Closing this window closes all screens; nothing is lost.</source>
            <translation>Kapag isinara ang window na ito, magsasara ang lahat ng screen; walang mawawala.</translation>
        </message>
    </context>
    <context>
        <name>LetterPad</name>
        <message>
            <source>Space</source>
            <translation>Espasyo</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>Mga numero</translation>
        </message>
        <message>
            <source>Delete the last letter</source>
            <translation>Burahin ang huling letra</translation>
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
            <translation>I-scan ang card</translation>
        </message>
        <message>
            <source>or press F2 to find or enrol the customer.</source>
            <translation>o pindutin ang F2 para hanapin o i-enrol ang customer.</translation>
        </message>
        <message>
            <source>Last purchases</source>
            <translation>Mga huling pinamili</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Card</translation>
        </message>
        <message>
            <source>Remove member</source>
            <translation>Alisin ang member</translation>
        </message>
        <message>
            <source>Go on without this member</source>
            <translation>Ituloy nang wala ang member na ito</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>Desk</translation>
        </message>
        <message>
            <source>Member desk</source>
            <translation>Member desk</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Alisin</translation>
        </message>
    </context>
    <context>
        <name>MemberPinPanel</name>
        <message>
            <source>Waiting …</source>
            <translation>Naghihintay …</translation>
        </message>
    </context>
    <context>
        <name>MemberPurse</name>
        <message>
            <source>Coins</source>
            <translation>Coins</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>Halaga</translation>
        </message>
    </context>
    <context>
        <name>MomentFilled</name>
        <message>
            <source>Take it</source>
            <translation>Kunin na</translation>
        </message>
    </context>
    <context>
        <name>MomentFirst</name>
        <message>
            <source>Take your gift: %1</source>
            <translation>Kunin ang regalo mo: %1</translation>
        </message>
        <message>
            <source>It is yours: %1</source>
            <translation>Sa iyo na ito: %1</translation>
        </message>
    </context>
    <context>
        <name>MomentNote</name>
        <message>
            <source>Open the box</source>
            <translation>Buksan ang kahon</translation>
        </message>
        <message>
            <source>Something for you. Tap the box!</source>
            <translation>May para sa iyo. Pindutin ang kahon!</translation>
        </message>
    </context>
    <context>
        <name>MomentsScreen</name>
        <message>
            <source>Go on</source>
            <translation>Magpatuloy</translation>
        </message>
    </context>
    <context>
        <name>NumberPad</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Burahin ang huling numero</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Mga letra</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Back</source>
            <translation>Balik</translation>
        </message>
    </context>
    <context>
        <name>ProcessLine</name>
        <message>
            <source>Open</source>
            <translation>Buksan</translation>
        </message>
    </context>
    <context>
        <name>RaffleBuy</name>
        <message>
            <source>How many tickets?</source>
            <translation>Ilang tiket?</translation>
        </message>
        <message>
            <source>One fewer</source>
            <translation>Bawasan ng isa</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>Dagdagan ng isa</translation>
        </message>
        <message>
            <source>No, go back</source>
            <translation>Huwag, bumalik</translation>
        </message>
        <message>
            <source>Yes, buy them</source>
            <translation>Oo, bilhin</translation>
        </message>
    </context>
    <context>
        <name>RafflePrizes</name>
        <message>
            <source>Who won</source>
            <translation>Mga nanalo</translation>
        </message>
        <message>
            <source>You can win</source>
            <translation>Puwede mong mapanalunan</translation>
        </message>
        <message>
            <source>You won: %1</source>
            <translation>Nanalo ka ng: %1</translation>
        </message>
        <message>
            <source>Ticket %1. Show your card at the counter.</source>
            <translation>Tiket %1. Ipakita ang card mo sa counter.</translation>
        </message>
        <message>
            <source>How you can check it</source>
            <translation>Paano mo ito masusuri</translation>
        </message>
    </context>
    <context>
        <name>RaffleScreen</name>
        <message>
            <source>To the draw</source>
            <translation>Sa raffle</translation>
        </message>
    </context>
    <context>
        <name>RaffleShown</name>
        <message>
            <source>Buy tickets</source>
            <translation>Bumili ng tiket</translation>
        </message>
    </context>
    <context>
        <name>RaffleTickets</name>
        <message>
            <source>%1 won!</source>
            <translation>Panalo ang %1!</translation>
        </message>
        <message>
            <source>Permit: %1</source>
            <translation>Permit: %1</translation>
        </message>
    </context>
    <context>
        <name>ReturnPanel</name>
        <message>
            <source>Less</source>
            <translation>Bawas</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Dagdag</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Number on the bill</source>
            <translation>Number sa resibo</translation>
        </message>
        <message>
            <source>Amount that comes back</source>
            <translation>Halaga ng ibinabalik</translation>
        </message>
        <message>
            <source>Hand back</source>
            <translation>Isauli sa customer</translation>
        </message>
        <message>
            <source>Number of the return, from the till</source>
            <translation>Return number, galing sa kaha</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Lahat</translation>
        </message>
        <message>
            <source>Record return</source>
            <translation>I-record</translation>
        </message>
        <message>
            <source>Find the bill</source>
            <translation>Hanapin ang resibo</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>Palitan</translation>
        </message>
    </context>
    <context>
        <name>ReviewBadge</name>
        <message>
            <source>Review: %1</source>
            <translation>Suriin: %1</translation>
        </message>
    </context>
    <context>
        <name>ReviewPanel</name>
        <message>
            <source>To review</source>
            <translation>Mga susuriin</translation>
        </message>
        <message>
            <source>Approve (F12)</source>
            <translation>Aprubahan (F12)</translation>
        </message>
        <message>
            <source>Reject (F7)</source>
            <translation>Tanggihan (F7)</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Tanggihan</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprubahan</translation>
        </message>
    </context>
    <context>
        <name>RewardAimed</name>
        <message>
            <source>This is your goal now</source>
            <translation>Ito na ang goal mo</translation>
        </message>
        <message>
            <source>More rewards</source>
            <translation>Iba pang reward</translation>
        </message>
        <message>
            <source>To my coins</source>
            <translation>Sa coins ko</translation>
        </message>
    </context>
    <context>
        <name>RewardCard</name>
        <message>
            <source>%1 coins</source>
            <translation>%1 coins</translation>
        </message>
        <message>
            <source>my goal</source>
            <translation>goal ko</translation>
        </message>
        <message>
            <source>My goal</source>
            <translation>Goal ko</translation>
        </message>
    </context>
    <context>
        <name>RewardConfirm</name>
        <message>
            <source>No, go back</source>
            <translation>Huwag, bumalik</translation>
        </message>
        <message>
            <source>Yes, take it</source>
            <translation>Oo, kunin</translation>
        </message>
    </context>
    <context>
        <name>RewardDetail</name>
        <message>
            <source>%1 coins</source>
            <translation>%1 coins</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Kunin ito</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
        <message>
            <source>No longer my goal</source>
            <translation>Huwag na itong goal ko</translation>
        </message>
        <message>
            <source>Make it my goal</source>
            <translation>Gawing goal ko</translation>
        </message>
    </context>
    <context>
        <name>RewardDone</name>
        <message>
            <source>You had %1 coins, now you have %2.</source>
            <translation>%1 coins ang dati, %2 na lang ngayon.</translation>
        </message>
        <message>
            <source>More rewards</source>
            <translation>Iba pang reward</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>Kunan ng litrato</translation>
        </message>
        <message>
            <source>To my coins</source>
            <translation>Sa coins ko</translation>
        </message>
    </context>
    <context>
        <name>RewardList</name>
        <message>
            <source>Choose a reward</source>
            <translation>Pumili ng reward</translation>
        </message>
        <message>
            <source>You have %1 coins</source>
            <translation>May %1 coins ka</translation>
        </message>
        <message>
            <source>You can have these now</source>
            <translation>Kaya mo na ang mga ito</translation>
        </message>
        <message>
            <source>Almost there</source>
            <translation>Malapit na</translation>
        </message>
        <message>
            <source>For later</source>
            <translation>Para sa susunod</translation>
        </message>
    </context>
    <context>
        <name>RewardsScreen</name>
        <message>
            <source>See the others</source>
            <translation>Tingnan ang iba</translation>
        </message>
    </context>
    <context>
        <name>SalesPanel</name>
        <message>
            <source>Today's sales</source>
            <translation>Benta ngayong araw</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>I-void</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>I-print</translation>
        </message>
    </context>
    <context>
        <name>ScanTarget</name>
        <message>
            <source>Digits only</source>
            <translation>Numero lang</translation>
        </message>
        <message>
            <source>Hide keys</source>
            <translation>Itago ang keys</translation>
        </message>
        <message>
            <source>Letters too</source>
            <translation>May letra</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Tingnan</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Sandali lang…</translation>
        </message>
        <message>
            <source>Scan a voucher or a card</source>
            <translation>I-scan ang voucher o card</translation>
        </message>
        <message>
            <source>Show keys</source>
            <translation>Ipakita ang keys</translation>
        </message>
        <message>
            <source>or type a number from a ticket or voucher, or a phone number</source>
            <translation>o i-type ang numero ng ticket, voucher o telepono</translation>
        </message>
    </context>
    <context>
        <name>SetupPanel</name>
        <message>
            <source>Setup checks</source>
            <translation>Pagsusuri ng setup</translation>
        </message>
        <message>
            <source>A QR code to scan</source>
            <translation>QR code na isa-scan</translation>
        </message>
        <message>
            <source>A bar code to scan</source>
            <translation>Bar code na isa-scan</translation>
        </message>
        <message>
            <source>The number on the customer's side</source>
            <translation>Ang numero sa panig ng customer</translation>
        </message>
        <message>
            <source>Test slip</source>
            <translation>Pansubok</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numero</translation>
        </message>
        <message>
            <source>Save file</source>
            <translation>I-save</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>Suriin muli</translation>
        </message>
    </context>
    <context>
        <name>SignInScreen</name>
        <message>
            <source>Who is at the till?</source>
            <translation>Sino ang nasa kaha?</translation>
        </message>
        <message>
            <source>PIN of %1</source>
            <translation>PIN ni %1</translation>
        </message>
        <message>
            <source>Choose your name first</source>
            <translation>Piliin muna ang pangalan mo</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Tinitingnan…</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Mag-sign in</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Less of %1</source>
            <translation>Bawasan ang %1</translation>
        </message>
        <message>
            <source>More of %1</source>
            <translation>Dagdagan ang %1</translation>
        </message>
    </context>
    <context>
        <name>SurveyChoice</name>
        <message>
            <source>%1 of 5 stars</source>
            <translation>%1 sa 5 star</translation>
        </message>
        <message>
            <source>right</source>
            <translation>tama</translation>
        </message>
        <message>
            <source>your answer</source>
            <translation>sagot mo</translation>
        </message>
    </context>
    <context>
        <name>SurveyDone</name>
        <message>
            <source>%1 (your answer)</source>
            <translation>%1 (sagot mo)</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>Isa pa</translation>
        </message>
        <message>
            <source>To my coins</source>
            <translation>Sa coins ko</translation>
        </message>
    </context>
    <context>
        <name>SurveyList</name>
        <message>
            <source>Tell us, and get coins</source>
            <translation>Sabihin sa amin, at may coins ka</translation>
        </message>
        <message>
            <source>Go on where you were</source>
            <translation>Ituloy kung saan huminto</translation>
        </message>
    </context>
    <context>
        <name>SurveyQuestion</name>
        <message>
            <source>Tap here and write</source>
            <translation>Pindutin dito at sumulat</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Mamaya na</translation>
        </message>
        <message>
            <source>Leave this one out</source>
            <translation>Laktawan ito</translation>
        </message>
    </context>
    <context>
        <name>TicketPaper</name>
        <message>
            <source>QR code of your voucher</source>
            <translation>QR code ng voucher mo</translation>
        </message>
    </context>
    <context>
        <name>TodayFigures</name>
        <message>
            <source>Most: %1</source>
            <translation>Pinakamalakas: %1</translation>
        </message>
    </context>
    <context>
        <name>TodayPanel</name>
        <message>
            <source>Bills</source>
            <translation>Mga resibo</translation>
        </message>
        <message>
            <source>Closed days</source>
            <translation>Mga closing</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>Mag-closing</translation>
        </message>
        <message>
            <source>Save as CSV</source>
            <translation>I-save bilang CSV</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Ipakita</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>I-print ulit</translation>
        </message>
    </context>
    <context>
        <name>ToldCard</name>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Lock</source>
            <translation>I-lock</translation>
        </message>
    </context>
    <context>
        <name>TrainingStrip</name>
        <message>
            <source>New here? Practise in a shop of its own: nothing there counts.</source>
            <translation>Bago ka ba rito? Magsanay sa hiwalay na tindahan: hindi totoo ang mga benta roon.</translation>
        </message>
        <message>
            <source>Start practice over</source>
            <translation>Simulan muli ang pagsasanay</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>Magsanay</translation>
        </message>
    </context>
    <context>
        <name>VoucherLine</name>
        <message>
            <source>number %1</source>
            <translation>numero %1</translation>
        </message>
    </context>
    <context>
        <name>VoucherList</name>
        <message>
            <source>My vouchers</source>
            <translation>Mga voucher ko</translation>
        </message>
        <message>
            <source>Over in the last two months</source>
            <translation>Tapos na nitong huling dalawang buwan</translation>
        </message>
    </context>
    <context>
        <name>VoucherShown</name>
        <message>
            <source>Your number</source>
            <translation>Numero mo</translation>
        </message>
        <message>
            <source>Handed over. Enjoy it!</source>
            <translation>Naiabot na. I-enjoy mo!</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
        <message>
            <source>Give it back for coins</source>
            <translation>Ibalik, coins na lang</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>Kunan ng litrato</translation>
        </message>
    </context>
    <context>
        <name>VouchersScreen</name>
        <message>
            <source>Give this voucher back?</source>
            <translation>Ibabalik ba ang voucher na ito?</translation>
        </message>
        <message>
            <source>No, keep it</source>
            <translation>Huwag, akin na ito</translation>
        </message>
        <message>
            <source>Yes, coins back</source>
            <translation>Oo, ibalik ang coins</translation>
        </message>
        <message>
            <source>My vouchers</source>
            <translation>Mga voucher ko</translation>
        </message>
    </context>
    <context>
        <name>WhyPanel</name>
        <message>
            <source>Record sale</source>
            <translation>I-record ang benta</translation>
        </message>
    </context>
    <context>
        <name>approval</name>
        <message>
            <source>{name} may not approve this. A supervisor or the owner can.</source>
            <translation>Hindi ito puwedeng payagan ni {name}. Supervisor o may-ari lang ang puwede.</translation>
        </message>
    </context>
    <context>
        <name>badges</name>
        <message>
            <source>There are no badges to win just now.</source>
            <translation>Wala pang badge na mapapanalunan ngayon.</translation>
        </message>
        <message>
            <source>My badges · {won} of {all}</source>
            <translation>Mga badge ko · {won} sa {all}</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>hindi pa</translation>
        </message>
        <message>
            <source>won</source>
            <translation>nakuha na</translation>
        </message>
        <message>
            <source>level {level} of {levels}</source>
            <translation>antas {level} sa {levels}</translation>
        </message>
        <message>
            <source>First: {title}</source>
            <translation>Unahin: {title}</translation>
        </message>
        <message>
            <source>All levels done!</source>
            <translation>Tapos na ang lahat ng antas!</translation>
        </message>
    </context>
    <context>
        <name>baskets</name>
        <message numerus="yes">
            <source>{count} bill(s) from the till</source>
            <translation>
                <numerusform>{count} resibo mula sa kaha</numerusform>
                <numerusform>{count} resibo mula sa kaha</numerusform>
            </translation>
        </message>
        <message>
            <source>The till cannot send its bills. Call your supervisor.</source>
            <translation>Hindi makapagpadala ng resibo ang kaha. Tawagin ang supervisor.</translation>
        </message>
        <message>
            <source>No bill from the till waits.</source>
            <translation>Walang resibong naghihintay mula sa kaha.</translation>
        </message>
        <message>
            <source>I have seen it</source>
            <translation>Nakita ko na</translation>
        </message>
        <message>
            <source>Take this bill</source>
            <translation>Kunin ang resibong ito</translation>
        </message>
        <message>
            <source>cancelled at the till</source>
            <translation>kinansela sa kaha</translation>
        </message>
        <message>
            <source>changed at the till</source>
            <translation>binago sa kaha</translation>
        </message>
        <message>
            <source>card or phone not known here</source>
            <translation>hindi kilala dito ang card o phone</translation>
        </message>
        <message>
            <source>paid at the till</source>
            <translation>bayad na sa kaha</translation>
        </message>
        <message>
            <source>The till's customer is not a member here. Scan the card, or press F2.</source>
            <translation>Hindi member rito ang customer sa kaha. I-scan ang card, o pindutin ang F2.</translation>
        </message>
        <message>
            <source>The till changed this bill. It is now {total}.</source>
            <translation>Binago ng kaha ang resibong ito. {total} na ngayon.</translation>
        </message>
        <message>
            <source>The till changed this bill, and so did you. Yours stays; ⇧F9 has the till's.</source>
            <translation>Binago ng kaha ang resibong ito, at binago mo rin. Sa iyo ang nananatili; nasa ⇧F9 ang sa kaha.</translation>
        </message>
        <message>
            <source>The till cancelled this bill. Remove its items, or go on if that is wrong.</source>
            <translation>Kinansela ng kaha ang resibong ito. Alisin ang mga item, o ituloy kung mali iyon.</translation>
        </message>
        <message>
            <source>The till cancelled bill {number}, which is recorded here.</source>
            <translation>Kinansela ng kaha ang resibong {number}, na na-record dito.</translation>
        </message>
        <message>
            <source>It stays until you void it under Today (F10).</source>
            <translation>Mananatili ito hangga’t hindi ito nava-void sa mga resibo ng Kuwenta (F10).</translation>
        </message>
        <message>
            <source>This bill of the till does not wait any more.</source>
            <translation>Hindi na naghihintay ang resibong ito ng kaha.</translation>
        </message>
        <message>
            <source>For the till, this bill is {name}'s. If it is, scan the card; else go on.</source>
            <translation>Para sa kaha, kay {name} ang resibong ito. Kung sa kanya nga, i-scan ang card niya; kung hindi, magpatuloy.</translation>
        </message>
        <message>
            <source>This counter may not use the till's folder {where}. Call your supervisor: it must be able to read and write there.</source>
            <translation>Hindi pinapayagan ang counter na ito sa folder ng kaha na {where}. Tawagin ang supervisor: dapat makabasa at makasulat ito roon.</translation>
        </message>
        <message>
            <source>The disk with the till's folder {where} is full. Free some space.</source>
            <translation>Puno na ang disk ng folder ng kaha na {where}. Magbakante ng kaunting espasyo.</translation>
        </message>
        <message>
            <source>The till's folder {where} cannot be reached. Check the network and the cables, or call your supervisor.</source>
            <translation>Hindi maabot ang folder ng kaha na {where}. Tingnan ang network at mga kable, o tawagin ang supervisor.</translation>
        </message>
        <message>
            <source>A file in the till's folder {where} could not be taken. It is tried again; call your supervisor if this stays.</source>
            <translation>May file sa folder ng kaha na {where} na hindi nakuha. Sinusubukan ulit; kung hindi ito nawawala, tawagin ang supervisor.</translation>
        </message>
        <message>
            <source>Another program on this computer uses number {where}, at which the till sends its bills. Close that program, then close the counter and open it again.</source>
            <translation>Ginagamit ng ibang program sa computer na ito ang numero {where} na pinagpapadalhan ng kaha ng mga resibo. Isara ang program na iyon, saka isara at buksan ulit ang counter.</translation>
        </message>
        <message>
            <source>The till's password cannot be kept in {where}. Free some space and let this counter write there, then close the counter and open it again.</source>
            <translation>Hindi maitago ang password ng kaha sa {where}. Magbakante ng espasyo at payagan ang counter na magsulat doon, saka isara at buksan ulit ang counter.</translation>
        </message>
    </context>
    <context>
        <name>bill</name>
        <message>
            <source>Type a whole number, like 2.</source>
            <translation>I-type ang buong numero, gaya ng 2.</translation>
        </message>
        <message>
            <source>Why {coins}?</source>
            <translation>Bakit {coins}?</translation>
        </message>
        <message>
            <source>Amount of the bill</source>
            <translation>Halaga ng resibo</translation>
        </message>
        <message>
            <source>Item: scan, name or code</source>
            <translation>Item: scan, name o code</translation>
        </message>
        <message>
            <source>Quantity: {name}</source>
            <translation>Dami: {name}</translation>
        </message>
        <message>
            <source>Discount on the bill</source>
            <translation>Discount sa resibo</translation>
        </message>
        <message>
            <source>Discount: {name}</source>
            <translation>Discount: {name}</translation>
        </message>
        <message>
            <source>Scan or type</source>
            <translation>I-scan o i-type</translation>
        </message>
        <message>
            <source>This is not an amount. Type digits, like 1264.50.</source>
            <translation>Hindi ito halaga. Mag-type ng numero, gaya ng 1264.50.</translation>
        </message>
        <message>
            <source>Type a quantity above 0, like 2 or 1.250.</source>
            <translation>Mag-type ng dami na higit sa 0, gaya ng 2 o 1.250.</translation>
        </message>
        <message>
            <source>Type an amount that is not more than the price.</source>
            <translation>Mag-type ng halagang hindi lalampas sa presyo.</translation>
        </message>
        <message>
            <source>Type the amount of the bill. To enter items, scan one.</source>
            <translation>I-type ang halaga ng resibo. Para sa items, mag-scan ng isa.</translation>
        </message>
        <message>
            <source>Scan an item, or type a name or a code.</source>
            <translation>Mag-scan ng item, o i-type ang pangalan o code.</translation>
        </message>
        <message>
            <source>No item is called “{text}”. Try fewer letters, or enter the amount (F3).</source>
            <translation>Walang item na “{text}”. Subukan ang mas kaunting letra, o ilagay ang halaga (F3).</translation>
        </message>
        <message>
            <source>No member, no coins</source>
            <translation>Walang member, walang coins</translation>
        </message>
        <message>
            <source>Earns no coins</source>
            <translation>Walang coins na makukuha</translation>
        </message>
        <message numerus="yes">
            <source>Earns {coins} coin(s)</source>
            <translation>
                <numerusform>Makukuhang coins: {coins}</numerusform>
                <numerusform>Makukuhang coins: {coins}</numerusform>
            </translation>
        </message>
        <message>
            <source>Scan a card or press F2 to give coins.</source>
            <translation>I-scan ang card o pindutin ang F2 para magbigay ng coins.</translation>
        </message>
        <message numerus="yes">
            <source>{money} more earns {coins} more coin(s)</source>
            <translation>
                <numerusform>{money} pa para sa {coins} pang coin</numerusform>
                <numerusform>{money} pa para sa {coins} pang coins</numerusform>
            </translation>
        </message>
        <message>
            <source>Take {off} off on the till. Collect {collect}.</source>
            <translation>Ibawas ang {off} sa kaha. Singilin ng {collect}.</translation>
        </message>
        <message>
            <source>Take {off} off on the till. Nothing to collect.</source>
            <translation>Ibawas ang {off} sa kaha. Wala nang sisingilin.</translation>
        </message>
        <message numerus="yes">
            <source>Say: “{coins} coin(s) for you today.”</source>
            <translation>
                <numerusform>Sabihin: “May dagdag po kayong {coins} coin ngayon.”</numerusform>
                <numerusform>Sabihin: “May dagdag po kayong {coins} coins ngayon.”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Say: “{name}, {coins} coin(s) for you today.”</source>
            <translation>
                <numerusform>Sabihin: “{name}, may dagdag po kayong {coins} coin ngayon.”</numerusform>
                <numerusform>Sabihin: “{name}, may dagdag po kayong {coins} coins ngayon.”</numerusform>
            </translation>
        </message>
        <message>
            <source>{money} off</source>
            <translation>{money} ang bawas</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) for every full {per}, counted on {base}</source>
            <translation>
                <numerusform>{coins} coin sa bawat buong {per}, mula sa {base}</numerusform>
                <numerusform>{coins} coins sa bawat buong {per}, mula sa {base}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) × {factor}</source>
            <translation>
                <numerusform>{coins} coin × {factor}</numerusform>
                <numerusform>{coins} coins × {factor}</numerusform>
            </translation>
        </message>
        <message>
            <source>once on this bill</source>
            <translation>isang beses sa resibong ito</translation>
        </message>
        <message>
            <source>would be {wanted}, but the limit is reached</source>
            <translation>{wanted} sana, pero abot na ang limit</translation>
        </message>
        <message>
            <source>{tier} price</source>
            <translation>Presyong {tier}</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>Discount</translation>
        </message>
        <message>
            <source>Store credit</source>
            <translation>Store credit</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>Paninda</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>Voucher</translation>
        </message>
        <message>
            <source>A gift comes with it: {gift}</source>
            <translation>May kasamang regalo: {gift}</translation>
        </message>
        <message>
            <source>{money} more brings a gift: {gift}</source>
            <translation>{money} pa, may regalo na: {gift}</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} coin</numerusform>
                <numerusform>{coins} coins</numerusform>
            </translation>
        </message>
        <message>
            <source>comes off the bill</source>
            <translation>bawas sa resibo</translation>
        </message>
        <message>
            <source>Cashback</source>
            <translation>Cashback</translation>
        </message>
        <message>
            <source>comes back as store credit</source>
            <translation>babalik bilang store credit</translation>
        </message>
        <message>
            <source>comes with this bill</source>
            <translation>kasama sa resibong ito</translation>
        </message>
        <message>
            <source>done with this bill</source>
            <translation>tapos na sa resibong ito</translation>
        </message>
        <message>
            <source>Exchange: collect {money}.</source>
            <translation>Palit: singilin ng {money}.</translation>
        </message>
        <message>
            <source>Exchange: hand back {money}.</source>
            <translation>Palit: isauli ang {money}.</translation>
        </message>
        <message>
            <source>Exchange: nothing to pay.</source>
            <translation>Palit: walang babayaran.</translation>
        </message>
        <message>
            <source>{money} comes back from bill {number}. Enter the new goods.</source>
            <translation>{money} ang balik mula sa resibo {number}. Ilagay ang bagong bilihin.</translation>
        </message>
        <message>
            <source>Paid at the till.</source>
            <translation>Bayad na sa kaha.</translation>
        </message>
        <message>
            <source>Paid at the till. Hand back {money}.</source>
            <translation>Bayad na sa kaha. Isauli ang {money}.</translation>
        </message>
        <message>
            <source>Paid at the till. Collect {money} more.</source>
            <translation>Bayad na sa kaha. Singilin pa ng {money}.</translation>
        </message>
    </context>
    <context>
        <name>board</name>
        <message>
            <source>There is no list just now.</source>
            <translation>Wala pang listahan ngayon.</translation>
        </message>
        <message>
            <source>Counts until {day}</source>
            <translation>Bilang hanggang {day}</translation>
        </message>
        <message>
            <source>Nobody sees who you are. Here you are called “{name}”.</source>
            <translation>Walang nakakakita kung sino ka. “{name}” ang tawag sa iyo rito.</translation>
        </message>
        <message>
            <source>Too few take part so far. The list shows once there are {count}.</source>
            <translation>Kaunti pa ang kasali. Lalabas ang listahan kapag {count} na.</translation>
        </message>
        <message>
            <source>You, as {name}</source>
            <translation>Ikaw, si {name}</translation>
        </message>
        <message numerus="yes">
            <source>{count} visit(s)</source>
            <translation>
                <numerusform>{count} beses dumating</numerusform>
                <numerusform>{count} beses dumating</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} point(s)</source>
            <translation>
                <numerusform>{count} puntos</numerusform>
                <numerusform>{count} puntos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>calls</name>
        <message>
            <source>I am going</source>
            <translation>Pupunta ako</translation>
        </message>
        <message>
            <source>Somebody at kiosk {till} needs help (since {hour}).</source>
            <translation>May nangangailangan ng tulong sa kiosk {till} (mula {hour}).</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Go there, and call your supervisor.</source>
            <translation>Puno na ang disk ng computer na ito. Puntahan sila at tawagin ang supervisor.</translation>
        </message>
    </context>
    <context>
        <name>cards</name>
        <message>
            <source>Add the coins and cards of {other} to {name}?</source>
            <translation>Ilipat kay {name} ang coins at card ni {other}?</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>naka-block</translation>
        </message>
        <message>
            <source>works</source>
            <translation>aktibo</translation>
        </message>
        <message>
            <source>The new card is {number}. The old one is blocked.</source>
            <translation>Ang bagong card ay {number}. Naka-block na ang luma.</translation>
        </message>
        <message>
            <source>The card is blocked. The coins are safe.</source>
            <translation>Naka-block na ang card. Ligtas ang coins.</translation>
        </message>
        <message>
            <source>The card is ready to print: {file}</source>
            <translation>Handa nang i-print ang card: {file}</translation>
        </message>
        <message>
            <source>The card could not be saved for printing. Show it on the screen (F9).</source>
            <translation>Hindi na-save ang card para i-print. Ipakita ito sa screen (F9).</translation>
        </message>
        <message>
            <source>Done: one member with all coins and cards.</source>
            <translation>Tapos na: nasa iisang member na ang lahat ng coins at card.</translation>
        </message>
    </context>
    <context>
        <name>codes</name>
        <message>
            <source>“{text}” is no code of this shop. Check it, letter by letter.</source>
            <translation>Walang code na “{text}” ang tindahang ito. Tingnan ulit ang bawat letra.</translation>
        </message>
        <message>
            <source>The voucher could not be read. Scan it again, or type its number.</source>
            <translation>Hindi nabasa ang voucher. I-scan ulit, o i-type ang numero.</translation>
        </message>
        <message>
            <source>No voucher has the number {number}. Check the number.</source>
            <translation>Walang voucher na may numerong {number}. Tingnan ulit ang numero.</translation>
        </message>
        <message>
            <source>This voucher is from another shop. It does not work here.</source>
            <translation>Sa ibang tindahan ang voucher na ito. Hindi ito magagamit dito.</translation>
        </message>
        <message>
            <source>Number {ticket} was given twice. Scan the voucher itself.</source>
            <translation>Dalawa ang nabigyan ng numerong {ticket}. I-scan ang mismong voucher.</translation>
        </message>
        <message>
            <source>This code is for topping up store credit: press ⇧F5, then type it there.</source>
            <translation>Pang-top up ng store credit ang code na ito: pindutin ang ⇧F5, doon i-type.</translation>
        </message>
        <message>
            <source>This voucher takes money off a bill. Enter the bill first.</source>
            <translation>Bawas sa resibo ang voucher na ito. Ilagay muna ang resibo.</translation>
        </message>
        <message>
            <source>This voucher belongs to another member.</source>
            <translation>Sa ibang member ang voucher na ito.</translation>
        </message>
        <message>
            <source>This voucher belongs to {name}. Scan that member's card to use it.</source>
            <translation>Kay {name} ang voucher na ito. I-scan ang card niya para magamit.</translation>
        </message>
        <message>
            <source>Scan the voucher, or the member's card to see theirs.</source>
            <translation>I-scan ang voucher, o ang card ng member para makita ang sa kanya.</translation>
        </message>
        <message>
            <source>This member has no voucher to use today.</source>
            <translation>Walang voucher na magagamit ngayon ang member na ito.</translation>
        </message>
        <message>
            <source>Use this code</source>
            <translation>Gamitin ang code</translation>
        </message>
        <message>
            <source>Take it off the bill again</source>
            <translation>Alisin ulit sa resibo</translation>
        </message>
        <message>
            <source>Use on the bill</source>
            <translation>Gamitin sa resibo</translation>
        </message>
        <message>
            <source>Hand over: {thing}</source>
            <translation>Iabot: {thing}</translation>
        </message>
        <message>
            <source>on this bill</source>
            <translation>nasa resibo na</translation>
        </message>
        <message>
            <source>{thing} is on the bill.</source>
            <translation>Nasa resibo na ang {thing}.</translation>
        </message>
        <message>
            <source>{thing} is on the bill: {amount}</source>
            <translation>Nasa resibo na ang {thing}: {amount}</translation>
        </message>
        <message>
            <source>Handed over: {thing}.</source>
            <translation>Naiabot na: {thing}.</translation>
        </message>
    </context>
    <context>
        <name>coins</name>
        <message numerus="yes">
            <source>{coins} coin(s), worth {money}</source>
            <translation>
                <numerusform>{coins} coin, katumbas ng {money}</numerusform>
                <numerusform>{coins} coins, katumbas ng {money}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Use {coins} coin(s)</source>
            <translation>
                <numerusform>Gumamit ng {coins} coin</numerusform>
                <numerusform>Gumamit ng {coins} coins</numerusform>
            </translation>
        </message>
        <message>
            <source>Coins cannot be used on this bill yet.</source>
            <translation>Hindi pa magagamit ang coins sa resibong ito.</translation>
        </message>
        <message>
            <source>On this bill: {least} to {most}</source>
            <translation>Sa resibong ito: {least} hanggang {most}</translation>
        </message>
        <message>
            <source>, in steps of {step}</source>
            <translation>, tig-{step}</translation>
        </message>
        <message>
            <source>Type a number of coins.</source>
            <translation>I-type kung ilang coins.</translation>
        </message>
    </context>
    <context>
        <name>conflicts</name>
        <message>
            <source>The voucher on bill {bill} had been used at another counter before.</source>
            <translation>Nagamit na sa ibang counter ang voucher sa resibo {bill}.</translation>
        </message>
        <message>
            <source>This voucher had been used at another counter before.</source>
            <translation>Nagamit na sa ibang counter ang voucher na ito.</translation>
        </message>
        <message>
            <source>Another counter had taken the last one of: {thing}</source>
            <translation>Nakuha na sa ibang counter ang huli: {thing}</translation>
        </message>
        <message>
            <source>The member had answered this survey before: {thing}</source>
            <translation>Nasagutan na ng member ang survey na ito: {thing}</translation>
        </message>
        <message>
            <source>The member had been given this gift before: {thing}</source>
            <translation>Naibigay na sa member ang regalong ito: {thing}</translation>
        </message>
        <message>
            <source>The member had rated this product before.</source>
            <translation>Na-rate na ng member ang produktong ito.</translation>
        </message>
        <message>
            <source>The member had been given this bonus before.</source>
            <translation>Naibigay na sa member ang bonus na ito.</translation>
        </message>
        <message>
            <source>The code on bill {bill} had been used before: {thing}</source>
            <translation>Nagamit na ang code sa resibo {bill}: {thing}</translation>
        </message>
        <message>
            <source>Bill {bill} was recorded twice.</source>
            <translation>Dalawang beses naitala ang resibo {bill}.</translation>
        </message>
        <message>
            <source>Return {bill} was recorded twice.</source>
            <translation>Dalawang beses naitala ang return {bill}.</translation>
        </message>
        <message>
            <source>This had been done at another counter before.</source>
            <translation>Nagawa na ito sa ibang counter.</translation>
        </message>
        <message>
            <source>On bill {bill} more was used than the member had left.</source>
            <translation>Sa resibo {bill}, mas malaki ang nagamit kaysa natitira sa member.</translation>
        </message>
        <message>
            <source>More was used than the member had left.</source>
            <translation>Mas malaki ang nagamit kaysa natitira sa member.</translation>
        </message>
        <message>
            <source>The member had asked to be forgotten before.</source>
            <translation>Ipinabura na ng member ang account niya.</translation>
        </message>
        <message>
            <source>This was recorded after the owner had taken the counter out of use.</source>
            <translation>Naitala ito nang isinara na ng may-ari ang counter.</translation>
        </message>
        <message>
            <source>This cannot be counted before an update.</source>
            <translation>Hindi pa ito mabibilang hangga't walang update.</translation>
        </message>
        <message>
            <source>This could not be counted: it contradicts the accounts.</source>
            <translation>Hindi ito nabilang: hindi tugma sa account.</translation>
        </message>
        <message>
            <source>The clock of this computer was wrong.</source>
            <translation>Mali ang oras ng computer na ito.</translation>
        </message>
        <message>
            <source>It counts where it was done first. Nothing else changes.</source>
            <translation>Bilang ito kung saan unang nagawa. Wala nang ibang magbabago.</translation>
        </message>
        <message>
            <source>The coins went back to the member. If it was not handed over yet, keep it.</source>
            <translation>Ibinalik ang coins sa member. Kung hindi pa naibibigay, huwag nang ibigay.</translation>
        </message>
        <message>
            <source>It is paid once for each member: the first time.</source>
            <translation>Isang beses lang ito sa bawat member: sa una.</translation>
        </message>
        <message>
            <source>A number counts once. What was paid with coins stays paid. Check both receipts.</source>
            <translation>Isang beses lang bilang ang isang number. Bayad na ang ibinayad na coins. Tingnan ang dalawang resibo.</translation>
        </message>
        <message>
            <source>What was paid stays paid. The member's next coins make up for it; until then the shop bears it.</source>
            <translation>Bayad na ang ibinayad. Babawiin ito sa susunod na coins ng member; sagot muna ng tindahan.</translation>
        </message>
        <message>
            <source>Nothing more is kept for this person. The sale itself stays.</source>
            <translation>Wala nang itatago para sa taong ito. Mananatili ang benta.</translation>
        </message>
        <message>
            <source>It is kept and not lost. Tell the owner that it waits.</source>
            <translation>Nakatago ito at hindi nawala. Sabihin sa may-ari.</translation>
        </message>
        <message>
            <source>It is kept, but does not count. Ask the owner.</source>
            <translation>Nakatago ito pero hindi bilang. Tanungin ang may-ari.</translation>
        </message>
        <message>
            <source>The bills count on the day the clock showed, in the order in which they were sent. Set the clock right.</source>
            <translation>Bilang ang mga resibo sa araw na ipinakita ng orasan, ayon sa pagkakasunod ng pagpapadala. Itama ang oras.</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) missing</source>
            <translation>
                <numerusform>Kulang na coins: {coins}</numerusform>
                <numerusform>Kulang na coins: {coins}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) fewer than was said</source>
            <translation>
                <numerusform>Coins na kulang sa sinabi: {coins}</numerusform>
                <numerusform>Coins na kulang sa sinabi: {coins}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) more than was said</source>
            <translation>
                <numerusform>Coins na sobra sa sinabi: {coins}</numerusform>
                <numerusform>Coins na sobra sa sinabi: {coins}</numerusform>
            </translation>
        </message>
        <message>
            <source>The shop bears {money}</source>
            <translation>Sagot ng tindahan: {money}</translation>
        </message>
        <message>
            <source>{money} less store credit than was said</source>
            <translation>Store credit na kulang sa sinabi: {money}</translation>
        </message>
        <message>
            <source>{money} more store credit than was said</source>
            <translation>Store credit na sobra sa sinabi: {money}</translation>
        </message>
        <message>
            <source>No change in coins or money</source>
            <translation>Walang nagbago sa coins o pera</translation>
        </message>
        <message>
            <source>this counter</source>
            <translation>counter na ito</translation>
        </message>
        <message>
            <source>counter {till}</source>
            <translation>counter {till}</translation>
        </message>
        <message>
            <source>First: {where} ({when})</source>
            <translation>Nauna: {where} ({when})</translation>
        </message>
        <message>
            <source>First: {staff}, {where} ({when})</source>
            <translation>Nauna: {staff}, {where} ({when})</translation>
        </message>
        <message>
            <source>Everything came out as this counter said.</source>
            <translation>Tugma ang lahat sa sinabi sa counter na ito.</translation>
        </message>
        <message numerus="yes">
            <source>{count} not looked at yet</source>
            <translation>
                <numerusform>{count} hindi pa natitingnan</numerusform>
                <numerusform>{count} hindi pa natitingnan</numerusform>
            </translation>
        </message>
        <message>
            <source>new</source>
            <translation>bago</translation>
        </message>
        <message>
            <source>Another counter had given this card to somebody else before.</source>
            <translation>Naibigay na sa iba ng ibang counter ang card na ito.</translation>
        </message>
        <message>
            <source>The card stays with whoever had it first. Give this member a new card when they come (F11).</source>
            <translation>Mananatili ang card sa naunang nabigyan. Bigyan ng bagong card ang member na ito pagdating niya (F11).</translation>
        </message>
    </context>
    <context>
        <name>connection</name>
        <message>
            <source>The owner has taken this counter out of use. Ask the owner.</source>
            <translation>Isinara ng may-ari ang counter na ito. Magtanong sa may-ari.</translation>
        </message>
        <message>
            <source>Sikka on this counter needs an update. Sales go on; coins and vouchers wait.</source>
            <translation>Kailangang i-update ang Sikka sa counter na ito. Tuloy ang benta; pagkatapos na ng update ang coins at voucher.</translation>
        </message>
        <message numerus="yes">
            <source>{count} thing(s) came out differently from what this counter said.</source>
            <translation>
                <numerusform>May {count} na naiba sa sinabi sa counter na ito.</numerusform>
                <numerusform>May {count} na naiba sa sinabi sa counter na ito.</numerusform>
            </translation>
        </message>
        <message>
            <source>No connection yet. Sales go on and will be sent by themselves.</source>
            <translation>Wala pang koneksyon. Tuloy lang ang benta; kusa itong ipapadala.</translation>
        </message>
        <message>
            <source>No connection since {when}. Sales go on and will be sent by themselves.</source>
            <translation>Walang koneksyon mula {when}. Tuloy lang ang benta; kusa itong ipapadala.</translation>
        </message>
        <message numerus="yes">
            <source>No connection since {when}. Sales go on; {bills} bill(s) will be sent by themselves.</source>
            <translation>
                <numerusform>Walang koneksyon mula {when}. Tuloy lang ang benta; kusang ipapadala ang {bills} resibo.</numerusform>
                <numerusform>Walang koneksyon mula {when}. Tuloy lang ang benta; kusang ipapadala ang {bills} resibo.</numerusform>
            </translation>
        </message>
        <message>
            <source>Balances are as of {when}.</source>
            <translation>Ang balanse ay as of {when}.</translation>
        </message>
        <message>
            <source>Coins and vouchers wait.</source>
            <translation>Hintayin ang koneksyon para sa coins at voucher.</translation>
        </message>
        <message numerus="yes">
            <source>Up to {coins} coin(s) for each member.</source>
            <translation>
                <numerusform>Hanggang {coins} coin bawat member.</numerusform>
                <numerusform>Hanggang {coins} coins bawat member.</numerusform>
            </translation>
        </message>
        <message>
            <source>The clock of this computer is wrong. Set it right.</source>
            <translation>Mali ang oras ng computer na ito. Itama ito.</translation>
        </message>
        <message numerus="yes">
            <source>The clock of this computer is {minutes} minute(s) fast. Set it right.</source>
            <translation>
                <numerusform>Abante ng {minutes} minuto ang oras ng computer na ito. Itama ito.</numerusform>
                <numerusform>Abante ng {minutes} minuto ang oras ng computer na ito. Itama ito.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The clock of this computer is {minutes} minute(s) slow. Set it right.</source>
            <translation>
                <numerusform>Huli ng {minutes} minuto ang oras ng computer na ito. Itama ito.</numerusform>
                <numerusform>Huli ng {minutes} minuto ang oras ng computer na ito. Itama ito.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{bills} bill(s) being sent</source>
            <translation>
                <numerusform>Ipinapadala: {bills} resibo</numerusform>
                <numerusform>Ipinapadala: {bills} resibo</numerusform>
            </translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>wala pa</translation>
        </message>
        <message>
            <source>Everything is sent.</source>
            <translation>Naipadala na ang lahat.</translation>
        </message>
        <message>
            <source>{what} (since {when})</source>
            <translation>{what} (mula {when})</translation>
        </message>
        <message numerus="yes">
            <source>{count} bill(s)</source>
            <translation>
                <numerusform>{count} resibo</numerusform>
                <numerusform>{count} resibo</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} return(s)</source>
            <translation>
                <numerusform>{count} return</numerusform>
                <numerusform>{count} return</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} new member(s)</source>
            <translation>
                <numerusform>{count} bagong member</numerusform>
                <numerusform>{count} bagong member</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} other thing(s)</source>
            <translation>
                <numerusform>{count} iba pa</numerusform>
                <numerusform>{count} iba pa</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} coin</numerusform>
                <numerusform>{coins} coins</numerusform>
            </translation>
        </message>
        <message>
            <source>{money} of store credit</source>
            <translation>{money} na store credit</translation>
        </message>
        <message>
            <source>At most {money} could be lost here today.</source>
            <translation>Hanggang {money} ang puwedeng malugi rito ngayon.</translation>
        </message>
        <message>
            <source>Waits for the connection</source>
            <translation>Hintayin ang koneksyon</translation>
        </message>
        <message>
            <source>Nothing can be lost here today.</source>
            <translation>Walang puwedeng malugi rito ngayon.</translation>
        </message>
        <message>
            <source>Waits for the update</source>
            <translation>Hintayin ang update</translation>
        </message>
        <message>
            <source>Everything works.</source>
            <translation>Gumagana ang lahat.</translation>
        </message>
        <message>
            <source>Sales, returns and new members; coins are earned as always</source>
            <translation>Benta, return, bagong member; may coins pa rin</translation>
        </message>
        <message>
            <source>Vouchers that this counter gave out since then</source>
            <translation>Voucher na galing sa counter na ito mula noon</translation>
        </message>
        <message>
            <source>Paying with coins: up to {coins} for each member</source>
            <translation>Pagbabayad gamit ang coins: hanggang {coins} bawat member</translation>
        </message>
        <message>
            <source>Paying with store credit: up to {money} for each member</source>
            <translation>Pagbabayad gamit ang store credit: hanggang {money} bawat member</translation>
        </message>
        <message>
            <source>Paying with coins or store credit</source>
            <translation>Pagbabayad gamit ang coins o store credit</translation>
        </message>
        <message>
            <source>More coins or store credit than that</source>
            <translation>Coins o store credit na higit pa roon</translation>
        </message>
        <message>
            <source>More coins than that</source>
            <translation>Coins na higit pa roon</translation>
        </message>
        <message>
            <source>Paying with coins</source>
            <translation>Pagbabayad gamit ang coins</translation>
        </message>
        <message>
            <source>More store credit than that</source>
            <translation>Store credit na higit pa roon</translation>
        </message>
        <message>
            <source>Paying with store credit</source>
            <translation>Pagbabayad gamit ang store credit</translation>
        </message>
        <message>
            <source>All other vouchers, and one-time codes</source>
            <translation>Ibang voucher, at code na pang-isang beses</translation>
        </message>
        <message>
            <source>Rewards that can run out</source>
            <translation>Mga reward na limitado ang bilang</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Tingnan</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Detalye</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>Walang koneksyon</translation>
        </message>
        <message>
            <source>Update needed</source>
            <translation>Kailangan ng update</translation>
        </message>
        <message>
            <source>This counter is out of use</source>
            <translation>Sarado ang counter na ito</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>May koneksyon</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>Huling koneksyon</translation>
        </message>
        <message>
            <source>Not sent yet</source>
            <translation>Ipapadala pa</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Oras</translation>
        </message>
        <message>
            <source>Used meanwhile</source>
            <translation>Nagamit muna</translation>
        </message>
        <message>
            <source>For the owner</source>
            <translation>Para sa may-ari</translation>
        </message>
        <message>
            <source>What came out differently</source>
            <translation>Mga naiba</translation>
        </message>
        <message>
            <source>What came out differently ({count})</source>
            <translation>Mga naiba ({count})</translation>
        </message>
        <message>
            <source>Looking for the connection …</source>
            <translation>Hinahanap ang koneksyon …</translation>
        </message>
    </context>
    <context>
        <name>counter</name>
        <message>
            <source>Welcome, {name}!</source>
            <translation>Maligayang pagdating, {name}!</translation>
        </message>
        <message>
            <source>This phone belongs to a member already.</source>
            <translation>May member na sa phone number na ito.</translation>
        </message>
        <message>
            <source>First a member and a bill, then coins.</source>
            <translation>Member at resibo muna, saka ang coins.</translation>
        </message>
        <message>
            <source>Collect {money}.</source>
            <translation>Singilin ng {money}.</translation>
        </message>
        <message>
            <source>Nothing to collect.</source>
            <translation>Wala nang sisingilin.</translation>
        </message>
        <message>
            <source>Recorded, without a card.</source>
            <translation>Na-record, walang card.</translation>
        </message>
        <message>
            <source>Recorded for {name}.</source>
            <translation>Na-record para kay {name}.</translation>
        </message>
        <message numerus="yes">
            <source>Recorded. {coins} coin(s) for {name}</source>
            <translation>
                <numerusform>Na-record. {coins} coin para kay {name}</numerusform>
                <numerusform>Na-record. {coins} coins para kay {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) in all now.</source>
            <translation>
                <numerusform>Kabuuang coins ngayon: {coins}.</numerusform>
                <numerusform>Kabuuang coins ngayon: {coins}.</numerusform>
            </translation>
        </message>
        <message>
            <source>The screen had said {coins}: the hour or the member's coins changed since.</source>
            <translation>{coins} ang nasa screen kanina: nagbago na ang oras o ang coins ng member.</translation>
        </message>
        <message>
            <source>Undone. Nothing was recorded.</source>
            <translation>Binawi. Walang na-record.</translation>
        </message>
        <message>
            <source>Return recorded. Hand back {money}.</source>
            <translation>Na-record ang return. Isauli ang {money}.</translation>
        </message>
        <message>
            <source>There is nothing to hold yet.</source>
            <translation>Wala pang iho-hold.</translation>
        </message>
        <message>
            <source>The bill is on hold. F9 brings it back.</source>
            <translation>Naka-hold ang resibo. F9 para buksan ulit.</translation>
        </message>
        <message>
            <source>Hand over the gift: {thing}.</source>
            <translation>Iabot ang regalo: {thing}.</translation>
        </message>
        <message>
            <source>First a member, then store credit.</source>
            <translation>Member muna, saka store credit.</translation>
        </message>
        <message>
            <source>Finish the exchange first, or leave it with Esc.</source>
            <translation>Tapusin muna ang palit, o iwan gamit ang Esc.</translation>
        </message>
        <message>
            <source>The disk is full: the bill on hold is lost if this counter closes.</source>
            <translation>Puno na ang disk: mawawala ang resibong naka-hold kapag isinara ang counter na ito.</translation>
        </message>
        <message>
            <source>Make room on the disk, then press F9: it is kept and listed.</source>
            <translation>Magbakante sa disk, saka pindutin ang F9: maitatago at lalabas ito sa listahan.</translation>
        </message>
    </context>
    <context>
        <name>credit</name>
        <message>
            <source>{paid} is in. Store credit now: {credit}.</source>
            <translation>Naipasok na ang {paid}. Store credit ngayon: {credit}.</translation>
        </message>
        <message>
            <source>{paid} is in, and {bonus} on top. Store credit now: {credit}.</source>
            <translation>Naipasok na ang {paid}, may dagdag pang {bonus}. Store credit ngayon: {credit}.</translation>
        </message>
        <message>
            <source>The top-up is taken back. Hand back {paid}.</source>
            <translation>Binawi na ang top-up. Isauli ang {paid}.</translation>
        </message>
        <message>
            <source>Hand over {paid}. Store credit now: {credit}.</source>
            <translation>Iabot ang {paid}. Store credit ngayon: {credit}.</translation>
        </message>
        <message>
            <source>No offer has the code {code}. Check it, or leave it out.</source>
            <translation>Walang alok na may code na {code}. Tingnan ulit, o huwag nang ilagay.</translation>
        </message>
        <message>
            <source>{code} is for the first top-up only. Leave the code out.</source>
            <translation>Para sa unang top-up lang ang {code}. Huwag nang ilagay ang code.</translation>
        </message>
        <message>
            <source>{code} does not hold today. Leave the code out.</source>
            <translation>Hindi magagamit ngayon ang {code}. Huwag nang ilagay ang code.</translation>
        </message>
        <message>
            <source>Type the number of the till's receipt for the money.</source>
            <translation>I-type ang numero ng resibo para sa perang ito.</translation>
        </message>
        <message>
            <source>Receipt {number} was used for another top-up. Check the number.</source>
            <translation>Nagamit na sa ibang top-up ang resibong {number}. Tingnan ulit ang numero.</translation>
        </message>
        <message>
            <source>This till knows no such top-up.</source>
            <translation>Walang ganoong top-up sa kahang ito.</translation>
        </message>
        <message>
            <source>A top-up can be taken back on the same day only.</source>
            <translation>Sa araw ding iyon lang mababawi ang top-up.</translation>
        </message>
        <message>
            <source>Part of it was used already. It cannot be taken back any more.</source>
            <translation>May nagamit na rito. Hindi na ito mababawi.</translation>
        </message>
        <message>
            <source>It was taken back before.</source>
            <translation>Nabawi na ito dati.</translation>
        </message>
        <message>
            <source>This shop does not pay store credit out in money.</source>
            <translation>Hindi ipinapalit sa pera ang store credit dito.</translation>
        </message>
        <message>
            <source>At most {most} can be paid out. The rest was a present of the shop.</source>
            <translation>Hanggang {most} lang ang maipapalit. Regalo ng tindahan ang iba.</translation>
        </message>
        <message>
            <source>A supervisor must agree.</source>
            <translation>Kailangan ng pahintulot ng supervisor.</translation>
        </message>
        <message>
            <source>This member is not known here any more. Scan the card.</source>
            <translation>Hindi na kilala rito ang member na ito. I-scan ang card.</translation>
        </message>
        <message>
            <source>This is recorded already. It counts once.</source>
            <translation>Na-record na ito. Isang beses lang ito bibilangin.</translation>
        </message>
        <message>
            <source>{code} takes exactly {money}.</source>
            <translation>Eksaktong {money} ang para sa {code}.</translation>
        </message>
        <message>
            <source>At least {least} must be paid in.</source>
            <translation>Hindi bababa sa {least} ang dapat ipasok.</translation>
        </message>
        <message>
            <source>From {least} to {most} can be paid in at once.</source>
            <translation>Mula {least} hanggang {most} ang maipapasok sa isang beses.</translation>
        </message>
        <message>
            <source>Store credit: {credit}</source>
            <translation>Store credit: {credit}</translation>
        </message>
        <message>
            <source>Use on this bill, at most {most}</source>
            <translation>Gamitin sa resibong ito, hanggang {most}</translation>
        </message>
        <message>
            <source>Money the customer pays in</source>
            <translation>Perang ipinapasok ng customer</translation>
        </message>
        <message>
            <source>Money to hand over</source>
            <translation>Perang iaabot</translation>
        </message>
        <message>
            <source>There is no store credit yet. F3 tops it up.</source>
            <translation>Wala pang store credit. F3 para mag-top up.</translation>
        </message>
        <message>
            <source>Enter a bill first: the credit comes off it.</source>
            <translation>Ilagay muna ang resibo: doon ibabawas ang credit.</translation>
        </message>
        <message>
            <source>Use {money}</source>
            <translation>Gamitin ang {money}</translation>
        </message>
        <message>
            <source>Top up {money}</source>
            <translation>I-top up ang {money}</translation>
        </message>
        <message>
            <source>Pay out {money}</source>
            <translation>Ibigay ang {money}</translation>
        </message>
        <message>
            <source>Pay out {money} of store credit</source>
            <translation>Pagpapalit ng {money} na store credit sa pera</translation>
        </message>
        <message>
            <source>Take the top-up of {money} back</source>
            <translation>Pagbawi sa top-up na {money}</translation>
        </message>
        <message>
            <source>Take {money} back</source>
            <translation>Bawiin ang {money}</translation>
        </message>
    </context>
    <context>
        <name>dates</name>
        <message>
            <source>today</source>
            <translation>ngayon</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>kahapon</translation>
        </message>
    </context>
    <context>
        <name>desk</name>
        <message>
            <source>not given</source>
            <translation>hindi ibinigay</translation>
        </message>
        <message>
            <source>on file; empty keeps it</source>
            <translation>naibigay na; hindi magbabago</translation>
        </message>
        <message>
            <source>Change what {name} told us?</source>
            <translation>Palitan ang impormasyon ni {name}?</translation>
        </message>
        <message>
            <source>Changed.</source>
            <translation>Napalitan na.</translation>
        </message>
        <message>
            <source>{name} has a PIN.</source>
            <translation>May PIN si {name}.</translation>
        </message>
        <message>
            <source>{name} has no PIN yet.</source>
            <translation>Wala pang PIN si {name}.</translation>
        </message>
        <message>
            <source>Choose another PIN</source>
            <translation>Pumili ng ibang PIN</translation>
        </message>
        <message>
            <source>Choose a PIN</source>
            <translation>Pumili ng PIN</translation>
        </message>
        <message>
            <source>The member types it on their own display. Never ask for it aloud.</source>
            <translation>Ang member ang magta-type sa sarili niyang screen. Huwag itong itanong nang malakas.</translation>
        </message>
        <message>
            <source>Connect the customer display, so that the member can choose a PIN there. A PIN is never said aloud nor typed by anybody else.</source>
            <translation>Ikabit ang screen ng customer para doon pumili ng PIN ang member. Huwag ipasabi nang malakas ang PIN; siya lang dapat ang pipindot nito.</translation>
        </message>
        <message>
            <source>Forgotten? Remove it here; the member then chooses another one at the kiosk.</source>
            <translation>Nakalimutan? Tanggalin dito; pipili ang member ng bago sa kiosk.</translation>
        </message>
        <message>
            <source>Is it {name}, who is to choose a PIN?</source>
            <translation>Si {name} nga ba ang pipili ng PIN?</translation>
        </message>
        <message>
            <source>The new PIN works from now on.</source>
            <translation>Gumagana na ang bagong PIN.</translation>
        </message>
        <message>
            <source>The PIN could not be kept. Try again in a moment.</source>
            <translation>Hindi nai-save ang PIN. Subukan ulit maya-maya.</translation>
        </message>
        <message>
            <source>No PIN was chosen.</source>
            <translation>Walang piniling PIN.</translation>
        </message>
        <message>
            <source>Remove the PIN of {name}?</source>
            <translation>Tanggalin ang PIN ni {name}?</translation>
        </message>
        <message>
            <source>The PIN is removed.</source>
            <translation>Natanggal na ang PIN.</translation>
        </message>
        <message numerus="yes">
            <source>Give {name} {coins} coin(s)?</source>
            <translation>
                <numerusform>Bigyan si {name} ng {coins} coin?</numerusform>
                <numerusform>Bigyan si {name} ng {coins} coins?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take {coins} coin(s) from {name}?</source>
            <translation>
                <numerusform>Bawiin ang {coins} coin kay {name}?</numerusform>
                <numerusform>Bawiin ang {coins} coins kay {name}?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) given.</source>
            <translation>
                <numerusform>{coins} coin ang ibinigay.</numerusform>
                <numerusform>{coins} coins ang ibinigay.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) taken.</source>
            <translation>
                <numerusform>{coins} coin ang binawi.</numerusform>
                <numerusform>{coins} coins ang binawi.</numerusform>
            </translation>
        </message>
        <message>
            <source>This member has no voucher.</source>
            <translation>Walang voucher ang member na ito.</translation>
        </message>
        <message>
            <source>It was given: no coins come back when it is cancelled.</source>
            <translation>Regalo ito: walang coins na babalik kapag kinansela.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled, {coins} coin(s) come back to the member.</source>
            <translation>
                <numerusform>Kapag kinansela, babalik sa member ang {coins} coin.</numerusform>
                <numerusform>Kapag kinansela, babalik sa member ang {coins} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel the voucher “{thing}”?</source>
            <translation>Kanselahin ang voucher na “{thing}”?</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled. {coins} coin(s) are back.</source>
            <translation>
                <numerusform>Nakansela. Bumalik ang {coins} coin.</numerusform>
                <numerusform>Nakansela. Bumalik ang {coins} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Nakansela.</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>Wala pang nangyari.</translation>
        </message>
        <message>
            <source>There is no more to say about it.</source>
            <translation>Wala nang ibang masasabi rito.</translation>
        </message>
        <message>
            <source>Name and phone of {name} stay. The cards of both go on working.</source>
            <translation>Mananatili ang pangalan at phone ni {name}. Gagana pa rin ang card ng dalawa.</translation>
        </message>
        <message>
            <source>Coins</source>
            <translation>Coins</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Vouchers</source>
            <translation>Voucher</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>Card</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>Pamimili</translation>
        </message>
        <message>
            <source>Store credit</source>
            <translation>Store credit</translation>
        </message>
        <message>
            <source>{name} was joined: {day}.</source>
            <translation>Pinagsama si {name}: {day}.</translation>
        </message>
        <message>
            <source>{undo} Part the two again?</source>
            <translation>{undo} Paghiwalayin ulit ang dalawa?</translation>
        </message>
        <message>
            <source>Two members again, each with what was theirs.</source>
            <translation>Dalawang member na ulit, kanya-kanya ulit ang dati nilang laman.</translation>
        </message>
        <message>
            <source>Name, phone number, birthday and PIN</source>
            <translation>Pangalan, phone number, kaarawan at PIN</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} coin</numerusform>
                <numerusform>{coins} coins</numerusform>
            </translation>
        </message>
        <message>
            <source>{money} of store credit</source>
            <translation>{money} na store credit</translation>
        </message>
        <message numerus="yes">
            <source>{count} voucher(s)</source>
            <translation>
                <numerusform>{count} voucher</numerusform>
                <numerusform>{count} voucher</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} card(s): they stop working</source>
            <translation>
                <numerusform>{count} card: hindi na gagana</numerusform>
                <numerusform>{count} card: hindi na gagana</numerusform>
            </translation>
        </message>
        <message>
            <source>Gone for good, at every till. The bills stay in the books and name nobody. It cannot be undone.</source>
            <translation>Mawawala na nang tuluyan, sa lahat ng kaha. Mananatili ang mga resibo pero wala nang pangalan. Hindi na ito maibabalik.</translation>
        </message>
        <message>
            <source>Write everything about {name} into a file?</source>
            <translation>I-save sa file ang lahat tungkol kay {name}?</translation>
        </message>
        <message>
            <source>The file is written.</source>
            <translation>Na-save na ang file.</translation>
        </message>
        <message>
            <source>Erase {name} for good?</source>
            <translation>Burahin nang tuluyan si {name}?</translation>
        </message>
        <message>
            <source>The member is erased. Nothing personal is left here.</source>
            <translation>Nabura na ang member. Wala nang personal na naiwan dito.</translation>
        </message>
        <message>
            <source>Give a new card and block the old one?</source>
            <translation>Magbigay ng bagong card at i-block ang luma?</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Join two</source>
            <translation>Isahin</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Nothing was changed. Free some space, then try again.</source>
            <translation>Puno na ang disk ng computer na ito. Walang nabago. Magbakante muna, saka subukan ulit.</translation>
        </message>
        <message>
            <source>A member without a phone needs a name or nickname.</source>
            <translation>Kailangan ng pangalan o palayaw ang member na walang phone.</translation>
        </message>
        <message>
            <source>This phone belongs to {name}. The same person? Join the two.</source>
            <translation>Kay {name} ang phone na ito. Iisang tao? Pagsamahin ang dalawa.</translation>
        </message>
        <message>
            <source>Say why, in at most {most} letters.</source>
            <translation>Isulat kung bakit, hanggang {most} letra.</translation>
        </message>
        <message>
            <source>Type how many coins: from 1 to {most}.</source>
            <translation>I-type kung ilang coins: mula 1 hanggang {most}.</translation>
        </message>
        <message>
            <source>{coins} coins cannot be taken: the member has {spendable}.</source>
            <translation>Hindi mababawi ang {coins} coins: {spendable} lang ang mayroon ang member.</translation>
        </message>
        <message>
            <source>This was recorded already. It counts once.</source>
            <translation>Na-record na ito. Isang beses lang ito bibilangin.</translation>
        </message>
        <message>
            <source>They cannot be parted any more: something else was joined since.</source>
            <translation>Hindi na sila mapaghihiwalay: may iba nang pinagsama pagkatapos.</translation>
        </message>
        <message>
            <source>The disk of this computer is full. No file was written. Free some space.</source>
            <translation>Puno na ang disk ng computer na ito. Walang na-save na file. Magbakante muna.</translation>
        </message>
        <message>
            <source>will be removed</source>
            <translation>tatanggalin</translation>
        </message>
    </context>
    <context>
        <name>display</name>
        <message>
            <source>Coins for you with every purchase</source>
            <translation>May coins ka sa bawat bili</translation>
        </message>
        <message>
            <source>Joining is free: tell us your phone number here.</source>
            <translation>Libre ang sumali: sabihin lang dito ang phone number mo.</translation>
        </message>
        <message>
            <source>Are you a member? Show your card, or tell us your phone number.</source>
            <translation>Member ka na ba? Ipakita ang card mo, o sabihin ang phone number mo.</translation>
        </message>
        <message>
            <source>You have {coins}, worth {money}</source>
            <translation>May {coins} ka, katumbas ng {money}</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Kabuuan</translation>
        </message>
        <message>
            <source>You pay</source>
            <translation>Babayaran mo</translation>
        </message>
        <message>
            <source>{coins} with this bill</source>
            <translation>{coins} sa binili mo</translation>
        </message>
        <message>
            <source>Take a photo of it with your phone and show it at every purchase.</source>
            <translation>Kunan ito ng litrato gamit ang phone mo at ipakita sa bawat bili.</translation>
        </message>
        <message>
            <source>QR code of your card</source>
            <translation>QR code ng card mo</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Tapos na</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Huwag muna</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Delete the last digit</source>
            <translation>Burahin ang huling numero</translation>
        </message>
        <message numerus="yes">
            <source>{count} digit(s) typed</source>
            <translation>
                <numerusform>{count} numero ang nai-type</numerusform>
                <numerusform>{count} numero ang nai-type</numerusform>
            </translation>
        </message>
        <message>
            <source>Your bill: {money}</source>
            <translation>Binili mo: {money}</translation>
        </message>
        <message>
            <source>Thank you!</source>
            <translation>Salamat!</translation>
        </message>
        <message>
            <source>Thank you, {name}!</source>
            <translation>Salamat, {name}!</translation>
        </message>
        <message>
            <source>Collect coins from the next time on: joining is free.</source>
            <translation>Sa susunod, mag-ipon na ng coins: libre ang sumali.</translation>
        </message>
        <message>
            <source>Your coins</source>
            <translation>Coins mo</translation>
        </message>
        <message>
            <source>You get back</source>
            <translation>Ibabalik sa iyo</translation>
        </message>
        <message>
            <source>Goods you gave back</source>
            <translation>Ibinalik mong paninda</translation>
        </message>
        <message>
            <source>No card yet?</source>
            <translation>Wala pang card?</translation>
        </message>
        <message>
            <source>Take a photo of this code and show it at the till: it becomes your card. Joining is free.</source>
            <translation>Kunan ng litrato ang code na ito at ipakita sa kahera: ito na ang magiging card mo. Libre ang sumali.</translation>
        </message>
        <message>
            <source>QR code of a new card</source>
            <translation>QR code ng bagong card</translation>
        </message>
    </context>
    <context>
        <name>enrol</name>
        <message>
            <source>Type day, month and year, like 30 11 1990.</source>
            <translation>I-type ang araw, buwan at taon, gaya ng 30 11 1990.</translation>
        </message>
        <message>
            <source>Consent text {version}</source>
            <translation>Pahintulot, bersyon {version}</translation>
        </message>
        <message>
            <source>Card scanned: {card}</source>
            <translation>Na-scan na card: {card}</translation>
        </message>
        <message>
            <source>A new card number is made. Or scan a blank card now.</source>
            <translation>Gagawa ng bagong card number. O i-scan na ang blangkong card.</translation>
        </message>
        <message>
            <source>The new member is in.</source>
            <translation>Kasali na ang bagong member.</translation>
        </message>
        <message>
            <source>{name} is a member now.</source>
            <translation>Member na si {name}.</translation>
        </message>
        <message>
            <source>Both get {prize}.</source>
            <translation>Pareho silang may {prize}.</translation>
        </message>
        <message>
            <source>New here: {friend}. Who sent them: {member}.</source>
            <translation>Sa bago: {friend}. Sa nag-refer: {member}.</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message>
            <source>New coins: {coins}</source>
            <translation>Bagong coins: {coins}</translation>
        </message>
        <message>
            <source>Exchange recorded.</source>
            <translation>Na-record na ang palit.</translation>
        </message>
        <message>
            <source>Nothing to pay.</source>
            <translation>Walang babayaran.</translation>
        </message>
    </context>
    <context>
        <name>find</name>
        <message>
            <source>Enrol {phone}</source>
            <translation>Gawing member ang {phone}</translation>
        </message>
        <message>
            <source>New member</source>
            <translation>Bagong member</translation>
        </message>
        <message>
            <source>Nobody has this number yet. Press Enter to enrol.</source>
            <translation>Wala pang member sa number na ito. Pindutin ang Enter para gawing member.</translation>
        </message>
        <message>
            <source>Nobody found yet. Type the whole phone number.</source>
            <translation>Wala pang nakita. I-type ang buong phone number.</translation>
        </message>
        <message>
            <source>Nobody is called “{name}”. Try the phone number.</source>
            <translation>Walang “{name}”. Subukan ang phone number.</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Walang pangalan</translation>
        </message>
    </context>
    <context>
        <name>friend</name>
        <message>
            <source>There is no gift for bringing friends just now.</source>
            <translation>Wala munang regalo sa pagsasama ng kaibigan.</translation>
        </message>
        <message>
            <source>Friends this month: {count} of {most}</source>
            <translation>Kaibigan ngayong buwan: {count} sa {most}</translation>
        </message>
        <message>
            <source>You both get it some days after your friend's first purchase.</source>
            <translation>Makukuha ninyong dalawa ilang araw pagkatapos ng unang pamimili niya.</translation>
        </message>
        <message>
            <source>You both get it some days after your friend's first purchase of {money} or more.</source>
            <translation>Makukuha ninyong dalawa ilang araw pagkatapos ng unang pamimili niya na {money} pataas.</translation>
        </message>
    </context>
    <context>
        <name>goals</name>
        <message numerus="yes">
            <source>Come {count} more time(s)</source>
            <translation>
                <numerusform>Pumunta pa nang {count} beses</numerusform>
                <numerusform>Pumunta pa nang {count} beses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more purchase(s)</source>
            <translation>
                <numerusform>Bumili pa nang {count} beses</numerusform>
                <numerusform>Bumili pa nang {count} beses</numerusform>
            </translation>
        </message>
        <message>
            <source>Shop for {money} more</source>
            <translation>Mamili pa ng {money}</translation>
        </message>
        <message numerus="yes">
            <source>Buy {count} more</source>
            <translation>
                <numerusform>Bumili pa ng {count}</numerusform>
                <numerusform>Bumili pa ng {count}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more kind(s) of goods</source>
            <translation>
                <numerusform>Bumili pa ng {count} uri ng paninda</numerusform>
                <numerusform>Bumili pa ng {count} uri ng paninda</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answer {count} more time(s)</source>
            <translation>
                <numerusform>Sumagot pa nang {count} beses</numerusform>
                <numerusform>Sumagot pa nang {count} beses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rate {count} more thing(s)</source>
            <translation>
                <numerusform>Magbigay pa ng {count} opinyon</numerusform>
                <numerusform>Magbigay pa ng {count} opinyon</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bring {count} more friend(s)</source>
            <translation>
                <numerusform>Magsama pa ng {count} kaibigan</numerusform>
                <numerusform>Magsama pa ng {count} kaibigan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more challenge(s)</source>
            <translation>
                <numerusform>{count} hamon pa</numerusform>
                <numerusform>{count} hamon pa</numerusform>
            </translation>
        </message>
        <message>
            <source>{money} to shop with</source>
            <translation>{money} na pambili</translation>
        </message>
        <message numerus="yes">
            <source>{count} raffle ticket(s)</source>
            <translation>
                <numerusform>{count} tiket sa raffle</numerusform>
                <numerusform>{count} tiket sa raffle</numerusform>
            </translation>
        </message>
        <message>
            <source>{missing} and get {prize}</source>
            <translation>{missing}, may {prize} ka</translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s)</source>
            <translation>
                <numerusform>{count} coin</numerusform>
                <numerusform>{count} coins</numerusform>
            </translation>
        </message>
        <message>
            <source>today only</source>
            <translation>ngayong araw lang</translation>
        </message>
        <message>
            <source>until tomorrow</source>
            <translation>hanggang bukas</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>hanggang {day}</translation>
        </message>
    </context>
    <context>
        <name>held</name>
        <message>
            <source>No bill is on hold. F8 puts the bill on screen on hold.</source>
            <translation>Walang naka-hold. F8 para i-hold ang resibong nasa screen.</translation>
        </message>
        <message>
            <source>Customer without a card</source>
            <translation>Customer na walang card</translation>
        </message>
        <message>
            <source>no number yet</source>
            <translation>wala pang number</translation>
        </message>
    </context>
    <context>
        <name>help</name>
        <message>
            <source>Or did you mean this?</source>
            <translation>O ito ba ang ibig mong sabihin?</translation>
        </message>
        <message>
            <source>Did you mean one of these?</source>
            <translation>Isa ba rito ang ibig mong sabihin?</translation>
        </message>
        <message>
            <source>I do not know that one. Call us, and somebody comes.</source>
            <translation>Hindi ko alam iyan. Tawagin kami, at may pupunta sa iyo.</translation>
        </message>
        <message>
            <source>Tap a question, or write yours</source>
            <translation>Pindutin ang tanong, o isulat ang sa iyo</translation>
        </message>
        <message>
            <source>Call us</source>
            <translation>Tawagin kami</translation>
        </message>
        <message>
            <source>Show me</source>
            <translation>Ipakita</translation>
        </message>
    </context>
    <context>
        <name>hints</name>
        <message>
            <source>Say: “{words}”</source>
            <translation>Sabihin: “{words}”</translation>
        </message>
        <message>
            <source>Your reward is ready: {reward}. Take it today.</source>
            <translation>Puwede na ninyong kunin ngayon: {reward}.</translation>
        </message>
        <message numerus="yes">
            <source>Use your {coins} coin(s) by {day}.</source>
            <translation>
                <numerusform>Gamitin ang {coins} coin ninyo hanggang {day}.</numerusform>
                <numerusform>Gamitin ang {coins} coins ninyo hanggang {day}.</numerusform>
            </translation>
        </message>
        <message>
            <source>You have a voucher until {day}: {title}.</source>
            <translation>May voucher kayo hanggang {day}: {title}.</translation>
        </message>
        <message numerus="yes">
            <source>{coins} more coin(s), then it is yours: {reward}.</source>
            <translation>
                <numerusform>{coins} coin na lang at sa inyo na ito: {reward}.</numerusform>
                <numerusform>{coins} coins na lang at sa inyo na ito: {reward}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A few questions at the kiosk bring you {coins} coin(s).</source>
            <translation>
                <numerusform>May {coins} coin kayo sa ilang tanong sa kiosk.</numerusform>
                <numerusform>May {coins} coins kayo sa ilang tanong sa kiosk.</numerusform>
            </translation>
        </message>
        <message>
            <source>Tell us what you think, at the kiosk.</source>
            <translation>Sabihin ang opinyon ninyo sa kiosk.</translation>
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>Nothing yet. Your first purchase will be here.</source>
            <translation>Wala pa. Dito lalabas ang una mong bili.</translation>
        </message>
        <message>
            <source>bill {number}</source>
            <translation>resibo {number}</translation>
        </message>
    </context>
    <context>
        <name>home</name>
        <message>
            <source>The highest level. Thank you!</source>
            <translation>Pinakamataas na antas. Salamat!</translation>
        </message>
        <message>
            <source>{money} more and you are {tier}</source>
            <translation>{money} pa at {tier} ka na</translation>
        </message>
        <message>
            <source>Come today to keep it going</source>
            <translation>Pumunta ngayon para hindi maputol</translation>
        </message>
        <message numerus="yes">
            <source>Come {count} more time(s) this week</source>
            <translation>
                <numerusform>Pumunta pa nang {count} beses ngayong linggo</numerusform>
                <numerusform>Pumunta pa nang {count} beses ngayong linggo</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Come {count} more time(s) this month</source>
            <translation>
                <numerusform>Pumunta pa nang {count} beses ngayong buwan</numerusform>
                <numerusform>Pumunta pa nang {count} beses ngayong buwan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} day(s) in a row</source>
            <translation>
                <numerusform>{count} araw na sunod-sunod</numerusform>
                <numerusform>{count} araw na sunod-sunod</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} week(s) in a row</source>
            <translation>
                <numerusform>{count} linggong sunod-sunod</numerusform>
                <numerusform>{count} linggong sunod-sunod</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} month(s) in a row</source>
            <translation>
                <numerusform>{count} buwang sunod-sunod</numerusform>
                <numerusform>{count} buwang sunod-sunod</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more day(s) without a break</source>
            <translation>
                <numerusform>{count} araw pa, walang palya</numerusform>
                <numerusform>{count} araw pa, walang palya</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more week(s) without a break</source>
            <translation>
                <numerusform>{count} linggo pa, walang palya</numerusform>
                <numerusform>{count} linggo pa, walang palya</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more month(s) without a break</source>
            <translation>
                <numerusform>{count} buwan pa, walang palya</numerusform>
                <numerusform>{count} buwan pa, walang palya</numerusform>
            </translation>
        </message>
        <message>
            <source>A voucher of yours: use it by {day}</source>
            <translation>May voucher ka: gamitin hanggang {day}</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Ipakita</translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s): {title}</source>
            <translation>
                <numerusform>{count} coin pa: {title}</numerusform>
                <numerusform>{count} coins pa: {title}</numerusform>
            </translation>
        </message>
        <message>
            <source>You can have: {title}</source>
            <translation>Puwede mong kunin: {title}</translation>
        </message>
        <message>
            <source>See it</source>
            <translation>Tingnan</translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s): use by {day}</source>
            <translation>
                <numerusform>{count} coin: gamitin hanggang {day}</numerusform>
                <numerusform>{count} coins: gamitin hanggang {day}</numerusform>
            </translation>
        </message>
        <message>
            <source>Use them</source>
            <translation>Gamitin</translation>
        </message>
        <message numerus="yes">
            <source>{count} ticket(s)</source>
            <translation>
                <numerusform>{count} tiket</numerusform>
                <numerusform>{count} tiket</numerusform>
            </translation>
        </message>
        <message>
            <source>drawn on {day}</source>
            <translation>bubunutin sa {day}</translation>
        </message>
        <message>
            <source>You are number {place}</source>
            <translation>Ika-{place} ka</translation>
        </message>
        <message>
            <source>See who is ahead</source>
            <translation>Tingnan kung sino ang nangunguna</translation>
        </message>
        <message>
            <source>Bring a friend</source>
            <translation>Magsama ng kaibigan</translation>
        </message>
        <message>
            <source>A gift for both of you</source>
            <translation>May regalo kayong dalawa</translation>
        </message>
        <message>
            <source>Answer and get coins</source>
            <translation>Sumagot, may coins ka</translation>
        </message>
        <message numerus="yes">
            <source>{count} minute(s)</source>
            <translation>
                <numerusform>{count} minuto</numerusform>
                <numerusform>{count} minuto</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} question(s)</source>
            <translation>
                <numerusform>{count} tanong</numerusform>
                <numerusform>{count} tanong</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} reward(s) within reach</source>
            <translation>
                <numerusform>{count} reward na kaya mo na</numerusform>
                <numerusform>{count} reward na kaya mo na</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} reward(s) almost there</source>
            <translation>
                <numerusform>{count} reward na malapit na</numerusform>
                <numerusform>{count} reward na malapit na</numerusform>
            </translation>
        </message>
        <message>
            <source>See what there is</source>
            <translation>Tingnan ang mga mapagpipilian</translation>
        </message>
        <message>
            <source>Choose a reward</source>
            <translation>Pumili ng reward</translation>
        </message>
        <message>
            <source>worth {money}</source>
            <translation>halagang {money}</translation>
        </message>
        <message>
            <source>No challenge just now. New ones appear here.</source>
            <translation>Wala pang hamon ngayon. Dito lalabas ang mga bago.</translation>
        </message>
        <message>
            <source>Badges · {won} of {all}</source>
            <translation>Mga badge · {won} sa {all}</translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s)</source>
            <translation>
                <numerusform>{count} coin pa</numerusform>
                <numerusform>{count} coins pa</numerusform>
            </translation>
        </message>
        <message>
            <source>A goal for you?</source>
            <translation>Ito kaya ang goal mo?</translation>
        </message>
        <message>
            <source>Choose my goal</source>
            <translation>Piliin ang goal ko</translation>
        </message>
        <message>
            <source>My goal</source>
            <translation>Goal ko</translation>
        </message>
        <message>
            <source>My goal: you have enough coins!</source>
            <translation>Goal ko: sapat na ang coins mo!</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Kunin na</translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s) went back with a return; your next coins fill this first.</source>
            <translation>
                <numerusform>{count} coin ang nabawi dahil sa isinauli; ito muna ang pupunan ng susunod mong coins.</numerusform>
                <numerusform>{count} coins ang nabawi dahil sa isinauli; ito muna ang pupunan ng susunod mong coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>It is yours: {gift}</source>
            <translation>Sa iyo na ito: {gift}</translation>
        </message>
        <message>
            <source>Your welcome gift: {gift}</source>
            <translation>Regalo namin sa pagsali mo: {gift}</translation>
        </message>
    </context>
    <context>
        <name>kiosk</name>
        <message numerus="yes">
            <source>Take your time: this stays for {minutes} minute(s).</source>
            <translation>
                <numerusform>Huwag magmadali: {minutes} minuto itong mananatili rito.</numerusform>
                <numerusform>Huwag magmadali: {minutes} minuto itong mananatili rito.</numerusform>
            </translation>
        </message>
        <message>
            <source>This card does not work any more: it was replaced or reported lost. Show your new card, or ask us.</source>
            <translation>Hindi na gumagana ang card na ito: napalitan o nawala na. Ipakita ang bago mong card, o magtanong sa amin.</translation>
        </message>
        <message>
            <source>Nobody has this card yet. Tap “Join”, or ask us to make it yours.</source>
            <translation>Wala pang may-ari ng card na ito. Pindutin ang “Sumali”, o sabihin sa amin na gawin itong sa iyo.</translation>
        </message>
        <message>
            <source>This card is from another shop. Show the card you have from us.</source>
            <translation>Sa ibang tindahan ang card na ito. Ipakita ang card mo mula sa amin.</translation>
        </message>
        <message>
            <source>The card could not be read. Hold it flat and try again, or sign in with your phone number.</source>
            <translation>Hindi mabasa ang card. Hawakan nang pantay at subukan ulit, o gamitin ang phone number mo.</translation>
        </message>
        <message>
            <source>This is a voucher: show it at the counter to use it. To see your coins, show your Sikka card.</source>
            <translation>Voucher ito: ipakita sa counter para magamit. Para makita ang coins, ipakita ang Sikka card mo.</translation>
        </message>
        <message>
            <source>This code opens a web page. Show your Sikka card to see your coins.</source>
            <translation>Pang-website ang code na ito. Ipakita ang Sikka card para makita ang coins mo.</translation>
        </message>
        <message>
            <source>This is the code on a thing we sell. Show your Sikka card to see your coins.</source>
            <translation>Code ito ng paninda. Ipakita ang Sikka card para makita ang coins mo.</translation>
        </message>
        <message>
            <source>The voucher could not be read. Show it at the counter, we will help you.</source>
            <translation>Hindi mabasa ang voucher. Ipakita sa counter, tutulungan ka namin.</translation>
        </message>
        <message>
            <source>We do not know this code. Show your Sikka card to see your coins.</source>
            <translation>Hindi namin kilala ang code na ito. Ipakita ang Sikka card para makita ang coins mo.</translation>
        </message>
        <message>
            <source>This is a UPI payment QR. Show your Sikka card to see your coins.</source>
            <translation>UPI QR ito na pambayad. Ipakita ang Sikka card para makita ang coins mo.</translation>
        </message>
        <message>
            <source>This phone number and PIN do not go together. Try again, show your card, or ask us.</source>
            <translation>Hindi magkatugma ang phone number at PIN. Subukan ulit, ipakita ang card, o magtanong sa amin.</translation>
        </message>
        <message>
            <source>We know you by another phone number. Try again, or ask us.</source>
            <translation>Ibang phone number ang alam namin. Subukan ulit, o magtanong sa amin.</translation>
        </message>
        <message>
            <source>We do not have your phone number. Ask us to set your PIN.</source>
            <translation>Wala kaming phone number mo. Magpatulong sa amin para sa PIN.</translation>
        </message>
        <message>
            <source>A PIN has {least} to {most} digits.</source>
            <translation>{least} hanggang {most} numero ang PIN.</translation>
        </message>
        <message>
            <source>This PIN is easy to guess. Choose another, not 1234 or your birthday.</source>
            <translation>Madaling hulaan ang PIN na ito. Pumili ng iba, huwag 1234 o kaarawan mo.</translation>
        </message>
        <message>
            <source>Collect coins</source>
            <translation>Mag-ipon ng coins</translation>
        </message>
        <message>
            <source>Take part</source>
            <translation>Makilahok</translation>
        </message>
        <message>
            <source>Reward</source>
            <translation>Reward</translation>
        </message>
        <message>
            <source>{coins} coins</source>
            <translation>{coins} coins</translation>
        </message>
        <message>
            <source>We have been called. Somebody is coming.</source>
            <translation>Natawag mo na kami. May paparating.</translation>
        </message>
        <message>
            <source>Somebody is on the way to you.</source>
            <translation>May papunta na sa iyo.</translation>
        </message>
        <message>
            <source>The call did not go out. Please ask at the counter.</source>
            <translation>Hindi natuloy ang tawag. Magtanong sa counter.</translation>
        </message>
        <message>
            <source>You are in! This is your card</source>
            <translation>Kasali ka na! Ito ang card mo</translation>
        </message>
        <message>
            <source>My card</source>
            <translation>Card ko</translation>
        </message>
        <message>
            <source>You have no card that works. Please ask us.</source>
            <translation>Wala kang gumaganang card. Magtanong sa amin.</translation>
        </message>
        <message numerus="yes">
            <source>Take your time: the card stays for {minutes} minute(s).</source>
            <translation>
                <numerusform>Huwag magmadali: {minutes} minutong nandito ang card.</numerusform>
                <numerusform>Huwag magmadali: {minutes} minutong nandito ang card.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{seconds} second(s) left</source>
            <translation>
                <numerusform>{seconds} segundo na lang</numerusform>
                <numerusform>{seconds} segundo na lang</numerusform>
            </translation>
        </message>
        <message>
            <source>Welcome!</source>
            <translation>Maligayang pagdating!</translation>
        </message>
        <message>
            <source>Hello, {name}!</source>
            <translation>Kumusta, {name}!</translation>
        </message>
        <message>
            <source>Something went wrong here. Your coins are safe; please ask us.</source>
            <translation>May nagkamali rito. Ligtas ang coins mo; magtanong sa amin.</translation>
        </message>
        <message>
            <source>No connection just now. Your coins are safe; what is new shows up later.</source>
            <translation>Walang koneksyon ngayon. Ligtas ang coins mo; lalabas mamaya ang bago.</translation>
        </message>
        <message>
            <source>We cannot make a new card with this number here. Do you have a card? Show it, or sign in with your PIN. Otherwise ask us, we will help you.</source>
            <translation>Hindi makagawa rito ng bagong card sa numerong ito. May card ka ba? Ipakita, o gamitin ang PIN. Kung wala, magtanong sa amin, tutulungan ka namin.</translation>
        </message>
        <message>
            <source>We do not know this friend. Check the number, or leave it out.</source>
            <translation>Hindi namin kilala ang kaibigang ito. Tingnan ang numero, o huwag nang isama.</translation>
        </message>
        <message>
            <source>This did not work. Please ask us.</source>
            <translation>Hindi ito natuloy. Magtanong sa amin.</translation>
        </message>
        <message>
            <source>Type a shorter name, without signs.</source>
            <translation>Mag-type ng mas maikling pangalan, walang simbolo.</translation>
        </message>
        <message>
            <source>The name could not be kept. Please ask us.</source>
            <translation>Hindi naitala ang pangalan. Magtanong sa amin.</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>Phone number</translation>
        </message>
        <message>
            <source>Your PIN, please</source>
            <translation>Ang PIN mo, pakiusap</translation>
        </message>
        <message>
            <source>So that nobody else spends your coins.</source>
            <translation>Para walang ibang gagastos ng coins mo.</translation>
        </message>
        <message>
            <source>You need a PIN for this</source>
            <translation>Kailangan ng PIN para rito</translation>
        </message>
        <message>
            <source>Choose one now, or ask us at the counter.</source>
            <translation>Pumili ngayon, o magtanong sa counter.</translation>
        </message>
        <message>
            <source>Your phone number, please</source>
            <translation>Ang phone number mo, pakiusap</translation>
        </message>
        <message>
            <source>So that we know it is you who chooses the PIN.</source>
            <translation>Para alam naming ikaw ang pumipili ng PIN.</translation>
        </message>
        <message>
            <source>Choose a PIN</source>
            <translation>Pumili ng PIN</translation>
        </message>
        <message>
            <source>4 to 8 digits that are hard to guess.</source>
            <translation>4 hanggang 8 numerong mahirap hulaan.</translation>
        </message>
        <message>
            <source>Type it once more</source>
            <translation>I-type ulit</translation>
        </message>
        <message>
            <source>So that no digit is wrong.</source>
            <translation>Para walang maling numero.</translation>
        </message>
        <message>
            <source>Your PIN is set</source>
            <translation>Ayos na ang PIN mo</translation>
        </message>
        <message>
            <source>With it and your phone number you come in without a card.</source>
            <translation>Gamit ito at ang phone number, makakapasok ka kahit walang card.</translation>
        </message>
        <message>
            <source>These were two different PINs. Choose one again.</source>
            <translation>Magkaiba ang dalawang PIN. Pumili ulit.</translation>
        </message>
        <message>
            <source>The PIN could not be kept. Please ask us.</source>
            <translation>Hindi naitala ang PIN. Magtanong sa amin.</translation>
        </message>
        <message>
            <source>Hold your card so that it fills the frame</source>
            <translation>Itapat ang card hanggang mapuno ang kahon</translation>
        </message>
        <message>
            <source>Hold your card to the scanner</source>
            <translation>Itapat ang card sa scanner</translation>
        </message>
        <message>
            <source>The camera shows nothing. Use the scanner, or phone and PIN.</source>
            <translation>Walang ipinapakita ang camera. Gamitin ang scanner, o phone at PIN.</translation>
        </message>
        <message>
            <source>Does it not work? Use your phone number and PIN, or ask us.</source>
            <translation>Ayaw gumana? Gamitin ang phone number at PIN, o magtanong sa amin.</translation>
        </message>
        <message>
            <source>Hold it a little closer.</source>
            <translation>Ilapit nang kaunti.</translation>
        </message>
        <message>
            <source>Hold it a little further away.</source>
            <translation>Ilayo nang kaunti.</translation>
        </message>
        <message>
            <source>Tilt it so that it does not shine.</source>
            <translation>Ikiling nang kaunti para hindi kumintab.</translation>
        </message>
        <message>
            <source>This is a payment QR. Show your Sikka card to see your coins.</source>
            <translation>QR ito na pambayad. Ipakita ang Sikka card para makita ang coins mo.</translation>
        </message>
        <message>
            <source>Too many numbers were typed here. Wait {seconds} seconds, or ask us: we will help you.</source>
            <translation>Masyadong maraming numero ang na-type dito. Maghintay ng {seconds} segundo, o magtanong sa amin: tutulungan ka namin.</translation>
        </message>
        <message>
            <source>The card you showed becomes yours.</source>
            <translation>Magiging sa iyo ang card na ipinakita mo.</translation>
        </message>
        <message>
            <source>Somebody else has this card already. Tap once more: you get a new one.</source>
            <translation>May nauna na sa card na ito. Pindutin ulit: bibigyan ka ng bago.</translation>
        </message>
    </context>
    <context>
        <name>launcher</name>
        <message>
            <source>Hub</source>
            <translation>Hub</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Kiosk</source>
            <translation>Kiosk</translation>
        </message>
        <message>
            <source>Redemption screen</source>
            <translation>Screen ng pagbibigay ng reward</translation>
        </message>
        <message>
            <source>Keeps the three screens in step.</source>
            <translation>Pinananatiling pare-pareho ang tatlong screen.</translation>
        </message>
        <message>
            <source>Members see their coins and choose rewards.</source>
            <translation>Dito tinitingnan ng mga miyembro ang coins nila at pumipili ng reward.</translation>
        </message>
        <message>
            <source>Staff hand rewards over.</source>
            <translation>Dito iniaabot ng staff ang mga reward.</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Binubuksan…</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Bukas</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Sarado</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Huminto</translation>
        </message>
        <message>
            <source>It stopped and is being opened again. It said: {reason}</source>
            <translation>Bigla itong huminto at binubuksan ulit. Ang sinabi: {reason}</translation>
        </message>
        <message>
            <source>It keeps stopping. Press Open to try again. It said: {reason}</source>
            <translation>Paulit-ulit itong humihinto. Pindutin ang Buksan para subukan ulit. Ang sinabi: {reason}</translation>
        </message>
        <message>
            <source>{name} ({role}): {pin}</source>
            <translation>{name} ({role}): {pin}</translation>
        </message>
        <message>
            <source>Practice counter</source>
            <translation>Counter para sa pagsasanay</translation>
        </message>
        <message>
            <source>Try everything here: nothing of it counts.</source>
            <translation>Subukan dito ang lahat: hindi totoo ang mga benta rito.</translation>
        </message>
        <message>
            <source>Staff record bills here; a window beside it is the customer's.</source>
            <translation>Dito itinatala ng staff ang mga resibo; sa customer ang window sa tabi nito.</translation>
        </message>
    </context>
    <context>
        <name>member</name>
        <message>
            <source>Member without a name</source>
            <translation>Member na walang pangalan</translation>
        </message>
        <message>
            <source>since {month}</source>
            <translation>mula {month}</translation>
        </message>
        <message>
            <source>No purchase with the card yet.</source>
            <translation>Wala pang pinamili gamit ang card.</translation>
        </message>
        <message>
            <source>{coins} more can be used later</source>
            <translation>{coins} pa ang magagamit sa mga susunod na araw</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) were taken back after a return; new coins fill this first.</source>
            <translation>
                <numerusform>May {coins} coin na binawi dahil sa return; dito muna mapupunta ang bagong coins.</numerusform>
                <numerusform>May {coins} coins na binawi dahil sa return; dito muna mapupunta ang bagong coins.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s): use by {day}</source>
            <translation>
                <numerusform>{coins} coin: gamitin hanggang {day}</numerusform>
                <numerusform>{coins} coins: gamitin hanggang {day}</numerusform>
            </translation>
        </message>
        <message>
            <source>Highest level</source>
            <translation>Pinakamataas na antas</translation>
        </message>
        <message>
            <source>{tier}: {money} to go</source>
            <translation>{tier}: {money} na lang</translation>
        </message>
        <message>
            <source>Store credit: {money}</source>
            <translation>Store credit: {money}</translation>
        </message>
    </context>
    <context>
        <name>member_pin</name>
        <message>
            <source>The member chooses a PIN</source>
            <translation>Pumipili ng PIN ang member</translation>
        </message>
        <message>
            <source>The member types the PIN</source>
            <translation>Tina-type ng member ang PIN</translation>
        </message>
        <message>
            <source>It is being typed once more on the customer's display.</source>
            <translation>Tina-type ulit ito sa screen ng customer.</translation>
        </message>
        <message>
            <source>On the customer's display. Never ask for it aloud.</source>
            <translation>Sa screen ng customer. Huwag itong itanong nang malakas.</translation>
        </message>
        <message>
            <source>A supervisor agrees instead</source>
            <translation>Supervisor na lang ang papayag</translation>
        </message>
        <message>
            <source>{name} gave no PIN. Nothing was used.</source>
            <translation>Hindi nag-PIN si {name}. Walang nagamit.</translation>
        </message>
        <message>
            <source>Coins or store credit of {name} worth {money} are spent without their PIN.</source>
            <translation>Gagastusin ang {money} na coins o store credit ni {name} nang walang PIN.</translation>
        </message>
    </context>
    <context>
        <name>moments</name>
        <message numerus="yes">
            <source>{coins} from {count} bill(s)</source>
            <translation>
                <numerusform>{coins} mula sa {count} resibo</numerusform>
                <numerusform>{coins} mula sa {count} resibo</numerusform>
            </translation>
        </message>
        <message>
            <source>{coins} for you</source>
            <translation>May {coins} ka</translation>
        </message>
        <message>
            <source>Bill {number} · {money} · {day}</source>
            <translation>Resibo {number} · {money} · {day}</translation>
        </message>
        <message>
            <source>You can have every reward here!</source>
            <translation>Kaya mo na ang lahat ng reward dito!</translation>
        </message>
        <message>
            <source>It is yours to take: {title}</source>
            <translation>Puwede mo nang kunin: {title}</translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s): {title}</source>
            <translation>
                <numerusform>{count} coin pa: {title}</numerusform>
                <numerusform>{count} coins pa: {title}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} of them can be used later</source>
            <translation>
                <numerusform>{count} sa mga ito ang magagamit sa ibang araw</numerusform>
                <numerusform>{count} sa mga ito ang magagamit sa ibang araw</numerusform>
            </translation>
        </message>
        <message>
            <source>You have joined. Next: your first purchase.</source>
            <translation>Kasali ka na. Susunod: ang una mong pamimili.</translation>
        </message>
        <message>
            <source>You have joined and shopped. Next: your first reward.</source>
            <translation>Kasali ka na at nakapamili na. Susunod: ang una mong reward.</translation>
        </message>
        <message>
            <source>Joined, shopped, rewarded: you know your way!</source>
            <translation>Kasali, nakapamili, may reward: alam mo na!</translation>
        </message>
        <message>
            <source>Your goal is full!</source>
            <translation>Puno na ang goal mo!</translation>
        </message>
        <message>
            <source>Good to have you here!</source>
            <translation>Masaya kaming nandito ka!</translation>
        </message>
        <message>
            <source>This gift was taken before. Your coins are safe.</source>
            <translation>Nakuha na ang regalong ito dati. Ligtas ang coins mo.</translation>
        </message>
        <message>
            <source>Level {level} of {levels}</source>
            <translation>Antas {level} sa {levels}</translation>
        </message>
        <message>
            <source>A badge for you!</source>
            <translation>May badge ka!</translation>
        </message>
        <message>
            <source>a voucher</source>
            <translation>isang voucher</translation>
        </message>
        <message>
            <source>Your gift is kept for you. It is yours after your first purchase, or ask us.</source>
            <translation>Nakatabi ang regalo mo. Sa iyo na ito pagkatapos ng una mong bili, o magtanong sa amin.</translation>
        </message>
    </context>
    <context>
        <name>myvouchers</name>
        <message>
            <source>From {day} on</source>
            <translation>Simula {day}</translation>
        </message>
        <message>
            <source>Ran out on {day}</source>
            <translation>Nawalan ng bisa noong {day}</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Nagamit na</translation>
        </message>
        <message>
            <source>Used: {day}</source>
            <translation>Ginamit: {day}</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Kinansela</translation>
        </message>
        <message>
            <source>Today only</source>
            <translation>Ngayong araw na lang</translation>
        </message>
        <message>
            <source>Use it by {day}</source>
            <translation>Gamitin hanggang {day}</translation>
        </message>
        <message>
            <source>Go to the counter and say your number.</source>
            <translation>Pumunta sa counter at sabihin ang numero mo.</translation>
        </message>
        <message>
            <source>Show this at the counter when you pay.</source>
            <translation>Ipakita ito sa counter pagbayad mo.</translation>
        </message>
        <message>
            <source>Show this at the counter, we hand it over.</source>
            <translation>Ipakita ito sa counter, iaabot namin.</translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s) are yours again.</source>
            <translation>
                <numerusform>Sa iyo na ulit ang {count} coin.</numerusform>
                <numerusform>Sa iyo na ulit ang {count} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>This one stays</source>
            <translation>Sa iyo na ito</translation>
        </message>
        <message>
            <source>It was a gift, so there are no coins to give back.</source>
            <translation>Regalo ito, kaya walang coins na ibabalik.</translation>
        </message>
        <message>
            <source>It was used already</source>
            <translation>Nagamit na ito</translation>
        </message>
        <message>
            <source>What was handed over cannot be cancelled here.</source>
            <translation>Hindi na makakansela rito ang naiabot na.</translation>
        </message>
        <message>
            <source>It ran out</source>
            <translation>Nawalan na ito ng bisa</translation>
        </message>
        <message>
            <source>The coins for it come back by themselves.</source>
            <translation>Kusang babalik ang coins nito.</translation>
        </message>
        <message>
            <source>This did not work</source>
            <translation>Hindi natuloy</translation>
        </message>
        <message>
            <source>No vouchers just now. Take a reward and it is here.</source>
            <translation>Wala pang voucher. Kumuha ng reward at makikita mo ito rito.</translation>
        </message>
        <message numerus="yes">
            <source>You get {count} coin(s) back.</source>
            <translation>
                <numerusform>Babalik sa iyo ang {count} coin.</numerusform>
                <numerusform>Babalik sa iyo ang {count} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>Voucher</translation>
        </message>
        <message>
            <source>This voucher is not open any more.</source>
            <translation>Hindi na bukas ang voucher na ito.</translation>
        </message>
        <message>
            <source>No connection just now, so it may have to wait. The voucher stays good until then.</source>
            <translation>Walang koneksyon ngayon, kaya baka kailangang maghintay. May bisa pa rin ang voucher.</translation>
        </message>
    </context>
    <context>
        <name>people</name>
        <message>
            <source>cashier</source>
            <translation>cashier</translation>
        </message>
        <message>
            <source>supervisor</source>
            <translation>supervisor</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>may-ari</translation>
        </message>
        <message numerus="yes">
            <source>Wrong PIN. You can try {tries} more time(s).</source>
            <translation>
                <numerusform>Maling PIN. {tries} pang subok ang puwede.</numerusform>
                <numerusform>Maling PIN. {tries} pang subok ang puwede.</numerusform>
            </translation>
        </message>
        <message>
            <source>Too many wrong PINs. Wait {seconds} seconds, then try again.</source>
            <translation>Sobrang daming maling PIN. Maghintay ng {seconds} segundo, saka subukan ulit.</translation>
        </message>
        <message numerus="yes">
            <source>Too many wrong PINs. Wait {minutes} minute(s), then try again.</source>
            <translation>
                <numerusform>Sobrang daming maling PIN. Maghintay ng {minutes} minuto, saka subukan ulit.</numerusform>
                <numerusform>Sobrang daming maling PIN. Maghintay ng {minutes} minuto, saka subukan ulit.</numerusform>
            </translation>
        </message>
        <message>
            <source>Card {number} is blocked: it was replaced or reported lost. Find the member with the phone number (F2).</source>
            <translation>Naka-block ang card {number}: pinalitan o nawala ito. Hanapin ang member gamit ang phone number (F2).</translation>
        </message>
        <message>
            <source>Card {number} belongs to nobody yet. Press F2 to enrol the customer.</source>
            <translation>Wala pang may-ari ang card {number}. Pindutin ang F2 para i-enrol ang customer.</translation>
        </message>
        <message>
            <source>This card is from another shop. It does not work here.</source>
            <translation>Galing sa ibang tindahan ang card na ito. Hindi ito gagana rito.</translation>
        </message>
        <message>
            <source>The card could not be read completely. Scan it again, or find the member (F2).</source>
            <translation>Hindi nabasa nang buo ang card. I-scan ulit, o hanapin ang member (F2).</translation>
        </message>
        <message>
            <source>This is a payment QR code. Ask for the Sikka card and scan that.</source>
            <translation>QR pambayad ito. Hingin ang Sikka card at iyon ang i-scan.</translation>
        </message>
        <message>
            <source>This is a voucher, not a card. Scan the member's card.</source>
            <translation>Voucher ito, hindi card. I-scan ang card ng member.</translation>
        </message>
        <message>
            <source>This code is a web address, not a card. Scan the member's card.</source>
            <translation>Website ang code na ito, hindi card. I-scan ang card ng member.</translation>
        </message>
        <message>
            <source>No item has the code {code}. Type its name, or enter the amount (F3).</source>
            <translation>Walang item na may code {code}. I-type ang pangalan, o ilagay ang halaga (F3).</translation>
        </message>
        <message>
            <source>The keyboard of this computer is set to Hindi, so the scanner types Hindi letters. Switch it to English and scan again.</source>
            <translation>Naka-Hindi ang keyboard ng computer, kaya Hindi ang tina-type ng scanner. Ilipat sa English at i-scan ulit.</translation>
        </message>
        <message>
            <source>The voucher could not be read completely. Scan it again.</source>
            <translation>Hindi nabasa nang buo ang voucher. I-scan ulit.</translation>
        </message>
        <message>
            <source>This code is not known here. Scan the member's card, or find the member (F2).</source>
            <translation>Hindi kilala ang code na ito. I-scan ang card ng member, o hanapin siya (F2).</translation>
        </message>
        <message>
            <source>Ask if the customer agrees. If so, tick the box.</source>
            <translation>Itanong kung pumapayag ang customer. Kung oo, lagyan ng check.</translation>
        </message>
        <message>
            <source>Type a name or nickname, or a phone number.</source>
            <translation>I-type ang pangalan, palayaw o phone number.</translation>
        </message>
        <message>
            <source>Type a shorter name, without signs.</source>
            <translation>I-type ang mas maikling pangalan, walang simbolo.</translation>
        </message>
        <message>
            <source>This birthday cannot be right. Check the year.</source>
            <translation>Mukhang mali ang birthday. Tingnan ang taon.</translation>
        </message>
        <message>
            <source>The friend is not a member here. Leave the friend out.</source>
            <translation>Hindi member dito ang kaibigan. Iwanang blangko ang kaibigan.</translation>
        </message>
        <message>
            <source>This is not a phone number. Type all 11 digits, like 0917….</source>
            <translation>Hindi ito phone number. I-type ang lahat ng 11 numero, gaya ng 0917….</translation>
        </message>
        <message>
            <source>This is not a phone number. Type all 10 digits.</source>
            <translation>Hindi ito phone number. I-type ang lahat ng 10 numero.</translation>
        </message>
        <message>
            <source>Card {number} belongs to another member.</source>
            <translation>Sa ibang member ang card {number}.</translation>
        </message>
        <message>
            <source>The card could not be read completely. Scan it again.</source>
            <translation>Hindi nabasa nang buo ang card. I-scan ulit.</translation>
        </message>
        <message>
            <source>This member has no card that works.</source>
            <translation>Walang aktibong card ang member na ito.</translation>
        </message>
        <message>
            <source>This member is not known here any more.</source>
            <translation>Wala na rito ang member na ito.</translation>
        </message>
        <message>
            <source>Both cards belong to the same member already.</source>
            <translation>Sa iisang member na ang dalawang card.</translation>
        </message>
        <message>
            <source>The disk of this computer is full. The customer is no member yet. Free some space, then try again.</source>
            <translation>Puno na ang disk ng computer na ito. Hindi pa member ang customer. Magbakante ng espasyo, saka subukan ulit.</translation>
        </message>
        <message>
            <source>Other tills cannot be asked about card {number} now, so a new number is made. Sure that the card is new? Scan it again.</source>
            <translation>Hindi matanong ngayon ang ibang counter tungkol sa card {number}, kaya gagawa ng bagong number. Siguradong bago ang card? I-scan ulit.</translation>
        </message>
    </context>
    <context>
        <name>printing</name>
        <message numerus="yes">
            <source>{count} slip(s) wait.</source>
            <translation>
                <numerusform>{count} slip ang naghihintay.</numerusform>
                <numerusform>{count} slip ang naghihintay.</numerusform>
            </translation>
        </message>
        <message>
            <source>The slip printer does not answer. Check that it is switched on and its cable is in.</source>
            <translation>Hindi sumasagot ang printer ng slip. Tingnan kung bukas ito at nakakabit ang kable.</translation>
        </message>
        <message>
            <source>The slip printer has no paper. Put in a new roll.</source>
            <translation>Walang papel ang printer ng slip. Maglagay ng bagong rolyo.</translation>
        </message>
        <message>
            <source>The slip printer's cover is open. Close it.</source>
            <translation>Bukas ang takip ng printer ng slip. Isara ito.</translation>
        </message>
        <message>
            <source>The slip printer reports a fault. Switch it off and on again.</source>
            <translation>May problema ang printer ng slip. Patayin ito at buksan ulit.</translation>
        </message>
        <message>
            <source>The connection to the slip printer broke off. Check its cable; the slip comes again.</source>
            <translation>Naputol ang koneksyon sa printer ng slip. Tingnan ang kable; lalabas ulit ang slip.</translation>
        </message>
        <message>
            <source>The slip printer does not go on. Check its paper and its cover.</source>
            <translation>Huminto ang printer ng slip. Tingnan ang papel at takip.</translation>
        </message>
        <message>
            <source>The last slip was wider than the paper and was not printed. Call your supervisor: the paper width is set wrongly.</source>
            <translation>Mas malapad sa papel ang huling slip kaya hindi na-print. Tawagin ang supervisor: mali ang nakatakdang lapad ng papel.</translation>
        </message>
        <message>
            <source>The slip printer is not set up rightly. Call your supervisor; sales go on.</source>
            <translation>Hindi tama ang pagkaka-set up ng printer ng slip. Tawagin ang supervisor; tuloy lang ang benta.</translation>
        </message>
        <message>
            <source>A slip could not be kept: the disk of this computer is full. Free some space.</source>
            <translation>Hindi naitago ang slip: puno na ang disk ng computer na ito. Magbakante ng espasyo.</translation>
        </message>
        <message>
            <source>The slip of {title} is kept as a file in the shop's folder.</source>
            <translation>Naka-save bilang file sa folder ng tindahan ang slip ng {title}.</translation>
        </message>
        <message>
            <source>The slip of {title} is being printed again.</source>
            <translation>Pini-print ulit ang slip ng {title}.</translation>
        </message>
        <message>
            <source>There is no sale on this counter to print yet.</source>
            <translation>Wala pang benta sa kahang ito na mapi-print.</translation>
        </message>
        <message>
            <source>Slips are switched off on this counter.</source>
            <translation>Naka-off ang slip sa kahang ito.</translation>
        </message>
        <message>
            <source>This slip could not be made. Call your supervisor; sales go on.</source>
            <translation>Hindi nagawa ang slip na ito. Tawagin ang supervisor; tuloy ang benta.</translation>
        </message>
        <message numerus="yes">
            <source>{count} slip(s) could not be printed and were left out. Print them again under Today (F10), or call your supervisor.</source>
            <translation>
                <numerusform>{count} slip ang hindi na-print at nilaktawan. I-print ulit sa Kuwenta (F10), o tawagin ang supervisor.</numerusform>
                <numerusform>{count} slip ang hindi na-print at nilaktawan. I-print ulit sa Kuwenta (F10), o tawagin ang supervisor.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>raffle</name>
        <message>
            <source>Drawn: {day}</source>
            <translation>Binunot: {day}</translation>
        </message>
        <message>
            <source>It is drawn today!</source>
            <translation>Ngayon ang bunutan!</translation>
        </message>
        <message>
            <source>It is drawn on {day}</source>
            <translation>Bubunutin sa {day}</translation>
        </message>
        <message>
            <source>You have no ticket yet</source>
            <translation>Wala ka pang tiket</translation>
        </message>
        <message numerus="yes">
            <source>You have {count} ticket(s)</source>
            <translation>
                <numerusform>May {count} tiket ka</numerusform>
                <numerusform>May {count} tiket ka</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>1 ticket for {count} coin(s)</source>
            <translation>
                <numerusform>{count} coin ang 1 tiket</numerusform>
                <numerusform>{count} coins ang 1 tiket</numerusform>
            </translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>hanggang {day}</translation>
        </message>
        <message>
            <source>A member</source>
            <translation>Isang miyembro</translation>
        </message>
        <message>
            <source>Before the first ticket we locked a secret number away and hung up its fingerprint: {fingerprint}…</source>
            <translation>Bago ang unang tiket, itinago namin ang isang lihim na numero at ipinaskil ang tatak nito: {fingerprint}…</translation>
        </message>
        <message>
            <source>On the morning of the draw the list of all tickets was closed. Its fingerprint: {fingerprint}…</source>
            <translation>Isinara ang listahan ng lahat ng tiket sa umaga ng bunutan. Ang tatak nito: {fingerprint}…</translation>
        </message>
        <message>
            <source>After the draw we show the secret number. Then anybody can work out the winners again; nobody can choose them.</source>
            <translation>Pagkatapos ng bunutan, ipapakita namin ang lihim na numero. Kahit sino ay makakapagkuwenta ulit ng mga nanalo; walang puwedeng mamili.</translation>
        </message>
        <message>
            <source>The secret number is open now, so anybody can work out the winners again. Ask us for the sheet with it.</source>
            <translation>Bukas na ang lihim na numero, kaya kahit sino ay makakapagkuwenta ulit ng mga nanalo. Hingin sa amin ang papel nito.</translation>
        </message>
        <message>
            <source>No ticket was bought</source>
            <translation>Walang nabiling tiket</translation>
        </message>
        <message numerus="yes">
            <source>{count} is the most each person can buy.</source>
            <translation>
                <numerusform>Hanggang {count} lang ang mabibili ng bawat isa.</numerusform>
                <numerusform>Hanggang {count} lang ang mabibili ng bawat isa.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s) are missing.</source>
            <translation>
                <numerusform>Kulang ng {count} coin.</numerusform>
                <numerusform>Kulang ng {count} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>Tickets are sold from {first} to {last}.</source>
            <translation>May tiket mula {first} hanggang {last}.</translation>
        </message>
        <message>
            <source>Tickets are not sold for coins.</source>
            <translation>Hindi nabibili ng coins ang tiket.</translation>
        </message>
        <message>
            <source>You have these already</source>
            <translation>Nasa iyo na ang mga ito</translation>
        </message>
        <message>
            <source>The coins went only once.</source>
            <translation>Isang beses lang nabawas ang coins.</translation>
        </message>
        <message>
            <source>No lucky draw just now.</source>
            <translation>Wala munang raffle ngayon.</translation>
        </message>
        <message numerus="yes">
            <source>and {count} more</source>
            <translation>
                <numerusform>at {count} pa</numerusform>
                <numerusform>at {count} pa</numerusform>
            </translation>
        </message>
        <message>
            <source>No connection just now, so no tickets can be bought. Your coins are safe.</source>
            <translation>Walang koneksyon ngayon, kaya hindi muna makabibili ng tiket. Ligtas ang coins mo.</translation>
        </message>
        <message>
            <source>Good luck!</source>
            <translation>Suwertehin ka sana!</translation>
        </message>
        <message numerus="yes">
            <source>{count} ticket(s) more are yours.</source>
            <translation>
                <numerusform>Sa iyo na ang {count} pang tiket.</numerusform>
                <numerusform>Sa iyo na ang {count} pang tiket.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>redemption</name>
        <message>
            <source> or </source>
            <translation> o </translation>
        </message>
        <message>
            <source>A supervisor must agree</source>
            <translation>Kailangan ang pagsang-ayon ng supervisor</translation>
        </message>
        <message>
            <source>Already claimed</source>
            <translation>Nakuha na ito</translation>
        </message>
        <message>
            <source>Already claimed {when}</source>
            <translation>Nakuha na: {when}</translation>
        </message>
        <message>
            <source>Already claimed {when} by {who}</source>
            <translation>Nakuha na: {when}, inabot ni {who}</translation>
        </message>
        <message>
            <source>Ask a supervisor to type the PIN here.</source>
            <translation>Ipa-type dito sa supervisor ang PIN.</translation>
        </message>
        <message>
            <source>Ask for the voucher or the Sikka card, and scan that.</source>
            <translation>Hingin ang voucher o Sikka card, at iyon ang i-scan.</translation>
        </message>
        <message>
            <source>Call your supervisor if this is a mistake.</source>
            <translation>Kung mali ito, tawagin ang supervisor.</translation>
        </message>
        <message>
            <source>Card {number} belongs to nobody yet</source>
            <translation>Wala pang may-ari ang card {number}</translation>
        </message>
        <message>
            <source>Card {number} is blocked</source>
            <translation>Naka-block ang card {number}</translation>
        </message>
        <message>
            <source>Check the number, or scan the member's card.</source>
            <translation>Tingnan ang numero, o i-scan ang card ng miyembro.</translation>
        </message>
        <message>
            <source>Check: {goods}</source>
            <translation>Tiyakin: {goods}</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Piliin</translation>
        </message>
        <message>
            <source>Claim and hand over</source>
            <translation>Itala at iabot</translation>
        </message>
        <message>
            <source>Do not hand over</source>
            <translation>Huwag iabot</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Tapos na</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Isauli</translation>
        </message>
        <message>
            <source>Give this back?</source>
            <translation>Isauli ito?</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>Naisauli na</translation>
        </message>
        <message>
            <source>Good until {day}</source>
            <translation>Puwede hanggang {day}</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Iabot</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>Pag-aabot</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Naiabot na</translation>
        </message>
        <message>
            <source>Handed over today: {count}</source>
            <translation>Naiabot ngayon: {count}</translation>
        </message>
        <message>
            <source>If {name} did not get it, call your supervisor.</source>
            <translation>Kung hindi ito natanggap ni {name}, tawagin ang supervisor.</translation>
        </message>
        <message>
            <source>It can be had from {day}.</source>
            <translation>Makukuha ito simula {day}.</translation>
        </message>
        <message>
            <source>It can be used only in the shop that gave it.</source>
            <translation>Magagamit lang ito sa tindahang nagbigay.</translation>
        </message>
        <message>
            <source>It cannot be had any more.</source>
            <translation>Hindi na ito makukuha.</translation>
        </message>
        <message>
            <source>It cost no coins. The voucher ends.</source>
            <translation>Walang ginastang coins dito. Mawawala ang voucher.</translation>
        </message>
        <message>
            <source>It does not work here.</source>
            <translation>Hindi ito gagana dito.</translation>
        </message>
        <message>
            <source>It had cost no coins.</source>
            <translation>Walang ginastang coins dito.</translation>
        </message>
        <message>
            <source>It is worth nothing any more. Scan the card of {name}: what else is there?</source>
            <translation>Wala na itong bisa. I-scan ang card ni {name} at tingnan kung ano pa ang mayroon.</translation>
        </message>
        <message>
            <source>It was replaced or reported lost. Type the member's phone number instead.</source>
            <translation>Napalitan ito o nawala. I-type na lang ang numero ng telepono ng miyembro.</translation>
        </message>
        <message>
            <source>It was used elsewhere</source>
            <translation>Nagamit na ito sa iba</translation>
        </message>
        <message>
            <source>Keep the thing here. The voucher stays good: try again when the connection is back.</source>
            <translation>Itabi muna ito. May bisa pa ang voucher: subukan ulit pagbalik ng koneksyon.</translation>
        </message>
        <message>
            <source>Look at the list of what waits, or scan the card.</source>
            <translation>Tingnan ang listahan ng naghihintay, o i-scan ang card.</translation>
        </message>
        <message>
            <source>Member without a name</source>
            <translation>Miyembrong walang pangalan</translation>
        </message>
        <message numerus="yes">
            <source>Members can choose rewards here for up to {coins} coin(s) each.</source>
            <translation>
                <numerusform>Makakapili rito ang bawat miyembro ng reward hanggang {coins} coin.</numerusform>
                <numerusform>Makakapili rito ang bawat miyembro ng reward hanggang {coins} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>Next customer</source>
            <translation>Susunod na customer</translation>
        </message>
        <message>
            <source>No connection since {when}.</source>
            <translation>Walang koneksyon mula {when}.</translation>
        </message>
        <message>
            <source>No connection yet.</source>
            <translation>Wala pang koneksyon.</translation>
        </message>
        <message>
            <source>No voucher has the number {number}</source>
            <translation>Walang voucher na may numerong {number}</translation>
        </message>
        <message>
            <source>Nobody found: {typed}</source>
            <translation>Walang nakita: {typed}</translation>
        </message>
        <message>
            <source>None is left.</source>
            <translation>Ubos na.</translation>
        </message>
        <message>
            <source>Not at this screen</source>
            <translation>Hindi rito</translation>
        </message>
        <message>
            <source>Not yet: it is good from {day}</source>
            <translation>Hindi pa: puwede simula {day}</translation>
        </message>
        <message>
            <source>Nothing is lost: {name} can come back then.</source>
            <translation>Hindi ito mawawala: puwedeng bumalik si {name} sa araw na iyon.</translation>
        </message>
        <message>
            <source>Nothing to hand over yet, and no reward is within reach.</source>
            <translation>Wala pang iaabot, at wala pang reward na kayang kunin.</translation>
        </message>
        <message>
            <source>Nothing to hand over: {name} has it already.</source>
            <translation>Walang iaabot: nasa kay {name} na ito.</translation>
        </message>
        <message>
            <source>Nothing waits. What members choose at the kiosk shows up here.</source>
            <translation>Walang naghihintay. Lalabas dito ang pipiliin ng mga miyembro sa kiosk.</translation>
        </message>
        <message>
            <source>Nothing was handed over yet today.</source>
            <translation>Wala pang naiaabot ngayong araw.</translation>
        </message>
        <message>
            <source>Nothing was recorded. Free some space, then scan again.</source>
            <translation>Walang naitala. Magbakante ng espasyo, saka i-scan ulit.</translation>
        </message>
        <message>
            <source>Number {ticket} was given twice</source>
            <translation>Dalawang beses naibigay ang numero {ticket}</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Sandali lang…</translation>
        </message>
        <message>
            <source>REPRINT</source>
            <translation>REPRINT</translation>
        </message>
        <message>
            <source>Ready to print: {file}</source>
            <translation>Handa nang i-print: {file}</translation>
        </message>
        <message>
            <source>Reward</source>
            <translation>Reward</translation>
        </message>
        <message>
            <source>Reward for coins</source>
            <translation>Reward kapalit ng coins</translation>
        </message>
        <message>
            <source>Scan it again, or type its number.</source>
            <translation>I-scan ulit, o i-type ang numero nito.</translation>
        </message>
        <message>
            <source>Scan it again, or type the member's phone number.</source>
            <translation>I-scan ulit, o i-type ang numero ng telepono ng miyembro.</translation>
        </message>
        <message>
            <source>Scan the card of {name}: what else is there?</source>
            <translation>I-scan ang card ni {name} at tingnan kung ano pa ang mayroon.</translation>
        </message>
        <message>
            <source>Scan the next one</source>
            <translation>I-scan ang susunod</translation>
        </message>
        <message>
            <source>Scan the voucher itself.</source>
            <translation>Ang voucher mismo ang i-scan.</translation>
        </message>
        <message>
            <source>Scan the voucher or the member's card.</source>
            <translation>I-scan ang voucher o ang card ng miyembro.</translation>
        </message>
        <message>
            <source>Send the customer to the counter to become a member.</source>
            <translation>Papuntahin ang customer sa counter para maging miyembro.</translation>
        </message>
        <message>
            <source>Send {name} to the counter: it comes off the bill there.</source>
            <translation>Papuntahin si {name} sa counter: doon ito ibabawas sa resibo.</translation>
        </message>
        <message>
            <source>Set it to English and scan again.</source>
            <translation>Gawin itong English at i-scan ulit.</translation>
        </message>
        <message>
            <source>Show what else there is</source>
            <translation>Ipakita ang iba pa</translation>
        </message>
        <message>
            <source>Sikka on this screen needs an update. Vouchers wait.</source>
            <translation>Kailangang i-update ang Sikka sa screen na ito. Maghihintay ang mga voucher.</translation>
        </message>
        <message>
            <source>Something went wrong here. Call your supervisor before you go on.</source>
            <translation>Nagkaproblema rito. Tawagin ang supervisor bago magpatuloy.</translation>
        </message>
        <message>
            <source>Sound off</source>
            <translation>Patayin ang tunog</translation>
        </message>
        <message>
            <source>Sound on</source>
            <translation>Buksan ang tunog</translation>
        </message>
        <message numerus="yes">
            <source>Take {coins} coin(s)</source>
            <translation>
                <numerusform>Kunin ang {coins} coin</numerusform>
                <numerusform>Kunin ang {coins} coins</numerusform>
            </translation>
        </message>
        <message>
            <source>The card could not be read</source>
            <translation>Hindi mabasa ang card</translation>
        </message>
        <message>
            <source>The clock of this computer is wrong. Set it right.</source>
            <translation>Mali ang oras ng computer na ito. Itama ito.</translation>
        </message>
        <message>
            <source>The disk of this computer is full</source>
            <translation>Puno na ang disk ng computer na ito</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Nothing was recorded. Free some space, then try again.</source>
            <translation>Puno na ang disk ng computer na ito. Walang naitala. Magbakante ng espasyo, saka subukan ulit.</translation>
        </message>
        <message>
            <source>The keyboard is set to Hindi</source>
            <translation>Naka-Hindi ang keyboard</translation>
        </message>
        <message>
            <source>The member has had this as often as it is meant.</source>
            <translation>Nakuha na ito ng miyembro sa dami ng puwede.</translation>
        </message>
        <message>
            <source>The owner has taken this screen out of use. Ask the owner.</source>
            <translation>Inalis ng may-ari sa paggamit ang screen na ito. Tanungin ang may-ari.</translation>
        </message>
        <message>
            <source>The slip could not be saved. Type the number instead.</source>
            <translation>Hindi na-save ang slip. I-type na lang ang numero.</translation>
        </message>
        <message>
            <source>The voucher could not be read</source>
            <translation>Hindi mabasa ang voucher</translation>
        </message>
        <message>
            <source>There is no number {ticket} today</source>
            <translation>Walang numero {ticket} ngayong araw</translation>
        </message>
        <message>
            <source>This cannot be had for coins.</source>
            <translation>Hindi ito makukuha kapalit ng coins.</translation>
        </message>
        <message>
            <source>This card is from another shop</source>
            <translation>Sa ibang tindahan ang card na ito</translation>
        </message>
        <message>
            <source>This is a payment code</source>
            <translation>Pambayad na QR ito</translation>
        </message>
        <message>
            <source>This is neither a voucher nor a card</source>
            <translation>Hindi ito voucher o card</translation>
        </message>
        <message>
            <source>This is recorded already. It counts once.</source>
            <translation>Naitala na ito. Isang beses lang ito bibilangin.</translation>
        </message>
        <message>
            <source>This is the code of an item</source>
            <translation>Code ito ng paninda</translation>
        </message>
        <message>
            <source>This member is not known here any more</source>
            <translation>Wala na rito ang miyembrong ito</translation>
        </message>
        <message>
            <source>This needs the connection</source>
            <translation>Kailangan nito ng koneksyon</translation>
        </message>
        <message>
            <source>This needs the connection. Try again when it is back.</source>
            <translation>Kailangan nito ng koneksyon. Subukan ulit pagbalik nito.</translation>
        </message>
        <message>
            <source>This reward is for another member level.</source>
            <translation>Para sa ibang antas ng miyembro ang reward na ito.</translation>
        </message>
        <message>
            <source>This voucher is from another shop</source>
            <translation>Sa ibang tindahan ang voucher na ito</translation>
        </message>
        <message>
            <source>This voucher was cancelled</source>
            <translation>Kinansela na ang voucher na ito</translation>
        </message>
        <message>
            <source>Too late: it was good until {day}</source>
            <translation>Huli na: hanggang {day} lang ito</translation>
        </message>
        <message>
            <source>Two kiosks gave this number. Ask for the name.</source>
            <translation>Dalawang kiosk ang nagbigay ng numerong ito. Itanong ang pangalan.</translation>
        </message>
        <message>
            <source>Voucher, for the counter</source>
            <translation>Voucher, para sa counter</translation>
        </message>
        <message>
            <source>Voucher, good until {day}</source>
            <translation>Voucher, hanggang {day}</translation>
        </message>
        <message>
            <source>Waiting: {count}</source>
            <translation>Naghihintay: {count}</translation>
        </message>
        <message>
            <source>Which number {ticket}?</source>
            <translation>Kaninong numero {ticket}?</translation>
        </message>
        <message>
            <source>Who is it?</source>
            <translation>Sino siya?</translation>
        </message>
        <message numerus="yes">
            <source>Without the connection at most {coins} coin(s) can be used.</source>
            <translation>
                <numerusform>Kapag walang koneksyon, hanggang {coins} coin lang ang magagamit.</numerusform>
                <numerusform>Kapag walang koneksyon, hanggang {coins} coins lang ang magagamit.</numerusform>
            </translation>
        </message>
        <message>
            <source>You can hand over what was chosen at this screen. All other vouchers wait until it is back.</source>
            <translation>Maiaabot ang mga pinili sa screen na ito. Maghihintay ang ibang voucher hanggang bumalik ito.</translation>
        </message>
        <message>
            <source>handed over by {who}</source>
            <translation>inabot ni {who}</translation>
        </message>
        <message>
            <source>the member</source>
            <translation>miyembro</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translation>kay {name}</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} coin</numerusform>
                <numerusform>{coins} coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) more are needed.</source>
            <translation>
                <numerusform>Kulang pa ng {coins} coin.</numerusform>
                <numerusform>Kulang pa ng {coins} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} chooses</source>
            <translation>Pinili ni {name}</translation>
        </message>
        <message numerus="yes">
            <source>{name} gets {coins} coin(s) back. The voucher ends.</source>
            <translation>
                <numerusform>Babalik kay {name} ang {coins} coin. Mawawala ang voucher.</numerusform>
                <numerusform>Babalik kay {name} ang {coins} coins. Mawawala ang voucher.</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} has something more: press Enter</source>
            <translation>May iba pa si {name}: pindutin ang Enter</translation>
        </message>
        <message numerus="yes">
            <source>{name} has {coins} coin(s) back.</source>
            <translation>
                <numerusform>Naibalik kay {name} ang {coins} coin.</numerusform>
                <numerusform>Naibalik kay {name} ang {coins} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>{nth} of {of}</source>
            <translation>{nth} sa {of}</translation>
        </message>
        <message>
            <source>“{typed}” fits several members</source>
            <translation>Maraming miyembro ang tugma sa “{typed}”</translation>
        </message>
        <message>
            <source>The slip is being printed.</source>
            <translation>Pini-print na ang slip.</translation>
        </message>
    </context>
    <context>
        <name>returns</name>
        <message>
            <source>No more of this item can come back from this bill.</source>
            <translation>Wala nang ganitong item na maisasauli mula sa resibong ito.</translation>
        </message>
        <message>
            <source>Return from bill {number}</source>
            <translation>Return mula sa resibo {number}</translation>
        </message>
        <message>
            <source>{money}, {day}</source>
            <translation>{money}, {day}</translation>
        </message>
        <message>
            <source>Bills of {name}, or type the number of another.</source>
            <translation>Mga resibo ni {name}, o i-type ang number ng iba.</translation>
        </message>
        <message>
            <source>Type the number on the customer's bill, or scan the card.</source>
            <translation>I-type ang number sa resibo ng customer, o i-scan ang card.</translation>
        </message>
        <message>
            <source>No bill {number} on this counter. Check the printed bill.</source>
            <translation>Walang resibo {number} sa counter na ito. Tingnan ang naka-print na resibo.</translation>
        </message>
        <message>
            <source>{name} has no bill that can still be returned.</source>
            <translation>Walang resibo si {name} na puwede pang i-return.</translation>
        </message>
        <message>
            <source>void</source>
            <translation>void</translation>
        </message>
        <message>
            <source>all returned</source>
            <translation>na-return na lahat</translation>
        </message>
        <message>
            <source>{quantity} bought, {money}</source>
            <translation>{quantity} ang binili, {money}</translation>
        </message>
        <message>
            <source>Coins taken back</source>
            <translation>Babawiing coins</translation>
        </message>
        <message>
            <source>Coins given back that paid for it</source>
            <translation>Ibabalik na coins na ipinambayad</translation>
        </message>
        <message>
            <source>Store credit given back that paid for it</source>
            <translation>Ibabalik na store credit na ipinambayad</translation>
        </message>
        <message>
            <source>A gift came with it: ask for it back</source>
            <translation>May kasamang regalo ito: bawiin din</translation>
        </message>
        <message>
            <source>Coins already used, not taken back</source>
            <translation>Nagamit nang coins, hindi na babawiin</translation>
        </message>
        <message>
            <source>Coins already used, kept from the money</source>
            <translation>Nagamit nang coins, ibinawas sa isasauli</translation>
        </message>
        <message>
            <source>Not on a bill of this member: no coins change</source>
            <translation>Wala sa resibo ng member: walang magbabago sa coins</translation>
        </message>
        <message>
            <source>No coins change</source>
            <translation>Walang magbabago sa coins</translation>
        </message>
        <message>
            <source>Store credit taken back that came with it</source>
            <translation>Babawiing store credit na nakuha rito</translation>
        </message>
        <message>
            <source>Voucher that can be used again</source>
            <translation>Voucher na puwede na ulit gamitin</translation>
        </message>
        <message>
            <source>Gift that came with it, no longer due</source>
            <translation>Kasamang regalo na hindi na ibibigay</translation>
        </message>
    </context>
    <context>
        <name>review</name>
        <message>
            <source>Survey: {title}</source>
            <translation>Survey: {title}</translation>
        </message>
        <message>
            <source>Many bills on one card</source>
            <translation>Maraming resibo sa iisang card</translation>
        </message>
        <message>
            <source>One cashier, often the same card</source>
            <translation>Iisang cashier, madalas iisang card</translation>
        </message>
        <message>
            <source>Many sales made void</source>
            <translation>Maraming bentang na-void</translation>
        </message>
        <message>
            <source>Many bills added to a card afterwards</source>
            <translation>Maraming resibong idinagdag sa card pagkatapos</translation>
        </message>
        <message>
            <source>Bills added to cards within minutes</source>
            <translation>Mga resibong idinagdag sa card sa loob ng ilang minuto</translation>
        </message>
        <message>
            <source>Many coins given by hand</source>
            <translation>Maraming coins na ibinigay nang mano-mano</translation>
        </message>
        <message>
            <source>A welcome gift waits</source>
            <translation>May naghihintay na welcome gift</translation>
        </message>
        <message>
            <source>Coins that do not fit the rules</source>
            <translation>Coins na hindi tugma sa patakaran</translation>
        </message>
        <message>
            <source>Something to look at</source>
            <translation>May dapat tingnan</translation>
        </message>
        <message>
            <source>member without a name</source>
            <translation>member na walang pangalan</translation>
        </message>
        <message>
            <source>at the kiosk</source>
            <translation>sa kiosk</translation>
        </message>
        <message>
            <source>by {staff}</source>
            <translation>ginawa ni {staff}</translation>
        </message>
        <message>
            <source>The answers came faster than anybody can read.</source>
            <translation>Mas mabilis ang mga sagot kaysa kayang basahin ninuman.</translation>
        </message>
        <message>
            <source>Every answer is the same.</source>
            <translation>Pare-pareho ang lahat ng sagot.</translation>
        </message>
        <message>
            <source>The question that checks attention was missed.</source>
            <translation>Mali ang sagot sa tanong na sumusubok kung nagbabasa.</translation>
        </message>
        <message>
            <source>{found} bills on this card in one day; up to {limit} is usual.</source>
            <translation>{found} resibo sa card na ito sa isang araw; hanggang {limit} ang karaniwan.</translation>
        </message>
        <message>
            <source>{found} of the cashier's {of} bills with a card were on this one card; up to {limit} of 100 is usual.</source>
            <translation>Sa {of} resibong may card ng cashier, {found} ang sa card na ito; hanggang {limit} sa bawat 100 ang karaniwan.</translation>
        </message>
        <message>
            <source>{found} sales with coins were made void in one day; up to {limit} is usual.</source>
            <translation>{found} bentang may coins ang na-void sa isang araw; hanggang {limit} ang karaniwan.</translation>
        </message>
        <message>
            <source>{found} bills without a card were added to this member in 30 days; up to {limit} is usual.</source>
            <translation>{found} resibong walang card ang idinagdag sa member na ito sa loob ng 30 araw; hanggang {limit} ang karaniwan.</translation>
        </message>
        <message>
            <source>{found} bills without a card were added to a card within ten minutes, in one day; up to {limit} is usual.</source>
            <translation>Sa isang araw, {found} resibong walang card ang idinagdag sa card sa loob ng sampung minuto; hanggang {limit} ang karaniwan.</translation>
        </message>
        <message>
            <source>{found} coins were given by hand in one day; up to {limit} is usual.</source>
            <translation>{found} coins ang ibinigay nang mano-mano sa isang araw; hanggang {limit} ang karaniwan.</translation>
        </message>
        <message>
            <source>{found} welcome gifts were given to new members at this kiosk today; after {limit} somebody should look first.</source>
            <translation>{found} welcome gift na ang naibigay sa mga bagong member sa kiosk na ito ngayon; pagkatapos ng {limit}, dapat munang may tumingin.</translation>
        </message>
        <message>
            <source>When it was counted again, something else came out than was recorded.</source>
            <translation>Nang bilangin ulit, iba ang lumabas kaysa sa na-record.</translation>
        </message>
        <message>
            <source>It was found unusual.</source>
            <translation>May kakaiba rito.</translation>
        </message>
        <message>
            <source>{name} can take the welcome gift at a kiosk.</source>
            <translation>Makukuha ni {name} ang welcome gift sa kiosk.</translation>
        </message>
        <message>
            <source>You looked at it and it is all right. Nothing changes.</source>
            <translation>Tiningnan mo at ayos lang. Walang magbabago.</translation>
        </message>
        <message>
            <source>{name} gets no coins for these answers.</source>
            <translation>Walang coins si {name} para sa mga sagot na ito.</translation>
        </message>
        <message>
            <source>{name} gets no welcome gift.</source>
            <translation>Walang welcome gift si {name}.</translation>
        </message>
        <message>
            <source>It is noted as not all right. No coins are taken back by this: that is done with the member's card, at the member desk (⇧F11).</source>
            <translation>Itatala na hindi ito ayos. Hindi nito binabawi ang coins: i-scan ang card ng member at gawin iyon sa member desk (⇧F11).</translation>
        </message>
        <message>
            <source>Approved.</source>
            <translation>Inaprubahan.</translation>
        </message>
        <message>
            <source>Rejected.</source>
            <translation>Tinanggihan.</translation>
        </message>
        <message>
            <source>Somebody approved it before.</source>
            <translation>Naaprubahan na ito dati.</translation>
        </message>
        <message>
            <source>Somebody rejected it before.</source>
            <translation>Natanggihan na ito dati.</translation>
        </message>
        <message>
            <source>It is not on the list any more.</source>
            <translation>Wala na ito sa listahan.</translation>
        </message>
        <message>
            <source>Nothing waits. What looks unusual will be listed here.</source>
            <translation>Walang naghihintay. Dito lalabas ang anumang kakaiba.</translation>
        </message>
        <message>
            <source>Open the review list?</source>
            <translation>Buksan ang listahan ng susuriin?</translation>
        </message>
        <message numerus="yes">
            <source>{name} gets {coins} coin(s).</source>
            <translation>
                <numerusform>Makakakuha si {name} ng {coins} coin.</numerusform>
                <numerusform>Makakakuha si {name} ng {coins} coins.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Approved: {coins} coin(s) were added.</source>
            <translation>
                <numerusform>Inaprubahan: {coins} coin ang idinagdag.</numerusform>
                <numerusform>Inaprubahan: {coins} coins ang idinagdag.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} thing(s) for a supervisor</source>
            <translation>
                <numerusform>{count} ang susuriin ng supervisor</numerusform>
                <numerusform>{count} ang susuriin ng supervisor</numerusform>
            </translation>
        </message>
        <message>
            <source>Coins of bill {bill}: {found}. Counted again by the rules: {expected}.</source>
            <translation>Coins ng resibo {bill}: {found}. Ayon sa patakaran nang bilangin ulit: {expected}.</translation>
        </message>
        <message>
            <source>Coins: {found}. Counted again by the rules: {expected}.</source>
            <translation>Coins: {found}. Ayon sa patakaran nang bilangin ulit: {expected}.</translation>
        </message>
    </context>
    <context>
        <name>rewards</name>
        <message>
            <source>worth {money}</source>
            <translation>halagang {money}</translation>
        </message>
        <message numerus="yes">
            <source>{count} left</source>
            <translation>
                <numerusform>{count} na lang</numerusform>
                <numerusform>{count} na lang</numerusform>
            </translation>
        </message>
        <message>
            <source>From {day} on</source>
            <translation>Simula {day}</translation>
        </message>
        <message>
            <source>Not to be had just now</source>
            <translation>Hindi makukuha ngayon</translation>
        </message>
        <message>
            <source>All gone just now</source>
            <translation>Ubos na muna</translation>
        </message>
        <message>
            <source>A gift: it cannot be had for coins</source>
            <translation>Regalo ito: hindi nakukuha sa coins</translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s)</source>
            <translation>
                <numerusform>{count} coin pa</numerusform>
                <numerusform>{count} coins pa</numerusform>
            </translation>
        </message>
        <message>
            <source>For {tiers} members</source>
            <translation>Para sa {tiers}</translation>
        </message>
        <message>
            <source>You have had this today. More tomorrow</source>
            <translation>Nakuha mo na ito ngayon. Bukas ulit</translation>
        </message>
        <message>
            <source>You have had this. More next week</source>
            <translation>Nakuha mo na ito. Sa susunod na linggo ulit</translation>
        </message>
        <message>
            <source>You have had this. More next month</source>
            <translation>Nakuha mo na ito. Sa susunod na buwan ulit</translation>
        </message>
        <message>
            <source>You have had this. More next year</source>
            <translation>Nakuha mo na ito. Sa susunod na taon ulit</translation>
        </message>
        <message>
            <source>You have had this</source>
            <translation>Nakuha mo na ito</translation>
        </message>
        <message numerus="yes">
            <source>Use it within {count} day(s)</source>
            <translation>
                <numerusform>Gamitin sa loob ng {count} araw</numerusform>
                <numerusform>Gamitin sa loob ng {count} araw</numerusform>
            </translation>
        </message>
        <message>
            <source>From {brand}</source>
            <translation>Mula sa {brand}</translation>
        </message>
        <message>
            <source>Yours at once, there is nothing to collect</source>
            <translation>Sa iyo agad, wala nang kukunin</translation>
        </message>
        <message>
            <source>On a bill from {money}</source>
            <translation>Kapag {money} pataas ang pinamili</translation>
        </message>
        <message>
            <source>Up to {money}</source>
            <translation>Hanggang {money}</translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and day</source>
            <translation>
                <numerusform>{count} bawat tao kada araw</numerusform>
                <numerusform>{count} bawat tao kada araw</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and week</source>
            <translation>
                <numerusform>{count} bawat tao kada linggo</numerusform>
                <numerusform>{count} bawat tao kada linggo</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and month</source>
            <translation>
                <numerusform>{count} bawat tao kada buwan</numerusform>
                <numerusform>{count} bawat tao kada buwan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and year</source>
            <translation>
                <numerusform>{count} bawat tao kada taon</numerusform>
                <numerusform>{count} bawat tao kada taon</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person</source>
            <translation>
                <numerusform>{count} bawat tao</numerusform>
                <numerusform>{count} bawat tao</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} still for you</source>
            <translation>
                <numerusform>{count} pa para sa iyo</numerusform>
                <numerusform>{count} pa para sa iyo</numerusform>
            </translation>
        </message>
        <message>
            <source>To be had until {day}</source>
            <translation>Makukuha hanggang {day}</translation>
        </message>
        <message>
            <source>You get a number. Show it at the counter and we hand it over.</source>
            <translation>Bibigyan ka ng numero. Ipakita sa counter at iaabot namin.</translation>
        </message>
        <message>
            <source>You get a voucher with a code. Show it at the counter when you pay.</source>
            <translation>Bibigyan ka ng voucher na may code. Ipakita sa counter pagbayad mo.</translation>
        </message>
        <message>
            <source>The money is on your account at once.</source>
            <translation>Papasok agad ang pera sa account mo.</translation>
        </message>
        <message>
            <source>The tickets are yours at once.</source>
            <translation>Sa iyo agad ang mga tiket.</translation>
        </message>
        <message>
            <source>No connection just now, and there are only a few of these. Your coins are safe: try again in a while.</source>
            <translation>Walang koneksyon ngayon, at iilan lang ito. Ligtas ang coins mo: subukan ulit mamaya.</translation>
        </message>
        <message>
            <source>No connection just now, so coins cannot be spent. They are safe: try again in a while.</source>
            <translation>Walang koneksyon ngayon, kaya hindi muna magagamit ang coins. Ligtas ang mga ito: subukan ulit mamaya.</translation>
        </message>
        <message numerus="yes">
            <source>No connection just now: up to {count} coin(s) can be spent. The others are safe.</source>
            <translation>
                <numerusform>Walang koneksyon ngayon: hanggang {count} coin ang magagamit. Ligtas ang iba.</numerusform>
                <numerusform>Walang koneksyon ngayon: hanggang {count} coins ang magagamit. Ligtas ang iba.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your coins are as they were.</source>
            <translation>Hindi nabawasan ang coins mo.</translation>
        </message>
        <message>
            <source>This did not work</source>
            <translation>Hindi natuloy</translation>
        </message>
        <message>
            <source>This reward is over</source>
            <translation>Tapos na ang reward na ito</translation>
        </message>
        <message>
            <source>You have this already</source>
            <translation>Nasa iyo na ito</translation>
        </message>
        <message>
            <source>It is under “My vouchers”. The coins went only once.</source>
            <translation>Nasa “Mga voucher ko”. Isang beses lang nabawas ang coins.</translation>
        </message>
        <message>
            <source>Nothing was saved here. Please ask us at the counter.</source>
            <translation>Walang naitala rito. Magtanong sa counter.</translation>
        </message>
        <message>
            <source>This was used before</source>
            <translation>Nagamit na ito</translation>
        </message>
        <message>
            <source>Please ask us at the counter, we will look it up.</source>
            <translation>Magtanong sa counter, titingnan namin.</translation>
        </message>
        <message>
            <source>Coins are on their way</source>
            <translation>Parating pa ang coins</translation>
        </message>
        <message numerus="yes">
            <source>Only {count} coin(s) can be spent now: the others were used somewhere else or have not arrived yet. Nothing was taken.</source>
            <translation>
                <numerusform>{count} coin lang ang magagamit ngayon: nagamit sa iba o hindi pa dumarating ang natitira. Walang nabawas.</numerusform>
                <numerusform>{count} coins lang ang magagamit ngayon: nagamit sa iba o hindi pa dumarating ang natitira. Walang nabawas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your coins are safe</source>
            <translation>Ligtas ang coins mo</translation>
        </message>
        <message numerus="yes">
            <source>There is no connection just now, so at most {count} coin(s) can be spent. Choose something smaller, or try again in a while.</source>
            <translation>
                <numerusform>Walang koneksyon ngayon, kaya hanggang {count} coin lang ang magagamit. Pumili ng mas mura, o subukan ulit mamaya.</numerusform>
                <numerusform>Walang koneksyon ngayon, kaya hanggang {count} coins lang ang magagamit. Pumili ng mas mura, o subukan ulit mamaya.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no connection just now, and this needs one. Try again in a while, or ask us at the counter.</source>
            <translation>Walang koneksyon ngayon, at kailangan ito rito. Subukan ulit mamaya, o magtanong sa counter.</translation>
        </message>
        <message>
            <source>Somebody was faster</source>
            <translation>May nauna na</translation>
        </message>
        <message>
            <source>There are no rewards just now. New ones are coming.</source>
            <translation>Wala munang reward ngayon. May darating pa.</translation>
        </message>
        <message>
            <source>No connection just now: look and choose your goal. Coins cannot be spent; they are safe.</source>
            <translation>Walang koneksyon ngayon: tumingin at pumili ng goal. Hindi muna magagamit ang coins; ligtas ang mga ito.</translation>
        </message>
        <message>
            <source>You have enough coins for it!</source>
            <translation>Sapat na ang coins mo para dito!</translation>
        </message>
        <message numerus="yes">
            <source>That is about {count} purchase(s) like your usual ones.</source>
            <translation>
                <numerusform>Mga {count} beses na pamimili na tulad ng dati mo.</numerusform>
                <numerusform>Mga {count} beses na pamimili na tulad ng dati mo.</numerusform>
            </translation>
        </message>
        <message>
            <source>Good until {day}</source>
            <translation>May bisa hanggang {day}</translation>
        </message>
        <message>
            <source>Handed over. Enjoy it!</source>
            <translation>Naiabot na. I-enjoy mo!</translation>
        </message>
        <message>
            <source>This was cancelled. Your coins are back.</source>
            <translation>Kinansela ito. Bumalik na ang coins mo.</translation>
        </message>
        <message>
            <source>It is yours!</source>
            <translation>Sa iyo na ito!</translation>
        </message>
        <message>
            <source>Your number</source>
            <translation>Numero mo</translation>
        </message>
        <message>
            <source>Your voucher</source>
            <translation>Voucher mo</translation>
        </message>
        <message>
            <source>It is on your account already. There is nothing to collect.</source>
            <translation>Nasa account mo na ito. Wala nang kukunin.</translation>
        </message>
        <message>
            <source>Go to the counter and say your number: we hand it over.</source>
            <translation>Pumunta sa counter at sabihin ang numero mo: iaabot namin.</translation>
        </message>
        <message>
            <source>Take a photo of it and show it at the counter when you pay.</source>
            <translation>Kunan ng litrato at ipakita sa counter pagbayad mo.</translation>
        </message>
        <message>
            <source>Have a look at the others.</source>
            <translation>Tingnan ang iba pa.</translation>
        </message>
        <message>
            <source>The last one has just gone.</source>
            <translation>Kakaubos lang ng huli.</translation>
        </message>
    </context>
    <context>
        <name>sales</name>
        <message>
            <source>No sale today yet.</source>
            <translation>Wala pang benta ngayong araw.</translation>
        </message>
        <message>
            <source>Add to {name}</source>
            <translation>Idagdag kay {name}</translation>
        </message>
        <message>
            <source>Add the card</source>
            <translation>Idagdag ang card</translation>
        </message>
        <message>
            <source>Card forgotten? Scan it now, then add it to this sale.</source>
            <translation>Nakalimutan ang card? I-scan na, saka idagdag sa bentang ito.</translation>
        </message>
        <message>
            <source>void</source>
            <translation>void</translation>
        </message>
        <message>
            <source>with a return</source>
            <translation>may return</translation>
        </message>
        <message>
            <source>no card</source>
            <translation>walang card</translation>
        </message>
        <message>
            <source>Void bill {number} of {money}?</source>
            <translation>I-void ang resibo {number} na {money}?</translation>
        </message>
        <message>
            <source>Bill {number} is void.</source>
            <translation>Void na ang resibo {number}.</translation>
        </message>
        <message>
            <source>Add bill {number} to {name}?</source>
            <translation>Idagdag ang resibo {number} kay {name}?</translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) of bill {number} for {name}</source>
            <translation>
                <numerusform>{coins} coin ng resibo {number} para kay {name}</numerusform>
                <numerusform>{coins} coins ng resibo {number} para kay {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>Hand back {money}.</source>
            <translation>Isauli ang {money}.</translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message>
            <source>A supervisor must enter a PIN for this.</source>
            <translation>Kailangan ang PIN ng supervisor para rito.</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Nothing was recorded. Free some space, then press F12 again.</source>
            <translation>Puno na ang disk ng computer. Walang na-record. Magbakante ng espasyo, saka pindutin ulit ang F12.</translation>
        </message>
        <message>
            <source>Something went wrong. Nothing half-done was kept. Try again; if it happens again, restart Sikka and call your supervisor.</source>
            <translation>Nagkaproblema. Walang na-record na kulang. Subukan ulit; kapag naulit, i-restart ang Sikka at tawagin ang supervisor.</translation>
        </message>
        <message>
            <source>The bill is empty. Type its amount or scan an item.</source>
            <translation>Walang laman ang resibo. I-type ang halaga o mag-scan ng item.</translation>
        </message>
        <message>
            <source>{money} is too much for one bill. Check the amount.</source>
            <translation>Masyadong malaki ang {money} para sa isang resibo. Tingnan ang halaga.</translation>
        </message>
        <message>
            <source>Line {line} cannot be right. Check its quantity, price and discount.</source>
            <translation>May mali sa linya {line}. Tingnan ang dami, presyo at discount.</translation>
        </message>
        <message>
            <source>This bill has more than {limit} lines. Split it into two bills.</source>
            <translation>Lampas sa {limit} linya ang resibong ito. Hatiin sa dalawang resibo.</translation>
        </message>
        <message>
            <source>Type the bill number that the till printed.</source>
            <translation>I-type ang number na naka-print sa resibo.</translation>
        </message>
        <message numerus="yes">
            <source>This member can use {spendable} coin(s), not {coins}.</source>
            <translation>
                <numerusform>Hanggang {spendable} coin lang ang magagamit ng member, hindi {coins}.</numerusform>
                <numerusform>Hanggang {spendable} coins lang ang magagamit ng member, hindi {coins}.</numerusform>
            </translation>
        </message>
        <message>
            <source>This bill is recorded already. It counts once.</source>
            <translation>Na-record na ang resibong ito. Isang beses lang ito bibilangin.</translation>
        </message>
        <message>
            <source>Bill number {number} was used before. Check the number.</source>
            <translation>Nagamit na ang resibo number {number}. Tingnan ang number.</translation>
        </message>
        <message>
            <source>Bill number {number} was used at {hour} for {money}. Check the number.</source>
            <translation>Nagamit na ang resibo number {number}: {hour}, {money}. Tingnan ang number.</translation>
        </message>
        <message>
            <source>Coins cannot be used on this bill.</source>
            <translation>Hindi magagamit ang coins sa resibong ito.</translation>
        </message>
        <message>
            <source>On this bill {least} to {most} coins can be used, in steps of {step}.</source>
            <translation>Sa resibong ito, {least} hanggang {most} coins ang magagamit, tig-{step}.</translation>
        </message>
        <message>
            <source>On this bill {least} to {most} coins can be used.</source>
            <translation>Sa resibong ito, {least} hanggang {most} coins ang magagamit.</translation>
        </message>
        <message>
            <source>Too late to undo here. A supervisor can void it under Today (F10), Bills.</source>
            <translation>Huli na para bawiin dito. Puwede itong i-void ng supervisor sa mga resibo ng Kuwenta (F10).</translation>
        </message>
        <message>
            <source>This sale is not on this counter.</source>
            <translation>Wala sa counter na ito ang bentang ito.</translation>
        </message>
        <message>
            <source>This sale is not from today. Take it back as a return (F5).</source>
            <translation>Hindi ito benta ngayong araw. Gawing return (F5).</translation>
        </message>
        <message>
            <source>This sale is void already.</source>
            <translation>Void na ang bentang ito.</translation>
        </message>
        <message>
            <source>Some of it came back already. Take back the rest as a return (F5).</source>
            <translation>May na-return na rito. Gawing return (F5) ang iba.</translation>
        </message>
        <message>
            <source>This sale belongs to a member already.</source>
            <translation>May member na ang bentang ito.</translation>
        </message>
        <message>
            <source>Too late: the card can be added within {hours} hours of the sale only.</source>
            <translation>Huli na: maidaragdag lang ang card sa loob ng {hours} oras mula sa benta.</translation>
        </message>
        <message>
            <source>No bill with this number. Check the printed bill.</source>
            <translation>Walang resibong may ganitong number. Tingnan ang naka-print na resibo.</translation>
        </message>
        <message>
            <source>This sale is void: there is nothing to take back.</source>
            <translation>Void ang bentang ito: walang maire-return.</translation>
        </message>
        <message>
            <source>Too late: this bill could be returned until {day}. Ask a supervisor.</source>
            <translation>Huli na: hanggang {day} lang ito puwedeng i-return. Tanungin ang supervisor.</translation>
        </message>
        <message>
            <source>Choose what comes back.</source>
            <translation>Piliin kung ano ang ire-return.</translation>
        </message>
        <message>
            <source>This bill belongs to another member. Remove the member, then go on.</source>
            <translation>Sa ibang member ang resibong ito. Alisin ang member, saka ituloy.</translation>
        </message>
        <message>
            <source>Type the number of the return from the till.</source>
            <translation>I-type ang return number, galing sa kaha.</translation>
        </message>
        <message>
            <source>This return is recorded already. It counts once.</source>
            <translation>Na-record na ang return na ito. Isang beses lang ito bibilangin.</translation>
        </message>
        <message>
            <source>Return number {number} was used before. Check the number.</source>
            <translation>Nagamit na ang return number {number}. Tingnan ang number.</translation>
        </message>
        <message>
            <source>Only {left} of {name} can come back.</source>
            <translation>{left} na lang ng {name} ang puwedeng i-return.</translation>
        </message>
        <message>
            <source>Only {money} of this bill can come back.</source>
            <translation>{money} na lang ng resibong ito ang puwedeng i-return.</translation>
        </message>
    </context>
    <context>
        <name>setup</name>
        <message>
            <source>Scanner</source>
            <translation>Scanner</translation>
        </message>
        <message>
            <source>Slip printer</source>
            <translation>Printer ng slip</translation>
        </message>
        <message>
            <source>Customer's display</source>
            <translation>Screen ng customer</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>Hub</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>The till's bills</source>
            <translation>Mga resibo ng kaha</translation>
        </message>
        <message>
            <source>Room on the disk</source>
            <translation>Espasyo sa disk</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Mga letra</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>Gumagana</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>Tingnan ito</translation>
        </message>
        <message>
            <source>Does not work</source>
            <translation>Hindi gumagana</translation>
        </message>
        <message>
            <source>Not set up</source>
            <translation>Hindi naka-set up</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Subukan</translation>
        </message>
        <message>
            <source>Scan one of the two codes shown here.</source>
            <translation>I-scan ang isa sa dalawang code dito.</translation>
        </message>
        <message>
            <source>It reads well.</source>
            <translation>Maayos ang pagbasa.</translation>
        </message>
        <message>
            <source>It reads well: keyboards agree, and {key} comes at the end.</source>
            <translation>Maayos ang pagbasa: tugma ang mga keyboard, at {key} ang dulo.</translation>
        </message>
        <message>
            <source>It reads, but Caps Lock is on. Switch it off.</source>
            <translation>Nagbabasa, pero naka-on ang Caps Lock. I-off ito.</translation>
        </message>
        <message>
            <source>The computer types Hindi while it scans; cards are read all the same. For the codes on goods set the keyboard to English.</source>
            <translation>Hindi ang tina-type ng computer habang nag-i-scan; nababasa pa rin ang mga card. Para sa code ng paninda, gawing English ang keyboard.</translation>
        </message>
        <message>
            <source>The computer's keyboard is {layout}, the scanner types as a US one. Set both to the same, with the scanner's booklet or in the system's settings.</source>
            <translation>{layout} ang keyboard ng computer, pero parang US kung mag-type ang scanner. Pagparehuhin ang dalawa, gamit ang booklet ng scanner o sa settings ng system.</translation>
        </message>
        <message>
            <source>It adds {count} characters to what it reads. Set it to add only an Enter, with its booklet.</source>
            <translation>May {count} karakter itong idinadagdag sa nababasa. Gamit ang booklet nito, gawing Enter lang ang idadagdag.</translation>
        </message>
        <message>
            <source>{count} characters are missing. Set the scanner to type more slowly.</source>
            <translation>May {count} karakter na kulang. Gawing mas mabagal ang pag-type ng scanner.</translation>
        </message>
        <message>
            <source>It read “{text}”. Scan one of the codes shown here; if you did, reset the scanner.</source>
            <translation>“{text}” ang nabasa. I-scan ang code na nasa screen; kung ito na nga, i-reset ang scanner.</translation>
        </message>
        <message>
            <source>The test slip is printed. See that ₹, ₱ and हिन्दी can be read on it.</source>
            <translation>Na-print na ang pansubok. Tingnan kung nababasa ang ₹, ₱ at हिन्दी.</translation>
        </message>
        <message>
            <source>The test slip is a PDF file in the shop's folder “slips”.</source>
            <translation>PDF file ang pansubok, nasa folder na “slips” ng tindahan.</translation>
        </message>
        <message>
            <source>There is no printer; slips are kept as PDF files. To add one: sikka print use</source>
            <translation>Walang printer; PDF ang mga slip. Para magdagdag: sikka print use</translation>
        </message>
        <message>
            <source>{count} slips wait. Print a test slip to see why.</source>
            <translation>May {count} slip na naghihintay. Mag-print ng pansubok para malaman kung bakit.</translation>
        </message>
        <message>
            <source>The printer is at {address}. Print a test slip.</source>
            <translation>Nasa {address} ang printer. Mag-print ng pansubok.</translation>
        </message>
        <message>
            <source>It is switched off in the settings.</source>
            <translation>Naka-off ito sa settings.</translation>
        </message>
        <message>
            <source>Screens cannot be seen from here. Press Ctrl+Shift+S at the counter.</source>
            <translation>Hindi makita ang mga screen mula rito. Pindutin ang Ctrl+Shift+S sa counter.</translation>
        </message>
        <message>
            <source>There is only one screen. Plug in a second one for the customer; it is used at once.</source>
            <translation>Iisa lang ang screen. Magkabit ng isa pa para sa customer; gagamitin ito agad.</translation>
        </message>
        <message>
            <source>Go to the customer's side and type the number you read there.</source>
            <translation>Pumunta sa panig ng customer at i-type ang numerong naroon.</translation>
        </message>
        <message>
            <source>The customer's side can be read.</source>
            <translation>Nababasa ang panig ng customer.</translation>
        </message>
        <message>
            <source>That is not the number shown. See that the screen on the other side is on.</source>
            <translation>Hindi iyan ang numerong ipinakita. Tingnan kung bukas ang screen sa kabila.</translation>
        </message>
        <message>
            <source>This shop is one station and needs no hub.</source>
            <translation>Iisa lang ang station ng tindahan; hindi kailangan ng hub.</translation>
        </message>
        <message>
            <source>The owner shut this station out. Ask for a new code to join the shop.</source>
            <translation>Inalis ng may-ari ang station na ito. Humingi ng bagong code para makasali.</translation>
        </message>
        <message>
            <source>The hub has another version than this station ({version}). Install the same.</source>
            <translation>Iba ang bersyon ng hub sa station na ito ({version}). I-install ang pareho.</translation>
        </message>
        <message>
            <source>What answers at {hub} is not this shop's hub. Ask whoever set it up.</source>
            <translation>Hindi hub ng tindahang ito ang sumasagot sa {hub}. Itanong sa nag-set up.</translation>
        </message>
        <message>
            <source>{hub} does not answer; sales go on and are kept. Check the network; waiting: {unsent}.</source>
            <translation>Hindi sumasagot ang {hub}; tuloy ang benta at naitatago. Tingnan ang network; naghihintay: {unsent}.</translation>
        </message>
        <message>
            <source>The hub answers, but this computer's clock is off by {minutes} minutes. Set the clock.</source>
            <translation>Sumasagot ang hub, pero mali nang {minutes} minuto ang orasan ng computer. Itama ang orasan.</translation>
        </message>
        <message>
            <source>The hub answers; {unsent} records are on their way.</source>
            <translation>Sumasagot ang hub; {unsent} tala ang papunta na.</translation>
        </message>
        <message>
            <source>The hub answers, everything is sent, the clocks agree. Version {version}.</source>
            <translation>Sumasagot ang hub, naipadala na lahat, tugma ang mga orasan. Bersyon {version}.</translation>
        </message>
        <message>
            <source>No camera is used for scanning. Cameras plugged in: {count}.</source>
            <translation>Walang camerang gamit sa pag-scan. Nakakabit na camera: {count}.</translation>
        </message>
        <message>
            <source>A camera is set up, but none is plugged in. Check its cable.</source>
            <translation>May camerang naka-set up, pero walang nakakabit. Tingnan ang kable.</translation>
        </message>
        <message>
            <source>The camera {name} is there.</source>
            <translation>Nakakabit ang camera na {name}.</translation>
        </message>
        <message>
            <source>The till sends no bills to this computer. To set it up: sikka till connect</source>
            <translation>Walang ipinapadalang resibo ang kaha rito. Para ikonekta: sikka till connect</translation>
        </message>
        <message>
            <source>The folder {folder} is missing or cannot be written. Make it, or choose another.</source>
            <translation>Wala o hindi masulatan ang folder na {folder}. Gawin ito, o pumili ng iba.</translation>
        </message>
        <message>
            <source>Nobody listens at port {port}: the counter is closed, or was just opened.</source>
            <translation>Walang nakikinig sa port {port}: sarado ang counter, o kabubukas lang.</translation>
        </message>
        <message>
            <source>The till can send its bills.</source>
            <translation>Makakapagpadala ng resibo ang kaha.</translation>
        </message>
        <message>
            <source>{gigabytes} GB are free.</source>
            <translation>{gigabytes} GB ang bakante.</translation>
        </message>
        <message>
            <source>Only {free} MB are free. Delete what is not needed, or sales will stop.</source>
            <translation>{free} MB na lang ang bakante. Burahin ang hindi kailangan, kung hindi ay titigil ang benta.</translation>
        </message>
        <message>
            <source>There is no backup yet; one is made every day. To make one now: sikka backup</source>
            <translation>Wala pang backup; isa ang ginagawa araw-araw. Para gumawa na ngayon: sikka backup</translation>
        </message>
        <message>
            <source>The last backup is {days} days old. See that the disk has room: sikka backup</source>
            <translation>{days} araw na ang huling backup. Tingnan kung may espasyo ang disk: sikka backup</translation>
        </message>
        <message>
            <source>The last backup is {hours} hours old.</source>
            <translation>{hours} oras na ang huling backup.</translation>
        </message>
        <message>
            <source>Letters are missing: {fonts}. Install Sikka again.</source>
            <translation>May kulang na letra: {fonts}. I-install muli ang Sikka.</translation>
        </message>
        <message>
            <source>Latin, हिन्दी, ₹ and ₱ can all be shown and printed.</source>
            <translation>Naipapakita at napi-print ang Latin, हिन्दी, ₹ at ₱.</translation>
        </message>
        <message>
            <source>Saving the file for support…</source>
            <translation>Sine-save ang file para sa tulong…</translation>
        </message>
        <message>
            <source>The file for support could not be saved. See that the disk has room.</source>
            <translation>Hindi na-save ang file para sa tulong. Tingnan kung may espasyo ang disk.</translation>
        </message>
        <message>
            <source>Saved: {file}. It names nobody; send it to who helps you.</source>
            <translation>Na-save: {file}. Walang pangalan dito; ipadala sa tumutulong sa iyo.</translation>
        </message>
        <message>
            <source>Looking at everything…</source>
            <translation>Tinitingnan ang lahat…</translation>
        </message>
        <message>
            <source>Open the setup checks?</source>
            <translation>Buksan ang pagsusuri ng setup?</translation>
        </message>
    </context>
    <context>
        <name>signin</name>
        <message>
            <source>Your bill is kept. Sign in to go on.</source>
            <translation>Naka-save ang resibo mo. Mag-sign in para ituloy.</translation>
        </message>
        <message>
            <source>Nobody can sign in yet. Run “sikka shop create” first.</source>
            <translation>Wala pang puwedeng mag-sign in. Patakbuhin muna ang “sikka shop create”.</translation>
        </message>
    </context>
    <context>
        <name>spending</name>
        <message>
            <source>Only {money} of store credit can be used now. The rest was used at another counter, or has not arrived yet.</source>
            <translation>{money} na lang ng store credit ang magagamit ngayon. Nagamit na ang iba sa ibang counter, o hindi pa dumarating.</translation>
        </message>
        <message numerus="yes">
            <source>Only {coins} coin(s) can be used now. The rest was used at another counter, or has not arrived yet.</source>
            <translation>
                <numerusform>{coins} coin na lang ang magagamit ngayon. Nagamit na ang iba sa ibang counter, o hindi pa dumarating.</numerusform>
                <numerusform>{coins} coins na lang ang magagamit ngayon. Nagamit na ang iba sa ibang counter, o hindi pa dumarating.</numerusform>
            </translation>
        </message>
        <message>
            <source>None is left. The last one went at another counter.</source>
            <translation>Ubos na. Nakuha sa ibang counter ang huli.</translation>
        </message>
        <message>
            <source>There is no connection, and this cannot be used without it. Take it off the bill, or try again in a while.</source>
            <translation>Walang koneksyon, at hindi ito magagamit kung wala iyon. Alisin ito sa resibo, o subukan ulit mamaya.</translation>
        </message>
        <message>
            <source>There is no connection, so coins and credit cannot be used now. Record the bill without them: it earns as always.</source>
            <translation>Walang koneksyon kaya hindi muna magagamit ang coins at credit. I-record ang resibo nang wala ang mga ito: may coins pa ring makukuha gaya ng dati.</translation>
        </message>
        <message>
            <source>There is no connection. Without it at most {coins} coins and {money} of store credit can be used now.</source>
            <translation>Walang koneksyon. Hanggang {coins} coins at {money} na store credit lang ang magagamit ngayon.</translation>
        </message>
        <message>
            <source>This voucher or code was used before.</source>
            <translation>Nagamit na ang voucher o code na ito.</translation>
        </message>
        <message>
            <source>This voucher or code was used: {day}, {hour}, till {till}, by {who}.</source>
            <translation>Nagamit na ang voucher o code na ito: {day}, {hour}, kaha {till}, ni-record ni {who}.</translation>
        </message>
        <message>
            <source>This voucher or code was used: {day}, {hour}, till {till}.</source>
            <translation>Nagamit na ang voucher o code na ito: {day}, {hour}, kaha {till}.</translation>
        </message>
    </context>
    <context>
        <name>station</name>
        <message>
            <source>Trouble: call your supervisor</source>
            <translation>May problema: tawagin ang supervisor</translation>
        </message>
        <message>
            <source>All sales saved</source>
            <translation>Naka-save ang lahat</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>Scanner</translation>
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
                <numerusform>{minutes} minuto</numerusform>
                <numerusform>{minutes} minuto</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} question(s)</source>
            <translation>
                <numerusform>{count} tanong</numerusform>
                <numerusform>{count} tanong</numerusform>
            </translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Oo</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Hindi</translation>
        </message>
        <message>
            <source>That is right!</source>
            <translation>Tama!</translation>
        </message>
        <message>
            <source>Not quite. It is: {answer}</source>
            <translation>Hindi iyon. Ang tama: {answer}</translation>
        </message>
        <message>
            <source>Thank you!</source>
            <translation>Salamat!</translation>
        </message>
        <message>
            <source>You have answered this before. Coins come for it once.</source>
            <translation>Nasagot mo na ito. Isang beses lang may coins.</translation>
        </message>
        <message>
            <source>This one is over</source>
            <translation>Tapos na ito</translation>
        </message>
        <message>
            <source>It can no longer be answered. Your coins are as they were.</source>
            <translation>Hindi na ito masasagutan. Walang nabago sa coins mo.</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>Hindi natuloy</translation>
        </message>
        <message>
            <source>One answer is missing. Please begin this one again.</source>
            <translation>May kulang na sagot. Pakisimulan ulit ito.</translation>
        </message>
        <message>
            <source>Nothing was saved here. Please ask us at the counter.</source>
            <translation>Walang na-save dito. Magtanong po sa counter.</translation>
        </message>
        <message>
            <source>{right} of {asked} right.</source>
            <translation>{right} sa {asked} ang tama.</translation>
        </message>
        <message numerus="yes">
            <source>We read your answers first; {coins} coin(s) come to you then.</source>
            <translation>
                <numerusform>Babasahin muna namin ang sagot mo; saka darating ang {coins} coin.</numerusform>
                <numerusform>Babasahin muna namin ang sagot mo; saka darating ang {coins} coins.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) are yours now.</source>
            <translation>
                <numerusform>Sa iyo na ang {coins} coin.</numerusform>
                <numerusform>Sa iyo na ang {coins} coins.</numerusform>
            </translation>
        </message>
        <message>
            <source>So far everybody said:</source>
            <translation>Sagot ng lahat hanggang ngayon:</translation>
        </message>
        <message>
            <source>Nothing to answer just now. Thank you for looking in!</source>
            <translation>Walang sasagutan ngayon. Salamat sa pagsilip!</translation>
        </message>
        <message>
            <source>Question {at} of {all}</source>
            <translation>Tanong {at} sa {all}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Tapos na</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Susunod</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message>
            <source>Today</source>
            <translation>Kuwenta ngayong araw</translation>
        </message>
        <message>
            <source>Closed days</source>
            <translation>Mga closing</translation>
        </message>
        <message>
            <source>Close the day?</source>
            <translation>Mag-closing na?</translation>
        </message>
        <message>
            <source>No day was closed yet.</source>
            <translation>Wala pang closing.</translation>
        </message>
        <message>
            <source>Your own bills today</source>
            <translation>Mga resibo mo ngayong araw</translation>
        </message>
        <message>
            <source>This till, today</source>
            <translation>Kahang ito, ngayong araw</translation>
        </message>
        <message>
            <source>The whole store, today</source>
            <translation>Buong tindahan, ngayong araw</translation>
        </message>
        <message>
            <source>Whole store</source>
            <translation>Buong tindahan</translation>
        </message>
        <message>
            <source>This till</source>
            <translation>Kahang ito</translation>
        </message>
        <message>
            <source>Taken by the hour, in the store</source>
            <translation>Kita bawat oras sa buong tindahan</translation>
        </message>
        <message>
            <source>Bills by the hour, in the store</source>
            <translation>Resibo bawat oras sa buong tindahan</translation>
        </message>
        <message numerus="yes">
            <source>{n} of {all} bill(s) with a card</source>
            <translation>
                <numerusform>{n} sa {all} na resibo ang may card</numerusform>
                <numerusform>{n} sa {all} na resibo ang may card</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of {all} bill(s) in the store with a card</source>
            <translation>
                <numerusform>{n} sa {all} na resibo ng buong tindahan ang may card</numerusform>
                <numerusform>{n} sa {all} na resibo ng buong tindahan ang may card</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is sent.</source>
            <translation>Naipadala na ang lahat.</translation>
        </message>
        <message>
            <source>Not sent yet: {what}</source>
            <translation>Hindi pa naipapadala: {what}</translation>
        </message>
        <message>
            <source>What the shop took and others did is shown to a supervisor.</source>
            <translation>Supervisor lang ang makakakita ng kita ng tindahan at ng gawa ng iba.</translation>
        </message>
        <message numerus="yes">
            <source>{n} bill(s)</source>
            <translation>
                <numerusform>{n} resibo</numerusform>
                <numerusform>{n} resibo</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} return(s)</source>
            <translation>
                <numerusform>{n} return</numerusform>
                <numerusform>{n} return</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} new member(s)</source>
            <translation>
                <numerusform>{n} bagong member</numerusform>
                <numerusform>{n} bagong member</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} other(s)</source>
            <translation>
                <numerusform>{n} iba pa</numerusform>
                <numerusform>{n} iba pa</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} coin(s)</source>
            <translation>
                <numerusform>{n} coin</numerusform>
                <numerusform>{n} coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} coin(s) given</source>
            <translation>
                <numerusform>{n} coin na ibinigay</numerusform>
                <numerusform>{n} coins na ibinigay</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} undone</source>
            <translation>{n} binawi agad</translation>
        </message>
        <message>
            <source>{n} voided</source>
            <translation>{n} na-void</translation>
        </message>
        <message>
            <source>{n} with a card</source>
            <translation>{n} may card</translation>
        </message>
        <message>
            <source>{n} taken back</source>
            <translation>{n} binawi</translation>
        </message>
        <message>
            <source>Bills</source>
            <translation>Mga resibo</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Kita</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Binawi</translation>
        </message>
        <message>
            <source>Handed back</source>
            <translation>Isinauli</translation>
        </message>
        <message>
            <source>Coins given</source>
            <translation>Coins na ibinigay</translation>
        </message>
        <message>
            <source>Coins used</source>
            <translation>Coins na ginamit</translation>
        </message>
        <message>
            <source>Coins that ran out</source>
            <translation>Coins na nag-expire</translation>
        </message>
        <message>
            <source>Store credit paid in</source>
            <translation>Top-up sa store credit</translation>
        </message>
        <message>
            <source>Store credit used</source>
            <translation>Nagamit na store credit</translation>
        </message>
        <message>
            <source>Store credit paid out</source>
            <translation>Store credit na ipinalit sa pera</translation>
        </message>
        <message>
            <source>New members</source>
            <translation>Bagong member</translation>
        </message>
        <message>
            <source>Rewards handed over</source>
            <translation>Reward na ibinigay</translation>
        </message>
        <message>
            <source>Gifts with bills</source>
            <translation>Regalo sa resibo</translation>
        </message>
        <message>
            <source>Owed to members</source>
            <translation>Utang sa mga member</translation>
        </message>
        <message>
            <source>Store credit of members</source>
            <translation>Store credit ng mga member</translation>
        </message>
        <message>
            <source>Screens without staff</source>
            <translation>Screen na walang staff</translation>
        </message>
        <message>
            <source>{hour}, {amount}</source>
            <translation>{hour}, {amount}</translation>
        </message>
        <message>
            <source>Show what was taken on closed days?</source>
            <translation>Ipakita ang kita sa mga closing?</translation>
        </message>
        <message>
            <source>Close the day at this till?</source>
            <translation>Mag-closing na sa kahang ito?</translation>
        </message>
        <message>
            <source>The disk is full; the table was not saved.</source>
            <translation>Puno na ang disk; hindi na-save ang listahan.</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>Na-save: {path}</translation>
        </message>
        <message>
            <source>The day is closed. It will not change any more.</source>
            <translation>Tapos na ang closing. Hindi na ito magbabago.</translation>
        </message>
        <message>
            <source>This till has sold nothing yet: there is no day to close.</source>
            <translation>Wala pang benta sa kahang ito: hindi pa kailangang mag-closing.</translation>
        </message>
        <message>
            <source>The day is closed already (no. {number}); nothing happened since.</source>
            <translation>Tapos na ang closing (no. {number}); walang bago mula noon.</translation>
        </message>
        <message>
            <source>A supervisor closes the day.</source>
            <translation>Supervisor ang nagko-closing.</translation>
        </message>
        <message>
            <source>This till was put back from a backup. Connect it once, then close the day: so no number is given twice.</source>
            <translation>Ibinalik mula sa backup ang kahang ito. Ikonekta muna ito, saka mag-closing, para walang numerong maulit.</translation>
        </message>
        <message>
            <source>The disk is full; the day is not closed. Make room and try again.</source>
            <translation>Puno na ang disk; hindi natuloy ang closing. Magbakante ng espasyo at subukan ulit.</translation>
        </message>
        <message>
            <source>Adding up the days…</source>
            <translation>Kinukuwenta ang mga araw…</translation>
        </message>
    </context>
    <context>
        <name>training</name>
        <message>
            <source>Practice PINs: {people}</source>
            <translation>Mga PIN sa pagsasanay: {people}</translation>
        </message>
        <message>
            <source>Getting the practice shop ready. This takes a few seconds.</source>
            <translation>Inihahanda ang tindahang pagsasanayan. Ilang segundo lang ito.</translation>
        </message>
        <message>
            <source>The practice shop could not be made. See that the disk has room, then try again.</source>
            <translation>Hindi nagawa ang tindahang pagsasanayan. Tingnan kung may espasyo ang disk, saka subukang muli.</translation>
        </message>
        <message>
            <source>The practice shop is open in another window. Close that one first.</source>
            <translation>Bukas sa ibang window ang tindahang pagsasanayan. Isara muna iyon.</translation>
        </message>
    </context>
    <context>
        <name>vouchers</name>
        <message>
            <source>This member has no such voucher. Scan it again.</source>
            <translation>Walang ganitong voucher ang member na ito. I-scan ulit.</translation>
        </message>
        <message>
            <source>The bill must be at least {least} for this voucher.</source>
            <translation>Kailangang {least} pataas ang resibo para magamit ang voucher na ito.</translation>
        </message>
        <message>
            <source>Nothing on this bill goes with this voucher.</source>
            <translation>Walang item sa resibong ito na sakop ng voucher.</translation>
        </message>
        <message>
            <source>This voucher can be used from {day}.</source>
            <translation>Magagamit ang voucher na ito simula {day}.</translation>
        </message>
        <message>
            <source>This voucher was good until {day}.</source>
            <translation>Hanggang {day} lang ang voucher na ito.</translation>
        </message>
        <message>
            <source>This voucher was used before.</source>
            <translation>Nagamit na ang voucher na ito.</translation>
        </message>
        <message>
            <source>This voucher was used: {day}.</source>
            <translation>Nagamit na ang voucher na ito: {day}.</translation>
        </message>
        <message>
            <source>This voucher was cancelled.</source>
            <translation>Kanselado na ang voucher na ito.</translation>
        </message>
        <message>
            <source>This code works from {first} to {last}.</source>
            <translation>Magagamit ang code na ito mula {first} hanggang {last}.</translation>
        </message>
        <message>
            <source>This code is for members. Scan the member's card first.</source>
            <translation>Para sa members ang code na ito. I-scan muna ang card ng member.</translation>
        </message>
        <message>
            <source>This code is for another member level.</source>
            <translation>Para sa ibang level ng member ang code na ito.</translation>
        </message>
        <message>
            <source>This code is for a first purchase only.</source>
            <translation>Para sa unang pamimili lang ang code na ito.</translation>
        </message>
        <message>
            <source>This code was used before.</source>
            <translation>Nagamit na ang code na ito.</translation>
        </message>
        <message>
            <source>This code has been used as often as it was meant to be.</source>
            <translation>Ubos na ang bilang ng gamit ng code na ito.</translation>
        </message>
        <message>
            <source>There is no store credit to use on this bill.</source>
            <translation>Walang store credit na magagamit sa resibong ito.</translation>
        </message>
        <message>
            <source>At most {most} of store credit can be used on this bill.</source>
            <translation>Hanggang {most} na store credit lang ang magagamit sa resibong ito.</translation>
        </message>
    </context>
    <context>
        <name>AccessScreen</name>
        <message>
            <source>Easier to read and reach</source>
            <translation>Mas madaling basahin at abutin</translation>
        </message>
        <message>
            <source>It will be like this again at your next visit.</source>
            <translation>Ganito ulit sa susunod mong pagpunta.</translation>
        </message>
        <message>
            <source>Choose or change my PIN</source>
            <translation>Pumili o magpalit ng PIN</translation>
        </message>
        <message>
            <source>Show my card</source>
            <translation>Ipakita ang card ko</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Tapos na</translation>
        </message>
    </context>
    <context>
        <name>AccessSwitches</name>
        <message>
            <source>Large text</source>
            <translation>Malaking titik</translation>
        </message>
        <message>
            <source>Bigger letters, and more time before the end</source>
            <translation>Mas malaking titik, mas mahabang oras</translation>
        </message>
        <message>
            <source>Strong contrast</source>
            <translation>Mas malinaw</translation>
        </message>
        <message>
            <source>Black on white, with thick lines</source>
            <translation>Itim sa puti, makapal ang guhit</translation>
        </message>
        <message>
            <source>No motion</source>
            <translation>Walang galaw</translation>
        </message>
        <message>
            <source>Nothing moves on the screen</source>
            <translation>Walang gumagalaw sa screen</translation>
        </message>
        <message>
            <source>Lower down</source>
            <translation>Ibaba ang mga button</translation>
        </message>
        <message>
            <source>All buttons within reach from a chair</source>
            <translation>Abot ang lahat kahit nakaupo</translation>
        </message>
        <message>
            <source>Read aloud</source>
            <translation>Basahin nang malakas</translation>
        </message>
        <message>
            <source>The screen is read to you</source>
            <translation>Binabasa sa iyo ang screen</translation>
        </message>
    </context>
    <context>
        <name>AttractScreen</name>
        <message>
            <source>Show your card to see your coins</source>
            <translation>Ipakita ang card, tingnan ang coins mo</translation>
        </message>
        <message>
            <source>Show my card</source>
            <translation>Ipakita ang card ko</translation>
        </message>
        <message>
            <source>No card? Phone and PIN</source>
            <translation>Walang card? Phone at PIN</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Sumali</translation>
        </message>
    </context>
    <context>
        <name>BigPad</name>
        <message>
            <source>OK</source>
            <translation>Sige</translation>
        </message>
        <message>
            <source>Delete the last digit</source>
            <translation>Burahin ang huling numero</translation>
        </message>
    </context>
    <context>
        <name>CallButton</name>
        <message>
            <source>Call us</source>
            <translation>Tawagin kami</translation>
        </message>
    </context>
    <context>
        <name>CardScreen</name>
        <message>
            <source>QR code of your card</source>
            <translation>QR ng card mo</translation>
        </message>
        <message>
            <source>Take a photo of it with your phone and show it at every purchase.</source>
            <translation>Kunan ng litrato gamit ang phone mo at ipakita tuwing bibili.</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>Kunan ng litrato</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Susunod</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Tapos na</translation>
        </message>
    </context>
    <context>
        <name>ExitScreen</name>
        <message>
            <source>Close this kiosk</source>
            <translation>Isara ang kiosk na ito</translation>
        </message>
        <message>
            <source>PIN of somebody who works here</source>
            <translation>PIN ng nagtatrabaho rito</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
    </context>
    <context>
        <name>JoinConsent</name>
        <message>
            <source>Do you agree?</source>
            <translation>Pumapayag ka ba?</translation>
        </message>
        <message>
            <source>Only if you like. You can join without it.</source>
            <translation>Kung gusto mo lang. Makakasali ka kahit wala ito.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
        <message>
            <source>I agree, join</source>
            <translation>Pumapayag ako, sumali</translation>
        </message>
    </context>
    <context>
        <name>JoinKnown</name>
        <message>
            <source>Sign in with phone and PIN</source>
            <translation>Pumasok gamit ang phone at PIN</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
    </context>
    <context>
        <name>JoinName</name>
        <message>
            <source>What may we call you?</source>
            <translation>Ano ang itatawag namin sa iyo?</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Pangalan</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Laktawan</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Susunod</translation>
        </message>
    </context>
    <context>
        <name>JoinPhone</name>
        <message>
            <source>Join: your phone number</source>
            <translation>Sumali: ang phone number mo</translation>
        </message>
        <message>
            <source>With it you get coins even when you forget the card.</source>
            <translation>May coins ka pa rin kahit nakalimutan ang card.</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>Phone number</translation>
        </message>
        <message>
            <source>A friend sent me</source>
            <translation>May nag-refer na kaibigan</translation>
        </message>
        <message>
            <source>Show the friend's code, or type their phone number</source>
            <translation>Ipakita ang code ng kaibigan, o i-type ang phone number niya</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Susunod</translation>
        </message>
    </context>
    <context>
        <name>JoinPin</name>
        <message>
            <source>Card forgotten? Come in with a PIN</source>
            <translation>Nakalimutan ang card? Mag-PIN na lang</translation>
        </message>
        <message>
            <source>With your phone number and a PIN you see your coins without the card. For large rewards we ask for the PIN too.</source>
            <translation>Sa phone number at PIN, makikita mo ang coins kahit walang card. Hihingin din ang PIN sa malalaking reward.</translation>
        </message>
        <message>
            <source>Choose a PIN</source>
            <translation>Pumili ng PIN</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Susunod</translation>
        </message>
    </context>
    <context>
        <name>KioskFooter</name>
        <message>
            <source>My coins</source>
            <translation>Coins ko</translation>
        </message>
        <message>
            <source>Rewards</source>
            <translation>Rewards</translation>
        </message>
        <message>
            <source>My vouchers</source>
            <translation>Voucher ko</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Kasaysayan</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Tulong</translation>
        </message>
        <message>
            <source>Easier to read</source>
            <translation>Madaling basa</translation>
        </message>
    </context>
    <context>
        <name>KioskHeader</name>
        <message>
            <source>My card</source>
            <translation>Card ko</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Tapusin</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Bumalik</translation>
        </message>
    </context>
    <context>
        <name>KioskKeyboard</name>
        <message>
            <source>Other letters on the keys</source>
            <translation>Ibang titik sa mga key</translation>
        </message>
        <message>
            <source>Delete the last letter</source>
            <translation>Burahin ang huling titik</translation>
        </message>
        <message>
            <source>Another alphabet: %1</source>
            <translation>Ibang alpabeto: %1</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espasyo</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>Sige</translation>
        </message>
        <message>
            <source>Put the keyboard away</source>
            <translation>Itago ang keyboard</translation>
        </message>
    </context>
    <context>
        <name>KioskSignInScreen</name>
        <message>
            <source>No card? Phone and PIN</source>
            <translation>Walang card? Phone at PIN</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>Phone number</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Susunod</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>Sige</translation>
        </message>
    </context>
    <context>
        <name>PinOverlay</name>
        <message>
            <source>Choose a PIN</source>
            <translation>Pumili ng PIN</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Tapos na</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Huwag muna</translation>
        </message>
    </context>
    <context>
        <name>StillThere</name>
        <message>
            <source>Still there?</source>
            <translation>Nandiyan ka pa ba?</translation>
        </message>
        <message>
            <source>Yes, go on</source>
            <translation>Oo, ituloy</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Tapusin</translation>
        </message>
    </context>
    <context>
        <name>SwitchMember</name>
        <message>
            <source>This is another card</source>
            <translation>Ibang card ito</translation>
        </message>
        <message>
            <source>Finish here and open the other card?</source>
            <translation>Tapusin dito at buksan ang isa pang card?</translation>
        </message>
        <message>
            <source>Open the other card</source>
            <translation>Buksan ang isa pang card</translation>
        </message>
        <message>
            <source>No, go on here</source>
            <translation>Hindi, ituloy dito</translation>
        </message>
    </context>
</TS>
