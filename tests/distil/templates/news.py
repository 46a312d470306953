def _s(x): return [a.strip() for a in x.replace("\n"," ").split("|") if a.strip()]

_RAW_SLOTS = {
# ---- places, people, institutions
"country": "france|germany|poland|turkey|iran|india|japan|brazil|mexico|egypt|ukraine|russia|the united states|britain|canada|sweden|finland|hungary|serbia|georgia|armenia|israel|saudi arabia|syria|south korea|vietnam|pakistan|nigeria|kenya|ethiopia|australia|argentina|chile|cuba|romania|greece",
"rival": "china|north korea|belarus|azerbaijan|moldova|lithuania|latvia|estonia|kazakhstan|iraq|jordan|lebanon|qatar|yemen|libya|sudan|somalia|morocco|algeria|taiwan|thailand|indonesia|the philippines|venezuela|colombia|peru|spain|italy|portugal|norway|denmark|austria|bulgaria|afghanistan",
"nationality": "french|german|polish|turkish|iranian|indian|japanese|brazilian|mexican|egyptian|ukrainian|russian|american|british|canadian|swedish|hungarian|serbian|israeli|saudi|syrian|korean|chinese|nigerian|greek|romanian|spanish|italian",
"city": "geneva|vienna|brussels|paris|berlin|warsaw|istanbul|cairo|delhi|tokyo|london|helsinki|lisbon|rome|madrid|prague|doha|nairobi|singapore|seoul|ottawa|oslo|budapest|athens|stockholm",
"town": "the harbour town|the border village|the old capital|the northern port|the mining town|the southern province|the valley|the coastal city|the market town|the eastern district|the refugee camp|the besieged city",
"region": "the balkans|the middle east|eastern europe|the caucasus|central asia|the baltic|the arctic|the gulf|west africa|the black sea|southeast asia|latin america|the horn of africa|the mediterranean|the pacific|the far east",
"leader": "the president|the prime minister|the chancellor|the king|the new president|the premier|the head of state|the former president|the ruling general|the acting president|the russian president|the american president|the french leader|the supreme leader",
"minister": "the foreign minister|the defence minister|the finance minister|the interior minister|the energy minister|the justice minister|the health secretary|the secretary of state|the deputy minister|the trade secretary|the education minister|the home secretary|the environment minister",
"official": "a senior official|a government source|an unnamed diplomat|a retired general|a white house aide|an intelligence officer|a ministry insider|a former adviser|a junior minister|an embassy employee|a military commander|a border guard chief|a european commissioner",
"spokes": "the spokesman|the press secretary|the government spokeswoman|the foreign ministry|the kremlin|the white house|the army press office|the pentagon|the embassy|the commission|the royal palace|the cabinet office|the state department",
"expert": "the analyst|the political scientist|the historian|the economist|the professor|the military expert|the former ambassador|the columnist|the researcher|the think tank director|the policy adviser|the sociologist",
"thinktank": "the think tank|the research institute|the policy centre|the foundation|the strategic studies group|the human rights group|the watchdog|the polling company|the rating agency|the council on foreign affairs|the peace institute",
"alliance": "nato|the alliance|the military bloc|the european union|the western alliance|the trade bloc|the african union|the arab league|the union|the regional pact|the customs union|the coalition",
"body": "the security council|the united nations|the general assembly|the european parliament|the human rights council|the european commission|the world trade organisation|the international monetary fund|the world health organisation|the senate|the lower house|the national assembly",
"diplomat": "the ambassador|the special envoy|the chief negotiator|the consul|the peace envoy|the un mediator|the head of the delegation|the military attache|the american envoy|the trade representative",
"mediator": "switzerland|the pope|a neutral country|norway|turkey|the secretary general|qatar|the red cross|a former president|the african union|the emir|an outside mediator",
"treaty": "the peace treaty|the arms control treaty|the nuclear deal|the ceasefire agreement|the trade agreement|the border agreement|the missile treaty|the climate accord|the mutual defence pact|the grain deal|the prisoner swap deal|the open skies agreement|the test ban treaty|the friendship treaty|the water sharing agreement|the truce",
"summit": "the summit|the peace conference|the security conference|the climate conference|the leaders meeting|the emergency session|the economic forum|the donor conference|the annual gathering of ministers|the disarmament conference|the ministerial meeting|the crisis meeting",
"topic_talk": "security guarantees|prisoner exchanges|gas transit|the border dispute|nuclear weapons|trade tariffs|fishing rights|the refugee question|missile deployment|grain exports|cyber security|visa rules|war reparations|the exclusion zone|debt relief|the status of the island",
"demand": "a full withdrawal of troops|written security guarantees|an end to sanctions|an official apology|compensation for the damage|the release of prisoners|more autonomy for the region|recognition of the new borders|access to the port|a ban on missiles near the border|free elections|a new constitution|a no fly zone|the return of the islands|a halt to expansion",
"concession": "lower tariffs|a smaller army|a neutral status|international inspectors|a shared border post|joint patrols|a gradual pullback|limited self rule|a new transit corridor|a partial lifting of sanctions|a freeze on missile tests|a buffer zone",
"threat_v": "close the airspace|cut off the gas|walk out of the talks|expel the ambassador|send in the army|freeze foreign assets|block the strait|leave the treaty|impose new tariffs|seize foreign companies|deploy missiles|shut the border|recall the envoy|arm the rebels|ban imports|turn off the water",
"border": "the eastern border|the disputed frontier|the demilitarised zone|the river crossing|the mountain pass|the northern border|the maritime boundary|the checkpoint|the buffer zone|the line of control|the land corridor|the border fence",
"troops": "troops|soldiers|tanks|peacekeepers|paratroopers|reservists|mercenaries|special forces|volunteers|armoured units|infantry brigades",
"weapon": "ballistic missiles|anti tank rockets|fighter jets|attack drones|nuclear warheads|cluster bombs|hypersonic missiles|land mines|chemical weapons|submarines|air defence systems|artillery shells|cruise missiles|machine guns|tactical nuclear weapons|long range rockets",
"sanction": "financial sanctions|travel bans|asset freezes|export controls|visa restrictions|personal sanctions|oil embargoes|arms embargoes|trade restrictions|banking sanctions|import bans|economic penalties|punitive tariffs|flight bans",
"sector": "the banks|the oil industry|ordinary people|the oligarchs|the car industry|small businesses|farmers|the airlines|exporters|the middle class|the steel mills|the defence industry|pensioners",
"election": "the presidential election|the parliamentary election|the runoff|the mayoral race|the snap election|the leadership contest|the local election|the midterm vote|the regional election|the primary|the second round",
"party": "the ruling party|the opposition|the green party|the conservative party|the liberal party|the socialist party|the far right|the communist party|the democratic party|the republican party|the labour party|the nationalist party|the centre party",
"candidate": "the challenger|the incumbent|the mayor|the independent candidate|the senator|the governor|the billionaire candidate|the opposition leader|the left wing candidate|the tv comedian|the young congresswoman|the retired colonel",
"meddle_g": "hacking the voting machines|spreading fake news|buying facebook adverts|funding extremist parties|leaking stolen emails|running troll farms|bribing election officials|paying bloggers|hiring armies of bots|forging documents|jamming broadcasts",
"empire": "the ottoman empire|the roman empire|the soviet union|the austro hungarian empire|the british empire|the mongol empire|the russian empire|the persian empire|the byzantine empire|yugoslavia|prussia|the qing dynasty|the polish commonwealth|the spanish empire|the inca empire|kievan rus|czechoslovakia",
"histevent": "the cold war|the second world war|the french revolution|the berlin blockade|the cuban missile crisis|the fall of the wall|the partition of india|the winter war|the crimean war|the october revolution|the civil war|the congress of vienna|the korean war|the suez crisis|the gulf war|the siege of leningrad",
"claim": "there are no troops over there|the election was stolen|nobody was poisoned|the attack was staged|sanctions do not work|the other side fired first|the west broke its promise|the economy is doing fine|the talks are going well|the journalists made it up|the pipeline blew itself up|they never signed anything|a war is not planned|the numbers were misread|the bloc will not expand any further",
"accuse_g": "breaking the ceasefire|violating airspace|rigging the vote|spying on allies|supporting terrorists|bombing hospitals|stealing secrets|jailing journalists|blackmailing neighbours|stirring up hatred|poisoning an opponent|hiding the real casualties|using child labour|laundering money|shooting down a plane|smuggling weapons",
"statement": "the withdrawal of the troops|the missile strike|the spy scandal|the new sanctions|the failed talks|the coup attempt|the arrest of the activist|the gas shortage|the plane crash|the leaked memo|the hostage crisis|the price rises|the border clashes|the naval exercises",
# ---- time
"past": "last week|yesterday|in the spring|ten years ago|back in the nineties|in two thousand eight|last december|during the war|a month ago|before the crisis|after the coup|last summer|on friday",
"future": "next week|tomorrow|by the end of the year|in january|this autumn|after the holidays|next month|before the elections|within ten days|in the coming weeks|next spring|on monday",
"deadline": "midnight|friday|the end of the month|the first of march|next summer|new year|the end of the week|the middle of june|the next session|christmas",
# ---- society
"energy": "natural gas|oil|coal|nuclear power|solar power|wind energy|diesel|liquefied gas|hydrogen|hydropower|uranium",
"pipeline": "the gas pipeline|the nuclear plant|the refinery|the hydroelectric dam|the offshore wind farm|the coal mine|the oil terminal|the undersea cable|the power station|the gas storage site|the drilling platform",
"goods": "bread|petrol|electricity|rent|heating|sugar|flour|medicine|cooking oil|meat|gas|fertiliser|housing|public transport",
"econ": "inflation|unemployment|the budget deficit|the exchange rate|the minimum wage|the national debt|gdp|the interest rate|the pension age|foreign investment|the trade balance|child poverty",
"econ_bad": "the recession|the housing crisis|the stock market crash|the food shortage|the debt crisis|the brain drain|high inflation|mass unemployment|the energy crisis|the falling birth rate|the banking collapse|the widening gap between rich and poor",
"tax": "the income tax|the carbon tax|the wealth tax|value added tax|the fuel duty|the property tax|the inheritance tax|the sugar tax|corporate tax|the tourist tax|the import duty",
"refugees": "refugees|asylum seekers|migrants|displaced families|people fleeing the war|unaccompanied children|undocumented workers|evacuees|stateless people|guest workers",
"aid": "food parcels|medical supplies|tents|cash benefits|free housing|language courses|work permits|blankets|legal advice|school places|winter clothes|clean water",
"climate": "the rise in sea levels|the melting of glaciers|the heat wave|deforestation|air pollution|global warming|the drought|the loss of species|coral bleaching|soil erosion|plastic pollution|the greenhouse effect|the thawing of permafrost|water scarcity",
"climate_v": "cut emissions in half|ban plastic bags|plant a million trees|phase out coal|stop selling petrol cars|close the old power plants|pay poorer nations for damage|insulate every home|protect the rainforest|tax air travel",
"disaster": "the earthquake|the flood|the hurricane|the landslide|the dam burst|the volcanic eruption|the train crash|the factory fire|the cyclone|the tsunami|the bridge collapse|the oil spill",
"law": "the immigration law|the surveillance bill|the gun control law|the foreign agents law|the abortion ban|the labour reform|the language law|the hate speech act|the pension reform|the data protection act|the martial law decree|the same sex marriage bill|the amnesty law|the anti corruption law",
"court": "the supreme court|the constitutional court|the hague tribunal|the court of appeal|the european court of human rights|the district court|the military tribunal|the high court|the arbitration court",
"defendant": "the former minister|the blogger|the hacker|the opposition activist|the war criminal|the banker|the police officer|the whistleblower|the ex mayor|the football agent|the drug lord|the newspaper editor",
"crime": "treason|corruption|fraud|tax evasion|espionage|war crimes|contempt of court|bribery|money laundering|incitement|embezzlement|perjury|manslaughter|extortion",
"cause": "higher fuel prices|the pension reform|police violence|corruption|the war|low wages|the new dam|school closures|the lockdown|rigged elections|racism|the closure of the hospital|university fees|mass layoffs",
"protester": "students|farmers|truck drivers|teachers|nurses|miners|pensioners|opposition supporters|climate activists|taxi drivers|railway workers|football fans|doctors|mothers of soldiers",
"police_v": "used tear gas|blocked the main square|arrested dozens of people|fired rubber bullets|stood by and watched|brought out water cannons|closed the metro|beat a reporter|searched every car|put up barricades",
"outlet": "the bbc|state television|this newspaper|the local radio|the news agency|that channel|the guardian|the evening news|the daily paper|the website|the independent press|the magazine|the tabloid press|the opposition paper",
"author": "the author|the journalist|the reporter|the editor|the correspondent|the commentator|the blogger|the interviewer|the war reporter|the presenter",
"piece": "the article|the report|the interview|the editorial|the documentary|the essay|the opinion piece|the speech|the press release|the broadcast|the column|the news bulletin",
"issue": "the death penalty|immigration|gun ownership|free speech|gender equality|abortion|conscription|nuclear energy|privatisation|school uniforms|animal testing|drug legalisation|universal basic income|compulsory vaccination|the monarchy|affirmative action",
"group": "ethnic minorities|women|young voters|the rural population|the working class|religious communities|the elderly|ethnic russians|native people|single mothers|veterans|the unemployed|disabled people|university graduates",
"company": "the airline|the oil company|the bank|the arms manufacturer|the tech giant|the mining firm|the car maker|the pharmaceutical company|the shipping line|the telecoms operator|the supermarket chain|the state railway",
"insult": "a troll|a paid propagandist|a sheep|a hypocrite|a conspiracy nut|a warmonger|a useful idiot|a snowflake|a bot|an armchair general|a crybaby|a liar",
"ideology": "socialism|fascism|liberalism|nationalism|communism|federalism|populism|anarchism|colonialism|neutrality|isolationism|conservatism|feminism",
"concept": "a veto|a proxy war|a filibuster|soft power|a caretaker government|a hung parliament|gerrymandering|sovereignty|martial law|a frozen conflict|an enclave|diplomatic immunity|a sphere of influence|a vote of no confidence|impeachment|a buffer state|a red line|collective defence|extradition|a ceasefire|lobbying|hybrid warfare",
"number_of": "soldiers|civilians|hostages|journalists|passengers|rebels|police officers|miners|aid workers|sailors|bystanders|firefighters",
"office": "mayor|president|prime minister|governor|senator|judge|foreign minister|ambassador|party chairman|secretary general|member of parliament|police chief",
# ---- customer support
"product": "mattress|pillow|blender|protein shaker|jacket|backpack|laptop|headset|game console|treadmill|coffee machine|smart watch|desk chair|vacuum cleaner|board game|phone case|sleeping bag|yoga mat|monitor|rice cooker|pair of trainers|duvet",
"products": "mattresses|protein bars|video games|running shoes|headphones|winter coats|tablets|pillows|dumbbells|jigsaw puzzles|power banks|bed frames|vitamins|hoodies|keyboards|sofas|resistance bands|phone chargers",
"mattress": "memory foam mattress|latex mattress|spring mattress|posture mattress|cot mattress|hybrid mattress|foldable mattress|bamboo mattress|very firm mattress|gel mattress|mattress topper",
"bedsize": "single|double|queen|king|super king|twin|six feet by four|seventy two by thirty six inches|a custom size|a small double|ninety by two hundred",
"sleeper": "side sleepers|heavy people|back pain|a toddler|elderly parents|hot weather|stomach sleepers|pregnant women|couples|a slipped disc|light sleepers|tall people",
"firmness": "soft|medium firm|hard|extra firm|plush|bouncy|orthopaedic|breathable|hypoallergenic|reversible|waterproof",
"supplement": "whey protein|creatine|the mass gainer|the pre workout|the fat burner|fish oil|the multivitamin|casein|the energy gel|the vegan protein|magnesium|bcaa powder|the electrolyte drink|the collagen|glutamine|vitamin d|zinc",
"flavour": "chocolate|vanilla|strawberry|banana|mango|cookies and cream|coffee|blueberry|salted caramel|watermelon|peanut butter|lemon",
"side": "acne|hair loss|stomach cramps|headaches|bloating|kidney problems|insomnia|weight gain|nausea|a racing heart|diarrhoea|dizziness|allergies|high blood pressure|gas",
"consumer": "diabetics|teenagers|beginners|women|vegetarians|pregnant women|people over sixty|marathon runners|people with asthma|heart patients|nursing mothers|people who cannot digest lactose",
"consume_when": "before the gym|after a workout|on rest days|before bed|with milk|on an empty stomach|with water|with breakfast|twice a day|during training|every day|with other medicines",
"game": "the fantasy card game|the chess set|the trivia game|the dungeon board game|the party game|the puzzle box|the dice game|the spy game|the train building game|the memory game|the murder mystery game|the strategy board game",
"platform": "xbox|playstation|pc|a mac|nintendo switch|linux|an old laptop|android|an ipad|a tv|steam deck|windows seven",
"gamefeature": "split screen|offline mode|cross play|a level editor|subtitles|a story mode|voice chat|controller support|parental controls|cloud saves|online multiplayer|an expansion pack|a free demo",
"clothing": "jacket|dress|hoodie|raincoat|pair of jeans|suit|sweater|shirt|skirt|swimsuit|pair of leggings|kurta|blazer|winter coat|t shirt|cardigan",
"clothsize": "a small|a medium|a large|an extra large|a size ten|a size forty two|a petite|a plus size|a double xl|a kids size|a size eight|an extra small|a size fourteen",
"colour": "black|navy blue|red|olive green|beige|white|grey|maroon|pink|mustard yellow|purple|turquoise",
"material": "cotton|wool|leather|linen|polyester|silk|fleece|denim|bamboo fibre|cashmere|nylon|organic cotton|faux fur",
"care_v": "machine wash it|tumble dry it|iron it|bleach it|wash it by hand|dry clean it|hang it in the sun|steam it|wash the cover|vacuum it|store it folded",
"gadget": "phone|tablet|laptop|smart watch|bluetooth speaker|router|camera|folding scooter|printer|drone|projector|reading tablet|soundbar|power bank|robot vacuum|webcam",
"gadgetfault": "will not turn on|keeps freezing|does not charge|makes a strange noise|gets really hot|has a cracked screen|will not connect to wifi|drains the battery overnight|turns itself off|has no sound|shows a blank display",
"gadgetfeature": "fast charging|a headphone jack|dual sim|a backlit keyboard|water resistance|noise cancelling|gps|an sd card slot|wireless charging|a fingerprint reader|a touch screen|an hdmi port|night vision|a spare battery",
"area": "the hills|rural areas|the islands|my pin code|the north east|alaska|the suburbs|remote villages|mumbai|northern ireland|other countries|hyderabad|the highlands|army addresses|po boxes|the next town|manchester|small towns",
"storecity": "pune|chennai|bangalore|leeds|dublin|chicago|dallas|toronto|sydney|kolkata|bristol|jaipur|denver|auckland|glasgow|lucknow|birmingham|cape town",
"pay": "paypal|credit card|debit card|bank transfer|upi|gift cards|google pay|cheque|apple pay|net banking|a prepaid card|cryptocurrency|meal vouchers|two different cards",
"installment": "three months|six months|a year|twelve months|eighteen months|two years|four payments|ten weeks|nine months",
"offer": "a student discount|a coupon|a promo code|an exchange offer|a festive offer|free shipping|a bundle deal|a loyalty bonus|cashback|a buy one get one deal|a clearance sale|a first order discount|a military discount|a referral bonus",
"occasion": "black friday|christmas|diwali|new year|easter|the summer holidays|eid|valentines day|boxing day|mothers day|the end of season|independence day",
"trial": "thirty nights|a hundred nights|two weeks|ten days|ninety days|one month|six weeks|a full year|seven days|sixty nights",
"parcel": "parcel|order|package|shipment|delivery|replacement|exchange item|preorder|gift box",
"parcel_late": "has not arrived|is stuck at customs|was left outside in the rain|went to the wrong house|is marked as delivered but never came|keeps getting delayed|arrived damaged|came half empty|was returned to sender|has been in transit for two weeks",
"cancel_why": "i ordered the wrong size|i found it cheaper elsewhere|it is taking too long|i changed my mind|i bought two by mistake|my wife already got one|i no longer need it|i picked the wrong colour|i cannot afford it right now|i typed the wrong address|my card was charged twice|i am moving abroad",
"addr": "delivery address|billing address|phone number|email address|postcode|house number|flat number|landmark|name on the order|pickup point|delivery slot",
"newplace": "my office|my parents place|my neighbour|a different city|a hotel|my new flat|a locker|my brother|a friend in another state|the nearest branch|my dorm room",
"brandsign": "the hologram|the seal|the barcode|the serial number|the logo|the batch number|the label|the scratch code|the packaging|the qr code|the expiry date",
"speed": "next day delivery|same day delivery|express shipping|evening delivery|weekend delivery|free delivery|click and collect|doorstep installation|contactless delivery|gift wrapping|international shipping",
"doc": "the invoice|the tracking number|the warranty card|the receipt|the return label|the user manual|the size chart|the lab report|the gst bill|the care instructions|the order confirmation|the otp",
"storething": "showroom|store|discount shop|pickup point|service centre|branch|warehouse|dealer|repair shop",
"agent": "the courier|the delivery guy|your agent|the driver|customer care|the call centre|your chat bot|the man at the counter|the seller|the shop assistant",
"talks": "the peace talks|the trade talks|the disarmament talks|the negotiations|the consultations|the coalition talks|the budget negotiations|the membership talks|the nuclear talks|the ceasefire talks|the face to face meetings",
"videogame": "the racing game|the new football game|the zombie shooter|the strategy game|the farming simulator|the dungeon adventure|the flight simulator|the role playing game|the space shooter|the online card game|the city builder|the horror game|the remake|the multiplayer battle game",
"armstreaty": "the arms control treaty|the missile treaty|the test ban treaty|the non proliferation treaty|the disarmament accord|the nuclear deal|the strategic arms agreement|the conventional forces treaty",
"head": "the president|the prime minister|the king|the head of state|the head of government|the defence minister|the foreign minister|the opposition leader|the top general",
"chamber": "the security council|the general assembly|the european parliament|the senate|the lower house|the human rights council|the national assembly|the plenary session|the select committee",
"since": "the end of the cold war|the fall of the wall|the last summit|independence|two thousand four|the early nineties|the change of government|the war in the balkans",
"powder": "the whey protein|creatine|the mass gainer|the pre workout|casein|the vegan protein|the bcaa powder|the protein powder|the meal replacement shake|the isolate|the recovery drink|the collagen powder",
"year": "twenty thirty|twenty fifty|the end of the decade|the middle of the century|next year|the end of this parliament|twenty thirty five|the time our kids grow up",
"shipspeed": "next day delivery|same day delivery|express shipping|evening delivery|weekend delivery|doorstep delivery|priority post|overnight shipping|a two hour slot|air freight",
"bedname": "single|double|queen|king|super king|twin|kids|small double|full",
"mattress2": "memory foam one|spring one|latex one|foam one|basic model|older version|luxury model|coir one|hybrid one|thin one",
"worker": "teachers|nurses|miners|truck drivers|taxi drivers|railway workers|doctors|dock workers|postal workers|pilots|bin men|factory workers",
"recent": "last week|yesterday|a month ago|on friday|two days ago|ages ago|ten days ago|over the weekend|this morning|for my birthday",
"sentwhen": "last week|three weeks ago|a month ago|on friday|two days ago|ages ago|ten days ago|over the weekend|before christmas",
"milalliance": "nato|the alliance|the military bloc|the western alliance|the defence pact|the regional pact|the coalition|the collective security organisation",
"sufferer": "ordinary people|farmers|pensioners|small businesses|the poor|children|the workers|honest traders|young families|the sick",
"missile": "ballistic missiles|anti tank rockets|attack drones|hypersonic missiles|cruise missiles|artillery shells|long range rockets|guided bombs|anti ship missiles|medium range missiles",
"fuel": "natural gas|oil|coal|diesel|liquefied gas|uranium|electricity|hydrogen|crude|petrol|firewood|jet fuel",
}
SLOTS = {k: _s(v) for k, v in _RAW_SLOTS.items()}

_T = """
when is {summit} going to take place
what date has been set for {summit}
on which day do {summit} and the press briefing begin
has anyone announced when {summit} will start
any idea how soon {summit} is happening

where will {summit} be held
which city is hosting {summit}
is {city} the venue for {summit}
who agreed to let {city} host {summit}
did they pick {city} for {summit} or somewhere neutral

who attended {summit} in {city}
which countries sent delegates to {summit}
was {minister} present at {summit}
did {leader} bother to show up in {city}
who skipped {summit} this time

what did {country} and {rival} discuss in {city}
what was on the agenda when {country} met {rival}
which subjects came up during talks between {country} and {rival}
were {topic_talk} even mentioned at {summit}
did the two sides talk about {topic_talk} at all

how did {summit} end
what was the outcome of {summit}
did anything useful come out of {summit}
so {summit} achieved nothing then
were there any results from {summit} in {city}
are {talks} still going on
how are {talks} progressing
when did {talks} begin
why have {talks} stalled
who walked out of {talks}
were {talks} just for show
will {talks} resume {future}
was {summit} a failure or a success

when do the negotiators meet again
is there a date for the next round of talks
will {country} and {rival} sit down again {future}
are further talks planned {future}
when are the two delegations supposed to get together next

why did the negotiations on {topic_talk} break down
what made the talks about {topic_talk} collapse
who is to blame for the deadlock over {topic_talk}
what is holding up an agreement on {topic_talk}
how come they still cannot agree on {topic_talk}

what does {country} want from {rival}
what are the main demands of {country}
what exactly is {country} asking {alliance} for
which conditions has {country} laid down for peace
does {country} insist on {demand}
is it true that {country} demanded {demand}

did {rival} reject the demand for {demand}
how did {rival} respond when {country} called for {demand}
was the call for {demand} accepted or turned down
i doubt {rival} will ever agree to {demand}
why would anyone refuse {demand}

is {country} ready to compromise with {rival}
would {rival} accept {concession} as a middle ground
who suggested {concession} as a way out
could {concession} be the basis for a deal
is {country} willing to give any ground on {topic_talk}
is there room for compromise on {topic_talk}

did {country} threaten to {threat_v}
what happens if {country} decides to {threat_v}
why would {rival} want to {threat_v}
{leader} warned that he would {threat_v}
is {country} bluffing or will it really {threat_v}
they keep saying they will {threat_v} but never do

when was {treaty} signed
in what year did both sides put their names to {treaty}
who signed {treaty} and where
was {treaty} ever ratified by {chamber}
how long has {treaty} been in force

what does {treaty} actually say
can you explain the terms of {treaty}
what obligations does {treaty} place on {country}
which weapons are covered by {armstreaty}
are {weapon} covered by {armstreaty}
what is the point of {treaty}

why did {country} pull out of {treaty}
who walked away from {treaty} first
what reason did {leader} give for quitting {treaty}
has {rival} been violating {treaty}
was {treaty} broken by {country} or by {rival}

when does {treaty} run out
is {treaty} going to be extended {future}
can {treaty} still be saved
will {treaty} be renewed before it expires
what comes after {treaty} if nobody renews it

is {country} a member of {alliance}
when did {country} join {alliance}
since when does {country} belong to {alliance}
does {alliance} include {country} or not
has {country} ever been part of {alliance}

does {country} want to join {alliance}
why is {country} so keen on becoming a member of {alliance}
what stops {country} from entering {alliance}
will {country} ever be admitted to {alliance}
what must {country} do to qualify for membership of {alliance}
should {alliance} let {country} in

who can block a new member from joining {alliance}
does {country} have a veto over new members
did {country} use its veto in the security council
why was the resolution vetoed by {country}
can {rival} stop {country} from joining {alliance}
who voted against the resolution in {chamber}

is {milalliance} obliged to defend {country}
would {milalliance} come to the aid of {country}
what would {milalliance} do if {country} were attacked
does {milalliance} protect countries that are not members
nobody in {milalliance} is going to die for {country}

did somebody promise not to expand {alliance} eastwards
was there ever a written promise about enlarging {alliance}
who claims that {alliance} broke its word to {country}
has {alliance} grown since {since}
how many members does {alliance} have today

how many {troops} are stationed near {border}
what is the number of {troops} at {border}
roughly how large is the force massed along {border}
have more {troops} been sent to {border}
why are there {troops} near {border}

when will the {troops} be withdrawn from {region}
are the {troops} going home {future}
did {country} pull its {troops} back from {border}
do we know whether the {troops} have left {region}
is the withdrawal of {troops} from {region} real or fake

is {country} planning to invade {rival}
does anyone really believe {country} will attack {rival}
are {country} and {rival} heading for war
will there be a war in {region}
how likely is an invasion of {rival}
i do not think {country} intends to start a war

why did {country} invade {rival}
what led to the conflict between {country} and {rival}
how did the fighting in {region} start
who fired the first shot at {border}
what triggered the war in {region}

where exactly is {border}
who controls {border} now
is {border} open to civilians
who set up {border} in the first place
what is the quarrel over {border} about

does {country} have {weapon}
is {country} armed with {weapon}
how many {weapon} does {rival} own
which countries possess {weapon}
does the army of {rival} use {weapon}

who supplies {rival} with {weapon}
where does {country} buy its {weapon}
is {country} selling {weapon} to {rival}
who is shipping {weapon} into {region}
did {country} deliver the {weapon} it promised

are {weapon} banned under international law
is it legal to use {weapon} in war
should {weapon} be outlawed everywhere
why have {weapon} not been prohibited yet
who still refuses to give up {weapon}

how far can {missile} reach
how much do {weapon} cost
how dangerous are {weapon} really
what are {weapon} used for
can {missile} be intercepted

how can the spread of {weapon} be limited
who checks that {weapon} are really destroyed
were the {weapon} moved out of {region}
did the inspectors find any {weapon}
has {country} agreed to reduce its {weapon}

why did {country} impose {sanction} on {rival}
what was the reason for {sanction} against {rival}
what are {sanction} meant to achieve
who called for {sanction} against {country}
on what grounds was {rival} hit with {sanction}

do {sanction} even work
have {sanction} changed anything in {rival}
are {sanction} hurting {sector}
how badly did {sanction} affect {sector}
it is always {sufferer} that suffer
{sanction} have never made anybody back down

when will {sanction} be lifted
is there any chance of {sanction} being dropped {future}
under what conditions would {alliance} ease {sanction}
will {sanction} stay in place after {deadline}
could {country} get around {sanction}
how does {rival} manage to dodge {sanction}

who won {election}
which party came first in {election}
did {candidate} win or lose {election}
what was the result of {election}
by how many votes did {candidate} win {election}
who came out on top in {election}

when is {election}
what day do people go to the polls for {election}
has {election} been postponed
how soon do we vote in {election}
when were the results of {election} announced

who is running in {election}
which candidates are standing in {election}
is {candidate} going to run again
why did {candidate} drop out of the race
will {candidate} be on the ballot {future}

was {election} fair
do you honestly think {election} was free and fair
is there any proof that {election} was rigged
were there observers at {election}
who says the count in {election} was falsified
what was the turnout in {election}

did {country} interfere in {election}
is there evidence of foreign meddling in {election}
who was accused of {meddle_g} before {election}
how could {meddle_g} change the outcome of a vote
was {rival} behind the attempts at {meddle_g}
they blame {rival} for {meddle_g} but show no evidence

why do {group} vote for {party}
what does {party} promise {group}
do {group} support {candidate}
how popular is {party} among {group}
which party do {group} usually back
i would never vote for {party}

what does {party} stand for
what are the main policies of {party}
is {party} left wing or right wing
who leads {party} these days
who founded {party}
how many seats does {party} hold in parliament

who are the coalition partners of {party}
will {party} form a government on its own
can {party} govern without a majority
did the coalition with {party} fall apart
why has {party} lost so many supporters

who is {head} of {country} right now
who is in charge in {country} these days
what is the name of the {nationality} president
who runs {country} now
who governed {country} before the current leader

how does somebody become {office}
how long can a person serve as {office}
who appoints the next {office}
was he elected {office} or simply appointed
who was the first woman to be {office}
what does it take to be {office}

why did {minister} resign
what forced {minister} to step down
has {minister} been sacked
who will replace {minister}
did {minister} quit or get fired
is {minister} still in office

what did {spokes} say about {statement}
how did {spokes} comment on {statement}
what was the official reaction to {statement}
has {spokes} said anything regarding {statement}
did {spokes} deny any involvement in {statement}
why is {spokes} silent about {statement}

{spokes} said that {claim}
{official} told reporters that {claim}
according to {official} {claim}
who said that {claim}
did {leader} really say that {claim}
is it true that {claim}
do you seriously believe that {claim}
where is the proof that {claim}
{spokes} keeps repeating that {claim}
nobody buys the story that {claim}

what does {expert} think of {statement}
in the opinion of {expert} who gains from {statement}
how does {expert} explain {statement}
what did {expert} write about {statement}
does {expert} agree with {official} about {statement}

who pays for {thinktank}
where is {thinktank} based
is {thinktank} independent or government funded
what does the latest study by {thinktank} show
can we trust the figures published by {thinktank}
which experts work for {thinktank}

who accused {country} of {accuse_g}
why is {rival} being accused of {accuse_g}
has {country} admitted to {accuse_g}
was {country} ever punished for {accuse_g}
{country} denies {accuse_g}
what makes you think {rival} is guilty of {accuse_g}

what did {diplomat} tell the press in {city}
why was {diplomat} summoned
was {diplomat} expelled from {country}
who is {diplomat} and what does he want
is {diplomat} flying to {city} {future}
when does {diplomat} get back from {city}

who is mediating between {country} and {rival}
could {mediator} help end the conflict
has {mediator} offered to mediate
why would {rival} trust {mediator} as a go between
is {mediator} neutral enough to broker a deal

what happens if no deal is reached by {deadline}
how much time is left until {deadline}
they have until {deadline} to answer
did {rival} respond before {deadline}
why was {deadline} chosen as the cutoff
was the ultimatum extended past {deadline}

are {country} and {rival} on good terms
what are relations between {country} and {rival} like
why do {country} and {rival} hate each other
when did {country} and {rival} become allies
do {country} and {rival} still have diplomatic ties
have {country} and {rival} ever been friends

does {country} recognise {rival}
which states back {country} in the dispute
who are the closest allies of {country}
whose side is {country} on
is {country} neutral in this conflict

what interests does {country} have in {region}
why is {region} so important to {country}
who dominates {region} nowadays
what is {country} doing in {region}
how much influence does {rival} have in {region}

what year did {empire} fall apart
why did {empire} collapse
what brought about the end of {empire}
how long did {empire} last
when was {empire} founded
who ruled {empire} at its peak

was {country} once part of {empire}
which lands belonged to {empire}
how big was {empire}
what remained of {empire} after it broke up
did {empire} ever conquer {region}
what language was spoken in {empire}

what caused {histevent}
why did {histevent} happen
who took part in {histevent}
when did {histevent} take place
what role did {country} play in {histevent}
what were the consequences of {histevent}
how is {histevent} taught in {nationality} schools

when did {country} gain independence
how old is the {nationality} state
who were the original inhabitants of {country}
has {country} always had its present borders
how did {country} get its name
does {country} have a king or a president

what is meant by {concept}
explain {concept} in simple words
can somebody give an example of {concept}
i never understood what {concept} is
how would you define {concept}
where does the idea of {concept} come from

what is the difference between {ideology} and democracy
is {ideology} dead
who invented {ideology}
why has {ideology} become popular again
do you consider {ideology} a good thing
which thinkers are associated with {ideology}

where does {country} get its {energy}
how dependent is {country} on imported {energy}
who is the biggest producer of {energy}
what share of power comes from {energy}
can {country} survive without {fuel} from {rival}
what could replace {energy} in {country}

who owns {pipeline}
who paid for {pipeline}
why was {pipeline} shut down
is {pipeline} working again
how much did it cost to build {pipeline}
why do locals object to {pipeline}
when will {pipeline} be finished

why is {goods} so expensive now
what drove up the price of {goods}
how much does {goods} cost in {country}
will {goods} get cheaper {future}
who can afford {goods} at these prices
did the government subsidise {goods}

what is {econ} in {country} at the moment
did {econ} go up or down {past}
why is {econ} so high
how is {econ} calculated
what does the government plan to do about {econ}
does {econ} matter to ordinary families

what caused {econ_bad}
who is responsible for {econ_bad}
how will {country} get out of {econ_bad}
how many people were affected by {econ_bad}
is {econ_bad} over yet
could {econ_bad} have been avoided

who has to pay {tax}
is {party} going to raise {tax}
how high is {tax} in {country}
should {tax} be abolished
why was {tax} introduced
what is the money from {tax} spent on

how many {refugees} has {country} taken in
where are the {refugees} coming from
why does {country} refuse to accept {refugees}
what will happen to the {refugees} stuck at {border}
are {refugees} allowed to work in {country}
which countries host the most {refugees}
how do {refugees} reach {country}

who provides {aid} to {refugees}
do {refugees} receive {aid} on arrival
is there enough {aid} for everyone
where can {refugees} apply for {aid}
who is sending {aid} to {town}

what is causing {climate}
how serious is {climate} in {region}
can {climate} be stopped
is {climate} linked to human activity
does {party} deny that {climate} is a problem
what will {climate} do to {region}

has {country} promised to {climate_v}
when does {country} intend to {climate_v}
is it realistic to {climate_v} by {year}
who would pay if we had to {climate_v}
why should we {climate_v} when others do nothing
how would it help to {climate_v}

how many people died in {disaster}
what was the death toll from {disaster}
where did {disaster} strike
was anyone hurt in {disaster}
could {disaster} have been prevented
how bad was {disaster}
is help reaching the victims of {disaster}

what does {law} change
when does {law} come into effect
who voted for {law}
why are people angry about {law}
does {law} apply to foreigners
has {law} been repealed
will {leader} sign {law}
is {law} against the constitution

what did {court} decide
how did {court} rule on {law}
did {court} strike down {law}
can the ruling of {court} be appealed
who sits on {court}
why did {court} dismiss the case

what is {defendant} accused of
was {defendant} found guilty of {crime}
how many years did {defendant} get for {crime}
why was {defendant} arrested
is {defendant} in jail or out on bail
when does the trial of {defendant} begin
{defendant} claims to be innocent of {crime}

what is the penalty for {crime}
how do you prove {crime} in court
has anyone ever been jailed for {crime} in {country}
what counts as {crime} under {nationality} law
is {crime} punishable by death

why are {protester} protesting
what are {protester} in {city} so upset about
what do the striking {worker} want
are {protester} marching against {cause}
how many {protester} took to the streets over {cause}
did the rally against {cause} turn violent
how long will the strike by {worker} last

is it true that the police {police_v}
why were {protester} in the square when the police {police_v}
the police {police_v} and nobody was held responsible
did you see how the police {police_v} in {city}
who gave the order when the police {police_v}

is {outlet} a reliable source
can you trust {outlet}
why does {outlet} never report on {cause}
who owns {outlet}
is {outlet} biased against {country}
did {outlet} publish a correction
do you actually believe what {outlet} tells you

who wrote {piece}
when was {piece} published
what is {piece} about
can you sum up {piece} in two sentences
what is the main point of {piece}
where can i read the full text of {piece}
which facts in {piece} are wrong

what does {author} mean by {concept}
does {author} support {ideology}
whom does {author} quote in {piece}
where did {author} get this information
did {author} speak to {official}
what conclusion does {author} reach about {statement}
i think {author} is biased

what is your view on {issue}
are you for or against {issue}
how did people vote in the referendum on {issue}
will there be a referendum on {issue} {future}
why is {issue} such a divisive topic
what arguments are there against {issue}
where do most people stand on {issue}
how has public opinion about {issue} shifted
did {party} change its position on {issue}

what rights do {group} have in {country}
are {group} treated fairly in {country}
how does {law} affect {group}
why are {group} leaving {country}
who speaks up for {group} in parliament
how large is the share of {group} in {country}

stop acting like {insult}
are you {insult} or do you really mean it
you sound like {insult}
calling me {insult} is not an argument
only {insult} would defend {leader}
who are you calling {insult}
go back to school if you think {claim}
lol you still think {claim}
read {piece} before you comment
give me one source for that or shut up
you have no clue about {country}
have you ever even been to {country}
whatever you say mate but {country} started it
everybody knows {rival} is behind this
so what should {country} have done instead
why do you always defend {country}

how many {number_of} were killed {past}
how many {number_of} lost their lives in {town}
are any {number_of} still missing
what happened to the {number_of} in {town}
were the {number_of} rescued
were {number_of} among the dead

what happened in {town} {past}
why is {town} in the news
who seized {town} {past}
what did eyewitnesses in {town} see
is it safe to travel to {town} now
who lives in {town}

what has {company} been fined for
did {company} break {sanction}
why is {company} laying off workers
who bought {company}
will {company} leave {country}
is {company} owned by the state
how much profit did {company} make {past}

what will {leader} do {future}
is {leader} visiting {city} {future}
who did {leader} meet in {city} {past}
what did {leader} talk about with {diplomat}
has {leader} made up his mind yet
when did {leader} come to power
how old is {leader}
does {leader} still have the support of the people
what mistakes did {leader} make {past}
has {body} condemned {statement}
what powers does {body} have
how are members of {body} chosen
how often does {body} meet
what did {body} decide {past}

do you have this {product} in stock
is the {product} available right now
when will the {product} be back in stock
is that {product} sold out everywhere
can i still buy the {product}

how much is the {product}
what does the {product} cost
tell me the price of this {product}
is there a cheaper {product}
why is your {product} so pricey
what is the cheapest {product} you sell

which {product} would you recommend
what is the best {product} under my budget
help me choose a {product}
i am looking for a good {product}
what {product} do most people go for

what sizes does the {mattress} come in
do you make the {mattress} in {bedsize}
is the {mattress} available in {bedsize}
what are the dimensions of the {bedname} one
will a {bedname} fit in a small room
can i get a {mattress} cut to my own measurements
how thick is the {mattress}

how is the {mattress} different from the {mattress2}
which is comfier the {mattress} or the {mattress2}
which one is better for {sleeper}
is the {mattress} suitable for {sleeper}
what do you suggest for {sleeper}
will the {mattress} be too hot to sleep on
does the {mattress} sag after a few years

is the {mattress} {firmness}
is the cover {firmness}
do you have something {firmness} for {sleeper}
i want a {mattress} that is {firmness}
how {firmness} is it compared with the old model

compare the {mattress} with your basic one
what sets your {products} apart from the competition
difference between the cheap and the expensive {products}
why should i pick your {products} over other brands
are your {products} any better than what i get at the mall
what makes these {products} special

how long is the trial period
do i get {trial} to try it out
can i return it after {trial}
do i get my money back within {trial}
what if i do not like the {product} after {trial}
can i try the {product} before buying it
who pays return shipping if i am not happy

what is the warranty on the {product}
how many years of guarantee come with the {product}
does the warranty cover normal wear
is the {product} still under warranty
how do i claim warranty for my {gadget}

do you deliver to {area}
can you ship to {area}
is delivery possible in {area}
do you guys send stuff to {area}
is {area} covered by your courier
will you bring the {product} to {area}
why do you not serve {area}

how long does delivery to {area} take
when will my {parcel} get here
how many days until the {parcel} arrives
what is the expected date for my {parcel}
where is my {parcel}
how can i track my {parcel}
what is the status of my {parcel}

my {parcel} {parcel_late}
what should i do if my {parcel} {parcel_late}
i am really annoyed because my {parcel} {parcel_late}
who do i contact when my {parcel} {parcel_late}
the {parcel} {parcel_late} and {agent} does not answer

do you offer {speed}
is {speed} available in {storecity}
how much extra is {shipspeed}
can i get {shipspeed} to {area}
do i have to pay for {shipspeed}

do you take cash on delivery
can i pay when it gets here
is cod available for {products}
is there an extra fee for paying at the door
can i hand the money to {agent}
why is cash on delivery not offered in {area}

can i pay with {pay}
do you accept {pay}
which payment methods do you have besides {pay}
i tried {pay} but the payment failed
is it safe to use {pay} on your site

can i pay in instalments
do you have emi on {products}
can i spread the cost over {installment}
is there zero interest for {installment}
how much would i pay monthly over {installment}
what documents are needed for monthly payments

is there {offer} at the moment
do you have {offer} for {products}
how do i get {offer}
can i use {offer} together with another deal
i have {offer} but it is not working at checkout
until when can i use {offer}
any deals on {products} right now

will there be a sale for {occasion}
what discounts are planned for {occasion}
do {products} get cheaper around {occasion}
can you deliver before {occasion}
are you open during {occasion}

do you have a {storething} in {storecity}
where is your nearest {storething}
is there a {storething} close to me
which {storething} in {storecity} has the {product}
what are the opening hours of the {storething} in {storecity}
can i see the {products} at your {storething} or your outlet
i live in {storecity} where can i find a {storething}

can i open a franchise for your brand in {storecity}
how do i become a distributor in {storecity}
do you sell {products} in bulk
do you give wholesale prices on {products}

does {supplement} cause {side}
what are the side effects of {supplement}
is it dangerous to take {supplement} for long
will i get {side} if i use {supplement}
i started {supplement} and now i have {side}
has anyone complained of {side} after using {supplement}

is {supplement} safe for {consumer}
are there any risks for {consumer} taking {supplement}
should {consumer} avoid {supplement}
do {consumer} really need {supplement}
what do you recommend for {consumer}

can i take {supplement} {consume_when}
should i have {supplement} {consume_when}
how many scoops of {powder} do i need {consume_when}
is it ok to use {supplement} {consume_when}
what is the right dose of {supplement}
how do i mix {powder}

what is in {supplement}
does {supplement} contain sugar or steroids
how much protein is there per serving of {powder}
is {supplement} vegetarian
is {supplement} tested for banned substances
when does {supplement} expire

what flavours does {powder} come in
do you sell {powder} in {flavour}
is {flavour} out of stock
does {flavour} taste any good
is {flavour} nicer than plain

will {supplement} help me build muscle
can i lose weight with {supplement}
how quickly will i notice results from {supplement}
does {supplement} actually do anything
is {supplement} better than normal food
what is the difference between {supplement} and a normal diet

how do i know {supplement} is genuine
is this {product} original or a copy
how can i check whether it is fake
i think i was sold a fake {product}
what does {brandsign} look like on an authentic one
where do i find {brandsign}
{brandsign} looks different from the last one i bought
do you sell only authentic {products}
are the {products} on other websites real

does {videogame} work on {platform}
can i play {videogame} on {platform}
will {videogame} run on {platform}
is there a version of {videogame} for {platform}
when is {videogame} coming to {platform}

does {videogame} have {gamefeature}
is {gamefeature} included in {videogame}
can i get {gamefeature} without paying extra
how do i turn on {gamefeature}
i bought {videogame} because it said it had {gamefeature}

how many people can play {game}
what age is {game} for
how long does {game} take to finish
how many hours of play are there in {videogame}
i am stuck on level three of {videogame}
are there cheats for {videogame}
is {game} too hard for kids
what are the rules of {game}
are any pieces missing from {game}
how big is the download for {videogame}
{videogame} keeps crashing on {platform}
can i get a refund for {game} if i already opened it

does the {clothing} run small
what size {clothing} should i order
is the {clothing} true to size
i am usually {clothsize} so which {clothing} fits me
do you have the {clothing} in {clothsize}
the {clothing} does not fit can i swap it for {clothsize}
is there a size guide for the {clothing}

does the {clothing} come in {colour}
do you have this {clothing} in {colour}
is the {clothing} really {colour} or more like {colour2}
what other colours are there besides {colour}
i ordered {colour} and got {colour2}

what is the {clothing} made of
is the {clothing} pure {material}
how much {material} is in the {clothing}
does {material} shrink in the wash
is {material} warm enough for winter
i am allergic to {material} what else do you have

can i {care_v}
how do i clean the {clothing}
what happens if i {care_v}
is it a bad idea to {care_v}
the label says not to {care_v}

does the {gadget} have {gadgetfeature}
is there a {gadget} with {gadgetfeature}
i need {gadgetfeature} in a {gadget}
why does the new {gadget} lack {gadgetfeature}
does this model support {gadgetfeature}

how long does the battery of the {gadget} last
what comes in the box with the {gadget}
does the {gadget} work abroad
how do i reset the {gadget}
is the {gadget} compatible with {platform}
how heavy is the {gadget}

my {gadget} {gadgetfault}
what can i do if the {gadget} {gadgetfault}
the {gadget} i got {recent} {gadgetfault}
can you fix a {gadget} that {gadgetfault}
where do i send a {gadget} that {gadgetfault}
brand new {gadget} and it already {gadgetfault}

i want to cancel my order because {cancel_why}
please cancel it {cancel_why}
can i still cancel if it has been shipped
how do i call off my order
is it too late to stop the {parcel} from going out
i would like my money back since {cancel_why}
will i be charged if i cancel

how do i change the {addr}
i need to update my {addr}
i put in the wrong {addr}
can you correct the {addr} on my order
is it possible to edit the {addr} after paying
the {addr} you have for me is out of date

can you send the {parcel} to {newplace} instead
please redirect my {parcel} to {newplace}
i will not be home so bring it to {newplace}
could you leave the {parcel} with somebody at {storecity} station
is it ok to have things delivered to {newplace}

how do i return the {product}
what is your return policy on {products}
can i exchange the {product} for another one
do you pick up returns from {area}
when will i get my refund
i sent the {product} back {sentwhen} and still no money

i never received {doc}
where can i find {doc}
could you email me {doc}
do i need {doc} to return the {product}
{agent} asked me for {doc}

{agent} was very rude to me
{agent} told me to wait until {deadline}
{agent} never called me back
can i talk to a real person
nobody picks up the phone at your {storething}
i want to make a complaint about {agent}
are you a robot or a human
"""
SLOTS["colour2"] = _s("orange|brown|lilac|silver|cream|khaki|teal|burgundy|mint green|charcoal")
TEMPLATES = [l.strip() for l in _T.splitlines() if l.strip()]
