<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>baskets</name>
        <message numerus="yes">
            <source>{count} bill(s) from the till</source>
            <translation>
                <numerusform>{count} bill from the till</numerusform>
                <numerusform>{count} bills from the till</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bill</name>
        <message numerus="yes">
            <source>Earns {coins} coin(s)</source>
            <translation>
                <numerusform>Earns {coins} coin</numerusform>
                <numerusform>Earns {coins} coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{money} more earns {coins} more coin(s)</source>
            <translation>
                <numerusform>{money} more earns {coins} more coin</numerusform>
                <numerusform>{money} more earns {coins} more coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Say: “{coins} coin(s) for you today.”</source>
            <translation>
                <numerusform>Say: “{coins} coin for you today.”</numerusform>
                <numerusform>Say: “{coins} coins for you today.”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Say: “{name}, {coins} coin(s) for you today.”</source>
            <translation>
                <numerusform>Say: “{name}, {coins} coin for you today.”</numerusform>
                <numerusform>Say: “{name}, {coins} coins for you today.”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) for every full {per}, counted on {base}</source>
            <translation>
                <numerusform>{coins} coin for every full {per}, counted on {base}</numerusform>
                <numerusform>{coins} coins for every full {per}, counted on {base}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) × {factor}</source>
            <translation>
                <numerusform>{coins} coin × {factor}</numerusform>
                <numerusform>{coins} coins × {factor}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} coin</numerusform>
                <numerusform>{coins} coins</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>board</name>
        <message numerus="yes">
            <source>{count} visit(s)</source>
            <translation>
                <numerusform>{count} visit</numerusform>
                <numerusform>{count} visits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} point(s)</source>
            <translation>
                <numerusform>{count} point</numerusform>
                <numerusform>{count} points</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>coins</name>
        <message numerus="yes">
            <source>{coins} coin(s), worth {money}</source>
            <translation>
                <numerusform>{coins} coin, worth {money}</numerusform>
                <numerusform>{coins} coins, worth {money}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Use {coins} coin(s)</source>
            <translation>
                <numerusform>Use {coins} coin</numerusform>
                <numerusform>Use {coins} coins</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>conflicts</name>
        <message numerus="yes">
            <source>{coins} coin(s) missing</source>
            <translation>
                <numerusform>{coins} coin missing</numerusform>
                <numerusform>{coins} coins missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) fewer than was said</source>
            <translation>
                <numerusform>{coins} coin fewer than was said</numerusform>
                <numerusform>{coins} coins fewer than was said</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) more than was said</source>
            <translation>
                <numerusform>{coins} coin more than was said</numerusform>
                <numerusform>{coins} coins more than was said</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} not looked at yet</source>
            <translation>
                <numerusform>{count} not looked at yet</numerusform>
                <numerusform>{count} not looked at yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>connection</name>
        <message numerus="yes">
            <source>{count} thing(s) came out differently from what this counter said.</source>
            <translation>
                <numerusform>{count} thing came out differently from what this counter said.</numerusform>
                <numerusform>{count} things came out differently from what this counter said.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No connection since {when}. Sales go on; {bills} bill(s) will be sent by themselves.</source>
            <translation>
                <numerusform>No connection since {when}. Sales go on; {bills} bill will be sent by itself.</numerusform>
                <numerusform>No connection since {when}. Sales go on; {bills} bills will be sent by themselves.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Up to {coins} coin(s) for each member.</source>
            <translation>
                <numerusform>Up to {coins} coin for each member.</numerusform>
                <numerusform>Up to {coins} coins for each member.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The clock of this computer is {minutes} minute(s) fast. Set it right.</source>
            <translation>
                <numerusform>The clock of this computer is {minutes} minute fast. Set it right.</numerusform>
                <numerusform>The clock of this computer is {minutes} minutes fast. Set it right.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The clock of this computer is {minutes} minute(s) slow. Set it right.</source>
            <translation>
                <numerusform>The clock of this computer is {minutes} minute slow. Set it right.</numerusform>
                <numerusform>The clock of this computer is {minutes} minutes slow. Set it right.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{bills} bill(s) being sent</source>
            <translation>
                <numerusform>{bills} bill being sent</numerusform>
                <numerusform>{bills} bills being sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} bill(s)</source>
            <translation>
                <numerusform>{count} bill</numerusform>
                <numerusform>{count} bills</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} return(s)</source>
            <translation>
                <numerusform>{count} return</numerusform>
                <numerusform>{count} returns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} new member(s)</source>
            <translation>
                <numerusform>{count} new member</numerusform>
                <numerusform>{count} new members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} other thing(s)</source>
            <translation>
                <numerusform>{count} other thing</numerusform>
                <numerusform>{count} other things</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} coin</numerusform>
                <numerusform>{coins} coins</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>counter</name>
        <message numerus="yes">
            <source>Recorded. {coins} coin(s) for {name}</source>
            <translation>
                <numerusform>Recorded. {coins} coin for {name}</numerusform>
                <numerusform>Recorded. {coins} coins for {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) in all now.</source>
            <translation>
                <numerusform>{coins} coin in all now.</numerusform>
                <numerusform>{coins} coins in all now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desk</name>
        <message numerus="yes">
            <source>Give {name} {coins} coin(s)?</source>
            <translation>
                <numerusform>Give {name} {coins} coin?</numerusform>
                <numerusform>Give {name} {coins} coins?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take {coins} coin(s) from {name}?</source>
            <translation>
                <numerusform>Take {coins} coin from {name}?</numerusform>
                <numerusform>Take {coins} coins from {name}?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) given.</source>
            <translation>
                <numerusform>{coins} coin given.</numerusform>
                <numerusform>{coins} coins given.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) taken.</source>
            <translation>
                <numerusform>{coins} coin taken.</numerusform>
                <numerusform>{coins} coins taken.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancelled, {coins} coin(s) come back to the member.</source>
            <translation>
                <numerusform>If cancelled, {coins} coin comes back to the member.</numerusform>
                <numerusform>If cancelled, {coins} coins come back to the member.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancelled. {coins} coin(s) are back.</source>
            <translation>
                <numerusform>Cancelled. {coins} coin is back.</numerusform>
                <numerusform>Cancelled. {coins} coins are back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s)</source>
            <translation>
                <numerusform>{coins} coin</numerusform>
                <numerusform>{coins} coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} voucher(s)</source>
            <translation>
                <numerusform>{count} voucher</numerusform>
                <numerusform>{count} vouchers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} card(s): they stop working</source>
            <translation>
                <numerusform>{count} card: it stops working</numerusform>
                <numerusform>{count} cards: they stop working</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>display</name>
        <message numerus="yes">
            <source>{count} digit(s) typed</source>
            <translation>
                <numerusform>{count} digit typed</numerusform>
                <numerusform>{count} digits typed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>goals</name>
        <message numerus="yes">
            <source>Come {count} more time(s)</source>
            <translation>
                <numerusform>Come {count} more time</numerusform>
                <numerusform>Come {count} more times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more purchase(s)</source>
            <translation>
                <numerusform>{count} more purchase</numerusform>
                <numerusform>{count} more purchases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Buy {count} more</source>
            <translation>
                <numerusform>Buy {count} more</numerusform>
                <numerusform>Buy {count} more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more kind(s) of goods</source>
            <translation>
                <numerusform>{count} more kind of goods</numerusform>
                <numerusform>{count} more kinds of goods</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answer {count} more time(s)</source>
            <translation>
                <numerusform>Answer {count} more time</numerusform>
                <numerusform>Answer {count} more times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rate {count} more thing(s)</source>
            <translation>
                <numerusform>Rate {count} more thing</numerusform>
                <numerusform>Rate {count} more things</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bring {count} more friend(s)</source>
            <translation>
                <numerusform>Bring {count} more friend</numerusform>
                <numerusform>Bring {count} more friends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more challenge(s)</source>
            <translation>
                <numerusform>{count} more challenge</numerusform>
                <numerusform>{count} more challenges</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} raffle ticket(s)</source>
            <translation>
                <numerusform>{count} raffle ticket</numerusform>
                <numerusform>{count} raffle tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s)</source>
            <translation>
                <numerusform>{count} coin</numerusform>
                <numerusform>{count} coins</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hints</name>
        <message numerus="yes">
            <source>Use your {coins} coin(s) by {day}.</source>
            <translation>
                <numerusform>Use your {coins} coin by {day}.</numerusform>
                <numerusform>Use your {coins} coins by {day}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} more coin(s), then it is yours: {reward}.</source>
            <translation>
                <numerusform>{coins} more coin, then it is yours: {reward}.</numerusform>
                <numerusform>{coins} more coins, then it is yours: {reward}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A few questions at the kiosk bring you {coins} coin(s).</source>
            <translation>
                <numerusform>A few questions at the kiosk bring you {coins} coin.</numerusform>
                <numerusform>A few questions at the kiosk bring you {coins} coins.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>home</name>
        <message numerus="yes">
            <source>Come {count} more time(s) this week</source>
            <translation>
                <numerusform>Come {count} more time this week</numerusform>
                <numerusform>Come {count} more times this week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Come {count} more time(s) this month</source>
            <translation>
                <numerusform>Come {count} more time this month</numerusform>
                <numerusform>Come {count} more times this month</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} day(s) in a row</source>
            <translation>
                <numerusform>{count} day in a row</numerusform>
                <numerusform>{count} days in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} week(s) in a row</source>
            <translation>
                <numerusform>{count} week in a row</numerusform>
                <numerusform>{count} weeks in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} month(s) in a row</source>
            <translation>
                <numerusform>{count} month in a row</numerusform>
                <numerusform>{count} months in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more day(s) without a break</source>
            <translation>
                <numerusform>{count} more day without a break</numerusform>
                <numerusform>{count} more days without a break</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more week(s) without a break</source>
            <translation>
                <numerusform>{count} more week without a break</numerusform>
                <numerusform>{count} more weeks without a break</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more month(s) without a break</source>
            <translation>
                <numerusform>{count} more month without a break</numerusform>
                <numerusform>{count} more months without a break</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s): {title}</source>
            <translation>
                <numerusform>{count} more coin: {title}</numerusform>
                <numerusform>{count} more coins: {title}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s): use by {day}</source>
            <translation>
                <numerusform>{count} coin: use by {day}</numerusform>
                <numerusform>{count} coins: use by {day}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} ticket(s)</source>
            <translation>
                <numerusform>{count} ticket</numerusform>
                <numerusform>{count} tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} minute(s)</source>
            <translation>
                <numerusform>{count} minute</numerusform>
                <numerusform>{count} minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} question(s)</source>
            <translation>
                <numerusform>{count} question</numerusform>
                <numerusform>{count} questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} reward(s) within reach</source>
            <translation>
                <numerusform>{count} reward within reach</numerusform>
                <numerusform>{count} rewards within reach</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} reward(s) almost there</source>
            <translation>
                <numerusform>{count} reward almost there</numerusform>
                <numerusform>{count} rewards almost there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s)</source>
            <translation>
                <numerusform>{count} more coin</numerusform>
                <numerusform>{count} more coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s) went back with a return; your next coins fill this first.</source>
            <translation>
                <numerusform>{count} coin went back with a return; your next coins fill this first.</numerusform>
                <numerusform>{count} coins went back with a return; your next coins fill this first.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>kiosk</name>
        <message numerus="yes">
            <source>Take your time: this stays for {minutes} minute(s).</source>
            <translation>
                <numerusform>Take your time: this stays for {minutes} minute.</numerusform>
                <numerusform>Take your time: this stays for {minutes} minutes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take your time: the card stays for {minutes} minute(s).</source>
            <translation>
                <numerusform>Take your time: the card stays for {minutes} minute.</numerusform>
                <numerusform>Take your time: the card stays for {minutes} minutes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{seconds} second(s) left</source>
            <translation>
                <numerusform>{seconds} second left</numerusform>
                <numerusform>{seconds} seconds left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>member</name>
        <message numerus="yes">
            <source>{coins} coin(s) were taken back after a return; new coins fill this first.</source>
            <translation>
                <numerusform>{coins} coin was taken back after a return; new coins fill this first.</numerusform>
                <numerusform>{coins} coins were taken back after a return; new coins fill this first.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s): use by {day}</source>
            <translation>
                <numerusform>{coins} coin: use by {day}</numerusform>
                <numerusform>{coins} coins: use by {day}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>member_pin</name>
    </context>
    <context>
        <name>moments</name>
        <message numerus="yes">
            <source>{coins} from {count} bill(s)</source>
            <translation>
                <numerusform>{coins} from {count} bill</numerusform>
                <numerusform>{coins} from {count} bills</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s): {title}</source>
            <translation>
                <numerusform>{count} more coin: {title}</numerusform>
                <numerusform>{count} more coins: {title}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} of them can be used later</source>
            <translation>
                <numerusform>{count} of them can be used later</numerusform>
                <numerusform>{count} of them can be used later</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>myvouchers</name>
        <message numerus="yes">
            <source>{count} coin(s) are yours again.</source>
            <translation>
                <numerusform>{count} coin is yours again.</numerusform>
                <numerusform>{count} coins are yours again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You get {count} coin(s) back.</source>
            <translation>
                <numerusform>You get {count} coin back.</numerusform>
                <numerusform>You get {count} coins back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>people</name>
        <message numerus="yes">
            <source>Wrong PIN. You can try {tries} more time(s).</source>
            <translation>
                <numerusform>Wrong PIN. You can try {tries} more time.</numerusform>
                <numerusform>Wrong PIN. You can try {tries} more times.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Too many wrong PINs. Wait {minutes} minute(s), then try again.</source>
            <translation>
                <numerusform>Too many wrong PINs. Wait {minutes} minute, then try again.</numerusform>
                <numerusform>Too many wrong PINs. Wait {minutes} minutes, then try again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>printing</name>
        <message numerus="yes">
            <source>{count} slip(s) wait.</source>
            <translation>
                <numerusform>{count} slip waits.</numerusform>
                <numerusform>{count} slips wait.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} slip(s) could not be printed and were left out. Print them again under Today (F10), or call your supervisor.</source>
            <translation>
                <numerusform>{count} slip could not be printed and was left out. Print it again under Today (F10), or call your supervisor.</numerusform>
                <numerusform>{count} slips could not be printed and were left out. Print them again under Today (F10), or call your supervisor.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>raffle</name>
        <message numerus="yes">
            <source>You have {count} ticket(s)</source>
            <translation>
                <numerusform>You have {count} ticket</numerusform>
                <numerusform>You have {count} tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>1 ticket for {count} coin(s)</source>
            <translation>
                <numerusform>1 ticket for {count} coin</numerusform>
                <numerusform>1 ticket for {count} coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} is the most each person can buy.</source>
            <translation>
                <numerusform>{count} is the most each person can buy.</numerusform>
                <numerusform>{count} is the most each person can buy.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} coin(s) are missing.</source>
            <translation>
                <numerusform>{count} coin is missing.</numerusform>
                <numerusform>{count} coins are missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {count} more</source>
            <translation>
                <numerusform>and {count} more</numerusform>
                <numerusform>and {count} more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} ticket(s) more are yours.</source>
            <translation>
                <numerusform>{count} more ticket is yours.</numerusform>
                <numerusform>{count} more tickets are yours.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>redemption</name>
        <message numerus="yes">
            <source>Members can choose rewards here for up to {coins} coin(s) each.</source>
            <translation>
                <numerusform>Members can choose rewards here for up to {coins} coin each.</numerusform>
                <numerusform>Members can choose rewards here for up to {coins} coins each.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take {coins} coin(s)</source>
            <translation>
                <numerusform>Take {coins} coin</numerusform>
                <numerusform>Take {coins} coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Without the connection at most {coins} coin(s) can be used.</source>
            <translation>
                <numerusform>Without the connection at most {coins} coin can be used.</numerusform>
                <numerusform>Without the connection at most {coins} coins can be used.</numerusform>
            </translation>
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
                <numerusform>{coins} coin more is needed.</numerusform>
                <numerusform>{coins} coins more are needed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name} gets {coins} coin(s) back. The voucher ends.</source>
            <translation>
                <numerusform>{name} gets {coins} coin back. The voucher ends.</numerusform>
                <numerusform>{name} gets {coins} coins back. The voucher ends.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name} has {coins} coin(s) back.</source>
            <translation>
                <numerusform>{name} has {coins} coin back.</numerusform>
                <numerusform>{name} has {coins} coins back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>review</name>
        <message numerus="yes">
            <source>{name} gets {coins} coin(s).</source>
            <translation>
                <numerusform>{name} gets {coins} coin.</numerusform>
                <numerusform>{name} gets {coins} coins.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Approved: {coins} coin(s) were added.</source>
            <translation>
                <numerusform>Approved: {coins} coin was added.</numerusform>
                <numerusform>Approved: {coins} coins were added.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} thing(s) for a supervisor</source>
            <translation>
                <numerusform>{count} thing for a supervisor</numerusform>
                <numerusform>{count} things for a supervisor</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rewards</name>
        <message numerus="yes">
            <source>{count} left</source>
            <translation>
                <numerusform>{count} left</numerusform>
                <numerusform>{count} left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more coin(s)</source>
            <translation>
                <numerusform>{count} more coin</numerusform>
                <numerusform>{count} more coins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Use it within {count} day(s)</source>
            <translation>
                <numerusform>Use it within {count} day</numerusform>
                <numerusform>Use it within {count} days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and day</source>
            <translation>
                <numerusform>{count} for each person and day</numerusform>
                <numerusform>{count} for each person and day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and week</source>
            <translation>
                <numerusform>{count} for each person and week</numerusform>
                <numerusform>{count} for each person and week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and month</source>
            <translation>
                <numerusform>{count} for each person and month</numerusform>
                <numerusform>{count} for each person and month</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person and year</source>
            <translation>
                <numerusform>{count} for each person and year</numerusform>
                <numerusform>{count} for each person and year</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} for each person</source>
            <translation>
                <numerusform>{count} for each person</numerusform>
                <numerusform>{count} for each person</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} still for you</source>
            <translation>
                <numerusform>{count} still for you</numerusform>
                <numerusform>{count} still for you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No connection just now: up to {count} coin(s) can be spent. The others are safe.</source>
            <translation>
                <numerusform>No connection just now: {count} coin can be spent. The others are safe.</numerusform>
                <numerusform>No connection just now: up to {count} coins can be spent. The others are safe.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only {count} coin(s) can be spent now: the others were used somewhere else or have not arrived yet. Nothing was taken.</source>
            <translation>
                <numerusform>Only {count} coin can be spent now: the others were used somewhere else or have not arrived yet. Nothing was taken.</numerusform>
                <numerusform>Only {count} coins can be spent now: the others were used somewhere else or have not arrived yet. Nothing was taken.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There is no connection just now, so at most {count} coin(s) can be spent. Choose something smaller, or try again in a while.</source>
            <translation>
                <numerusform>There is no connection just now, so at most {count} coin can be spent. Choose something smaller, or try again in a while.</numerusform>
                <numerusform>There is no connection just now, so at most {count} coins can be spent. Choose something smaller, or try again in a while.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>That is about {count} purchase(s) like your usual ones.</source>
            <translation>
                <numerusform>That is about {count} purchase like your usual ones.</numerusform>
                <numerusform>That is about {count} purchases like your usual ones.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sales</name>
        <message numerus="yes">
            <source>{coins} coin(s) of bill {number} for {name}</source>
            <translation>
                <numerusform>{coins} coin of bill {number} for {name}</numerusform>
                <numerusform>{coins} coins of bill {number} for {name}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message numerus="yes">
            <source>This member can use {spendable} coin(s), not {coins}.</source>
            <translation>
                <numerusform>This member can use {spendable} coin, not {coins}.</numerusform>
                <numerusform>This member can use {spendable} coins, not {coins}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>spending</name>
        <message numerus="yes">
            <source>Only {coins} coin(s) can be used now. The rest was used at another counter, or has not arrived yet.</source>
            <translation>
                <numerusform>Only {coins} coin can be used now. The rest was used at another counter, or has not arrived yet.</numerusform>
                <numerusform>Only {coins} coins can be used now. The rest was used at another counter, or has not arrived yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>surveys</name>
        <message numerus="yes">
            <source>{minutes} minute(s)</source>
            <translation>
                <numerusform>{minutes} minute</numerusform>
                <numerusform>{minutes} minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} question(s)</source>
            <translation>
                <numerusform>{count} question</numerusform>
                <numerusform>{count} questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>We read your answers first; {coins} coin(s) come to you then.</source>
            <translation>
                <numerusform>We read your answers first; {coins} coin comes to you then.</numerusform>
                <numerusform>We read your answers first; {coins} coins come to you then.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{coins} coin(s) are yours now.</source>
            <translation>
                <numerusform>{coins} coin is yours now.</numerusform>
                <numerusform>{coins} coins are yours now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message numerus="yes">
            <source>{n} of {all} bill(s) with a card</source>
            <translation>
                <numerusform>{n} of {all} bill with a card</numerusform>
                <numerusform>{n} of {all} bills with a card</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of {all} bill(s) in the store with a card</source>
            <translation>
                <numerusform>{n} of {all} bill in the store with a card</numerusform>
                <numerusform>{n} of {all} bills in the store with a card</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} bill(s)</source>
            <translation>
                <numerusform>{n} bill</numerusform>
                <numerusform>{n} bills</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} return(s)</source>
            <translation>
                <numerusform>{n} return</numerusform>
                <numerusform>{n} returns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} new member(s)</source>
            <translation>
                <numerusform>{n} new member</numerusform>
                <numerusform>{n} new members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} other(s)</source>
            <translation>
                <numerusform>{n} other</numerusform>
                <numerusform>{n} others</numerusform>
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
                <numerusform>{n} coin given</numerusform>
                <numerusform>{n} coins given</numerusform>
            </translation>
        </message>
    </context>
</TS>
