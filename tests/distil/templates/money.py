"""Own-words template grammar: money, shopping, insurance, tax, phone and utilities."""

_S = """
howdoi: how do i|how can i|what do i need to do to|is there a way to|could you tell me how to|what's the easiest way to|can you show me how to|what steps do i take to|where do i go to|anyone know how to|how would i go about it if i want to|what's the quickest way to
iwant: i want to|i'd like to|i need to|i'm trying to|i was hoping to|i'm looking to|i've decided to|i would really like to|i wish to|i have to
cantdo: i can't|i'm unable to|i can't seem to|for some reason i can't|i still can't|it won't let me|the app won't let me|the website refuses to let me|i've tried and tried but i can't|i am struggling to|nobody will let me
whycant: why can't i|how come i can't|why won't it let me|why am i not able to|why am i unable to|what's stopping me from being able to|why is it so hard to|why does the app never let me
canyou: can you|could you|please|would you please|i need you to|i'd like you to|can someone|could somebody|will you|any chance you could
annoyed: this is ridiculous|i'm fed up|this is a joke|what a shambles|honestly not happy|this is really frustrating|i am furious|absolutely useless|so disappointed with you|not good enough|this is getting silly|i've lost my patience
greet: hi|hello|hey|good morning|hi there|hello team|evening all|hey there|hiya|good afternoon
thanks: thanks|thank you|cheers|many thanks|much appreciated|thanks in advance|ta|thanks a lot
card: card|debit card|credit card|bank card|visa card|mastercard|prepaid card|travel card|business card|spare card|current account card|joint account card
newcard: new card|replacement card|new debit card|replacement credit card|renewed card|gold card|new bank card|new travel card|second card|new business card
arrived: arrived|turned up|come|shown up|been delivered|reached me|come through the letterbox|made it here|appeared|landed on my doormat
duration: two weeks|ten days|a month|nearly three weeks|five working days|more than a week|eight days|six weeks|a whole month|twelve days|over a fortnight|twenty days
shortwait: an hour|ten minutes|half an hour|forty minutes|two hours|most of the morning|all afternoon|an entire day|twenty minutes|ages
past: yesterday|last night|this morning|on monday|last friday|two days ago|a week ago|on saturday|earlier today|the other day|last month|over the weekend|on the first|last tuesday
since: yesterday|last week|monday|the start of the month|this morning|the weekend|tuesday night|the last update|i moved house|christmas|march|wednesday
future: tomorrow|next week|on friday|next month|in two weeks|at the end of the month|this weekend|on tuesday|in a few days|before the holidays|on thursday evening
money: 20 pounds|50 pounds|300 dollars|75 euros|ten pounds|200 quid|35 dollars|120 euros|eighty pounds|a hundred pounds|600 dollars|15 euros|45 quid
bigmoney: 5000 pounds|ten thousand dollars|20000 euros|twelve grand|8000 dollars|a large sum|fifty thousand pounds|several thousand euros|15000 pounds|thirty grand
currency: euros|dollars|yen|pounds|swiss francs|rupees|pesos|polish zloty|canadian dollars|kroner|australian dollars|lira|rand|baht
country: spain|france|japan|brazil|india|canada|turkey|mexico|poland|thailand|germany|kenya|ireland|italy|portugal|australia|south africa|morocco
person: my mum|my landlord|my sister|a friend|my daughter|my flatmate|a builder|my husband|my ex|my brother|an old colleague|my wife|my cousin|my nephew|my accountant
relative: mum|dad|husband|wife|son|daughter|grandmother|brother|sister|partner|uncle|elderly neighbour|grandad|mother in law
merchant: the petrol station|a restaurant|the supermarket|a hotel|the pharmacy|an online shop|a taxi firm|the corner shop|a clothes shop|a bakery|the garage|a coffee shop|the cinema|a hardware store
atm: cash machine|atm|cashpoint|cash dispenser|machine outside the bank|atm at the airport|cash machine in the supermarket|cashpoint at the station|machine down the road
atmfail: swallowed my card|ate my card|gave me the wrong amount|kept my money|didn't give me any cash|shut down halfway through|only paid out half|said my card was not recognised|printed a receipt but gave no notes|charged me for nothing
decline: declined|refused|rejected|turned down|stopped|blocked|knocked back|denied
cardact: freeze my card|unfreeze my card|cancel my card|order a second card|activate my new card|unblock my card|report my card stolen|get a replacement card|link my card to the app|add my card to my phone wallet|find my card number|see when my card expires|get a virtual card|change the name on my card
cardlost: lost|misplaced|dropped|left behind|mislaid|had stolen|accidentally thrown away|snapped|damaged|put through the wash
lostplace: on the bus|at the gym|in a taxi|on the train|at a festival|on holiday|in the pub|at the airport|somewhere in town|in the office|on the beach|in a hire car
pinact: change my pin|reset my pin|see my pin again|set a new pin|unlock my pin|get a pin reminder|pick a pin i can remember|recover a forgotten pin
contactless: contactless|tap to pay|tap and go|the contactless feature|paying by tap|apple pay|google pay|paying by phone|paying with my watch
brokenverb: isn't working|has stopped working|won't work|keeps failing|does not work any more|stopped responding|is playing up|only works sometimes|is broken
transfer: transfer|bank transfer|wire|payment|overseas transfer|standing order|instant payment|international payment|same day payment|rent payment
pending: pending|stuck|in limbo|on hold|processing|waiting for approval|not complete|under review|unconfirmed
sendmoney: send money|transfer money|pay some money|wire cash|move funds|make a payment|send some cash|make a transfer
receivemoney: receive my wages|get paid in another currency|get money from abroad|have my salary paid in|get money from a friend|accept a payment from overseas|receive a refund|pay in a cheque|pay cash into my account
topupway: by bank transfer|with a credit card|using apple pay|at the post office|with cash|from my savings|by cheque|over the phone|from another bank|with a voucher|through the app
topup: top up|top up my balance|add money to my account|add funds|put money on my card|load my card|increase my balance|put some credit on
topupfail: failed|was rejected|never showed up|got cancelled|bounced back|disappeared|didn't go through|was taken but not added|went to the wrong account|timed out
fee: fee|charge|extra fee|service charge|cash withdrawal fee|foreign transaction fee|late payment fee|admin charge|monthly account fee|transfer fee|conversion charge|overdraft charge
limit: daily limit|withdrawal limit|spending limit|transfer limit|contactless limit|credit limit|monthly cap|top up limit|card limit|overdraft limit
raise: raise|increase|bump up|lift|extend|put up|make a change to|temporarily raise
iddoc: passport|driving licence|national id card|tenancy agreement|utility bill|birth certificate|residence permit|council tax letter|payslip|bank statement
idact: verify my identity|prove who i am|upload my passport|pass the identity check|confirm my address|complete the selfie check|submit my documents|finish verification|scan my driving licence
refund: refund|reimbursement|credit note|partial refund|full refund|repayment|goodwill refund|chargeback
logact: log in|sign in|get into my account|reset my password|access online banking|open the app|receive the login code|set up fingerprint login|change my password|recover my username|get past the security question
appbad: keeps crashing|freezes on the loading screen|won't open|logs me out every time|shows a blank page|says something went wrong|is painfully slow|will not update|shows the wrong balance|drains my battery|sends me round in circles
appname: banking app|mobile app|website|app on my phone|online banking page|app on my tablet|android app|iphone app|customer portal
persdetail: phone number|home address|email address|surname|date of birth|mobile number|billing address|postcode|marital status|next of kin|job title|contact preferences
lifeevent: i got married|i moved house|i changed my number|i got divorced|i switched jobs|i went back to my maiden name|i left university|i moved in with my parents|i emigrated|i retired
ddbiller: gym|council|water company|charity|phone company|insurance firm|electricity supplier|broadband provider|car finance company|nursery|magazine|football club
ddact: cancel a direct debit|set up a direct debit|change the date of a direct debit|stop a standing order|see all my regular payments|dispute a direct debit|edit a standing order|move my direct debits to a new bank
mortact: apply for a mortgage|overpay my mortgage|switch to a fixed rate|remortgage my flat|get an agreement in principle|take a payment holiday|extend my mortgage term|add someone to my mortgage|pay off my mortgage early|borrow more on my house|move my mortgage to another lender
mortgage: fixed rate mortgage|first time buyer mortgage|long term mortgage|tracker mortgage|buy to let mortgage|home loan|joint mortgage|two year fixed deal|self build mortgage
savprod: savings account|fixed term bond|cash isa|children's savings account|high interest account|regular saver|notice account|retirement fund|rainy day fund|lifetime isa
savact: open a savings account|move money into my savings|take money out of my bond|check my interest rate|set a savings goal|round up my spare change|close my old isa|save a bit every month|open an account for my baby
stmt: bank statement|yearly statement|statement for last month|list of transactions|credit card statement|certificate of interest|payment receipt|spending summary|statement from two years ago|balance letter
stmtformat: as a pdf|in the post|by email|in large print|as a spreadsheet|on paper|in braille|with a bank stamp|in english|for my visa application|for my landlord
fraudsign: a payment i don't recognise|some purchases i never made|a strange withdrawal|a login from another country|someone using my details|transactions from a shop i've never heard of|a payment in a foreign currency|a loan in my name|three identical payments|a new payee i didn't add
scam: a strange text|a phone call asking for my card number|a dodgy email|a suspicious link|a letter asking for my pin|a call about my account being hacked|a message about a missed parcel|an email saying i won a prize|a message about a tax rebate
loanuse: a new kitchen|a used car|my wedding|paying off my cards|home improvements|a motorbike|my studies|starting a small business|a new boiler|moving costs
loan: loan|personal loan|car loan|overdraft|credit card|student loan|small business loan|bridging loan|consolidation loan
acctype: current account|joint account|business account|student account|foreign currency account|basic account|teenager account|premium account|shared account
insured: car|house|dog|phone|bike|motorbike|van|caravan|holiday|boiler|wedding ring|laptop|horse|boat
insurance: car insurance|home insurance|travel insurance|pet insurance|life insurance|health cover|contents insurance|phone insurance|dental cover|landlord insurance|breakdown cover|income protection
insact: renew my policy|cancel my policy|add a named driver|make a claim|get a copy of my policy|lower my premium|change the car on my policy|transfer my no claims bonus|switch insurer|increase my cover|remove my ex from the policy|pay my premium monthly
insevent: flood damage|a cracked windscreen|lost luggage|accidental damage|a broken leg abroad|storm damage|theft from my garden|a cancelled flight|a burst pipe|fire damage|vandalism|subsidence|vet bills|a missed connection
accident: i bumped into a parked car|somebody hit me from behind|a tree fell on the roof|the kitchen flooded|my bag was stolen|a lorry scraped my door|my phone fell in the sea|hail dented the bonnet|burglars broke in|the dog swallowed a sock|a stone hit the windscreen
taxact: file my tax return|claim a tax refund|change my tax code|register as self employed|pay my tax bill|get a tax number|appeal a penalty|claim expenses for working from home|declare rental income|pay in instalments|check how much tax i owe|correct a mistake on my return
tax: income tax|council tax|capital gains tax|inheritance tax|road tax|sales tax|property tax|corporation tax|import duty|stamp duty|vat
taxon: a second job|my pension|tips|selling my house|freelance work|renting out a room|share dividends|a gift from my parents|my savings interest|a lottery win|crypto profits|overtime
taxform: tax return|annual accounts|vat return|year end form|self assessment|tax declaration|payroll form|tax certificate|expenses form
product: trainers|headphones|jeans|curtains|sunglasses|boots|gardening gloves|speakers|candles|leggings|pillows|wine glasses|bookshelves|pyjamas|bike lights|weighing scales
item: kettle|coat|sofa|laptop|vacuum cleaner|toaster|blender|lamp|backpack|rug|mattress|tent|desk chair|tablet|dress|watch|lawnmower|fridge|pushchair|drill|microwave|printer|jumper|guitar
appliance: washing machine|dishwasher|fridge|kettle|television|tumble dryer|coffee machine|cooker|freezer|hoover|slow cooker|boiler|bread maker|fan heater
appfault: won't switch on|won't turn off|makes a horrible noise|overheats|keeps tripping the power|smells of burning|stopped halfway through|cuts out after a minute|gives off sparks|died after a week|just beeps at me
itemfault: faulty|damaged|the wrong size|the wrong colour|used already|nothing like the picture|defective|poor quality|in a terrible state|filthy|badly made|marked all over
parcel: parcel|package|order|delivery|shipment|box|birthday present|grocery order|consignment|packet
courierbad: left it in the rain|threw it over the fence|gave it to the wrong house|never rang the bell|said nobody was home|left it with a stranger|marked it as delivered|drove straight past|put a card through without knocking|lost it somewhere|left it by the bins
dropplace: with a neighbour|in the shed|at the back door|in the porch|at reception|at a pickup point|behind the bin|in the parcel locker|at my work|with the concierge|at my local shop
delivact: track my order|change the delivery address|choose a different delivery slot|reschedule my delivery|collect my parcel myself|have it sent to a shop|get next day delivery|leave instructions for the driver|cancel my order|add an item to my order|speak to the courier
slottime: in the morning|after six|on a saturday|before noon|on sunday|in the evening|during my lunch break|early next week|on a weekday|after the school run
returnact: return a gift|send back a pair of shoes|swap this for a larger size|exchange a dress|return something without a receipt|print a returns label|post a parcel back to you|return an item in store|send back half of my order|arrange a collection for a return
proof: receipt|original box|proof of purchase|order number|packaging|returns label|invoice|gift receipt|tag|confirmation email
variant: in blue|in black|in green|in a bigger size|in another colour|with free delivery|in a smaller size|in red|in white|in grey|with next day delivery|in a darker shade|with a discount
stockstate: out of stock|sold out|unavailable|on back order|discontinued|gone|on sale|half price|on offer
promo: discount code|voucher|gift card|promo code|student discount|coupon|loyalty card|referral code|birthday offer|store credit
promofail: isn't working at checkout|has already expired|says invalid|won't apply to my basket|only took off a pound|comes up as not found|can't be used on sale items|disappeared when i paid|was not accepted online
paymethod: paypal|cash|a gift card|credit card|monthly instalments|bank transfer|cheque|two cards|apple pay|an american card|a company card
warranty: warranty|guarantee|extended warranty|manufacturer's guarantee|two year warranty|protection plan|repair cover|lifetime guarantee
sub: streaming subscription|gym membership|magazine subscription|music plan|meal kit box|coffee subscription|cloud storage plan|premium membership|news subscription|film package|sports channel package|software licence|dating app subscription|razor subscription
subact: cancel my subscription|pause my membership|downgrade to the free plan|upgrade to the family plan|turn off auto renewal|change my payment date|share my plan with my family|end my free trial|skip a month|update my payment card|reactivate my old membership|switch to yearly billing
phoneact: keep my old number|unlock my phone|upgrade my handset|switch to a sim only deal|check my data allowance|turn on roaming|block nuisance calls|divert my calls|end my contract early|set up voicemail|activate an esim|get my unlock code|add a data bundle|cap my bill
phonebad: no signal|no internet|hardly any coverage|no dial tone|really slow data|one bar of signal|crackling on the line|constant dropped calls|no 4g|no service at all
inhome: in my house|in the bedroom|in my street|at work|in the village|upstairs|in the garden|in the whole building|on the train|in the attic|in the kitchen
netbad: keeps dropping|is down again|is slower than dial up|cuts out every evening|won't connect|is terrible|disconnects during video calls|never reaches the speed i pay for|goes off when it rains|buffers constantly
net: broadband|wifi|internet|fibre connection|home internet|connection|router|wireless
netact: reset my router|change my wifi password|boost my wifi signal|move my broadband to a new address|test my speed|upgrade to fibre|book an engineer|set up parental controls|connect my printer to the wifi|see who is on my wifi
utility: electricity|gas|water|heating|energy|power|hot water|mains water|electric
bill: electricity bill|gas bill|water bill|phone bill|broadband bill|energy bill|heating bill|final bill|quarterly bill|mobile bill|council tax bill
billbad: doubled|gone through the roof|gone up by forty pounds|tripled|been wrong for months|shot up|become so expensive|jumped since winter|been based on an estimate
utilact: submit a meter reading|get a smart meter|switch energy supplier|top up my prepayment meter|spread the cost of my bill|report a power cut|report a water leak|close my account when i move out|go paperless|read my meter|get help with heating costs|set up a payment plan
meter: meter|smart meter|gas meter|electric meter|water meter|prepayment meter|in home display|meter in the hallway
outage: power cut|water leak|gas smell|burst main|blackout|blocked drain|low water pressure|brown tap water|flickering lights|hosepipe ban
tariff: tariff|fixed deal|plan|contract|package|rate|standing charge|price plan|bundle
staff: a real person|a manager|someone in billing|a human|your fraud team|customer services|an advisor|the complaints department|somebody who knows what they're doing|technical support|the branch manager
channel: by phone|by email|on live chat|in branch|through the app|on social media|by letter|over the phone|by text
wrongcharge: charged twice|billed for something i returned|overcharged|charged the full price|billed after cancelling|charged for delivery|charged in the wrong currency|billed for somebody else's order|double charged|charged without warning
vague: an explanation|some help|a straight answer|an update|an apology|some compensation|a call back|a decent reply|clear instructions|a reference number
payday: my wages|my salary|my pension|my benefits|my student loan|my bonus|my rent money|a payment from my boss|my tax rebate|my insurance payout
exwhen: before i travel|at the airport|at the weekend|in the app|at your branch|while i'm abroad|at today's rate|with no commission|for my holiday|for a business trip
atmwhere: abroad|at the airport|in the town centre|near my hotel|at a foreign bank|on a bank holiday|late at night|in a small village|on a ferry|at a petrol station
payee: the wrong person|an old account|a closed account|the wrong sort code|my ex by mistake|someone i don't know|a company that went bust|the wrong reference|a fraudster
bizq: opening hours|phone number|complaints process|returns policy|refund policy|delivery charges|interest rates|cancellation policy|privacy policy|head office address|exchange rates|minimum order
age: sixteen|eighteen|under eighteen|seventy|a student|retired|self employed|unemployed|on benefits|new to the country|a full time carer
shopadj: cheap|long lasting|second hand|lightweight|good quality|decent|colourful|comfortable|handmade|fancy|sturdy|plain|sensible|stylish
occasion: a birthday|a wedding|my first day at work|a camping trip|christmas|a baby shower|a housewarming|a job interview|a school trip|an anniversary
"""
SLOTS = {}
for _l in _S.strip().splitlines():
    _k, _v = _l.split(":", 1)
    assert _k not in SLOTS, _k
    SLOTS[_k] = [x.strip() for x in _v.split("|")]

_T = """
my {newcard} still hasn't {arrived} after {duration}
it's been {duration} and there is no sign of my {newcard}
when will my {newcard} get here
i ordered a {newcard} {past} and am still waiting
how long does a {newcard} take in the post
you promised me a {newcard} {duration} ago, where is it
do you post the {newcard} to {country}
can i track my {newcard} while it's in the mail
could my {newcard} be rushed, i'm flying out {future}
{howdoi} {cardact}
{iwant} {cardact}
{cantdo} {cardact}
{whycant} {cardact}
{greet}, {iwant} {cardact}
i tried to {cardact} {past} but nothing happened
am i allowed to {cardact} from the app
does it cost anything to {cardact}
my {relative} wants to {cardact[0]}
i've {cardlost} my {card}
i think my {card} fell out of my pocket {lostplace}
my {card} went missing {lostplace} {past}
i left my {card} {lostplace}, please block it
someone nicked my wallet {lostplace} with my {card} in it
found my {card} again, can you unblock it
i don't need a replacement any more, my {card} was in my coat
the {card} got bent and the chip no longer reads
my {card} runs out {future}, will you send another automatically
what happens when my {card} expires
my {card} was {decline} at {merchant}
why was my {card} {decline} {past}
tried to pay at {merchant} and the {card} got {decline}
it was embarrassing having my {card} {decline} at {merchant}
there's plenty of money in there so why is my {card} {decline}
my payment keeps getting {decline}
will my {card} be accepted in {country}
can i use this {card} in {country}
i'm off to {country} {future}, do i need to tell the bank
which countries does the {card} work in
does the {card} work at {merchant}
the {atm} {atmfail}
the {atm} {atmfail} {past}, what now
i was at the {atm} and it {atmfail}
asked for {money} but the {atm} paid out less
my account shows a withdrawal of {money} yet no notes came out
the {atm} gave me {money}, which isn't what i asked for
which machines can i draw cash from without paying
is it free to take out cash {atmwhere}
how much can i withdraw from the {atm}
can i get cash out {atmwhere}
i couldn't withdraw any money {atmwhere}
where's the nearest place to get some cash
{howdoi} {pinact}
{cantdo} {pinact}
{iwant} {pinact}
{canyou} help me {pinact}
i typed the wrong pin three times and now i'm blocked
can't for the life of me remember the number for my {card}
where do i find the pin for my {newcard}
the pin for my {newcard} never came
do i need a separate pin for my {newcard}
can i {pinact} at any {atm}
{contactless} {brokenverb}
{contactless} {brokenverb} on my {card}
{contactless} {brokenverb} at {merchant}
since {since} {contactless} {brokenverb}
how do i turn off {contactless}
is there a maximum amount for {contactless}
is {contactless} common in {country}
i don't like {contactless}, can my {card} go without
my {card} only works if i put it in the machine, not when i tap
{howdoi} {sendmoney} to {person}
{iwant} {sendmoney} to {country}
{cantdo} {sendmoney} to {person}
{whycant} {sendmoney} to {country}
{canyou} {sendmoney} to {person} for me
how long does it take to {sendmoney} to {country}
what does it cost to {sendmoney} abroad
i need to get {money} over to {person} quickly
i owe {person} {money}, what's the fastest way to pay
sending {bigmoney} to {country}, is that safe
the {transfer} to {person} is still {pending}
why is my {transfer} {pending}
my {transfer} has been {pending} since {since}
how long will my {transfer} stay {pending}
{person} says the {transfer} never arrived
i made a {transfer2} {past} but {person} hasn't got it
the money left my account {past} yet {person} has nothing
when should my {transfer} reach {person}
can i cancel a {transfer2} that is already {pending}
stop that {transfer} please, i made a mistake
i sent {money} to {payee}
i've paid {payee}, can i get it back
help, {bigmoney} went to {payee}
what if i pay {payee}
{canyou} recall a payment of {money} that went to {payee}
my {transfer} was {decline} and i have no idea why
the {transfer} bounced back to me {past}
{annoyed}, my {transfer} is {pending} yet again
{payday} hasn't gone in yet
{payday} should have been paid {past}
where on earth has {payday} gone
i'm still waiting for {payday}
what time does {payday} usually land in my account
{howdoi} {receivemoney}
am i able to {receivemoney}
{cantdo} {receivemoney}
is it possible to {receivemoney} with this account
a cheque i paid in {past} has not cleared
how many days until a cheque for {money} clears
can i {topup} {topupway}
{howdoi} {topup} {topupway}
{cantdo} {topup} {topupway}
{whycant} {topup} {topupway}
is there a charge if i {topup} {topupway}
my top up {topupfail}
my top up of {money} {topupfail}
i added {money} {past} and the top up {topupfail}
why hasn't the {money} i added {past} appeared
can my account {topup2} by itself when i'm running low
reverse my last top up
what's the most i can add in one go
what is this {fee} for
why have i been hit with a {fee2}
i was charged a {fee2} of {money}
nobody told me about a {fee2}
how much is the {fee}
is there a {fee2} when i pay in {currency}
{canyou} take off the {fee}
{canyou} explain the {fee} on my account
i shouldn't have to pay a {fee2}
how can i avoid the {fee}
please refund the {fee}, it was your mistake
{annoyed}, another {fee} on my account
do students pay a {fee2}
what's my {limit}
{howdoi} {raise} my {limit}
{iwant} {raise} my {limit}
{canyou} {raise} my {limit}
i keep hitting my {limit}
my {limit} is far too low
why has my {limit} been cut
does my {limit} reset at midnight
i'd like to lower my {limit} so i stop overspending
can i go over my {limit} just this once
{howdoi} change pounds into {currency}
i need some {currency} {exwhen}
can i buy {currency} {exwhen}
where do i get the best deal on {currency}
what's the rate for {currency} today
how many {currency} will i get for {money}
the exchange rate i got for {currency} was awful
you used the wrong rate when i paid in {currency}
can i hold {currency} in my account
does the account support {currency}
swap my leftover {currency} back please
i changed {money} into {currency} by mistake
my payment in {country} was converted at a lousy rate
should i pay in local money or my own when in {country}
do you accept my {iddoc} as identification
will a {iddoc} be enough to open an account
you rejected my {iddoc}
my {iddoc} has run out, what else can i show
i don't have a {iddoc}
why do you want to see my {iddoc}
i uploaded my {iddoc} {past} and heard nothing
the photo of my {iddoc} keeps coming out blurry
{howdoi} {idact}
{cantdo} {idact}
{whycant} {idact}
do i really have to {idact}
how long does it take after i {idact}
i refuse to {idact} again
you keep asking me to {idact}
what will happen if i don't {idact}
where did the money i'm using come from, why do you ask
i want a {refund} for something i bought at {merchant}
my {refund} still isn't in my account
{merchant} said they sent my {refund} {past}
how long before a {refund} shows up
when can i expect my {refund}
i was promised a {refund} {duration} ago
{canyou} chase up my {refund}
the {refund} was less than i paid
{annoyed}, just give me my {refund}
am i entitled to a {refund}
i never got my {refund} from {merchant}
where's my {refund}, it's been {duration}
{howdoi} {logact}
{cantdo} {logact}
{whycant} {logact}
since {since} i haven't been able to {logact}
{greet}, {cantdo} {logact}
even with my {relative} helping i couldn't {logact}
i've been trying to {logact} for {shortwait}
locked out of my account again
forgot my password and the reset email won't come
i have a new phone and can't {logact}
the code you text me goes to an old number
the {appname} {appbad}
your {appname} {appbad}
since {since} the {appname} {appbad}
{annoyed}, your {appname} {appbad}
is anyone else finding the {appname} {appbad}
{canyou} fix the {appname}, it {appbad}
is there a problem with the {appname} today
the {appname} has been down for {shortwait}
which phones does the {appname} run on
i need to update my {persdetail}
{howdoi} change my {persdetail}
my {persdetail} is wrong on your system
{lifeevent} so please update what you have on file
{lifeevent}, do i have to let you know
{lifeevent} {past} and you still have my old details
you've got the wrong {persdetail} for me
please correct my {persdetail}
can i edit my {persdetail} in the app
{howdoi} {ddact}
{iwant} {ddact}
{canyou} help me {ddact}
the {ddbiller} took {money} without asking
why did the {ddbiller} take {money} {past}
i cancelled with the {ddbiller} but they keep taking money
don't let the {ddbiller} take any more payments
a payment to the {ddbiller} went out twice
when does the {ddbiller} payment come out
i didn't have enough in my account when the {ddbiller} tried to collect
my direct debit to the {ddbiller} bounced
there's a direct debit on my account that i never agreed to
can i move the {ddbiller} payment until after payday
{howdoi} {mortact}
{iwant} {mortact}
can i {mortact} if i'm {age}
is it a good time to {mortact}
is there a penalty if i {mortact}
we're thinking of buying a flat and may need a {mortgage}
how much could i borrow on a {mortgage}
what deposit do i need for a {mortgage}
my {mortgage} ends {future}, what are my options
what happens if interest rates go up on my {mortgage}
i'm behind on my {mortgage} and getting worried
compare a {mortgage} with a normal repayment one for me
would i qualify for a {mortgage}
who do i talk to about a {mortgage}
{howdoi} {savact}
{iwant} {savact}
i'd be keen to {savact}
what's the best {savprod} right now
what interest does the {savprod} pay
can i take money out of my {savprod} whenever i like
is my money safe in a {savprod}
i've got {bigmoney} to put away, which {savprod} should i choose
the rate on my {savprod} has dropped
how much should i keep in a {savprod}
putting aside {money} a month, is a {savprod} worth it
i need a {stmt} {stmtformat}
{canyou} send me a {stmt} {stmtformat}
where can i download a {stmt}
can i get a {stmt} {stmtformat}
my {stmt} doesn't add up
there's a mistake on my {stmt}
i haven't had a {stmt} since {since}
stop sending me paper statements
how far back can i see my spending
i've spotted {fraudsign} on my account
i was alerted to {fraudsign} on my {card}
help, i can see {fraudsign}
what do i do about {fraudsign}
{past} i noticed {fraudsign}
i think i've been hacked, i noticed {fraudsign}
my {relative} has found {fraudsign} and is panicking
{canyou} look into {fraudsign}
that wasn't me who spent {money} at {merchant}
i don't remember paying {money} {past}
i've never even been to {country}, yet my {card} was used there
somebody has cloned my {card}
i received {scam}
i got {scam}, is it really from you
my {relative} fell for {scam}
is {scam} something i should report
i stupidly replied to {scam}
how would i know if {scam} is genuine
scammers took {bigmoney} from my {relative}
will the bank pay me back after a scam
{howdoi} apply for a {loan2}
i'd like to borrow {bigmoney} for {loanuse}
is a {loan2} sensible for {loanuse}
my {loan} was {decline}
why was my {loan} {decline}
how soon would the money for {loanuse} be paid out
i can't keep up with the repayments on my {loan}
could i pay my {loan} off early
what's the monthly cost if i borrow {bigmoney}
how do i find out my credit score
my credit rating has dropped and i don't know why
{iwant} open a {acctype}
can i open a {acctype} if i'm {age}
what do i need to set up a {acctype}
please close my {acctype}
i no longer want my {acctype}
what are the perks of a {acctype}
can my {relative} be added to my {acctype}
is there any fee on the {acctype}
how do i switch my {acctype} from another bank
what's my balance right now
have i got enough money to pay {person} {money}
how much did i spend at {merchant} {past}
i was {wrongcharge} at {merchant}
i've been {wrongcharge}
why was i {wrongcharge} {past}
it looks like i got {wrongcharge}, please put it right
{annoyed}, i've been {wrongcharge} again
a friend of mine was {wrongcharge} by {merchant}
there's {money} missing from my account
my balance is {money} short
a payment to {merchant} is showing as pending for {duration}
{howdoi} {insact}
{iwant} {insact}
{cantdo} {insact}
{canyou} help me {insact}
is there a form i fill in to {insact}
i meant to {insact} {past}
will my {insurance} pay out for {insevent}
am i covered for {insevent}
does the policy include {insevent}
you refused my claim for {insevent}
i need to claim for {insevent}
how do i put in a claim for {insevent}
what's the excess on a claim for {insevent}
my claim for {insevent} has taken {duration} already
{accident}, what should i do
{accident} {past} and i want to claim
{accident}, am i insured for that
{accident}, will my premium go up
can i get a quote for {insurance}
how much is {insurance} for someone {age2}
do i actually need {insurance}
what does {insurance} not pay for
my {insurance} renewal is way more than last year
my {insurance} runs out {future}
don't renew my {insurance} please
i'm shopping around for cheaper {insurance}
is my {insured} covered while i'm in {country}
i want to insure my {insured}
how much to insure a {insured2}
someone stole my {insured2} {past}
{howdoi} {taxact}
{iwant} {taxact}
{cantdo} {taxact}
when is the deadline to {taxact}
is it too late to {taxact}
do i need an accountant to {taxact}
do i pay tax on {taxon}
how much tax would i owe on {taxon}
must i declare {taxon}
is {taxon} taxable
i didn't tell them about {taxon}, will i be fined
how is {tax} worked out
who has to pay {tax}
why is my {tax} so high
i've paid too much {tax}
am i exempt from {tax} if i'm {age}
explain {tax} in simple words
when is {tax} due
can someone check my {taxform}
i made an error on my {taxform}
i haven't sent in my {taxform} yet
what goes in this box on the {taxform}
how late can i send the {taxform} without a fine
my boss has me on the wrong tax code
they took far too much tax out of my wages
i'm {age}, do i still have to fill in this {taxform}
do you sell {shopadj} {product}
i'm after some {shopadj} {product} for {occasion}
where can i buy {shopadj} {product}
any deals on {product} at the moment
find me {product} under {money}
recommend some {shopadj} {product}
need {product} for {occasion}, nothing too pricey
what's a good {item} for {occasion}
i'm looking for a {shopadj} {item}
how much is that {item}
is this {item} worth the money
does the {item} come {variant}
have you got this {item} {variant}
can i order the {item} {variant}
is the {item} still {stockstate}
why is the {item} {stockstate}
it says the {item} is sold out but i saw one in the shop
when will you have more of the {item}
let me know when the {item} is back
put a {item} aside for me at the store
can you hold the {item} until {person} collects it
i want to buy a {item} for {occasion}
add two {product2} to my basket
what size {wear} should i get
my {promo} {promofail}
i have a {promo} but it {promofail}
the {promo} my {relative} gave me {promofail}
where do i enter my {promo}
can i use more than one {promo}
do you have a {promo} for new customers
how long is the {promo} valid
can i pay with {paymethod}
do you take {paymethod}
i'd prefer to pay with {paymethod}
checkout wouldn't accept {paymethod}
where is my {parcel}
my {parcel} hasn't {arrivedp}
it's {duration} since i ordered and the {parcel} isn't here
any news about my {parcel}
the tracking for my {parcel} hasn't moved since {since}
my {parcel} was supposed to come {past}
what time of day will the {parcel} get here
i've waited in for {shortwait} and no {parcel}
the driver {courierbad}
your courier {courierbad}
{annoyed}, the driver {courierbad}
i was home {past} and the delivery man {courierbad}
please leave the {parcel} {dropplace}
can it be left {dropplace}
tell the driver to put my {parcel} {dropplace}
the {parcel} isn't {dropplace} like the message says
i won't be home, so drop it {dropplace}
{howdoi} {delivact}
{iwant} {delivact}
{cantdo} {delivact}
is it too late to {delivact}
could you deliver {slottime} instead
the only time i'm home is {slottime}
can someone bring the {item} {slottime}
do you deliver to {country}
what's the postage to {country}
will i have to pay customs on a {item2} from {country}
half of my {parcel} is missing
you sent me the wrong {item}
i ordered a {item2} and got a {wrongitem}
the box was empty when i opened it
i ordered one {item} but you sent three
my order number doesn't work
i haven't received a confirmation for my order
did my order go through {past}
order another {item} like the last one
the {item} i bought {past} is {itemfault}
the {item} turned up {itemfault}
this {item} is {itemfault}, i want to send it back
{annoyed}, the {item} is {itemfault}
my {item} came {itemfault} and i need another by {future2}
can you replace the {item}, it's {itemfault}
these {product} are {itemfault}
the {product} i bought for {occasion} are {itemfault}
the {wear} don't fit
{howdoi} {returnact}
{iwant} {returnact}
can i {returnact} after {duration}
is it free to {returnact}
how many days do i have to {returnact}
i don't have the {proof} any more
do i need the {proof} to return a {item}
i've thrown out the {proof}, can i still get a refund
i can't find the {proof} for my {item}
don't want the {item} any more
i changed my mind about the {item}
have you received the {item} i sent back {past}
returned the {item} {duration} ago and still no money
my {appliance} {appfault}
the {appliance} i bought {past} {appfault}
does the {warranty} still apply to my {appliance}
what is included in the {warranty}
how long is the {warranty} on the {appliance}
does the {warranty} include accidental damage
my {warranty} ran out {past}, typical
{canyou} repair my {appliance}, it {appfault}
should i fix or replace a {appliance2} that {appfault}
who do i call about a {appliance2} that {appfault}
where do i register the {warranty} for my {appliance}
is the {warranty} worth paying for
spare parts for an old {appliance}
{howdoi} {subact}
{iwant} {subact}
{cantdo} {subact}
{whycant} {subact}
i thought i'd managed to {subact} {past}
remind me to {subact} {future}
i don't use my {sub} any more
cancel the {sub} before it renews {future}
i've been paying for a {sub} i never use
how much is the {sub} per month
why did the price of my {sub} go up
my {sub} renewed without me knowing
i signed up for a free trial of the {sub} and got charged
can i get money back on an unused {sub}
is there a cheaper {sub}
what do i get with the {sub}
give {person} access to my {sub}
{howdoi} {phoneact}
{iwant} {phoneact}
{cantdo} {phoneact}
does it cost extra to {phoneact}
my {relative} said i could {phoneact}
i've got {phonebad} {inhome}
there's {phonebad} {inhome}
why is there {phonebad} {inhome}
{phonebad} again {inhome}, please fix it
we've had {phonebad} since {since}
how much is roaming in {country}
will my phone work when i get to {country}
i ran out of data {past}
who used up all my minutes
i used my phone in {country} and got a bill for {money}
my sim card isn't recognised by the phone
i keep getting calls from an unknown number
the {net} {netbad}
my {net} {netbad}
{annoyed}, the {net} {netbad}
since {since} my {net} {netbad}
the {net} {netbad} and i work from home
{canyou} do something about the {net}, it {netbad}
is there an outage in my area
the lights on the box are flashing red
turned it off and on again but the {net} {netbad}
{howdoi} {netact}
{iwant} {netact}
{canyou} help me {netact}
the engineer didn't show up {past}
when is the engineer coming
i took the day off {past} for the engineer and nobody came
how do i get out of my {tariff}
when does my {tariff} end
what's the cheapest {tariff} you have
i'd like to change my {tariff}
is there a better {tariff} for a customer {age2}
my {tariff} is about to finish, what next
i can't afford this {tariff}
{howdoi} {utilact}
{iwant} {utilact}
{cantdo} {utilact}
am i able to {utilact} online
my {relative} said i should {utilact}
why has my {bill} {billbad}
my {bill} has {billbad}
i can't pay my {bill} this month
how much is my {bill}
when is the {bill} due
can i get more time to pay the {bill}
the {bill} isn't mine, i'd already moved out
who's name is on the {bill}
split the {bill} between me and my flatmates
i've already paid my {bill}, stop chasing me
i was sent a {bill2} for {bigmoney}, that can't be right
what's this extra {money} on my {bill}
how can i bring down my {bill}
the {utility} has gone off
no {utility} since {since}
when will the {utility} be back on
there's no {utility} in my flat
you've cut off my {utility} by mistake
how do i save on {utility}
who supplies the {utility} at my new address
i'm moving {future} and need the {utility} connected
the {meter} isn't showing anything
my {meter} {brokenverb}
where is my {meter}
the reading on my {meter} looks wrong
someone needs to come and look at the {meter}
is there {outage2} nearby
i want to report {outage2}
what caused the {outage} {past}
how long will the {outage} last
do i get compensation for the {outage}
i want to speak to {staff}
put me through to {staff}
can i talk to {staff} {channel}
i've been on hold for {shortwait} waiting for {staff}
{annoyed}, let me talk to {staff}
how do i contact {staff}
can i reach {staff} {channel}
is {staff} available {slottime}
i already explained all this to {staff} {past}
i just want {vague}
when am i going to get {vague}
{annoyed}, i deserve {vague}
{greet}, could i get {vague} please
nobody has given me {vague} since {since}
tell me your {bizq}
where can i find your {bizq}
has the {bizq2} changed since {since}
i'd like to make a complaint {channel}
can i sort this out {channel}
how do i complain about your service
i'm leaving and taking my business elsewhere
your chat robot is no help at all
that didn't answer my question
{thanks}, that sorted it
{thanks}, the {parcel} has now {arrivedp}
ok {thanks}, i'll try again {future}
"""
# narrow helper slots used where an article or number must agree
SLOTS.update({
 "wrongitem": ["mug","football","wig","hammer","calculator","saucepan","doormat","mirror","phone case","picture frame","doll","bread bin"],
 "wear": ["trainers","jeans","boots","gardening gloves","leggings","pyjamas","sandals","shorts","trousers","slippers","ski socks","swimming trunks","high heels"],
 "arrivedp": ["arrived","turned up","come","shown up","been delivered","reached me","made it here","appeared","got here","been dropped off"],
 "transfer2": ["transfer","bank transfer","wire","payment","standing order","card payment","rent payment","same day payment","future dated payment"],
 "topup2": ["top up","refill","load money","add money","add funds","recharge","move money across","pull money from my savings"],
 "fee2": ["fee","service charge","cash withdrawal fee","foreign transaction fee","late payment fee","monthly account fee","transfer fee","conversion charge","penalty","cancellation fee","delivery charge","missed payment charge"],
 "loan2": ["loan","personal loan","bank loan","short term loan","small business loan","bigger overdraft","credit card","consolidation loan","zero percent card"],
 "age2": ["under twenty five","over seventy","who just passed their test","with a bad back","who works from home","on a low income","with two kids","living alone","who drives very little","renting a flat"],
 "insured2": ["car","dog","phone","bike","motorbike","van","caravan","wedding ring","laptop","horse","boat","camera"],
 "item2": ["kettle","coat","sofa","laptop","toaster","blender","lamp","backpack","rug","tent","watch","jumper","guitar","teapot","scarf","handbag"],
 "product2": ["packs of batteries","pairs of socks","bags of rice","cartons of milk","bath towels","pillowcases","tins of paint","light bulbs","bars of soap","notebooks","loaves of bread","boxes of tea"],
 "future2": ["tomorrow","next week","friday","the end of the month","this weekend","tuesday","sunday night","christmas","noon","the twentieth"],
 "appliance2": ["washing machine","dishwasher","fridge","kettle","television","tumble dryer","coffee machine","freezer","hoover","bread maker","laptop","boiler"],
 "bill2": ["gas bill","water bill","phone bill","broadband bill","heating bill","final bill","mobile bill","council tax bill","power bill"],
 "outage2": ["a power cut","a water leak","a gas leak","a burst main","a blackout","a blocked drain","a water shortage","a broken street light","a fallen power line","a phone line fault"],
 "bizq2": ["returns policy","refund policy","interest rate","delivery charge","cancellation policy","privacy policy","exchange rate","minimum order","phone number","complaints process"],
})
_T = (_T.replace("my {relative} wants to {cardact[0]}\n", "my {relative} asked me how to report a stolen {card}\n")
        .replace("who's name is", "whose name is"))
TEMPLATES = [t.strip() for t in _T.strip().splitlines() if t.strip()]
