def _s(x):
    return [p.strip() for p in x.strip().split("|") if p.strip()]

def _t(x):
    return [l.strip() for l in x.strip().splitlines() if l.strip()]

SLOTS = {k: _s(v) for k, v in {
"city": "london|paris|new york|tokyo|chicago|berlin|madrid|rome|sydney|toronto|dublin|amsterdam|mumbai|cairo|istanbul|boston|seattle|denver|houston|lisbon|prague|vienna|nairobi|singapore|bangkok|manchester|glasgow|montreal|mexico city|atlanta|phoenix|lagos|seoul|melbourne|miami|copenhagen",
"city2": "barcelona|los angeles|san francisco|dubai|hong kong|athens|edinburgh|oslo|stockholm|warsaw|budapest|dallas|orlando|las vegas|philadelphia|vancouver|munich|milan|brussels|cape town|delhi|kuala lumpur|buenos aires|zurich|helsinki|nashville|new orleans|honolulu",
"country": "france|japan|brazil|india|canada|mexico|italy|spain|egypt|kenya|thailand|vietnam|turkey|australia|germany|portugal|greece|china|russia|morocco|peru|iceland|south africa|new zealand|indonesia|norway|argentina|ireland|cuba|nepal",
"nationality": "british|american|indian|canadian|mexican|irish|german|polish|nigerian|brazilian|australian|chinese|pakistani|filipino|spanish|turkish",
"day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas eve",
"month": "january|february|march|april|may|june|july|august|september|october|november|december",
"when_future": "tomorrow|tonight|this weekend|next week|on friday|next month|this afternoon|later today|on saturday morning|the day after tomorrow|over the bank holiday|in two weeks|on monday night|next tuesday|at the end of the month",
"when_past": "yesterday|last night|last week|two days ago|on monday|this morning|a month ago|last year|over the weekend|an hour ago|the other day|last friday|earlier today|just now|a while back",
"clock": "six in the morning|half past seven|noon|midnight|five pm|quarter to eight|nine thirty|three o'clock|ten pm|seven am|four fifteen|eleven twenty|6 am|8 pm|12 thirty|five to nine|half six",
"duration": "ten minutes|half an hour|two hours|an hour|forty five minutes|twenty minutes|ninety seconds|three hours|five minutes|a quarter of an hour|an hour and a half|fifteen minutes",
"span": "a week|three days|a fortnight|six months|a month|ten days|a year|the whole summer|five nights|a long weekend|two weeks|ninety days",
"airline_item": "a laptop|toothpaste|nail scissors|perfume|a power bank|baby milk|a razor|an umbrella|my guitar|a camera tripod|a sandwich|a bottle of water|a hair dryer|knitting needles|insulin|shampoo|a folding pushchair|a jar of jam|an electric toothbrush|a lighter",
"bag": "suitcase|backpack|carry on bag|hand luggage|rucksack|duffel bag|holdall|checked bag|garment bag|golf bag",
"transport": "bus|train|ferry|tram|shuttle|coach|metro|night bus|airport express|cable car|express bus|monorail",
"hotel_feature": "a swimming pool|a gym|free breakfast|parking|a sea view|a hot tub|an airport shuttle|a kitchenette|a balcony|air conditioning|fast wifi|a kids club|a spa|late check out|a rooftop bar|a laundry service|a bathtub",
"lodging": "hotel|hostel|motel|guest house|bed and breakfast|cabin|campsite|holiday cottage|resort|villa|serviced apartment|inn|beach hut",
"travel_doc": "passport|visa|boarding pass|travel insurance|driving permit|birth certificate|vaccination card|residence permit|identity card|work permit|marriage certificate",
"travel_adj": "cheap|direct|last minute|first class|overnight|refundable|business class|early morning|budget|nonstop|round trip|one way|affordable",
"sight": "museum|castle|botanical garden|cathedral|zoo|aquarium|art gallery|royal palace|national park|lighthouse|theme park|temple|science museum|observatory|wax museum",
"place": "petrol station|pharmacy|supermarket|post office|cash machine|hospital|library|train station|coffee shop|car park|dentist|bakery|hardware store|gym|bus stop|bank|police station|public toilet|vet|hair salon|car wash|charging point|cinema|laundrette|swimming pool|gas station|grocery store|bookshop|dry cleaner|garden centre",
"errand_place": "the airport|work|my mum's house|the stadium|the city centre|the shopping mall|the university|the beach|grandma's place|the office|the nursery|the ferry terminal|the nearest hospital|the conference centre|my sister's flat|the train station",
"road": "the motorway|the ring road|main street|the bridge|the interstate|the tunnel|the high street|route sixty six|the coast road|the bypass|highway one|the m25|fifth avenue|the toll road",
"vehicle": "car|van|motorbike|truck|pickup|scooter|camper van|hatchback|minivan|jeep|convertible|estate car|company car",
"car_part": "brakes|clutch|battery|radiator|exhaust|alternator|gearbox|windscreen wipers|headlights|spark plugs|timing belt|fuel pump|suspension|steering|starter motor|air filter|handbrake|transmission|fan belt|indicators",
"car_symptom": "making a grinding noise|pulling to the left|overheating|leaking oil|blowing white smoke|refusing to start|stalling at traffic lights|shaking at high speed|smelling of burnt rubber|losing power uphill|squeaking when i brake|using too much fuel|rattling underneath|beeping at me",
"car_job": "change a flat tyre|check the oil|jump start a dead battery|top up the coolant|replace a headlight bulb|pump up the tyres|reset the service light|defrost the windscreen|bleed the brakes|fit snow chains|parallel park|check the tread depth|wax the bodywork|fill the screen wash",
"car_paper": "mot|car insurance|driving licence|road tax|parking permit|breakdown cover|registration|warranty|lease",
"fuel": "petrol|diesel|unleaded|gas|premium fuel|lpg|super unleaded|heating oil|biodiesel|regular gas",
"cuisine": "italian|chinese|indian|thai|mexican|greek|japanese|vietnamese|lebanese|korean|french|turkish|ethiopian|vegan|seafood|moroccan|peruvian|vegetarian|caribbean|halal|kosher|spanish",
"dish": "lasagne|chicken curry|pancakes|banana bread|beef stew|mushroom risotto|fried rice|apple pie|guacamole|tomato soup|scrambled eggs|roast potatoes|chocolate cake|pad thai|shepherd's pie|meatballs|falafel|cheesecake|pulled pork|paella|chilli|macaroni cheese|fish tacos|pumpkin soup|yorkshire puddings|dumplings|omelette|sourdough|gravy|hummus|lentil soup|blueberry muffins|pizza dough|fried chicken",
"bakeable": "a whole chicken|a tray of potatoes|salmon fillets|a loaf of bread|oatmeal cookies|a leg of lamb|a frozen pizza|cupcakes|stuffed peppers|a turkey|pork chops|meringues|a sponge cake|garlic bread|chicken thighs",
"ingredient": "butter|eggs|buttermilk|flour|baking powder|garlic|fresh basil|soy sauce|cream|brown sugar|cornflour|honey|white wine|coriander|ginger|yeast|lemon juice|vinegar|cumin|sour cream|coconut milk|vanilla extract|olive oil|parmesan|paprika|tomato paste",
"food": "avocado|bread|rice|banana|cheese|peanut butter|salmon|pizza|yoghurt|chocolate|chicken breast|ice cream|porridge|granola|pasta|bacon|popcorn|tofu|potato salad|beer|mango|sushi|oatmeal|white rice|sweet potato|apple juice|beef jerky",
"perishable": "cooked rice|raw chicken|leftover pizza|opened milk|smoked salmon|soft cheese|cut melon|minced beef|fresh pasta|deli ham|homemade soup|mayonnaise|cooked turkey|whipped cream",
"nutrient": "protein|sugar|fat|fibre|salt|carbs|vitamin c|iron|calcium|cholesterol|potassium|magnesium|sodium",
"allergy": "nuts|gluten|dairy|shellfish|eggs|soy|sesame|wheat|peanuts|strawberries|mustard|lactose|fish",
"meal": "breakfast|lunch|dinner|brunch|supper|sunday roast|a midnight snack|a picnic|tea|a packed lunch",
"drink": "coffee|green tea|red wine|orange juice|water|milk|cola|whisky|lemonade|hot chocolate|espresso|cider|herbal tea|beer",
"party": "two|four|six|five people|three adults|eight of us|a couple|ten guests|me and my wife|seven|a family of five",
"rest_q": "take walk ins|have outdoor seating|allow dogs|serve gluten free meals|take credit cards|have a kids menu|do takeaway|have a dress code|serve alcohol|stay open late|have high chairs|open on sundays|do a lunch special|offer vegan options|add a service charge",
"ache": "a headache|stomach ache|backache|toothache|earache|a sore throat|a stiff neck|a migraine|chest pain|cramp|a pulled muscle|a swollen ankle|an itchy rash|a runny nose|a dry cough|a fever|sunburn|a blister|a twisted knee|heartburn|a bad cold|ringing in my ears|dizzy spells|a mouth ulcer",
"illness": "the flu|chickenpox|asthma|diabetes|food poisoning|hay fever|anaemia|bronchitis|measles|shingles|tonsillitis|high blood pressure|pneumonia|eczema|arthritis|a kidney infection|strep throat|pink eye|gout|glandular fever|covid|norovirus|vertigo|depression|lyme disease",
"medicine": "ibuprofen|paracetamol|aspirin|antibiotics|cough syrup|antihistamines|sleeping pills|vitamin d|iron tablets|eye drops|antacids|steroid cream|blood thinners|nasal spray|statins|melatonin|tylenol|throat lozenges",
"body_part": "knee|shoulder|back|neck|wrist|ankle|hip|elbow|jaw|foot|eye|big toe|thumb|lower back|calf|stomach|ear|left arm|right hand|heel",
"hurt_verb": "hurts|aches|is swollen|feels numb|is itching|keeps twitching|feels stiff|is killing me|throbs|has gone red|is bruised",
"doctor": "doctor|dentist|nurse|physiotherapist|optician|therapist|midwife|chiropractor|gp|dermatologist|paediatrician|surgeon|hygienist",
"habit": "smoking|biting my nails|drinking so much coffee|snacking at night|scrolling my phone in bed|vaping|grinding my teeth|skipping breakfast|eating junk food|procrastinating|swearing|sleeping in|buying things online|worrying about everything|cracking my knuckles",
"exercise": "push ups|squats|lunges|planks|sit ups|burpees|pull ups|deadlifts|star jumps|bench presses|crunches|bicep curls|kettlebell swings|hamstring stretches",
"cardio": "jogging|swimming|cycling|brisk walking|rowing|running|hiking|dancing|aerobics|spinning",
"fit_goal": "lose weight|build muscle|run a marathon|get a flat stomach|touch my toes|sleep better|tone my arms|bench my own weight|improve my posture|lower my resting heart rate|get fit after having a baby|do the splits|run five k without stopping|put on weight|stop feeling so tired",
"muscle_group": "abs|glutes|hamstrings|biceps|core|calves|quads|shoulders|triceps|lower back|chest|forearms",
"weather": "rain|snow|be sunny|be windy|hail|freeze|be foggy|clear up|thunder|pour down|be humid|be cloudy|get hot|drizzle|cool down|be icy|warm up|be stormy",
"weather_noun": "rain|snow|frost|fog|thunderstorms|strong winds|hail|a heatwave|sleet|flooding|black ice|sunshine|a hurricane|a tornado|lightning|drizzle|smog|pollen",
"wx_gear": "an umbrella|a coat|sunscreen|wellies|gloves|a raincoat|a jumper|sunglasses|a scarf|snow boots|a woolly hat|a jacket|thermals|a sun hat",
"wx_measure": "temperature|humidity|wind speed|uv index|chance of rain|pollen count|air quality|dew point|low tonight|high for today|feels like temperature|barometric pressure",
"tz_thing": "our conference call|the football kick off|the launch|my online class|the stock market opening|my interview|the live stream|the webinar|the season finale|grandad's video call|the new year countdown",
"event": "dentist appointment|team meeting|haircut|birthday party|parents evening|job interview|yoga class|lunch with sam|wedding|school play|doctor's appointment|piano lesson|flight|book club|driving test|blood test|car service|dinner with the neighbours|gym session|vet visit|phone call with the bank|eye test|rehearsal",
"chore": "water the plants|take the bins out|pay the rent|call the plumber|feed the cat|pick up the dry cleaning|renew my library books|charge the camera|book the vet|take my pills|return the parcel|clean the oven|buy stamps|cancel the gym|walk the dog|defrost the chicken|collect the kids|change the bed sheets|reply to emma|back up my photos|iron a shirt|post the letter|order contact lenses|put the washing out|move the car|send the invoice|water the tomatoes|vacuum the stairs",
"grocery": "milk|bread|toilet paper|eggs|washing powder|bananas|cat food|dishwasher tablets|onions|nappies|cheese|bin bags|tinned tomatoes|shampoo|orange juice|batteries|light bulbs|bacon|frozen peas|cereal|tea bags|carrots|kitchen roll|tin foil|crisps|bleach|salad|minced beef|toothpaste|apples",
"list_name": "shopping list|to do list|grocery list|packing list|wish list|christmas list|chores list|weekend list|bucket list|errands list",
"name": "sam|emma|mum|dad|my boss|john|grandma|maria|my brother|priya|david|my landlord|aunt jane|ahmed|sophie|my wife|my husband|kevin|lucy|my sister|the babysitter|omar|my best friend|carlos|chloe",
"pronoun_s": "my dad|my sister|my boss|my neighbour|my flatmate|my son|my daughter|my wife|my husband|my best friend|my nan|my cousin|my teacher|my uncle|my boyfriend|my girlfriend|my mother in law|my niece",
"message": "i'm running late|i'll be home soon|dinner is ready|happy birthday|i can't make it tonight|call me when you get a chance|i've landed safely|i'm stuck in traffic|thanks for the lovely present|we need more milk|i forgot my keys|the meeting has moved|i'm outside|good luck with the exam",
"genre": "jazz|rock|classical|hip hop|country|reggae|folk|techno|heavy metal|blues|pop|disco|opera|punk|soul|indie|salsa|eighties|christmas|k pop|lo fi|house|gospel|flamenco|nineties",
"mood_music": "studying|working out|falling asleep|a dinner party|cooking|a long drive|cleaning the house|meditation|a first date|a kids birthday|running|yoga|a barbecue|a rainy afternoon|concentrating",
"instrument": "piano|guitar|violin|trumpet|ukulele|saxophone|cello|flute|harmonica|banjo|clarinet|accordion|bass guitar|harp",
"audio_ctl": "skip this song|turn the volume up|pause the music|shuffle my playlist|play the last track again|mute the speaker|turn it down a notch|put this tune on repeat|resume the podcast|stop playing|rewind thirty seconds|play the next episode|add this to my favourites|start the audiobook",
"film_genre": "horror|comedy|romantic|science fiction|action|thriller|documentary|western|animated|war|superhero|crime|fantasy|musical|spy|christmas|martial arts|detective|zombie",
"film_person": "director|main actor|villain|lead actress|composer|scriptwriter|narrator|producer|stunt double|actor playing the dad",
"show": "that baking show|the new crime series|the detective drama|the nature documentary|that space film|the new superhero movie|that quiz show|the hospital drama|the royal family series|the cartoon with the talking dog|that cooking contest|the late night show|the vampire series|the dinosaur film",
"game": "chess|poker|monopoly|scrabble|checkers|dominoes|solitaire|sudoku|bridge|blackjack|hide and seek|backgammon|hangman|charades|bingo|darts|snooker|mahjong|rummy|battleships|go fish",
"vgame_thing": "the final boss|the water level|the ice temple puzzle|the secret level|the racing mission|the dragon|the tutorial|the sniper stage|the last castle|the haunted mansion|the boss with the hammer",
"joke_topic": "knock knock|dad|chicken|doctor|cat|cheesy|elephant|computer|science|lawyer|dirty|light bulb|pirate|school|christmas cracker|funny|clean|short",
"animal": "penguin|elephant|octopus|giraffe|hedgehog|owl|whale|shark|kangaroo|spider|crocodile|bat|dolphin|camel|snail|honey bee|polar bear|sloth|wolf|tortoise|flamingo|squirrel",
"hard_word": "necessary|rhythm|accommodation|embarrass|definitely|separate|conscience|queue|receipt|pneumonia|restaurant|occurrence|bureau|license|calendar|diarrhoea|mischievous|manoeuvre|pharaoh|onomatopoeia|maintenance|entrepreneur|weird|privilege|vacuum|neighbour|hierarchy|chauffeur",
"def_word": "empathy|sarcasm|nostalgia|inflation|irony|integrity|ambiguous|procrastinate|serendipity|bias|hypothesis|melancholy|pragmatic|collateral|paradox|gullible|resilience|stoic|eloquent|obsolete|benevolent|tenacious|mortgage|equity|photosynthesis|karma|propaganda|rhetoric|ephemeral|plagiarism|candid|meticulous|frugal",
"simple_adj": "happy|angry|big|tired|beautiful|important|lazy|clever|sad|scared|fast|quiet|brave|funny|strange|rich|generous|rude|strong|boring|nervous|shy|difficult|tiny",
"idiom": "break a leg|under the weather|piece of cake|spill the beans|once in a blue moon|bite the bullet|hit the sack|cost an arm and a leg|let the cat out of the bag|kick the bucket|on the fence|raining cats and dogs|call it a day|barking up the wrong tree|the ball is in your court",
"language": "spanish|french|german|italian|japanese|mandarin|arabic|portuguese|russian|hindi|korean|polish|swedish|greek|turkish|dutch|welsh|swahili|irish|hebrew|thai|vietnamese|latin",
"phrase": "thank you|good morning|where is the toilet|how much does it cost|i am lost|cheers|happy birthday|see you tomorrow|excuse me|the bill please|i love you|goodbye|my name is anna|nice to meet you|two beers please|i don't understand|help me|good luck|sorry i'm late|one ticket please",
"sum": "twelve times nine|fifteen percent of eighty|the square root of 144|seven squared|forty two divided by six|a third of ninety|99 plus 46|200 minus 37|two to the power of ten|20 percent off 65|18 times 24|half of 370|nine factorial|three quarters of sixty|1000 divided by 8|six cubed|the cube root of 27|pi times ten|five eighths as a decimal",
"math_topic": "the area of a circle|a percentage increase|the average of a list of numbers|the volume of a cylinder|the slope of a line|compound interest|long division|the perimeter of a rectangle|the missing angle in a triangle|the lowest common multiple|a standard deviation|the median|a ratio in its simplest form|a quadratic equation|prime factors|the hypotenuse",
"length_from": "miles|feet|inches|yards|nautical miles|furlongs|leagues|fathoms",
"length_to": "kilometres|metres|centimetres|millimetres|km|cm|light years|micrometres|decimetres",
"weight_from": "pounds|ounces|stone|tons|grams|kilos|lbs|milligrams|kilograms",
"cook_from": "cup|tablespoon|pint|gallon|litre|quart|teaspoon|fluid ounce|stick of butter",
"cook_to": "millilitres|grams|tablespoons|ounces|teaspoons|ml|cups|decilitres",
"currency": "dollars|euros|pounds|yen|rupees|pesos|swiss francs|canadian dollars|krona|lira|rand|yuan|baht|dirhams",
"number": "five|ten|twenty|a hundred|fifty|twelve|three|seventy five|250|1000|forty|sixty|eight|180|thirty two|500",
"room": "living room|kitchen|bedroom|bathroom|hallway|garage|nursery|study|dining room|basement|attic|conservatory|utility room|guest room",
"colour": "blue|red|warm white|purple|green|orange|pink|yellow|soft white|turquoise",
"device": "heating|fan|television|coffee machine|oven|air conditioner|dishwasher|hoover|kettle|washing machine|tumble dryer|speaker|humidifier|electric blanket|robot vacuum|burglar alarm|hot water|extractor fan",
"securable": "front door|back door|garage door|side gate|garden shed|patio door|safe|gate|car",
"phone_feature": "wifi|bluetooth|location|airplane mode|dark mode|do not disturb|mobile data|battery saver|face unlock|notifications|auto rotate|the flashlight|vibrate|night mode|roaming|predictive text|hotspot|caller id",
"phone_task": "take a screenshot|change my wallpaper|block a number|free up storage|set a new ringtone|transfer my contacts|make the text bigger|reset my password|update the software|share my location|turn off autocorrect|scan a qr code|record a call|find my lost phone|connect my headphones|delete old messages|back up my pictures|change the language|unlock my sim|clear the cache|uninstall an app|hide an app|forward my calls|set up voicemail|mute a group chat",
"phone_trouble": "keeps freezing|won't charge|has no signal|gets really hot|is stuck on the logo|keeps restarting|won't ring|is running out of space|won't connect to the internet|drains the battery in an hour|has gone black|won't download anything|has no sound",
"gadget": "phone|tablet|laptop|smart watch|android|iphone|ipad|kindle|old phone",
"leave_type": "annual leave|sick leave|maternity leave|paternity leave|unpaid leave|bereavement leave|parental leave|jury duty leave|compassionate leave|paid time off|study leave",
"pay_thing": "payslip|bonus|overtime|pay rise|expenses claim|holiday pay|salary|commission|redundancy money|tax refund|severance package|back pay",
"hr_topic": "pension|health insurance|dental cover|dress code|flexible hours|notice period|retirement plan|401k|working from home policy|childcare vouchers|probation period|travel allowance|employee discount|share scheme|sick pay|parking scheme",
"meeting": "budget meeting|staff meeting|board meeting|video call|one to one|performance review|sales pitch|training session|morning stand up|kick off call|project review|client lunch|town hall|brainstorm|all hands",
"job": "nurse|plumber|electrician|teacher|software developer|pilot|chef|accountant|firefighter|lawyer|graphic designer|paramedic|vet|journalist|bricklayer|social worker|librarian|carpenter|architect|police officer|translator|barista|truck driver|estate agent|hairdresser|pharmacist|actor",
"work_gripe": "micromanages everyone|never replies to emails|takes credit for my ideas|talks over people|is always late|eats loudly at the desk next to mine|cancels every meeting|gossips about everybody|moans all day|emails me at weekends|shouts at the interns|won't approve my time off",
"subject": "maths|history|biology|geography|chemistry|physics|english|spanish|economics|algebra|art|computing|music theory|religious studies|psychology|french|sociology|geometry|philosophy",
"school_task": "essay|homework|coursework|group project|book report|dissertation|science fair project|presentation|lab report|worksheet|term paper|poster",
"school_q": "start again after the holidays|finish for christmas|send out report cards|hold the open day|close for half term|give out exam results|break up for summer|have the prom|take the class photos|hold graduation",
"exam": "driving theory test|final exam|maths test|spelling test|entrance exam|mock exam|bar exam|history quiz|music exam|citizenship test|sat|oral exam|resit",
"house_fault": "leaking tap|blocked sink|broken boiler|mouldy ceiling|dripping shower|cracked window|squeaky floorboard|tripped fuse|smelly drain|draughty door|running toilet|cold radiator|faulty socket|jammed lock|leaky roof|clogged gutter|wobbly banister|peeling wallpaper",
"bill": "electricity bill|rent|council tax|water bill|gas bill|mortgage payment|broadband bill|property tax|phone bill|home insurance|service charge|heating bill|credit card bill",
"home_type": "flat|house|studio|bungalow|cottage|apartment|condo|townhouse|semi detached house|loft|duplex|houseboat|maisonette",
"stain": "red wine|coffee|grass|blood|grease|ink|chewing gum|candle wax|curry|lipstick|mud|tomato sauce|nail varnish|felt tip",
"stain_on": "the carpet|a white shirt|my jeans|the sofa|a silk dress|the tablecloth|the mattress|school uniform|a wool jumper|suede shoes|the car seat|the curtains",
"pest": "ants|mice|wasps|fruit flies|moths|slugs|spiders|fleas|rats|cockroaches|bed bugs|silverfish|aphids|pigeons",
"pet": "dog|cat|puppy|kitten|rabbit|hamster|goldfish|parrot|guinea pig|tortoise|horse|budgie|gerbil|ferret|bearded dragon",
"pet_trouble": "won't eat|keeps scratching|is limping|is losing fur|sleeps all day|has a swollen tummy|keeps hiding|has fleas|won't drink|is breathing fast|keeps sneezing|has runny eyes|is putting on weight|seems poorly",
"dog_trouble": "chew the furniture|bark at the postman|pull on the lead|wee on the carpet|jump up at visitors|steal food off the table|chase squirrels|dig up the lawn|cry at night|growl at other dogs|beg at the table|howl when left alone",
"breed": "labrador|poodle|beagle|german shepherd|corgi|greyhound|siamese cat|persian cat|dachshund|border collie|bulldog|cocker spaniel|husky|chihuahua|pug|golden retriever|terrier",
"pet_food": "grapes|chocolate|onions|raw chicken|cheese|carrots|peanut butter|bones|avocado|cooked rice|bananas|tuna|bread|blueberries|raisins|bacon|ice cubes|watermelon",
"sport": "football|tennis|cricket|basketball|rugby|hockey|baseball|volleyball|badminton|ice hockey|netball|table tennis|handball|lacrosse|water polo",
"team": "arsenal|liverpool|the lakers|the yankees|england|brazil|real madrid|the cowboys|celtic|the all blacks|chelsea|the red sox|scotland|the bulls|barcelona|the packers|my local team|the home side",
"tourney": "world cup|super bowl|champions league|grand national|wimbledon final|tour de france|fa cup|six nations|masters|world series|ryder cup|london marathon",
"holiday": "christmas|easter|thanksgiving|halloween|valentine's day|mother's day|new year's eve|diwali|father's day|bonfire night|hanukkah|eid|pancake day|chinese new year|labor day|st patrick's day|independence day|boxing day",
"occasion": "wedding|funeral|baby shower|job interview|graduation|first date|housewarming|christening|office party|anniversary dinner|black tie ball|barbecue|retirement party|school disco|hen party",
"gift_for": "my mum|my dad|a new baby|my girlfriend|a ten year old boy|my teacher|a colleague who is leaving|my grandparents|my boyfriend|a vegan friend|a teenage girl|the bride and groom|my secret santa|a keen gardener|someone who has everything",
"amount": "twenty|fifty|a hundred|thirty|five hundred|two hundred|forty five|a thousand|seventy|sixty|ten|a few hundred",
"ai_trait": "feelings|a name|any brothers or sisters|a favourite colour|a family|a birthday|dreams|hobbies|a sense of humour|a body|a boss|parents|opinions|a best friend|a conscience",
"ai_act": "think for yourself|get bored|tell lies|fall in love|sing|dream|feel pain|eat anything|sleep|keep secrets|listen to everything i say|make mistakes|see me|learn from me|laugh|rap|take over the world",
"feeling": "lonely|bored|stressed|fed up|anxious|exhausted|over the moon|heartbroken|homesick|overwhelmed|grumpy|hopeful|guilty|restless|proud of myself|confused|jealous|cheerful|burnt out|ashamed",
"big_q": "happiness|love|death|free will|time|success|truth|friendship|beauty|the soul|evil|consciousness|justice|wisdom|freedom|faith|destiny",
"deep_belief": "life after death|ghosts|god|aliens|fate|true love|karma|luck|magic|horoscopes|love at first sight|reincarnation|miracles|heaven",
"planet": "mars|the moon|venus|saturn|jupiter|the sun|mercury|neptune|uranus|pluto",
"landmark": "the eiffel tower|the great wall|the statue of liberty|big ben|mount everest|the golden gate bridge|the pyramids|the taj mahal|niagara falls|the colosseum|stonehenge|the sydney opera house|the leaning tower of pisa",
"sub_service": "gym membership|music subscription|streaming account|magazine subscription|phone contract|broadband contract|cloud storage plan|newsletter|meal kit delivery|car insurance policy|dating app account",
"online_item": "parcel|sofa|refund|replacement card|phone case|birthday card|mattress|winter coat|bookcase|headphones order",
"plant": "tomatoes|roses|basil|orchids|a cactus|lavender|sunflowers|a peace lily|strawberries|potatoes|tulips|a lemon tree|mint|an aloe vera|hydrangeas|a bonsai",
"baby_thing": "teething|refusing solids|crying after feeds|crawling backwards|waking every hour|spitting up milk|biting|having tantrums|fighting naps|sucking his thumb|throwing food|climbing out of the cot",
"garment": "wool jumper|leather jacket|silk blouse|denim jacket|winter coat|cotton shirt|linen suit|cashmere scarf|wedding dress|feather duvet|tie|pair of trainers|swimsuit",
"hobby": "knitting|photography|pottery|gardening|painting|birdwatching|woodwork|calligraphy|fishing|baking|sewing|juggling|origami|salsa dancing|surfing|archery|meditation|skateboarding|yoga|astronomy",
"shop_list": "shopping list|grocery list|supermarket list|food list|weekly shop|household list|errands list|list on the fridge",
"chore_list": "to do list|chores list|weekend list|task list|jobs list|list for tomorrow|weekly list|reminders|list of things to do",
"furry": "dog|cat|puppy|kitten|rabbit|hamster|guinea pig|gerbil|ferret|labrador|tomcat|poodle",
"deg": "eighteen|nineteen|twenty|twenty one|twenty two|seventy|sixty eight|seventeen|72|65|sixteen",
"reps": "ten|twenty|fifty|a hundred|thirty|fifteen|forty|twelve|sixty|two sets of ten",
"few": "three|four|five|six|seven|eight|ten|two|nine",
"trade": "plumber|nanny|lawyer|vet|carpenter|hairdresser|translator|builder|roofer|locksmith|tailor|mechanic|cleaner|piano teacher|wedding photographer|driving instructor|personal trainer|babysitter|gardener|decorator",
}.items()}

TEMPLATES = _t("""
find me a {travel_adj} flight from {city} to {city2}
are there any {travel_adj} tickets to {city2} {when_future}
i want to fly from {city} to {city2} in {month}
what would it cost to get from {city} to {city2} by air
how long is the journey between {city} and {city2}
how many hours does it take to fly to {city2} from {city}
is it quicker to drive or fly from {city} to {city2}
my flight to {city2} got cancelled {when_past} and i need another one
has the plane from {city} landed yet
is the {city} flight delayed or on time
they still haven't told us why the {city2} plane is late
which gate does the {city} flight leave from
can i bring {airline_item} in my hand luggage
will security let me through with {airline_item}
am i allowed to pack {airline_item} when i fly
they wouldn't let me take {airline_item} on the plane {when_past}
is it okay to carry {airline_item} in the cabin
how heavy can my {bag} be before they charge me extra
what size {bag} is allowed on board
the airline lost my {bag} {when_past}
my {bag} never turned up at the carousel in {city}
who do i contact about a missing {bag}
is there a fee for an extra {bag}
do i need a visa to visit {country}
can {nationality} citizens enter {country} without a visa
how do i apply for a visa to {country}
what paperwork is required to travel to {country} for {span}
i hold a {nationality} passport so can i stay in {country} for {span}
is {country} safe for tourists at the moment
would you tell a woman travelling alone to avoid {country}
do i need any jabs before going to {country}
which vaccinations are recommended for {country}
i think i left my {travel_doc} in the hotel
what do i do if my {travel_doc} gets stolen abroad
my {travel_doc} runs out in {month} so how do i renew it
how long does it take to replace a lost {travel_doc}
when is the best time of year to visit {country}
what's the weather usually like in {country} in {month}
we're off to {country} for {span} in {month}
what should i see if i only have {span} in {city}
is the {sight} in {city} worth a visit
what are the opening hours of the {sight} in {city}
how much is entry to the {sight}
we went to the {sight} {when_past} and it was shut
do kids get into the {sight} for free
book me a {lodging} in {city} for {span}
i'm looking for a {lodging} with {hotel_feature} near {city2}
know any decent {lodging} options around {city}
does the hotel come with {hotel_feature}
we'd like a room with {hotel_feature} if possible
i don't need {hotel_feature} just somewhere clean and cheap
the {lodging} we stayed in was filthy and i want my money back
can i cancel my {lodging} booking without a penalty
what time can we check in at the {lodging}
reserve a room for {party} in {city2} {when_future}
what is the cheapest way to get around {city}
does the {transport} run on {day}
when is the next {transport} into town
what time does the last {transport} leave {when_future}
i missed my {transport} so when does another one come
is there a {transport} from the airport to the centre of {city}
how often does the {transport} stop here
should i tip the taxi driver in {country}
what kind of plug do they use in {country}
can you drink the tap water in {country}
what side of the road do they drive on in {country}
what is the capital of {country}
how many people live in {country}
which currency do they use in {country}
how tall is {landmark}
is {landmark} open to visitors on {day}
i've always dreamed of seeing {landmark}
where's the nearest {place}
is there a {place} close by
point me to a {place} that's open now
i need to find a {place} before it shuts
does the {place} on the corner open on {day}
what time does the {place} close
how far away is the closest {place}
there isn't a single {place} round here
how do i get to {errand_place} from here
give me directions to {errand_place}
which way is {errand_place}
what's the fastest route to {errand_place} avoiding tolls
take me to {errand_place} without using {road}
how long will it take me to reach {errand_place}
will i make it to {errand_place} by {clock}
can i walk to {errand_place} or is it too far
i'm lost and trying to get to {errand_place}
i'll need a lift to {errand_place} {when_future}
how's the traffic on {road}
is there a jam on {road} right now
was there an accident on {road} {when_past}
is {road} closed {when_future}
any roadworks between here and {errand_place}
we sat in a queue on {road} for {duration}
what's the speed limit on {road}
why is my {vehicle} {car_symptom}
my {vehicle} has been {car_symptom} since {day}
what does it mean if a {vehicle} starts {car_symptom}
is it okay to drive when the {vehicle} keeps {car_symptom}
the garage can't work out why my {vehicle} is {car_symptom}
how would i know if there was a problem with the {car_part}
i think there's something wrong with the {car_part}
how much would a mechanic charge to sort out the {car_part}
the {car_part} went on my {vehicle} {when_past}
show me how to {car_job}
what's the easiest way to {car_job}
i've no idea how to {car_job}
could you walk me through how to {car_job} please
do i need a garage or can i {car_job} myself
what pressure should my tyres be on a {vehicle}
how often do you need to change the tyres on a {vehicle}
when was the last time we had the {vehicle} serviced
is my {car_paper} still valid
when does my {car_paper} run out
remind me to renew the {car_paper} in {month}
how much is {fuel} these days
where can i get the cheapest {fuel} near here
what's the price of {fuel} round here
do i have enough fuel to get to {errand_place}
how many miles to the gallon does a typical {vehicle} do
i accidentally put the wrong fuel in the {vehicle}
how much does it cost to hire a {vehicle} for {span}
i'd like to rent a {vehicle} in {city} {when_future}
should i buy or lease my next {vehicle}
i'm thinking of selling my old {vehicle}
find a good {cuisine} restaurant nearby
where can i get {cuisine} food around here
i fancy {cuisine} {when_future} so any ideas
what's the best {cuisine} place in {city}
is there anywhere in {city2} that does {cuisine} food late at night
we tried the new {cuisine} restaurant {when_past} and hated it
anything but {cuisine} food please
book a table for {party} at {clock}
can you get us a table for {party} on {day}
i need to cancel our reservation for {party} {when_future}
do you have space for {party} {when_future}
change our dinner booking to {clock} on {day}
does the restaurant {rest_q}
do they {rest_q} at that bistro
find somewhere to eat where they {rest_q}
i can't remember whether they {rest_q}
how good are the reviews for that {cuisine} restaurant
how do i make {dish}
give me a recipe for {dish}
what goes into {dish}
i've never made {dish} before so where do i start
how do you stop {dish} from going wrong
what's a healthy version of {dish}
what can i serve with {dish}
is it possible to freeze {dish}
my {dish} came out too salty
teach me to cook {dish} like my nan did
how long should i cook {bakeable}
what temperature do i need for {bakeable}
how hot should the oven be for {bakeable}
how many minutes does {bakeable} take to bake
i burnt {bakeable} {when_past} and the smoke alarm went off
what can i use instead of {ingredient}
we've run out of {ingredient} so what's a good swap
is there a substitute for {ingredient}
can i leave the {ingredient} out of the recipe
does this recipe need {ingredient}
what can i cook with {ingredient} and {grocery}
how many calories are there in {food}
does {food} contain a lot of {nutrient}
is {food} high in {nutrient}
is {food} good for you
will eating {food} every day make me fat
how healthy is {food} really
i'm trying to cut down on {food}
what's a sensible daily limit for {nutrient}
which foods are rich in {nutrient}
should i be getting less {nutrient} in my diet
how long does {perishable} last in the fridge
is {perishable} still safe to eat after three days
how can you tell if {perishable} has gone off
i ate some old {perishable} and now i feel sick
can i reheat {perishable} in the microwave
is there normally any {allergy} in {dish}
i'm allergic to {allergy} so what can i order
{pronoun_s} can't eat {allergy}
what's a good dessert without {allergy}
what should i have for {meal}
got any quick ideas for {meal}
i can't be bothered to make {meal}
what's for {meal}
is {drink} bad for your teeth
how much {drink} is too much
does {drink} keep you awake at night
could you make me a cup or glass of {drink}
how do i get rid of {ache}
what helps with {ache}
i've had {ache} for {span}
what usually causes {ache}
should i see a doctor about {ache}
is having {ache} anything to worry about
i woke up this morning with {ache}
my {body_part} {hurt_verb}
why is it that my {body_part} {hurt_verb} when i wake up
what does it mean when your {body_part} {hurt_verb}
i fell over {when_past} and my {body_part} {hurt_verb}
what are the symptoms of {illness}
how would i know if i had {illness}
is {illness} contagious
can you catch {illness} twice
how do doctors treat {illness}
{pronoun_s} has {illness}
what are the early signs of {illness} in children
i was told {when_past} that i've got {illness}
how long does it take to get over {illness}
is it okay to take {medicine} with {drink}
can i mix {medicine} and {drink}
what are the side effects of {medicine}
how much {medicine} can an adult take in one day
would {medicine} be safe to take while pregnant
i forgot to take my {medicine} {when_past}
do i need a prescription for {medicine}
can i get an appointment with the {doctor} {when_future}
i need to see a {doctor} urgently
how much does a {doctor} charge
what should i ask my {doctor}
i'm scared of going to the {doctor}
how do i stop {habit}
i really want to quit {habit}
any tips to give up {habit}
i can't seem to stop {habit}
i managed to stop {habit} for {span}
how do i do {exercise} properly
am i doing my {exercise} wrong
how many {exercise} should a beginner do
i did {reps} {exercise} this morning
do {exercise} work your {muscle_group}
what's the best exercise for {muscle_group}
my {muscle_group} are sore after the gym
give me a ten minute workout for my {muscle_group}
how many calories does {cardio} burn
how much energy do you use {cardio} for {duration}
is {cardio} better than {exercise} for losing weight
i did {duration} of {cardio} {when_past}
how can i {fit_goal}
what's the best way to {fit_goal}
i'd love to {fit_goal} before {month}
how long does it take to {fit_goal}
i've tried everything and i still can't {fit_goal}
start a workout timer for {duration}
how many steps have i done today
will it {weather} {when_future}
is it going to {weather} in {city} on {day}
do you think it'll {weather} later
when is it supposed to {weather}
it wasn't meant to {weather} today
what are the odds of {weather_noun} {when_future}
are they forecasting {weather_noun} for {city}
what causes {weather_noun}
did you get any {weather_noun} {when_past}
we're expecting {weather_noun} in {city} {when_future}
do i need {wx_gear} today
should i take {wx_gear} with me {when_future}
is it cold enough for {wx_gear}
i got soaked because i didn't bring {wx_gear}
what's the {wx_measure} in {city}
tell me the {wx_measure} please
what will the weather be like {when_future} in {city}
give me the forecast for {city2} on {day}
what's it like outside right now
what time does the sun set in {city} {when_future}
what time is it in {city}
what's the time over in {city2} right now
how many hours ahead is {city} of {city2}
what's the time difference between {city} and {city2}
if it's {clock} here what time is it in {country}
is {city} behind us or in front
what time is {tz_thing} in my time zone
what hour do i have to get up for {tz_thing}
when do the clocks change in {country}
set an alarm for {clock}
wake me up at {clock} on {day}
i need to be up by {clock} on {day}
cancel my {clock} alarm
don't let me sleep past {clock}
why didn't my alarm go off at {clock}
what alarms have i got set for {day}
snooze for another {duration}
set a timer for {duration}
count down {duration} for the {dish}
let me know when {duration} is up
how long is left on my timer
when is my {event}
put a {event} in my calendar for {day} at {clock}
move my {event} to {clock}
i have to cancel the {event} on {day}
have i got a {event} {when_future}
what time does the {event} start
add a {event} to my diary {when_future}
i completely forgot about the {event} {when_past}
what have i got on {when_future}
am i free on {day} at {clock}
is there anything in my diary for {day}
clear my schedule for {day}
remind me to {chore} {when_future}
don't let me forget to {chore}
i have to {chore} before {clock}
give me a nudge at {clock} to {chore}
did i remember to {chore}
add {chore} to my {chore_list}
whose turn is it to {chore}
i still need to {chore}
take {chore} off my reminders because it's done
ask {name} to {chore}
add {grocery} to the {shop_list}
put {grocery} and {ingredient} on my {shop_list}
we need more {grocery}
we're nearly out of {grocery}
take {grocery} off the list
have i already got {grocery} on my {shop_list}
where can i buy {grocery} at this hour
what's on my {list_name}
read out the {list_name} to me
wipe everything from my {list_name}
start a new {list_name}
give {name} a call
ring {name} at {clock}
text {name} to say {message}
send {name} a message saying {message}
let {name} know that {message}
what did {name} say in the last message
has {name} replied to me yet
i missed a call from {name} {when_past}
when is {name} coming over
play some {genre} music
put on a bit of {genre}
i'm in the mood for {genre} songs
stick on a playlist for {mood_music}
what's good background music for {mood_music}
find me some {genre} tunes for {mood_music}
i can't stand {genre} music
who's your favourite {genre} singer
could you {audio_ctl}
hey please {audio_ctl}
what's this song called
who sings the one that's on now
is the {instrument} hard to learn
how long does it take to get good at the {instrument}
i used to play the {instrument} at school
where can i get {instrument} lessons in {city}
how much does a second hand {instrument} cost
recommend a good {film_genre} film
any decent {film_genre} movies on {when_future}
what's the best {film_genre} movie ever made
i want to watch a {film_genre} movie with {name}
{pronoun_s} doesn't like {film_genre} films
who is the {film_person} in {show}
what else has the {film_person} from {show} been in
what time is {show} on
where can i stream {show}
don't tell me how {show} ends
how many episodes of {show} are left
i stayed up all night watching {show}
is {show} suitable for young children
when does the next season of {show} come out
what are the rules of {game}
how do you play {game}
teach me how to win at {game}
fancy a game of {game}
let's play {game}
how many players do you need for {game}
{pronoun_s} always cheats at {game}
how do i beat {vgame_thing}
i'm stuck on {vgame_thing}
what's the trick to getting past {vgame_thing}
i finally got through {vgame_thing} {when_past}
tell me a {joke_topic} joke
do you know any {joke_topic} jokes
make me laugh with a {joke_topic} joke
that {joke_topic} joke wasn't funny
say something funny about a {animal}
what noise does a {animal} make
how long does a {animal} live
what does a {animal} eat
tell me an interesting fact about the {animal}
how fast can a {animal} move
how do you spell {hard_word}
what's the right spelling of {hard_word}
is there a double letter in {hard_word}
i never know how to write {hard_word}
spell {hard_word} for me slowly
how do you pronounce {hard_word}
what does {def_word} mean
give me a definition of {def_word}
give me the meaning of the word {def_word}
use {def_word} in a sentence
i came across the word {def_word} and didn't understand it
can you explain {def_word} in simple terms
where does the word {def_word} come from
what's another word for {simple_adj}
give me a synonym of {simple_adj}
what is the opposite of {simple_adj}
i've used {simple_adj} too often so what else can i write
what rhymes with {simple_adj}
what does the expression {idiom} mean
why do people say {idiom}
where does the saying {idiom} come from
how do you say {phrase} in {language}
translate {phrase} into {language}
what's the {language} for {phrase}
i need to tell someone {phrase} in {language}
what is {simple_adj} in {language}
is {language} difficult to learn
how long would it take to become fluent in {language}
do you speak {language}
can you switch to {language}
{pronoun_s} speaks {language} and i don't understand a word
how much is {sum}
work out {sum} for me
can you calculate {sum}
tell me the answer to {sum}
how do i work out {math_topic}
what's the formula for {math_topic}
i don't understand {math_topic}
explain how to find {math_topic} step by step
how many {length_to} are in {number} {length_from}
convert {number} {length_from} to {length_to}
what's {number} {length_from} in {length_to}
how much is {number} {weight_from} in metric
how heavy is {number} {weight_from} in ounces or grams
how many {cook_to} are there in a {cook_from}
what is one {cook_from} in {cook_to}
the recipe says a {cook_from} but i only measure in {cook_to}
how much is {amount} {currency} in {country} money
change {amount} {currency} into local cash for {country}
what's the exchange rate for {currency} today
are {currency} going up or down against the dollar
i need to swap {amount} {currency} before i travel
turn the {room} light off
switch the lamp on in the {room}
dim the lights in the {room} a little
make the {room} lights {colour}
i left the light on in the {room}
it's too dark in the {room}
it's freezing in the {room}
set the {room} to {deg} degrees
what's the temperature in the {room}
is anyone in the {room}
turn on the {device}
switch off the {device} at {clock}
is the {device} still running
shut the {device} down for the night
i can't get the {device} to work
the {device} has been on for {duration}
how much power does the {device} use
lock the {securable}
did i leave the {securable} open
is the {securable} shut
check whether the {securable} is locked
turn {phone_feature} off
how do i enable {phone_feature}
where's the setting for {phone_feature}
disable {phone_feature} until {clock}
i can't find {phone_feature} on my {gadget}
how do i {phone_task}
can you help me {phone_task}
what's the quickest way to {phone_task} on my {gadget}
i tried to {phone_task} but it didn't work
{pronoun_s} wants to know how to {phone_task}
my {gadget} {phone_trouble}
what should i do if my {gadget} {phone_trouble}
why is it my {gadget} {phone_trouble}
since the update my {gadget} {phone_trouble}
how much battery do i have left on my {gadget}
is it worth spending {amount} {currency} on a new phone
how many days of {leave_type} do i have left
how do i book {leave_type}
i'd like to take {leave_type} from {day}
can my employer refuse {leave_type}
am i entitled to {leave_type}
was my request for {leave_type} approved
do i get paid while on {leave_type}
i need to ask my manager about {leave_type}
when will i get my {pay_thing}
my {pay_thing} is wrong this month
who do i speak to about my {pay_thing}
will i be taxed on my {pay_thing}
i never received my {pay_thing} in {month}
what is our company's {hr_topic}
tell me about the {hr_topic} at work
how does the {hr_topic} work here
where can i read up on the {hr_topic}
has anything changed with the {hr_topic} since {month}
at what age can i start drawing my pension
how much should i put into my pension each month
what happens to my old pension if i change jobs
schedule a {meeting} for {clock} on {day}
who's coming to the {meeting}
can we push the {meeting} back to {day}
what was decided at the {meeting} {when_past}
i won't be able to join the {meeting}
how long will the {meeting} last
which room is the {meeting} in
email everyone the notes from the {meeting}
how much does a {job} earn
what's the average salary for a {job} in {city}
what qualifications do you need to be a {job}
i want to become a {job}
is being a {job} stressful
{pronoun_s} works as a {job} in {city}
can you recommend a good {trade}
i'm thinking of leaving my job as a {job}
my manager {work_gripe}
what do i do about a colleague who {work_gripe}
i work with someone who {work_gripe}
how do i hand in my notice
how should i answer what is your biggest weakness in an interview
when is the {school_task} due
help me with my {subject} {school_task}
i haven't started my {school_task} yet
can i hand in the {school_task} late
i got a terrible mark for my {subject} {school_task}
how long should the {school_task} be
why do we have to learn {subject}
i'm failing {subject}
who teaches {subject} at your school
{pronoun_s} was always good at {subject}
what jobs can you get with a degree in {subject}
is there a tutor for {subject} near {city}
when does school {school_q}
what date does the school {school_q}
do we know when they {school_q} this year
how should i revise for my {exam}
i've got a {exam} {when_future} and i'm panicking
what's the pass mark for the {exam}
i failed my {exam} {when_past}
did {name} pass the {exam}
how do i fix a {house_fault}
who should i call about a {house_fault}
there's a {house_fault} in the {room}
is the landlord responsible for a {house_fault}
how much will it cost to repair a {house_fault}
{pronoun_s} still hasn't sorted out the {house_fault}
when is the {bill} due
why has my {bill} gone up so much
i can't afford to pay my {bill}
have i paid the {bill} this month
what happens if i'm late with the {bill}
how can i lower my {bill}
how much is it to rent a {home_type} in {city}
what does a two bedroom {home_type} cost in {city2}
we're looking to buy a {home_type} near {city}
am i allowed pets in a rented {home_type}
how big a deposit do i need for a {home_type}
we moved into our new {home_type} {when_past}
should i rent or buy a {home_type}
how do i get {stain} out of {stain_on}
what removes {stain} from {stain_on}
i spilt {drink} all over {stain_on}
{pronoun_s} got {stain} on {stain_on}
will {stain} wash out of {stain_on}
how do i get rid of {pest}
we've got {pest} in the {room}
what keeps {pest} away naturally
are {pest} dangerous
can i put a {garment} in the washing machine
how do i wash a {garment}
my {garment} shrank in the dryer
i'm looking for a nice {garment} under {amount} {currency}
how often should i water {plant}
what makes {plant} go yellow and droopy
can you grow {plant} indoors
when should i plant or repot {plant}
why is it my {furry} {pet_trouble}
my {furry} {pet_trouble} and i'm worried
do i need a vet if my {furry} {pet_trouble}
what's wrong with a {furry} that {pet_trouble}
how often should i feed my {pet}
what's a cute name for a {pet}
i'd like to get a {pet} but {pronoun_s} says no
who will look after our {pet} while we're in {country}
can i take my {pet} on a plane
our {pet} died {when_past} and the kids are heartbroken
how do i train my dog not to {dog_trouble}
my dog continues to {dog_trouble}
why do dogs {dog_trouble}
the puppy has started to {dog_trouble}
is a {breed} good with children
how much does a {breed} cost
do {breed} owners need a lot of patience
i've always wanted a {breed}
can dogs eat {pet_food}
could {pet_food} be poisonous to cats
the dog just ate some {pet_food}
should i be worried that my {pet} swallowed {pet_food}
who won when {team} played {when_past}
what was the final score for {team} {when_past}
did {team} win {when_past}
when do {team} play next
do you reckon {team} will win {when_future}
{team} were awful {when_past}
how did {team} get on
i've got tickets to see {team} {when_future}
when does the {tourney} start
who won the {tourney} last year
where is the next {tourney} being held
what channel is the {tourney} on
what are the basic rules of {sport}
how long is a game of {sport}
how many people are on a {sport} team
who's the best {sport} player of all time
is there a {sport} club for beginners in {city}
i used to play {sport} until i hurt my {body_part}
i find {sport} really dull
when is {holiday} this year
what date does {holiday} fall on
how many days until {holiday}
is {holiday} a public holiday in {country}
why do we celebrate {holiday}
what are you doing for {holiday}
do the shops stay open for {holiday}
we always go to {city} for {holiday}
what day of the week is the first of {month}
how many days are there in {month}
is {month} the right time to plant {plant}
how many weeks until {month}
what day was it {number} days ago
what's the date {when_future}
what should i wear to a {occasion}
i've got nothing to wear for the {occasion}
what do you write in a card for a {occasion}
i've been invited to a {occasion} {when_future}
how do i politely get out of a {occasion}
what can i get {gift_for} for {holiday}
gift ideas for {gift_for} please
i don't know what to buy for {gift_for}
what's a nice present for {gift_for} under {amount} {currency}
do you have {ai_trait}
have you got {ai_trait} like a human
i bet you don't have {ai_trait}
can you {ai_act}
do you ever {ai_act}
are you able to {ai_act} or not
do robots {ai_act}
i don't believe you can really {ai_act}
i'm feeling {feeling} today
what should i do when i feel {feeling}
why am i so {feeling} all the time
cheer me up because i'm {feeling}
{pronoun_s} has been {feeling} since {day}
have you ever felt {feeling}
i was so {feeling} {when_past}
what is {big_q}
what do you think {big_q} really is
does {big_q} actually exist
can money buy {big_q}
tell me something wise about {big_q}
do you believe in {deep_belief}
is there any proof of {deep_belief}
{pronoun_s} doesn't believe in {deep_belief}
what do scientists say about {deep_belief}
what's the meaning of life
why are we here on this earth
what is the point of it all
does life have a purpose
hi how's it going
good morning how did you sleep
are you a real person or a computer
who made you and where are you from
how old are you anyway
nice talking to you but i have to go
thanks that's exactly what i needed
no that's not what i asked
never mind forget i said anything
say that again a bit slower please
what can you help me with
you're not very clever are you
how far away is {planet}
could people ever live on {planet}
how big is {planet} compared with earth
how hot is it on {planet}
how do i cancel my {sub_service}
i want to end my {sub_service}
i've been charged twice for my {sub_service}
when does my {sub_service} renew
is it worth keeping the {sub_service}
where is my {online_item}
when will my {online_item} arrive
my {online_item} should have come {when_past}
has the {online_item} been sent out yet
the {online_item} got delivered to the wrong house
my baby is {baby_thing}
is it normal for a toddler to be {baby_thing}
what can i do if the little one is {baby_thing}
when will my son stop {baby_thing}
how do i get started with {hobby}
i'd like to take up {hobby}
is {hobby} an expensive hobby
are there any {hobby} classes near me
{pronoun_s} is really into {hobby}
what kit do i need for {hobby}
how much should i tip on a bill of {amount} {currency}
split a bill of {amount} {currency} between {few} friends
flip a coin for me
pick a number between one and {number}
roll two dice and tell me the total
what's in the news today
find out who {name} is meeting {when_future}
i need a reliable {trade} in {city}
how much does a {trade} charge per hour
do you know a {trade} who could come {when_future}
the {trade} never showed up {when_past}
""")

# "a {slot}" where some filler needs "an": fold the article into its own slot
import re as _re
_AN = lambda w: w[0] in "aeiou" and not w.startswith(("uni", "use", "uk", "one", "eu"))
def _fold(t):
    def f(m):
        k = m[1]
        if not any(_AN(w) for w in SLOTS[k]):
            return m[0]
        SLOTS.setdefault("a_" + k, [("an " if _AN(w) else "a ") + w for w in SLOTS[k]])
        return "{a_" + k + "}"
    return _re.sub(r"(?<![a-z'])a \{(\w+)\}", f, t)
TEMPLATES = [_fold(t) for t in TEMPLATES]
_u = set(_re.findall(r"\{(\w+)\}", " ".join(TEMPLATES)))
SLOTS = {k: v for k, v in SLOTS.items() if k in _u}
