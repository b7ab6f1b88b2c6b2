import type { Language } from "../language.ts";
import { marker, phrases, words } from "../phrases.ts";
import { captionWords } from "./caption-words.ts";
import { commonWords } from "./everyday.ts";
import { intent } from "./intent.ts";
import { label } from "./label.ts";
import { gear, not, order, where } from "./photos.ts";
import { relations } from "./relations.ts";
import { talking } from "./talk.ts";
import { when } from "./when.ts";
import { wording } from "./wording.ts";

export const english: Language = {
  code: "en",
  traits: {
    capitalsMarkNames: true,
    spellsAsPhotos: true,
    hasUmlauts: false,
    asksOfPronouns: true,
    doing: /^[a-z]{2,}ing$/,
    linked: null,
    letters: null,
    elided: null,
    unparted: null,
    fillers: words("um uh uhm umm erm hmm uhh er"),
    stemmer: "english",
  },
  captionWords,
  wording,
  commonWords,
  functionWords:
    words(`a about all also an and any are aren't as at be been but by can can't could did didn't do does
    don't each either every except for from get give had has have he her him his how i i'd i'm if in into is isn't it
    its just know looking me my near no not of off on only onto or our out over please she should show so some that
    that's the their them then there these they this those through to too under until up us was wasn't we were what
    when where which who whom whose why will with without would you your taken took photographed shot during since
    before after between while also instead too except yes no maybe within`),
  photoNouns:
    words(`photo photos photograph photographs picture pictures pic pics image images shot shots snap snaps
    snapshot snapshots foto fotos selection frame frames exposures shots captures`),
  likely: words(""),
  titles: words("big saint st mount mt santa mr mrs king queen pope prince princess president"),
  nameLinks: words(""),
  singularPhotos: words("photo photograph picture pic image shot snap snapshot"),
  photoEndings: [],
  indefinite: marker("a|an|some|any"),
  kin: words(
    "mum mom mummy mommy dad daddy papa mama grandma grandpa granny gran nan nana grandad granddad auntie aunt uncle baby",
  ),
  pronouns: words("she her he him"),
  selves: words("me us myself"),
  together: marker("together|along|side by side|next to"),
  persons: words("person man woman guy girl boy kid lady friend"),
  adverbs: words("really very so super truly"),
  praise: words(
    "old older original certain particular specific favourite favorite famous special nice good great lovely beautiful cool pretty amazing wonderful gorgeous stunning",
  ),
  definite: marker("the|my|our|your|his|her|their"),
  numbers: phrases({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    fifty: 50,
    hundred: 100,
    "a couple of|a couple|couple of|couple": 2,
    "a few|few": 3,
    "a dozen|dozen": 12,
  }),
  ordinals: phrases({
    "first|1st": 1,
    "second|2nd": 2,
    "third|3rd": 3,
    "fourth|4th": 4,
    "fifth|5th": 5,
    "sixth|6th": 6,
    "seventh|7th": 7,
    "eighth|8th": 8,
    "ninth|9th": 9,
    "tenth|10th": 10,
    "second last|last but one": -2,
    last: -1,
  }),
  and: marker("and|&|as well as"),
  or: marker("or"),
  when,
  where,
  gear,
  not,
  order,
  intent,
  talk: talking,
  courtesy:
    marker(`i search|i search for|i look for|i am searching for|i'm searching for|searching for|wanna see|wanna see the|wanna|i wanna see|lemme see|lemme|can u show me|can u find|can u|could u|u got|you got|got anything|show dem|show me dem|could you possibly find|could you possibly show me|could you possibly|can you possibly find|i'd love to see|i would love to see|i'd really like to see|i'd be happy to see|do you remember|can you remember|remember|was it|it was|i think it was|i think|i believe it was|i believe|i guess|i suppose|it must have been|must have been|probably|maybe|perhaps|sort my|sort the|sort all|sort all my|order my|arrange my|arrange the|what have we got|what have i got|what do we have|what do i have|what did we do|what did i do|what were we doing|what was i doing|what happened|yo|yo gimme|pls|plz|uh|erm|hm|gimme the|gimme some|got any|any chance you have|dig out|digging out|dig up|would you mind|would you mind digging out|would you mind showing me|would you be so kind as to show me|be so kind|be so kind and show me|could i see|can you find|could you find|could you find me|could you please find me|one of|do we have one of|do you have one of|have i ever|have we ever|did i ever|did we ever|have i ever taken|have we ever taken|did i ever take|did we ever take
    please|only|just show me|just show|just|the ones|the one|can you|could you|would you|will you|show me|show us|show|find me|find|gimme|gimme all|lets see|let's look at|give me|give us|get me|get
    display|list|search for|search|look for|look up|i want to see|i want|i'd like to see|i would like to see|i'd like|let me see
    may i see|can i see|could i see|may i have|can i have|i need|i'm looking for|i am looking for|looking for|see
    do you have|do we have|are there|have i got|do i have|have you got|is there|there are|bring up|pull up|fetch|let's see|me|us
    everything|anything|i was|we were|when i was|when we were|my time|our time|all of them|all of these|open up|open|select|is there one|are there any|is there any|what did i photograph|what did we photograph|what did i take
    what did we take|what photos did i take|what did i shoot|photos did i take|did i take|ok|okay|what|which|tell me|help me find|i want to find|all|every|any|some|more|so|now|then|,|:|!|.`),
  courtesyAfter: marker(
    "bigger|larger|closer|full screen|in full|roughly|approximately|more or less|omg|wow|haha|hehe|rn|right now|asap|either|at all|anymore|any more|is enough|are enough|would do|is plenty|would be great|would be nice|would be lovely|that's all|for a presentation|for the album|for an album|for a calendar|for a slideshow|for a photo book|i think|i believe|i guess|i suppose|or something|or so|so far|in them|in it|again|, dear|please dear|please , dear|, darling|please darling|please , darling|, sweetheart|please sweetheart|please , sweetheart|, sweetie|please sweetie|please , sweetie|, honey|please honey|please , honey|, love|please love|please , love|, mate|please mate|please , mate|, dude|please dude|please , dude|, bro|please bro|please , bro|, buddy|please buddy|please , buddy|, pal|please pal|please , pal|, right|please right|please , right|lol|haha|pls|plz|thx|ty|btw|tho|though|lmao|xd|will you|would you|could you|if you please|if possible|will do|is fine|is ok|works|works for me|please|thanks|thank you|for me|to me|ok|now|if you can",
  ),
  photoLinks:
    marker(`where is|where there is|where are|where there are|in which there is|of|with|from|showing|that show|which show|where|taken|in which|that have|that are|which are|in|at|that
    were|i took|i have taken|we took|i have|we have|depicting|featuring|containing|have|has|there are|you can see|with a view of
    that i shot|i shot|we shot|that we shot|while|that i made|that i photographed|i photographed|we photographed|that i captured
    i captured|when i was|when we were|that i saw|we made|that i took|that we took|i made|on which|is|are|that is|that was`),
  filler:
    words(`u wanna lemme dem possibly probably perhaps maybe guess believe think suppose must might random randomly taken took take taking shot shoot shooting made make making captured photographed photograph snapped snap seen saw
    see seeing spotted appear appears appearing appeared shown visible featured featuring present included went go gone going
    goes been being visited visiting travelled traveled travelling traveling stayed staying lived spent spend spending celebrate celebrated
    both either together each everything everywhere anything anywhere something places place spot spots location locations
    again somewhere everyone whole entire only even still really actually exactly lately recently earlier ago ones one result
    results version back here there where's what's whatever whenever everybody apart aside well case moment
    moments scene scenes while whilst kind sort type set used uses using use time times day days hours own sorted
    please thanks including included include involving related belonging came come arrived arrive happened happen mine ours
    i've we've i'd we'd they're didn't don't named called titled library collection album archive stuff things thing
    every weren't wasn't want else same such very much many few lot lots able around along near nearby during onwards onward
    ever alone first last files file inclusive lens camera equipped having had show shows showed older newer later earlier exist exists`),
  albumsAndTrips: {
    albums: marker("album|albums|photo album|photo albums"),
    called: marker("called|named|titled|with the name"),
    trips: marker("trip|trips|holiday|holidays|vacation|vacations|journey|journeys|getaway|getaways|travels"),
    puts: marker("put|add|save|collect|move|copy|keep|store"),
    into: marker(
      "in an|in a|in the|in my|in a new|into an|into a|into the|into my|into a new|to an|to a|to the|to my|to a new|as an|as a|as a new|in|into|to|as",
    ),
    putEnds: marker("for me"),
    lastTrip: marker("last|latest|most recent|newest"),
    to: marker("to|through|around|of"),
  },
  journeys: {
    before:
      marker(`trip to|trips to|visit to|visits to|journey to|travels to|travel to|holiday in|holidays in|vacation in|vacations in
    stay in|time in|weekend in|trip in|trip through|trip around|tour of|tour through|days in|honeymoon in|week in|excursion to
    holiday to|vacation to|the city of|city of|town of|the town of|country of|the country of|region of|state of|visit in|weeks in
    getaway to|city trip to|stay at|holiday at|flight to|the area of|area of|the region of|the streets of|holidays to`),
    after:
      marker(`trip|trips|visit|visits|vacation|vacations|holiday|holidays|journey|stay|getaway|tour|travels|excursion|area|region|city
    adventure|days|honeymoon`),
  },
  relations,
  label,
};
